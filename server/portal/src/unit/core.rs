//! What all use-cases share: the database, the provider's settings, the password hasher.

use crate::base::db::{Database, DatabaseSettings};
use crate::base::drivers::{Drivers, Turns};
use crate::base::origin::Origin;
use crate::base::passwords::{PasswordWork, Passwords};
use crate::base::random;
use crate::base::settings::{NotificationSettings, SessionSettings};
use crate::base::strength::PasswordSettings;
use crate::mail::settings::MailSettings;
use crate::mail::templates::Templates;
use crate::unit::long_reads::LongReads;
use domain::caller::{Caller, Principal};
use domain::contact::RequiredField;
use domain::error::PortalError;
use domain::id::RequestId;
use domain::provider::{Provider, WayToAdd};
use domain::template::{self, Template};
use domain::time::Timestamp;
use std::path::PathBuf;

/// The provider's settings, checked: sections as they stand in the settings file, and what is no section of it.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder for the database file, mails and attachments.
    pub data: PathBuf,
    /// The database.
    pub database: DatabaseSettings,
    /// The address people reach the portal at. Links in mails begin with it.
    pub public_url: Origin,
    /// What pages show of the provider.
    pub provider: Provider,
    /// The provider's own templates (S0.13).
    pub templates: Vec<Template>,
    /// Fields required beside names and address (S0.9).
    pub required: Vec<RequiredField>,
    /// Which passwords people may choose.
    pub password: PasswordSettings,
    /// How much work on passwords is taken on.
    pub password_work: PasswordWork,
    /// How long sessions last.
    pub sessions: SessionSettings,
    /// How many changes one person may make in a minute.
    pub writes_per_minute: u32,
    /// Where mails go, and who sends them.
    pub mail: MailSettings,
    /// How changes of an account are collected.
    pub notifications: NotificationSettings,
}

impl Config {
    /// The sender of mails.
    pub(crate) fn mail_from(&self) -> String {
        let set = self.mail.from.as_deref().map(|from| from.trim().to_owned());
        set.unwrap_or_else(|| format!("portal@{}", self.public_url.mail_host()))
    }

    /// The folder of the provider's own mail templates; it need not be there.
    pub(crate) fn mail_templates(&self) -> PathBuf {
        self.mail.templates.clone().unwrap_or_else(|| self.data.join("templates"))
    }

    /// The folder of the provider's own words, beside that of their mail templates; it need not be there.
    pub fn texts(&self) -> PathBuf {
        self.mail_templates().with_file_name("texts")
    }
}

#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) database: Database,
    pub(crate) config: Config,
    pub(crate) passwords: Passwords,
    /// What runs services.
    pub(crate) drivers: Drivers,
    pub(crate) turns: Turns,
    /// The words of mails.
    pub(crate) letters: Templates,
    /// Whose turn it is to read long.
    pub(crate) long_reads: LongReads,
}

impl Core {
    /// The provider may offer only one of the ways to add people (S0.8).
    pub(crate) fn offers(&self, way: WayToAdd) -> Result<(), PortalError> {
        if self.config.provider.ways_to_add.contains(&way) { Ok(()) } else { Err(PortalError::NotFound) }
    }

    /// The operator on the command line, or a job.
    pub(crate) fn system(&self, principal: Principal, now: Timestamp) -> Caller {
        Caller::system(principal, self.config.provider.language, now, RequestId::new(random::id(now)))
    }

    /// The templates that the picker offers: the built-in ones, then the provider's.
    pub(crate) fn templates(&self) -> Vec<Template> {
        let mut templates = template::built_in();
        templates.extend(self.config.templates.iter().cloned());
        templates
    }
}
