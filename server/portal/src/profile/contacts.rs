//! The e-mail address belongs to the person once a contact is linked to one: the contacts follow it.

use crate::base::error::{Failure, StoredError};
use crate::records::contacts;
use crate::records::email_links::PendingAddress;
use crate::unit::Unit;
use crate::unit::audit::{self, AuditEvent};
use domain::audit::{PersonFact, Subject};
use domain::by::By;
use domain::change::ContactChange;
use domain::email::EmailAddress;
use domain::id::{AccountId, ContactId, PersonId};

/// The contacts of a person, with the locks of their accounts.
///
/// INVARIANT: before anything of the person is written, as the units of an account do, and in the order of accounts: of
/// two one waits, and never in a circle.
pub(crate) async fn locked(unit: &mut Unit<'_>, person: PersonId) -> Result<Vec<(AccountId, ContactId)>, Failure> {
    let linked = linked(unit, person).await?;
    for (account, _) in &linked {
        unit.lock_account(*account).await?;
    }
    Ok(linked)
}

/// Gives the contacts of a person the address that was proved; which ones. Where another contact of the account has it
/// already, the person's keeps the one it had: one account, one contact with an address.
pub(crate) async fn follow(
    unit: &mut Unit<'_>,
    contacts: Vec<(AccountId, ContactId)>,
    proved: &PendingAddress,
) -> Result<Vec<(ContactId, String)>, Failure> {
    let email = EmailAddress::parse(&proved.email).map_err(|_| StoredError("a malformed address".to_owned()))?;
    let mut followed = Vec::new();
    for (account, contact) in contacts {
        let holder = contacts::by_email(unit, account, &proved.key).await?;
        if holder.is_some_and(|(holder, _)| holder != contact) {
            continue;
        }
        let Some(mut kept) = contacts::contact(unit, account, contact).await? else { continue };
        kept.now.details.email = email.clone();
        contacts::follow_person(unit, &kept, &proved.key).await?;
        followed.push((contact, kept.name()));
    }
    Ok(followed)
}

/// Writes down on every account that the person is on that they call themselves something else: whoever reads what they
/// did there must be able to tell.
pub(crate) async fn renamed(
    unit: &mut Unit<'_>,
    person: PersonId,
    contacts: Vec<(AccountId, ContactId)>,
    was: &str,
    now: &str,
) -> Result<(), Failure> {
    for (account, id) in contacts {
        let Some(contact) = contacts::contact(unit, account, id).await? else { continue };
        let change = ContactChange::Renamed { was: was.to_owned(), now: now.to_owned() };
        let event = AuditEvent::new(PersonFact::Renamed, Subject::Person(person), By::of(id, &contact.now.details))
            .to(id, contact.name())
            .with(vec![change]);
        audit::write(unit, &account.to_string(), event).await?;
    }
    Ok(())
}

async fn linked(unit: &mut Unit<'_>, person: PersonId) -> Result<Vec<(AccountId, ContactId)>, Failure> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT account_id, id FROM contacts WHERE person_id = $1 AND state <> 'deleted' ORDER BY account_id",
    )
    .bind(person.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(|(account, contact)| Ok((account.parse()?, contact.parse()?))).collect()
}
