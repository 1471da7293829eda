//! Withdrawing what one asked for, while nobody has decided. Those who could decide are told, as they were of the
//! request, and it counts as a request does (SECURITY T28): nobody is mailed without end by asking and withdrawing in
//! turns. Over the limit it succeeds, and nobody is told. Whose request it is, is read before the account's lock is taken,
//! and again in the unit that writes.

use crate::asking::decide::closed;
use crate::asking::deciders::{self, Thing};
use crate::asking::letters;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::enter::once;
use crate::membership::reading::Reading;
use crate::records::contacts;
use crate::records::requests::{self, RequestRecord, RequestVerdict};
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{RequestAction, authorize};
use domain::acting::Acting;
use domain::asking::{RequestOutcome, WithdrawRequest};
use domain::audit::Subject;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::AccessRequestId;

pub(crate) async fn withdraw(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &WithdrawRequest,
) -> Result<(), Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    entered.actor.check(RequestAction::Withdraw)?;
    own(&mut unit, &entered, change.request).await?;
    drop(unit);
    let close = |unit, entered| close(core, unit, entered, change);
    // As deciding: of the two, one waits for the other and then reads what became of the request.
    once(core, caller, acting, Writes::Rights, Some(change.submission), close).await
}

/// A request of whoever acts.
///
/// INVARIANT: another's is answered as one that is not there (SECURITY I11).
async fn own(unit: &mut Unit<'_>, entered: &Entered, request: AccessRequestId) -> Result<RequestRecord, Failure> {
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let found = requests::request(unit, account, request).await?.ok_or(PortalError::NotFound)?;
    if found.contact()? == contact { Ok(found) } else { Err(PortalError::NotFound.into()) }
}

async fn close(core: &Core, mut unit: Unit<'_>, entered: Entered, change: &WithdrawRequest) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, RequestAction::Withdraw)?;
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let found = own(&mut unit, &entered, change.request).await?;
    let asked = found.asked()?.ok_or(PortalError::NotFound)?;
    let reading = Reading::of(&mut unit, &entered).await?;
    let outcome = RequestOutcome::Withdrawn;
    let verdict = RequestVerdict { outcome, by: &entered.author, until: None, word: "" };
    if !requests::close(&mut unit, permit.authority(), (contact, change.request), &verdict).await? {
        return Err(PortalError::overtaken_by(reading.by(found.decided_by()?)).into());
    }
    let who = contacts::contact(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let thing = Thing::of(&mut unit, account, asked).await?.unwrap_or(Thing::All);
    let language = core.config.provider.language;
    let deciders = deciders::of(&mut unit, &entered, &who, (asked, &thing), language).await?;
    let limit = Key::contact(Purpose::AskForAccess, contact);
    if !deciders.is_empty() && attempts::over(&mut unit, &limit).await?.is_none() {
        letters::notify_of_withdrawal(core, &mut unit, &entered, &deciders, (change.request, asked.right))?;
    }
    let event = AuditEvent::new(closed(outcome, asked), Subject::Request(change.request), entered.author.by())
        .to(contact, who.name());
    unit.commit(permit, (), event).await
}
