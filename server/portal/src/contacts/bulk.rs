//! The same for many contacts, and taking it back: in portions, so that nobody else waits long for the one writer. The first
//! is carried out while its sender waits, the rest by a job, each decided anew in the name and the session of that sender.

use crate::base::error::Failure;
use crate::contacts::bulk_step::{self, BulkStep};
use crate::membership::acting::Entered;
use crate::membership::enter::once;
use crate::membership::target_contact::TargetContact;
use crate::notify::letters;
use crate::records::bulk_actions::{self, Bulk, NextContact, Targets};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, NewJob, Next};
use crate::unit::{Unit, Writes};
use domain::access::{ContactAction, Permit};
use domain::acting::Acting;
use domain::audit::Subject;
use domain::caller::{Caller, Principal, SignedIn};
use domain::change::ContactChange;
use domain::contact::{BulkCommand, BulkDeed, BulkOutcome, BulkProgress, BulkRefusal, BulkVerb, UndoContacts};
use domain::error::PortalError;
use domain::id::{AccountId, BulkId};
use domain::problem::Problem;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many contacts are looked at in one transaction, which holds the one writer meanwhile.
const PORTION: usize = 64;
/// Seconds to wait while another one of the same person is carried out.
const ONE_AT_A_TIME: u32 = 5;

/// Does something to those ticked, or to all that a filter finds.
pub(crate) async fn many(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &BulkCommand,
) -> Result<BulkOutcome, Failure> {
    if let Some(nothing) = nothing_to_do(core, caller, acting, change).await? {
        return Ok(nothing);
    }
    let begin = |unit, entered| begin_many(core, unit, entered, change);
    once(core, caller, acting, Writes::Rights, Some(change.submission), begin).await
}

async fn begin_many(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &BulkCommand,
) -> Result<BulkOutcome, Failure> {
    let targets = targets(&mut unit, &entered, change).await?;
    one_at_a_time(&mut unit, &entered).await?;
    let deed = deed_of(&entered, change)?;
    begin(core, unit, entered, deed, targets).await
}

/// What is asked for, with all that it takes.
fn deed_of(entered: &Entered, change: &BulkCommand) -> Result<BulkDeed, PortalError> {
    let ends =
        if change.to == BulkVerb::SetEnd && !change.with.endless { Some(end_of(entered, change)?) } else { None };
    change.deed(ends).ok_or(PortalError::Malformed)
}

/// When access is to end: with the day that was typed, in the zone of whoever typed it.
fn end_of(entered: &Entered, change: &BulkCommand) -> Result<Timestamp, PortalError> {
    let wrong = |problem| PortalError::invalid("with.ends_on", problem);
    let typed = change.with.ends_on.trim();
    if typed.is_empty() {
        return Err(wrong(Problem::Required));
    }
    let end = entered.author.reader.end_of(typed).ok_or_else(|| wrong(Problem::NotADate))?;
    if end > entered.now { Ok(end) } else { Err(wrong(Problem::InThePast)) }
}

async fn one_at_a_time(unit: &mut Unit<'_>, entered: &Entered) -> Result<(), Failure> {
    if bulk_actions::is_under_way(unit, entered.actor.account(), entered.actor.person()).await? {
        return Err(PortalError::TooMany { retry_after: ONE_AT_A_TIME }.into());
    }
    Ok(())
}

/// Whom it is for, where the actor may ask for it.
async fn targets(unit: &mut Unit<'_>, entered: &Entered, change: &BulkCommand) -> Result<Targets, Failure> {
    may_ask(entered, change)?;
    if change.everything {
        return Ok(Targets::Matching { filter: change.filter.clone(), until: unit.now() });
    }
    let chosen: BTreeSet<_> = change.contacts.iter().copied().collect();
    bulk_actions::all_there(unit, entered.actor.account(), &chosen).await?;
    Ok(Targets::Chosen(chosen))
}

/// Refuses what may not be asked for. INVARIANT: before anything is read of those named (SECURITY T88).
pub(super) fn may_ask(entered: &Entered, change: &BulkCommand) -> Result<(), Failure> {
    entered.actor.check(ContactAction::ChangeMany)?;
    if change.to.is_asked_for() && change.contacts.len() <= BulkCommand::NAMED {
        Ok(())
    } else {
        Err(PortalError::Malformed.into())
    }
}

