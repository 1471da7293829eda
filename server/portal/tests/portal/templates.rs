//! An account's own templates, which are copied, and its own roles, which stay linked.

mod roles;

use crate::support::acts::{Act, Scene};
use crate::support::contacts::{account, colleague, on, run_command, submission, with_login};
use crate::support::{START, World, for_each_database};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{ContactId, RoleId, TemplateId};
use domain::operation::OperationSet;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::Problem;
use domain::problem::TemplateProblem;
use domain::role::Role;
use domain::roles::{DeleteTemplate, OwnTemplate, Roles, SaveTemplate, SetKind, SetTemplate};
use domain::status::ContactState;
use std::sync::Arc;

fn roles(world: &World) -> Arc<dyn Roles> {
    Arc::clone(&world.portal().ports.roles)
}

async fn all(world: &World, caller: &Caller, acting: Acting) -> Vec<OwnTemplate> {
    roles(world).read(caller, acting).await.expect("the page is shown").templates
}

async fn keep(
    world: &World,
    caller: &Caller,
    acting: Acting,
    (contact, kind, name): (ContactId, SetKind, &str),
) -> Result<(), PortalError> {
    let change = SaveTemplate { submission: submission(), contact, kind, name: name.to_owned() };
    roles(world).save_template(caller, acting, change).await
}

/// A role of this name that gives what the contact may do.
pub async fn role(world: &World, caller: &Caller, acting: Acting, contact: ContactId, name: &str) -> OwnTemplate {
    keep(world, caller, acting, (contact, SetKind::Role, name)).await.expect("it is kept");
    let found = all(world, caller, acting).await.into_iter().find(|own| own.template.name.as_deref() == Some(name));
    found.expect("it is there")
}

fn id_of(role: &OwnTemplate) -> RoleId {
    role.role_id().expect("a role")
}

fn renamed(own: &OwnTemplate, name: &str) -> SetTemplate {
    SetTemplate {
        submission: submission(),
        template: own.id,
        name: name.to_owned(),
        privileges: own.template.privileges,
        operations: own.template.operations,
        domain_operations: own.template.domain_operations,
        seen: SetTemplate::seen(&own.template),
    }
}

fn giving(own: &OwnTemplate, privileges: &[Privilege]) -> SetTemplate {
    SetTemplate {
        privileges: PrivilegeSet::of(privileges),
        ..renamed(own, own.template.name.as_deref().expect("a name"))
    }
}

async fn delete(world: &World, caller: &Caller, acting: Acting, template: TemplateId) -> Result<(), PortalError> {
    roles(world).delete_template(caller, acting, DeleteTemplate { submission: submission(), template }).await
}

#[test]
fn a_person_s_rights_become_a_template_that_is_changed_and_deleted_without_changing_anybody() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let as_template = |name| keep(&world, &owner, acting, (max, SetKind::Template, name));
        as_template(" Night shift ").await.expect("it is kept");
        // Nor may it be taken for another one, built in ones included, in whatever language.
        for taken in ["NIGHT shift", "none", "Full Access", "Vollzugriff", "Manager", "Mаnager", "Technik"] {
            assert_eq!(
                as_template(taken).await,
                Err(PortalError::invalid("name", TemplateProblem::TakenName)),
                "{taken}"
            );
        }
        assert_eq!(as_template(" ").await, Err(PortalError::invalid("name", Problem::Required)));

        let kept = all(&world, &owner, acting).await.remove(0);
        assert_eq!(kept.template.name.as_deref(), Some("Night shift"));
        assert!(kept.template.privileges.contains(Privilege::BillingPay), "what roles give is part of it");
        let contacts = &world.portal().ports.contacts;
        let form = contacts.form(&owner, acting, None).await.expect("the form is shown");
        assert!(form.templates.contains(&kept.template) && form.own_roles.is_empty(), "the picker offers it");
        let picked = SaveContact {
            template: kept.template.key.clone(),
            applied: kept.template.key.clone(),
            privileges: kept.template.privileges,
            all_services: kept.template.operations,
            ..with_login("Nia", "nia@example.com", &[])
        };
        let nia = contacts.save(&owner, acting, picked).await.expect("it is picked");
        assert_eq!(all(&world, &owner, acting).await[0].used_by, 1);

        let before = contacts.read(&owner, acting, nia).await.expect("shown").now.rights;
        let change = SetTemplate { privileges: PrivilegeSet::EMPTY, ..renamed(&kept, "Day shift") };
        roles(&world).set_template(&owner, acting, change).await.expect("changed");
        let row = contacts.read(&owner, acting, nia).await.expect("shown").row;
        assert_eq!(row.access.template.expect("a template").name.as_deref(), Some("Day shift"));
        delete(&world, &owner, acting, kept.id).await.expect("deleted");
        let after = contacts.read(&owner, acting, nia).await.expect("shown");
        assert_eq!(after.now.rights, before, "nobody loses a right by it");
        assert!(after.row.access.template.is_none() && after.row.access.privileges > 0);
        assert_eq!(delete(&world, &owner, acting, kept.id).await, Err(PortalError::NotFound));
    });
}

