//! Choices as rows. Categories that this version does not know stay where they are and send nothing.

use crate::base::dialect::{both, columns_of};
use crate::base::error::Failure;
use crate::records::contacts::{self, ContactRecord};
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::category::Category;
use domain::contact::Notifications;
use domain::id::{AccountId, ContactId};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// What each of these contacts chose.
pub(crate) async fn of_contacts(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &[ContactId],
) -> Result<HashMap<ContactId, BTreeSet<Category>>, Failure> {
    if contacts.is_empty() {
        return Ok(HashMap::new());
    }
    let statement = both!(
        "SELECT ",
        lines("contact_id, category"),
        " FROM notification_choices WHERE account_id = $1 AND contact_id IN ",
        list("$2")
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .fetch_one(unit.connection())
        .await?;
    gathered(&rows)
}

/// What contacts chose, from the columns contact and category as lines.
pub(crate) fn gathered(rows: &str) -> Result<HashMap<ContactId, BTreeSet<Category>>, Failure> {
    let mut chosen: HashMap<ContactId, BTreeSet<Category>> = HashMap::new();
    for [contact, category] in columns_of(rows) {
        if let Some(category) = Category::from_key(category) {
            chosen.entry(contact.parse()?).or_default().insert(category);
        }
    }
    Ok(chosen)
}

/// The choice of one.
pub(crate) async fn of_record(
    unit: &mut Unit<'_>,
    account: AccountId,
    record: &ContactRecord,
) -> Result<Notifications, Failure> {
    if record.notifications_set == 0 {
        return Ok(Notifications::NotSet);
    }
    let contact = record.contact()?;
    Ok(set(record, of_contacts(unit, account, &[contact]).await?.remove(&contact)))
}

/// The choice of a contact: no categories are a choice too, once somebody has chosen.
pub(crate) fn set(record: &ContactRecord, chosen: Option<BTreeSet<Category>>) -> Notifications {
    if record.notifications_set == 0 {
        Notifications::NotSet
    } else {
        Notifications::Chosen(chosen.unwrap_or_default())
    }
}

/// Writes the choice of a contact.
pub(crate) async fn save(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    before: &BTreeSet<Category>,
    after: &BTreeSet<Category>,
) -> Result<(), Failure> {
    let keys = |categories: &BTreeSet<Category>| -> BTreeSet<String> {
        categories.iter().map(|category| category.key().to_owned()).collect()
    };
    let (before, after) = (keys(before), keys(after));
    let deed = Deed::ChooseNotifications;
    write(unit, &[Change { authority, deed, contact, before: &before, after: &after }]).await?;
    contacts::note_choice(unit, authority, contact).await
}

/// The categories of a contact, by their keys, instead of those that it has, as a part of `deed`.
pub struct Change<'a> {
    /// What proves that it may be written.
    pub authority: Authority<'a>,
    /// What the change is a part of.
    pub deed: Deed,
    /// Whose choice it is, on the account of the authority.
    pub contact: ContactId,
    /// The keys that the contact has.
    pub before: &'a BTreeSet<String>,
    /// Those that it has instead.
    pub after: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct NewRow<'a> {
    account: AccountId,
    contact: ContactId,
    category: &'a str,
}

/// Writes the differences.
pub async fn write(unit: &mut Unit<'_>, changes: &[Change<'_>]) -> Result<(), Failure> {
    let mut chosen = Vec::new();
    for change in changes {
        change.authority.covers(change.deed, change.contact)?;
        for gone in change.before.difference(change.after) {
            delete(unit, change, gone).await?;
        }
        let (account, contact) = (change.authority.account(), change.contact);
        let new = change.after.difference(change.before);
        chosen.extend(new.map(|category| NewRow { account, contact, category }));
    }
    if chosen.is_empty() { Ok(()) } else { insert(unit, &chosen).await }
}

async fn delete(unit: &mut Unit<'_>, change: &Change<'_>, gone: &str) -> Result<(), Failure> {
    sqlx::query("DELETE FROM notification_choices WHERE account_id = $1 AND contact_id = $2 AND category = $3")
        .bind(change.authority.account().to_string())
        .bind(change.contact.to_string())
        .bind(gone)
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn insert(unit: &mut Unit<'_>, chosen: &[NewRow<'_>]) -> Result<(), Failure> {
    let statement = both!(
        "INSERT INTO notification_choices (account_id, contact_id, category) \
         SELECT e.value ->> 'account', e.value ->> 'contact', e.value ->> 'category' FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    sqlx::query(statement.on(unit.dialect())).bind(serde_json::to_string(chosen)?).execute(unit.connection()).await?;
    Ok(())
}
