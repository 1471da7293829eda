//! The accounts that somebody may act for: their list with what waits, pins, leaving, and views that stay where they are.

mod dashboard;
mod leaving;
mod listed;
mod views;

use crate::support::acts::{Act, Scene, Takes};
use crate::support::contacts::{account, add_service, form, on, run_command, submission};
use crate::support::{START, World, for_each_database};
use async_trait::async_trait;
use domain::account::{AccountEntry, LeaveAccount, PinAccount, Waiting};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::operation::Operation;
use domain::privilege::Privilege;
use domain::rights::Effective;
use domain::role::Role;
use domain::status::ContactState;
use uuid::Uuid;

const MIA: &str = "mia@example.com";

/// Somebody with an account of their own, signed in.
async fn mia(world: &World) -> (Acting, Caller) {
    let own = world.account_of(MIA).await;
    (on(own), world.signed_in(MIA, START).await)
}

/// Puts Mia on one more account.
async fn join(world: &World, account: AccountId, number: u128, roles: &[Role]) -> ContactId {
    let contact = ContactId::new(Uuid::from_u128(number));
    world
        .insert(
            "INSERT INTO contacts (account_id, id, person_id, rank, state, first_name, last_name, email, email_key, \
             phone, note, sort_name, search_text, created_at, updated_at) \
             SELECT $1, $2, id, 1, 'active', 'Mia', 'Example', email, email_key, '', '', 'mia example', ' mia', 0, 0 \
             FROM persons WHERE email = 'mia@example.com'",
            &[&account.to_string(), &contact.to_string()],
        )
        .await;
    for role in roles {
        world
            .insert(
                "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, granted_at) \
                 VALUES ($1, $2, 'role', 'account', '', $3, 0)",
                &[&account.to_string(), &contact.to_string(), role.key()],
            )
            .await;
    }
    contact
}

async fn mine(world: &World, caller: &Caller) -> Vec<AccountEntry> {
    world.portal().ports.accounts.mine(caller).await.expect("the list is shown")
}

async fn pin(world: &World, caller: &Caller, acting: Acting, pinned: bool) -> Result<(), PortalError> {
    world.portal().ports.accounts.pin(caller, acting, PinAccount { pinned }).await
}

async fn leave(world: &World, caller: &Caller, acting: Acting) -> Result<(), PortalError> {
    world.portal().ports.accounts.leave(caller, acting, LeaveAccount { submission: submission() }).await
}

/// Things that have run out, run out soon, and don't.
async fn furnish(world: &World, account: AccountId, number: u128) {
    add_service(world, account, number, "web-01", "vps").await;
    add_service(world, account, number + 1, "web-02", "vps").await;
    add_service(world, account, number + 2, "web-03", "vps").await;
    add_service(world, account, number + 3, "old-01", "vps").await;
    for (at, name, status, ends) in [
        (4, "soon.example", "active", "1767657600000"),
        (5, "gone.example", "expired", "1767139200000"),
        (6, "moved.example", "ended", "1767139200000"),
        (7, "later.example", "active", "1798761600000"),
    ] {
        let id = Uuid::from_u128(number + at).to_string();
        world
            .insert(
                "INSERT INTO domains (account_id, id, name, status, expires_at, sort_name, created_at) \
                 VALUES ($1, $2, $3, $4, CAST($5 AS BIGINT), $3, 0)",
                &[&account.to_string(), &id, name, status, ends],
            )
            .await;
    }
    for (at, status, due) in [
        (8, "unpaid", "1767139200000"),
        (9, "unpaid", "1767312000000"),
        (10, "paid", "1767139200000"),
        (11, "unpaid", "1766016000000"),
    ] {
        let id = Uuid::from_u128(number + at).to_string();
        world
            .insert(
                "INSERT INTO invoices (account_id, id, number, status, issued_at, due_at, total_minor, currency, \
                 created_at) VALUES ($1, $2, $2, $3, 0, CAST($4 AS BIGINT), 100, 'EUR', 0)",
                &[&account.to_string(), &id, status, due],
            )
            .await;
    }
    // web-01 ends in five days, web-02 in a year, web-03 has no end, old-01 has run out.
    world.execute("UPDATE services SET expires_at = 1767657600000 WHERE name = 'web-01'").await;
    world.execute("UPDATE services SET expires_at = 1798761600000 WHERE name = 'web-02'").await;
    world.execute("UPDATE services SET expires_at = 1767139200000, status = 'expired' WHERE name = 'old-01'").await;
}

#[test]
fn somebody_on_two_accounts_reaches_nothing_of_one_through_the_other() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (own, mia) = mia(&world).await;
        join(&world, acting.account, 5000, &[Role::Manager]).await;
        let theirs = ports.contacts.save(&owner, acting, form("Tom", "tom@example.com")).await.expect("added");
        let hers = ports.contacts.save(&mia, own, form("Hal", "hal@example.com")).await.expect("added");
        let nobody = ContactId::new(Uuid::from_u128(9));
        for (account, foreign) in [(acting, hers), (own, theirs)] {
            for id in [foreign, nobody] {
                assert_eq!(ports.contacts.read(&mia, account, id).await, Err(PortalError::NotFound), "T11");
                for to in [ContactVerb::Suspend, ContactVerb::Delete, ContactVerb::SendReset] {
                    assert_eq!(run_command(&world, &mia, account, id, to).await, Err(PortalError::NotFound), "T11");
                }
                let change = SaveContact { contact: Some(id), version: 1, ..form("X", "x@example.com") };
                assert_eq!(ports.contacts.save(&mia, account, change).await, Err(PortalError::NotFound), "T11");
            }
        }
        for (account, id) in [(acting, theirs), (own, hers)] {
            let page = ports.contacts.read(&mia, account, id).await.expect("where it belongs it is found");
            assert_eq!((page.version, page.now.state), (1, ContactState::ContactOnly));
        }
    });
}

#[test]
fn what_is_given_on_a_single_domain_gives_nothing_on_the_account() {
    for_each_database(async |world| {
        let (_, mia) = mia(&world).await;
        let account = world.account_of("other@example.com").await;
        furnish(&world, account, 3000).await;
        let contact = join(&world, account, 5100, &[]).await;
        let domain = Uuid::from_u128(3004).to_string();
        for (kind, key) in [
            ("privilege", Privilege::DomainsView.key()),
            ("privilege", Privilege::ContactsManage.key()),
            ("operation", Operation::Power.key()),
        ] {
            world
                .insert(
                    "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, domain_id, granted_at) \
                     VALUES ($1, $2, $3, 'domain', $4, $5, $4, 0)",
                    &[&account.to_string(), &contact.to_string(), kind, &domain, key],
                )
                .await;
        }
        let entries = mine(&world, &mia).await;
        let entry = entries.iter().find(|entry| entry.id == account).expect("it is listed");
        assert_eq!(entry.waiting, Waiting::default());
        let opened = world.portal().ports.accounts.open(&mia, on(account)).await.expect("they are on it");
        assert_eq!(opened.actor.standing.effective, Effective::default());
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Pinning)]
}

#[derive(Debug)]
struct Pinning;

#[async_trait(?Send)]
impl Act for Pinning {
    fn use_case(&self) -> &'static str {
        "Accounts::pin"
    }

    fn takes(&self) -> Takes {
        Takes::APlace
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        pin(scene.world, &scene.manager, scene.acting, number.is_multiple_of(2)).await
    }
}
