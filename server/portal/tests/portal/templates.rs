//! An account's own templates, which are copied, and its own roles, which stay linked.

use crate::support::acts::{Act, Scene};
use crate::support::contacts::{account, colleague, mv, on, submission, with_login};
use crate::support::{START, World, for_each_database};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{AccessSummary, Move, SaveContact};
use domain::error::PortalError;
use domain::id::{ContactId, TemplateId};
use domain::invitation::InvitePeople;
use domain::operation::{Operation, OperationSet};
use domain::ports::Rules;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::Problem;
use domain::problem::TemplateProblem;
use domain::right::Place;
use domain::right::Right;
use domain::rights::Rights;
use domain::role::Role;
use domain::rules::{DeleteTemplate, OwnTemplate, SaveTemplate, SetKind, SetTemplate};
use domain::status::ContactState;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

fn rules(world: &World) -> Arc<dyn Rules> {
    Arc::clone(&world.portal().ports.rules)
}

async fn all(world: &World, caller: &Caller, acting: Acting) -> Vec<OwnTemplate> {
    rules(world).read(caller, acting).await.expect("the page is shown").templates
}

async fn keep(
    world: &World,
    caller: &Caller,
    acting: Acting,
    (contact, kind, name): (ContactId, SetKind, &str),
) -> Result<(), PortalError> {
    let change = SaveTemplate { submission: submission(), contact, kind, name: name.to_owned() };
    rules(world).save_template(caller, acting, change).await
}

/// A role of this name that gives what the contact may do.
pub async fn role(world: &World, caller: &Caller, acting: Acting, contact: ContactId, name: &str) -> OwnTemplate {
    keep(world, caller, acting, (contact, SetKind::Role, name)).await.expect("it is kept");
    let found = all(world, caller, acting).await.into_iter().find(|own| own.template.name.as_deref() == Some(name));
    found.expect("it is there")
}

fn renamed(own: &OwnTemplate, name: &str) -> SetTemplate {
    SetTemplate {
        submission: submission(),
        template: own.id,
        name: name.to_owned(),
        privileges: own.template.privileges,
        operations: own.template.operations,
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
    rules(world).delete_template(caller, acting, DeleteTemplate { submission: submission(), template }).await
}

/// Gives a contact these roles of the account, and nothing else.
async fn give(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    own_roles: &[TemplateId],
) -> Result<(), PortalError> {
    let contacts = &world.portal().ports.contacts;
    let page = contacts.read(caller, acting, contact).await.expect("shown");
    let change = SaveContact {
        submission: Some(submission()),
        contact: Some(contact),
        version: page.version,
        first_name: page.now.details.first_name,
        last_name: page.now.details.last_name,
        roles: page.now.rights.roles,
        own_roles: own_roles.iter().copied().collect(),
        ..SaveContact::default()
    };
    contacts.save(caller, acting, change).await.map(drop)
}

async fn has(world: &World, caller: &Caller, acting: Acting, privilege: Privilege) -> bool {
    let view = world.portal().ports.accounts.open(caller, acting).await.expect("they enter");
    view.actor.standing.effective.has(privilege)
}

fn beyond(rights: Vec<Right>) -> Result<(), PortalError> {
    Err(PortalError::Denied { why: Denied::BeyondGrant(rights) })
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
        rules(&world).set_template(&owner, acting, change).await.expect("changed");
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
        mv(&world, &owner, acting, max, Move::Delete).await.expect("deleted");
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
        let set = rules(&world).set_template(&rival, there, giving(&kept, &[])).await;
        assert_eq!(set, Err(PortalError::NotFound));
        assert_eq!(rules(&world).template(&rival, there, kept.id).await, Err(PortalError::NotFound));
        let foreign = keep(&world, &rival, there, (max, SetKind::Role, "Mine")).await;
        assert_eq!(foreign, Err(PortalError::NotFound));
        let add = SaveContact { own_roles: [kept.id].into(), ..with_login("Rita", "rita@rival.example", &[]) };
        let added = world.portal().ports.contacts.save(&rival, there, add).await;
        assert_eq!(added, Err(PortalError::invalid("own_roles", Problem::NotOffered)));
        assert!(all(&world, &rival, there).await.is_empty());
        assert_eq!(all(&world, &owner, acting).await.len(), 1);
    });
}

