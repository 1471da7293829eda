//! Changing and deleting the account's own templates and roles. A template is copied when picked, so that changes nobody's
//! rights. A role is linked: the change reaches everybody who has it, and is made only by somebody who could make it for
//! each of them (SECURITY T2).

use crate::acting::Entered;
use crate::audit::AuditEvent;
use crate::canon;
use crate::contacts::store as contacts;
use crate::contacts::{credentials, letters};
use crate::core::Core;
use crate::error::Failure;
use crate::random;
use crate::rules::templates;
use crate::unit::{Unit, Writes};
use domain::access::{Action, Edit, Permit, Right, SignInEdit, Target, authorize};
use domain::audit::AuditKind;
use domain::contact::{Contact, ContactChange, ContactSnapshot, Place, Revision, full_name};
use domain::error::PortalError;
use domain::id::{AccountId, SubmissionId, TemplateId};
use domain::operation::Operation;
use domain::ports::{Acting, Caller};
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::OwnRole;
use domain::rules::{DeleteTemplate, SetKind, SetTemplate, TemplatePage};

/// How many of those who have a role are named.
const NAMED: i64 = 20;

pub(crate) async fn page(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    id: TemplateId,
) -> Result<TemplatePage, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let _ = authorize(&entered.actor, &Action::KeepTemplates)?;
    let own = templates::one(&mut unit, acting.account, id).await?;
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.first_name, c.last_name, c.email FROM grants g \
         JOIN contacts c ON c.account_id = g.account_id AND c.id = g.subject_id \
         WHERE g.account_id = $1 AND g.kind = 'role' AND g.key = $2 ORDER BY c.sort_name, c.id LIMIT $3",
    )
    .bind(acting.account.to_string())
    .bind(id.to_string())
    .bind(NAMED)
    .fetch_all(unit.connection())
    .await?;
    Ok(TemplatePage {
        own,
        people: rows.iter().map(|(first, last, email)| full_name(first, last, email)).collect(),
        submission: SubmissionId::new(random::id(unit.now())),
    })
}

pub(crate) async fn set(core: &Core, caller: &Caller, acting: Acting, change: &SetTemplate) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, &Action::KeepTemplates)?;
    let own = templates::one(&mut unit, acting.account, change.template).await?;
    if SetTemplate::seen(&own.template) != change.seen {
        return Err(PortalError::Conflict { by: None, changed: Vec::new() }.into());
    }
    let name = templates::free_name(core, &mut unit, acting.account, &change.name, Some(own.id)).await?;
    let new = OwnRole { name, privileges: change.privileges.closed(), operations: change.operations.closed() };
    let mut event = AuditEvent::new(AuditKind::TemplateChanged, entered.author.name.clone());
    event.details.note = Some(new.name.clone());
    let old = OwnRole {
        name: own.template.name.clone().unwrap_or_default(),
        privileges: own.template.privileges,
        operations: own.template.operations,
    };
    let changes = differences(&old, &new);
    event = event.with(changes.clone());
    if own.kind == SetKind::Role {
        let _ = authorize(&entered.actor, &Action::ChangeRole(&old, &new))?;
        let mut names = Vec::new();
        for holder in holders(&mut unit, acting.account, own.id).await? {
            let mut rights = holder.now.rights.clone();
            rights.own_roles.insert(own.id, new.clone());
            let _ = may(&mut unit, &entered, &holder, &rights).await?;
            event = event.to(holder.id, holder.name());
            names.push(holder.name());
        }
        if !changes.is_empty() && !names.is_empty() {
            event.kind = AuditKind::RoleChanged;
            letters::tell_of_same(core, &mut unit, &entered, &names, &changes).await?;
        }
    }
    sqlx::query(
        "UPDATE account_templates SET name = $3, name_key = $4, privileges = $5, operations = $6 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(acting.account.to_string())
    .bind(own.id.to_string())
    .bind(&new.name)
    .bind(canon::fold(&new.name))
    .bind(templates::keys(new.privileges.iter().map(Privilege::key))?)
    .bind(templates::keys(new.operations.iter().map(Operation::key))?)
    .execute(unit.connection())
    .await?;
    unit.commit(permit, (), event).await
}

