//! Handing an account over: offered with the present password, accepted by whoever gets it, undone within 72 hours
//! (SECURITY T5). Whoever handed it over stays a co-owner.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::confirm::Confirmed;
use crate::membership::enter::once;
use crate::membership::owner::{self, candidate, target};
use crate::membership::target_contact::ask_first;
use crate::notify::event::AccountEvent;
use crate::records::transfers::{self, TransferRecord};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, run, use_case};
use crate::unit::{Unit, Writes};
use domain::access::{AccountAction, Credentials, OwnershipAction, authorize};
use domain::acting::Acting;
use domain::audit::{OwnershipFact, Subject};
use domain::caller::Caller;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::owner::OwnerKind;
use domain::ownership::{
    OFFER_DAYS, OfferOwnership, OwnerEvent, TransferCommand, TransferState, TransferVerb, UNDO_HOURS,
};
use domain::problem::Problem;
use domain::status::ContactState;
use uuid::Uuid;

pub(super) const NAME: UseCase = use_case!("ownership.offer");
/// No contact has this id.
const NOBODY: ContactId = ContactId::new(Uuid::nil());

pub(crate) async fn offer(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OfferOwnership,
) -> Result<(), PortalError> {
    // Whoever may not offer it is told so before a password is asked for.
    run(caller, NAME, || may_offer(core, caller, acting, change.contact)).await?;
    let confirmed = Confirmed::by(core, caller, NAME, &change.current).await?;
    let carry_out = |unit, entered| carry_out(core, unit, entered, change, &confirmed);
    run(caller, NAME, || once(core, caller, acting, Writes::Rights, Some(change.submission), carry_out)).await
}

async fn may_offer(core: &Core, caller: &Caller, acting: Acting, contact: Option<ContactId>) -> Result<(), Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    let _ = offering(&mut unit, &entered, contact).await?;
    Ok(())
}

/// The contact ownership is offered to, where the actor may do so.
async fn offering(
    unit: &mut Unit<'_>,
    entered: &Entered,
    chosen: Option<ContactId>,
) -> Result<(Contact, Credentials), Failure> {
    ask_first(&entered.actor, chosen.unwrap_or(NOBODY), OwnershipAction::Offer)?;
    let id = chosen.ok_or_else(|| PortalError::invalid("contact", Problem::NotOffered))?;
    let (contact, credentials) = candidate(unit, entered.actor.account(), id).await?;
    entered.actor.check(OwnershipAction::Offer(target(&contact, credentials)))?;
    Ok((contact, credentials))
}

async fn carry_out(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &OfferOwnership,
    confirmed: &Confirmed,
) -> Result<(), Failure> {
    let (contact, credentials) = offering(&mut unit, &entered, change.contact).await?;
    let permit = authorize(&entered.actor, OwnershipAction::Offer(target(&contact, credentials)))?;
    // A transfer that can still be undone is not passed on: whoever made it would be left with nothing to undo.
    if transfers::of_account(&mut unit, entered.actor.account())
        .await?
        .is_some_and(|transfer| transfer.state == TransferState::Done)
    {
        return Err(nothing_to_do());
    }
    confirmed.forget(&mut unit).await?;
    let until = unit.now().plus_seconds(OFFER_DAYS * 86_400);
    transfers::offer(&mut unit, permit.authority(), entered.actor.contact(), contact.id, until).await?;
    AccountEvent::owners(&entered, OwnerEvent::Offered, contact.name())
        .notify_concerned(core, &mut unit, &entered, &[contact.id])
        .await?;
    let event = AuditEvent::new(OwnershipFact::Offered, Subject::Contact(contact.id), entered.author.by())
        .to(contact.id, contact.name());
    unit.commit(permit, (), event).await
}

/// There is no such transfer any more, or it is not at that point.
fn nothing_to_do() -> Failure {
    PortalError::overtaken().into()
}

