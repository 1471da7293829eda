//! What came of a change: written down by whoever handed it over, else by the job, which asks the zone.

use super::read_zone;
use crate::base::error::Failure;
use crate::records::zone_changes::{self, ZoneChange};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, Next};
use crate::unit::run::{run, use_case};
use crate::unit::{Unit, Writes};
use domain::access::report_zone;
use domain::audit::{DnsFact, Subject};
use domain::caller::{Caller, Principal, SignedIn};
use domain::dns::{ChangeState, NameServerError};
use domain::id::{AccountId, ZoneChangeId};
use serde::{Deserialize, Serialize};

/// For how many seconds a zone is asked that cannot be read.
const ASKED_FOR: i64 = 600;

/// Writes down what came of a change, once.
pub(super) async fn report(
    core: &Core,
    caller: &Caller,
    change: &ZoneChange,
    ended: (ChangeState, Option<&str>),
    job: Option<&'static str>,
) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?.uncounted();
    let permit = report_zone(change.account, change.domain);
    if !zone_changes::end(&mut unit, permit.authority(), change, ended).await? {
        return Ok(());
    }
    let [added, removed, changed] = change.changes.counts();
    let fact = match ended.0 {
        ChangeState::Done => DnsFact::Changed { added, removed, changed },
        ChangeState::NotDone => DnsFact::NotChanged,
        ChangeState::Unknown | ChangeState::UnderWay => DnsFact::Unknown,
    };
    let event = AuditEvent::new(fact, Subject::Account(change.account), change.by.clone());
    unit.commit(permit, (), job.into_iter().fold(event, AuditEvent::by_job)).await
}

/// What the zone itself says of a change without a clear answer. INVARIANT: only that it was made is believed at once. The
/// server may still be at it, so that it was not made is for the job to say, later.
pub(super) async fn told_by_zone(core: &Core, caller: &Caller, change: &ZoneChange) -> ChangeState {
    let Some(server) = core.drivers.zones.get(&change.driver) else { return ChangeState::UnderWay };
    let is_made = read_zone(server.as_ref(), &change.handle).await.is_ok_and(|zone| change.changes.is_in(&zone));
    if !is_made {
        return ChangeState::UnderWay;
    }
    let report = || report(core, caller, change, (ChangeState::Done, None), None);
    match run(caller, use_case!("dns.report"), report).await {
        Ok(()) => ChangeState::Done,
        // The job says it once more.
        Err(_) => ChangeState::UnderWay,
    }
}

/// The job that looks after a change whose outcome nobody wrote down.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Settle {
    pub(super) account: AccountId,
    pub(super) change: ZoneChangeId,
}

impl Job for Settle {
    const NAME: &'static str = "dns.settle";

    async fn run(&self, ctx: &Context<'_>) -> Result<Next, JobError> {
        let core = ctx.core;
        let mut unit = Unit::read(&core.database, &ctx.caller).await?;
        let change = zone_changes::read(&mut unit, self.account, self.change).await?;
        drop(unit);
        let Some(change) = change.filter(|change| change.state == ChangeState::UnderWay) else { return Ok(Next::Done) };
        let read = match core.drivers.zones.get(&change.driver) {
            Some(server) => read_zone(server.as_ref(), &change.handle).await,
            None => Err(NameServerError::NotReached(format!("no driver {}", change.driver))),
        };
        let (state, cause) = match read {
            Ok(zone) if change.changes.is_in(&zone) => (ChangeState::Done, None),
            Ok(zone) if change.changes.fits(&zone) => {
                (ChangeState::NotDone, Some("the zone is as it was before".to_owned()))
            }
            Ok(_) => (ChangeState::Unknown, Some("the zone holds neither what it held nor what it should".to_owned())),
            Err(error) if ctx.caller.now.0 - change.at.0 < ASKED_FOR * 1000 => {
                return Err(JobError::Retry(error.to_string()));
            }
            Err(error) => (ChangeState::Unknown, Some(error.to_string())),
        };
        // In the name of whoever asked for it, whose session may have ended meanwhile: what was done was done.
        let signed_in =
            SignedIn { person: change.person, session: change.session, must_change_password: false, language: None };
        let caller = Caller { principal: Principal::Person(signed_in), ..ctx.caller.clone() };
        report(core, &caller, &change, (state, cause.as_deref()), Some(Self::NAME)).await?;
        Ok(Next::Done)
    }
}
