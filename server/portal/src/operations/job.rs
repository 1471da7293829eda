//! The job that hands an order to its driver, asks how far it is, and writes down what came of it.
//!
//! INVARIANT: an order is `running` in the database before the driver is called. Whoever finds it so, after a crash say,
//! only asks, and hands it over again where the driver says that it never began. What cannot be known ends as unknown.

use crate::base::error::Failure;
use crate::operations::chosen::missing;
use crate::operations::found::offers;
use crate::records::holdings;
use crate::records::operations::{self, Advance, OperationRecord};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, NewJob, Next};
use crate::unit::{Unit, Writes};
use domain::access::{HoldingAction, report};
use domain::audit::{OperationFact, Subject};
use domain::caller::{Caller, Principal, SignedIn};
use domain::id::{AccountId, OrderId};
use domain::operations::OperationStatus;
use domain::ordered::FailureReason;
use domain::provisioning::{DriverError, Machine, Observed, Order, Progress, Provisioner};
use domain::service::{MachineState, ServiceStatus};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Seconds until a driver is asked again that is at it.
const POLL: i64 = 2;
/// Seconds after which an order is given up that its driver does not end, or that nobody could hand over.
const WHOLE: i64 = 2 * 3_600;
/// Seconds between tries to hand an order over to a driver that is surely not reached.
const BEFORE: [i64; 4] = [2, 5, 15, 30];
/// Seconds between tries to ask a driver that may be at it.
const DURING: [i64; 8] = [2, 5, 15, 30, 60, 60, 120, 300];

/// The job.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CarryOut {
    account: AccountId,
    order: OrderId,
}

impl CarryOut {
    /// The job for an order.
    pub(crate) fn job(account: AccountId, order: OrderId) -> Result<NewJob, Failure> {
        NewJob::of(&order, &Self { account, order })
    }
}

impl Job for CarryOut {
    const NAME: &'static str = "operations.carry_out";
    /// Somebody waits for it.
    const PRIORITY: i64 = 50;

    async fn run(&self, ctx: &Context<'_>) -> Result<Next, JobError> {
        let mut unit = Unit::read(&ctx.core.database, &ctx.caller).await?;
        let operation = operations::read(&mut unit, self.account, self.order).await?;
        let Some(operation) = operation.filter(|operation| operation.status.is_open()) else { return Ok(Next::Done) };
        let waits = operation.status == OperationStatus::Waiting;
        let driver = if waits {
            let found = holdings::facts(&mut unit, self.account, operation.service).await?;
            found.and_then(|found| found.machine()).map(|(driver, _)| driver)
        } else {
            operation.driven.as_ref().map(|(driver, _)| driver.clone())
        };
        drop(unit);
        let known = driver.filter(|name| ctx.core.drivers.services.contains_key(name));
        let turn = known.as_deref().map(|name| ctx.core.turns.take(name));
        if let Some(None) = turn {
            // As many orders as it takes are with that driver.
            return Ok(Next::After(1));
        }
        let run = Run { ctx, operation };
        if waits { run.hand_over().await } else { run.inquire().await }
    }
}

/// An order, and who carries it out.
struct Driven {
    driver: Arc<dyn Provisioner>,
    order: Order,
}

/// Which of its methods a driver answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    CarryOut,
    Inquire,
}

/// Whether an order is handed over.
enum Ready {
    /// It is noted as running.
    Yes(Driven),
    /// Somebody else was faster.
    NotAnyMore,
    /// It is not, for this reason and with these words for the operator.
    No(FailureReason, &'static str),
}

/// One run of the job.
struct Run<'r> {
    ctx: &'r Context<'r>,
    operation: OperationRecord,
}

