//! The only writers of the table `grants`.

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::grants::columns::{ALL, NEW};
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::asked::Asked;
use domain::id::{AccountId, ContactId, PersonId, RoleId};
use domain::right::Right;
use domain::right::{Place, ScopeKind};
use domain::rights::Rights;
use domain::status::ContactState;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One row of the table: what, on what, until when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Grant {
    kind: &'static str,
    scope_kind: ScopeKind,
    scope: String,
    key: Cow<'static, str>,
    ends: Option<i64>,
}

/// Kind, scope and key of a grant's row.
fn row_of(right: Right, place: &Place) -> (&'static str, ScopeKind, String, Cow<'static, str>) {
    match right {
        Right::Role(role) => ("role", ScopeKind::Account, String::new(), role.key().into()),
        Right::OwnRole(role) => ("role", ScopeKind::Account, String::new(), role.to_string().into()),
        Right::Privilege(privilege) => ("privilege", ScopeKind::Account, String::new(), privilege.key().into()),
        Right::Operation(operation) => ("operation", ScopeKind::Service, scope_of(place), operation.key().into()),
        Right::DomainOperation(operation) => ("operation", ScopeKind::Domain, scope_of(place), operation.key().into()),
    }
}

/// On which services or domains an operation holds.
fn scope_of(place: &Place) -> String {
    match place {
        Place::Account | Place::OwnRole { .. } | Place::AllServices | Place::AllDomains => ALL.to_owned(),
        Place::NewServices | Place::NewDomains => NEW.to_owned(),
        Place::Service { id, .. } => id.to_string(),
        Place::Domain { id, .. } => id.to_string(),
    }
}

/// The rows that say `rights`.
fn rows(rights: &Rights) -> BTreeSet<Grant> {
    let row = |(right, place): (Right, Place)| {
        let (kind, scope_kind, scope, key) = row_of(right, &place);
        Grant { kind, scope_kind, scope, key, ends: rights.end_of(right, &place).map(|end| end.0) }
    };
    rights.grants().into_iter().map(row).collect()
}

/// What a contact is given instead of what it has, as a part of `deed`.
pub struct Change<'a> {
    /// What proves that it may be given.
    pub authority: Authority<'a>,
    /// What the change is a part of.
    pub deed: Deed,
    /// Who is given it, on the account of the authority.
    pub contact: ContactId,
    /// What the contact has.
    pub before: &'a Rights,
    /// What it has instead.
    pub after: &'a Rights,
}

#[derive(Serialize)]
struct NewRow {
    account: AccountId,
    contact: ContactId,
    kind: &'static str,
    scope_kind: &'static str,
    service: Option<String>,
    domain: Option<String>,
    scope: String,
    key: Cow<'static, str>,
    by: Option<PersonId>,
    ends: Option<i64>,
}

impl NewRow {
    fn of(change: &Change<'_>, grant: &Grant) -> Self {
        let one = |kind| grant.scope_kind == kind && grant.scope != ALL && grant.scope != NEW;
        Self {
            account: change.authority.account(),
            contact: change.contact,
            kind: grant.kind,
            scope_kind: grant.scope_kind.key(),
            service: one(ScopeKind::Service).then(|| grant.scope.clone()),
            domain: one(ScopeKind::Domain).then(|| grant.scope.clone()),
            scope: grant.scope.clone(),
            key: grant.key.clone(),
            by: change.authority.person(),
            ends: grant.ends,
        }
    }
}

/// Writes the differences; what stays keeps its granter and date.
pub async fn save(unit: &mut Unit<'_>, changes: &[Change<'_>]) -> Result<(), Failure> {
    let mut given = Vec::new();
    for change in changes {
        change.authority.covers(change.deed, change.contact)?;
        let (before, after) = (rows(change.before), rows(change.after));
        for gone in before.difference(&after) {
            delete(unit, change, gone).await?;
        }
        given.extend(after.difference(&before).map(|grant| NewRow::of(change, grant)));
    }
    if given.is_empty() { Ok(()) } else { insert(unit, &given).await }
}

async fn delete(unit: &mut Unit<'_>, change: &Change<'_>, gone: &Grant) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM grants \
         WHERE account_id = $1 AND subject_id = $2 AND kind = $3 AND scope_kind = $4 AND scope = $5 AND key = $6",
    )
    .bind(change.authority.account().to_string())
    .bind(change.contact.to_string())
    .bind(gone.kind)
    .bind(gone.scope_kind.key())
    .bind(&gone.scope)
    .bind(&*gone.key)
    .execute(unit.connection())
    .await?;
    Ok(())
}

async fn insert(unit: &mut Unit<'_>, given: &[NewRow]) -> Result<(), Failure> {
    // A row that is there already has not begun or has ended: what is given now takes its place.
    let statement = both!(
        "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, service_id, domain_id, granted_by, \
         granted_at, ends_at) SELECT e.value ->> 'account', e.value ->> 'contact', e.value ->> 'kind', e.value ->> 'scope_kind', \
         e.value ->> 'scope', e.value ->> 'key', e.value ->> 'service', e.value ->> 'domain', e.value ->> 'by', $2, \
         CAST(e.value ->> 'ends' AS BIGINT) FROM ",
        rows("$1"),
        " WHERE TRUE ON CONFLICT (account_id, subject_id, kind, scope_kind, scope, key) DO UPDATE \
         SET granted_by = excluded.granted_by, granted_at = excluded.granted_at, starts_at = NULL, \
         ends_at = excluded.ends_at, reason = NULL"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(given)?)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Takes a role of the account from these contacts, each of whom may be changed.
pub(crate) async fn take_role(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    role: RoleId,
    contacts: &[ContactId],
) -> Result<(), Failure> {
    authority.allows(Deed::KeepTemplates)?;
    let statement = both!(
        "DELETE FROM grants WHERE account_id = $1 AND kind = 'role' AND scope_kind = 'account' AND scope = '' \
         AND key = $2 AND subject_id IN ",
        list("$3")
    );
    sqlx::query(statement.on(unit.dialect()))
        .bind(authority.account().to_string())
        .bind(role.to_string())
        .bind(serde_json::to_string(contacts)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Keeps why a right was given, beside it.
pub(crate) async fn explain(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    asked: Asked,
    reason: &str,
) -> Result<(), Failure> {
    authority.covers(Deed::EditContact, contact)?;
    let (kind, scope_kind, scope, key) = row_of(asked.right, &asked.place());
    sqlx::query(
        "UPDATE grants SET reason = $7 \
         WHERE account_id = $1 AND subject_id = $2 AND kind = $3 AND scope_kind = $4 AND scope = $5 AND key = $6",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(kind)
    .bind(scope_kind.key())
    .bind(scope)
    .bind(&*key)
    .bind(reason)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Makes everything a contact was given the gift of whoever acts, who may give all of it. Whoever gave it before need
/// not stand in for it any more.
pub(crate) async fn replace_granter(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::EditContact, contact)?;
    sqlx::query("UPDATE grants SET granted_by = $3 WHERE account_id = $1 AND subject_id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(authority.person().map(|person| person.to_string()))
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Takes away everything a contact was given, unknown keys included: nothing is to come back by itself.
pub(crate) async fn take_everything(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::SetState(ContactState::Deleted), contact)?;
    sqlx::query("DELETE FROM grants WHERE account_id = $1 AND subject_id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
