//! Suspending, deleting and restoring contacts, one and many.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{
    OWNER, account, at, colleague, first_sign_in, form, later, names, run_command, submission, with_login,
};
use crate::support::{PASSWORD, START, World, for_each_database, for_each_database_with, profile};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{
    BulkCommand, BulkVerb, BulkWith, ContactFilter, ContactQuery, ContactVerb, SaveContact, Verdict,
};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::PersonProblem;
use domain::role::Role;
use domain::service::ServiceQuery;
use domain::status::{ContactState, ContactStatus};

#[test]
fn suspending_and_deleting_take_effect_with_the_next_request() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        let services = async |caller: &Caller| {
            world.portal().ports.holdings.services(caller, acting, ServiceQuery::default()).await.map(|_| ())
        };
        assert_eq!(services(&tina).await, Ok(()));
        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("suspended");
        assert_eq!(services(&tina).await, Err(PortalError::NotFound));
        run_command(&world, &owner, acting, id, ContactVerb::Reactivate).await.expect("reactivated");
        assert_eq!(services(&tina).await, Ok(()));
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        assert_eq!(services(&tina).await, Err(PortalError::NotFound));
        assert_eq!(world.count(Rows::Grants).await, 0);
        let wrong = world.sign_in("tina@example.com", PASSWORD, START).await.map(|_| ());
        assert_eq!(wrong, Err(PortalError::invalid("password", PersonProblem::WrongCredentials)), "T6");
    });
}

#[test]
fn a_deleted_contact_comes_back_with_its_rights_and_without_its_password() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let deleted = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
        let query = ContactQuery { filter: deleted, ..ContactQuery::default() };
        assert_eq!(names(&world, &owner, acting, query).await, ["Tina Example"]);
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("its page stays");
        assert!(page.restorable.expect("within the window").rights.roles.contains(Role::Technical));
        run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect("restored");
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("it is back");
        assert_eq!(page.now.state, ContactState::Active);
        assert!(page.now.rights.roles.contains(Role::Technical));
        assert!(world.sign_in("tina@example.com", PASSWORD, START).await.is_err(), "no password is revived");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted again");
        run_command(&world, &owner, acting, id, ContactVerb::RestoreBare).await.expect("restored bare");
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("it is back");
        assert!(page.now.rights.is_empty());
    });
}

#[test]
fn after_the_window_a_deleted_contact_stays_deleted() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let before = world.signed_in(OWNER, later(30 * 24 * 60 - 1)).await;
        let owner = at(&before, later(30 * 24 * 60));
        assert_eq!(run_command(&world, &owner, acting, id, ContactVerb::Restore).await, Err(PortalError::NotFound));
        let owner = before;
        assert_eq!(run_command(&world, &owner, acting, id, ContactVerb::Restore).await, Ok(()));
    });
}

/// What the page and the row of a deleted contact offer.
async fn restoring(world: &World, caller: &Caller, acting: Acting, id: ContactId) -> (Verdict, Verdict, bool) {
    let contacts = &world.portal().ports.contacts;
    let page = contacts.read(caller, acting, id).await.expect("shown");
    let filter = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
    let list = contacts.list(caller, acting, ContactQuery { filter, ..ContactQuery::default() }).await.expect("listed");
    let row = list.rows.into_iter().find(|row| row.id == id).expect("it is there");
    (page.row.menu.restore, row.menu.restore, page.restorable.is_some())
}

#[test]
fn restoring_is_offered_as_long_as_it_is_possible() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let id = world.portal().ports.contacts.save(&owner, acting, form("T", "t@example.com")).await.expect("added");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let before = world.signed_in(OWNER, later(30 * 24 * 60 - 1)).await;
        let offered = (Verdict::Allowed, Verdict::Allowed, true);
        assert_eq!(restoring(&world, &before, acting, id).await, offered);
        let after = at(&before, later(30 * 24 * 60));
        assert_eq!(restoring(&world, &after, acting, id).await, (Verdict::Absent, Verdict::Absent, false));
    });
}

