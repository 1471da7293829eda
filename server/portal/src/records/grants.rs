//! What contacts were given, as rows. Keys this version does not know stay where they are and grant nothing.

mod columns;
mod on_service;
mod writing;

pub use columns::{roles, understood};
pub(crate) use on_service::{Showing, on_service};
pub use writing::{Change, save};
pub(crate) use writing::{explain, replace_granter, take_everything, take_role};

use crate::base::dialect::{both, columns_of};
use crate::base::error::Failure;
use crate::records::templates;
use crate::unit::Unit;
use domain::id::{AccountId, ContactId, PersonId, RoleId};
use domain::rights::{Rights, Until};
use domain::role::OwnRole;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::collections::{BTreeMap, HashMap};

/// What a contact was given. The template it began with is the contact's own column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grants {
    pub(crate) rights: Rights,
}

impl Grants {
    /// Takes in a row; one that is not understood grants nothing.
    fn add(&mut self, kind: &str, (scope_kind, scope): (&str, &str), key: &str, ends: Option<i64>) {
        let Some((right, place)) = understood(kind, (scope_kind, scope), key) else { return };
        self.rights.give(right, &place);
        if let Some(ends) = ends {
            self.rights.until.push(Until { right, place, at: Timestamp(ends) });
        }
    }

    fn link(&mut self, roles: &BTreeMap<RoleId, OwnRole>) {
        put_in(&mut self.rights, roles);
    }

    /// Puts the ends into the order that rights have them in.
    fn in_order(mut self) -> Self {
        if self.rights.until.len() > 1 {
            self.rights.order_ends();
        }
        self
    }
}

/// Puts in what the account's own roles give. One that is not there any more gives nothing.
pub(crate) fn put_in(rights: &mut Rights, roles: &BTreeMap<RoleId, OwnRole>) {
    rights.own_roles.retain(|role, _| roles.contains_key(role));
    for (role, gives) in &mut rights.own_roles {
        gives.clone_from(&roles[role]);
    }
}

/// What one contact was given and what of it holds now.
pub(crate) async fn of_contact(unit: &mut Unit<'_>, account: AccountId, contact: ContactId) -> Result<Grants, Failure> {
    // INVARIANT: what has not begun or has ended does not exist.
    let statement = both!(
        "SELECT ",
        json("kind, scope_kind, scope, key, ends_at"),
        " FROM grants WHERE account_id = $1 AND subject_id = $2 \
         AND (starts_at IS NULL OR starts_at <= $3) AND (ends_at IS NULL OR ends_at > $3)"
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(contact.to_string())
        .bind(unit.now().0)
        .fetch_one(unit.connection())
        .await?;
    of_rows(unit, account, &rows).await
}

/// The same of everybody who has a role of the account.
pub(crate) async fn of_holders(
    unit: &mut Unit<'_>,
    account: AccountId,
    role: RoleId,
) -> Result<HashMap<ContactId, Grants>, Failure> {
    let rows: Vec<(String, String, String, String, String, Option<i64>)> = sqlx::query_as(
        "SELECT subject_id, kind, scope_kind, scope, key, ends_at FROM grants WHERE account_id = $1 AND subject_id IN \
         (SELECT subject_id FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2) \
         AND (starts_at IS NULL OR starts_at <= $3) AND (ends_at IS NULL OR ends_at > $3)",
    )
    .bind(account.to_string())
    .bind(role.to_string())
    .bind(unit.now().0)
    .fetch_all(unit.connection())
    .await?;
    let mut given: HashMap<ContactId, Grants> = HashMap::new();
    for (subject, kind, scope_kind, scope, key, ends) in &rows {
        given.entry(subject.parse()?).or_default().add(kind, (scope_kind, scope), key, *ends);
    }
    link(unit, account, given.values_mut()).await?;
    Ok(given.into_iter().map(|(contact, grants)| (contact, grants.in_order())).collect())
}

/// Puts in what an account's own roles give, where anybody has one.
async fn link<'g>(
    unit: &mut Unit<'_>,
    account: AccountId,
    given: impl IntoIterator<Item = &'g mut Grants>,
) -> Result<(), Failure> {
    let linked: Vec<_> = given.into_iter().filter(|grants| !grants.rights.own_roles.is_empty()).collect();
    if linked.is_empty() {
        return Ok(());
    }
    let roles = templates::roles(unit, account).await?;
    for grants in linked {
        grants.link(&roles);
    }
    Ok(())
}

/// The same for rights that were written down some time ago.
pub(crate) async fn relink(unit: &mut Unit<'_>, account: AccountId, rights: &mut Rights) -> Result<(), Failure> {
    let mut grants = Grants { rights: std::mem::take(rights) };
    link(unit, account, [&mut grants]).await?;
    *rights = grants.rights;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    kind: String,
    scope_kind: String,
    scope: String,
    key: String,
}

