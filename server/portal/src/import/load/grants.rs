//! What goes with contacts: what they were given, what they get mail about, and their history.

use crate::base::dialect::{Both, both};
use crate::base::error::{Failure, StoredError};
use crate::import::plan::Planned;
use crate::import::rows::{ContactRow, FullContact};
use crate::import::sql::write;
use crate::unit::Unit;
use domain::audit::By;
use domain::contact::{ContactDetails, ContactSnapshot, ContactState, ScopeKind};
use domain::email::EmailAddress;
use domain::rights::Rights;
use serde::Serialize;
use std::collections::BTreeSet;

/// A row of what contacts were given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct GrantRow<'a> {
    account_id: &'a str,
    subject_id: &'a str,
    kind: &'static str,
    scope_kind: &'static str,
    scope: String,
    key: &'static str,
    service_id: Option<String>,
}

/// A row of what contacts get mail about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct ChoiceRow<'a> {
    account_id: &'a str,
    contact_id: &'a str,
    category: &'a str,
}

/// A row of a contact's history.
#[derive(Debug, Serialize)]
struct VersionRow<'a> {
    account_id: &'a str,
    contact_id: &'a str,
    version: i64,
    by_name: &'static str,
    author: String,
    snapshot: String,
}

impl Planned<FullContact> {
    /// Whether something is different that only one contact of the account can have.
    pub(crate) fn is_moved(&self) -> bool {
        let key = |row: &ContactRow| (row.email_key.clone(), row.person_id.clone(), row.owner.clone());
        self.before.as_ref().is_some_and(|before| key(&before.row) != key(&self.after.row))
    }

    /// Whether more is different than what the contact gets mail about, which its history does not keep.
    pub(crate) fn differs_beyond_mail(&self) -> bool {
        self.before.as_ref().is_none_or(|before| {
            let row = ContactRow { notifications_set: self.after.row.notifications_set, ..before.row.clone() };
            row != self.after.row || before.rights != self.after.rights
        })
    }
}

/// Writes what differs.
pub(crate) async fn write_differences(unit: &mut Unit<'_>, contacts: &[&Planned<FullContact>]) -> Result<(), Failure> {
    let (mut gone, mut given, mut unchosen, mut chosen) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut versions = Vec::new();
    for contact in contacts {
        let after = &contact.after;
        let was = contact.before.as_ref().map(grant_rows).unwrap_or_default();
        let is = grant_rows(after);
        gone.extend(was.difference(&is).cloned());
        given.extend(is.difference(&was).cloned());
        let was = contact.before.as_ref().map(choice_rows).unwrap_or_default();
        let is = choice_rows(after);
        unchosen.extend(was.difference(&is).cloned());
        chosen.extend(is.difference(&was).cloned());
        if contact.differs_beyond_mail() {
            versions.push(version_row(contact)?);
        }
    }
    take(unit, &gone).await?;
    unchoose(unit, &unchosen).await?;
    let (now, dialect) = (unit.now().0, unit.dialect());
    write(unit.connection(), dialect, GIVE, &given, now, &mut |_| {}).await?;
    write(unit.connection(), dialect, CHOOSE, &chosen, now, &mut |_| {}).await?;
    write(unit.connection(), dialect, REMEMBER, &versions, now, &mut |_| {}).await
}

// A row that is there already has an end or a beginning: what is given now takes its place.
const GIVE: Both = both!(
    "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, service_id, granted_at) \
    SELECT e.value ->> 'account_id', e.value ->> 'subject_id', e.value ->> 'kind', e.value ->> 'scope_kind', \
    e.value ->> 'scope', e.value ->> 'key', e.value ->> 'service_id', $2 FROM ",
    rows("$1"),
    " WHERE TRUE \
    ON CONFLICT (account_id, subject_id, kind, scope_kind, scope, key) \
    DO UPDATE SET granted_by = NULL, granted_at = excluded.granted_at, starts_at = NULL, ends_at = NULL"
);

const CHOOSE: Both = both!(
    "INSERT INTO notification_choices (account_id, contact_id, category) \
    SELECT e.value ->> 'account_id', e.value ->> 'contact_id', e.value ->> 'category' FROM ",
    rows("$1"),
    " WHERE $2 > 0"
);

