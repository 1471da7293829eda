//! A service that something is to be done to, and what can be done to it at all.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_service::seen;
use crate::records::holdings::ServiceFacts;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{HoldingAction, Permit, authorize};
use domain::error::PortalError;
use domain::id::ServiceId;
use domain::operation::Operation;
use domain::problem::OperationProblem;
use domain::provisioning::{Abilities, DriverError, Provisioner};
use domain::service::ServiceStatus;
use std::sync::Arc;

/// The service and the permit to use an operation on it, for whoever may; refused where it cannot be done there.
pub(super) async fn operated(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (id, operation): (ServiceId, Operation),
) -> Result<(ServiceFacts, Permit), Failure> {
    let found = seen(unit, entered, id).await?;
    let permit = authorize(&entered.actor, HoldingAction::Operate(found.service.target(entered.now), operation))?;
    let name = || found.service.name.clone();
    if !offers(core, &found, operation) {
        return Err(PortalError::invalid("service", OperationProblem::NotPossible { name: name() }).into());
    }
    if found.service.status != ServiceStatus::Active {
        return Err(PortalError::invalid("service", OperationProblem::ServiceNotActive { name: name() }).into());
    }
    Ok((found, permit))
}

/// The driver that runs a service.
pub(super) fn driver<'c>(core: &'c Core, found: &ServiceFacts) -> Option<&'c Arc<dyn Provisioner>> {
    core.drivers.services.get(&found.machine()?.0)
}

/// Whether such a service has an operation, and its driver can do it.
pub(super) fn offers(core: &Core, found: &ServiceFacts, operation: Operation) -> bool {
    let able = driver(core, found).is_some_and(|driver| can(driver.abilities(), operation));
    able && found.service.kind.operations().contains(operation)
}

const fn can(abilities: Abilities, operation: Operation) -> bool {
    match operation {
        Operation::Power => abilities.power,
        Operation::Rebuild => abilities.rebuild,
        Operation::Backup | Operation::Restore => abilities.backups,
        Operation::Network => abilities.reverse_dns,
        Operation::Credentials => abilities.credentials,
        Operation::Sso => abilities.panel,
        Operation::Console | Operation::ConsoleView => abilities.console,
        Operation::Upgrade | Operation::Cancel | Operation::Renew => false,
    }
}

/// What is said of a driver that does not answer with what a page asks for. Its words are for the operator.
pub(super) fn unanswered(found: &ServiceFacts, error: &DriverError) -> PortalError {
    tracing::warn!(service = %found.service.id, %error, "a driver does not answer");
    PortalError::invalid("service", OperationProblem::NoAnswer)
}
