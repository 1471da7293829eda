//! A section of the kind `powerdns`: a PowerDNS server, for zones.

use domain::text::Secret;
use drivers::client::Target;
use drivers::powerdns::PowerDns;
use portal::SettingProblems;
use serde::Deserialize;

/// The section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerDnsDriver {
    pub(super) name: String,
    url: String,
    api_key: Secret,
    #[serde(default = "localhost")]
    server: String,
    #[serde(default)]
    allow_private: bool,
}

/// What every PowerDNS calls itself.
fn localhost() -> String {
    "localhost".to_owned()
}

impl PowerDnsDriver {
    /// Adds what is wrong with the section.
    pub(super) fn check(&self, problems: &mut SettingProblems) {
        if let Err(why) = self.open() {
            problems.add("driver", format_args!("{}: {why}", self.name));
        }
    }

    /// The name server.
    pub(super) fn open(&self) -> Result<PowerDns, String> {
        let target = Target::parse(&self.url, self.allow_private).map_err(|why| format!("url: {why}"))?;
        PowerDns::new(target, &self.api_key, &self.server, None).map_err(|why| why.to_string())
    }
}
