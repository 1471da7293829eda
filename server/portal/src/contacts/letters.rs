//! The mails that changes of contacts cause: to the contact, and to whoever is told of such changes.

use crate::acting::Entered;
use crate::core::Core;
use crate::error::Failure;
use crate::mail::templates::{Because, Letter, Rendered, render};
use crate::moment::Reader;
use crate::notifications::recipients::{Recipient, Topic, recipients};
use crate::people::links::issue_reset;
use crate::people::store::PersonRecord;
use crate::unit::Unit;
use domain::contact::{Contact, ContactChange, ContactSnapshot, Move};
use domain::id::{ContactId, PersonId};
use domain::notification::Category;
use domain::person::Language;
use domain::words;

/// For how long a link that a manager had sent works, in seconds.
const RESET_VALID: i64 = 3600;

/// Tells a contact that it was added; with a login, where to sign in.
pub(crate) fn added(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: ContactId,
    snapshot: &ContactSnapshot,
) -> Result<(), Failure> {
    let sign_in = format!("{}/sign-in", core.config.public_url);
    let letter = Letter::ContactAdded {
        name: &snapshot.details.first_name,
        by: entered.author.signature(),
        account: &entered.account_name,
        sign_in: (snapshot.state == domain::contact::ContactState::Active).then_some(sign_in.as_str()),
    };
    // The contact has chosen no language yet: the provider's.
    let rendered = render(&core.letters, core.config.provider.language, &letter)?;
    unit.mail(rendered.to(snapshot.details.email.to_string(), Some((entered.actor.account(), contact))));
    Ok(())
}

/// Tells what somebody changed about a contact: changes of access to every owner and to whoever chose User Management, of
/// names and addresses to the latter only. Never to whoever did it.
pub(crate) async fn tell_of_change(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (contact, snapshot): (ContactId, &ContactSnapshot),
    changes: &[ContactChange],
) -> Result<(), Failure> {
    let told: Vec<&ContactChange> = changes.iter().filter(|change| !is_private(change)).collect();
    if told.is_empty() {
        return Ok(());
    }
    let kind = if told.iter().all(|change| matches!(change, ContactChange::Detail { .. })) {
        Kind::Profile
    } else {
        Kind::Access
    };
    let lines = |language| told.iter().map(|change| words::rights(language).change(change)).collect();
    let link = format!("{}/a/{}/contacts/{contact}", core.config.public_url, entered.actor.account());
    let news = News { kind, about: Some(contact), contact: &snapshot.details.name(), link: &link, lines: &lines };
    news.tell(core, unit, entered).await
}

/// The same for several contacts to whom the same happened: one mail, not one for each.
pub(crate) async fn tell_of_same(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    names: &[String],
    changes: &[ContactChange],
) -> Result<(), Failure> {
    let told: Vec<&ContactChange> =
        changes.iter().filter(|change| !matches!(change, ContactChange::Detail { .. })).collect();
    if told.is_empty() {
        return Ok(());
    }
    let lines = |language| told.iter().map(|change| words::rights(language).change(change)).collect();
    let link = format!("{}/a/{}/contacts", core.config.public_url, entered.actor.account());
    let news = News { kind: Kind::Access, about: None, contact: &some(names), link: &link, lines: &lines };
    news.tell(core, unit, entered).await
}

/// The same for a bulk action.
pub(crate) async fn tell_of_many(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    to: Move,
    names: &[String],
) -> Result<(), Failure> {
    let now = match to {
        Move::Delete => domain::contact::ContactState::Deleted,
        Move::Suspend => domain::contact::ContactState::Suspended,
        Move::Reactivate | Move::Restore | Move::RestoreBare | Move::SendReset => return Ok(()),
    };
    tell_of_same(core, unit, entered, names, &[ContactChange::State { now }]).await
}

/// Tells that somebody ended their own access.
pub(crate) async fn left(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    (contact, name): (ContactId, &str),
) -> Result<(), Failure> {
    let link = format!("{}/a/{}/contacts", core.config.public_url, entered.actor.account());
    let lines = |_| Vec::new();
    let news = News { kind: Kind::Left, about: Some(contact), contact: name, link: &link, lines: &lines };
    news.tell(core, unit, entered).await
}