#[test]
fn nothing_is_made_of_the_rights_of_somebody_who_was_deleted() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        run_command(&world, &owner, acting, max, ContactVerb::Delete).await.expect("deleted");
        let kept = keep(&world, &owner, acting, (max, SetKind::Role, "Night")).await;
        let changed = ContactChange::State { now: ContactState::Deleted };
        assert_eq!(kept, Err(PortalError::overtaken_with(None, [changed])));
    });
}

#[test]
fn another_account_s_templates_and_roles_are_not_there() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let kept = role(&world, &owner, acting, max, "Night").await;
        world.account_of("rival@rival.example").await;
        let rival = world.signed_in("rival@rival.example", START).await;
        let there = on(world.portal().ports.accounts.mine(&rival).await.expect("accounts")[0].id);
        assert_eq!(delete(&world, &rival, there, kept.id).await, Err(PortalError::NotFound));
        let set = roles(&world).set_template(&rival, there, giving(&kept, &[])).await;
        assert_eq!(set, Err(PortalError::NotFound));
        assert_eq!(roles(&world).template(&rival, there, kept.id).await, Err(PortalError::NotFound));
        let foreign = keep(&world, &rival, there, (max, SetKind::Role, "Mine")).await;
        assert_eq!(foreign, Err(PortalError::NotFound));
        let add = SaveContact { own_roles: [id_of(&kept)].into(), ..with_login("Rita", "rita@rival.example", &[]) };
        let added = world.portal().ports.contacts.save(&rival, there, add).await;
        assert_eq!(added, Err(PortalError::invalid("own_roles", Problem::NotOffered)));
        assert!(all(&world, &rival, there).await.is_empty());
        assert_eq!(all(&world, &owner, acting).await.len(), 1);
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Keeping), Box::new(Changing::default()), Box::new(Deleting::default())]
}

#[derive(Debug)]
struct Keeping;

#[async_trait(?Send)]
impl Act for Keeping {
    fn use_case(&self) -> &'static str {
        "Roles::save_template"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, number: usize) -> Result<(), PortalError> {
        let name = format!("Kept {number}");
        keep(scene.world, &scene.manager, scene.acting, (victim, SetKind::Template, &name)).await
    }
}

#[derive(Debug, Default)]
struct Changing {
    own: Option<OwnTemplate>,
}

#[async_trait(?Send)]
impl Act for Changing {
    fn use_case(&self) -> &'static str {
        "Roles::set_template"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        let name = format!("Begun {number}");
        self.own = Some(role(scene.world, &scene.owner, scene.acting, victim, &name).await);
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        let own = self.own.as_ref().expect("it was made");
        let change = SetTemplate {
            privileges: PrivilegeSet::EMPTY,
            operations: OperationSet::EMPTY,
            ..renamed(own, &format!("Named {number}"))
        };
        roles(scene.world).set_template(&scene.manager, scene.acting, change).await
    }
}

#[derive(Debug, Default)]
struct Deleting {
    own: Option<TemplateId>,
}

#[async_trait(?Send)]
impl Act for Deleting {
    fn use_case(&self) -> &'static str {
        "Roles::delete_template"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        let name = format!("Begun {number}");
        self.own = Some(role(scene.world, &scene.owner, scene.acting, victim, &name).await.id);
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        delete(scene.world, &scene.manager, scene.acting, self.own.expect("it was made")).await
    }
}
