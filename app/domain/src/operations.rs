//! What is done to services: orders to the drivers that run them, and how far each is.

mod command;
mod port;

pub use crate::ordered::{FailureReason, OperationVerb};
pub use command::{OpenPanel, OrderOperation, OrderPower, POWERED, ShowCredentials, submission_on};
pub use port::Operations;

use crate::access::Denied;
use crate::by::By;
use crate::error::PortalError;
use crate::id::{OrderId, ServiceId, SubmissionId};
use crate::list::Page;
use crate::operation::Operation;
use crate::provisioning::{Backup, Image, MachineAddress};
use crate::text::Secret;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationStatus {
    /// It was not handed to the driver yet.
    Waiting,
    /// The driver is at it.
    Running {
        /// How much is done, 0 to 100, where that is known.
        percent: Option<u8>,
    },
    /// It was done.
    Done,
    /// It was not done, or not to its end.
    Failed(FailureReason),
    /// Nobody can tell whether it was done. It is not repeated by itself.
    Unknown,
}

impl OperationStatus {
    /// The stored key; percent and reason have columns of their own.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running { .. } => "running",
            Self::Done => "done",
            Self::Failed(_) => "failed",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it goes on.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Waiting | Self::Running { .. } => true,
            Self::Done | Self::Failed(_) | Self::Unknown => false,
        }
    }
}

/// An operation, as those who see its service read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationRow {
    /// Which order.
    pub id: OrderId,
    /// What was asked for.
    pub verb: OperationVerb,
    /// Of what: the image, the backup's name, the host name.
    pub detail: Option<String>,
    /// Who asked for it.
    pub by: By,
    /// When.
    pub at: Moment,
    /// How far it is.
    pub status: OperationStatus,
    /// When it ended.
    pub ended: Option<Moment>,
}

/// An operation that the service has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedOperation {
    /// Which.
    pub operation: Operation,
    /// Why the reader may not use it; `None` where they may.
    pub denied: Option<Denied>,
}

/// What the page of a service shows of operations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceOperations {
    /// Which service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// The operations that it has, and whether the reader may use them.
    pub offered: Vec<OfferedOperation>,
    /// What is being done to it.
    pub open: Option<OperationRow>,
    /// What was done to it, latest first.
    pub past: Page<OperationRow>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

impl ServiceOperations {
    /// An operation that the service has.
    pub fn offered(&self, operation: Operation) -> Option<&OfferedOperation> {
        self.offered.iter().find(|offered| offered.operation == operation)
    }

    /// Whether the reader may use an operation.
    pub fn may(&self, operation: Operation) -> bool {
        self.offered(operation).is_some_and(|offered| offered.denied.is_none())
    }
}

/// What the driver says that there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationChoices {
    /// It does not say, or there is nothing to choose.
    Unknown,
    /// What the service can be rebuilt from.
    Images(Vec<Image>),
    /// Its backups, latest first, with when each was made.
    Backups(Vec<(Moment, Backup)>),
    /// Its addresses, with the names that they lead back to.
    Addresses(Vec<MachineAddress>),
}

/// What became of one of several services whose power was to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerOutcome {
    /// Which service.
    pub service: ServiceId,
    /// Its name, where whoever asks sees it.
    pub name: Option<String>,
    /// The order, or why there is none.
    pub outcome: Result<OrderId, PortalError>,
}

/// How one signs in on a service. Shown once, and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCredentials {
    /// The name to sign in with.
    pub user: String,
    /// The password.
    pub password: Secret,
}
