//! Sending a contact's person a link for a new password.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::notify::letters;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{ContactAction, authorize};
use domain::audit::{ContactFact, Subject};
use domain::error::PortalError;
use domain::status::ContactState;

pub(crate) async fn send(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    found: TargetContact,
) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, ContactAction::SendReset(found.target()))?;
    if found.contact.now.state != ContactState::Active {
        // Nobody who may not sign in is mailed how to.
        return Err(found.state_conflict().into());
    }
    let person = found.record.person()?.ok_or(PortalError::NotFound)?;
    // The same few in a row as the person can ask for: nobody's mailbox is filled from here.
    let limit = Key::address(Purpose::Forgot, &found.record.email);
    attempts::note(&mut unit, &limit).await?;
    letters::reset_link(core, &mut unit, permit.authority(), &found.contact, person).await?;
    let event = AuditEvent::new(ContactFact::ResetSent, Subject::Contact(found.contact.id), entered.author.by())
        .to(found.contact.id, found.contact.name());
    unit.commit(permit, (), event).await
}