#[test]
fn where_nothing_is_restored_restoring_is_not_offered() {
    for_each_database_with(
        |config| config.provider.restore_days = 0,
        async |world| {
            let (acting, owner) = account(&world).await;
            let contacts = &world.portal().ports.contacts;
            let id = contacts.save(&owner, acting, form("T", "t@example.com")).await.expect("added");
            run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
            assert_eq!(restoring(&world, &owner, acting, id).await, (Verdict::Absent, Verdict::Absent, false));
        },
    );
}

#[test]
fn a_manager_restores_only_what_they_may_give() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let strong =
            SaveContact { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..form("B", "b@example.com") };
        let id = world.portal().ports.contacts.save(&owner, acting, strong).await.expect("added");
        run_command(&world, &manager, acting, id, ContactVerb::Delete)
            .await
            .expect("removing needs contacts.manage only");
        assert!(matches!(
            run_command(&world, &manager, acting, id, ContactVerb::Restore).await,
            Err(PortalError::Denied { .. })
        ));
        run_command(&world, &manager, acting, id, ContactVerb::RestoreBare)
            .await
            .expect("without rights it comes back");
    });
}

/// A contact who may pay, deleted by a manager who may not; and another one with its login, which the manager moved away.
async fn taken_over(world: &World, acting: Acting, owner: &Caller) -> (ContactId, ContactId, Caller) {
    let contacts = &world.portal().ports.contacts;
    let privileges = PrivilegeSet::of(&[Privilege::BillingPay]);
    let strong = SaveContact { privileges, ..with_login("Sam", "sam@example.com", &[]) };
    let sam = contacts.save(owner, acting, strong).await.expect("added");
    let (_, manager) = colleague(world, acting, owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
    run_command(world, &manager, acting, sam, ContactVerb::Delete).await.expect("deleted");
    let again = with_login("Helper", "sam@example.com", &[]);
    let helper = contacts.save(&manager, acting, again).await.expect("added with the login that is left");
    let linked = "SELECT COUNT(*) FROM contacts WHERE state = 'deleted' AND person_id IS NOT NULL";
    assert_eq!(world.number(linked).await, 0, "it is no login of the deleted contact any more");
    let elsewhere = SaveContact { contact: Some(helper), version: 1, ..form("Helper", "attacker@evil.example") };
    contacts.save(&manager, acting, elsewhere).await.expect("moved");
    (sam, helper, manager)
}

#[test]
fn nobody_takes_a_stronger_contact_over_by_deleting_and_adding_it_again() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (sam, helper, manager) = taken_over(&world, acting, &owner).await;
        first_sign_in(&world, "attacker@evil.example").await;
        run_command(&world, &manager, acting, helper, ContactVerb::Delete).await.expect("deleted");
        let link = world.ask_for_link("attacker@evil.example", START).await;
        world.set_password(&link, PASSWORD, START).await.expect("proved");
        run_command(&world, &owner, acting, sam, ContactVerb::Restore).await.expect("restored");
        let attacker = world.signed_in("attacker@evil.example", START).await;
        assert_eq!(world.portal().ports.accounts.mine(&attacker).await.expect("the list is shown").len(), 0);
        let page = world.portal().ports.contacts.read(&owner, acting, sam).await.expect("it is back");
        assert_eq!(page.now.state, ContactState::ContactOnly);
        assert!(page.now.rights.privileges.contains(Privilege::BillingPay), "as a contact without a login");
    });
}

#[test]
fn a_deleted_contact_is_restored_beside_the_one_that_its_person_became() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (sam, helper, _) = taken_over(&world, acting, &owner).await;
        run_command(&world, &owner, acting, sam, ContactVerb::Restore).await.expect("restored");
        let state = async |id| {
            let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("it is there");
            page.now.state
        };
        assert_eq!((state(sam).await, state(helper).await), (ContactState::ContactOnly, ContactState::Active));
    });
}

