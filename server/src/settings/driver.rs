//! `[[driver]]`: what runs services, and what serves zones. A kind of driver is a variant here, with its own section as a
//! struct.

mod libvirt;
mod panel;
mod powerdns;
mod secret;
#[cfg(test)]
mod tests;
mod webhook;

use super::reader::Reader;
use crate::clock::Clock;
use domain::dns::NameServer;
use domain::provisioning::callbacks::Reports;
use domain::provisioning::{DriverMemory, Provisioner};
use drivers::demo::Demo;
use drivers::demo_zones::DemoZones;
use drivers::webhook::CallbackReader;
use libvirt::LibvirtDriver;
use panel::PanelSection;
use portal::SettingProblems;
use powerdns::PowerDnsDriver;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;
use webhook::WebhookDriver;

/// The name of the driver that demo data is run by.
pub const DEMO: &str = "demo";

/// A section.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Driver {
    /// Nothing but rows of the database.
    Demo(DemoDriver),
    /// The provider's own automation.
    Webhook(WebhookDriver),
    /// Machines of a libvirt host.
    Libvirt(LibvirtDriver),
    /// A PowerDNS server.
    Powerdns(PowerDnsDriver),
}

/// What drivers are opened on.
#[derive(Clone, Copy)]
pub struct Stores<'s> {
    /// What those without a place of their own must not forget.
    pub memory: &'s Arc<dyn DriverMemory>,
    /// What was called back.
    pub reports: &'s Arc<dyn Reports>,
    /// The time.
    pub clock: &'s Clock,
    /// The address of the portal, without a slash at its end.
    pub origin: &'s str,
}

/// A section of the kind `demo`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoDriver {
    name: String,
    panel: Option<PanelSection>,
    /// Where an RFB server shows a screen for its machines: a loopback address, with --demo.
    #[serde(default)]
    console: Option<SocketAddr>,
}

impl Driver {
    /// What services and domains call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Demo(section) => &section.name,
            Self::Webhook(section) => &section.name,
            Self::Libvirt(section) => &section.name,
            Self::Powerdns(section) => &section.name,
        }
    }

    /// Its panel, where the section names one.
    const fn panel(&self) -> Option<&PanelSection> {
        match self {
            Self::Demo(section) => section.panel.as_ref(),
            Self::Webhook(section) => section.panel.as_ref(),
            Self::Libvirt(section) => section.panel.as_ref(),
            Self::Powerdns(_) => None,
        }
    }

    const fn panel_mut(&mut self) -> Option<&mut PanelSection> {
        match self {
            Self::Demo(section) => section.panel.as_mut(),
            Self::Webhook(section) => section.panel.as_mut(),
            Self::Libvirt(section) => section.panel.as_mut(),
            Self::Powerdns(_) => None,
        }
    }

    /// Finds what the section refers to, and adds what is wrong with it beside its name.
    fn check(&mut self, environment: &BTreeMap<String, String>, is_demo: bool, problems: &mut SettingProblems) {
        let name = self.name().to_owned();
        if let Some(panel) = self.panel_mut() {
            panel.check(&name, environment, problems);
        }
        match self {
            Self::Demo(DemoDriver { console: Some(console), .. }) if !is_demo || !console.ip().is_loopback() => {
                problems.add("driver", format_args!("console = {console} is for a loopback address, and with --demo"));
            }
            Self::Demo(_) => {}
            Self::Webhook(section) => section.check(environment, problems),
            Self::Libvirt(section) => section.check(problems),
            Self::Powerdns(section) => section.check(environment, problems),
        }
    }

    /// Whether a secret of it is in this variable.
    pub(super) fn names_variable(&self, variable: &str) -> bool {
        let of_panel = self.panel().and_then(PanelSection::variable);
        of_panel == Some(variable)
            || match self {
                Self::Demo(_) | Self::Libvirt(_) => false,
                Self::Powerdns(section) => section.names(variable),
                Self::Webhook(section) => section.variables().any(|name| name == variable),
            }
    }

    /// What reads what its other side calls back, where it can.
    pub fn callbacks(&self) -> Option<CallbackReader> {
        match self {
            Self::Demo(_) | Self::Libvirt(_) | Self::Powerdns(_) => None,
            Self::Webhook(section) => section.callbacks(),
        }
    }

    /// The driver as what runs services, with its panel; nothing for one that does not.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(&self, stores: &Stores<'_>) -> Result<Option<Arc<dyn Provisioner>>, String> {
        let driver: Arc<dyn Provisioner> = match self {
            Self::Demo(DemoDriver { name, console, .. }) => {
                let demo = Demo::new(name, Arc::clone(stores.memory), Arc::clone(stores.clock));
                Arc::new(demo.with_console(*console))
            }
            Self::Webhook(section) => section.open(stores)?,
            Self::Libvirt(section) => section.open(stores.clock)?,
            Self::Powerdns(_) => return Ok(None),
        };
        match self.panel() {
            Some(panel) => Ok(Some(panel.before(driver, stores.origin)?)),
            None => Ok(Some(driver)),
        }
    }

    /// The driver as a name server, where it is one.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open_zones(&self, memory: &Arc<dyn DriverMemory>) -> Result<Option<Arc<dyn NameServer>>, String> {
        match self {
            Self::Demo(section) => Ok(Some(Arc::new(DemoZones::new(&section.name, Arc::clone(memory))))),
            Self::Powerdns(section) => Ok(Some(Arc::new(section.open()?))),
            Self::Webhook(_) | Self::Libvirt(_) => Ok(None),
        }
    }
}

impl Reader {
    /// The drivers; with demo data there is one that runs it.
    pub(super) fn drivers(&mut self) -> Vec<Driver> {
        let mut drivers = self.file.driver.clone();
        if self.arguments.demo && drivers.iter().all(|driver| driver.name() != DEMO) {
            drivers.push(Driver::Demo(DemoDriver { name: DEMO.to_owned(), panel: None, console: None }));
        }
        let mut taken = BTreeSet::new();
        for driver in &mut drivers {
            let name = driver.name();
            let well_formed = (1..=40).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte));
            if !well_formed {
                self.problems.add("driver", format_args!("the name {name:?} must be 1 to 40 of a-z, 0-9, - and _"));
            }
            if !taken.insert(name.to_owned()) {
                self.problems.add("driver", format_args!("the name {name:?} is taken twice"));
            }
            driver.check(&self.environment, self.arguments.demo, &mut self.problems);
        }
        drivers
    }
}