const REMEMBER: Both = both!(
    "INSERT INTO contact_versions (account_id, contact_id, version, at, by_name, author, snapshot) \
    SELECT e.value ->> 'account_id', e.value ->> 'contact_id', CAST(e.value ->> 'version' AS BIGINT), $2, \
    e.value ->> 'by_name', e.value ->> 'author', e.value ->> 'snapshot' FROM ",
    rows("$1"),
    " WHERE TRUE"
);

async fn take(unit: &mut Unit<'_>, gone: &[GrantRow<'_>]) -> Result<(), Failure> {
    for row in gone {
        sqlx::query(
            "DELETE FROM grants \
             WHERE account_id = $1 AND subject_id = $2 AND kind = $3 AND scope_kind = $4 AND scope = $5 AND key = $6",
        )
        .bind(row.account_id)
        .bind(row.subject_id)
        .bind(row.kind)
        .bind(row.scope_kind)
        .bind(&row.scope)
        .bind(row.key)
        .execute(unit.connection())
        .await?;
    }
    Ok(())
}

async fn unchoose(unit: &mut Unit<'_>, gone: &[ChoiceRow<'_>]) -> Result<(), Failure> {
    for row in gone {
        sqlx::query("DELETE FROM notification_choices WHERE account_id = $1 AND contact_id = $2 AND category = $3")
            .bind(row.account_id)
            .bind(row.contact_id)
            .bind(row.category)
            .execute(unit.connection())
            .await?;
    }
    Ok(())
}

fn grant_rows(contact: &FullContact) -> BTreeSet<GrantRow<'_>> {
    let mut rows = BTreeSet::new();
    let mut give = |kind, (scope_kind, scope): (ScopeKind, &str), key, service_id| {
        rows.insert(GrantRow {
            account_id: &contact.row.account_id,
            subject_id: &contact.row.id,
            kind,
            scope_kind: scope_kind.key(),
            scope: scope.to_owned(),
            key,
            service_id,
        });
    };
    let rights = &contact.rights;
    for role in rights.roles.iter() {
        give("role", (ScopeKind::Account, ""), role.key(), None);
    }
    for privilege in rights.privileges.iter() {
        give("privilege", (ScopeKind::Account, ""), privilege.key(), None);
    }
    for (scope, operations) in [("all", rights.all_services), ("new", rights.new_services)] {
        for operation in operations.iter() {
            give("operation", (ScopeKind::Service, scope), operation.key(), None);
        }
    }
    for (service, operations) in &rights.services {
        let service = service.to_string();
        for operation in operations.iter() {
            give("operation", (ScopeKind::Service, &service), operation.key(), Some(service.clone()));
        }
    }
    rows
}

fn choice_rows(contact: &FullContact) -> BTreeSet<ChoiceRow<'_>> {
    let (account_id, contact_id) = (contact.row.account_id.as_str(), contact.row.id.as_str());
    contact.categories.iter().map(|category| ChoiceRow { account_id, contact_id, category }).collect()
}

fn version_row(contact: &Planned<FullContact>) -> Result<VersionRow<'_>, Failure> {
    let FullContact { row, rights, .. } = &contact.after;
    let email = EmailAddress::parse(&row.email)
        .map_err(|_| StoredError(format!("contact {} has a malformed address", row.id)))?;
    let snapshot = ContactSnapshot {
        details: ContactDetails {
            first_name: row.first_name.clone(),
            last_name: row.last_name.clone(),
            email,
            phone: row.phone.clone(),
            note: row.note.clone(),
        },
        state: ContactState::from_key(&row.state),
        rights: Rights { template: row.template.clone(), ..rights.clone() },
    };
    Ok(VersionRow {
        account_id: &row.account_id,
        contact_id: &row.id,
        version: if contact.before.is_some() { row.version + 1 } else { row.version },
        by_name: By::PROVIDER,
        author: serde_json::to_string(&By::Provider)?,
        snapshot: serde_json::to_string(&snapshot)?,
    })
}
