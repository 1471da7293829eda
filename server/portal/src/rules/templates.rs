//! The account's own templates. They are copied when picked, so renaming or deleting one changes nobody's rights.

use crate::audit::AuditEvent;
use crate::canon;
use crate::contacts::store as contacts;
use crate::core::Core;
use crate::error::Failure;
use crate::random;
use crate::unit::{Unit, Writes};
use domain::access::{Action, authorize};
use domain::audit::AuditKind;
use domain::error::{PortalError, Problem};
use domain::id::{AccountId, TemplateId};
use domain::operation::Operation;
use domain::ports::{Acting, Caller};
use domain::privilege::Privilege;
use domain::rules::{
    ChangeTemplate, OwnTemplate, SaveTemplate, TEMPLATES_MAX, TemplateChange, template_key, template_name,
};
use domain::template::Template;

/// The templates that the account's picker offers: the built-in ones, the provider's, then its own by name.
pub(crate) async fn offered(core: &Core, unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Template>, Failure> {
    let mut templates = core.templates();
    templates.extend(own(unit, account).await?.into_iter().map(|own| own.template));
    Ok(templates)
}

/// The account's own templates, by name.
pub(crate) async fn own(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<OwnTemplate>, Failure> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT id, name, privileges, operations FROM account_templates WHERE account_id = $1 ORDER BY name_key, id",
    )
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(id, name, privileges, operations)| {
            let id: TemplateId = id.parse()?;
            // Keys this version does not know tick nothing.
            let keys = |stored: &str| serde_json::from_str::<Vec<String>>(stored);
            let template = Template {
                key: template_key(id),
                name: Some(name),
                privileges: keys(&privileges)?.iter().filter_map(|key| Privilege::from_key(key)).collect(),
                operations: keys(&operations)?.iter().filter_map(|key| Operation::from_key(key)).collect(),
            };
            Ok(OwnTemplate { id, template, used_by: 0 })
        })
        .collect()
}

/// The same with how many contacts began with each.
pub(crate) async fn with_use(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<OwnTemplate>, Failure> {
    let mut templates = own(unit, account).await?;
    for own in &mut templates {
        (own.used_by,) = sqlx::query_as(
            "SELECT COUNT(*) FROM contacts WHERE account_id = $1 AND template = $2 AND state <> 'deleted'",
        )
        .bind(account.to_string())
        .bind(&own.template.key)
        .fetch_one(unit.connection())
        .await?;
    }
    Ok(templates)
}

pub(crate) async fn save(core: &Core, caller: &Caller, acting: Acting, change: &SaveTemplate) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, &Action::KeepTemplates)?;
    let account = permit.account();
    let contact = contacts::contact(&mut unit, account, change.contact).await?.ok_or(PortalError::NotFound)?;
    let name = free_name(&mut unit, account, &change.name, None).await?;
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM account_templates WHERE account_id = $1")
        .bind(account.to_string())
        .fetch_one(unit.connection())
        .await?;
    if usize::try_from(count).unwrap_or(usize::MAX) >= TEMPLATES_MAX {
        return Err(PortalError::invalid("name", Problem::TooManyTemplates { max: TEMPLATES_MAX }).into());
    }
    let held = contact.now.rights.effective();
    let privileges: Vec<&str> = held.privileges().iter().map(Privilege::key).collect();
    let operations: Vec<&str> = held.all_services().iter().map(Operation::key).collect();
    sqlx::query(
        "INSERT INTO account_templates (account_id, id, name, name_key, privileges, operations, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(account.to_string())
    .bind(TemplateId::new(random::id(unit.now())).to_string())
    .bind(&name)
    .bind(canon::fold(&name))
    .bind(serde_json::to_string(&privileges)?)
    .bind(serde_json::to_string(&operations)?)
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?;
    let mut event = AuditEvent::new(AuditKind::TemplateChanged, entered.author.name);
    event.details.note = Some(name);
    unit.commit(permit, (), event).await
}

pub(crate) async fn change(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &ChangeTemplate,
) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, &Action::KeepTemplates)?;
    let (account, id) = (permit.account(), change.template.to_string());
    let mut event = AuditEvent::new(AuditKind::TemplateChanged, entered.author.name);
    let changed = match change.to {
        TemplateChange::Rename => {
            let name = free_name(&mut unit, account, &change.name, Some(change.template)).await?;
            event.details.note = Some(name.clone());
            sqlx::query("UPDATE account_templates SET name = $3, name_key = $4 WHERE account_id = $1 AND id = $2")
                .bind(account.to_string())
                .bind(id)
                .bind(&name)
                .bind(canon::fold(&name))
                .execute(unit.connection())
                .await?
        }
        TemplateChange::Delete => {
            sqlx::query("DELETE FROM account_templates WHERE account_id = $1 AND id = $2")
                .bind(account.to_string())
                .bind(id)
                .execute(unit.connection())
                .await?
        }
    };
    if changed.rows_affected() != 1 {
        return Err(PortalError::NotFound.into());
    }
    unit.commit(permit, (), event).await
}

async fn free_name(
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
    if holder.is_some_and(|(holder,)| own.as_ref() != Some(&holder)) {
        return Err(PortalError::invalid("name", Problem::TakenName).into());
    }
    Ok(name)
}
