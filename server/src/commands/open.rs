//! Opens what lies behind the pages, with the settings in its own words.

use super::Failed;
use crate::settings::{PublicUrl, Settings};
use portal::{Opened, Origin, PasswordWork};
use std::sync::Arc;
use std::time::Duration;

/// Opens the database and brings it to this version's schema.
pub async fn open(settings: &Settings, public_url: &PublicUrl) -> Result<Arc<Opened>, Failed> {
    Ok(Arc::new(portal::open(config(settings, public_url)?).await?))
}

/// The settings in the words of what lies behind the pages.
pub fn config(settings: &Settings, public_url: &PublicUrl) -> Result<portal::Config, Failed> {
    Ok(portal::Config {
        data: settings.data.clone(),
        database_url: settings.database_url.clone(),
        public_url: Origin::new(public_url.to_string()),
        provider: settings.provider.clone(),
        templates: settings.templates.clone(),
        required: settings.required_fields.clone(),
        password_min: usize::try_from(settings.password_min)?,
        password_work: PasswordWork::of_this_machine(),
        session_idle: i64::from(settings.sessions.idle_hours) * 60 * 60,
        session_absolute: i64::from(settings.sessions.absolute_days) * 24 * 60 * 60,
        writes_per_minute: settings.writes_per_minute,
        smtp_url: settings.smtp_url.clone(),
        mail_from: settings.mail_from.clone(),
        mail_timeout: Duration::from_secs(u64::from(settings.mail_timeout)),
        mail_templates: settings.mail_templates.clone(),
        digest_seconds: i64::from(settings.digest_seconds),
    })
}
