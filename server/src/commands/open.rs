//! Opens what lies behind the pages.

use super::Failed;
use crate::clock::{self, Clock};
use crate::settings::{PublicUrl, Settings, Stores};
use portal::{Config, DriverStores, Drivers, Opened};
use std::sync::Arc;

/// Opens the database and brings it to this version's schema.
pub async fn open(settings: &Settings, public_url: &PublicUrl) -> Result<Arc<Opened>, Failed> {
    let drivers = |stores| drivers(settings, public_url, &stores, &clock::system());
    Ok(Arc::new(portal::open(config(settings, public_url), drivers).await?))
}

/// What the portal takes of the settings.
pub fn config(settings: &Settings, public_url: &PublicUrl) -> Config {
    Config { public_url: public_url.origin(), ..settings.portal.clone() }
}

/// The drivers that the settings name.
///
/// # Errors
/// Which one cannot be opened, and why.
pub fn drivers(
    settings: &Settings,
    public_url: &PublicUrl,
    stores: &DriverStores,
    clock: &Clock,
) -> Result<Drivers, String> {
    let (DriverStores { memory, reports }, origin) = (stores, public_url.to_string());
    let stores = Stores { memory, reports, clock, origin: &origin };
    let mut drivers = Drivers::default();
    for driver in &settings.drivers {
        let failed = |why| format!("driver {}: {why}", driver.name());
        let name = driver.name().to_owned();
        drivers.services.extend(driver.open(&stores).map_err(failed)?.map(|service| (name.clone(), service)));
        drivers.zones.extend(driver.open_zones(memory).map_err(failed)?.map(|zones| (name, zones)));
    }
    Ok(drivers)
}
