//! Contacts: adding, editing, moving, listing, viewing as one; and what must never happen to them.

use crate::invitations::{invite, send};
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, World, for_each_database, for_each_database_with, secret, visitor,
};
use domain::access::{Denied, Right};
use domain::contact::{
    ContactFilter, ContactProblem, ContactQuery, ContactSort, ContactState, ContactStatus, Move, MoveContact,
    MoveContacts, SaveContact, Verdict, ViewContactAs,
};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, ServiceId, SubmissionId};
use domain::list::{Direction, Total};
use domain::operation::{Operation, OperationSet};
use domain::person::{ChangePassword, PersonProblem};
use domain::ports::{Acting, Caller};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::provider::WayToAdd;
use domain::role::Role;
use domain::service::ServiceQuery;
use domain::template::Template;
use domain::time::Timestamp;
use portal::Config;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::task::JoinSet;
use uuid::Uuid;

pub const OWNER: &str = "owner@example.com";

/// A submission id that no other form has.
pub fn submission() -> SubmissionId {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    SubmissionId::new(Uuid::from_u128(u128::from(NEXT.fetch_add(1, Ordering::Relaxed))))
}

pub fn on(account: AccountId) -> Acting {
    Acting { account, viewing: None }
}

/// The form as somebody fills it in.
pub fn form(first_name: &str, email: &str) -> SaveContact {
    SaveContact {
        submission: Some(submission()),
        first_name: first_name.to_owned(),
        last_name: "Example".to_owned(),
        email: email.to_owned(),
        ..SaveContact::default()
    }
}

pub fn with_login(first_name: &str, email: &str, roles: &[Role]) -> SaveContact {
    SaveContact {
        login: true,
        password: secret("given by another 93"),
        roles: roles.iter().copied().collect(),
        ..form(first_name, email)
    }
}

/// An account with its owner signed in.
pub async fn account(world: &World) -> (Acting, Caller) {
    let account = world.account_of(OWNER).await;
    (on(account), world.signed_in(OWNER, START).await)
}

/// For tests in which one person does more within a standing minute than anybody with a mouse.
pub const fn many_changes(config: &mut Config) {
    config.writes_per_minute = 10_000;
}

/// A contact with a login that has chosen its own password, signed in.
pub async fn colleague(world: &World, acting: Acting, owner: &Caller, change: SaveContact) -> (ContactId, Caller) {
    let email = change.email.clone();
    let id = world.portal().ports.contacts.save(owner, acting, change).await.expect("the contact is added");
    (id, first_sign_in(world, &email).await)
}

async fn first_sign_in(world: &World, email: &str) -> Caller {
    let session = world.sign_in(email, "given by another 93", START).await.expect("the given password is right");
    assert!(session.must_change_password);
    let caller = world.caller(&session.token, START).await.expect("the session lives");
    let change =
        ChangePassword { current: secret("given by another 93"), password: secret(PASSWORD), again: secret(PASSWORD) };
    let session = world.people().change_password(&caller, change).await.expect("the password does");
    world.caller(&session.token, START).await.expect("the session lives")
}

pub async fn mv(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: Move,
) -> Result<(), PortalError> {
    let change = MoveContact { submission: submission(), contact, to };
    world.portal().ports.contacts.move_one(caller, acting, change).await
}

async fn names(world: &World, caller: &Caller, acting: Acting, query: ContactQuery) -> Vec<String> {
    let page = world.portal().ports.contacts.list(caller, acting, query).await.expect("the list is shown");
    page.rows.into_iter().map(|row| row.name).collect()
}

pub async fn add_service(world: &World, account: AccountId, number: u128, name: &str, kind: &str) -> ServiceId {
    let id = ServiceId::new(Uuid::from_u128(number));
    world
        .insert(
            "INSERT INTO services (account_id, id, name, product, kind, status, sort_name, created_at) \
             VALUES ($1, $2, $3, 'Product', $4, 'active', $3, 0)",
            &[&account.to_string(), &id.to_string(), name, kind],
        )
        .await;
    id
}

/// The form to view the portal as a contact, with the password where it is asked for.
pub fn look_at(contact: ContactId) -> ViewContactAs {
    ViewContactAs { contact, current: secret(PASSWORD) }
}

pub fn later(minutes: i64) -> Timestamp {
    START.plus_seconds(minutes * 60)
}

pub fn at(caller: &Caller, now: Timestamp) -> Caller {
    Caller { now, ..caller.clone() }
}

#[test]
fn a_contact_is_added_with_details_rights_and_services_at_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            notify: true,
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, change).await;
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("the owner sees it");
        assert_eq!((page.row.name.as_str(), page.row.status), ("Tina Example", ContactStatus::Active));
        assert_eq!(page.now.rights.services.get(&web_01), Some(&OperationSet::of(&[Operation::Power])));
        let view = world.portal().ports.accounts.open(&tina, acting).await.expect("tina is on the account");
        let held = view.actor.standing.effective;
        assert!(held.has(Privilege::TicketsViewOwn) && !held.has(Privilege::ServicesView));
        let query = ServiceQuery::default();
        let page = world.portal().ports.holdings.services(&tina, acting, query).await.expect("tina sees web-01");
        let services = page.rows;
        assert_eq!(services.iter().map(|service| service.name.as_str()).collect::<Vec<_>>(), ["web-01"]);
        assert!(world.outbox().await.iter().any(|mail| mail.to == "tina@example.com"), "S0.10");
    });
}

