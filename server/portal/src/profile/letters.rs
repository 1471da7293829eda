//! The mails of a changed address: to the new one, to the present one, and to whoever has the one that was asked for.

use crate::base::error::Failure;
use crate::mail::letter::{Letter, Listed, Over, Sample, Template, plain, template};
use crate::mail::templates::render;
use crate::records::email_links;
use crate::records::persons::PersonRecord;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::paths;
use minijinja::{Value, context};

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] = &[
    Listed::of::<ConfirmEmail>(),
    Listed::of::<EmailChanging>(),
    Listed::of::<EmailChanged>(),
    Listed::of::<EmailTaken>(),
];

/// To the address that is to be proved.
pub(crate) struct ConfirmEmail<'a> {
    name: &'a str,
    /// The link with its token.
    link: String,
    /// For how many hours it works.
    hours: i64,
}

impl Letter for ConfirmEmail<'_> {
    const TEMPLATE: Template = template!("confirm_email");
    // As for `EmailTaken`: the answer tells nothing of who has an address (SECURITY T24).
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        context! { name => plain(self.name), link => &self.link, hours => self.hours }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self { name: Sample::NAME, link: sample.link(&paths::verify(Sample::TOKEN)), hours: 24 }]
    }
}

/// To the present address, at once: another one was asked for.
pub(crate) struct EmailChanging<'a> {
    name: &'a str,
    /// The address asked for.
    email: &'a str,
    /// Where to set a new password, which calls it off.
    forgot: String,
}

impl Letter for EmailChanging<'_> {
    const TEMPLATE: Template = template!("email_changing");
    const OVER: Over = Over::Warning;

    fn data(&self) -> Value {
        context! { name => plain(self.name), email => plain(self.email), forgot => &self.forgot }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self { name: Sample::NAME, email: NEW_EMAIL, forgot: sample.link(paths::FORGOT) }]
    }
}

/// To the old address, when it is none any more.
pub(crate) struct EmailChanged<'a> {
    name: &'a str,
    /// The address now.
    email: &'a str,
}

impl Letter for EmailChanged<'_> {
    const TEMPLATE: Template = template!("email_changed");
    const OVER: Over = Over::Warning;

    fn data(&self) -> Value {
        context! { name => plain(self.name), email => plain(self.email) }
    }

    fn examples(_: &Sample<'_>) -> Vec<Self> {
        vec![Self { name: Sample::NAME, email: NEW_EMAIL }]
    }
}

/// To the person who signs in with the address that another one asked for.
pub(crate) struct EmailTaken<'a> {
    name: &'a str,
    sign_in: String,
    /// Where to ask for a link.
    forgot: String,
}

impl Letter for EmailTaken<'_> {
    const TEMPLATE: Template = template!("email_taken");
    // As for `ConfirmEmail`: the answer tells nothing of who has an address (SECURITY T24).
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        context! { name => plain(self.name), sign_in => &self.sign_in, forgot => &self.forgot }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let (sign_in, forgot) = (sample.link(paths::SIGN_IN), sample.link(paths::FORGOT));
        vec![Self { name: Sample::NAME, sign_in, forgot }]
    }
}

/// The new address of the examples.
const NEW_EMAIL: &str = "anna@example.org";

fn send<L: Letter>(
    core: &Core,
    unit: &mut Unit<'_>,
    person: &PersonRecord,
    to: &str,
    letter: &L,
) -> Result<(), Failure> {
    let language = person.language(unit.caller().language);
    let rendered = render(&core.letters, language, letter)?;
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
    let link = core.config.public_url.to(&paths::verify(token));
    send(core, unit, person, to, &ConfirmEmail { name: &person.first_name, link, hours: email_links::VALID / 3_600 })
}

/// To the present address: what was asked for, and what to do if it was somebody else.
pub(crate) fn changing(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord, email: &str) -> Result<(), Failure> {
    let forgot = core.config.public_url.to(paths::FORGOT);
    send(core, unit, person, &person.email, &EmailChanging { name: &person.first_name, email, forgot })
}

/// To the old address: it is done.
pub(crate) fn changed(core: &Core, unit: &mut Unit<'_>, person: &PersonRecord, email: &str) -> Result<(), Failure> {
    send(core, unit, person, &person.email, &EmailChanged { name: &person.first_name, email })
}

/// To whoever has the address: somebody tried to use it.
pub(crate) fn taken(core: &Core, unit: &mut Unit<'_>, holder: &PersonRecord) -> Result<(), Failure> {
    let sign_in = core.config.public_url.to(paths::SIGN_IN);
    let forgot = core.config.public_url.to(paths::FORGOT);
    send(core, unit, holder, &holder.email, &EmailTaken { name: &holder.first_name, sign_in, forgot })
}
