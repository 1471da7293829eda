//! Keeping what somebody may do as a template or role of the account.

use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::contacts;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{Actor, RightsAction, authorize};
use domain::audit::{RoleFact, SetStep, Subject};
use domain::change::ContactChange;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, TemplateId};
use domain::problem::TemplateProblem;
use domain::role::{OwnRole, Role};
use domain::roles::{SaveTemplate, TEMPLATES_MAX, template_name};
use domain::status::ContactState;
use texts::texts_in;

pub(crate) async fn save(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &SaveTemplate,
) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, RightsAction::KeepTemplates)?;
    let account = permit.account();
    let contact = contacts::contact(&mut unit, account, change.contact).await?.ok_or(PortalError::NotFound)?;
    let made = made_of(&entered.actor, &contact)?;
    let name = free_name(core, &mut unit, account, &change.name, None).await?;
    if templates::count(&mut unit, account).await? >= TEMPLATES_MAX {
        return Err(PortalError::invalid("name", TemplateProblem::TooManyTemplates { max: TEMPLATES_MAX }).into());
    }
    let made = OwnRole { name: name.clone(), ..made };
    let id = templates::insert(&mut unit, permit.authority(), change.kind, &made).await?;
    let fact = RoleFact::TemplateChanged { name, set: change.kind.in_the_log(), step: SetStep::Made };
    let event = AuditEvent::new(fact, Subject::Template(id), entered.author.by());
    unit.commit(permit, (), event).await
}

/// What a contact may do, as far as it is all the actor's own to give: an owner who gives it later trusts its name.
fn made_of(actor: &Actor, contact: &Contact) -> Result<OwnRole, Failure> {
    if contact.now.state == ContactState::Deleted {
        return Err(PortalError::overtaken_with(None, [ContactChange::State { now: contact.now.state }]).into());
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
    let holder = templates::named(unit, account, &name).await?;
    let known = texts::languages().map(|language| &texts_in(*language).rights).any(|words| {
        let mut templates = core.templates().into_iter();
        let mut roles = Role::ALL.into_iter();
        templates.any(|template| canon::read_alike(&words.template(&template), &name))
            || roles.any(|role| canon::read_alike(words.role(role), &name))
    });
    if known || holder.is_some_and(|holder| own != Some(holder)) {
        return Err(PortalError::invalid("name", TemplateProblem::TakenName).into());
    }
    Ok(name)
}
