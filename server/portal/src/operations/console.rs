//! Opening a console, and keeping it open for as long as whoever opened it may have it.
//!
//! INVARIANT: the driver is asked with no transaction open, and only after the right was (SECURITY T70).

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_service::seen;
use crate::operations::found::{driver, offers};
use crate::records::holdings::{self, ServiceFacts};
use crate::records::{consoles, sessions};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes, live};
use async_trait::async_trait;
use domain::access::{Denied, HoldingAction, ServiceTarget, authorize, report};
use domain::acting::Acting;
use domain::audit::{ConsoleFact, Subject};
use domain::by::By;
use domain::caller::Caller;
use domain::console::{Console, ConsoleEnd, ConsoleMode, ConsolePage, Consoles};
use domain::error::PortalError;
use domain::id::{AccountId, ConsoleId, PersonId, ServiceId};
use domain::problem::OperationProblem;
use domain::provisioning::{ConsoleAddress, DriverError, FailureReason};
use domain::service::ServiceStatus;
use domain::text::Secret;
use domain::time::Timestamp;
use std::sync::Arc;

/// The use-cases of consoles.
#[derive(Debug, Clone)]
pub(crate) struct ConsolesUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Consoles for ConsolesUseCases {
    async fn page(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<ConsolePage, PortalError> {
        let page = |unit, entered| page(&self.0, unit, entered, service);
        self.0.look(caller, acting, use_case!("consoles.page"), page).await
    }

    async fn issue(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<Secret, PortalError> {
        let issue = |unit, entered| issue(unit, entered, service);
        self.0.act(caller, acting, use_case!("consoles.issue"), Writes::Other, issue).await
    }

    async fn open(
        &self,
        caller: &Caller,
        account: AccountId,
        service: ServiceId,
        ticket: Secret,
    ) -> Result<Option<Box<dyn Console>>, PortalError> {
        let find = |unit| find(unit, account, service, &ticket);
        // Whoever made a ticket up takes no turn at the one writer.
        if self.0.read(caller, use_case!("consoles.find"), find).await?.is_none() {
            return Ok(None);
        }
        let acting = Acting { account, viewing: None };
        let open = |unit, entered| open(&self.0, unit, entered, (service, &ticket));
        let opened = self.0.act(caller, acting, use_case!("consoles.open"), Writes::Other, open).await?;
        Ok(opened.map(|opened| Box::new(opened) as Box<dyn Console>))
    }
}

/// What somebody may do on the console of a service.
///
/// # Errors
/// What whoever may do nothing lacks to look at it.
fn mode(entered: &Entered, service: ServiceTarget) -> Result<ConsoleMode, Denied> {
    let may = |mode: ConsoleMode| entered.actor.check(HoldingAction::Operate(service, mode.operation())).map(|()| mode);
    may(ConsoleMode::Control).or_else(|_| may(ConsoleMode::View))
}

/// Whether the service is in use: nothing is done to one that the provider has stopped.
fn is_active(found: &ServiceFacts) -> bool {
    found.service.status == ServiceStatus::Active
}

async fn page(core: &Core, mut unit: Unit<'_>, entered: Entered, id: ServiceId) -> Result<ConsolePage, Failure> {
    let found = seen(&mut unit, &entered, id).await?;
    let mode = mode(&entered, found.service.target(entered.now))?;
    let has_screen = is_active(&found) && offers(core, &found, mode.operation());
    Ok(ConsolePage { service: id, name: found.service.name, mode, has_screen })
}

async fn issue(mut unit: Unit<'_>, entered: Entered, id: ServiceId) -> Result<Secret, Failure> {
    let found = seen(&mut unit, &entered, id).await?;
    let target = found.service.target(entered.now);
    let mode = mode(&entered, target)?;
    if !is_active(&found) {
        let name = found.service.name;
        return Err(PortalError::invalid("service", OperationProblem::ServiceNotActive { name }).into());
    }
    let permit = authorize(&entered.actor, HoldingAction::Operate(target, mode.operation()))?;
    let token = consoles::issue(&mut unit, permit.authority(), id, mode).await?;
    // Nothing was opened yet.
    unit.commit_progress(()).await?;
    Ok(token)
}

async fn find(
    mut unit: Unit<'_>,
    account: AccountId,
    service: ServiceId,
    ticket: &Secret,
) -> Result<Option<ConsoleMode>, Failure> {
    consoles::find(&mut unit, account, service, ticket).await
}

async fn open(
    core: &Arc<Core>,
    mut unit: Unit<'_>,
    entered: Entered,
    (service, ticket): (ServiceId, &Secret),
) -> Result<Option<Open>, Failure> {
    let (account, person) = (entered.actor.account(), entered.actor.person());
    let Some(mode) = consoles::spend(&mut unit, account, service, ticket).await? else { return Ok(None) };
    let permitted = match seen(&mut unit, &entered, service).await {
        Ok(found) if is_active(&found) => {
            let target = found.service.target(entered.now);
            let permit = authorize(&entered.actor, HoldingAction::Operate(target, mode.operation())).ok();
            permit.map(|permit| (permit, found))
        }
        Ok(_) | Err(Failure::Answer(_)) => None,
        Err(fault) => return Err(fault),
    };
    // The right went after the ticket was made, which is spent all the same.
    let Some((permit, found)) = permitted else {
        unit.commit_progress(()).await?;
        return Ok(None);
    };
    let id = consoles::open(&mut unit, permit.authority(), person, (service, mode)).await?;
    let (by, caller) = (entered.author.by(), unit.caller().clone());
    let event =
        AuditEvent::new(ConsoleFact::Opened { service, mode: mode.key() }, Subject::Service(service), by.clone());
    unit.commit(permit, (), event).await?;
    Ok(Some(Open { core: Arc::clone(core), caller, account, person, id, service, mode, found, by }))
}

/// A console that somebody has open.
struct Open {
    core: Arc<Core>,
    /// Whoever opened it, then.
    caller: Caller,
    account: AccountId,
    person: PersonId,
    id: ConsoleId,
    service: ServiceId,
    mode: ConsoleMode,
    /// The service, then.
    found: ServiceFacts,
    by: By,
}

#[async_trait]
impl Console for Open {
    fn mode(&self) -> ConsoleMode {
        self.mode
    }

    async fn address(&self) -> Result<ConsoleAddress, ConsoleEnd> {
        if !offers(&self.core, &self.found, self.mode.operation()) {
            return Err(ConsoleEnd::NoScreen);
        }
        let driver = Arc::clone(driver(&self.core, &self.found).ok_or(ConsoleEnd::NoScreen)?);
        let (name, machine) = self.found.machine().ok_or(ConsoleEnd::NoScreen)?;
        self.core.drivers.ask(async move { driver.console(&machine).await }).await.map_err(|error| {
            tracing::warn!(service = %self.service, driver = name, %error, "failed to find a console");
            match error {
                DriverError::Refused(FailureReason::Unsupported, _) => ConsoleEnd::NoScreen,
                DriverError::Refused(..)
                | DriverError::NotReached(_)
                | DriverError::NoAnswer(_)
                | DriverError::Nonsense(_) => ConsoleEnd::Unreachable,
            }
        })
    }

    async fn ended(&self, now: Timestamp) -> Result<Option<ConsoleEnd>, PortalError> {
        let caller = Caller { now, ..self.caller.clone() };
        answer(&caller, Some(self.account), use_case!("consoles.ended"), || self.why(&caller)).await
    }

    async fn close(self: Box<Self>, now: Timestamp, why: ConsoleEnd) {
        let caller = Caller { now, ..self.caller.clone() };
        let closing = || self.write_close(&caller, why);
        if answer(&caller, Some(self.account), use_case!("consoles.close"), closing).await.is_err() {
            // Its fault was logged. The row goes when it is swept.
            tracing::error!(console = %self.id, why = why.key(), "failed to write down that a console was closed");
        }
    }
}

impl Open {
    /// Why it may not stay open.
    async fn why(&self, caller: &Caller) -> Result<Option<ConsoleEnd>, Failure> {
        let mut unit = Unit::read(&self.core.database, caller).await?;
        if !sessions::lives(&mut unit).await? {
            return Ok(Some(ConsoleEnd::SignedOut));
        }
        let Some(actor) = unit.actor_of(self.account, self.person).await? else {
            return Ok(Some(ConsoleEnd::NoAccess));
        };
        let Some(found) = holdings::facts(&mut unit, self.account, self.service).await? else {
            return Ok(Some(ConsoleEnd::Moved));
        };
        let target = found.service.target(caller.now);
        Ok(match actor.check(HoldingAction::Operate(target, self.mode.operation())) {
            Err(Denied::AccountSuspended | Denied::AccountClosed) => Some(ConsoleEnd::AccountStopped),
            Err(_) => Some(ConsoleEnd::NoAccess),
            Ok(()) if !is_active(&found) => Some(ConsoleEnd::ServiceStopped),
            Ok(()) if !same_machine(&found, &self.found) => Some(ConsoleEnd::Moved),
            Ok(()) => None,
        })
    }

    async fn write_close(&self, caller: &Caller, why: ConsoleEnd) -> Result<(), Failure> {
        let mut unit = Unit::write(&self.core.database, caller, Writes::Other).await?;
        unit.lock_account(self.account).await?;
        // It is closed, whatever whoever had it open may do by now.
        let permit = report(self.account, self.service);
        if !consoles::close(&mut unit, permit.authority(), self.service, self.id).await? {
            return Ok(());
        }
        if why.is_of_access() {
            live::count_console(&mut unit, self.account, self.person).await?;
        }
        let fact = ConsoleFact::Closed { service: self.service, why: why.key() };
        unit.commit(permit, (), AuditEvent::new(fact, Subject::Service(self.service), self.by.clone())).await
    }
}

/// Whether a service still runs where it did. What it is called does not matter.
fn same_machine(one: &ServiceFacts, other: &ServiceFacts) -> bool {
    let place = |facts: &ServiceFacts| facts.machine().map(|(driver, machine)| (driver, machine.handle));
    place(one) == place(other)
}
