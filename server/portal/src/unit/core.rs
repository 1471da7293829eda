//! What all use-cases share: the database, the provider's settings, the password hasher.

use crate::base::db::Database;
use crate::base::origin::Origin;
use crate::base::passwords::{PasswordWork, Passwords};
use crate::base::random;
use crate::mail::templates::Templates;
use domain::contact::RequiredField;
use domain::error::PortalError;
use domain::id::RequestId;
use domain::ports::{Caller, Principal};
use domain::provider::{Provider, WayToAdd};
use domain::template::{self, Template};
use domain::text::Secret;
use domain::time::Timestamp;
use std::path::PathBuf;
use std::time::Duration;

/// The provider's settings, checked by whoever read them.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder for the database file, mails and attachments.
    pub data: PathBuf,
    /// A database server; `None` keeps a file in the data folder.
    pub database_url: Option<Secret>,
    /// The address people reach the portal at. Links in mails begin with it.
    pub public_url: Origin,
    /// What pages show of the provider.
    pub provider: Provider,
    /// The provider's own templates (S0.13).
    pub templates: Vec<Template>,
    /// Fields required beside names and address (S0.9).
    pub required: Vec<RequiredField>,
    /// The fewest characters of a password.
    pub password_min: usize,
    /// How much work on passwords is taken on.
    pub password_work: PasswordWork,
    /// Seconds after which an unused session ends.
    pub session_idle: i64,
    /// Seconds after which any session ends.
    pub session_absolute: i64,
    /// How many changes one person may make in a minute.
    pub writes_per_minute: u32,
    /// The mail server, as `smtp://` or `smtps://`; `None` writes .eml files below the data folder.
    pub smtp_url: Option<Secret>,
    /// The sender of mails.
    pub mail_from: String,
    /// How long a mail server may take for one mail; at most 25 seconds, or workers would take each other's leases.
    pub mail_timeout: Duration,
    /// The folder of the provider's own mail templates; it need not be there.
    pub mail_templates: PathBuf,
    /// For how many seconds what people are told of an account waits for more of it, to be one mail.
    pub digest_seconds: i64,
}

/// The shared state.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) database: Database,
    pub(crate) config: Config,
    pub(crate) passwords: Passwords,
    /// The words of mails.
    pub(crate) letters: Templates,
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
