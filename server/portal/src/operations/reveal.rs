//! What is shown once: how one signs in on a service, and the way into its panel. That it was asked for is written down
//! before the driver is asked, so nobody sees it without a trace: each time, for what is shown may be another one by then.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::operations::found::{driver, operated, unanswered};
use crate::records::holdings::ServiceFacts;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, use_case};
use crate::unit::{Unit, Writes};
use domain::acting::Acting;
use domain::audit::{OperationFact, Subject};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::ServiceId;
use domain::operation::Operation;
use domain::operations::{OpenPanel, ShowCredentials, ShownCredentials};
use domain::provisioning::{Machine, PanelVisit, Provisioner};
use domain::text::Secret;
use std::sync::Arc;

/// What is asked for.
struct Wanted {
    service: ServiceId,
    operation: Operation,
    fact: OperationFact,
}

pub(super) async fn credentials(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &ShowCredentials,
) -> Result<ShownCredentials, PortalError> {
    let service = change.service;
    let fact = OperationFact::CredentialsShown { service };
    let wanted = Wanted { service, operation: Operation::Credentials, fact };
    let use_case = use_case!("operations.show_credentials");
    let (found, driver, machine) = noted(core, (caller, acting), use_case, &wanted).await?;
    let shown = core.drivers.ask(async move { driver.credentials(&machine).await }).await;
    let shown = shown.map_err(|error| unanswered(&found, &error))?;
    Ok(ShownCredentials { user: shown.user, password: shown.password })
}

pub(super) async fn panel(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &OpenPanel,
) -> Result<Secret, PortalError> {
    let service = change.service;
    let fact = OperationFact::PanelOpened { service };
    let wanted = Wanted { service, operation: Operation::Sso, fact };
    let use_case = use_case!("operations.open_panel");
    let (found, driver, machine) = noted(core, (caller, acting), use_case, &wanted).await?;
    let person = caller.signed_in().ok_or(PortalError::SignInRequired)?.person;
    let visit = PanelVisit { person, now: caller.now };
    let address = core.drivers.ask(async move { driver.panel(&machine, &visit).await }).await;
    address.map_err(|error| unanswered(&found, &error))
}

/// Writes down that it was asked for, by whoever may, and gives the driver. INVARIANT: a form that is sent again is written
/// down again. The answer of a submission is kept for a day, and says nothing of which service it was for.
async fn noted(
    core: &Core,
    (caller, acting): (&Caller, Acting),
    use_case: UseCase,
    wanted: &Wanted,
) -> Result<(ServiceFacts, Arc<dyn Provisioner>, Machine), PortalError> {
    let write = |unit, entered| note(core, unit, entered, wanted);
    let found = core.act(caller, acting, use_case, Writes::Other, write).await?;
    let both = driver(core, &found).cloned().zip(found.machine());
    let (driver, (_, machine)) = both.ok_or(PortalError::NotFound)?;
    Ok((found, driver, machine))
}

async fn note(core: &Core, mut unit: Unit<'_>, entered: Entered, wanted: &Wanted) -> Result<ServiceFacts, Failure> {
    let (found, permit) = operated(core, &mut unit, &entered, (wanted.service, wanted.operation)).await?;
    let event = AuditEvent::new(wanted.fact.clone(), Subject::Service(wanted.service), entered.author.by());
    unit.commit(permit, (), event.to(entered.actor.contact(), entered.author.name.clone())).await?;
    Ok(found)
}