#[test]
fn whoever_got_a_password_changes_it_before_anything_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = with_login("Tina", "tina@example.com", &[Role::Technical]);
        world.portal().ports.contacts.save(&owner, acting, change).await.expect("added");
        let session = world.sign_in("tina@example.com", "given by another 93", START).await.expect("right");
        let caller = world.caller(&session.token, START).await.expect("the session lives");
        let ports = &world.portal().ports;
        assert_eq!(ports.accounts.mine(&caller).await, Err(PortalError::PasswordChangeRequired));
        assert_eq!(
            ports.holdings.services(&caller, acting, ServiceQuery::default()).await,
            Err(PortalError::PasswordChangeRequired)
        );
        first_sign_in(&world, "tina@example.com").await;
    });
}

#[test]
fn a_submission_sent_twice_adds_one_contact() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = form("Tina", "tina@example.com");
        let contacts = &world.portal().ports.contacts;
        let first = contacts.save(&owner, acting, change.clone()).await;
        assert_eq!(contacts.save(&owner, acting, change.clone()).await, first);
        let (one, two) = tokio::join!(
            contacts.save(&owner, acting, SaveContact { email: "b@example.com".into(), ..form("B", "") }),
            contacts.save(&owner, acting, change),
        );
        assert!(one.is_ok());
        assert_eq!(two, first);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE first_name = 'Tina'").await, 1);
    });
}

#[test]
fn every_problem_is_named_at_its_field_and_nothing_is_written() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = SaveContact {
            first_name: "a\u{202e}b".into(),
            last_name: String::new(),
            email: "not an address".into(),
            phone: "call me".into(),
            login: true,
            services: [(ServiceId::new(Uuid::from_u128(5)), OperationSet::of(&[Operation::Power]))].into(),
            ..form("", "")
        };
        let answer = world.portal().ports.contacts.save(&owner, acting, change).await;
        let Err(PortalError::Invalid { fields }) = answer else { panic!("{answer:?}") };
        let mut named: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        named.sort_unstable();
        assert_eq!(named, ["email", "first_name", "last_name", "password", "phone", "services"]);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts").await, 1);
        let mut weak = with_login("Tina", "tina@example.com", &[]);
        weak.password = secret("tina example tina");
        let answer = world.portal().ports.contacts.save(&owner, acting, weak).await;
        assert_eq!(answer, Err(PortalError::invalid("password", PersonProblem::GuessablePassword)));
    });
}

#[test]
fn a_second_contact_with_the_address_is_refused_and_names_the_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let first = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let again = contacts.save(&owner, acting, form("Other", " TINA@Example.COM. ")).await;
        let taken = ContactProblem::TakenBy { contact: first, name: "Tina Example".to_owned() };
        assert_eq!(again, Err(PortalError::invalid("email", taken)));
    });
}

#[test]
fn nobody_gives_more_than_they_may() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let role = SaveContact { roles: [Role::Technical].into_iter().collect(), ..form("A", "a@example.com") };
        let id = contacts.save(&manager, acting, role).await.expect("roles of the list are theirs to give (S1.7)");
        let single =
            SaveContact { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..form("B", "b@example.com") };
        let beyond = vec![Right::Privilege(Privilege::BillingView), Right::Privilege(Privilege::BillingPay)];
        let refused = Err(PortalError::Denied { why: Denied::BeyondGrant(beyond) });
        assert_eq!(contacts.save(&manager, acting, single.clone()).await, refused);
        let template = SaveContact {
            template: "full_access".into(),
            applied: "full_access".into(),
            privileges: PrivilegeSet::all(),
            ..form("C", "c@example.com")
        };
        assert!(matches!(contacts.save(&manager, acting, template).await, Err(PortalError::Denied { .. })));
        let edit = SaveContact { contact: Some(id), version: 1, ..single };
        assert_eq!(
            contacts.save(&manager, acting, SaveContact { email: "a@example.com".into(), ..edit }).await,
            refused
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE kind = 'privilege'").await, 0);
    });
}

#[test]
fn owners_are_told_of_rights_that_somebody_else_changed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let before = world.outbox().await.len();
        let contacts = &world.portal().ports.contacts;
        let role = SaveContact { roles: [Role::Technical].into_iter().collect(), ..form("A", "a@example.com") };
        contacts.save(&manager, acting, role).await.expect("added");
        world.send_digests(START).await;
        let mails = world.outbox().await;
        assert_eq!(mails.len(), before + 1);
        assert_eq!(mails[0].to, OWNER);
        assert!(mails[0].text.contains("Technical") && mails[0].text.contains("Max Example"), "{}", mails[0].text);
    });
}

