//! Views of the portal as a contact, each under one session.

use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::id::{AccountId, ContactId, SessionId};

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
