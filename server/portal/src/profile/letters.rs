//! The mails of a changed address: to the new one, to the present one, and to whoever has the one that was asked for.

use crate::base::error::Failure;
use crate::mail::templates::{Letter, plain, render};
use crate::records::email_links as links;
use crate::records::persons::PersonRecord;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::mail_limits::Over;
use minijinja::{Value, context};

/// What a mail about an address says.
#[derive(Debug, Clone, Copy)]
pub(crate) enum EmailLetter<'a> {
    /// To the address that is to be proved.
    Confirm {
        /// The recipient.
        name: &'a str,
        /// The link with its token.
        link: &'a str,
        /// For how many hours it works.
        hours: i64,
    },
    /// To the present address, at once: another one was asked for.
    Changing {
        /// The recipient.
        name: &'a str,
        /// The address asked for.
        email: &'a str,
        /// Where to set a new password, which calls it off.
        forgot: &'a str,
    },
    /// To the old address, when it is none any more.
    Changed {
        /// The recipient.
        name: &'a str,
        /// The address now.
        email: &'a str,
    },
    /// To whoever signs in with the address that somebody else asked for.
    Taken {
        /// The recipient.
        name: &'a str,
        /// Where to sign in.
        sign_in: &'a str,
        /// Where to ask for a link.
        forgot: &'a str,
    },
}

impl EmailLetter<'_> {
    /// One of each, to try the templates with.
    pub(crate) const fn samples() -> [Self; 4] {
        let (name, link, email, forgot, sign_in) = ("x", "x", "x", "x", "x");
        [
            Self::Confirm { name, link, hours: 24 },
            Self::Changing { name, email, forgot },
            Self::Changed { name, email },
            Self::Taken { name, sign_in, forgot },
        ]
    }

    /// The name of its templates.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "confirm_email",
            Self::Changing { .. } => "email_changing",
            Self::Changed { .. } => "email_changed",
            Self::Taken { .. } => "email_taken",
        }
    }

    /// What becomes of it when its author has caused too many. The mail to a free address and the one to whoever has it
    /// are alike: the answer tells nothing (SECURITY T24).
    pub(crate) const fn over(&self) -> Over {
        match self {
            Self::Confirm { .. } | Self::Taken { .. } => Over::Refused,
            Self::Changing { .. } | Self::Changed { .. } => Over::Silent,
        }
    }

    /// What its templates can use.
    pub(crate) fn data(&self) -> Value {
        match *self {
            Self::Confirm { name, link, hours } => context! { name => plain(name), link => link, hours => hours },
            Self::Changing { name, email, forgot } => {
                context! { name => plain(name), email => plain(email), forgot => forgot }
            }
            Self::Changed { name, email } => context! { name => plain(name), email => plain(email) },
            Self::Taken { name, sign_in, forgot } => {
                context! { name => plain(name), sign_in => sign_in, forgot => forgot }
            }
        }
    }
}

fn send(
    core: &Core,
    unit: &mut Unit<'_>,
    person: &PersonRecord,
    to: &str,
    letter: EmailLetter<'_>,
) -> Result<(), Failure> {
    let language = person.language(unit.caller().language);
    let rendered = render(&core.letters, language, &Letter::Email(letter))?;
    unit.mail(rendered.to(to.to_owned(), None));
    Ok(())
}

/// The link, to the address that it proves.
pub(crate) fn confirm(
    core: &Core,
    unit: &mut Unit<'_>,
    person: &PersonRecord,
    to: &str,
    token: &str,
) -> Result<(), Failure> {
    let link = format!("{}/verify/{token}", core.config.public_url);
    let letter = EmailLetter::Confirm { name: &person.first_name, link: &link, hours: links::VALID / 3_600 };
    send(core, unit, person, to, letter)
}

/// To the present address: what was asked for, and what to do if it was somebody else.
pub(crate) fn changing(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord, email: &str) -> Result<(), Failure> {
    let forgot = format!("{}/forgot", core.config.public_url);
    let letter = EmailLetter::Changing { name: &person.first_name, email, forgot: &forgot };
    send(core, unit, person, &person.email, letter)
}

/// To the old address: it is done.
pub(crate) fn changed(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord, email: &str) -> Result<(), Failure> {
    send(core, unit, person, &person.email, EmailLetter::Changed { name: &person.first_name, email })
}

/// To whoever has the address: somebody tried to use it.
pub(crate) fn taken(core: &Core, unit: &mut Unit<'_>, holder: &PersonRecord) -> Result<(), Failure> {
    let sign_in = format!("{}/sign-in", core.config.public_url);
    let forgot = format!("{}/forgot", core.config.public_url);
    let letter = EmailLetter::Taken { name: &holder.first_name, sign_in: &sign_in, forgot: &forgot };
    send(core, unit, holder, &holder.email, letter)
}
