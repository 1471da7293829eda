//! Making a change, and taking one back.

use super::outcome::{self, Settle};
use super::review::{edited, wrong};
use super::{changeable, changing, server, to_change, zone_of};
use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::enter::once;
use crate::records::zone_changes::{self, ZoneChange};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::jobs::NewJob;
use crate::unit::run::{run, use_case};
use crate::unit::{Unit, Writes};
use domain::access::authorize;
use domain::acting::Acting;
use domain::audit::{DnsFact, Subject};
use domain::caller::Caller;
use domain::dns::{ApplyZone, ChangeSet, ChangeState, EditedRow, NameServerError, UndoZone, Zone, ZoneDone};
use domain::error::PortalError;
use domain::id::{DomainId, SubmissionId, ZoneChangeId};
use domain::problem::DnsProblem;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// How long whoever asked waits for the name server.
const APPLY_TIME: Duration = Duration::from_secs(12);
/// How long after its form was read a change may still be handed over. The zone and the database may keep it waiting.
const HANDED_OVER_WITHIN: Duration = Duration::from_secs(20);
/// How many seconds after its request began the job looks after a change. INVARIANT: whoever handed it over has given up
/// by then: a form has 20 seconds to arrive, then come [`HANDED_OVER_WITHIN`] and [`APPLY_TIME`].
const SETTLED_AFTER: i64 = 55;

/// What a submission is answered again: which change it was.
#[derive(Serialize, Deserialize)]
struct Begun {
    change: ZoneChangeId,
}

/// Makes a reviewed edit. It is read against the zone as it is now, like the edit itself: nothing that came with the form is
/// believed.
pub(super) async fn apply(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &ApplyZone,
) -> Result<ZoneDone, PortalError> {
    let asked_at = Instant::now();
    if let Some(done) = done_before(core, caller, acting, change.submission).await? {
        return Ok(done);
    }
    let home = to_change(core, caller, acting, change.domain).await?;
    let rows = EditedRow::read(&change.rows).filter(|rows| rows.len() <= ChangeSet::MAX);
    let rows = rows.ok_or(PortalError::Malformed)?;
    let zone = zone_of(core, &home).await?;
    let changes = edited(&zone, &rows)?;
    make(core, caller, acting, (change.domain, change.submission, asked_at), changes).await
}

/// Takes a change back that was made, where the zone still holds what it led to.
pub(super) async fn undo(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &UndoZone,
) -> Result<ZoneDone, PortalError> {
    let asked_at = Instant::now();
    if let Some(done) = done_before(core, caller, acting, change.submission).await? {
        return Ok(done);
    }
    let home = to_change(core, caller, acting, change.domain).await?;
    let find = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        zone_changes::read(&mut unit, acting.account, change.change).await
    };
    let made = run(caller, use_case!("dns.undo"), find).await?;
    let made = made.filter(|made| made.domain == change.domain && made.state == ChangeState::Done);
    let changes = made.ok_or(PortalError::NotFound)?.changes.inverse();
    let zone: Zone = zone_of(core, &home).await?;
    if !changes.fits(&zone) {
        return Err(PortalError::overtaken());
    }
    if let Some((_, _, why)) = wrong(&zone, &changes).into_iter().next() {
        return Err(PortalError::invalid("rows", why));
    }
    make(core, caller, acting, (change.domain, change.submission, asked_at), changes).await
}

/// What came of this very form, where it was carried out before.
async fn done_before(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    submission: SubmissionId,
) -> Result<Option<ZoneDone>, PortalError> {
    let look = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        unit.about_to_act(acting).await?;
        match unit.replay::<Begun>(submission).await? {
            Some(begun) => Ok(Some(stands(&mut unit, acting, begun.change).await?)),
            None => Ok(None),
        }
    };
    run(caller, use_case!("dns.done_before"), look).await
}

async fn stands(unit: &mut Unit<'_>, acting: Acting, change: ZoneChangeId) -> Result<ZoneDone, Failure> {
    let state = zone_changes::read(unit, acting.account, change).await?.map(|change| change.state);
    Ok(ZoneDone { change, state: state.unwrap_or(ChangeState::Unknown) })
}

