//! Opens what lies behind the pages.

use super::Failed;
use crate::clock::{self, Clock};
use crate::settings::{Driver, PublicUrl, Settings, Stores};
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
    let open = |driver: &Driver| {
        let opened = driver.open(&stores).map_err(|why| format!("driver {}: {why}", driver.name()))?;
        Ok((driver.name().to_owned(), opened))
    };
    Ok(Drivers { services: settings.drivers.iter().map(open).collect::<Result<_, String>>()?, ..Drivers::default() })
}
