//! Changing and deleting the account's own templates and roles. A template is copied when picked, so that changes nobody's
//! rights. A role is linked: the change reaches everybody who has it, and is made only by somebody who could make it for
//! each of them (SECURITY T2). All of that is read and decided before the one writer is taken, for there may be many of
//! them, and decided again in the unit that writes.

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::enter::once;
use crate::notify::letters;
use crate::records::contacts;
use crate::records::templates;
use crate::rights::holders::{Holders, target};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{RightsAction, authorize};
use domain::acting::Acting;
use domain::audit::{RoleFact, SetStep, Subject};
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{Contact, ContactSnapshot, Revision};
use domain::details::full_name;
use domain::error::PortalError;
use domain::id::{SubmissionId, TemplateId};
use domain::right::Place;
use domain::right::Right;
use domain::rights::Rights;
use domain::role::OwnRole;
use domain::roles::{DeleteTemplate, OwnTemplate, SetTemplate, TemplatePage};

/// How many of those who have a role are named.
const NAMED: i64 = 20;

pub(crate) async fn page(mut unit: Unit<'_>, entered: Entered, id: TemplateId) -> Result<TemplatePage, Failure> {
    let account = entered.actor.account();
    entered.actor.check(RightsAction::KeepTemplates)?;
    let mut own = templates::one(&mut unit, account, id).await?;
    own.used_by = templates::used_by(&mut unit, account, &own).await?;
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.first_name, c.last_name, c.email FROM grants g \
         JOIN contacts c ON c.account_id = g.account_id AND c.id = g.subject_id \
         WHERE g.account_id = $1 AND g.kind = 'role' AND g.key = $2 ORDER BY c.sort_name, c.id LIMIT $3",
    )
    .bind(account.to_string())
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
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let asked = Asked::of(core, &mut unit, &entered, change).await?;
    let holders = Holders::read(&mut unit, acting.account, &asked.own).await?;
    for holder in holders.each() {
        entered.actor.check(RightsAction::ChangeHolder(target(holder), &asked.rights_of(holder)))?;
    }
    drop(unit);
    let write = |unit, entered| write(core, unit, entered, change, holders);
    once(core, caller, acting, Writes::Rights, Some(change.submission), write).await
}

async fn write(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &SetTemplate,
    holders: Holders,
) -> Result<(), Failure> {
    let asked = Asked::of(core, &mut unit, &entered, change).await?;
    let Asked { own, new } = &asked;
    let old = own.content();
    let permit = authorize(&entered.actor, RightsAction::ChangeRole(&old, new))?;
    if old == *new {
        return unit.commit_progress(()).await;
    }
    let changes = differences(&old, new);
    let step = SetStep::Changed;
    let fact = RoleFact::TemplateChanged { name: new.name.clone(), set: own.kind.in_the_log(), step };
    let mut event = AuditEvent::new(fact, Subject::Template(own.id), entered.author.by()).with(changes.clone());
    let mut names = Vec::new();
    for holder in holders.now(&mut unit).await? {
        entered.actor.check(RightsAction::ChangeHolder(target(&holder), &asked.rights_of(&holder)))?;
        event = event.to(holder.id, holder.name());
        names.push(holder.name());
    }
    if !changes.is_empty() && !names.is_empty() {
        event.fact = RoleFact::Changed { name: new.name.clone(), step }.into();
        letters::notify_of_same(core, &mut unit, &entered, &names, &changes).await?;
    }
    templates::update(&mut unit, permit.authority(), own.id, new).await?;
    unit.commit(permit, (), event).await
}

/// A change of a template or role that may be made, as far as it alone is concerned.
struct Asked {
    own: OwnTemplate,
    new: OwnRole,
}

impl Asked {
    async fn of(core: &Core, unit: &mut Unit<'_>, entered: &Entered, change: &SetTemplate) -> Result<Self, Failure> {
        let account = entered.actor.account();
        entered.actor.check(RightsAction::KeepTemplates)?;
        let own = templates::one(unit, account, change.template).await?;
        if SetTemplate::seen(&own.template) != change.seen {
            return Err(PortalError::overtaken().into());
        }
        let name = super::templates::free_name(core, unit, account, &change.name, Some(own.id)).await?;
        let new = OwnRole {
            name,
            privileges: change.privileges.closed(),
            operations: change.operations.closed(),
            domain_operations: change.domain_operations,
        };
        entered.actor.check(RightsAction::ChangeRole(&own.content(), &new))?;
        Ok(Self { own, new })
    }

