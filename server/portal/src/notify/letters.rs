//! The mails that changes of contacts cause: to the contact, and to whoever is told of such changes.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::{Letter, Listed, Over, Sample, Signature, Template, plain, template};
use crate::mail::templates::render;
use crate::membership::acting::Entered;
use crate::membership::reading::{held_by, signed};
use crate::notify::event::{AccountEvent, What};
use crate::notify::sign_in::ResetPassword;
use crate::records::persons::PersonRecord;
use crate::records::tokens;
use crate::records::viewings;
use crate::unit::Unit;
use crate::unit::attempts::Key;
use crate::unit::core::Core;
use domain::access::{Authority, Deed};
use domain::change::ContactChange;
use domain::contact::{BulkDeed, Contact, ContactSnapshot};
use domain::id::{ContactId, PersonId};
use domain::paths;
use minijinja::{Value, context};

/// For how long a link that a manager had sent works, in seconds.
const RESET_VALID: i64 = 3600;

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] = &[Listed::of::<ContactAdded>(), Listed::of::<ViewedAs>()];

/// To a contact that was just added.
pub(crate) struct ContactAdded<'a> {
    pub(crate) name: &'a str,
    /// Who added them.
    pub(crate) by: Signature<'a>,
    pub(crate) account: &'a str,
    /// Where to sign in, when they got a login. Their password is never in a mail.
    pub(crate) sign_in: Option<String>,
}

impl Letter for ContactAdded<'_> {
    const TEMPLATE: Template = template!("contact_added");
    // The mail is what was asked for.
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            login => self.sign_in.is_some(),
            sign_in => self.sign_in.as_deref().unwrap_or_default(),
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example = |sign_in| Self { name: Sample::NAME, by: Sample::BY, account: Sample::ACCOUNT, sign_in };
        vec![example(Some(sample.link(paths::SIGN_IN))), example(None)]
    }
}

/// To somebody when another person begins to look at the portal as them.
pub(crate) struct ViewedAs<'a> {
    name: &'a str,
    /// Who looks.
    by: Signature<'a>,
    account: &'a str,
    /// Since when, as the recipient reads times.
    at: &'a str,
    /// For how many minutes at most.
    minutes: i64,
}

impl Letter for ViewedAs<'_> {
    const TEMPLATE: Template = template!("viewed_as");
    // Nobody is viewed without being told (SECURITY T36): it has a limit of its own.
    const OVER: Over = Over::Sent;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            at => self.at,
            minutes => self.minutes,
        }
    }

    fn examples(_: &Sample<'_>) -> Vec<Self> {
        vec![Self { name: Sample::NAME, by: Sample::BY, account: Sample::ACCOUNT, at: Sample::AT, minutes: 30 }]
    }
}

/// Tells a contact that it was added; with a login, where to sign in.
pub(crate) fn added(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: ContactId,
    snapshot: &ContactSnapshot,
) -> Result<(), Failure> {
    let active = snapshot.state == domain::status::ContactState::Active;
    let letter = ContactAdded {
        name: &snapshot.details.first_name,
        by: entered.author.signature(),
        account: &entered.account_name,
        sign_in: active.then(|| core.config.public_url.to(paths::SIGN_IN)),
    };
    // The contact has chosen no language yet: the provider's.
    let rendered = render(&core.letters, core.config.provider.language, &letter)?;
    unit.mail(rendered.to(snapshot.details.email.to_string(), Some((entered.actor.account(), contact))));
    Ok(())
}

/// Tells what somebody changed about a contact: changes of access to every owner and to whoever chose User Management, of
/// names and addresses to the latter only. Never to whoever did it.
pub(crate) async fn notify_of_change(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (contact, snapshot): (ContactId, &ContactSnapshot),
    changes: &[ContactChange],
) -> Result<(), Failure> {
    let told: Vec<ContactChange> = changes.iter().filter(|change| !change.is_note()).cloned().collect();
    if told.is_empty() {
        return Ok(());
    }
    let details_only = told.iter().all(|change| matches!(change, ContactChange::Detail { .. }));
    let what = if details_only { What::Profile(told) } else { What::Access(told) };
    AccountEvent::of(entered, snapshot.details.name(), what).notify(core, unit, entered, Some(contact)).await
}

