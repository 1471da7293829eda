//! An account's own roles: what they give follows them, and nobody gives more by one than they may.

use crate::support::contacts::{account, colleague, run_command, submission, with_login};
use crate::support::{START, World, for_each_database};
use crate::templates::{all, delete, giving, id_of, keep, renamed, role, roles};
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{AccessSummary, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{ContactId, RoleId};
use domain::invitation::InvitePeople;
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Place;
use domain::right::Right;
use domain::rights::Rights;
use domain::role::Role;
use domain::roles::{OwnTemplate, SetKind, SetTemplate};
use std::time::Duration;
use tokio::time::timeout;

/// Gives a contact these roles of the account, and nothing else.
async fn give(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    own_roles: &[RoleId],
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
fn a_role_of_the_account_stays_linked_whoever_has_it_gets_what_it_gives_now() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let (nia, nia_acts) = colleague(&world, acting, &owner, with_login("Nia", "nia@example.com", &[])).await;
        let night = role(&world, &owner, acting, max, "Night shift").await;
        give(&world, &owner, acting, nia, &[id_of(&night)]).await.expect("the owner may");
        assert!(has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        let contacts = &world.portal().ports.contacts;
        let page = contacts.read(&owner, acting, nia).await.expect("shown");
        let access = AccessSummary { own_roles: vec!["Night shift".to_owned()], ..AccessSummary::default() };
        assert_eq!(page.row.access, access);
        let given = ContactChange::Given {
            right: Right::OwnRole(id_of(&night)),
            place: Place::OwnRole { name: "Night shift".to_owned() },
        };
        assert_eq!(page.history.rows[0].changes, vec![given]);

        let mails = world.outbox().await.len();
        let change = SetTemplate {
            operations: OperationSet::of(&[Operation::Power]),
            ..giving(&night, &[Privilege::DomainsView])
        };
        roles(&world).set_template(&owner, acting, change).await.expect("changed");
        assert!(has(&world, &nia_acts, acting, Privilege::DomainsView).await, "and the services that Power shows");
        assert!(has(&world, &nia_acts, acting, Privilege::ServicesView).await);
        assert!(!has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'role_changed'").await, 1);
        world.send_digests(START).await;
        assert_eq!(world.outbox().await.len(), mails, "the one owner did it and is not told of it");
        let overtaken = roles(&world).set_template(&owner, acting, giving(&night, &[Privilege::BillingPay])).await;
        assert_eq!(overtaken, Err(PortalError::overtaken()), "seen before the change");

        let shown = roles(&world).template(&owner, acting, night.id).await.expect("shown");
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
            give(&world, &owner, acting, contact, &[id_of(&night)]).await.expect("the owner may");
        }
        run_command(&world, &owner, acting, gone, ContactVerb::Delete).await.expect("the owner may");
        delete(&world, &owner, acting, night.id).await.expect("deleted");
        assert!(!has(&world, &nia_acts, acting, Privilege::BillingPay).await);
        let contacts = &world.portal().ports.contacts;
        let page = contacts.read(&owner, acting, nia).await.expect("shown");
        assert!(page.now.rights.is_empty() && page.version == 3);
        let taken = ContactChange::Taken {
            right: Right::OwnRole(id_of(&night)),
            place: Place::OwnRole { name: "Night shift".to_owned() },
        };
        assert_eq!(page.history.rows[0].changes, vec![taken]);
        run_command(&world, &owner, acting, gone, ContactVerb::Restore).await.expect("the owner may");
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
            give(&world, &mara_acts, acting, nia, &[id_of(&strong)]).await
        else {
            panic!("a manager does not hold what it gives");
        };
        assert!(lacks.contains(&Right::OwnRole(id_of(&strong))), "{lacks:?}");
        let own_roles = [id_of(&strong)].into();
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
        let widened = roles(&world).set_template(&mara_acts, acting, giving(&own, &[Privilege::BillingPay])).await;
        assert!(matches!(widened, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{widened:?}");
        // Not by widening one that somebody has.
        let weak = role(&world, &mara_acts, acting, nia, "Desk").await;
        let pays: Vec<Right> =
            PrivilegeSet::of(&[Privilege::BillingPay]).closed().iter().map(Right::Privilege).collect();
        let widen =
            async || roles(&world).set_template(&mara_acts, acting, giving(&weak, &[Privilege::BillingPay])).await;
        assert_eq!(widen().await, beyond(pays.clone()), "nobody has it yet: whoever gives it next would give that too");
        give(&world, &owner, acting, max, &[id_of(&weak)]).await.expect("the owner may");
        assert_eq!(widen().await, beyond(pays.clone()), "Max has it otherwise, but perhaps not for good");
        give(&world, &mara_acts, acting, nia, &[id_of(&weak)]).await.expect("it gives nothing");
        assert_eq!(widen().await, beyond(pays));
        roles(&world).set_template(&mara_acts, acting, giving(&weak, &[Privilege::ContactsView])).await.expect("held");
        // Not to oneself, whether by getting one or by changing the one that one has (SECURITY T2).
        let weak = all(&world, &owner, acting).await.into_iter().find(|own| own.id == weak.id).expect("there");
        let to_oneself = Err(PortalError::Denied { why: Denied::NotToOneself });
        assert_eq!(give(&world, &mara_acts, acting, mara, &[id_of(&weak)]).await, to_oneself);
        give(&world, &owner, acting, mara, &[id_of(&weak)]).await.expect("the owner may");
        let own = roles(&world).set_template(&mara_acts, acting, giving(&weak, &[])).await;
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
        let set = async |change| roles(&world).set_template(&mara, acting, change).await;
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
    give(world, &mara_acts, acting, nia, &[id_of(&desk)]).await.expect("it gives nothing");
    (acting, owner, desk, mara, mara_acts)
}

#[test]
fn a_refused_change_of_a_role_takes_nobody_s_turn_at_the_writer() {
    for_each_database(async |world| {
        let (acting, owner, desk, mara, mara_acts) = desk(&world).await;
        give(&world, &owner, acting, mara, &[id_of(&desk)]).await.expect("the owner may");
        let held = world.hold_writer().await;
        let to_oneself = Err(PortalError::Denied { why: Denied::NotToOneself });
        let at_once = Duration::from_secs(5);
        let roles = roles(&world);
        let set = roles.set_template(&mara_acts, acting, giving(&desk, &[Privilege::ContactsView]));
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
        let roles = roles(&world);
        let set = roles.set_template(&mara_acts, acting, giving(&desk, &[Privilege::ContactsView]));
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
