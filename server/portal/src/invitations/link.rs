//! Making a link of an open invitation, to be passed on by hand.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::notify::offer;
use crate::records::invitations::{self, InvitationState, Way};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{InvitationAction, authorize};
use domain::audit::{InvitationFact, Subject};
use domain::id::ContactId;

pub(crate) async fn link(core: &Core, mut unit: Unit<'_>, entered: Entered, id: ContactId) -> Result<String, Failure> {
    let found = TargetContact::asked_for(&mut unit, &entered.actor, id, InvitationAction::Resend).await?;
    let permit = authorize(&entered.actor, InvitationAction::Resend(found.target()))?;
    let invitation = invitations::of_contact(&mut unit, entered.actor.account(), id).await?;
    let now = unit.now();
    let open = invitation.filter(|it| it.state == InvitationState::Open && it.is_live(now));
    let Some(invitation) = open else { return Err(found.state_conflict().into()) };
    attempts::note(&mut unit, &Key::invitations(entered.actor.account())).await?;
    let token = invitations::make_token(&mut unit, permit.authority(), &invitation, Way::Hand).await?;
    let event = AuditEvent::new(InvitationFact::LinkMade, Subject::Invitation(id), entered.author.by())
        .to(id, found.contact.name());
    unit.commit(permit, offer::address(core, &token), event).await
}
