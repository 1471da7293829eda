//! Taking an invitation back.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::records::contacts;
use crate::records::invitations::{self, Ending};
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::Permit;
use domain::audit::{InvitationFact, Subject};

pub(super) async fn cancel(
    mut unit: Unit<'_>,
    entered: &Entered,
    found: TargetContact,
    permit: Permit,
) -> Result<(), Failure> {
    let (id, name) = (found.contact.id, found.contact.name());
    let conflict = found.state_conflict();
    // What was accepted meanwhile is no invitation any more.
    let Ok(waiting) = found.contact.invite_again() else { return Err(conflict.into()) };
    let revision = waiting.before.delete().map_err(|_| conflict)?;
    contacts::save(&mut unit, permit.authority(), &entered.author.by(), &revision, &found.record.email_key).await?;
    invitations::end(&mut unit, permit.authority(), id, Ending::Cancelled, "").await?;
    let changes = revision.before.now.changes_to(&revision.after);
    let event = AuditEvent::new(InvitationFact::Cancelled, Subject::Invitation(id), entered.author.by())
        .to(id, name)
        .with(changes);
    unit.commit(permit, (), event).await
}
