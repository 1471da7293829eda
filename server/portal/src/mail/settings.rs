//! `[mail]` of the settings: where mails go, and who sends them.

use crate::base::settings::SettingProblems;
use crate::base::transport::{self, Plaintext};
use domain::email::EmailAddress;
use domain::text::Secret;
use serde::Deserialize;
use std::path::PathBuf;
use std::time::Duration;

/// `[mail]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// The mail server, as `smtp://` or `smtps://`; `None` writes .eml files below the data folder.
    pub smtp_url: Option<Secret>,
    /// The sender; `None` is `portal@` and the public host.
    pub from: Option<String>,
    /// The folder of the provider's own templates; `None` is `templates` in the data folder, which need not be there.
    pub templates: Option<PathBuf>,
    /// How many seconds a mail server may take for one mail; at most 25, or workers would take each other's leases.
    pub timeout_seconds: i64,
    /// Whether a mail server on another machine may be spoken to without verified TLS.
    pub allow_plaintext: Plaintext,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self { smtp_url: None, from: None, templates: None, timeout_seconds: 20, allow_plaintext: Plaintext::Refused }
    }
}

impl MailSettings {
    /// Adds what is wrong, and has the address of the server ask for verified TLS where it says nothing.
    pub fn check(&mut self, problems: &mut SettingProblems) {
        problems.number("mail.timeout_seconds", self.timeout_seconds, 1..=25);
        if let Some(from) = self.from.as_deref().filter(|from| EmailAddress::parse(from).is_err()) {
            problems.add("mail.from", format_args!("{from:?} is not an email address"));
        }
        if let Some(folder) = self.templates.as_ref().filter(|folder| !folder.is_dir()) {
            problems.add("mail.templates", format_args!("{} is not a directory", folder.display()));
        }
        self.check_server(problems);
    }

    fn check_server(&mut self, problems: &mut SettingProblems) {
        let Some(url) = &self.smtp_url else { return };
        if !["smtp://", "smtps://"].iter().any(|scheme| url.expose().starts_with(scheme)) {
            problems.add("mail.smtp_url", "it must begin with smtps:// or smtp://");
            return;
        }
        match transport::mail_url(url.expose(), self.allow_plaintext) {
            Ok(url) => self.smtp_url = Some(url),
            Err(problem) => problems.add("mail.smtp_url", problem),
        }
    }

    /// How long a mail server may take for one mail.
    pub(crate) const fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds.unsigned_abs())
    }
}
