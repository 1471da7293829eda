//! The shape of `portico.toml`. Every key is optional, and none but these is allowed. No `Debug`: it may hold
//! passwords of the database and the mail server.

use domain::contact::RequiredField;
use domain::person::Language;
use domain::provider::{PeopleWord, RegisteredPeople, WayToAdd};
use domain::template::Template;
use serde::Deserialize;
use std::path::PathBuf;

/// `portico.toml`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    pub listen: Option<String>,
    pub public_url: Option<String>,
    pub data: Option<PathBuf>,
    pub database_url: Option<String>,
    pub support_email: Option<String>,
    pub language: Option<Language>,
    pub people: Option<PeopleWord>,
    pub ways_to_add: Option<Vec<WayToAdd>>,
    pub registered_people: Option<RegisteredPeople>,
    pub required_fields: Option<Vec<RequiredField>>,
    pub restore_days: Option<i64>,
    pub trusted_proxies: Option<Vec<String>>,
    pub brand: Brand,
    pub password: Password,
    pub sessions: Sessions,
    pub mail: Mail,
    pub database: Database,
    pub notifications: Notifications,
    pub limits: Limits,
    pub templates: Vec<Template>,
}

/// `[brand]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    pub name: Option<String>,
    pub logo: Option<PathBuf>,
    pub colour: Option<String>,
}

/// `[password]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Password {
    pub min_length: Option<i64>,
}

/// `[sessions]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    pub idle_hours: Option<i64>,
    pub absolute_days: Option<i64>,
}

/// `[mail]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    pub smtp_url: Option<String>,
    pub from: Option<String>,
    pub templates: Option<PathBuf>,
    pub timeout_seconds: Option<i64>,
    pub allow_plaintext: bool,
}

/// `[database]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    pub allow_plaintext: bool,
}

/// `[notifications]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Notifications {
    pub digest_seconds: Option<i64>,
}

/// `[limits]`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    pub connections: Option<i64>,
    pub connections_per_address: Option<i64>,
    pub writes_per_minute: Option<i64>,
}
