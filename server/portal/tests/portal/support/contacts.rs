//! An account with its people: forms as somebody fills them in, and what is done with them.

use crate::support::{PASSWORD, START, World, secret};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactCommand, ContactFilter, ContactQuery, ContactVerb, SaveContact, ViewContactAs};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, ServiceId, SubmissionId};
use domain::person::ChangePassword;
use domain::role::Role;
use domain::time::Timestamp;
use portal::Config;
use std::sync::atomic::{AtomicU32, Ordering};
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

pub async fn first_sign_in(world: &World, email: &str) -> Caller {
    let session = world.sign_in(email, "given by another 93", START).await.expect("the given password is right");
    assert!(session.must_change_password);
    let caller = world.caller(&session.token, START).await.expect("the session lives");
    let change =
        ChangePassword { current: secret("given by another 93"), password: secret(PASSWORD), again: secret(PASSWORD) };
    let session = world.people().change_password(&caller, change).await.expect("the password does");
    world.caller(&session.token, START).await.expect("the session lives")
}

pub async fn run_command(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: ContactVerb,
) -> Result<(), PortalError> {
    let change = ContactCommand { submission: submission(), contact, to };
    world.portal().ports.contacts.run_command(caller, acting, change).await
}

pub async fn names(world: &World, caller: &Caller, acting: Acting, query: ContactQuery) -> Vec<String> {
    let page = world.portal().ports.contacts.list(caller, acting, query).await.expect("the list is shown");
    page.rows.into_iter().map(|row| row.name).collect()
}

pub fn search(text: &str) -> ContactQuery {
    let filter = ContactFilter { search: text.to_owned(), ..ContactFilter::default() };
    ContactQuery { filter, ..ContactQuery::default() }
}

/// Contacts with one name, more than a small account has, and more than a search sorts.
const CROWD: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) \
     INSERT INTO contacts (account_id, id, rank, state, first_name, last_name, email, email_key, phone, note, sort_name, \
     search_text, created_at, updated_at) SELECT $1, '00000000-0000-7000-8000-' || (100000000000 + i), 1, \
     'contact_only', 'Zofie', 'Example', 'zofie' || i || '@crowd.example', 'zofie' || i || '@crowd.example', '', '', \
     'zofie example', ' zofie example', 0, 0 FROM n";

/// Gives an account so many contacts that its searches may look in the index.
pub async fn make_large(world: &World, account: AccountId) {
    world.insert(CROWD, &[&account.to_string()]).await;
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
