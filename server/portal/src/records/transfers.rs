//! Transfers of ownership: at most one an account.

use crate::base::error::{Failure, StoredError};
use crate::unit::Unit;
use domain::access::{Actor, Authority, Deed};
use domain::id::{AccountId, ContactId};
use domain::owner::OwnerKind;
use domain::ownership::TransferState;
use domain::time::Timestamp;
use sqlx::FromRow;

/// A transfer that can be accepted or undone.
#[derive(Debug, Clone)]
pub(crate) struct TransferRecord {
    pub(crate) from: ContactId,
    pub(crate) to: ContactId,
    pub(crate) to_was: Option<OwnerKind>,
    pub(crate) state: TransferState,
    pub(crate) until: Timestamp,
}

impl TransferRecord {
    /// Whether an actor knows of it: the owners do, the contact that made it and the one that gets the account.
    pub(crate) fn concerns(&self, actor: &Actor) -> bool {
        actor.standing().owner.is_some() || [self.from, self.to].contains(&actor.contact())
    }

    /// Whether this contact handed the account over and may still undo it.
    pub(crate) fn is_done_by(&self, contact: ContactId) -> bool {
        self.state == TransferState::Done && self.from == contact
    }
}

#[derive(FromRow)]
struct TransferRow {
    from_contact: String,
    to_contact: String,
    to_was: Option<String>,
    state: String,
    until: i64,
}

/// The transfer under way; one that is over by the clock is none.
pub(crate) async fn of_account(unit: &mut Unit<'_>, account: AccountId) -> Result<Option<TransferRecord>, Failure> {
    let now = unit.now();
    let row: Option<TransferRow> = sqlx::query_as(
        "SELECT from_contact, to_contact, to_was, state, until FROM ownership_transfers \
         WHERE account_id = $1 AND until > $2",
    )
    .bind(account.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|row| {
        Ok(TransferRecord {
            from: row.from_contact.parse()?,
            to: row.to_contact.parse()?,
            to_was: row.to_was.as_deref().and_then(OwnerKind::from_key),
            state: match row.state.as_str() {
                "offered" => TransferState::Offered,
                "done" => TransferState::Done,
                other => return Err(StoredError(format!("a transfer of ownership is {other}")).into()),
            },
            until: Timestamp(row.until),
        })
    })
    .transpose()
}

/// Writes an offer in the place of what was there.
pub(crate) async fn offer(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    from: ContactId,
    to: ContactId,
    until: Timestamp,
) -> Result<(), Failure> {
    authority.covers(Deed::SetTransfer, to)?;
    sqlx::query(
        "INSERT INTO ownership_transfers (account_id, from_contact, to_contact, to_was, state, until) \
         VALUES ($1, $2, $3, NULL, 'offered', $4) ON CONFLICT (account_id) DO UPDATE SET \
         from_contact = excluded.from_contact, to_contact = excluded.to_contact, to_was = NULL, state = 'offered', \
         until = excluded.until",
    )
    .bind(authority.account().to_string())
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(until.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Writes that the offer was accepted; `was` is what the new legal owner owned before.
pub(crate) async fn done(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    was: Option<OwnerKind>,
    until: Timestamp,
) -> Result<(), Failure> {
    authority.allows(Deed::SetTransfer)?;
    sqlx::query("UPDATE ownership_transfers SET state = 'done', to_was = $2, until = $3 WHERE account_id = $1")
        .bind(authority.account().to_string())
        .bind(was.map(OwnerKind::key))
        .bind(until.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends the transfer that a contact made or gets, for whoever is taken away or goes: it does not come back with them.
pub(crate) async fn end_for(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    authority.covers(Deed::SetTransfer, contact)?;
    sqlx::query("DELETE FROM ownership_transfers WHERE account_id = $1 AND (from_contact = $2 OR to_contact = $2)")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends the transfer that there is.
pub(crate) async fn end(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<(), Failure> {
    authority.allows(Deed::SetTransfer)?;
    sqlx::query("DELETE FROM ownership_transfers WHERE account_id = $1")
        .bind(authority.account().to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends every offer, on every account; how many. One that was accepted stays: it can only be undone, and only for its 72
/// hours.
pub(crate) async fn revoke_offers(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM ownership_transfers WHERE state = 'offered'")
        .execute(unit.connection())
        .await?
        .rows_affected())
}
