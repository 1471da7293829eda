//! Choices as rows. Categories that this version does not know stay where they are and send nothing.

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
    // All in one row: with the embedded database each row is a switch between threads.
    let statement = unit.dialect().spelled(
        "SELECT string_agg(contact_id || ' ' || category, ',') FROM notification_choices \
         WHERE account_id = $1 AND contact_id IN LIST($2)",
    );
    let (rows,): (Option<String>,) = sqlx::query_as(statement)
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .fetch_one(unit.connection())
        .await?;
    let mut chosen: HashMap<ContactId, BTreeSet<Category>> = HashMap::new();
    for (contact, category) in rows.iter().flat_map(|rows| rows.split(',')).filter_map(|row| row.split_once(' ')) {
        if let Some(category) = Category::from_key(category) {
            chosen.entry(contact.parse()?).or_default().insert(category);
        }
    }
    Ok(chosen)
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
