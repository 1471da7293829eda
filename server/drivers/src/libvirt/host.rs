//! What the parts of the driver share, and what it sees of machines.

use super::calls::{CallError, Calls};
use super::description::Description;
use super::disks::Folder;
use super::measure::{Counters, Measured};
use super::{LibvirtSettings, names, unanswered};
use crate::Clock;
use domain::id::OrderId;
use domain::provisioning::{
    ConsoleAddress, DriverError, FailureReason, Machine, MachineAddress, MachineState, Observed, Task,
};
use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use virt::connect::Connect;
use virt::domain::Domain;
use virt::error::{Error, ErrorNumber};

/// A libvirt host, and what is being done on it.
pub(super) struct Host {
    pub(super) settings: LibvirtSettings,
    pub(super) clock: Clock,
    pub(super) calls: Calls,
    pub(super) folder: Folder,
    pub(super) measured: Measured,
    /// What is being done, by the machine's handle: one order at a time.
    held: Mutex<HashMap<String, Held>>,
}

#[derive(Debug, Clone, Copy)]
struct Held {
    order: OrderId,
    shows: bool,
}

/// A machine held for an order; free again when this goes.
pub(super) struct Hold {
    host: Arc<Host>,
    handle: String,
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.host.held.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.handle);
    }
}

/// Which of a domain's descriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// As it is now.
    Live,
    /// As it is now, with the display's password.
    LiveWithPassword,
    /// As it starts the next time.
    Next,
}

impl Host {
    pub(super) fn open(settings: LibvirtSettings, clock: Clock) -> io::Result<Self> {
        Ok(Self {
            calls: Calls::new(&settings.uri, settings.answer),
            folder: Folder::open(&settings.folder)?,
            measured: Measured::new(settings.measure_seconds),
            held: Mutex::default(),
            settings,
            clock,
        })
    }

    /// Whether the machine is one of those that the settings give to the driver.
    pub(super) fn check(&self, machine: &Machine) -> Result<(), DriverError> {
        if names::is_plain(&machine.handle) && machine.handle.starts_with(&self.settings.prefix) {
            return Ok(());
        }
        let cause = format!("no domain of this driver: its name has to begin with {:?}", self.settings.prefix);
        Err(DriverError::Refused(FailureReason::MachineGone, cause))
    }

    /// Holds a machine for an order; else the order that it is held for.
    pub(super) fn hold(self: &Arc<Self>, handle: &str, order: OrderId, task: &Task) -> Result<Hold, OrderId> {
        // A machine that is backed up goes on running.
        let shows = !matches!(task, Task::CreateBackup { .. });
        let mut all = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = all.get(handle) {
            return Err(held.order);
        }
        all.insert(handle.to_owned(), Held { order, shows });
        Ok(Hold { host: Arc::clone(self), handle: handle.to_owned() })
    }

