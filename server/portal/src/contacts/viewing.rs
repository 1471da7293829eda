//! Login as This Contact: a view under one's own session, for 30 minutes, that changes nothing.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::notify::letters;
use crate::records::contacts;
use crate::records::persons;
use crate::records::viewings;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{ContactAction, authorize};
use domain::acting::Acting;
use domain::audit::{ContactFact, Subject};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::status::ContactState;

pub(crate) async fn start(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    contact: ContactId,
) -> Result<(), Failure> {
    let seen = TargetContact::asked_for(&mut unit, &entered.actor, contact, ContactAction::ViewAs).await?;
    let permit = authorize(&entered.actor, ContactAction::ViewAs(seen.target()))?;
    if seen.contact.now.state != ContactState::Active {
        return Err(PortalError::NotFound.into());
    }
    unit.password_given_lately().await?;
    let session = unit.signed_in()?.session;
    if viewings::is_open(&mut unit, entered.actor.account(), session, contact).await? {
        // Beginning again is the same view.
        return unit.commit_progress(()).await;
    }
    if let Some(person) = seen.record.person()?
        && let Some(record) = persons::by_id(unit.connection(), person).await?
    {
        letters::viewed(core, &mut unit, &entered, &record, &seen.contact)?;
    }
    viewings::start(&mut unit, permit.authority(), session, contact).await?;
    let mut event = AuditEvent::new(ContactFact::ViewingStarted, Subject::Contact(contact), entered.author.by())
        .to(contact, seen.contact.name());
    event.as_contact = Some(contact);
    unit.commit(permit, (), event).await
}

/// Ends the view of the address. Ending one that is over is no error: the person wants to be out, and is.
pub(crate) async fn stop(core: &Core, caller: &Caller, acting: Acting) -> Result<(), Failure> {
    let Some(contact) = acting.viewing else { return Ok(()) };
    let mut unit = Unit::write_signed_in(&core.database, caller, Writes::Other).await?;
    let entered = unit.acting_without_view(acting).await?;
    let permit = authorize(&entered.actor, ContactAction::StopViewing)?;
    let session = unit.signed_in()?.session;
    if !viewings::stop(&mut unit, permit.authority(), session, contact).await? {
        return unit.commit_progress(()).await;
    }
    let name = contacts::contact(&mut unit, acting.account, contact).await?.map(|seen| seen.name()).unwrap_or_default();
    let mut event =
        AuditEvent::new(ContactFact::ViewingStopped, Subject::Contact(contact), entered.author.by()).to(contact, name);
    event.as_contact = Some(contact);
    unit.commit(permit, (), event).await
}