#[test]
fn owners_are_reduced_by_nobody() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let view = world.portal().ports.accounts.open(&owner, acting).await.expect("the owner is on it");
        let id = view.actor.standing.contact;
        for caller in [&owner, &manager] {
            for to in [Move::Suspend, Move::Delete, Move::SendReset] {
                let answer = mv(&world, caller, acting, id, to).await;
                assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnerProtected }), "{to:?}");
            }
            let change = SaveContact { contact: Some(id), version: 1, ..form("Olivia", OWNER) };
            let answer = world.portal().ports.contacts.save(caller, acting, change).await;
            assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnerProtected }));
        }
    });
}

#[test]
fn two_editors_conflict_and_the_second_sees_what_changed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let edit = |first: &str, privileges: &[Privilege]| SaveContact {
            contact: Some(id),
            version: 1,
            privileges: PrivilegeSet::of(privileges),
            ..form(first, "tina@example.com")
        };
        contacts.save(&owner, acting, edit("Tina", &[Privilege::BillingView])).await.expect("the first edit");
        let second = contacts.save(&owner, acting, edit("Christina", &[])).await;
        let Err(PortalError::Conflict { by, changed }) = second else { panic!("{second:?}") };
        assert_eq!(by.as_ref().map(domain::audit::By::name), Some("Olivia Owner"));
        assert_eq!(changed.len(), 1);
        let page = contacts.read(&owner, acting, id).await.expect("it is there");
        assert_eq!(page.row.name, "Tina Example");
        assert!(page.now.rights.privileges.contains(Privilege::BillingView));
        assert_eq!(page.history.len(), 2);
    });
}

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
        mv(&world, &owner, acting, id, Move::Suspend).await.expect("suspended");
        assert_eq!(services(&tina).await, Err(PortalError::NotFound));
        mv(&world, &owner, acting, id, Move::Reactivate).await.expect("reactivated");
        assert_eq!(services(&tina).await, Ok(()));
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        assert_eq!(services(&tina).await, Err(PortalError::NotFound));
        assert_eq!(world.number("SELECT COUNT(*) FROM grants").await, 0);
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
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        let deleted = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
        let query = ContactQuery { filter: deleted, ..ContactQuery::default() };
        assert_eq!(names(&world, &owner, acting, query).await, ["Tina Example"]);
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("its page stays");
        assert!(page.restorable.expect("within the window").rights.roles.contains(Role::Technical));
        mv(&world, &owner, acting, id, Move::Restore).await.expect("restored");
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("it is back");
        assert_eq!(page.now.state, ContactState::Active);
        assert!(page.now.rights.roles.contains(Role::Technical));
        assert!(world.sign_in("tina@example.com", PASSWORD, START).await.is_err(), "no password is revived");
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted again");
        mv(&world, &owner, acting, id, Move::RestoreBare).await.expect("restored bare");
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
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        let before = world.signed_in(OWNER, later(30 * 24 * 60 - 1)).await;
        let owner = at(&before, later(30 * 24 * 60));
        assert_eq!(mv(&world, &owner, acting, id, Move::Restore).await, Err(PortalError::NotFound));
        let owner = before;
        assert_eq!(mv(&world, &owner, acting, id, Move::Restore).await, Ok(()));
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
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
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
            mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
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
        mv(&world, &manager, acting, id, Move::Delete).await.expect("removing needs contacts.manage only");
        assert!(matches!(mv(&world, &manager, acting, id, Move::Restore).await, Err(PortalError::Denied { .. })));
        mv(&world, &manager, acting, id, Move::RestoreBare).await.expect("without rights it comes back");
    });
}

#[test]
fn a_manager_does_not_redirect_the_mails_of_a_stronger_contact_without_a_login() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let rights = PrivilegeSet::of(&[Privilege::BillingPay, Privilege::AccountSecurity]);
        let billing = SaveContact { privileges: rights, ..form("Billing", "billing@example.com") };
        let stronger = contacts.save(&owner, acting, billing.clone()).await.expect("added");
        let weaker = contacts.save(&owner, acting, form("Post", "post@example.com")).await.expect("added");
        let max = with_login("Max", "max@example.com", &[Role::Manager]);
        let (_, manager) = colleague(&world, acting, &owner, max).await;
        let elsewhere = SaveContact {
            submission: Some(submission()),
            contact: Some(stronger),
            version: 1,
            email: "attacker@evil.example".to_owned(),
            ..billing.clone()
        };
        let denied = contacts.save(&manager, acting, elsewhere.clone()).await;
        assert_eq!(denied, Err(PortalError::Denied { why: Denied::StrongerTarget }));
        let shown =
            contacts.form(&manager, acting, Some(stronger)).await.expect("shown").contact.expect("it is edited");
        assert_eq!(shown.address, Verdict::Refused(Denied::StrongerTarget));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'billing@example.com'").await, 1);

        let renamed = SaveContact { email: String::new(), first_name: "Bills".to_owned(), ..elsewhere.clone() };
        contacts.save(&manager, acting, renamed).await.expect("a name is no command");
        let own = SaveContact { contact: Some(weaker), version: 1, ..form("Post", "letters@example.com") };
        contacts.save(&manager, acting, own).await.expect("it is no stronger");
        let again = SaveContact { submission: Some(submission()), version: 2, ..elsewhere };
        contacts.save(&owner, acting, again).await.expect("an owner may");
    });
}

