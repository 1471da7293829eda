//! What the page of a service shows of operations.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::membership::target_service::seen;
use crate::operations::found::{driver, offers, operated};
use crate::records::holdings::ServiceFacts;
use crate::records::operations::{self, OperationRecord};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{ServiceId, SubmissionId};
use domain::list::Page;
use domain::operation::Operation;
use domain::operations::{OfferedOperation, OperationChoices, OperationRow, ServiceOperations};
use domain::provisioning::{Backup, Task};
use std::collections::BTreeSet;

/// The operations that a page has a control for, in its order.
const SHOWN: [Operation; 8] = [
    Operation::Power,
    Operation::ConsoleView,
    Operation::Rebuild,
    Operation::Backup,
    Operation::Restore,
    Operation::Network,
    Operation::Credentials,
    Operation::Sso,
];

pub(super) async fn of_service(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    service: ServiceId,
    cursor: &str,
) -> Result<ServiceOperations, Failure> {
    let found = seen(&mut unit, &entered, service).await?;
    let account = entered.actor.account();
    let open = operations::open(&mut unit, account, service).await?;
    let Page { rows, total, previous, next } = operations::past(&mut unit, account, service, cursor).await?;
    let reading = Reading::about(&mut unit, &entered, (&BTreeSet::new(), &BTreeSet::new())).await?;
    let reader = &entered.author.reader;
    let row = |operation| row(operation, &reading, reader);
    Ok(ServiceOperations {
        service,
        offered: offered(core, &entered, &found),
        name: found.service.name,
        open: open.map(row),
        past: Page { rows: rows.into_iter().map(row).collect(), total, previous, next },
        submission: SubmissionId::new(unit.caller().request.uuid()),
    })
}

/// What the service has, and whether the actor may use it.
fn offered(core: &Core, entered: &Entered, found: &ServiceFacts) -> Vec<OfferedOperation> {
    let target = found.service.target(entered.now);
    let offered = SHOWN.into_iter().filter(|operation| offers(core, found, *operation));
    let asked = |operation| entered.actor.check(HoldingAction::Operate(target, operation)).err();
    offered.map(|operation| OfferedOperation { operation, denied: asked(operation) }).collect()
}

fn row(operation: OperationRecord, reading: &Reading<'_>, reader: &Reader) -> OperationRow {
    OperationRow {
        id: operation.id,
        verb: operation.task.verb(),
        detail: detail(operation.task),
        by: reading.by(operation.by),
        at: reader.moment(operation.created_at),
        status: operation.status,
        ended: operation.ended_at.map(|at| reader.moment(at)),
    }
}

/// Of what it was done, in words that somebody typed or that the driver has.
fn detail(task: Task) -> Option<String> {
    match task {
        Task::Rebuild { image, .. } => Some(image),
        Task::CreateBackup { label } => Some(label),
        Task::SetReverseDns { address, name } => Some(name.unwrap_or_else(|| address.to_string())),
        Task::Power(_) | Task::RestoreBackup { .. } | Task::ResetCredentials => None,
    }
}

/// The most of each that a driver is believed to have.
const CHOICES: usize = 200;

/// The service, and how whoever may choose there reads times.
async fn chooser(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    (service, operation): (ServiceId, Operation),
) -> Result<(ServiceFacts, Reader), Failure> {
    let (found, _) = operated(core, &mut unit, &entered, (service, operation)).await?;
    Ok((found, entered.author.reader.clone()))
}

pub(super) async fn choices(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    of: (ServiceId, Operation),
) -> Result<OperationChoices, PortalError> {
    let look = |unit, entered| chooser(core, unit, entered, of);
    let (found, reader) = core.look(caller, acting, use_case!("operations.choices"), look).await?;
    let Some((driver, (_, machine))) = driver(core, &found).cloned().zip(found.machine()) else {
        return Ok(OperationChoices::Unknown);
    };
    let chosen = match of.1 {
        Operation::Rebuild => {
            let images = core.drivers.ask(async move { driver.images(&machine).await }).await;
            images.map(|images| OperationChoices::Images(images.into_iter().take(CHOICES).collect()))
        }
        Operation::Backup | Operation::Restore => {
            let backups = core.drivers.ask(async move { driver.backups(&machine).await }).await;
            let dated = |backup: Backup| (reader.moment(backup.made), backup);
            backups.map(|backups| OperationChoices::Backups(backups.into_iter().take(CHOICES).map(dated).collect()))
        }
        Operation::Network => {
            let observed = core.drivers.ask(async move { driver.observe(&machine).await }).await;
            observed.map(|seen| OperationChoices::Addresses(seen.addresses.into_iter().take(CHOICES).collect()))
        }
        Operation::Power
        | Operation::Console
        | Operation::ConsoleView
        | Operation::Credentials
        | Operation::Sso
        | Operation::Upgrade
        | Operation::Cancel
        | Operation::Renew => return Ok(OperationChoices::Unknown),
    };
    Ok(chosen.unwrap_or_else(|error| {
        tracing::warn!(service = %found.service.id, %error, "a driver does not say what there is");
        OperationChoices::Unknown
    }))
}
