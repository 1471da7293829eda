//! `[[driver]]`: what runs services. A kind of driver is a variant here, with its own section as a struct.

use super::reader::Reader;
use crate::clock::Clock;
use domain::provisioning::{DriverMemory, Provisioner};
use drivers::demo::Demo;
use portal::SettingProblems;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name of the driver that demo data is run by.
pub const DEMO: &str = "demo";

/// A section.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Driver {
    /// Nothing but rows of the database.
    Demo(DemoDriver),
}

/// A section of the kind `demo`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoDriver {
    name: String,
}

impl Driver {
    /// What services call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Demo(section) => &section.name,
        }
    }

    /// Adds what is wrong with the section beside its name.
    fn check(&self, _problems: &mut SettingProblems) {
        match self {
            Self::Demo(DemoDriver { name: _ }) => {}
        }
    }

    /// The driver itself.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(&self, memory: &Arc<dyn DriverMemory>, clock: &Clock) -> Result<Arc<dyn Provisioner>, String> {
        match self {
            Self::Demo(section) => Ok(Arc::new(Demo::new(&section.name, Arc::clone(memory), Arc::clone(clock)))),
        }
    }
}

impl Reader {
    /// The drivers; with demo data there is one that runs it.
    pub(super) fn drivers(&mut self) -> Vec<Driver> {
        let mut drivers = self.file.driver.clone();
        if self.arguments.demo && drivers.iter().all(|driver| driver.name() != DEMO) {
            drivers.push(Driver::Demo(DemoDriver { name: DEMO.to_owned() }));
        }
        let mut taken = BTreeSet::new();
        for driver in &drivers {
            let name = driver.name();
            let well_formed = (1..=40).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte));
            if !well_formed {
                self.problems.add("driver", format_args!("the name {name:?} must be 1 to 40 of a-z, 0-9, - and _"));
            }
            if !taken.insert(name.to_owned()) {
                self.problems.add("driver", format_args!("the name {name:?} is taken twice"));
            }
            driver.check(&mut self.problems);
        }
        drivers
    }
}