/// What would come of it where that is nothing: such a question does not take the one writer's time.
async fn nothing_to_do(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &BulkCommand,
) -> Result<Option<BulkOutcome>, Failure> {
    if acting.viewing.is_some() {
        // A view changes nothing: the unit that writes says so.
        return Ok(None);
    }
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    if let Some(done) = unit.replay(change.submission).await? {
        return Ok(Some(done));
    }
    let targets = targets(&mut unit, &entered, change).await?;
    let bulk = Bulk::new(&unit, entered.actor.account(), deed_of(&entered, change)?, targets)?;
    let contacts = bulk_actions::next(&mut unit, &bulk, PORTION + 1).await?;
    if contacts.len() > PORTION {
        return Ok(None);
    }
    let mut outcome = BulkOutcome::nothing(change.to);
    for next in contacts {
        match decide(core, &mut unit, &entered, &bulk, next).await? {
            (_, Ok(_)) => return Ok(None),
            (found, Err(why)) => outcome.leave(found.contact.name(), why),
        }
    }
    Ok(Some(outcome))
}

/// What becomes of one contact, or why nothing does.
async fn decide(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    bulk: &Bulk,
    next: NextContact,
) -> Result<(TargetContact, Result<BulkStep, BulkRefusal>), Failure> {
    let found = TargetContact::read(unit, bulk.account, next.contact).await?;
    // INVARIANT: what was decided about a contact since then is not taken back, even where its state looks the same.
    if next.version.is_some_and(|left| left != found.contact.version) {
        return Ok((found, Err(BulkRefusal::Unchanged)));
    }
    let decided = match bulk_step::decide(core, unit, entered, &found, &bulk.deed).await {
        Ok(step) => Ok(step),
        Err(Failure::Answer(PortalError::Conflict { .. })) => Err(BulkRefusal::Unchanged),
        Err(Failure::Answer(why)) => Err(BulkRefusal::Refused(why)),
        Err(fault) => return Err(fault),
    };
    Ok((found, decided))
}

/// Takes a bulk action of the caller's own back, for everybody it was done to. Once: asked again, it tells what came of that,
/// or goes on where it was stopped.
pub(crate) async fn undo(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &UndoContacts,
) -> Result<BulkOutcome, Failure> {
    entered.actor.check(ContactAction::ChangeMany)?;
    let bulk = own(&mut unit, &entered, change.bulk).await?;
    let deed = bulk.deed.undone_by(core.config.provider.restore_days).ok_or(PortalError::NotFound)?;
    let begun = bulk_actions::undo_of(&mut unit, &bulk).await?;
    if let Some(undo) = begun.as_ref().filter(|undo| undo.progress != BulkProgress::Stopped) {
        let outcome = bulk_actions::outcome(&mut unit, undo).await?;
        return unit.commit_progress(outcome).await;
    }
    // What is still to come does not come any more.
    bulk_actions::advance(&mut unit, &bulk, None, BulkProgress::Stopped).await?;
    one_at_a_time(&mut unit, &entered).await?;
    match begun {
        None => begin(core, unit, entered, deed, Targets::DoneBy(bulk.id)).await,
        Some(stopped) => {
            let undo = bulk_actions::begin_again(&mut unit, stopped).await?;
            first_portion(core, unit, entered, undo).await
        }
    }
}

/// How far a bulk action of the caller's own is.
pub(crate) async fn look(mut unit: Unit<'_>, entered: Entered, bulk: BulkId) -> Result<BulkOutcome, Failure> {
    entered.actor.check(ContactAction::ChangeMany)?;
    let bulk = own(&mut unit, &entered, bulk).await?;
    bulk_actions::outcome(&mut unit, &bulk).await
}

async fn own(unit: &mut Unit<'_>, entered: &Entered, bulk: BulkId) -> Result<Bulk, Failure> {
    let bulk = bulk_actions::read(unit, entered.actor.account(), bulk).await?;
    Ok(bulk.filter(|bulk| bulk.person == entered.actor.person()).ok_or(PortalError::NotFound)?)
}

async fn begin(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    deed: BulkDeed,
    targets: Targets,
) -> Result<BulkOutcome, Failure> {
    let bulk = Bulk::new(&unit, entered.actor.account(), deed, targets)?;
    bulk_actions::insert(&mut unit, &bulk).await?;
    first_portion(core, unit, entered, bulk).await
}

/// Carries out the portion that its sender waits for, and leaves the rest to a job.
async fn first_portion(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    mut bulk: Bulk,
) -> Result<BulkOutcome, Failure> {
    let Portion { event, permit, progress } = portion(core, &mut unit, &entered, &bulk).await?;
    if progress == BulkProgress::UnderWay {
        unit.job(NewJob::of::<CarryOn>(&bulk.id, &CarryOn { account: bulk.account, bulk: bulk.id })?);
    }
    bulk.progress = progress;
    let outcome = bulk_actions::outcome(&mut unit, &bulk).await?;
    match permit {
        Some(permit) => unit.commit(permit, outcome, event).await,
        None => unit.commit_progress(outcome).await,
    }
}

struct Portion {
    event: AuditEvent,
    /// Of the last contact that was changed; `None` where nothing was.
    permit: Option<Permit>,
    progress: BulkProgress,
}