impl Run<'_> {
    fn core(&self) -> &Core {
        self.ctx.core
    }

    /// The job in the name of whoever asked for it, at this time.
    fn caller(&self) -> Caller {
        let (person, session) = (self.operation.person, self.operation.session);
        let asker = SignedIn { person, session, must_change_password: false, language: None };
        Caller { principal: Principal::Person(asker), now: (self.ctx.clock)(), ..self.ctx.caller.clone() }
    }

    async fn hand_over(self) -> Result<Next, JobError> {
        let handed = match self.begin().await? {
            Ready::Yes(driven) => driven,
            Ready::NotAnyMore => return Ok(Next::Again),
            Ready::No(reason, cause) => return self.finish(OperationStatus::Failed(reason), cause, None).await,
        };
        if let Some(reason) = missing(&self.core().drivers, &handed.driver, &handed.order).await {
            return self.finish(OperationStatus::Failed(reason), "it is none of the machine's", Some(&handed)).await;
        }
        let (driver, order) = (Arc::clone(&handed.driver), handed.order.clone());
        let answer = self.core().drivers.ask(async move { driver.carry_out(&order).await }).await;
        self.answered(Asked::CarryOut, answer, &handed).await
    }

    async fn inquire(self) -> Result<Next, JobError> {
        let handed = self.operation.driven.clone().and_then(|(name, machine)| self.driven(&name, machine));
        let Some(handed) = handed else {
            return self.later(OperationStatus::Running { percent: None }, "its driver is not in the settings").await;
        };
        let (driver, order) = (Arc::clone(&handed.driver), handed.order.clone());
        let answer = self.core().drivers.ask(async move { driver.inquire(&order).await }).await;
        self.answered(Asked::Inquire, answer, &handed).await
    }

    /// The order as the driver of this name is told of it.
    fn driven(&self, driver: &str, machine: Machine) -> Option<Driven> {
        let driver = Arc::clone(self.core().drivers.services.get(driver)?);
        Some(Driven { driver, order: Order { id: self.operation.id, machine, task: self.operation.task.clone() } })
    }

    /// Notes that the order is about to be handed over, where the service is still there and in use, and whoever asked still
    /// may (SECURITY T16): decided under the account's lock, as a change by themselves would be.
    async fn begin(&self) -> Result<Ready, JobError> {
        let (caller, operation) = (self.caller(), &self.operation);
        let mut unit = Unit::write(&self.core().database, &caller, Writes::Other).await?;
        unit.lock_account(operation.account).await?;
        let Some(found) = holdings::facts(&mut unit, operation.account, operation.service).await? else {
            return Ok(Ready::No(FailureReason::Moved, ""));
        };
        if operation.begun_at.is_none() && unit.now() >= operation.created_at.plus_seconds(WHOLE) {
            return Ok(Ready::No(FailureReason::Unreachable, "nobody could hand it over for too long"));
        }
        let action = HoldingAction::Operate(found.service.target(unit.now()), operation.task.operation());
        let actor = unit.actor_of(operation.account, operation.person).await?;
        if actor.is_none_or(|actor| actor.check(action).is_err()) {
            return Ok(Ready::No(FailureReason::NotAllowed, ""));
        }
        if found.service.status != ServiceStatus::Active {
            return Ok(Ready::No(FailureReason::WrongState, "the service is not active any more"));
        }
        let driven = found.machine().filter(|_| offers(self.core(), &found, operation.task.operation()));
        let Some((name, machine)) = driven else {
            return Ok(Ready::No(FailureReason::Unsupported, "no driver offers it any more"));
        };
        let permit = report(operation.account, operation.service);
        let begun = operations::begin(&mut unit, permit.authority(), operation, (&name, &machine)).await?;
        unit.commit_progress(()).await?;
        let driven = self.driven(&name, machine).filter(|_| begun);
        Ok(driven.map_or(Ready::NotAnyMore, Ready::Yes))
    }

    /// What an answer of the driver means.
    async fn answered(
        self,
        asked: Asked,
        answer: Result<Progress, DriverError>,
        driven: &Driven,
    ) -> Result<Next, JobError> {
        match (answer, asked) {
            (Ok(Progress::Running { percent }), _) => self.goes_on(percent, driven).await,
            (Ok(Progress::Done), _) => self.finish(OperationStatus::Done, "", Some(driven)).await,
            (Ok(Progress::Failed(failure)), _) => {
                self.finish(OperationStatus::Failed(failure.reason), &failure.cause, Some(driven)).await
            }
            (Err(DriverError::Refused(reason, cause)), Asked::CarryOut) => {
                self.finish(OperationStatus::Failed(reason), &cause, Some(driven)).await
            }
            // It was handed over, and only the driver could tell what became of it. A refusal is its answer.
            (Ok(Progress::Unknown { cause }), _) | (Err(DriverError::Refused(_, cause)), Asked::Inquire) => {
                self.finish(OperationStatus::Unknown, &cause, Some(driven)).await
            }
            // INVARIANT: the only way back to being handed over. Who may do what is asked again then.
            (Ok(Progress::NeverBegun), Asked::Inquire) => {
                self.advance(OperationStatus::Waiting, self.operation.tries).await?;
                Ok(Next::Again)
            }
            (Ok(Progress::NeverBegun), Asked::CarryOut) => {
                self.later(OperationStatus::Waiting, "it was handed over, and not begun").await
            }
            (Err(DriverError::NotReached(cause)), Asked::CarryOut) => {
                self.later(OperationStatus::Waiting, &cause).await
            }
            // The driver may be at it.
            (Err(error), _) => self.later(OperationStatus::Running { percent: None }, &error.to_string()).await,
        }
    }

    async fn goes_on(self, percent: Option<u8>, driven: &Driven) -> Result<Next, JobError> {
        let begun = self.operation.begun_at.unwrap_or(self.operation.created_at);
        if (self.ctx.clock)() >= begun.plus_seconds(WHOLE) {
            return self.finish(OperationStatus::Unknown, "it takes too long", Some(driven)).await;
        }
        let status = OperationStatus::Running { percent: percent.map(|percent| percent.min(100)) };
        if (status, 0) != (self.operation.status, self.operation.tries) {
            self.advance(status, 0).await?;
        }
        Ok(Next::After(POLL))
    }

    /// Tries again later, a few times: then it was not begun, or nobody can tell.
    async fn later(self, status: OperationStatus, cause: &str) -> Result<Next, JobError> {
        let (id, tries) = (self.operation.id, self.operation.tries);
        tracing::warn!(order = %id, cause, tries, "a driver cannot be asked");
        let (waits, end) = match status {
            OperationStatus::Waiting => (BEFORE.as_slice(), OperationStatus::Failed(FailureReason::Unreachable)),
            OperationStatus::Running { .. }
            | OperationStatus::Done
            | OperationStatus::Failed(_)
            | OperationStatus::Unknown => (DURING.as_slice(), OperationStatus::Unknown),
        };
        let Some(wait) = usize::try_from(tries).ok().and_then(|tries| waits.get(tries)).copied() else {
            return self.finish(end, cause, None).await;
        };
        self.advance(status, tries + 1).await?;
        Ok(Next::After(wait))
    }

    async fn advance(&self, status: OperationStatus, tries: i64) -> Result<(), JobError> {
        let (caller, operation) = (self.caller(), &self.operation);
        let mut unit = Unit::write(&self.core().database, &caller, Writes::Other).await?;
        let permit = report(operation.account, operation.service);
        operations::advance(&mut unit, permit.authority(), operation, Advance { status, tries }).await?;
        Ok(unit.commit_progress(()).await?)
    }

    /// Writes down what came of it, and how the service is seen now.
    async fn finish(self, outcome: OperationStatus, cause: &str, driven: Option<&Driven>) -> Result<Next, JobError> {
        let seen = match driven {
            Some(driven) => Some(self.observe(driven).await),
            None => None,
        };
        let (caller, operation) = (self.caller(), &self.operation);
        let mut unit = Unit::write(&self.core().database, &caller, Writes::Other).await?;
        unit.lock_account(operation.account).await?;
        let permit = report(operation.account, operation.service);
        if !operations::finish(&mut unit, permit.authority(), operation, (outcome, cause)).await? {
            return Ok(Next::Done);
        }
        if let Some(seen) = seen {
            holdings::see_service(&mut unit, permit.authority(), operation.service, seen).await?;
        }
        let event =
            AuditEvent::new(fact(operation, outcome), Subject::Service(operation.service), operation.by.clone());
        let event = event.by_job(CarryOut::NAME).to(operation.contact, operation.name.clone());
        unit.commit(permit, (), event).await?;
        Ok(Next::Done)
    }

    /// Whether the service runs, and its main address; unknown where the driver does not say.
    async fn observe(&self, at: &Driven) -> (MachineState, Option<String>) {
        let (driver, machine) = (Arc::clone(&at.driver), at.order.machine.clone());
        match self.core().drivers.ask(async move { driver.observe(&machine).await }).await {
            Ok(Observed { state, addresses }) => (state, addresses.first().map(|main| main.address.to_string())),
            Err(error) => {
                tracing::warn!(order = %self.operation.id, %error, "a driver does not say how a service is");
                (MachineState::Unknown, None)
            }
        }
    }
}

fn fact(operation: &OperationRecord, outcome: OperationStatus) -> OperationFact {
    let (service, verb) = (operation.service, operation.task.verb());
    match outcome {
        OperationStatus::Done => OperationFact::Finished { service, verb },
        OperationStatus::Failed(reason) => OperationFact::Failed { service, verb, reason },
        OperationStatus::Waiting | OperationStatus::Running { .. } | OperationStatus::Unknown => {
            OperationFact::Unknown { service, verb }
        }
    }
}