#[test]
fn a_password_is_set_for_others_only_while_it_is_not_their_own() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, with_login("Tina", "tina@example.com", &[])).await.expect("added");
        let set = |password: &str| SaveContact {
            contact: Some(id),
            version: 1,
            password: secret(password),
            ..form("Tina", "tina@example.com")
        };
        contacts.save(&owner, acting, set("a new one given 48")).await.expect("nobody has used it");
        let session = world.sign_in("tina@example.com", "a new one given 48", START).await.expect("the new one");
        let tina = world.caller(&session.token, START).await.expect("the session lives");
        let own = ChangePassword {
            current: secret("a new one given 48"),
            password: secret(OTHER_PASSWORD),
            again: secret(OTHER_PASSWORD),
        };
        world.people().change_password(&tina, own).await.expect("the password does");
        let answer = contacts.save(&owner, acting, set("yet another one 57")).await;
        assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnCredentials }));
        mv(&world, &owner, acting, id, Move::SendReset).await.expect("a link is sent instead");
        assert_eq!(world.outbox().await[0].to, "tina@example.com");
    });
}

#[test]
fn whoever_once_chose_a_password_keeps_their_login_through_a_deletion() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        // `colleague` signs in and chooses a password.
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        let again = contacts.save(&owner, acting, with_login("Tina", "tina@example.com", &[])).await;
        assert_eq!(again, Err(PortalError::invalid("email", ContactProblem::HasLogin)), "nobody takes her login over");
        mv(&world, &owner, acting, id, Move::RestoreBare).await.expect("restored");
        let version = contacts.read(&owner, acting, id).await.expect("it is back").version;
        let set = SaveContact {
            contact: Some(id),
            version,
            password: secret("a new one given 48"),
            ..form("Tina", "tina@example.com")
        };
        let answer = contacts.save(&owner, acting, set).await;
        assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnCredentials }));
        mv(&world, &owner, acting, id, Move::SendReset).await.expect("she gets a link instead");
    });
}

#[test]
fn an_account_is_given_to_nobody_who_only_claims_an_address() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // Whoever manages contacts may have made this login and chosen its password, too.
        colleague(&world, acting, &owner, with_login("Boss", "boss@big.example", &[])).await;
        world.account_of("boss@big.example").await;
        let puppet = world.sign_in("boss@big.example", "given by another 93", START).await;
        assert!(puppet.is_err());
        assert_eq!(
            world
                .number(
                    "SELECT COUNT(*) FROM sessions s JOIN persons p ON p.id = s.person_id \
             WHERE p.email = 'boss@big.example'"
                )
                .await,
            0,
            "what was open is closed"
        );
    });
}

#[test]
fn whoever_is_looked_at_is_told_once_by_whom() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let view = async |now| {
            let contacts = &world.portal().ports.contacts;
            contacts.view_as(&at(&owner, now), acting, look_at(id)).await.expect("the owner may");
        };
        let told = async || {
            let mails = world.outbox().await;
            mails.iter().filter(|mail| mail.to == "tina@example.com" && mail.subject.contains("as you")).count()
        };
        view(START).await;
        let mail = world.outbox().await.remove(0);
        assert_eq!(
            (mail.to.as_str(), mail.subject.as_str()),
            ("tina@example.com", "Olivia Owner looks at Example Ltd as you")
        );
        assert!(mail.text.contains("after 30 minutes"), "{}", mail.text);
        for minute in 1..10 {
            let there = Acting { viewing: Some(id), ..acting };
            world.portal().ports.contacts.stop_viewing(&at(&owner, later(minute)), there).await.expect("it ends");
            view(later(minute)).await;
        }
        assert_eq!(told().await, 1, "looking again is the same look");
        for minute in 10..18 {
            let again = world.signed_in(OWNER, later(minute)).await;
            let contacts = &world.portal().ports.contacts;
            contacts.view_as(&again, acting, look_at(id)).await.expect("the owner may");
            world.people().sign_out(&again).await.expect("signed out");
        }
        assert_eq!(told().await, 1, "from whichever session");
        view(START.plus_seconds(30 * 60 - 1)).await;
        assert_eq!(told().await, 1, "for half an hour");
        view(later(60)).await;
        assert_eq!(told().await, 2, "an hour later it is another one");
    });
}

#[test]
fn links_for_a_new_password_are_sent_a_few_times_in_a_row() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        for _ in 0..5 {
            mv(&world, &owner, acting, id, Move::SendReset).await.expect("sent");
        }
        let answer = mv(&world, &owner, acting, id, Move::SendReset).await;
        assert!(matches!(answer, Err(PortalError::TooMany { .. })), "{answer:?}");
        let hours_later = at(&owner, later(3 * 60));
        mv(&world, &hours_later, acting, id, Move::SendReset).await.expect("sent again");
        // Whoever may not sign in is mailed nothing to sign in with.
        mv(&world, &hours_later, acting, id, Move::Suspend).await.expect("suspended");
        let suspended = mv(&world, &at(&owner, later(6 * 60)), acting, id, Move::SendReset).await;
        assert!(matches!(suspended, Err(PortalError::Conflict { .. })), "{suspended:?}");
    });
}

