//! Opens what lies behind the pages.

use super::Failed;
use crate::settings::{PublicUrl, Settings};
use portal::{Config, Opened};
use std::sync::Arc;

/// Opens the database and brings it to this version's schema.
pub async fn open(settings: &Settings, public_url: &PublicUrl) -> Result<Arc<Opened>, Failed> {
    Ok(Arc::new(portal::open(config(settings, public_url)).await?))
}

/// What the portal takes of the settings.
pub fn config(settings: &Settings, public_url: &PublicUrl) -> Config {
    Config { public_url: public_url.origin(), ..settings.portal.clone() }
}