#[test]
fn a_role_of_the_account_stays_linked_whoever_has_it_gets_what_it_gives_now() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let (nia, nia_acts) = colleague(&world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
        let night = role(&world, &owner, acting, max, "Night shift").await;
        give(&world, &owner, acting, nia, &[night.id]).await.expect("the owner may");
        assert!(has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        let contacts = &world.portal().ports.contacts;
        let page = contacts.read(&owner, acting, nia).await.expect("shown");
        let access = AccessSummary { own_roles: vec!["Night shift".to_owned()], ..AccessSummary::default() };
        assert_eq!(page.row.access, access);
        let given = ContactChange::Given {
            right: Right::OwnRole(night.id),
            place: Place::OwnRole { name: "Night shift".to_owned() },
        };
        assert_eq!(page.history.rows[0].changes, vec![given]);

        let mails = world.outbox().await.len();
        let change = SetTemplate {
            operations: OperationSet::of(&[Operation::Power]),
            ..giving(&night, &[Privilege::DomainsView])
        };
        rules(&world).set_template(&owner, acting, change).await.expect("changed");
        assert!(has(&world, &nia_acts, acting, Privilege::DomainsView).await, "and the services that Power shows");
        assert!(has(&world, &nia_acts, acting, Privilege::ServicesView).await);
        assert!(!has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'role_changed'").await, 1);
        world.send_digests(START).await;
        assert_eq!(world.outbox().await.len(), mails, "the one owner did it and is not told of it");
        let overtaken = rules(&world).set_template(&owner, acting, giving(&night, &[Privilege::BillingPay])).await;
        assert_eq!(overtaken, Err(PortalError::overtaken()), "seen before the change");

        let shown = rules(&world).template(&owner, acting, night.id).await.expect("shown");
        assert_eq!((shown.own.used_by, shown.people), (1, vec!["Nia Example".to_owned()]));
        let list = contacts.list(&owner, acting, domain::contact::ContactQuery::default()).await.expect("shown");
        let row = list.rows.into_iter().find(|row| row.id == nia).expect("listed");
        assert_eq!(row.access, access, "the list knows it too");
        let mine = world.portal().ports.accounts.mine(&nia_acts).await.expect("listed");
        assert_eq!(mine[0].access, access, "and one's own list of accounts");
    });
}

#[test]
fn deleting_a_role_takes_it_from_everybody_and_nothing_brings_it_back() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let (nia, nia_acts) = colleague(&world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
        let (gone, _) = colleague(&world, acting, &owner, with_login("Gus", "gus@example.com", &[])).await;
        let night = role(&world, &owner, acting, max, "Night shift").await;
        for contact in [nia, gone] {
            give(&world, &owner, acting, contact, &[night.id]).await.expect("the owner may");
        }
        mv(&world, &owner, acting, gone, Move::Delete).await.expect("the owner may");
        delete(&world, &owner, acting, night.id).await.expect("deleted");
        assert!(!has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        let contacts = &world.portal().ports.contacts;
        let page = contacts.read(&owner, acting, nia).await.expect("shown");
        assert!(page.now.rights.is_empty() && page.version == 3);
        let taken = ContactChange::Taken {
            right: Right::OwnRole(night.id),
            place: Place::OwnRole { name: "Night shift".to_owned() },
        };
        assert_eq!(page.history.rows[0].changes, vec![taken]);
        mv(&world, &owner, acting, gone, Move::Restore).await.expect("the owner may");
        let back = contacts.read(&owner, acting, gone).await.expect("shown").now.rights;
        assert!(back.is_empty(), "what was deleted meanwhile is not given again: {back:?}");
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE kind = 'role'").await, 1, "Max's own");
    });
}