#[test]
fn a_login_that_moved_to_another_address_does_not_come_back_with_the_contact() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let link = world.ask_for_link("tina@example.com", START).await;
        world.set_password(&link, PASSWORD, START).await.expect("the password does");
        let tina = world.signed_in("tina@example.com", START).await;
        profile::change(&world, &tina, "elsewhere@example.com", PASSWORD).await.expect("asked for");
        profile::confirm(&world, &tina, &profile::link(&world).await).await.expect("proved");
        run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect("restored");
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("it is back");
        assert_eq!(page.now.state, ContactState::ContactOnly);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE person_id IS NOT NULL").await, 1, "the owner's");
    });
}

#[test]
fn links_for_a_new_password_are_sent_a_few_times_in_a_row() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        for _ in 0..5 {
            run_command(&world, &owner, acting, id, ContactVerb::SendReset).await.expect("sent");
        }
        let answer = run_command(&world, &owner, acting, id, ContactVerb::SendReset).await;
        assert!(matches!(answer, Err(PortalError::TooMany { .. })), "{answer:?}");
        let hours_later = at(&owner, later(3 * 60));
        run_command(&world, &hours_later, acting, id, ContactVerb::SendReset).await.expect("sent again");
        // Whoever may not sign in is mailed nothing to sign in with.
        run_command(&world, &hours_later, acting, id, ContactVerb::Suspend).await.expect("suspended");
        let suspended = run_command(&world, &at(&owner, later(6 * 60)), acting, id, ContactVerb::SendReset).await;
        assert!(matches!(suspended, Err(PortalError::Conflict { .. })), "{suspended:?}");
    });
}

#[test]
fn many_are_suspended_and_deleted_at_once_and_owners_are_left_alone() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for n in 0..60 {
            contacts.save(&owner, acting, form(&format!("P{n}"), &format!("p{n}@example.com"))).await.expect("added");
        }
        let change = BulkCommand {
            submission: submission(),
            to: BulkVerb::Delete,
            with: BulkWith::default(),
            contacts: Vec::new(),
            everything: true,
            filter: ContactFilter::default(),
        };
        let outcome = contacts.run_bulk_command(&owner, acting, change.clone()).await.expect("all that can be");
        assert_eq!((outcome.done, outcome.refused_count), (60, 1));
        assert_eq!(outcome.refused, [("Olivia Owner".to_owned(), Denied::OwnerProtected.into())]);
        assert_eq!(contacts.run_bulk_command(&owner, acting, change).await, Ok(outcome), "the same submission again");
        assert_eq!(names(&world, &owner, acting, ContactQuery::default()).await, ["Olivia Owner"]);
    });
}

const MOVES: [ContactVerb; 6] = [
    ContactVerb::Suspend,
    ContactVerb::Reactivate,
    ContactVerb::Delete,
    ContactVerb::Restore,
    ContactVerb::RestoreBare,
    ContactVerb::SendReset,
];

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    MOVES.into_iter().map(|to| Box::new(Moving(to)) as Box<dyn Act>).collect()
}

#[derive(Debug)]
struct Moving(ContactVerb);

#[async_trait(?Send)]
impl Act for Moving {
    fn use_case(&self) -> &'static str {
        "Contacts::run_command"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        let before = match self.0 {
            ContactVerb::Reactivate => Some(ContactVerb::Suspend),
            ContactVerb::Restore | ContactVerb::RestoreBare => Some(ContactVerb::Delete),
            ContactVerb::Suspend | ContactVerb::Delete | ContactVerb::SendReset => None,
        };
        if let Some(before) = before {
            run_command(scene.world, &scene.owner, scene.acting, victim, before).await.expect("the owner may");
        }
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        run_command(scene.world, &scene.manager, scene.acting, victim, self.0).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let mut answers = Vec::new();
    for to in MOVES {
        answers.push(run_command(world, who, acting, contact, to).await);
    }
    answers
}
