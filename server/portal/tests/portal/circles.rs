//! People and accounts at once: whoever is in the way of another waits, and never in a circle (PostgreSQL locks rows).

use crate::support::contacts::{account, colleague, form, many_changes, on, run_command, with_login};
use crate::support::profile::{change, confirm, link};
use crate::support::{PASSWORD, START, World, for_each_database_with};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::ContactVerb;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::profile::SaveProfile;
use std::time::Duration;
use uuid::Uuid;

/// Puts the legal owner of one account on another one, as an ordinary contact.
async fn put_on(world: &World, number: u128, account: AccountId, owner_of: AccountId) {
    let id = ContactId::new(Uuid::from_u128(number)).to_string();
    world
        .insert(
            "INSERT INTO contacts (account_id, id, person_id, rank, state, first_name, last_name, email, email_key, \
             phone, note, sort_name, search_text, created_at, updated_at) \
             SELECT $1, $2, person_id, 1, 'active', first_name, last_name, email, email_key, '', '', sort_name, \
             search_text, 0, 0 FROM contacts WHERE account_id = $3 AND owner = 'legal'",
            &[&account.to_string(), &id, &owner_of.to_string()],
        )
        .await;
}

/// Gives somebody another name, which is written down on each of their accounts.
async fn rename(world: &World, who: &Caller, name: &str) -> Result<(), PortalError> {
    let profiles = &world.portal().ports.profiles;
    let version = profiles.read(who).await?.version;
    let (first_name, last_name) = (name.to_owned(), "Example".to_owned());
    profiles.save(who, SaveProfile { version, first_name, last_name, ..SaveProfile::default() }).await
}

async fn add(world: &World, who: &Caller, acting: Acting, email: &str) -> Result<(), PortalError> {
    world.portal().ports.contacts.save(who, acting, form("New", email)).await.map(drop)
}

#[test]
fn two_people_on_two_accounts_wait_for_each_other_in_no_circle() {
    for_each_database_with(many_changes, async |world| {
        let (here, olivia) = account(&world).await;
        let there = on(world.account_of("oscar@example.com").await);
        let oscar = world.signed_in("oscar@example.com", START).await;
        put_on(&world, 7001, there.account, here.account).await;
        put_on(&world, 7002, here.account, there.account).await;
        for round in 0..4 {
            let email = format!("solo{round}@example.com");
            let (solo, solo_acts) = colleague(&world, here, &olivia, with_login("Solo", &email, &[])).await;
            change(&world, &olivia, &format!("olivia{round}@example.com"), PASSWORD).await.expect("asked for");
            let token = link(&world).await;
            let (one, other) = (format!("one{round}@x.example"), format!("other{round}@x.example"));
            let name = format!("Name {}", ["A", "B", "C", "D"][round]);
            let all = tokio::join!(
                confirm(&world, &olivia, &token),
                rename(&world, &oscar, &name),
                rename(&world, &olivia, &name),
                add(&world, &oscar, there, &one),
                add(&world, &olivia, here, &other),
                // Whoever is taken away writes of themselves at the same time.
                rename(&world, &solo_acts, &name),
                run_command(&world, &olivia, here, solo, ContactVerb::Delete),
                async { world.sign_in(&email, PASSWORD, START).await.map(|_| ()) },
                async { world.sign_in("oscar@example.com", PASSWORD, START).await.map(|_| ()) },
            );
            let all = [all.0, all.1, all.2, all.3, all.4, all.5, all.6, all.7, all.8];
            let failed = |answer: &Result<(), PortalError>| {
                matches!(answer, Err(PortalError::Internal { .. } | PortalError::Unavailable))
            };
            assert!(!all.iter().any(failed), "{all:?}");
        }
        if world.is_postgres() {
            assert_eq!(deadlocks(&world).await, 0);
        }
    });
}

/// How many circles the server has broken; it counts them when a connection ends.
async fn deadlocks(world: &World) -> i64 {
    world.portal().close().await;
    for _ in 0..50 {
        let open = world
            .number(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            .await;
        if open == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    world.number("SELECT CAST(deadlocks AS BIGINT) FROM pg_stat_database WHERE datname = current_database()").await
}
