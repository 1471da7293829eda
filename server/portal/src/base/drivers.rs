//! The drivers that the settings name: whatever runs services, and whatever serves zones.

use domain::dns::NameServer;
use domain::provisioning::callbacks::Reports;
use domain::provisioning::{DriverError, DriverMemory, Provisioner};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

/// The drivers, by the name of their section of the settings.
#[derive(Clone)]
pub struct Drivers {
    /// Those of services.
    pub services: BTreeMap<String, Arc<dyn Provisioner>>,
    /// Those of zones.
    pub zones: BTreeMap<String, Arc<dyn NameServer>>,
    /// For how long a driver is waited for.
    pub patience: Duration,
}

impl Default for Drivers {
    fn default() -> Self {
        Self { services: BTreeMap::new(), zones: BTreeMap::new(), patience: Duration::from_secs(10) }
    }
}

impl Drivers {
    /// Waits for an answer of a driver, and no longer than that. One that hangs or panics takes nobody else along.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        call: impl Future<Output = Result<T, DriverError>> + Send + 'static,
    ) -> Result<T, DriverError> {
        // A task of its own, which ends with whoever waits for it.
        let mut calls = JoinSet::new();
        calls.spawn(call);
        match tokio::time::timeout(self.patience, calls.join_next()).await {
            Ok(Some(Ok(answer))) => answer,
            Ok(Some(Err(error))) => Err(DriverError::Nonsense(error.to_string())),
            Ok(None) | Err(_) => Err(DriverError::NoAnswer(format!("no answer within {:?}", self.patience))),
        }
    }
}

/// How many orders a driver has at once: one that hangs leaves the places of others free.
const AT_ONCE: usize = 8;

/// Whose turn it is with a driver, by its name.
#[derive(Debug)]
pub(crate) struct Turns(BTreeMap<String, Arc<Semaphore>>);

impl Turns {
    pub(crate) fn of(drivers: &Drivers) -> Self {
        Self(drivers.services.keys().map(|name| (name.clone(), Arc::new(Semaphore::new(AT_ONCE)))).collect())
    }

    /// How many orders all of them have at once.
    pub(crate) fn places(&self) -> usize {
        self.0.len() * AT_ONCE
    }

    /// A turn, where there is one left.
    pub(crate) fn take(&self, driver: &str) -> Option<OwnedSemaphorePermit> {
        Arc::clone(self.0.get(driver)?).try_acquire_owned().ok()
    }
}

/// What drivers are opened on.
#[derive(Clone)]
pub struct DriverStores {
    /// What those without a place of their own must not forget.
    pub memory: Arc<dyn DriverMemory>,
    /// What their other sides called back.
    pub reports: Arc<dyn Reports>,
}

impl fmt::Debug for Drivers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut drivers = f.debug_struct("Drivers");
        drivers.field("services", &self.services.keys()).field("zones", &self.zones.keys()).finish_non_exhaustive()
    }
}