#[test]
fn one_s_own_page_has_neither_the_note_about_one_nor_services_one_was_not_given() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        add_service(&world, acting.account, 902, "web-02", "vps").await;
        let given = SaveContact {
            note: "pays late".to_owned(),
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, given.clone()).await;
        let version = contacts.read(&owner, acting, id).await.expect("her page").version;
        let noted = SaveContact {
            submission: Some(submission()),
            contact: Some(id),
            version,
            note: "pays late, and loudly".to_owned(),
            login: false,
            password: secret(""),
            ..given
        };
        contacts.save(&owner, acting, noted).await.expect("noted");
        let hers = contacts.read(&tina, acting, id).await.expect("one sees oneself");
        assert!(!format!("{hers:?}").contains("pays late"), "{hers:?}");
        assert_eq!(hers.services.iter().map(|service| service.id).collect::<Vec<_>>(), [web_01]);
        let theirs = contacts.read(&owner, acting, id).await.expect("the owner reads it");
        assert_eq!(theirs.now.details.note, "pays late, and loudly");
    });
}

#[test]
fn a_form_that_changes_nothing_is_no_change() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let version = contacts.read(&max, acting, id).await.expect("his page").version;
        let mails = world.outbox().await.len();
        let same = |template: &str| SaveContact {
            contact: Some(id),
            version,
            roles: [Role::Manager].into_iter().collect(),
            template: template.to_owned(),
            applied: template.to_owned(),
            ..form("Max", "max@example.com")
        };
        contacts.save(&max, acting, same("none")).await.expect("the form as it was shown");
        assert_eq!(contacts.read(&max, acting, id).await.expect("his page").version, version);
        world.send_digests(START).await;
        assert_eq!(world.outbox().await.len(), mails, "nobody is told of nothing");
        let label = contacts.save(&max, acting, same("full_access")).await;
        assert_eq!(label, Err(PortalError::Denied { why: Denied::NotToOneself }), "no template to oneself");
    });
}

#[test]
fn a_submission_is_not_the_answer_to_something_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let change = form("Tina", "tina@example.com");
        let id = contacts.save(&owner, acting, change.clone()).await.expect("added");
        let elsewhere =
            MoveContact { submission: change.submission.expect("it has one"), contact: id, to: Move::Suspend };
        assert_eq!(contacts.move_one(&owner, acting, elsewhere).await, Err(PortalError::Malformed));
    });
}

#[test]
fn a_contact_becomes_a_login_when_its_sub_account_is_activated() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let activate =
            SaveContact { contact: Some(id), version: 1, ..with_login("Tina", "tina@example.com", &[Role::Billing]) };
        contacts.save(&owner, acting, activate).await.expect("activated (S2.12)");
        let tina = first_sign_in(&world, "tina@example.com").await;
        assert!(world.portal().ports.holdings.invoices(&tina, acting, String::new()).await.is_ok());
    });
}

#[test]
fn somebody_with_a_login_is_not_given_a_second_one() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("other@example.com").await;
        let answer =
            world.portal().ports.contacts.save(&owner, acting, with_login("Other", "other@example.com", &[])).await;
        assert_eq!(answer, Err(PortalError::invalid("email", ContactProblem::HasLogin)));
        assert!(world.sign_in("other@example.com", PASSWORD, START).await.is_ok());
    });
}

#[test]
fn an_account_hears_twenty_times_a_day_that_somebody_has_a_login() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = on(world.account_of("other@example.com").await);
        let contacts = &world.portal().ports.contacts;
        let ask = async |caller: &Caller, acting, email: &str| {
            contacts.save(caller, acting, with_login("Other", email, &[])).await.map(|_| ())
        };
        let told = Err(PortalError::invalid("email", ContactProblem::HasLogin));
        let no_more = Err(PortalError::TooMany { retry_after: 86_400 });
        assert_eq!(ask(&owner, acting, "free@example.com").await, Ok(()), "what nobody has counts nowhere");
        assert_eq!(world.number("SELECT COUNT(*) FROM attempts WHERE key LIKE 'has_login:%'").await, 0);
        assert_eq!(ask(&owner, acting, "other@example.com").await, told);
        world.execute("UPDATE attempts SET count = 15 WHERE count = 1 AND key LIKE 'has_login:%'").await;
        let mut at_once = JoinSet::new();
        for _ in 0..8 {
            let (contacts, caller) = (Arc::clone(contacts), owner.clone());
            at_once
                .spawn(async move { contacts.save(&caller, acting, with_login("O", "other@example.com", &[])).await });
        }
        let answers: Vec<_> = at_once.join_all().await.into_iter().map(|answer| answer.map(|_| ())).collect();
        assert_eq!(answers.iter().filter(|answer| **answer == told).count(), 5);

        // From now on nothing tells a free address from one that somebody has.
        for email in ["other@example.com", "nobody@example.com"] {
            assert_eq!(ask(&owner, acting, email).await, no_more);
        }
        let id = contacts.save(&owner, acting, form("Tina", "other@example.com")).await.expect("without a login");
        let activate = SaveContact { contact: Some(id), version: 1, ..with_login("Tina", "other@example.com", &[]) };
        assert_eq!(contacts.save(&owner, acting, activate.clone()).await.map(|_| ()), no_more);
        let others = world.signed_in("other@example.com", START).await;
        assert_eq!(ask(&others, other, OWNER).await, told, "another account is another matter");
        let tomorrow = world.signed_in(OWNER, later(24 * 60)).await;
        assert_eq!(contacts.save(&tomorrow, acting, activate).await.map(|_| ()), told);
    });
}

