//! Views of the portal as a contact, each under one session.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::id::{AccountId, ContactId, SessionId};
use domain::time::Timestamp;

/// How long a view lasts, in seconds.
pub(crate) const LASTS: i64 = 30 * 60;

/// Whether a session views the contact already.
pub(crate) async fn is_open(
    unit: &mut Unit<'_>,
    account: AccountId,
    session: SessionId,
    contact: ContactId,
) -> Result<bool, Failure> {
    let now = unit.now();
    let open: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM viewings WHERE session_id = $1 AND account_id = $2 AND contact_id = $3 AND expires_at > $4",
    )
    .bind(session.to_string())
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    Ok(open.is_some())
}

/// Begins one, or the time of one anew.
pub(crate) async fn start(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    session: SessionId,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::View, contact)?;
    let now = unit.now();
    sqlx::query(
        "INSERT INTO viewings (id, session_id, account_id, contact_id, started_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (session_id, account_id, contact_id) DO UPDATE \
         SET started_at = excluded.started_at, expires_at = excluded.expires_at",
    )
    .bind(random::id(now).to_string())
    .bind(session.to_string())
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(now.0)
    .bind(now.plus_seconds(LASTS).0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Ends one; whether it was under way.
pub(crate) async fn stop(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    session: SessionId,
    contact: ContactId,
) -> Result<bool, Failure> {
    authority.allows(Deed::View)?;
    let now = unit.now();
    let ended = sqlx::query(
        "DELETE FROM viewings \
         WHERE session_id = $1 AND account_id = $2 AND contact_id = $3 AND expires_at > $4",
    )
    .bind(session.to_string())
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends every view of the portal as this contact; whoever views is told.
pub(crate) async fn end_all(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    authority.covers(Deed::EndViews, contact)?;
    let viewers: Vec<(String,)> = sqlx::query_as(
        "DELETE FROM viewings WHERE account_id = $1 AND contact_id = $2 \
         RETURNING (SELECT s.person_id FROM sessions s WHERE s.id = viewings.session_id)",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .fetch_all(unit.connection())
    .await?;
    unit.publish_to(viewers.into_iter().map(|(viewer,)| viewer));
    Ok(())
}

/// Ends all of them, on every account; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM viewings").execute(unit.connection()).await?.rows_affected())
}

/// Deletes those that were over by then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM viewings WHERE expires_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
