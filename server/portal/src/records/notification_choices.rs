//! Choices as rows. Categories that this version does not know stay where they are and send nothing.

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::contacts::ContactRecord;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::contact::Notifications;
use domain::id::{AccountId, ContactId};
use domain::notification::Category;
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
        json("contact_id, category"),
        " FROM notification_choices WHERE account_id = $1 AND contact_id IN ",
        list("$2")
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .fetch_one(unit.connection())
        .await?;
    let mut chosen: HashMap<ContactId, BTreeSet<Category>> = HashMap::new();
    for (contact, category) in serde_json::from_str::<Vec<(ContactId, String)>>(&rows)? {
        if let Some(category) = Category::from_key(&category) {
            chosen.entry(contact).or_default().insert(category);
        }
    }
    Ok(chosen)
}

/// The same of rows; only who has chosen is looked for.
pub(crate) async fn of_records(
    unit: &mut Unit<'_>,
    account: AccountId,
    records: &[ContactRecord],
) -> Result<HashMap<ContactId, BTreeSet<Category>>, Failure> {
    let chosen = records.iter().filter(|record| record.notifications_set != 0);
    let ids = chosen.map(ContactRecord::contact).collect::<Result<Vec<_>, _>>()?;
    of_contacts(unit, account, &ids).await
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
    authority.covers(Deed::ChooseNotifications, contact)?;
    for gone in before.difference(after) {
        remove(unit, authority, contact, *gone).await?;
    }
    for new in after.difference(before) {
        add(unit, authority, contact, *new).await?;
    }
    note_set(unit, authority, contact).await
}

async fn remove(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    category: Category,
) -> Result<(), Failure> {
    sqlx::query("DELETE FROM notification_choices WHERE account_id = $1 AND contact_id = $2 AND category = $3")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(category.key())
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn add(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    category: Category,
) -> Result<(), Failure> {
    sqlx::query("INSERT INTO notification_choices (account_id, contact_id, category) VALUES ($1, $2, $3)")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(category.key())
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn note_set(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    sqlx::query("UPDATE contacts SET notifications_set = 1 WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
