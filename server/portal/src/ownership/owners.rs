//! Co-owners: appointed and dismissed by the legal owner (PRODUCT D4a).

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::owner;
use crate::membership::target_contact::ask_first;
use crate::notify::event::AccountEvent;
use crate::records::transfers;
use crate::records::viewings;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{Denied, OwnershipAction, Target, authorize};
use domain::audit::{OwnershipFact, Subject};
use domain::error::PortalError;
use domain::owner::OwnerKind;
use domain::ownership::{ChangeOwner, OwnerChange, OwnerEvent};

pub(crate) async fn change(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &ChangeOwner,
) -> Result<(), Failure> {
    ask_first(&entered.actor, change.contact, |contact| action(change.to, contact))?;
    let (contact, credentials) = owner::candidate(&mut unit, entered.actor.account(), change.contact).await?;
    let permit = authorize(&entered.actor, action(change.to, owner::target(&contact, credentials)))?;
    let (fact, event, owns) = match change.to {
        OwnerChange::Appoint => (OwnershipFact::Appointed, OwnerEvent::Appointed, Some(OwnerKind::CoOwner)),
        OwnerChange::Dismiss => (OwnershipFact::Dismissed, OwnerEvent::Dismissed, None),
    };
    if contact.owner == owns {
        // Somebody else was quicker.
        return Err(PortalError::overtaken().into());
    }
    // INVARIANT: whoever may still undo a transfer stays an owner until then (SECURITY T5).
    let undoable = transfers::of_account(&mut unit, entered.actor.account()).await?;
    if undoable.is_some_and(|transfer| transfer.is_done_by(contact.id)) {
        return Err(Denied::OwnerProtected.into());
    }
    unit.password_given_lately().await?;
    owner::set(&mut unit, permit.authority(), contact.id, owns).await?;
    viewings::end_all(&mut unit, permit.authority(), contact.id).await?;
    AccountEvent::owners(&entered, event, contact.name())
        .notify_concerned(core, &mut unit, &entered, &[contact.id])
        .await?;
    let event = AuditEvent::new(fact, Subject::Contact(contact.id), entered.author.by()).to(contact.id, contact.name());
    unit.commit(permit, (), event).await
}

const fn action(to: OwnerChange, target: Target<'_>) -> OwnershipAction<'_> {
    match to {
        OwnerChange::Appoint => OwnershipAction::Appoint(target),
        OwnerChange::Dismiss => OwnershipAction::Dismiss(target),
    }
}
