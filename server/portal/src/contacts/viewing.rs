//! Login as This Contact: a view under one's own session, for 30 minutes, that changes nothing.

use crate::audit::AuditEvent;
use crate::contacts::found::Found;
use crate::contacts::{letters, store};
use crate::core::Core;
use crate::error::Failure;
use crate::people::store as people;
use crate::random;
use crate::unit::{Unit, Writes};
use domain::access::{Authority, ContactAction, Deed, authorize};
use domain::audit::AuditKind;
use domain::contact::ContactState;
use domain::error::PortalError;
use domain::id::{ContactId, SessionId};
use domain::ports::{Acting, Caller};

/// How long a view lasts, in seconds.
pub(crate) const LASTS: i64 = 30 * 60;

pub(crate) async fn start(core: &Core, caller: &Caller, acting: Acting, contact: ContactId) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let entered = unit.acting(acting).await?;
    let seen = Found::asked_for(&mut unit, &entered.actor, contact, ContactAction::ViewAs).await?;
    let permit = authorize(&entered.actor, ContactAction::ViewAs(seen.target()))?;
    if seen.contact.now.state != ContactState::Active {
        return Err(PortalError::NotFound.into());
    }
    unit.password_given_lately().await?;
    let session = unit.signed_in()?.session;
    if let Some(person) = seen.record.person()?
        && let Some(record) = people::by_id(unit.connection(), person).await?
    {
        letters::viewed(core, &mut unit, &entered, &record, contact)?;
    }
    begin(&mut unit, permit.authority(), contact, session).await?;
    let mut event = AuditEvent::new(AuditKind::ViewingStarted, entered.author.by()).to(contact, seen.contact.name());
    event.as_contact = Some(contact);
    unit.commit(permit, (), event).await
}

/// Ends the view of the address. Ending one that is over is no error: the person wants to be out, and is.
pub(crate) async fn stop(core: &Core, caller: &Caller, acting: Acting) -> Result<(), Failure> {
    let Some(contact) = acting.viewing else { return Ok(()) };
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let entered = unit.leaving(acting).await?;
    let permit = authorize(&entered.actor, ContactAction::StopViewing)?;
    let session = unit.signed_in()?.session;
    if !end(&mut unit, permit.authority(), contact, session).await? {
        return Ok(());
    }
    let name = store::contact(&mut unit, acting.account, contact).await?.map(|seen| seen.name()).unwrap_or_default();
    let mut event = AuditEvent::new(AuditKind::ViewingStopped, entered.author.by()).to(contact, name);
    event.as_contact = Some(contact);
    unit.commit(permit, (), event).await
}

async fn begin(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    session: SessionId,
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

/// Whether it had not ended before.
async fn end(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    session: SessionId,
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
    .await?
    .rows_affected();
    Ok(ended > 0)
}