#[test]
fn the_provider_s_own_templates_have_their_names_everywhere() {
    let night_shift = Template {
        key: "night_shift".to_owned(),
        name: Some("Night shift".to_owned()),
        privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
        operations: OperationSet::EMPTY,
    };
    let with_template = |config: &mut portal::Config| config.templates = vec![night_shift.clone()];
    for_each_database_with(with_template, async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let view = ports.accounts.open(&owner, acting).await.expect("the owner enters");
        assert_eq!(view.own_templates.first(), Some(&night_shift), "for the filter");
        let change = SaveContact {
            template: "night_shift".to_owned(),
            applied: "night_shift".to_owned(),
            privileges: night_shift.privileges,
            ..form("Nora", "nora@example.com")
        };
        let id = ports.contacts.save(&owner, acting, change).await.expect("added");
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        let page = ports.contacts.read(&owner, acting, id).await.expect("its page stays");
        let template = page.restorable.expect("within the window").access.template.expect("it began with one");
        assert_eq!(template.name.as_deref(), Some("Night shift"));
    });
}

#[test]
fn another_account_and_no_account_look_alike() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = world.account_of("other@example.com").await;
        let stranger = world.signed_in("other@example.com", START).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let nowhere = on(AccountId::new(Uuid::from_u128(12345)));
        for place in [acting, nowhere] {
            assert_eq!(contacts.list(&stranger, place, ContactQuery::default()).await, Err(PortalError::NotFound));
            assert_eq!(contacts.read(&stranger, place, id).await, Err(PortalError::NotFound));
            assert_eq!(contacts.save(&stranger, place, form("X", "x@example.com")).await, Err(PortalError::NotFound));
            assert_eq!(mv(&world, &stranger, place, id, Move::Delete).await, Err(PortalError::NotFound));
        }
        // The id of another account's contact, brought into one's own (T11).
        let own = on(other);
        assert_eq!(contacts.read(&stranger, own, id).await, Err(PortalError::NotFound));
        assert_eq!(mv(&world, &stranger, own, id, Move::Delete).await, Err(PortalError::NotFound));
        let edit = SaveContact { contact: Some(id), version: 1, ..form("X", "x@example.com") };
        assert_eq!(contacts.save(&stranger, own, edit).await, Err(PortalError::NotFound));
        let bulk = MoveContacts {
            submission: submission(),
            to: Move::Delete,
            contacts: vec![id],
            everything: false,
            filter: ContactFilter::default(),
        };
        assert_eq!(contacts.move_many(&stranger, own, bulk).await, Err(PortalError::NotFound));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'deleted'").await, 0);
    });
}

#[test]
fn a_view_shows_what_the_contact_sees_changes_nothing_and_ends() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, _) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Manager])).await;
        let viewing = Acting { viewing: Some(tina), ..acting };
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound), "not begun");
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        let view = ports.accounts.open(&owner, viewing).await.expect("the view is open");
        assert_eq!(view.viewing_name.as_deref(), Some("Tina Example"));
        assert!(view.actor.standing.owner.is_none());
        assert_eq!(
            ports.holdings.invoices(&owner, viewing, String::new()).await,
            Err(PortalError::Denied { why: Denied::Missing(Right::Privilege(Privilege::BillingView)) })
        );
        let view_only = Err(PortalError::Denied { why: Denied::ViewOnly });
        assert_eq!(ports.contacts.save(&owner, viewing, form("X", "x@example.com")).await, view_only);
        assert_eq!(
            mv(&world, &owner, viewing, tina, Move::Delete).await,
            Err(PortalError::Denied { why: Denied::ViewOnly })
        );
        assert_eq!(
            ports.contacts.view_as(&owner, viewing, look_at(tina)).await,
            Err(PortalError::Denied { why: Denied::ViewOnly }),
            "a view never nests (T31)"
        );
        let over = at(&owner, later(30));
        assert_eq!(ports.accounts.open(&over, viewing).await, Err(PortalError::NotFound), "30 minutes are over");
        ports.contacts.stop_viewing(&owner, viewing).await.expect("stopped");
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound));
    });
}

#[test]
fn a_view_begun_again_is_the_same_view_and_written_down_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        for minute in [0, 10, 29] {
            contacts.view_as(&at(&owner, later(minute)), acting, look_at(tina)).await.expect("the owner may");
        }
        let begun = "SELECT COUNT(*) FROM audit WHERE kind = 'viewing_started'";
        assert_eq!(world.number(begun).await, 1);
        let viewing = Acting { viewing: Some(tina), ..acting };
        let over = world.portal().ports.accounts.open(&at(&owner, later(30)), viewing).await;
        assert_eq!(over, Err(PortalError::NotFound), "nor does it last longer");
        contacts.view_as(&at(&owner, later(31)), acting, look_at(tina)).await.expect("the owner may");
        assert_eq!(world.number(begun).await, 2, "another view");
    });
}

