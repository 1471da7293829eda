//! The mails about owners: to every owner but whoever did it, and to those whom it is about.

use crate::acting::Entered;
use crate::core::Core;
use crate::error::Failure;
use crate::mail::outbox::Mail;
use crate::mail::templates::{Because, Letter, render};
use crate::unit::Unit;
use domain::id::ContactId;
use domain::notification::{Category, Why};
use domain::person::Language;
use domain::rules::OwnerEvent;

pub(crate) async fn tell(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    event: OwnerEvent,
    whom: &str,
    also: &[ContactId],
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = format!("{}/a/{account}/rules", core.config.public_url);
    let rows: Vec<(String, i64, String, String, Option<String>)> = sqlx::query_as(
        "SELECT c.id, c.rank, c.first_name, p.email, p.language FROM contacts c JOIN persons p ON p.id = c.person_id \
         WHERE c.account_id = $1 AND c.state = 'active' AND (c.rank = 0 OR c.id IN ($2, $3)) ORDER BY c.id",
    )
    .bind(account.to_string())
    .bind(also.first().map(ToString::to_string).unwrap_or_default())
    .bind(also.get(1).map(ToString::to_string).unwrap_or_default())
    .fetch_all(unit.connection())
    .await?;
    for (contact, rank, first_name, email, language) in rows {
        let contact: ContactId = contact.parse()?;
        if contact == entered.actor.contact() && !also.contains(&contact) {
            continue;
        }
        let language = language.as_deref().and_then(Language::from_tag).unwrap_or(core.config.provider.language);
        let settings = format!("{}/a/{account}/contacts/{contact}/notifications", core.config.public_url);
        let because = Because {
            why: if rank == 0 { Why::Owner } else { Why::Concerned },
            category: Category::UserManagement,
            account: &entered.account_name,
            settings: Some(&settings),
        };
        let letter = Letter::AccessChanged {
            name: &first_name,
            by: &entered.author.name,
            contact: whom,
            account: &entered.account_name,
            lines: &[event.words(language)],
            link: &link,
            because,
        };
        let rendered = render(&core.letters, language, &letter)?;
        unit.mail(Mail {
            recipient: email,
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            contact: Some((account, contact)),
        });
    }
    Ok(())
}