pub(crate) async fn go_on(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &TransferCommand,
) -> Result<(), Failure> {
    // An actor whom it does not concern, or who may not even enter, on a closed account say, is not told of one.
    entered.actor.check(AccountAction::SeeDashboard)?;
    let transfer = transfers::of_account(&mut unit, entered.actor.account()).await?;
    let transfer = transfer.filter(|transfer| transfer.concerns(&entered.actor)).ok_or(PortalError::NotFound)?;
    match change.to {
        TransferVerb::Accept => accept(core, unit, &entered, &transfer).await,
        TransferVerb::Withdraw => withdraw(core, unit, &entered, &transfer).await,
        TransferVerb::Undo => undo(core, unit, &entered, &transfer).await,
    }
}

async fn accept(core: &Core, mut unit: Unit<'_>, entered: &Entered, transfer: &TransferRecord) -> Result<(), Failure> {
    let account = entered.actor.account();
    let (to, credentials) = candidate(&mut unit, account, transfer.to).await?;
    let permit = authorize(&entered.actor, OwnershipAction::Accept(target(&to, credentials), transfer.from))?;
    let (from, _) = candidate(&mut unit, account, transfer.from).await?;
    // INVARIANT: no owner without both consents, each of somebody who still stands where they stood.
    let stands = transfer.state == TransferState::Offered
        && from.owner == Some(OwnerKind::Legal)
        && from.now.state == ContactState::Active;
    if !stands {
        return Err(nothing_to_do());
    }
    unit.password_given_lately().await?;
    owner::set(&mut unit, permit.authority(), from.id, Some(OwnerKind::CoOwner)).await?;
    owner::set(&mut unit, permit.authority(), to.id, Some(OwnerKind::Legal)).await?;
    let until = unit.now().plus_seconds(UNDO_HOURS * 3_600);
    transfers::done(&mut unit, permit.authority(), to.owner, until).await?;
    AccountEvent::owners(entered, OwnerEvent::Transferred, to.name())
        .notify_concerned(core, &mut unit, entered, &[from.id, to.id])
        .await?;
    let event =
        AuditEvent::new(OwnershipFact::Transferred, Subject::Contact(to.id), entered.author.by()).to(to.id, to.name());
    unit.commit(permit, (), event).await
}

async fn withdraw(
    core: &Core,
    mut unit: Unit<'_>,
    entered: &Entered,
    transfer: &TransferRecord,
) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, OwnershipAction::Withdraw(transfer.to))?;
    if transfer.state != TransferState::Offered {
        return Err(nothing_to_do());
    }
    let (to, _) = candidate(&mut unit, permit.account(), transfer.to).await?;
    transfers::end(&mut unit, permit.authority()).await?;
    AccountEvent::owners(entered, OwnerEvent::Withdrawn, to.name())
        .notify_concerned(core, &mut unit, entered, &[to.id])
        .await?;
    let event =
        AuditEvent::new(OwnershipFact::OfferEnded, Subject::Contact(to.id), entered.author.by()).to(to.id, to.name());
    unit.commit(permit, (), event).await
}

async fn undo(core: &Core, mut unit: Unit<'_>, entered: &Entered, transfer: &TransferRecord) -> Result<(), Failure> {
    let (from, credentials) = candidate(&mut unit, entered.actor.account(), transfer.from).await?;
    let permit = authorize(&entered.actor, OwnershipAction::Undo(target(&from, credentials), transfer.to))?;
    let (to, _) = candidate(&mut unit, permit.account(), transfer.to).await?;
    // INVARIANT: it goes back only between those two who still own what the transfer left them.
    let stands = transfer.state == TransferState::Done
        && from.owner == Some(OwnerKind::CoOwner)
        && to.owner == Some(OwnerKind::Legal);
    if !stands {
        return Err(nothing_to_do());
    }
    unit.password_given_lately().await?;
    owner::set(&mut unit, permit.authority(), to.id, transfer.to_was).await?;
    owner::set(&mut unit, permit.authority(), from.id, Some(OwnerKind::Legal)).await?;
    transfers::end(&mut unit, permit.authority()).await?;
    AccountEvent::owners(entered, OwnerEvent::Undone, to.name())
        .notify_concerned(core, &mut unit, entered, &[to.id])
        .await?;
    let event = AuditEvent::new(OwnershipFact::TransferUndone, Subject::Contact(to.id), entered.author.by())
        .to(to.id, to.name());
    unit.commit(permit, (), event).await
}