/// Writes a change down, hands it over, and writes down what came of it.
async fn make(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    (domain, submission, asked_at): (DomainId, SubmissionId, Instant),
    changes: ChangeSet,
) -> Result<ZoneDone, PortalError> {
    let id = ZoneChangeId::new(random::id(caller.now));
    let write_down = || async {
        let begin = |unit, entered| begin(core, unit, entered, domain, id, &changes);
        once(core, caller, acting, Writes::Other, Some(submission), begin).await
    };
    let begun: Begun = run(caller, use_case!("dns.begin"), write_down).await?;
    let look = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        zone_changes::read(&mut unit, acting.account, begun.change).await
    };
    let change = run(caller, use_case!("dns.begun"), look).await?.ok_or(PortalError::NotFound)?;
    if begun.change != id {
        // The same form was sent twice at once: the other one hands it over.
        return Ok(ZoneDone { change: change.id, state: change.state });
    }
    let said = if asked_at.elapsed() > HANDED_OVER_WITHIN {
        // The job may be about to look, and would say of a change that is still to come that it was not made.
        Err(NameServerError::NotReached("the portal took too long before".to_owned()))
    } else {
        hand_over(core, &change).await
    };
    let (state, cause) = match &said {
        Ok(()) => (ChangeState::Done, None),
        Err(error) if error.may_have_begun() => {
            tracing::warn!(change = %change.id, %error, "a change of a zone has no clear outcome yet");
            return Ok(ZoneDone { change: id, state: outcome::told_by_zone(core, caller, &change).await });
        }
        Err(error) => (ChangeState::NotDone, Some(error.to_string())),
    };
    let report = || outcome::report(core, caller, &change, (state, cause.as_deref()), None);
    run(caller, use_case!("dns.report"), report).await?;
    match said {
        Ok(()) => Ok(ZoneDone { change: id, state }),
        Err(NameServerError::Overtaken) => Err(PortalError::overtaken()),
        Err(NameServerError::Refused(why)) => {
            tracing::warn!(change = %id, why, "name server refused a change");
            Err(PortalError::invalid("rows", DnsProblem::NotTaken))
        }
        Err(_) => Err(PortalError::Unavailable),
    }
}

/// Hands a change over. Not within a transaction.
async fn hand_over(core: &Core, change: &ZoneChange) -> Result<(), NameServerError> {
    let server = core.drivers.zones.get(&change.driver);
    let server = server.ok_or_else(|| NameServerError::NotReached(format!("no driver {}", change.driver)))?;
    let late = |_| NameServerError::NoAnswer("no answer in time".to_owned());
    timeout(APPLY_TIME, server.apply(&change.handle, &change.changes)).await.map_err(late)?
}

/// Writes a change down as under way, where there is no other one of its domain.
async fn begin(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    domain: DomainId,
    id: ZoneChangeId,
    changes: &ChangeSet,
) -> Result<Begun, Failure> {
    let home = changeable(&mut unit, &entered, domain).await?;
    let permit = authorize(&entered.actor, changing(domain))?;
    let (_, handle) = server(core, &home).ok_or(PortalError::NotFound)?;
    let signed_in = unit.signed_in()?;
    let change = ZoneChange {
        account: entered.actor.account(),
        id,
        domain,
        person: signed_in.person,
        session: signed_in.session,
        by: entered.author.by(),
        driver: home.driver.unwrap_or_default(),
        handle,
        changes: changes.clone(),
        state: ChangeState::UnderWay,
        at: unit.now(),
    };
    if !zone_changes::insert(&mut unit, permit.authority(), &change).await? {
        return Err(PortalError::invalid("rows", DnsProblem::ZoneBusy).into());
    }
    let settle = NewJob::of(&id, &Settle { account: change.account, change: id })?;
    unit.job(settle.due_at(unit.now().plus_seconds(SETTLED_AFTER)));
    let event = AuditEvent::new(DnsFact::Asked, Subject::Account(change.account), change.by);
    unit.commit(permit, Begun { change: id }, event).await
}