#[test]
fn a_view_is_begun_only_on_somebody_weaker_and_dies_with_the_right() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs, Privilege::ServicesView]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (lou, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(
            &world,
            acting,
            &owner,
            SaveContact {
                privileges: PrivilegeSet::of(&[Privilege::ServicesView]),
                ..with_login("Wes", "wes@example.com", &[])
            },
        )
        .await;
        let (strong, _) =
            colleague(&world, acting, &owner, with_login("Sam", "sam@example.com", &[Role::Billing])).await;
        let begin = async |contact| ports.contacts.view_as(&lous, acting, look_at(contact)).await;
        assert_eq!(begin(strong).await, Err(PortalError::Denied { why: Denied::StrongerTarget }));
        assert_eq!(begin(lou).await, Err(PortalError::Denied { why: Denied::NotToOneself }));
        assert_eq!(begin(weak).await, Ok(()));
        let viewing = Acting { viewing: Some(weak), ..acting };
        assert!(ports.accounts.open(&lous, viewing).await.is_ok());
        let trimmed = SaveContact {
            contact: Some(lou),
            version: 1,
            privileges: PrivilegeSet::of(&[Privilege::ServicesView]),
            ..form("Lou", "lou@example.com")
        };
        ports.contacts.save(&owner, acting, trimmed).await.expect("trimmed");
        assert!(ports.accounts.open(&lous, viewing).await.is_err(), "the right is gone, and the view with it (T35)");
    });
}

#[test]
fn lists_are_searched_filtered_sorted_and_paged() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for n in 0..120 {
            let change = form(&format!("Person{n:03}"), &format!("p{n}@example.com"));
            contacts.save(&owner, acting, change).await.expect("added");
        }
        contacts.save(&owner, acting, form("Žofie", "zofie@bücher.example")).await.expect("added");
        for direction in [Direction::Ascending, Direction::Descending] {
            for sort in [ContactSort::Name, ContactSort::Email, ContactSort::Status, ContactSort::LastSignIn] {
                walk(&world, &owner, acting, ContactQuery { sort, direction, ..ContactQuery::default() }).await;
            }
        }
        let search = |text: &str| ContactQuery {
            filter: ContactFilter { search: text.to_owned(), ..ContactFilter::default() },
            ..ContactQuery::default()
        };
        assert_eq!(names(&world, &owner, acting, search("zofie")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("ŽOF")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("bücher")).await, ["Žofie Example"], "by the address as typed");
        assert_eq!(names(&world, &owner, acting, search("zo")).await, ["Žofie Example"], "two letters: word starts");
        assert_eq!(names(&world, &owner, acting, search("of")).await.len(), 0, "not what is within a word");
        assert_eq!(names(&world, &owner, acting, search("ž")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("person07")).await.len(), 10);
        for nothing in ["%", "_", "100%", "' OR 1=1 --", "\"", "*", "zofie\" OR \"person"] {
            assert_eq!(names(&world, &owner, acting, search(nothing)).await.len(), 0, "{nothing}");
        }
        let found = contacts.list(&owner, acting, search("person")).await.expect("listed");
        assert_eq!((found.rows.len(), found.total), (50, Total::Exact(120)));
    });
}

/// Goes through all pages and back, and finds everybody once, in order.
async fn walk(world: &World, owner: &Caller, acting: Acting, query: ContactQuery) {
    let contacts = &world.portal().ports.contacts;
    let mut query = query;
    let (mut seen, mut pages) = (Vec::new(), Vec::new());
    loop {
        let page = contacts.list(owner, acting, query.clone()).await.expect("listed");
        assert_eq!(page.total, Total::Exact(122));
        pages.push(page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        seen.extend(page.rows.into_iter().map(|row| row.id));
        let Some(next) = page.next else {
            query.cursor = page.previous.expect("there was a page before");
            break;
        };
        query.cursor = next;
    }
    assert_eq!(pages.len(), 3);
    let before = contacts.list(owner, acting, query).await.expect("listed");
    assert_eq!(before.rows.iter().map(|row| row.id).collect::<Vec<_>>(), pages[1]);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 122, "everybody once");
}

#[test]
fn many_are_suspended_and_deleted_at_once_and_owners_are_left_alone() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for n in 0..60 {
            contacts.save(&owner, acting, form(&format!("P{n}"), &format!("p{n}@example.com"))).await.expect("added");
        }
        let change = MoveContacts {
            submission: submission(),
            to: Move::Delete,
            contacts: Vec::new(),
            everything: true,
            filter: ContactFilter::default(),
        };
        let outcome = contacts.move_many(&owner, acting, change.clone()).await.expect("all that can be");
        assert_eq!((outcome.done, outcome.refused_count), (60, 1));
        assert_eq!(outcome.refused, [("Olivia Owner".to_owned(), Denied::OwnerProtected.into())]);
        assert_eq!(contacts.move_many(&owner, acting, change).await, Ok(outcome), "the same submission again");
        assert_eq!(names(&world, &owner, acting, ContactQuery::default()).await, ["Olivia Owner"]);
    });
}

