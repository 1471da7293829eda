//! Sending an invitation again.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::notify::offer;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::Permit;
use domain::audit::{InvitationFact, Subject};

pub(super) async fn resend(
    core: &Core,
    mut unit: Unit<'_>,
    entered: &Entered,
    found: TargetContact,
    permit: Permit,
) -> Result<(), Failure> {
    let changes = offer::again(core, &mut unit, entered, &found, &permit).await?;
    let id = found.contact.id;
    let event = AuditEvent::new(InvitationFact::Resent, Subject::Invitation(id), entered.author.by())
        .to(id, found.contact.name())
        .with(changes);
    unit.commit(permit, (), event).await
}
