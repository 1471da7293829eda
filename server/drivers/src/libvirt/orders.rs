//! Orders: taken, told about, and taken up again after the portal was killed.

use super::calls::CallError;
use super::host::{self, Hold, Host};
use super::journal::{Ending, Record, Stage};
use super::{unanswered, unreadable};
use domain::provisioning::{DriverError, FailureReason, MachineState, Order, PowerChange, Progress, Task, TaskFailure};
use std::collections::HashSet;
use std::io;
use std::sync::Arc;

/// How long after it was written down an order is taken up again. After that nobody expects it any more.
const RESUMED_SECONDS: i64 = 3600;

/// Takes an order.
pub(super) async fn accept(host: &Arc<Host>, order: &Order) -> Result<Progress, DriverError> {
    host.check(&order.machine)?;
    let hold = match host.hold(&order.machine.handle, order.id, &order.task) {
        Ok(hold) => hold,
        Err(other) if other == order.id => return Ok(Progress::Running { percent: None }),
        Err(_) => return Err(refused(FailureReason::Busy, "another order is carried out")),
    };
    let id = order.id;
    if let Some(record) = host.files(move |folder| folder.journal.read(id)).await.map_err(unreadable)?
        && record.stage != Stage::Preparing
    {
        return told(host, record).await;
    }
    check(host, order).await?;
    let stage = match order.task {
        Task::Power(_) => Stage::Asking,
        Task::Rebuild { .. } | Task::CreateBackup { .. } | Task::RestoreBackup { .. } => Stage::Preparing,
        Task::SetReverseDns { .. } | Task::ResetCredentials => {
            return Err(refused(FailureReason::Unsupported, "libvirt knows no such thing"));
        }
    };
    host.note(order, stage.clone()).await.map_err(unreadable)?;
    carry_on(hold, host, order.clone(), stage);
    Ok(Progress::Running { percent: None })
}

/// What can be seen beforehand. Nothing has begun.
async fn check(host: &Host, order: &Order) -> Result<(), DriverError> {
    let machine = &order.machine;
    // A question that has no answer has begun nothing either.
    let not_begun = |error: CallError| match unanswered(error) {
        DriverError::NoAnswer(cause) => DriverError::NotReached(cause),
        other @ (DriverError::NotReached(_) | DriverError::Nonsense(_) | DriverError::Refused(..)) => other,
    };
    host.state(&machine.handle).await.map_err(not_begun)?;
    match &order.task {
        Task::Rebuild { image, keys } => {
            if host.folder.image(image).is_none() {
                return Err(refused(FailureReason::ImageGone, &format!("no image {image:?}")));
            }
            let next = host.description(&machine.handle, host::Which::Next).await.map_err(not_begun)?;
            if !keys.is_empty() && !next.is_some_and(|next| next.seeded) {
                let seed = host.folder.seed(&machine.handle);
                let cause = format!("the domain has no disk {} to hand keys over", seed.display());
                return Err(refused(FailureReason::Unsupported, &cause));
            }
        }
        Task::RestoreBackup { backup } => {
            if host.folder.backup(machine.service, backup).is_none() {
                return Err(refused(FailureReason::BackupGone, &format!("no backup {backup:?}")));
            }
        }
        Task::Power(_) | Task::CreateBackup { .. } | Task::SetReverseDns { .. } | Task::ResetCredentials => {}
    }
    Ok(())
}

/// How far an order is.
pub(super) async fn tell(host: &Arc<Host>, order: &Order) -> Result<Progress, DriverError> {
    host.check(&order.machine)?;
    if host.held_for(&order.machine.handle) == Some(order.id) {
        return Ok(Progress::Running { percent: None });
    }
    let id = order.id;
    match host.files(move |folder| folder.journal.read(id)).await {
        Ok(None) => Ok(Progress::NeverBegun),
        Ok(Some(record)) => told(host, record).await,
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) => {
            Ok(Progress::Unknown { cause: format!("the order's record cannot be read: {error}") })
        }
        Err(error) => Err(unreadable(error)),
    }
}