    fn held(&self, handle: &str) -> Option<Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).get(handle).copied()
    }

    /// The order that a machine is held for.
    pub(super) fn held_for(&self, handle: &str) -> Option<OrderId> {
        self.held(handle).map(|held| held.order)
    }

    /// Works on the folder, off the threads that answer requests.
    pub(super) async fn files<T, W>(&self, work: W) -> io::Result<T>
    where
        T: Send + 'static,
        W: FnOnce(&Folder) -> io::Result<T> + Send + 'static,
    {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || work(&folder)).await.unwrap_or_else(|error| Err(io::Error::other(error)))
    }

    /// Works on a machine.
    pub(super) async fn ask<T, W>(&self, handle: &str, work: W) -> Result<T, CallError>
    where
        T: Send + 'static,
        W: FnOnce(&Domain) -> Result<T, Error> + Send + 'static,
    {
        let handle = handle.to_owned();
        self.calls.ask(move |connect: &Connect| work(&Domain::lookup_by_name(connect, &handle)?)).await
    }

    /// Whether a machine runs, as libvirt says.
    pub(super) async fn state(&self, handle: &str) -> Result<MachineState, CallError> {
        self.ask(handle, |domain| Ok(state(domain.get_state()?.0))).await
    }

    /// A machine's description; `None` where it cannot be understood.
    pub(super) async fn description(&self, handle: &str, which: Which) -> Result<Option<Description>, CallError> {
        let flags = match which {
            Which::Live => 0,
            Which::LiveWithPassword => virt_sys::VIR_DOMAIN_XML_SECURE,
            Which::Next => virt_sys::VIR_DOMAIN_XML_INACTIVE,
        };
        let seed = self.folder.seed(handle);
        let xml = self.ask(handle, move |domain| domain.get_xml_desc(flags)).await?;
        Ok(Description::read(&xml, &seed)
            .inspect_err(|error| tracing::error!(handle, error, "a domain's description cannot be read"))
            .ok())
    }

    pub(super) async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError> {
        self.check(machine)?;
        let handle = &machine.handle;
        let state = self.state(handle).await.map_err(unanswered)?;
        if let Err(error) = self.measure(handle).await {
            tracing::debug!(handle, ?error, "a machine was not measured");
        }
        let state = if self.held(handle).is_some_and(|held| held.shows) { MachineState::Busy } else { state };
        let addresses = self.ask(handle, |domain| Ok(addresses(domain))).await.map_err(unanswered)?;
        Ok(Observed { state, addresses })
    }

    /// Takes a sample of a machine that runs.
    pub(super) async fn measure(&self, handle: &str) -> Result<(), CallError> {
        let Some(description) = self.description(handle, Which::Live).await? else { return Ok(()) };
        let counters = self.ask(handle, move |domain| {
            let info = domain.get_info()?;
            let (mut received, mut sent) = (0, 0);
            for interface in &description.interfaces {
                // One that was just taken away counts no more.
                if let Ok(stats) = domain.interface_stats(interface) {
                    received += u64::try_from(stats.rx_bytes).unwrap_or(0);
                    sent += u64::try_from(stats.tx_bytes).unwrap_or(0);
                }
            }
            Ok((info, received, sent))
        });
        let (info, received, sent) = counters.await?;
        let at = (self.clock)();
        let counters = Counters { at, cpu: info.cpu_time, processors: info.nr_virt_cpu, received, sent };
        self.measured.take(handle, counters);
        Ok(())
    }

    pub(super) async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError> {
        self.check(machine)?;
        let refused = |reason, cause: &str| DriverError::Refused(reason, cause.to_owned());
        let description = self.description(&machine.handle, Which::LiveWithPassword).await.map_err(unanswered)?;
        let display = description
            .and_then(|description| description.display)
            .ok_or_else(|| refused(FailureReason::Unsupported, "it has no VNC display with an address"))?;
        if !display.host.is_loopback() && !self.settings.remote_display {
            return Err(refused(FailureReason::Unsupported, "its display is not on this machine's own address"));
        }
        let port = display.port.ok_or_else(|| refused(FailureReason::WrongState, "it does not run"))?;
        Ok(ConsoleAddress { host: display.host, port, password: display.password })
    }
}

/// What a state of libvirt's is called here.
const fn state(state: virt_sys::virDomainState) -> MachineState {
    match state {
        virt_sys::VIR_DOMAIN_RUNNING | virt_sys::VIR_DOMAIN_BLOCKED => MachineState::Running,
        virt_sys::VIR_DOMAIN_SHUTDOWN => MachineState::Busy,
        virt_sys::VIR_DOMAIN_SHUTOFF | virt_sys::VIR_DOMAIN_CRASHED => MachineState::Stopped,
        // Paused, by whom and why ever; asleep; or something new.
        _ => MachineState::Unknown,
    }
}

/// The addresses that libvirt's own networks gave it. A machine on a bridge of the provider's has none here.
fn addresses(domain: &Domain) -> Vec<MachineAddress> {
    let leases = domain.interface_addresses(virt_sys::VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0).unwrap_or_default();
    leases
        .iter()
        .flat_map(|interface| &interface.addrs)
        .filter_map(|address| address.addr.parse::<IpAddr>().ok())
        .map(|address| MachineAddress { address, reverse: None })
        .collect()
}

/// What an error of libvirt's is to a customer.
pub(super) fn reason(error: &Error) -> FailureReason {
    let code = error.code();
    if code == ErrorNumber::NoDomain {
        FailureReason::MachineGone
    } else if code == ErrorNumber::OperationInvalid {
        FailureReason::WrongState
    } else if code == ErrorNumber::OperationTimeout {
        FailureReason::Busy
    } else if code == ErrorNumber::NoSupport || code == ErrorNumber::OperationUnsupported {
        FailureReason::Unsupported
    } else {
        FailureReason::Other
    }
}
