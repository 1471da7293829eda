//! A section of the kind `webhook`: the provider's own automation over HTTP.

use super::Stores;
use super::panel::PanelSection;
use super::secret::KeySection;
use crate::callbacks;
use domain::provisioning::{Abilities, Provisioner};
use drivers::client::{Client, Target};
use drivers::signing::Keys;
use drivers::webhook::{ANSWER_MAX, CallbackReader, Parts, Retries, Webhook};
use portal::SettingProblems;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookDriver {
    pub(super) name: String,
    pub(super) panel: Option<PanelSection>,
    url: String,
    #[serde(default)]
    allow_private: bool,
    ca_file: Option<PathBuf>,
    keys: Vec<KeySection>,
    #[serde(default = "timeout_seconds")]
    timeout_seconds: i64,
    #[serde(default = "Ability::all")]
    abilities: BTreeSet<Ability>,
    /// The keys and certificates, once they were found.
    #[serde(skip)]
    found: Option<Found>,
}

#[derive(Debug, Clone)]
struct Found {
    keys: Keys,
    authorities: Option<Vec<u8>>,
}

/// What the other side can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ability {
    Power,
    Rebuild,
    Backups,
    ReverseDns,
    Credentials,
    Console,
    Measurements,
}

impl Ability {
    fn all() -> BTreeSet<Self> {
        [
            Self::Power,
            Self::Rebuild,
            Self::Backups,
            Self::ReverseDns,
            Self::Credentials,
            Self::Console,
            Self::Measurements,
        ]
        .into()
    }
}

const fn timeout_seconds() -> i64 {
    8
}

impl WebhookDriver {
    /// Finds keys and certificates, and adds what is wrong.
    pub fn check(&mut self, environment: &BTreeMap<String, String>, problems: &mut SettingProblems) {
        let Self { name, url, allow_private, ca_file, keys, timeout_seconds, found, .. } = self;
        problems.number("driver.timeout_seconds", *timeout_seconds, 1..=9);
        let authorities = ca_file
            .as_ref()
            .map(|file| std::fs::read(file).map_err(|error| format!("{name}: {}: {error}", file.display())));
        let authorities = authorities.transpose().unwrap_or_else(|problem| {
            problems.add("driver.ca_file", problem);
            None
        });
        match Target::parse(url, *allow_private) {
            Ok(target) => {
                if let Err(problem) = Client::new(target, authorities.as_deref(), ANSWER_MAX) {
                    problems.add("driver.ca_file", format_args!("{name}: {problem}"));
                }
            }
            Err(problem) => problems.add("driver.url", format_args!("{name}: {problem}")),
        }
        let keys: Result<Vec<_>, String> = keys.iter().map(|key| key.find(environment)).collect();
        match keys.and_then(|keys| Keys::new(keys).map_err(|problem| problem.to_string())) {
            Ok(keys) => *found = Some(Found { keys, authorities }),
            Err(problem) => problems.add("driver.keys", format_args!("{name}: {problem}")),
        }
    }

    /// The variables that secrets of keys are in.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().filter_map(KeySection::variable)
    }

    /// What reads its callbacks.
    pub fn callbacks(&self) -> Option<CallbackReader> {
        self.found.as_ref().map(|found| CallbackReader::new(found.keys.clone()))
    }

    /// The driver.
    ///
    /// # Errors
    /// When it was not checked, or the check found something.
    pub fn open(&self, stores: &Stores<'_>) -> Result<Arc<dyn Provisioner>, String> {
        let Found { keys, authorities } = self.found.clone().ok_or("its keys were not looked for")?;
        let target = Target::parse(&self.url, self.allow_private).map_err(|problem| problem.to_string())?;
        let client = Client::new(target, authorities.as_deref(), ANSWER_MAX).map_err(|problem| problem.to_string())?;
        let timeout = u64::try_from(self.timeout_seconds).map_err(|problem| problem.to_string())?;
        Ok(Arc::new(Webhook::new(Parts {
            name: self.name.clone(),
            client,
            keys,
            abilities: self.abilities(),
            timeout: Duration::from_secs(timeout),
            retries: Retries::default(),
            callback: format!("{}{}", stores.origin, callbacks::path(&self.name)),
            reports: Arc::clone(stores.reports),
            clock: Arc::clone(stores.clock),
        })))
    }

    fn abilities(&self) -> Abilities {
        let has = |ability| self.abilities.contains(&ability);
        Abilities {
            power: has(Ability::Power),
            rebuild: has(Ability::Rebuild),
            backups: has(Ability::Backups),
            reverse_dns: has(Ability::ReverseDns),
            credentials: has(Ability::Credentials),
            console: has(Ability::Console),
            panel: false,
            measurements: has(Ability::Measurements),
        }
    }
}
