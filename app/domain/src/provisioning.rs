//! What the portal and a driver say to each other. A driver talks to what runs services: a hypervisor, the provider's own
//! automation, or nothing but a table for demonstrations. It decides nothing about who may do what.
//!
//! INVARIANT: no method but `abilities`, which knows its answer, is called within a transaction. An [`Order`] is written down before [`Provisioner::carry_out`] is
//! called, and its outcome afterwards. Whoever died in between asks with [`Provisioner::inquire`], and hands nothing over a
//! second time unless the driver says that it never began.

pub mod callbacks;

use crate::id::{OrderId, PersonId, ServiceId};
use crate::operation::Operation;
use crate::ordered::OperationVerb;
use crate::service::ServiceKind;
use crate::text::Secret;
use crate::time::Timestamp;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

pub use crate::ordered::FailureReason;
pub use crate::service::MachineState;

/// The service that something is asked of, in the words that the driver knows it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// Its id in the portal.
    pub service: ServiceId,
    /// What the driver calls it: the name of a libvirt domain say. Stored with the service.
    pub handle: String,
    /// Its name in the portal, `web-01` say.
    pub name: String,
    /// What kind of service it is.
    pub kind: ServiceKind,
}

/// What is done to a machine's power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerChange {
    /// Start it.
    Start,
    /// Ask its system to shut down.
    ShutDown,
    /// Ask its system to reboot.
    Reboot,
    /// Cut its power.
    HardStop,
}

/// What a driver is to do. Stored as JSON: names are never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Change its power.
    Power(PowerChange),
    /// Give it a fresh disk made from an image. What was on it is lost.
    Rebuild {
        /// The key of an [`Image`].
        image: String,
        /// Public SSH keys, a line of OpenSSH each, that may sign in afterwards.
        keys: Vec<String>,
    },
    /// Make a backup.
    CreateBackup {
        /// What the customer calls it.
        label: String,
    },
    /// Put a backup over the present data.
    RestoreBackup {
        /// The key of a [`Backup`].
        backup: String,
    },
    /// Set the name that an address leads back to.
    SetReverseDns {
        /// One of the machine's addresses.
        address: IpAddr,
        /// The host name; `None` for the provider's own.
        name: Option<String>,
    },
    /// Give it a new password.
    ResetCredentials,
}

impl Task {
    /// What it does.
    pub const fn verb(&self) -> OperationVerb {
        match self {
            Self::Power(PowerChange::Start) => OperationVerb::Start,
            Self::Power(PowerChange::ShutDown) => OperationVerb::ShutDown,
            Self::Power(PowerChange::Reboot) => OperationVerb::Reboot,
            Self::Power(PowerChange::HardStop) => OperationVerb::HardStop,
            Self::Rebuild { .. } => OperationVerb::Rebuild,
            Self::CreateBackup { .. } => OperationVerb::CreateBackup,
            Self::RestoreBackup { .. } => OperationVerb::RestoreBackup,
            Self::SetReverseDns { .. } => OperationVerb::SetReverseDns,
            Self::ResetCredentials => OperationVerb::ResetCredentials,
        }
    }

    /// The operation that whoever asks for it needs.
    pub const fn operation(&self) -> Operation {
        self.verb().operation()
    }
}

/// A task for a machine, written down before it is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Which order: the same id is the same order, however often it arrives.
    pub id: OrderId,
    /// For which machine.
    pub machine: Machine,
    /// What is to be done.
    pub task: Task,
}

/// How far an order is. Stored as JSON where a driver's other side called it back: names are never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// The driver has it, and is at it.
    Running {
        /// How much is done, 0 to 100, where that is known.
        percent: Option<u8>,
    },
    /// It was done.
    Done,
    /// It was not done, or not to its end, and the driver leaves it.
    Failed(TaskFailure),
    /// The driver knows no such order and never began it: it can be handed over.
    NeverBegun,
    /// The driver cannot tell whether it was done.
    Unknown {
        /// What an operator should know.
        cause: String,
    },
}

/// Why a task failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFailure {
    /// What the customer is told.
    pub reason: FailureReason,
    /// What an operator is told: the words of the other side. No customer sees it.
    pub cause: String,
}

/// Why a driver did not answer with what it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DriverError {
    /// It was surely not reached: nothing has begun.
    #[error("not reached: {0}")]
    NotReached(String),
    /// It may have been reached: what was asked of it may have begun.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// It answered what cannot be understood: what was asked of it may have begun.
    #[error("senseless answer: {0}")]
    Nonsense(String),
    /// It refuses, and has begun nothing.
    #[error("refused ({0:?}): {1}")]
    Refused(FailureReason, String),
}