pub(crate) async fn delete(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &DeleteTemplate,
) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, &Action::KeepTemplates)?;
    let own = templates::one(&mut unit, acting.account, change.template).await?;
    let name = own.template.name.clone().unwrap_or_default();
    let mut event = AuditEvent::new(AuditKind::TemplateChanged, entered.author.name.clone());
    event.details.note = Some(name.clone());
    let mut names = Vec::new();
    for holder in holders(&mut unit, acting.account, own.id).await? {
        event = event.to(holder.id, holder.name());
        names.push(holder.name());
        take(&mut unit, &entered, holder, own.id).await?;
    }
    if !names.is_empty() {
        let changes = vec![ContactChange::Taken { right: Right::OwnRole(own.id), place: Place::OwnRole { name } }];
        event.kind = AuditKind::RoleChanged;
        event = event.with(changes.clone());
        letters::tell_of_same(core, &mut unit, &entered, &names, &changes).await?;
    }
    sqlx::query("DELETE FROM account_templates WHERE account_id = $1 AND id = $2")
        .bind(acting.account.to_string())
        .bind(own.id.to_string())
        .execute(unit.connection())
        .await?;
    unit.commit(permit, (), event).await
}

/// Everybody who has a role; nobody for a template.
async fn holders(unit: &mut Unit<'_>, account: AccountId, role: TemplateId) -> Result<Vec<Contact>, Failure> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT subject_id FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2 ORDER BY subject_id",
    )
    .bind(account.to_string())
    .bind(role.to_string())
    .fetch_all(unit.connection())
    .await?;
    let mut holders = Vec::new();
    for (contact,) in rows {
        holders.extend(contacts::contact(unit, account, contact.parse()?).await?);
    }
    Ok(holders)
}

/// Whether somebody may be left with these rights. An owner holds everything, whatever was given before.
async fn may(unit: &mut Unit<'_>, entered: &Entered, holder: &Contact, rights: &Rights) -> Result<Permit, Failure> {
    if holder.owner.is_some() {
        return Ok(authorize(&entered.actor, &Action::KeepTemplates)?);
    }
    let record = contacts::record(unit, holder.account, holder.id).await?.ok_or(PortalError::NotFound)?;
    let credentials = credentials::of_person(unit, holder.account, record.person()?).await?;
    let target = Target { contact: holder.id, owner: holder.owner, rights: &holder.now.rights, credentials };
    let edit = Edit { rights, sign_in: SignInEdit::Keep };
    Ok(authorize(&entered.actor, &Action::EditContact(target, edit))?)
}

/// Takes a role from somebody.
async fn take(unit: &mut Unit<'_>, entered: &Entered, holder: Contact, role: TemplateId) -> Result<(), Failure> {
    let mut rights = holder.now.rights.clone();
    rights.own_roles.remove(&role);
    let permit = may(unit, entered, &holder, &rights).await?;
    let record = contacts::record(unit, holder.account, holder.id).await?.ok_or(PortalError::NotFound)?;
    let after = ContactSnapshot { rights, ..holder.now.clone() };
    let revision = Revision { before: holder, after };
    contacts::save(unit, &permit, &entered.author.name, &revision, &record.email_key).await
}

/// What a role gives beyond what it gave, and no longer.
fn differences(old: &OwnRole, new: &OwnRole) -> Vec<ContactChange> {
    let grants = |a: &OwnRole, b: &OwnRole| {
        let privileges = a.privileges.minus(b.privileges).iter().map(|each| (Right::Privilege(each), Place::Account));
        let operations = a.operations.minus(b.operations);
        let operations = operations.iter().map(|each| (Right::Operation(each), Place::AllServices));
        privileges.chain(operations).collect::<Vec<_>>()
    };
    let given = grants(new, old).into_iter().map(|(right, place)| ContactChange::Given { right, place });
    let taken = grants(old, new).into_iter().map(|(right, place)| ContactChange::Taken { right, place });
    given.chain(taken).collect()
}