    /// What somebody who has the role would have with it.
    fn rights_of(&self, holder: &Contact) -> Rights {
        let mut rights = holder.now.rights.clone();
        rights.own_roles.extend(self.own.role_id().map(|role| (role, self.new.clone())));
        rights
    }
}

pub(crate) async fn delete(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &DeleteTemplate,
) -> Result<(), Failure> {
    let (account, id) = (acting.account, change.template);
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    entered.actor.check(RightsAction::KeepTemplates)?;
    let own = templates::one(&mut unit, account, id).await?;
    let holders = Holders::read(&mut unit, account, &own).await?;
    for holder in holders.each() {
        entered.actor.check(RightsAction::ChangeHolder(target(holder), &without(holder, &own)))?;
    }
    drop(unit);
    let remove = |unit, entered| remove(core, unit, entered, id, holders);
    once(core, caller, acting, Writes::Rights, Some(change.submission), remove).await
}

async fn remove(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    id: TemplateId,
    holders: Holders,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let permit = authorize(&entered.actor, RightsAction::KeepTemplates)?;
    let own = templates::one(&mut unit, account, id).await?;
    let name = own.template.name.clone().unwrap_or_default();
    let step = SetStep::Deleted;
    let fact = RoleFact::TemplateChanged { name: name.clone(), set: own.kind.in_the_log(), step };
    let mut event = AuditEvent::new(fact, Subject::Template(id), entered.author.by());
    let (mut names, mut taken) = (Vec::new(), Vec::new());
    for holder in holders.now(&mut unit).await? {
        let rights = without(&holder, &own);
        let permit = authorize(&entered.actor, RightsAction::ChangeHolder(target(&holder), &rights))?;
        event = event.to(holder.id, holder.name());
        names.push(holder.name());
        let after = ContactSnapshot { rights, ..holder.now.clone() };
        taken.push((permit, Revision { before: holder, after }));
    }
    if let Some(role) = own.role_id()
        && !names.is_empty()
    {
        contacts::take_role(&mut unit, permit.authority(), &entered.author.by(), role, &taken).await?;
        event.fact = RoleFact::Changed { name: name.clone(), step }.into();
        let changes = vec![ContactChange::Taken { right: Right::OwnRole(role), place: Place::OwnRole { name } }];
        event = event.with(changes.clone());
        letters::notify_of_same(core, &mut unit, &entered, &names, &changes).await?;
    }
    templates::remove(&mut unit, permit.authority(), id).await?;
    unit.commit(permit, (), event).await
}

/// What somebody has without a role.
fn without(holder: &Contact, own: &OwnTemplate) -> Rights {
    let mut rights = holder.now.rights.clone();
    rights.own_roles.retain(|role, _| Some(*role) != own.role_id());
    rights
}

/// What a role gives beyond what it gave, and no longer.
fn differences(old: &OwnRole, new: &OwnRole) -> Vec<ContactChange> {
    let grants = |a: &OwnRole, b: &OwnRole| {
        let privileges = a.privileges.minus(b.privileges).iter().map(|each| (Right::Privilege(each), Place::Account));
        let operations = a.operations.minus(b.operations);
        let operations = operations.iter().map(|each| (Right::Operation(each), Place::AllServices));
        let on_domains = a.domain_operations.minus(b.domain_operations);
        let on_domains = on_domains.iter().map(|each| (Right::DomainOperation(each), Place::AllDomains));
        privileges.chain(operations).chain(on_domains).collect::<Vec<_>>()
    };
    let given = grants(new, old).into_iter().map(|(right, place)| ContactChange::Given { right, place });
    let taken = grants(old, new).into_iter().map(|(right, place)| ContactChange::Taken { right, place });
    given.chain(taken).collect()
}
