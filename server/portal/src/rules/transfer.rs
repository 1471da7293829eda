//! Handing an account over: offered with the present password, accepted by whoever gets it, undone within 72 hours
//! (SECURITY T5). Whoever handed it over stays a co-owner.

use crate::acting::Entered;
use crate::audit::AuditEvent;
use crate::contacts::found::ask_first;
use crate::core::Core;
use crate::error::{Failure, StoredError};
use crate::notifications::event::AccountEvent;
use crate::people::confirm::Confirmed;
use crate::rules::owners::{self, candidate, target};
use crate::unit::{Unit, Writes, run};
use domain::access::{AccountAction, Actor, Authority, Credentials, Deed, OwnershipAction, authorize};
use domain::account::OwnerKind;
use domain::audit::AuditKind;
use domain::contact::{Contact, ContactState};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::ports::{Acting, Caller};
use domain::rules::{MoveTransfer, OFFER_DAYS, OfferOwnership, OwnerEvent, TransferMove, TransferState, UNDO_HOURS};
use domain::time::Timestamp;

const NAME: &str = "rules.offer";

/// A transfer that can be accepted or undone.
#[derive(Debug, Clone)]
pub(crate) struct TransferRecord {
    pub(crate) from: ContactId,
    pub(crate) to: ContactId,
    pub(crate) to_was: Option<OwnerKind>,
    pub(crate) state: TransferState,
    pub(crate) until: Timestamp,
}

impl TransferRecord {
    /// Whether an actor knows of it: the owners do, the contact that made it and the one that gets the account.
    pub(crate) fn concerns(&self, actor: &Actor) -> bool {
        actor.standing().owner.is_some() || [self.from, self.to].contains(&actor.contact())
    }

    /// Whether this contact handed the account over and may still undo it.
    pub(crate) fn is_done_by(&self, contact: ContactId) -> bool {
        self.state == TransferState::Done && self.from == contact
    }
}

/// The transfer under way; one that is over by the clock is none.
pub(crate) async fn of_account(unit: &mut Unit<'_>, account: AccountId) -> Result<Option<TransferRecord>, Failure> {
    let now = unit.now();
    let row: Option<(String, String, Option<String>, String, i64)> = sqlx::query_as(
        "SELECT from_contact, to_contact, to_was, state, until FROM ownership_transfers \
         WHERE account_id = $1 AND until > $2",
    )
    .bind(account.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|(from, to, to_was, state, until)| {
        Ok(TransferRecord {
            from: from.parse()?,
            to: to.parse()?,
            to_was: to_was.as_deref().and_then(OwnerKind::from_key),
            state: match state.as_str() {
                "offered" => TransferState::Offered,
                "done" => TransferState::Done,
                other => return Err(StoredError(format!("a transfer of ownership is {other}")).into()),
            },
            until: Timestamp(until),
        })
    })
    .transpose()
}

pub(crate) async fn offer(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OfferOwnership,
) -> Result<(), PortalError> {
    // Whoever may not offer it is told so before a password is asked for.
    run(caller, NAME, || may_offer(core, caller, acting, change.contact)).await?;
    let confirmed = Confirmed::by(core, caller, NAME, &change.current).await?;
    run(caller, NAME, || carry_out(core, caller, acting, change, &confirmed)).await
}

async fn may_offer(core: &Core, caller: &Caller, acting: Acting, contact: ContactId) -> Result<(), Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    offering(&mut unit, &entered, contact).await?;
    Ok(())
}

/// The contact that ownership may be offered to.
async fn offering(unit: &mut Unit<'_>, entered: &Entered, id: ContactId) -> Result<(Contact, Credentials), Failure> {
    ask_first(&entered.actor, id, OwnershipAction::Offer)?;
    let (contact, credentials) = candidate(unit, entered.actor.account(), id).await?;
    entered.actor.check(OwnershipAction::Offer(target(&contact, credentials)))?;
    Ok((contact, credentials))
}

async fn carry_out(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OfferOwnership,
    confirmed: &Confirmed,
) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let (contact, credentials) = offering(&mut unit, &entered, change.contact).await?;
    let permit = authorize(&entered.actor, OwnershipAction::Offer(target(&contact, credentials)))?;
    // A transfer that can still be undone is not passed on: whoever made it would be left with nothing to undo.
    if of_account(&mut unit, acting.account).await?.is_some_and(|transfer| transfer.state == TransferState::Done) {
        return Err(nothing_to_do());
    }
    confirmed.forget(&mut unit).await?;
    let until = unit.now().plus_seconds(OFFER_DAYS * 86_400);
    write_offer(&mut unit, permit.authority(), (entered.actor.contact(), contact.id), until).await?;
    AccountEvent::owners(&entered, OwnerEvent::Offered, contact.name())
        .tell_concerned(core, &mut unit, &entered, &[contact.id])
        .await?;
    let event = AuditEvent::new(AuditKind::OwnershipOffered, entered.author.by()).to(contact.id, contact.name());
    unit.commit(permit, (), event).await
}