/// What a contact was given that ended after `since`, and is over.
pub(crate) async fn ended_since(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    since: Timestamp,
) -> Result<Rights, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT kind, scope_kind, scope, key FROM grants WHERE account_id = $1 AND subject_id = $2 \
         AND ends_at > $3 AND ends_at <= $4",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(since.0)
    .bind(unit.now().0)
    .fetch_all(unit.connection())
    .await?;
    let mut grants = Grants::default();
    for Row { kind, scope_kind, scope, key } in &rows {
        grants.add(kind, (scope_kind, scope), key, None);
    }
    link(unit, account, [&mut grants]).await?;
    Ok(grants.rights)
}

#[derive(FromRow)]
struct Given {
    granted_by: String,
    kind: String,
    scope_kind: String,
    scope: String,
    key: String,
}

/// What a contact was given, by whoever gave it; what the operator imported was given by nobody. What begins later is
/// among it: it is offered now, and nobody is asked again on the day it begins.
pub(crate) async fn by_granter(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<BTreeMap<PersonId, Rights>, Failure> {
    let rows: Vec<Given> = sqlx::query_as(
        "SELECT granted_by, kind, scope_kind, scope, key FROM grants \
         WHERE account_id = $1 AND subject_id = $2 AND granted_by IS NOT NULL AND (ends_at IS NULL OR ends_at > $3)",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(unit.now().0)
    .fetch_all(unit.connection())
    .await?;
    let mut given: BTreeMap<PersonId, Grants> = BTreeMap::new();
    for Given { granted_by, kind, scope_kind, scope, key } in &rows {
        given.entry(granted_by.parse()?).or_default().add(kind, (scope_kind, scope), key, None);
    }
    link(unit, account, given.values_mut()).await?;
    Ok(given.into_iter().map(|(by, grants)| (by, grants.rights)).collect())
}

/// What each of these contacts was given, for lists: without the ends.
pub(crate) async fn of_contacts(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &[ContactId],
) -> Result<HashMap<ContactId, Grants>, Failure> {
    if contacts.is_empty() {
        return Ok(HashMap::new());
    }
    let statement = both!(
        "SELECT ",
        lines("subject_id, kind, scope_kind, scope, key"),
        " FROM grants WHERE account_id = $1 AND subject_id IN ",
        list("$2"),
        " AND (starts_at IS NULL OR starts_at <= $3) AND (ends_at IS NULL OR ends_at > $3)"
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .bind(unit.now().0)
        .fetch_one(unit.connection())
        .await?;
    gathered(unit, account, &rows).await
}

/// What a person was given on each account they are on, by their contact there.
pub(crate) async fn of_person(unit: &mut Unit<'_>, person: PersonId) -> Result<HashMap<ContactId, Grants>, Failure> {
    let statement = both!(
        "SELECT ",
        lines("g.subject_id, g.kind, g.scope_kind, g.scope, g.key"),
        " FROM contacts c JOIN grants g ON g.account_id = c.account_id AND g.subject_id = c.id WHERE c.person_id = $1 \
         AND (g.starts_at IS NULL OR g.starts_at <= $2) AND (g.ends_at IS NULL OR g.ends_at > $2)"
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(person.to_string())
        .bind(unit.now().0)
        .fetch_one(unit.connection())
        .await?;
    let mut given = by_contact(&rows)?;
    if given.values().any(|grants| !grants.rights.own_roles.is_empty()) {
        let roles = templates::roles_of_person(unit, person).await?;
        for grants in given.values_mut() {
            grants.link(&roles);
        }
    }
    Ok(given)
}

/// What contacts were given, from the columns contact, kind, scope kind, scope and key of grants that hold now, as lines.
pub(crate) async fn gathered(
    unit: &mut Unit<'_>,
    account: AccountId,
    rows: &str,
) -> Result<HashMap<ContactId, Grants>, Failure> {
    let mut given = by_contact(rows)?;
    link(unit, account, given.values_mut()).await?;
    Ok(given)
}

/// The same without what the account's own roles give.
fn by_contact(rows: &str) -> Result<HashMap<ContactId, Grants>, Failure> {
    let mut given: HashMap<ContactId, Grants> = HashMap::new();
    for [subject, kind, scope_kind, scope, key] in columns_of(rows) {
        given.entry(subject.parse()?).or_default().add(kind, (scope_kind, scope), key, None);
    }
    Ok(given)
}

/// What one contact was given, from the columns kind, scope kind, scope, key and end of grants that hold now, as one JSON
/// list.
pub(crate) async fn of_rows(unit: &mut Unit<'_>, account: AccountId, rows: &str) -> Result<Grants, Failure> {
    let mut grants = Grants::default();
    for (kind, scope_kind, scope, key, ends) in serde_json::from_str::<Vec<Held>>(rows)? {
        grants.add(&kind, (&scope_kind, &scope), &key, ends);
    }
    link(unit, account, [&mut grants]).await?;
    Ok(grants.in_order())
}

/// Kind, scope kind, scope, key and end of a grant.
type Held = (String, String, String, String, Option<i64>);
