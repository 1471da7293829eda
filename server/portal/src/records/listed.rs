//! The contacts of a list with what each of them was given and chose, in one statement.

use crate::base::dialect::{Statement, both};
use crate::base::error::Failure;
use crate::records::contacts::{ContactRecord, contact_columns};
use crate::records::{grants, notification_choices};
use crate::unit::Unit;
use domain::contact::{Contact, Notifications};
use domain::id::{AccountId, ContactId};
use std::collections::BTreeSet;

/// A contact, and which mails it gets.
pub(crate) type Listed = (Contact, Notifications);

/// Each of these, in their order.
pub(crate) async fn listed(
    unit: &mut Unit<'_>,
    account: AccountId,
    records: &[ContactRecord],
) -> Result<Vec<Listed>, Failure> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let statement = both!(
        "SELECT (SELECT ",
        lines("subject_id, kind, scope_kind, scope, key"),
        " FROM grants WHERE account_id = $1 AND subject_id IN ",
        list("$2"),
        " AND (starts_at IS NULL OR starts_at <= $3) AND (ends_at IS NULL OR ends_at > $3)), (SELECT ",
        lines("contact_id, category"),
        " FROM notification_choices WHERE account_id = $1 AND contact_id IN ",
        list("$2"),
        ")"
    );
    let (given, chosen): (String, String) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(serde_json::to_string(&ids)?)
        .bind(unit.now().0)
        .fetch_one(unit.connection())
        .await?;
    let mut given = grants::gathered(unit, account, &given).await?;
    let mut chosen = notification_choices::gathered(&chosen)?;
    let whole = |record: &ContactRecord| {
        let id = record.contact()?;
        let contact = record.with_rights(account, given.remove(&id).unwrap_or_default())?;
        Ok((contact, notification_choices::set(record, chosen.remove(&id))))
    };
    records.iter().map(whole).collect()
}

/// Those of these contacts that the account has, by name.
pub(crate) async fn picked(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &BTreeSet<ContactId>,
) -> Result<Vec<ContactRecord>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push(concat!("SELECT ", contact_columns!(), " FROM contacts WHERE account_id = "));
    statement.bind(account.to_string()).push(" AND id IN ").bind_list(serde_json::to_string(contacts)?);
    statement.push(" ORDER BY sort_name, id");
    Ok(statement.fetch_all(unit.connection()).await?)
}