#[test]
fn nobody_gives_by_a_role_what_they_do_not_hold() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let manager = with_login("Mara", "mara@example.com", &[Role::Manager]);
        let (mara, mara_acts) = colleague(&world, acting, &owner, manager).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let (nia, _) = colleague(&world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
        let strong = role(&world, &owner, acting, max, "Till").await;
        // Not by giving it, at once or by invitation.
        let Err(PortalError::Denied { why: Denied::BeyondGrant(lacks) }) =
            give(&world, &mara_acts, acting, nia, &[strong.id]).await
        else {
            panic!("a manager does not hold what it gives");
        };
        assert!(lacks.contains(&Right::OwnRole(strong.id)), "{lacks:?}");
        let own_roles = [strong.id].into();
        let invite = InvitePeople {
            submission: Some(submission()),
            emails: "guest@elsewhere.example".to_owned(),
            own_roles,
            ..InvitePeople::default()
        };
        let sent = world.portal().ports.invitations.send(&mara_acts, acting, invite).await;
        assert!(matches!(sent, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{sent:?}");
        // Not by making one of what somebody stronger has, nor by a template, which an owner could pick.
        for kind in [SetKind::Role, SetKind::Template] {
            let made = keep(&world, &mara_acts, acting, (max, kind, "Helpers")).await;
            assert!(matches!(made, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{kind:?}: {made:?}");
            keep(&world, &mara_acts, acting, (mara, kind, kind.key())).await.expect("all of it is her own");
        }
        let own =
            all(&world, &owner, acting).await.into_iter().find(|own| own.kind == SetKind::Template).expect("kept");
        let widened = rules(&world).set_template(&mara_acts, acting, giving(&own, &[Privilege::BillingPay])).await;
        assert!(matches!(widened, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{widened:?}");
        // Not by widening one that somebody has.
        let weak = role(&world, &mara_acts, acting, nia, "Desk").await;
        let pays: Vec<Right> =
            PrivilegeSet::of(&[Privilege::BillingPay]).closed().iter().map(Right::Privilege).collect();
        let widen =
            async || rules(&world).set_template(&mara_acts, acting, giving(&weak, &[Privilege::BillingPay])).await;
        assert_eq!(widen().await, beyond(pays.clone()), "nobody has it yet: whoever gives it next would give that too");
        give(&world, &owner, acting, max, &[weak.id]).await.expect("the owner may");
        assert_eq!(widen().await, beyond(pays.clone()), "Max has it otherwise, but perhaps not for good");
        give(&world, &mara_acts, acting, nia, &[weak.id]).await.expect("it gives nothing");
        assert_eq!(widen().await, beyond(pays));
        rules(&world).set_template(&mara_acts, acting, giving(&weak, &[Privilege::ContactsView])).await.expect("held");
        // Not to oneself, whether by getting one or by changing the one that one has (SECURITY T2).
        let weak = all(&world, &owner, acting).await.into_iter().find(|own| own.id == weak.id).expect("there");
        let to_oneself = Err(PortalError::Denied { why: Denied::NotToOneself });
        assert_eq!(give(&world, &mara_acts, acting, mara, &[weak.id]).await, to_oneself);
        give(&world, &owner, acting, mara, &[weak.id]).await.expect("the owner may");
        let own = rules(&world).set_template(&mara_acts, acting, giving(&weak, &[])).await;
        assert_eq!(own, to_oneself);
        assert_eq!(delete(&world, &mara_acts, acting, weak.id).await, to_oneself);
        let held = world.portal().ports.contacts.read(&owner, acting, nia).await.expect("shown").now.rights;
        assert!(held.effective().has(Privilege::ContactsView), "nothing was changed: {held:?}");
    });
}

#[test]
fn nobody_gives_a_role_another_name_who_could_not_make_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let manager = with_login("Mara", "mara@example.com", &[Role::Manager]);
        let (_, mara) = colleague(&world, acting, &owner, manager).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let (nia, _) = colleague(&world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
        let strong = role(&world, &owner, acting, max, "Accountants").await;
        let weak = role(&world, &owner, acting, nia, "Guests").await;
        // An owner who gives a guest the role of that name is to give what it gave.
        let set = async |change| rules(&world).set_template(&mara, acting, change).await;
        set(renamed(&weak, "Visitors")).await.expect("it gives nothing that she lacks");
        let swapped = set(renamed(&strong, "Guests")).await;
        assert!(matches!(swapped, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{swapped:?}");
        let names: Vec<_> = all(&world, &owner, acting).await.into_iter().filter_map(|own| own.template.name).collect();
        assert_eq!(names, ["Accountants", "Visitors"]);
    });
}

/// A role that gives nothing yet, made by a manager who may change it for whoever has it.
async fn desk(world: &World) -> (Acting, Caller, OwnTemplate, ContactId, Caller) {
    let (acting, owner) = account(world).await;
    let manager = with_login("Mara", "mara@example.com", &[Role::Manager]);
    let (mara, mara_acts) = colleague(world, acting, &owner, manager).await;
    let (nia, _) = colleague(world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
    let desk = role(world, &mara_acts, acting, nia, "Desk").await;
    give(world, &mara_acts, acting, nia, &[desk.id]).await.expect("it gives nothing");
    (acting, owner, desk, mara, mara_acts)
}

#[test]
fn a_refused_change_of_a_role_takes_nobody_s_turn_at_the_writer() {
    for_each_database(async |world| {
        let (acting, owner, desk, mara, mara_acts) = desk(&world).await;
        give(&world, &owner, acting, mara, &[desk.id]).await.expect("the owner may");
        let held = world.hold_writer().await;
        let to_oneself = Err(PortalError::Denied { why: Denied::NotToOneself });
        let at_once = Duration::from_secs(5);
        let rules = rules(&world);
        let set = rules.set_template(&mara_acts, acting, giving(&desk, &[Privilege::ContactsView]));
        assert_eq!(timeout(at_once, set).await.expect("it does not wait"), to_oneself);
        let deleted = delete(&world, &mara_acts, acting, desk.id);
        assert_eq!(timeout(at_once, deleted).await.expect("it does not wait"), to_oneself);
        held.rollback().await.expect("it ends");
    });
}

#[test]
fn whoever_gets_a_role_while_it_is_changed_is_decided_about_too() {
    for_each_database(async |world| {
        let (acting, owner, desk, mara, mara_acts) = desk(&world).await;
        let mut held = world.hold_writer().await;
        let given_meanwhile = async {
            // By then those who have it were read.
            tokio::time::sleep(Duration::from_millis(500)).await;
            sqlx::query(
                "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, granted_at) \
                 VALUES ($1, $2, 'role', 'account', '', $3, 0)",
            )
            .bind(acting.account.to_string())
            .bind(mara.to_string())
            .bind(desk.id.to_string())
            .execute(&mut *held)
            .await
            .expect("given");
            held.commit().await.expect("committed");
        };
        let rules = rules(&world);
        let set = rules.set_template(&mara_acts, acting, giving(&desk, &[Privilege::ContactsView]));
        let (set, ()) = tokio::join!(set, given_meanwhile);
        assert_eq!(set, Err(PortalError::Denied { why: Denied::NotToOneself }));
        assert!(all(&world, &owner, acting).await[0].template.privileges.is_empty(), "nothing was changed");
    });
}

#[test]
fn rights_written_down_before_there_were_such_roles_are_read_as_they_were() {
    let old: Rights = serde_json::from_str(
        r#"{"roles":["billing"],"privileges":[],"all_services":[],"new_services":[],"services":{},"template":null}"#,
    )
    .expect("it is read");
    assert!(old.own_roles.is_empty() && old.effective().has(Privilege::BillingPay));
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
        "Rules::save_template"
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
        "Rules::set_template"
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
        rules(scene.world).set_template(&scene.manager, scene.acting, change).await
    }
}

#[derive(Debug, Default)]
struct Deleting {
    own: Option<TemplateId>,
}

#[async_trait(?Send)]
impl Act for Deleting {
    fn use_case(&self) -> &'static str {
        "Rules::delete_template"
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
