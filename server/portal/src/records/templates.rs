//! The account's own templates and roles.

use crate::base::canon;
use crate::base::error::{Failure, StoredError};
use crate::base::random;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{Authority, Deed};
use domain::error::PortalError;
use domain::id::{AccountId, PersonId, RoleId, TemplateId};
use domain::operation::{DomainOperation, Operation};
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::OwnRole;
use domain::roles::{OwnTemplate, SetKind, template_key};
use domain::template::Template;
use sqlx::FromRow;
use std::collections::BTreeMap;

/// The templates that the account's picker offers: the built-in ones, the provider's, then its own by name.
pub(crate) async fn offered(core: &Core, unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Template>, Failure> {
    let mut templates = core.templates();
    templates.extend(own_templates(unit, account).await?);
    Ok(templates)
}

/// The templates that these rights began with, and others: the account's own are read only where one of them is.
pub(crate) async fn naming(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    rights: &[&Rights],
) -> Result<Vec<Template>, Failure> {
    let templates = core.templates();
    let known = |key: &str| templates.iter().any(|template| template.key == key);
    if rights.iter().filter_map(|rights| rights.began_with()).all(known) {
        return Ok(templates);
    }
    offered(core, unit, account).await
}

/// The account's own templates, by name.
pub(crate) async fn own_templates(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Template>, Failure> {
    let own = own(unit, account).await?.into_iter();
    Ok(own.filter(|own| own.kind == SetKind::Template).map(|own| own.template).collect())
}

/// The roles that the account made.
pub(crate) async fn roles(unit: &mut Unit<'_>, account: AccountId) -> Result<BTreeMap<RoleId, OwnRole>, Failure> {
    Ok(own(unit, account).await?.iter().filter_map(OwnTemplate::role).collect())
}

/// The same of every account that a person is on.
pub(crate) async fn roles_of_person(
    unit: &mut Unit<'_>,
    person: PersonId,
) -> Result<BTreeMap<RoleId, OwnRole>, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT t.id, t.kind, t.name, t.privileges, t.operations FROM account_templates t \
         JOIN contacts c ON c.account_id = t.account_id WHERE c.person_id = $1 AND t.kind = 'role'",
    )
    .bind(person.to_string())
    .fetch_all(unit.connection())
    .await?;
    let own = rows.into_iter().map(understood).collect::<Result<Vec<_>, _>>()?;
    Ok(own.iter().filter_map(OwnTemplate::role).collect())
}

#[derive(FromRow)]
struct Row {
    id: String,
    kind: String,
    name: String,
    privileges: String,
    operations: String,
}

fn understood(row: Row) -> Result<OwnTemplate, Failure> {
    let id: TemplateId = row.id.parse()?;
    // Keys this version does not know tick nothing.
    let keys = |stored: &str| serde_json::from_str::<Vec<String>>(stored);
    let (privileges, operations) = (keys(&row.privileges)?, keys(&row.operations)?);
    // What is done on domains stands among the operations; in rows from before that, among the privileges.
    let on_domains = privileges.iter().chain(&operations).filter_map(|key| DomainOperation::from_key(key));
    let template = Template {
        key: template_key(id),
        name: Some(row.name),
        privileges: privileges.iter().filter_map(|key| Privilege::from_key(key)).collect(),
        operations: operations.iter().filter_map(|key| Operation::from_key(key)).collect(),
        domain_operations: on_domains.collect(),
    };
    let unknown = || StoredError(format!("a template is a {}", row.kind));
    let kind = SetKind::from_key(&row.kind).ok_or_else(unknown)?;
    Ok(OwnTemplate { id, kind, template, used_by: 0 })
}

/// The account's own templates and roles, by name.
async fn own(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<OwnTemplate>, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, kind, name, privileges, operations FROM account_templates \
         WHERE account_id = $1 ORDER BY name_key, id",
    )
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(understood).collect()
}