/// The same for several contacts to whom the same happened: one event, not one for each.
pub(crate) async fn notify_of_same(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    names: &[String],
    changes: &[ContactChange],
) -> Result<(), Failure> {
    let told: Vec<ContactChange> =
        changes.iter().filter(|change| !matches!(change, ContactChange::Detail { .. })).cloned().collect();
    if told.is_empty() {
        return Ok(());
    }
    AccountEvent::of(entered, some(names), What::Access(told)).notify(core, unit, entered, None).await
}

/// The same for a bulk action.
pub(crate) async fn notify_of_many(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    deed: &BulkDeed,
    (names, changes): (&[String], &[ContactChange]),
) -> Result<(), Failure> {
    let now = match deed {
        BulkDeed::Delete => domain::status::ContactState::Deleted,
        BulkDeed::Suspend => domain::status::ContactState::Suspended,
        BulkDeed::Reactivate | BulkDeed::Restore => domain::status::ContactState::Active,
        BulkDeed::GiveRole(_) | BulkDeed::TakeRole(_) | BulkDeed::SetEnd(_) => {
            return notify_of_same(core, unit, entered, names, changes).await;
        }
        // As for one: whoever is written to is told by that mail, and what mails somebody gets gives no access.
        BulkDeed::Resend | BulkDeed::Notify(_) => return Ok(()),
    };
    notify_of_same(core, unit, entered, names, &[ContactChange::State { now }]).await
}

/// Tells that somebody ended their own access.
pub(crate) async fn left(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (contact, name): (ContactId, &str),
) -> Result<(), Failure> {
    AccountEvent::of(entered, name.to_owned(), What::Left).notify(core, unit, entered, Some(contact)).await
}

/// The first names of a list, and how many more there are.
fn some(names: &[String]) -> String {
    let first = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 5 { format!("{first} (+{})", names.len() - 5) } else { first }
}

/// Sends a contact a link to set a new password.
pub(crate) async fn reset_link(
    core: &Core,
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: &Contact,
    person: PersonId,
) -> Result<(), Failure> {
    authority.covers(Deed::SendReset, contact.id)?;
    let token = tokens::issue(unit, person, RESET_VALID).await?;
    let (email, language): (String, Option<String>) =
        sqlx::query_as("SELECT email, language FROM persons WHERE id = $1")
            .bind(person.to_string())
            .fetch_one(unit.connection())
            .await?;
    let language = language.as_deref().and_then(texts::spoken).unwrap_or(core.config.provider.language);
    let letter = ResetPassword {
        name: &contact.now.details.first_name,
        link: core.config.public_url.to(&paths::reset(&token)),
        valid_seconds: RESET_VALID,
    };
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(email, Some((authority.account(), contact.id))));
    Ok(())
}

/// Tells whoever signs in as this contact that somebody looks at the portal as them: once for as long as a view lasts,
/// however often they look and from whichever session (SECURITY T36).
pub(crate) fn viewed(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    person: &PersonRecord,
    contact: &Contact,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let language = person.language(core.config.provider.language);
    let at = Reader::new(language, person.time_zone.as_deref()).moment(unit.now());
    let letter = ViewedAs {
        name: &person.first_name,
        by: signed(entered.author.signature(), &entered.account_name, &held_by(contact)),
        account: &entered.account_name,
        at: &at.text,
        minutes: viewings::LASTS / 60,
    };
    let mail = render(&core.letters, language, &letter)?.to(person.email.clone(), Some((account, contact.id)));
    unit.mail(mail.at_most(Key::viewed(entered.actor.person(), account, contact.id, viewings::LASTS)));
    Ok(())
}
