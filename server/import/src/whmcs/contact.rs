//! What clients and contacts have alike: telephone numbers, and what they get mail about.

use super::csv_table::{Row, Table};
use super::{Mapping, rights};
use crate::record::{ContactRecord, DomainGrants, ServiceGrants};
use crate::value::ExternalId;
use domain::category::Category;
use domain::contact::SaveContact;
use domain::privilege::PrivilegeSet;
use domain::role::RoleSet;

/// A contact of whom nothing is known yet.
pub(super) fn contact(id: ExternalId, account: ExternalId) -> ContactRecord {
    ContactRecord {
        id,
        account,
        person: None,
        owner: None,
        state: None,
        first_name: None,
        last_name: None,
        email: None,
        phone: None,
        note: None,
        roles: RoleSet::default(),
        template: None,
        privileges: PrivilegeSet::EMPTY,
        services: ServiceGrants::default(),
        domains: DomainGrants::default(),
        notifications: None,
        ends: None,
    }
}

pub(super) fn phone(mapping: &mut Mapping, table: &Table, row: &Row) -> Option<String> {
    let phone = table.text(row, "phonenumber")?;
    let typed = SaveContact { phone: phone.clone(), ..SaveContact::default() };
    let wrong = typed.details(&[]).err().unwrap_or_default().iter().any(|problem| problem.field == "phone");
    if wrong {
        mapping.notes.at(&row.place, "the telephone number is invalid and was dropped");
    }
    (!wrong).then_some(phone)
}

pub(super) fn categories(table: &Table, row: &Row) -> Vec<Category> {
    let chosen = rights::EMAILS.iter().filter(|(column, _)| table.flag(row, column));
    let mut chosen: Vec<Category> = chosen.flat_map(|(_, categories)| categories.iter().copied()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// What a client chose for itself: JSON like `{"general":1,"invoice":0}`, with the names of the columns of contacts.
pub(super) fn preferences(table: &Table, row: &Row) -> Option<Vec<Category>> {
    let text = table.text(row, "email_preferences")?;
    let chosen: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).ok()?;
    let is_on =
        |name: &str| chosen.get(name).is_some_and(|value| matches!(value.to_string().as_str(), "1" | "\"1\"" | "true"));
    let on = rights::EMAILS.iter().filter(|(column, _)| is_on(column.trim_end_matches("emails")));
    let mut categories: Vec<Category> = on.flat_map(|(_, categories)| categories.iter().copied()).collect();
    categories.sort_unstable();
    categories.dedup();
    Some(categories)
}