/// The same with how many contacts began with each, or have the role.
pub(crate) async fn with_use(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<OwnTemplate>, Failure> {
    let mut templates = own(unit, account).await?;
    for own in &mut templates {
        own.used_by = used_by(unit, account, own).await?;
    }
    Ok(templates)
}

/// How many contacts began with a template, or have a role.
pub(crate) async fn used_by(unit: &mut Unit<'_>, account: AccountId, own: &OwnTemplate) -> Result<i64, Failure> {
    let (statement, key) = match own.kind {
        SetKind::Template => (
            "SELECT COUNT(*) FROM contacts WHERE account_id = $1 AND template = $2 AND state <> 'deleted'",
            own.template.key.clone(),
        ),
        SetKind::Role => {
            ("SELECT COUNT(*) FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2", own.id.to_string())
        }
    };
    let (count,): (i64,) =
        sqlx::query_as(statement).bind(account.to_string()).bind(key).fetch_one(unit.connection()).await?;
    Ok(count)
}

/// One of them.
pub(crate) async fn one(unit: &mut Unit<'_>, account: AccountId, id: TemplateId) -> Result<OwnTemplate, Failure> {
    let found = own(unit, account).await?.into_iter().find(|own| own.id == id);
    Ok(found.ok_or(PortalError::NotFound)?)
}

/// Stored keys.
fn keys(each: impl Iterator<Item = &'static str>) -> Result<String, Failure> {
    Ok(serde_json::to_string(&each.collect::<Vec<_>>())?)
}

/// The keys of what it gives on all services and on all domains.
fn operations(role: &OwnRole) -> Result<String, Failure> {
    keys(role.operations.iter().map(Operation::key).chain(role.domain_operations.iter().map(DomainOperation::key)))
}

/// How many the account has.
pub(crate) async fn count(unit: &mut Unit<'_>, account: AccountId) -> Result<usize, Failure> {
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM account_templates WHERE account_id = $1")
        .bind(account.to_string())
        .fetch_one(unit.connection())
        .await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Which one has a name that is written alike.
pub(crate) async fn named(unit: &mut Unit<'_>, account: AccountId, name: &str) -> Result<Option<TemplateId>, Failure> {
    let holder: Option<(String,)> =
        sqlx::query_as("SELECT id FROM account_templates WHERE account_id = $1 AND name_key = $2")
            .bind(account.to_string())
            .bind(canon::fold(name))
            .fetch_optional(unit.connection())
            .await?;
    Ok(holder.map(|(id,)| id.parse()).transpose()?)
}

/// Writes a new one.
pub(crate) async fn insert(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    kind: SetKind,
    made: &OwnRole,
) -> Result<TemplateId, Failure> {
    authority.allows(Deed::KeepTemplates)?;
    let now = unit.now();
    let id = TemplateId::new(random::id(now));
    sqlx::query(
        "INSERT INTO account_templates (account_id, id, name, name_key, privileges, operations, created_at, kind) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(&made.name)
    .bind(canon::fold(&made.name))
    .bind(keys(made.privileges.iter().map(Privilege::key))?)
    .bind(operations(made)?)
    .bind(now.0)
    .bind(kind.key())
    .execute(unit.connection())
    .await?;
    Ok(id)
}

/// Has one give something else, or have another name.
pub(crate) async fn update(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    id: TemplateId,
    new: &OwnRole,
) -> Result<(), Failure> {
    authority.allows(Deed::KeepTemplates)?;
    sqlx::query(
        "UPDATE account_templates SET name = $3, name_key = $4, privileges = $5, operations = $6 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(&new.name)
    .bind(canon::fold(&new.name))
    .bind(keys(new.privileges.iter().map(Privilege::key))?)
    .bind(operations(new)?)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Deletes one. Nobody has it any more.
pub(crate) async fn remove(unit: &mut Unit<'_>, authority: Authority<'_>, id: TemplateId) -> Result<(), Failure> {
    authority.allows(Deed::KeepTemplates)?;
    sqlx::query("DELETE FROM account_templates WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(id.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