/// The note is what managers write for each other: it is in no mail.
fn is_private(change: &ContactChange) -> bool {
    matches!(change, ContactChange::Detail { field, .. } if field == "note")
}

/// The first names of a list, and how many more there are.
fn some(names: &[String]) -> String {
    let first = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 5 { format!("{first} (+{})", names.len() - 5) } else { first }
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What somebody may do.
    Access,
    /// Names and addresses alone.
    Profile,
    /// Somebody ended their own access.
    Left,
}

/// A change to tell of.
struct News<'a> {
    kind: Kind,
    /// The contact changed, where it is one.
    about: Option<ContactId>,
    /// Who was changed, by name.
    contact: &'a str,
    /// Where to look.
    link: &'a str,
    lines: &'a (dyn Fn(Language) -> Vec<String> + Send + Sync),
}

impl News<'_> {
    async fn tell(&self, core: &Core, unit: &mut Unit<'_>, entered: &Entered) -> Result<(), Failure> {
        let account = entered.actor.account();
        let topic = Topic { category: Category::UserManagement, about: self.about };
        for recipient in recipients(core, unit, account, topic).await? {
            let asked = self.kind != Kind::Profile || recipient.chosen;
            if recipient.contact == entered.actor.contact() || !asked {
                continue;
            }
            let rendered = self.written(core, entered, &recipient)?;
            let mail = rendered.to(recipient.email, Some((account, recipient.contact)));
            unit.notify(mail, topic);
        }
        Ok(())
    }

    fn written(&self, core: &Core, entered: &Entered, to: &Recipient) -> Result<Rendered, Failure> {
        let account = &entered.account_name;
        let settings = to.settings(core, entered.actor.account());
        let because =
            Because { why: to.why, category: Category::UserManagement, account, settings: settings.as_deref() };
        let (name, by, contact) = (to.first_name.as_str(), entered.author.signature(), self.contact);
        let (lines, link) = ((self.lines)(to.language), self.link);
        let letter = match self.kind {
            Kind::Access => Letter::AccessChanged { name, by, contact, account, lines: &lines, link, because },
            Kind::Left => Letter::ContactLeft { name, contact: by, account, link, because },
            Kind::Profile => Letter::ProfileChanged { name, by, contact, account, lines: &lines, link, because },
        };
        render(&core.letters, to.language, &letter)
    }
}

/// Sends a contact a link to set a new password.
pub(crate) async fn reset_link(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: &Contact,
    person: PersonId,
) -> Result<(), Failure> {
    let token = issue_reset(unit, person, RESET_VALID).await?;
    let (email, language): (String, Option<String>) =
        sqlx::query_as("SELECT email, language FROM persons WHERE id = $1")
            .bind(person.to_string())
            .fetch_one(unit.connection())
            .await?;
    let language = language.as_deref().and_then(Language::from_tag).unwrap_or(core.config.provider.language);
    let letter = Letter::ResetPassword {
        name: &contact.now.details.first_name,
        link: &format!("{}/reset/{token}", core.config.public_url),
        valid_seconds: RESET_VALID,
    };
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(email, Some((entered.actor.account(), contact.id))));
    Ok(())
}

/// Tells whoever signs in as this contact that somebody looks at the portal as them, for so many minutes at most.
pub(crate) fn viewed(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    person: &PersonRecord,
    (contact, minutes): (ContactId, i64),
) -> Result<(), Failure> {
    let language = person.language(core.config.provider.language);
    let at = Reader::new(language, person.time_zone.as_deref()).moment(unit.now());
    let letter = Letter::ViewedAs {
        name: &person.first_name,
        by: entered.author.signature(),
        account: &entered.account_name,
        at: &at.text,
        minutes,
    };
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(person.email.clone(), Some((entered.actor.account(), contact))));
    Ok(())
}
