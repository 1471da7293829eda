//! The mails about one's own sign-in: links to set a password, a changed one, a new browser.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::{Letter, Listed, Over, Sample, Template, plain, template};
use crate::mail::templates::render;
use crate::records::persons::PersonRecord;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::agent::Browser;
use domain::paths;
use minijinja::{Value, context};
use std::net::IpAddr;

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] =
    &[Listed::of::<ResetPassword>(), Listed::of::<PasswordChanged>(), Listed::of::<NewBrowser>()];

/// To somebody who may set a new password.
pub(crate) struct ResetPassword<'a> {
    pub(crate) name: &'a str,
    /// The link with its token.
    pub(crate) link: String,
    pub(crate) valid_seconds: i64,
}

impl Letter for ResetPassword<'_> {
    const TEMPLATE: Template = template!("reset_password");
    // The mail is what was asked for.
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        let (amount, unit) = if self.valid_seconds >= 86_400 {
            (self.valid_seconds / 86_400, "days")
        } else {
            (self.valid_seconds / 60, "minutes")
        };
        context! { name => plain(self.name), link => &self.link, amount => amount, unit => unit }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example =
            |valid_seconds| Self { name: Sample::NAME, link: sample.link(&paths::reset(Sample::TOKEN)), valid_seconds };
        vec![example(3_600), example(7 * 86_400)]
    }
}

/// To somebody whose password was changed.
pub(crate) struct PasswordChanged<'a> {
    pub(crate) name: &'a str,
    /// When, as the recipient reads times.
    pub(crate) at: &'a str,
    /// Where to ask for a link to set a new one.
    pub(crate) forgot: String,
}

impl Letter for PasswordChanged<'_> {
    const TEMPLATE: Template = template!("password_changed");
    const OVER: Over = Over::Warning;

    fn data(&self) -> Value {
        context! { name => plain(self.name), at => self.at, forgot => &self.forgot }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self { name: Sample::NAME, at: Sample::AT, forgot: sample.link(paths::FORGOT) }]
    }
}

/// To somebody who signed in from a browser that they have not signed in with before.
pub(crate) struct NewBrowser<'a> {
    pub(crate) name: &'a str,
    /// When, as the recipient reads times.
    pub(crate) at: &'a str,
    pub(crate) browser: Browser<'a>,
    pub(crate) ip: &'a str,
    /// Where to ask for a link to set a new password.
    pub(crate) forgot: String,
    /// Where one's own sessions are.
    pub(crate) security: String,
}

impl Letter for NewBrowser<'_> {
    const TEMPLATE: Template = template!("new_browser");
    const OVER: Over = Over::Warning;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            at => self.at,
            browser => self.browser.name.unwrap_or_default(),
            system => self.browser.system.unwrap_or_default(),
            agent => plain(self.browser.agent),
            ip => if self.ip.parse::<IpAddr>().is_ok() { self.ip } else { "" },
            forgot => &self.forgot,
            security => &self.security,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example = |agent| Self {
            name: Sample::NAME,
            at: Sample::AT,
            browser: Browser::of(agent),
            ip: "192.0.2.1",
            forgot: sample.link(paths::FORGOT),
            security: sample.link(paths::SECURITY),
        };
        vec![
            example("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            example("curl/8.5.0"),
            example(""),
        ]
    }
}

/// Tells the person by mail that their password is another one now.
pub(crate) fn notify_of_new_password(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord) -> Result<(), Failure> {
    let language = person.language(unit.caller().language);
    let at = Reader::new(language, person.time_zone.as_deref()).moment(unit.now());
    let forgot = core.config.public_url.to(paths::FORGOT);
    let letter = PasswordChanged { name: &person.first_name, at: &at.text, forgot };
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(person.email.clone(), None));
    Ok(())
}
