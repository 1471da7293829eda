//! Changing and deleting the account's own templates and roles. A template is copied when picked, so that changes nobody's
//! rights. A role is linked: the change reaches everybody who has it, and is made only by somebody who could make it for
//! each of them (SECURITY T2).

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::found::Found;
use crate::notify::letters;
use crate::records::contacts;
use crate::records::templates;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{Right, RightsAction, authorize};
use domain::audit::{RoleFact, Subject};
use domain::contact::{ContactChange, ContactSnapshot, Place, Revision, full_name};
use domain::error::PortalError;
use domain::id::{AccountId, SubmissionId, TemplateId};
use domain::ports::{Acting, Caller};
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
    entered.actor.check(RightsAction::KeepTemplates)?;
    let mut own = templates::one(&mut unit, acting.account, id).await?;
    own.used_by = templates::used_by(&mut unit, acting.account, &own).await?;
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
    entered.actor.check(RightsAction::KeepTemplates)?;
    let own = templates::one(&mut unit, acting.account, change.template).await?;
    if SetTemplate::seen(&own.template) != change.seen {
        return Err(PortalError::overtaken().into());
    }
    let name = super::templates::free_name(core, &mut unit, acting.account, &change.name, Some(own.id)).await?;
    let new = OwnRole { name, privileges: change.privileges.closed(), operations: change.operations.closed() };
    let fact = RoleFact::TemplateChanged { name: new.name.clone() };
    let mut event = AuditEvent::new(fact, Subject::Template(own.id), entered.author.by());
    let old = own.content();
    let changes = differences(&old, &new);
    event = event.with(changes.clone());
    let permit = authorize(&entered.actor, RightsAction::ChangeRole(&old, &new))?;
    if old == new {
        return Ok(());
    }
    if own.kind == SetKind::Role {
        let mut names = Vec::new();
        for holder in holders(&mut unit, acting.account, own.id).await? {
            let mut rights = holder.contact.now.rights.clone();
            rights.own_roles.insert(own.id, new.clone());
            entered.actor.check(RightsAction::ChangeHolder(holder.target(), &rights))?;
            event = event.to(holder.contact.id, holder.contact.name());
            names.push(holder.contact.name());
        }
        if !changes.is_empty() && !names.is_empty() {
            event.fact = RoleFact::Changed { name: new.name.clone() }.into();
            letters::tell_of_same(core, &mut unit, &entered, &names, &changes).await?;
        }
    }
    templates::update(&mut unit, permit.authority(), own.id, &new).await?;
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
    let permit = authorize(&entered.actor, RightsAction::KeepTemplates)?;
    let own = templates::one(&mut unit, acting.account, change.template).await?;
    let name = own.template.name.clone().unwrap_or_default();
    let fact = RoleFact::TemplateChanged { name: name.clone() };
    let mut event = AuditEvent::new(fact, Subject::Template(own.id), entered.author.by());
    let mut names = Vec::new();
    for holder in holders(&mut unit, acting.account, own.id).await? {
        event = event.to(holder.contact.id, holder.contact.name());
        names.push(holder.contact.name());
        take(&mut unit, &entered, holder, own.id).await?;
    }
    if !names.is_empty() {
        event.fact = RoleFact::Changed { name: name.clone() }.into();
        let changes = vec![ContactChange::Taken { right: Right::OwnRole(own.id), place: Place::OwnRole { name } }];
        event = event.with(changes.clone());
        letters::tell_of_same(core, &mut unit, &entered, &names, &changes).await?;
    }
    templates::remove(&mut unit, permit.authority(), own.id).await?;
    unit.commit(permit, (), event).await
}

/// Everybody who has a role; nobody for a template.
async fn holders(unit: &mut Unit<'_>, account: AccountId, role: TemplateId) -> Result<Vec<Found>, Failure> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT subject_id FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2 ORDER BY subject_id",
    )
    .bind(account.to_string())
    .bind(role.to_string())
    .fetch_all(unit.connection())
    .await?;
    let mut holders = Vec::new();
    for (contact,) in rows {
        holders.push(Found::read(unit, account, contact.parse()?).await?);
    }
    Ok(holders)
}

/// Takes a role from somebody.
async fn take(unit: &mut Unit<'_>, entered: &Entered, holder: Found, role: TemplateId) -> Result<(), Failure> {
    let mut rights = holder.contact.now.rights.clone();
    rights.own_roles.remove(&role);
    let permit = authorize(&entered.actor, RightsAction::ChangeHolder(holder.target(), &rights))?;
    let after = ContactSnapshot { rights, ..holder.contact.now.clone() };
    let revision = Revision { before: holder.contact, after };
    contacts::save(unit, permit.authority(), &entered.author.by(), &revision, &holder.record.email_key).await
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