#[test]
fn every_change_is_one_audit_row_of_an_unbroken_chain() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let rows = async || world.number("SELECT COUNT(*) FROM audit WHERE chain <> ''").await;
        let before = rows().await;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        mv(&world, &owner, acting, id, Move::Restore).await.expect("restored");
        let _ = mv(&world, &owner, acting, id, Move::Restore).await.expect_err("it is back already");
        assert_eq!(rows().await, before + 3);
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);
        let log = world
            .portal()
            .ports
            .accounts
            .activity(&owner, acting, String::new())
            .await
            .expect("the owner reads it")
            .rows;
        assert_eq!(log[0].by.name(), "Olivia Owner");
        world.tamper_with_audit(acting.account, before + 2).await;
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, Some(before + 2));
    });
}

#[test]
fn a_revoked_right_does_nothing_after_the_revocation_is_acknowledged() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        for round in 0..20 {
            let contacts = &world.portal().ports.contacts;
            let act = contacts.save(&manager, acting, form("X", &format!("x{round}@example.com")));
            let revoke = mv(&world, &owner, acting, id, Move::Suspend);
            let (acted, revoked) = tokio::join!(act, revoke);
            revoked.expect("the owner may");
            assert!(matches!(acted, Ok(_) | Err(PortalError::NotFound)), "{acted:?}");
            let late = contacts.save(&manager, acting, form("Y", &format!("y{round}@example.com"))).await;
            assert_eq!(late, Err(PortalError::NotFound));
            mv(&world, &owner, acting, id, Move::Reactivate).await.expect("again");
        }
    });
}

#[test]
fn nobody_is_on_an_account_without_signing_in() {
    for_each_database(async |world| {
        let (acting, _) = account(&world).await;
        let nobody = visitor(START);
        let ports = &world.portal().ports;
        assert_eq!(
            ports.contacts.list(&nobody, acting, ContactQuery::default()).await,
            Err(PortalError::SignInRequired)
        );
        assert_eq!(ports.contacts.save(&nobody, acting, form("X", "x@y.zz")).await, Err(PortalError::SignInRequired));
    });
}

#[test]
fn an_account_tells_a_hundred_people_a_day_that_they_were_added() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let told = |number: usize| SaveContact { notify: true, ..form("Tina", &format!("tina{number}@example.com")) };
        let first = contacts.save(&owner, acting, told(0)).await.expect("added and told");
        for number in 1..99 {
            contacts.save(&owner, acting, told(number)).await.expect("added and told");
        }
        send(&world, &owner, acting, invite("guest@x.example", &[])).await.expect("they are counted together");
        let people = "SELECT COUNT(*) FROM contacts";
        let (before, mails) = (world.number(people).await, world.number("SELECT COUNT(*) FROM outbox").await);
        let refused = contacts.save(&owner, acting, told(99)).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        let activated = SaveContact {
            contact: Some(first),
            version: 1,
            notify: true,
            ..with_login("Tina", "tina0@example.com", &[])
        };
        let refused = contacts.save(&owner, acting, activated.clone()).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        assert_eq!((world.number(people).await, world.number("SELECT COUNT(*) FROM persons").await), (before, 1));
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox").await, mails);

        let quietly = SaveContact { notify: false, ..told(99) };
        contacts.save(&owner, acting, quietly).await.expect("without a mail there is no limit");
        let quietly = SaveContact { notify: false, submission: Some(submission()), ..activated };
        contacts.save(&owner, acting, quietly).await.expect("nor here");
        for now in [START, START.plus_seconds(60)] {
            world.sign_in("tina0@example.com", "given by another 93", now).await.expect("signed in");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox").await, mails, "a sign-in tells it to nobody either");
        let tomorrow = START.plus_seconds(86_400);
        world.sign_in("tina0@example.com", "given by another 93", tomorrow).await.expect("signed in");
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox").await, mails + 1);
    });
}

#[test]
fn nobody_is_added_where_the_provider_has_people_invited() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        let id = world.portal().ports.contacts.save(&owner, acting, form("Tina", "tina@example.com")).await;
        let id = id.expect("added");
        world.restart(|config| config.provider.ways_to_add = vec![WayToAdd::InviteUser]).await;
        let contacts = &world.portal().ports.contacts;
        assert_eq!(contacts.form(&owner, acting, None).await, Err(PortalError::NotFound));
        let added = contacts.save(&owner, acting, form("Theo", "theo@example.com")).await;
        assert_eq!(added, Err(PortalError::NotFound));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts").await, 2);
        contacts.form(&owner, acting, Some(id)).await.expect("whoever is there is edited");
        let edited = SaveContact { contact: Some(id), version: 1, ..form("Tilda", "tina@example.com") };
        contacts.save(&owner, acting, edited).await.expect("and saved");
    });
}
