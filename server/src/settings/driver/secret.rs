//! Keys of drivers: each has an id, and its secret is in the settings, in a file of its own or in the environment.

use domain::text::Secret;
use drivers::signing::Key;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeySection {
    id: String,
    secret: Option<Secret>,
    secret_file: Option<PathBuf>,
    secret_env: Option<String>,
}

impl KeySection {
    /// The key, with its secret from wherever the section says that it is.
    ///
    /// # Errors
    /// When it is nowhere, in several places, or not to be read. The secret is not in the message.
    pub fn find(&self, environment: &BTreeMap<String, String>) -> Result<Key, String> {
        let Self { id, secret, secret_file, secret_env } = self;
        let found = match (secret, secret_file, secret_env) {
            (Some(secret), None, None) => Ok(secret.clone()),
            (None, Some(file), None) => match std::fs::read_to_string(file) {
                Ok(text) => Ok(Secret::new(text.trim_end_matches(['\r', '\n']).to_owned())),
                Err(error) => Err(format!("{}: {error}", file.display())),
            },
            (None, None, Some(variable)) => environment
                .get(variable)
                .map(|text| Secret::new(text.clone()))
                .ok_or_else(|| format!("the environment variable {variable} is not set")),
            _ => Err("set one of secret, secret_file and secret_env".to_owned()),
        };
        found
            .and_then(|secret| Key::new(id.clone(), secret).map_err(|problem| problem.to_string()))
            .map_err(|problem| format!("the key {id:?}: {problem}"))
    }

    /// The variable that its secret is in.
    pub fn variable(&self) -> Option<&str> {
        self.secret_env.as_deref()
    }
}
