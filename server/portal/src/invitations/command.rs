//! What becomes of an invitation that was sent: it is sent again, or taken back.

use crate::base::error::Failure;
use crate::invitations::cancel::cancel;
use crate::invitations::resend::resend;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, use_case};
use domain::access::{Action, ContactAction, InvitationAction, authorize};
use domain::invitation::{InvitationCommand, InvitationVerb};

/// The use-case that a verb is.
pub(crate) const fn use_case(verb: InvitationVerb) -> UseCase {
    match verb {
        InvitationVerb::Resend => use_case!("invitations.resend"),
        InvitationVerb::Cancel => use_case!("invitations.cancel"),
    }
}

pub(crate) async fn run(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &InvitationCommand,
) -> Result<(), Failure> {
    let action = |target| match change.to {
        InvitationVerb::Resend => Action::from(InvitationAction::Resend(target)),
        InvitationVerb::Cancel => Action::from(ContactAction::Delete(target)),
    };
    let found = TargetContact::asked_for(&mut unit, &entered.actor, change.contact, action).await?;
    match change.to {
        InvitationVerb::Resend => {
            let permit = authorize(&entered.actor, InvitationAction::Resend(found.target()))?;
            resend(core, unit, &entered, found, permit).await
        }
        InvitationVerb::Cancel => {
            let permit = authorize(&entered.actor, ContactAction::Delete(found.target()))?;
            cancel(unit, &entered, found, permit).await
        }
    }
}
