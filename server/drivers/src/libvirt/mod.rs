//! Machines of a libvirt host: power, fresh disks, backups, measurements and displays of domains that the provider has
//! defined. docs/drivers-libvirt.md says what a domain must have.
//!
//! An order is carried out by a task of its own and written down before each step that a machine notices ([`journal`]),
//! so that a portal that was killed goes on with it, or says what became of it.

mod calls;
mod description;
mod disks;
mod host;
mod journal;
mod measure;
mod names;
mod orders;
mod seed;
mod work;

use crate::Clock;
use async_trait::async_trait;
use calls::CallError;
use disks::Folder;
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, FailureReason, Image, Machine, MachineCredentials, Observed, Order,
    PanelVisit, Progress, Provisioner, Sample,
};
use domain::text::Secret;
use domain::time::Timestamp;
use host::Host;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;

/// How a libvirt host is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibvirtSettings {
    /// Its address: `qemu:///system`.
    pub uri: String,
    /// The folder with `images`, `disks`, `backups` and `orders`. The domains' disks are files of `disks`.
    pub folder: PathBuf,
    /// What names of domains begin with. Any other domain is refused.
    pub prefix: String,
    /// How long a machine's system may take to shut down.
    pub shutdown: Duration,
    /// Whether a display may be on an address that is not this machine's own.
    pub remote_display: bool,
    /// How long an answer of libvirt's is waited for.
    pub answer: Duration,
    /// How many seconds two measurements are apart at least.
    pub measure_seconds: u32,
}

/// A libvirt host.
pub struct Libvirt {
    host: Arc<Host>,
    resumed: OnceCell<()>,
}

impl Libvirt {
    /// Opens the folder. The hypervisor is reached when it is needed.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(settings: LibvirtSettings, clock: Clock) -> io::Result<Self> {
        Ok(Self { host: Arc::new(Host::open(settings, clock)?), resumed: OnceCell::new() })
    }

    /// The host, once what an earlier process left half-done is taken up again.
    async fn host(&self) -> Result<&Arc<Host>, DriverError> {
        self.resumed.get_or_try_init(|| orders::resume(&self.host)).await.map_err(unreadable)?;
        Ok(&self.host)
    }
}

#[async_trait]
impl Provisioner for Libvirt {
    fn abilities(&self) -> Abilities {
        Abilities {
            power: true,
            rebuild: true,
            backups: true,
            reverse_dns: false,
            credentials: false,
            console: true,
            panel: false,
            measurements: true,
        }
    }

    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError> {
        orders::accept(self.host().await?, order).await
    }

    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError> {
        orders::tell(self.host().await?, order).await
    }

    async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError> {
        self.host().await?.observe(machine).await
    }

    async fn images(&self, machine: &Machine) -> Result<Vec<Image>, DriverError> {
        let host = self.host().await?;
        host.check(machine)?;
        host.files(Folder::images).await.map_err(unreadable)
    }

    async fn backups(&self, machine: &Machine) -> Result<Vec<Backup>, DriverError> {
        let host = self.host().await?;
        host.check(machine)?;
        host.state(&machine.handle).await.map_err(unanswered)?;
        let service = machine.service;
        host.files(move |folder| folder.backups(service)).await.map_err(unreadable)
    }

    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError> {
        let host = self.host().await?;
        host.check(machine)?;
        host.measure(&machine.handle).await.map_err(unanswered)?;
        Ok(host.measured.since(&machine.handle, from))
    }

    async fn credentials(&self, _: &Machine) -> Result<MachineCredentials, DriverError> {
        Err(unsupported())
    }

    async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError> {
        self.host().await?.console(machine).await
    }

    async fn panel(&self, _: &Machine, _: &PanelVisit) -> Result<Secret, DriverError> {
        Err(unsupported())
    }
}

fn unsupported() -> DriverError {
    DriverError::Refused(FailureReason::Unsupported, "libvirt knows no such thing".to_owned())
}

/// Nothing has begun: the driver's own folder comes first.
fn unreadable(error: io::Error) -> DriverError {
    DriverError::NotReached(format!("the driver's folder: {error}"))
}

/// What a failed call is to a question that changes nothing.
fn unanswered(error: CallError) -> DriverError {
    match error {
        CallError::NotReached(cause) => DriverError::NotReached(cause),
        CallError::NoAnswer(cause) => DriverError::NoAnswer(cause),
        CallError::Refused(error) => DriverError::Refused(host::reason(&error), error.message().to_owned()),
    }
}
