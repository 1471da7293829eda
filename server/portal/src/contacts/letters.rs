//! The mails that changes of contacts cause: to the contact, and to the owners when somebody else changed rights.

use crate::acting::Entered;
use crate::core::Core;
use crate::error::Failure;
use crate::mail::outbox::Mail;
use crate::mail::templates::{Letter, render};
use crate::people::links::issue_reset;
use crate::unit::Unit;
use domain::contact::{Contact, ContactChange, ContactSnapshot, Move};
use domain::id::{AccountId, ContactId, PersonId};
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
        by: &entered.author.name,
        account: &entered.account_name,
        sign_in: (snapshot.state == domain::contact::ContactState::Active).then_some(sign_in.as_str()),
    };
    // The contact has chosen no language yet: the provider's.
    let rendered = render(&core.letters, core.config.provider.language, &letter)?;
    unit.mail(Mail {
        recipient: snapshot.details.email.to_string(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        contact: Some((entered.actor.account(), contact)),
    });
    Ok(())
}

/// Tells every owner but whoever did it that somebody's rights changed. Changes of names alone are not told.
pub(crate) async fn tell_owners(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    snapshot: &ContactSnapshot,
    changes: &[ContactChange],
) -> Result<(), Failure> {
    tell_owners_about(core, unit, entered, &[snapshot.details.name()], changes).await
}

/// The same for several contacts to whom the same happened.
pub(crate) async fn tell_owners_about(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    names: &[String],
    changes: &[ContactChange],
) -> Result<(), Failure> {
    let of_access: Vec<&ContactChange> =
        changes.iter().filter(|change| !matches!(change, ContactChange::Detail { .. })).collect();
    if of_access.is_empty() {
        return Ok(());
    }
    let lines =
        |language| of_access.iter().map(|change| words::rights(language).change(change)).collect::<Vec<String>>();
    tell(core, unit, entered, &some(names), lines).await
}

/// The same for a bulk action: one mail, not one for each contact.
pub(crate) async fn tell_owners_of_many(
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
    let change = ContactChange::State { now };
    let lines = |language| vec![words::rights(language).change(&change)];
    tell(core, unit, entered, &some(names), lines).await
}

/// The first names of a list, and how many more there are.
fn some(names: &[String]) -> String {
    let first = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 5 { format!("{first} (+{})", names.len() - 5) } else { first }
}

async fn tell(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: &str,
    lines: impl Fn(Language) -> Vec<String>,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = format!("{}/a/{account}/contacts", core.config.public_url);
    for owner in owners(unit, account, core.config.provider.language).await? {
        if owner.contact == entered.actor.contact() {
            continue;
        }
        let letter = Letter::AccessChanged {
            name: &owner.first_name,
            by: &entered.author.name,
            contact,
            account: &entered.account_name,
            lines: &lines(owner.language),
            link: &link,
        };
        let rendered = render(&core.letters, owner.language, &letter)?;
        unit.mail(Mail {
            recipient: owner.email,
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            contact: Some((account, owner.contact)),
        });
    }
    Ok(())
}

/// Tells the owners who are left that somebody ended their own access.
pub(crate) async fn left(core: &Core, unit: &mut Unit<'_>, entered: &Entered, who: &str) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = format!("{}/a/{account}/contacts", core.config.public_url);
    for owner in owners(unit, account, core.config.provider.language).await? {
        let letter = Letter::ContactLeft { name: &owner.first_name, who, account: &entered.account_name, link: &link };
        let rendered = render(&core.letters, owner.language, &letter)?;
        unit.mail(Mail {
            recipient: owner.email,
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            contact: Some((account, owner.contact)),
        });
    }
    Ok(())
}

struct Owner {
    contact: ContactId,
    first_name: String,
    email: String,
    language: Language,
}

async fn owners(unit: &mut Unit<'_>, account: AccountId, fallback: Language) -> Result<Vec<Owner>, Failure> {
    let rows: Vec<(String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT c.id, c.first_name, p.email, p.language FROM contacts c JOIN persons p ON p.id = c.person_id \
         WHERE c.account_id = $1 AND c.rank = 0 AND c.state = 'active'",
    )
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(contact, first_name, email, language)| {
            Ok(Owner {
                contact: contact.parse()?,
                first_name,
                email,
                language: language.as_deref().and_then(Language::from_tag).unwrap_or(fallback),
            })
        })
        .collect()
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
    unit.mail(Mail {
        recipient: email,
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        contact: Some((entered.actor.account(), contact.id)),
    });
    Ok(())
}
