//! `panel`: where a driver's panel is, and what its links are signed with. Any kind of driver can have one.

use super::secret::KeySection;
use domain::provisioning::Provisioner;
use drivers::panel::{PanelLinks, WithPanel};
use drivers::signing::Key;
use portal::SettingProblems;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A panel.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelSection {
    url: String,
    key: KeySection,
    /// The key, once it was found.
    #[serde(skip)]
    found: Option<Key>,
}

impl PanelSection {
    /// Finds the key, and adds what is wrong.
    pub fn check(&mut self, driver: &str, environment: &BTreeMap<String, String>, problems: &mut SettingProblems) {
        match self.key.find(environment) {
            Ok(key) => match PanelLinks::new(&self.url, key.clone(), String::new()) {
                Ok(_) => self.found = Some(key),
                Err(problem) => problems.add("driver.panel.url", format_args!("{driver}: {problem}")),
            },
            Err(problem) => problems.add("driver.panel.key", format_args!("{driver}: {problem}")),
        }
    }

    /// The variable that the secret of its key is in.
    pub fn variable(&self) -> Option<&str> {
        self.key.variable()
    }

    /// The driver with this panel, whose links say that they are from `origin`.
    pub fn before(&self, driver: Arc<dyn Provisioner>, origin: &str) -> Result<Arc<dyn Provisioner>, String> {
        let key = self.found.clone().ok_or("the key of its panel was not looked for")?;
        let links = PanelLinks::new(&self.url, key, origin.to_owned()).map_err(|problem| problem.to_string())?;
        Ok(Arc::new(WithPanel::new(driver, links)))
    }
}
