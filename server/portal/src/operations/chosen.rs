//! What was chosen for an order, looked at once more before it is handed over. A form may name any address or backup, and a
//! driver may believe the portal: what is none of the machine's is not handed over.

use crate::base::drivers::Drivers;
use domain::ordered::FailureReason;
use domain::provisioning::{DriverError, Order, Provisioner, Task};
use std::sync::Arc;

/// Why what was chosen can't be had: it is not among what the driver says that there is. What it does not say, it decides
/// itself.
pub(super) async fn missing(drivers: &Drivers, driver: &Arc<dyn Provisioner>, order: &Order) -> Option<FailureReason> {
    let (driver, machine) = (Arc::clone(driver), order.machine.clone());
    let (found, reason): (Result<bool, DriverError>, _) = match order.task.clone() {
        Task::SetReverseDns { address, .. } => {
            let seen = drivers.ask(async move { driver.observe(&machine).await }).await;
            let is_own = seen.map(|seen| seen.addresses.iter().any(|own| own.address == address));
            (is_own, FailureReason::AddressGone)
        }
        Task::RestoreBackup { backup } => {
            let kept = drivers.ask(async move { driver.backups(&machine).await }).await;
            (kept.map(|kept| kept.iter().any(|kept| kept.key == backup)), FailureReason::BackupGone)
        }
        Task::Power(_) | Task::Rebuild { .. } | Task::CreateBackup { .. } | Task::ResetCredentials => return None,
    };
    (found == Ok(false)).then_some(reason)
}