/// The next few contacts, each decided by itself.
async fn portion(core: &Core, unit: &mut Unit<'_>, entered: &Entered, bulk: &Bulk) -> Result<Portion, Failure> {
    let mut contacts = bulk_actions::next(unit, bulk, PORTION + 1).await?;
    let more = contacts.len() > PORTION;
    contacts.truncate(PORTION);
    let fact = bulk_step::fact(bulk.deed.verb());
    let mut event = AuditEvent::new(fact, Subject::Bulk(bulk.id), entered.author.by());
    let (mut permit, mut results) = (None, Vec::with_capacity(contacts.len()));
    let mut changes: Vec<ContactChange> = Vec::new();
    for next in &contacts {
        let (found, decided) = decide(core, unit, entered, bulk, *next).await?;
        let result = match decided {
            Ok(step) => {
                let (written, of_this) = step.write(core, unit, entered, &found).await?;
                permit = Some(written);
                changes.extend(of_this.into_iter().filter(|change| !changes.contains(change)).collect::<Vec<_>>());
                event = event.to(next.contact, found.contact.name());
                Ok(found.contact.version + 1)
            }
            Err(why) => Err(why),
        };
        results.push((next.contact, result));
    }
    let progress = if more { BulkProgress::UnderWay } else { BulkProgress::Complete };
    bulk_actions::record(unit, bulk, &results).await?;
    bulk_actions::advance(unit, bulk, contacts.last().map(|next| next.contact), progress).await?;
    let names: Vec<String> = event.contacts.iter().map(|(_, name)| name.clone()).collect();
    if !names.is_empty() {
        letters::notify_of_many(core, unit, entered, &bulk.deed, (&names, &changes)).await?;
    }
    // The log has them beside all the names: only what is the same for all.
    let event = match bulk.deed.verb() {
        BulkVerb::Resend | BulkVerb::Notify => event,
        BulkVerb::Suspend
        | BulkVerb::Reactivate
        | BulkVerb::Delete
        | BulkVerb::Restore
        | BulkVerb::GiveRole
        | BulkVerb::TakeRole
        | BulkVerb::SetEnd => event.with(changes),
    };
    Ok(Portion { event, permit, progress })
}

/// The job that carries out the rest.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CarryOn {
    account: AccountId,
    bulk: BulkId,
}

impl Job for CarryOn {
    const NAME: &'static str = bulk_actions::JOB;

    async fn run(&self, ctx: &Context<'_>) -> Result<Next, JobError> {
        let core = ctx.core;
        let mut unit = Unit::read(&core.database, &ctx.caller).await?;
        let Some(bulk) = bulk_actions::read(&mut unit, self.account, self.bulk).await? else { return Ok(Next::Done) };
        drop(unit);
        if bulk.progress != BulkProgress::UnderWay {
            return Ok(Next::Done);
        }
        // In the name and the session of whoever asked for it: it ends with either (SECURITY I4).
        let signed_in =
            SignedIn { person: bulk.person, session: bulk.session, must_change_password: false, language: None };
        let caller = Caller { principal: Principal::Person(signed_in), ..ctx.caller.clone() };
        match carry_on(core, &caller, &bulk).await {
            Ok(BulkProgress::UnderWay) => Ok(Next::Again),
            Ok(BulkProgress::Complete | BulkProgress::Stopped) => Ok(Next::Done),
            Err(Failure::Answer(why)) => {
                tracing::info!(bulk = %bulk.id, reason = ?why, "bulk action stopped");
                let mut unit = Unit::write(&core.database, &caller, Writes::Other).await?;
                bulk_actions::advance(&mut unit, &bulk, None, BulkProgress::Stopped).await?;
                unit.commit_progress(()).await?;
                Ok(Next::Done)
            }
            Err(fault) => Err(fault.into()),
        }
    }
}

async fn carry_on(core: &Core, caller: &Caller, bulk: &Bulk) -> Result<BulkProgress, Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?.uncounted();
    let entered = unit.acting(Acting { account: bulk.account, viewing: None }).await?;
    entered.actor.check(ContactAction::ChangeMany)?;
    // Under the lock: it may have been taken back, or another node may be ahead.
    let Some(bulk) = bulk_actions::read(&mut unit, bulk.account, bulk.id).await? else {
        return Ok(BulkProgress::Complete);
    };
    if bulk.progress != BulkProgress::UnderWay {
        return Ok(bulk.progress);
    }
    let Portion { event, permit, progress } = portion(core, &mut unit, &entered, &bulk).await?;
    match permit {
        Some(permit) => unit.commit(permit, (), event.by_job(CarryOn::NAME)).await?,
        None => unit.commit_progress(()).await?,
    }
    Ok(progress)
}
