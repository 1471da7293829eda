//! The account's own templates and roles: reading them, and keeping what somebody may do as one.

use crate::audit::AuditEvent;
use crate::canon;
use crate::contacts::store as contacts;
use crate::core::Core;
use crate::error::{Failure, StoredError};
use crate::random;
use crate::unit::{Unit, Writes};
use domain::access::{Actor, Authority, Deed, RightsAction, authorize};
use domain::audit::AuditKind;
use domain::contact::{Contact, ContactChange, ContactState};
use domain::error::{PortalError, Problem};
use domain::id::{AccountId, PersonId, TemplateId};
use domain::operation::Operation;
use domain::person::Language;
use domain::ports::{Acting, Caller};
use domain::privilege::Privilege;
use domain::role::{OwnRole, Role};
use domain::rules::{OwnTemplate, SaveTemplate, SetKind, TEMPLATES_MAX, template_key, template_name};
use domain::template::Template;
use domain::words;
use std::collections::BTreeMap;

/// The templates that the account's picker offers: the built-in ones, the provider's, then its own by name.
pub(crate) async fn offered(core: &Core, unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Template>, Failure> {
    let mut templates = core.templates();
    templates.extend(own_templates(unit, account).await?);
    Ok(templates)
}

/// The account's own templates, by name.
pub(crate) async fn own_templates(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Template>, Failure> {
    let own = own(unit, account).await?.into_iter();
    Ok(own.filter(|own| own.kind == SetKind::Template).map(|own| own.template).collect())
}

/// The roles that the account made.
pub(crate) async fn roles(unit: &mut Unit<'_>, account: AccountId) -> Result<BTreeMap<TemplateId, OwnRole>, Failure> {
    Ok(own(unit, account).await?.iter().filter_map(|own| own.role().map(|role| (own.id, role))).collect())
}

/// The same of every account that a person is on.
pub(crate) async fn roles_of_person(
    unit: &mut Unit<'_>,
    person: PersonId,
) -> Result<BTreeMap<TemplateId, OwnRole>, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT t.id, t.kind, t.name, t.privileges, t.operations FROM account_templates t \
         JOIN contacts c ON c.account_id = t.account_id WHERE c.person_id = $1 AND t.kind = 'role'",
    )
    .bind(person.to_string())
    .fetch_all(unit.connection())
    .await?;
    let own = rows.into_iter().map(understood).collect::<Result<Vec<_>, _>>()?;
    Ok(own.iter().filter_map(|own| own.role().map(|role| (own.id, role))).collect())
}

type Row = (String, String, String, String, String);

fn understood((id, kind, name, privileges, operations): Row) -> Result<OwnTemplate, Failure> {
    let id: TemplateId = id.parse()?;
    // Keys this version does not know tick nothing.
    let keys = |stored: &str| serde_json::from_str::<Vec<String>>(stored);
    let template = Template {
        key: template_key(id),
        name: Some(name),
        privileges: keys(&privileges)?.iter().filter_map(|key| Privilege::from_key(key)).collect(),
        operations: keys(&operations)?.iter().filter_map(|key| Operation::from_key(key)).collect(),
    };
    let kind = SetKind::from_key(&kind).ok_or_else(|| StoredError(format!("a template is a {kind}")))?;
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

pub(crate) async fn save(core: &Core, caller: &Caller, acting: Acting, change: &SaveTemplate) -> Result<(), Failure> {
    // Nobody else takes the name meanwhile.
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, RightsAction::KeepTemplates)?;
    let account = permit.account();
    let contact = contacts::contact(&mut unit, account, change.contact).await?.ok_or(PortalError::NotFound)?;
    let made = made_of(&entered.actor, &contact)?;
    let name = free_name(core, &mut unit, account, &change.name, None).await?;
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM account_templates WHERE account_id = $1")
        .bind(account.to_string())
        .fetch_one(unit.connection())
        .await?;
    if usize::try_from(count).unwrap_or(usize::MAX) >= TEMPLATES_MAX {
        return Err(PortalError::invalid("name", Problem::TooManyTemplates { max: TEMPLATES_MAX }).into());
    }
    let made = OwnRole { name: name.clone(), ..made };
    insert(&mut unit, permit.authority(), change.kind, &made).await?;
    let mut event = AuditEvent::new(AuditKind::TemplateChanged, entered.author.by());
    event.details.note = Some(name);
    unit.commit(permit, (), event).await
}

async fn insert(unit: &mut Unit<'_>, authority: Authority<'_>, kind: SetKind, made: &OwnRole) -> Result<(), Failure> {
    authority.allows(Deed::KeepTemplates)?;
    let now = unit.now();
    sqlx::query(
        "INSERT INTO account_templates (account_id, id, name, name_key, privileges, operations, created_at, kind) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(authority.account().to_string())
    .bind(TemplateId::new(random::id(now)).to_string())
    .bind(&made.name)
    .bind(canon::fold(&made.name))
    .bind(keys(made.privileges.iter().map(Privilege::key))?)
    .bind(keys(made.operations.iter().map(Operation::key))?)
    .bind(now.0)
    .bind(kind.key())
    .execute(unit.connection())
    .await?;
    Ok(())
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
    .bind(keys(new.operations.iter().map(Operation::key))?)
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

/// What a contact may do, as far as it is all the actor's own to give: an owner who gives it later trusts its name.
fn made_of(actor: &Actor, contact: &Contact) -> Result<OwnRole, Failure> {
    if contact.now.state == ContactState::Deleted {
        let changed = vec![ContactChange::State { now: contact.now.state }];
        return Err(PortalError::Conflict { by: None, changed }.into());
    }
    let made = contact.now.rights.to_role();
    actor.check(RightsAction::ChangeRole(&OwnRole::default(), &made))?;
    Ok(made)
}

/// A name that no other one of the account has, nor one that everybody knows as something else.
pub(crate) async fn free_name(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    typed: &str,
    own: Option<TemplateId>,
) -> Result<String, Failure> {
    let name = template_name(typed).map_err(|problem| PortalError::invalid("name", problem))?;
    let holder: Option<(String,)> =
        sqlx::query_as("SELECT id FROM account_templates WHERE account_id = $1 AND name_key = $2")
            .bind(account.to_string())
            .bind(canon::fold(&name))
            .fetch_optional(unit.connection())
            .await?;
    let own = own.map(|own| own.to_string());
    let known = Language::ALL.into_iter().map(words::rights).any(|words| {
        let mut templates = core.templates().into_iter();
        let mut roles = Role::ALL.into_iter();
        templates.any(|template| canon::read_alike(&words.template(&template), &name))
            || roles.any(|role| canon::read_alike(words.role(role), &name))
    });
    if known || holder.is_some_and(|(holder,)| own.as_ref() != Some(&holder)) {
        return Err(PortalError::invalid("name", Problem::TakenName).into());
    }
    Ok(name)
}
