//! The provider's settings: from `portico.toml`, the environment and the command line, later ones winning.
//!
//! Everything is checked before the portal starts, and every problem is named with the place it came from. Sections
//! belong to those who take them, and check themselves; docs/settings.md describes each key.

mod brand;
mod driver;
mod file;
mod network;
mod provider;
mod public_url;
mod reader;

pub use driver::{DEMO, Driver, Stores};
pub use network::{Network, NotANetwork};
pub use public_url::{NotAPublicUrl, PublicUrl, Scheme};

use crate::assets::BrandFile;
use reader::Reader;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// What the command line says of settings.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Arguments {
    /// The settings file; without this, portico.toml in the working directory if there is one
    #[arg(long, value_name = "FILE", global = true, help_heading = "Settings")]
    pub config: Option<PathBuf>,
    /// The directory of the embedded database and everything else that is kept, ./data by default
    #[arg(long, value_name = "DIR", global = true, help_heading = "Settings")]
    pub data: Option<PathBuf>,
    /// The address people reach the portal under, http://localhost:PORT by default
    #[arg(long, value_name = "URL", global = true, help_heading = "Settings")]
    pub public_url: Option<String>,
    /// Listen here, 127.0.0.1:8080 by default
    #[arg(skip)]
    pub listen: Option<String>,
    /// Fill an empty installation with demo data and show mails at /dev/outbox
    #[arg(skip)]
    pub demo: bool,
    /// Name the session cookie so that browsers take it without TLS under every loopback name
    #[arg(skip)]
    pub insecure_cookie: bool,
}

/// Where settings come from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The settings file: its name for messages, and its text.
    pub file: Option<(String, String)>,
    pub environment: BTreeMap<String, String>,
    pub arguments: Arguments,
}

/// The settings, checked.
#[derive(Debug, Clone)]
pub struct Settings {
    pub listen: SocketAddr,
    /// The address people reach the portal under; `None` is the default one, which follows the listener's port.
    pub public_url: Option<PublicUrl>,
    /// The proxies that are believed when they name the client.
    pub trusted_proxies: Vec<Network>,
    /// How the session cookie is named and sent.
    pub cookie: CookieKind,
    /// How many connections there may be.
    pub limits: ConnectionLimits,
    /// How many consoles there may be at a time.
    pub consoles: usize,
    /// The files of the brand.
    pub brand_files: Vec<BrandFile>,
    /// What runs services.
    pub drivers: Vec<Driver>,
    /// What the portal takes; its address is that of the listener named here.
    pub portal: portal::Config,
    /// What looks like a mistake but stops nothing.
    pub warnings: Vec<String>,
}

/// How the session cookie is named and sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CookieKind {
    /// `__Host-portico`, with Secure.
    HostPrefixed,
    /// `portico`, without Secure: for browsers that refuse the other one on a loopback name.
    Plain,
}

/// How many connections there may be at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// In all.
    pub connections: usize,
    /// From one address (IPv6: one /64); trusted proxies are not counted.
    pub connections_per_address: usize,
}

/// What is wrong with the settings: every problem, one a line, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the settings are invalid:\n  {}", .0.join("\n  "))]
pub struct SettingsError(pub Vec<String>);

impl Settings {
    /// Reads the process's own environment and the settings file.
    ///
    /// # Errors
    /// When the file can't be read or anything in the settings is invalid.
    pub fn load(arguments: Arguments) -> Result<Self, SettingsError> {
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let named = arguments.config.clone().or_else(|| environment.get("PORTICO_CONFIG").map(PathBuf::from));
        let file = match named {
            Some(path) => Some(read_file(&path)?),
            None if Path::new("portico.toml").exists() => Some(read_file(Path::new("portico.toml"))?),
            None => None,
        };
        Self::from_sources(Sources { file, environment, arguments })
    }

    /// Puts the settings together and checks them.
    ///
    /// # Errors
    /// Names everything that is invalid.
    pub fn from_sources(sources: Sources) -> Result<Self, SettingsError> {
        Reader::new(sources)?.settings()
    }

    /// The address people reach the portal under, now that the listener's port is known.
    pub fn public_url(&self, listening: SocketAddr) -> PublicUrl {
        self.public_url.clone().unwrap_or_else(|| PublicUrl::local(listening.port()))
    }
}

fn read_file(path: &Path) -> Result<(String, String), SettingsError> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok((name, text)),
        Err(error) => Err(SettingsError(vec![format!("{name}: {error}")])),
    }
}

#[cfg(test)]
mod tests;
