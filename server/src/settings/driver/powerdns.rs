//! A section of the kind `powerdns`: a PowerDNS server, for zones.

use super::secret::secret_in;
use domain::text::Secret;
use drivers::client::Target;
use drivers::powerdns::PowerDns;
use portal::SettingProblems;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerDnsDriver {
    pub(super) name: String,
    url: String,
    api_key: Option<Secret>,
    api_key_file: Option<PathBuf>,
    api_key_env: Option<String>,
    #[serde(default = "localhost")]
    server: String,
    #[serde(default)]
    allow_private: bool,
    ca_file: Option<PathBuf>,
    /// The key and the certificates, once they were found.
    #[serde(skip)]
    found: Option<Found>,
}

#[derive(Debug, Clone)]
struct Found {
    key: Secret,
    authorities: Option<Vec<u8>>,
}

/// What every PowerDNS calls itself.
fn localhost() -> String {
    "localhost".to_owned()
}

impl PowerDnsDriver {
    /// Finds key and certificates, and adds what is wrong.
    pub(super) fn check(&mut self, environment: &BTreeMap<String, String>, problems: &mut SettingProblems) {
        let name = self.name.clone();
        let key =
            secret_in(environment, self.api_key.as_ref(), self.api_key_file.as_deref(), self.api_key_env.as_deref());
        let key = match key.unwrap_or_else(|| Err("set one of api_key, api_key_file and api_key_env".to_owned())) {
            Ok(key) => key,
            Err(why) => return problems.add("driver.api_key", format_args!("{name}: {why}")),
        };
        let authorities = match self.ca_file.as_ref().map(|file| (file, std::fs::read(file))) {
            None => None,
            Some((_, Ok(authorities))) => Some(authorities),
            Some((file, Err(why))) => {
                return problems.add("driver.ca_file", format_args!("{name}: {}: {why}", file.display()));
            }
        };
        self.found = Some(Found { key, authorities });
        if let Err(why) = self.open() {
            problems.add("driver", format_args!("{name}: {why}"));
        }
    }

    /// Whether its key is in this variable.
    pub(super) fn names(&self, variable: &str) -> bool {
        self.api_key_env.as_deref() == Some(variable)
    }

    /// The name server.
    pub(super) fn open(&self) -> Result<PowerDns, String> {
        let Found { key, authorities } = self.found.as_ref().ok_or("its key was not looked for")?;
        let target = Target::parse(&self.url, self.allow_private).map_err(|why| format!("url: {why}"))?;
        PowerDns::new(target, key, &self.server, authorities.as_deref()).map_err(|why| why.to_string())
    }
}