/// Writes an offer of one contact to another, in place of any other.
async fn write_offer(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    (from, to): (ContactId, ContactId),
    until: Timestamp,
) -> Result<(), Failure> {
    authority.covers(Deed::MoveTransfer, to)?;
    sqlx::query(
        "INSERT INTO ownership_transfers (account_id, from_contact, to_contact, to_was, state, until) \
         VALUES ($1, $2, $3, NULL, 'offered', $4) ON CONFLICT (account_id) DO UPDATE SET \
         from_contact = excluded.from_contact, to_contact = excluded.to_contact, to_was = NULL, state = 'offered', \
         until = excluded.until",
    )
    .bind(authority.account().to_string())
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(until.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// There is no such transfer any more, or it is not at that point.
fn nothing_to_do() -> Failure {
    PortalError::Conflict { by: None, changed: Vec::new() }.into()
}

pub(crate) async fn go_on(core: &Core, caller: &Caller, acting: Acting, change: &MoveTransfer) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    // An actor whom it does not concern, or who may not even enter, on a closed account say, is not told of one.
    entered.actor.check(AccountAction::SeeDashboard)?;
    let transfer = of_account(&mut unit, acting.account).await?;
    let transfer = transfer.filter(|transfer| transfer.concerns(&entered.actor)).ok_or(PortalError::NotFound)?;
    match change.to {
        TransferMove::Accept => accept(core, unit, &entered, &transfer).await,
        TransferMove::Withdraw => withdraw(core, unit, &entered, &transfer).await,
        TransferMove::Undo => undo(core, unit, &entered, &transfer).await,
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
    owners::set(&mut unit, permit.authority(), from.id, Some(OwnerKind::CoOwner)).await?;
    owners::set(&mut unit, permit.authority(), to.id, Some(OwnerKind::Legal)).await?;
    let until = unit.now().plus_seconds(UNDO_HOURS * 3_600);
    write_acceptance(&mut unit, permit.authority(), &to, until).await?;
    AccountEvent::owners(entered, OwnerEvent::Transferred, to.name())
        .tell_concerned(core, &mut unit, entered, &[from.id, to.id])
        .await?;
    let event = AuditEvent::new(AuditKind::OwnershipTransferred, entered.author.by()).to(to.id, to.name());
    unit.commit(permit, (), event).await
}

/// Writes that the offer was accepted, and can be undone until then.
async fn write_acceptance(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    to: &Contact,
    until: Timestamp,
) -> Result<(), Failure> {
    authority.covers(Deed::MoveTransfer, to.id)?;
    sqlx::query("UPDATE ownership_transfers SET state = 'done', to_was = $2, until = $3 WHERE account_id = $1")
        .bind(authority.account().to_string())
        .bind(to.owner.map(OwnerKind::key))
        .bind(until.0)
        .execute(unit.connection())
        .await?;
    Ok(())
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
    end(&mut unit, permit.authority()).await?;
    AccountEvent::owners(entered, OwnerEvent::Withdrawn, to.name())
        .tell_concerned(core, &mut unit, entered, &[to.id])
        .await?;
    let event = AuditEvent::new(AuditKind::OwnershipOfferEnded, entered.author.by()).to(to.id, to.name());
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
    owners::set(&mut unit, permit.authority(), to.id, transfer.to_was).await?;
    owners::set(&mut unit, permit.authority(), from.id, Some(OwnerKind::Legal)).await?;
    end(&mut unit, permit.authority()).await?;
    AccountEvent::owners(entered, OwnerEvent::Undone, to.name())
        .tell_concerned(core, &mut unit, entered, &[to.id])
        .await?;
    let event = AuditEvent::new(AuditKind::OwnershipTransferUndone, entered.author.by()).to(to.id, to.name());
    unit.commit(permit, (), event).await
}

/// Ends the transfer that a contact made or gets, for whoever is taken away or goes: it does not come back with them.
pub(crate) async fn end_for(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    authority.covers(Deed::MoveTransfer, contact)?;
    sqlx::query("DELETE FROM ownership_transfers WHERE account_id = $1 AND (from_contact = $2 OR to_contact = $2)")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn end(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<(), Failure> {
    authority.allows(Deed::MoveTransfer)?;
    sqlx::query("DELETE FROM ownership_transfers WHERE account_id = $1")
        .bind(authority.account().to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
