//! The shape of `portico.toml`. Every key is optional, and none but these is allowed. A section that its owner takes as
//! it is stands with the owner. No `Debug`: what is typed for an address may hold a password.

use super::{ConnectionLimits, Driver};
use domain::contact::RequiredField;
use domain::person::Language;
use domain::provider::{Areas, Links, PeopleWord, RegisteredPeople, WayToAdd};
use domain::template::Template;
use domain::text::Secret;
use portal::{
    DatabaseSettings, MailSettings, NotificationSettings, PasswordSettings, SessionSettings, SettingProblems,
};
use serde::Deserialize;
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub listen: Option<String>,
    pub public_url: Option<String>,
    #[serde(default = "data")]
    pub data: PathBuf,
    pub database_url: Option<Secret>,
    pub support_email: Option<String>,
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub people: PeopleWord,
    #[serde(default = "ways_to_add")]
    pub ways_to_add: Vec<WayToAdd>,
    #[serde(default)]
    pub registered_people: RegisteredPeople,
    #[serde(default)]
    pub required_fields: Vec<RequiredField>,
    #[serde(default = "restore_days")]
    pub restore_days: i64,
    #[serde(default)]
    pub trusted_proxies: Vec<String>,
    #[serde(default)]
    pub brand: Brand,
    #[serde(default)]
    pub links: Links,
    #[serde(default)]
    pub areas: Areas,
    #[serde(default)]
    pub password: PasswordSettings,
    #[serde(default)]
    pub sessions: SessionSettings,
    #[serde(default)]
    pub mail: MailSettings,
    #[serde(default)]
    pub database: DatabaseSettings,
    #[serde(default)]
    pub notifications: NotificationSettings,
    #[serde(default)]
    pub limits: Limits,
    #[serde(default)]
    pub templates: Vec<Template>,
    #[serde(default)]
    pub driver: Vec<Driver>,
}

fn data() -> PathBuf {
    PathBuf::from("data")
}

fn ways_to_add() -> Vec<WayToAdd> {
    vec![WayToAdd::AddContact, WayToAdd::InviteUser]
}

const fn restore_days() -> i64 {
    30
}

/// `[brand]`.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    pub name: String,
    pub logo: Option<PathBuf>,
    pub logo_wide: Option<PathBuf>,
    pub logo_dark: Option<PathBuf>,
    pub favicon: Option<PathBuf>,
    pub font: Option<PathBuf>,
    pub colour: Option<String>,
    pub mail_colour: Option<String>,
    pub mail_footer: Option<String>,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            name: "Portico".to_owned(),
            logo: None,
            logo_wide: None,
            logo_dark: None,
            favicon: None,
            font: None,
            colour: None,
            mail_colour: None,
            mail_footer: None,
        }
    }
}

/// `[limits]`, which has two owners: connections are the server's, changes the portal's.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    connections: i64,
    connections_per_address: i64,
    consoles: i64,
    writes_per_minute: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 4_096, connections_per_address: 256, consoles: 200, writes_per_minute: 120 }
    }
}

impl Limits {
    pub fn check(&self, problems: &mut SettingProblems) {
        problems.number("limits.connections", self.connections, 16..=1_000_000);
        problems.number("limits.connections_per_address", self.connections_per_address, 1..=1_000_000);
        problems.number("limits.consoles", self.consoles, 1..=100_000);
        problems.number("limits.writes_per_minute", self.writes_per_minute, 10..=1_000_000);
    }

    pub fn connections(&self) -> ConnectionLimits {
        let size = |number: i64| usize::try_from(number).unwrap_or_default();
        ConnectionLimits {
            connections: size(self.connections),
            connections_per_address: size(self.connections_per_address),
        }
    }

    pub fn consoles(&self) -> usize {
        usize::try_from(self.consoles).unwrap_or_default()
    }

    pub fn writes_per_minute(&self) -> u32 {
        u32::try_from(self.writes_per_minute).unwrap_or_default()
    }
}