/// What a driver can do at all, whatever the machine. What it cannot is shown to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Abilities {
    /// Change power.
    pub power: bool,
    /// Rebuild from an image.
    pub rebuild: bool,
    /// Make and list backups, and restore them.
    pub backups: bool,
    /// Set reverse DNS.
    pub reverse_dns: bool,
    /// Show and reset the password.
    pub credentials: bool,
    /// Say where the console is.
    pub console: bool,
    /// Say where the panel is.
    pub panel: bool,
    /// Measure.
    pub measurements: bool,
}

impl Abilities {
    /// Whether it can carry out a task.
    pub const fn can(self, task: &Task) -> bool {
        match task {
            Task::Power(_) => self.power,
            Task::Rebuild { .. } => self.rebuild,
            Task::CreateBackup { .. } | Task::RestoreBackup { .. } => self.backups,
            Task::SetReverseDns { .. } => self.reverse_dns,
            Task::ResetCredentials => self.credentials,
        }
    }
}

/// What a driver sees of a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// Whether it runs.
    pub state: MachineState,
    /// Its addresses, the main one first.
    pub addresses: Vec<MachineAddress>,
}

/// An address of a machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineAddress {
    /// The address.
    pub address: IpAddr,
    /// The name that it leads back to.
    pub reverse: Option<String>,
}

/// What a machine can be rebuilt from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// What the driver calls it.
    pub key: String,
    /// What people call it, `Debian 12` say.
    pub name: String,
}

/// A backup that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// What the driver calls it.
    pub key: String,
    /// What the customer called it.
    pub label: String,
    /// When it was made.
    pub made: Timestamp,
    /// How large it is, in bytes, where that is known.
    pub size: Option<u64>,
}

/// What was measured of a machine at one time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// When.
    pub at: Timestamp,
    /// How busy its processors were since the last one: 0 to 100, all of them together.
    pub cpu_percent: f32,
    /// Bytes received a second since the last one.
    pub received_per_second: u64,
    /// Bytes sent a second since the last one.
    pub sent_per_second: u64,
}

/// How somebody signs in on a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineCredentials {
    /// The name to sign in with.
    pub user: String,
    /// The password.
    pub password: Secret,
}

/// Where the RFB server of a machine's console is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleAddress {
    /// Its address.
    pub host: IpAddr,
    /// Its port.
    pub port: u16,
    /// Its VNC password, where it has one.
    pub password: Option<Secret>,
}

/// Who opens a machine's panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelVisit {
    /// The person.
    pub person: PersonId,
    /// Now: the address works for 30 seconds.
    pub now: Timestamp,
}

/// Whatever runs services. Methods may be slow and may hang: whoever calls one limits its time.
#[async_trait]
pub trait Provisioner: Send + Sync {
    /// What it can do.
    fn abilities(&self) -> Abilities;

    /// Takes an order. It answers soon: what takes long is [`Progress::Running`], and asked for with `inquire`. The same
    /// order handed over again does nothing again.
    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError>;

    /// How far an order is. Changes nothing.
    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError>;

    /// How a machine is.
    async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError>;

    /// What it can be rebuilt from.
    async fn images(&self, machine: &Machine) -> Result<Vec<Image>, DriverError>;

    /// Its backups, latest first.
    async fn backups(&self, machine: &Machine) -> Result<Vec<Backup>, DriverError>;

    /// What was measured from `from` on, oldest first; at most 300 samples.
    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError>;

    /// How one signs in on it.
    async fn credentials(&self, machine: &Machine) -> Result<MachineCredentials, DriverError>;

    /// Where its console is.
    async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError>;

    /// The address of its panel, signed for a visit.
    async fn panel(&self, machine: &Machine, visit: &PanelVisit) -> Result<Secret, DriverError>;
}

/// Where a driver that has no other place keeps what it must not forget: the demo drivers. `portal` has it in a table.
#[async_trait]
pub trait DriverMemory: Send + Sync {
    /// What is kept under a key, with its version.
    async fn load(&self, key: &str) -> Result<Option<(String, i64)>, DriverError>;

    /// Keeps a value (up to 64 KiB) where the version is still this one (0: where there was nothing); whether it was.
    async fn store(&self, key: &str, value: &str, version: i64) -> Result<bool, DriverError>;
}
