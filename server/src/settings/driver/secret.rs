//! Keys of drivers: each has an id, and its secret is in the settings, in a file of its own or in the environment.

use domain::text::Secret;
use drivers::signing::Key;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
        let found = secret_in(environment, secret.as_ref(), secret_file.as_deref(), secret_env.as_deref());
        let found = found.unwrap_or_else(|| Err("set one of secret, secret_file and secret_env".to_owned()));
        found
            .and_then(|secret| Key::new(id.clone(), secret).map_err(|problem| problem.to_string()))
            .map_err(|problem| format!("the key {id:?}: {problem}"))
    }

    /// The variable that its secret is in.
    pub fn variable(&self) -> Option<&str> {
        self.secret_env.as_deref()
    }
}

/// A secret from wherever a section says that it is: in the settings, in a file or in a variable. Nothing where it says none
/// of these, or more than one.
///
/// # Errors
/// When it is not to be read. The secret is not in the message.
pub fn secret_in(
    environment: &BTreeMap<String, String>,
    secret: Option<&Secret>,
    file: Option<&Path>,
    variable: Option<&str>,
) -> Option<Result<Secret, String>> {
    match (secret, file, variable) {
        (Some(secret), None, None) => Some(Ok(secret.clone())),
        (None, Some(file), None) => Some(match std::fs::read_to_string(file) {
            Ok(text) => Ok(Secret::new(text.trim_end_matches(['\r', '\n']).to_owned())),
            Err(error) => Err(format!("{}: {error}", file.display())),
        }),
        (None, None, Some(variable)) => Some(
            environment
                .get(variable)
                .map(|text| Secret::new(text.clone()))
                .ok_or_else(|| format!("the environment variable {variable} is not set")),
        ),
        _ => None,
    }
}