/// What a record says of an order that nothing is done for any more.
async fn told(host: &Host, record: Record) -> Result<Progress, DriverError> {
    let reached = match record.stage {
        Stage::Ended(ending) => return Ok(ending.progress()),
        // Only files beside the machine were made, and are made anew.
        Stage::Preparing => return Ok(Progress::NeverBegun),
        reached @ (Stage::Asking | Stage::Asked | Stage::Starting | Stage::Switching { .. }) => reached,
    };
    let state = match host.state(&record.order.machine.handle).await {
        Ok(state) => state,
        Err(CallError::Refused(error)) => return Ok(Progress::Unknown { cause: error.message().to_owned() }),
        Err(error @ (CallError::NotReached(_) | CallError::NoAnswer(_))) => return Err(unanswered(error)),
    };
    let unknown = |cause: &str| Progress::Unknown { cause: format!("the portal was stopped {cause}") };
    Ok(match (reached, &record.order.task, state) {
        (Stage::Asking, Task::Power(PowerChange::Start), MachineState::Running)
        | (Stage::Starting, _, MachineState::Running)
        | (
            Stage::Asking | Stage::Asked,
            Task::Power(PowerChange::HardStop | PowerChange::ShutDown),
            MachineState::Stopped,
        ) => Progress::Done,
        (Stage::Starting, ..) => Progress::Failed(TaskFailure {
            reason: FailureReason::Other,
            cause: "the portal was stopped when the machine was off, and it was not started".to_owned(),
        }),
        (Stage::Asked, ..) => unknown("after the machine's system was asked to shut down"),
        (Stage::Switching { .. }, ..) => unknown("while the fresh disk took the place of the old one"),
        (Stage::Asking | Stage::Preparing | Stage::Ended(_), ..) => unknown("while libvirt was asked"),
    })
}

/// Takes up what an earlier process left at a stage from which there is one way on.
pub(super) async fn resume(host: &Arc<Host>) -> io::Result<()> {
    let now = (host.clock)();
    let records = host.files(move |folder| folder.journal.unfinished(now)).await?;
    let switching: HashSet<_> = records
        .iter()
        .filter(|record| matches!(record.stage, Stage::Switching { .. }))
        .map(|record| record.order.id)
        .collect();
    host.files(move |folder| folder.sweep(&switching)).await?;
    for Record { order, stage, at } in records {
        let goes_on = match stage {
            Stage::Asked | Stage::Starting | Stage::Switching { .. } => at > now.plus_seconds(-RESUMED_SECONDS),
            Stage::Preparing | Stage::Asking | Stage::Ended(_) => false,
        };
        if goes_on && let Ok(hold) = host.hold(&order.machine.handle, order.id, &order.task) {
            tracing::info!(order = %order.id, handle = order.machine.handle, ?stage, "an order is taken up again");
            carry_on(hold, host, order, stage);
        }
    }
    Ok(())
}

/// Carries an order on from a stage, in a task of its own, and writes down how it ends.
fn carry_on(hold: Hold, host: &Arc<Host>, order: Order, stage: Stage) {
    let host = Arc::clone(host);
    tokio::spawn(async move {
        let ending = host.work(&order, stage).await.err().unwrap_or(Ending::Done);
        if ending != Ending::Done {
            tracing::warn!(order = %order.id, handle = order.machine.handle, ?ending, "an order was not carried out");
        }
        if let Err(error) = host.note(&order, Stage::Ended(ending)).await {
            tracing::error!(order = %order.id, %error, "how an order ended was not written down");
        }
        drop(hold);
    });
}

impl Host {
    /// Writes down how far an order is.
    pub(super) async fn note(&self, order: &Order, stage: Stage) -> io::Result<()> {
        let record = Record { order: order.clone(), stage, at: (self.clock)() };
        self.files(move |folder| folder.journal.write(&record)).await
    }
}

fn refused(reason: FailureReason, cause: &str) -> DriverError {
    DriverError::Refused(reason, cause.to_owned())
}
