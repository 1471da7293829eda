//! Data of earlier versions, brought up to date: nobody's rights change, and the audit chains hold.

use crate::support::behind::Rows;
use crate::support::contacts::{form, make_large, names, on, search};
use crate::support::{Stored, World, for_each_stored, for_each_stored_after, logged};
use domain::acting::Acting;
use domain::audit::ActivityQuery;
use domain::caller::Caller;
use domain::contact::ContactQuery;
use domain::id::{AccountId, ContactId};
use domain::rights::{Effective, Rights};
use domain::time::Timestamp;

/// Some minutes after the data was stored: what was granted for seven days still is.
const NOW: Timestamp = Timestamp(1_795_866_000_000);
const DEMO: &str = "portico-demo-password";

async fn demo(world: &World, person: &str) -> Caller {
    let session = world.sign_in(&format!("{person}@demo.example"), DEMO, NOW).await.expect("the password is right");
    world.caller(&session.token, NOW).await.expect("the session lives")
}

#[test]
fn nobody_s_rights_change_with_the_update_from_7d42fdd() {
    for_each_stored("7d42fdd", async |world, Stored { contacts, people, .. }| {
        let owner = demo(&world, "owner").await;
        let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
        let acting = Acting { account, viewing: None };
        assert!(contacts.len() > 15, "{}", contacts.len());
        for (id, then) in contacts {
            let contact: ContactId = id.parse().expect("an id");
            let now = world.portal().ports.contacts.read(&owner, acting, contact).await.expect("it is there").now;
            let given: Rights = serde_json::from_value(then.rights).expect("stored rights are understood");
            assert_eq!((now.state.key(), &now.rights), (then.state.as_str(), &given), "{id}");
        }
        assert!(people.len() > 10, "{}", people.len());
        for (place, then) in people {
            let (person, account) = place.split_once(' ').expect("a person and an account");
            let account: AccountId = account.parse().expect("an id");
            let caller = demo(&world, person).await;
            let acting = Acting { account, viewing: None };
            let standing =
                world.portal().ports.accounts.open(&caller, acting).await.expect("they are on it").actor.standing;
            let effective: Effective = serde_json::from_value(then.effective).expect("stored rights are understood");
            assert_eq!(standing.owner, then.owner, "{place}");
            assert_eq!(standing.effective, effective, "{place}");
        }
        assert!(world.number("SELECT COUNT(*) FROM grants WHERE scope_kind = 'service'").await > 0);
        let of_another_kind = "SELECT COUNT(*) FROM grants WHERE (kind = 'operation') <> (scope_kind <> 'account')";
        assert_eq!(world.number(of_another_kind).await, 0);
        // What is done on domains was given on the account, and is on all of them.
        let moved = "SELECT COUNT(*) FROM grants WHERE kind = 'operation' AND scope_kind = 'domain' AND scope = 'all'";
        assert!(world.number(moved).await > 0);
        let kept =
            "SELECT COUNT(*) FROM grants WHERE kind = 'privilege' AND key LIKE 'domains.%' AND key <> 'domains.view'";
        assert_eq!(world.number(kept).await, 0);
    });
}

#[test]
fn people_of_7d42fdd_are_sorted_by_last_name() {
    for_each_stored("7d42fdd", async |world, _| {
        let owner = demo(&world, "owner").await;
        let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE sort_surname = ''").await, 0);
        let listed = names(&world, &owner, on(account), ContactQuery::default()).await;
        let place = |name: &str| listed.iter().position(|listed| listed == name);
        assert!(place("Tom Becker").is_some() && place("Tom Becker") < place("Anna Keller"), "{listed:?}");
    });
}

#[test]
fn a_mail_that_waited_during_the_update_from_7d42fdd_is_sent() {
    for_each_stored("7d42fdd", async |world, _| {
        // As that version wrote it, and left it when its worker was stopped.
        world
            .execute(
                "UPDATE outbox SET sent_at = NULL, attempts = 1, leased_until = 1795865999000 \
                 WHERE template IS NULL AND contact_id IS NULL",
            )
            .await;
        let unsent = world.number("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").await;
        assert!(unsent > 10, "{unsent}");
        let done = world.portal().jobs.run_due(NOW).await.expect("the database answers");
        assert_eq!(i64::try_from(done.mails), Ok(unsent));
    });
}

#[test]
fn the_audit_chains_of_7d42fdd_hold_and_go_on() {
    for_each_stored("7d42fdd", async |world, Stored { chains, .. }| {
        assert!(chains.len() > 1, "{chains:?}");
        assert!(chains.iter().all(|chain| chain.first_bad.is_none()), "before the update: {chains:?}");
        let (owner, account) = with_rows_of_both_formats(&world).await;
        assert!(world.count(Rows::Events).await > 30);
        assert_eq!(world.first_bad_audit_row(None).await, None, "with what signing in added");
        assert_eq!(world.first_bad_audit_row(Some(account)).await, None);
        let log = world
            .portal()
            .ports
            .accounts
            .activity(&owner, on(account), ActivityQuery::default())
            .await
            .expect("shown")
            .rows;
        assert!(log.iter().skip(1).any(|row| !row.changes.is_empty() && !row.targets.is_empty()), "{log:?}");
        // Each old row of an account that names somebody is found by them.
        let unnamed = "SELECT COUNT(*) FROM audit a WHERE a.chain <> '' AND a.format = 0 AND a.details LIKE '%\"targets\":[[%' \
             AND NOT EXISTS (SELECT 1 FROM audit_contacts c WHERE c.chain = a.chain AND c.seq = a.seq)";
        assert_eq!(world.number(unnamed).await, 0);
        assert!(world.number("SELECT COUNT(*) FROM audit_contacts").await > 20);
        world.tamper_with_audit(account, 3).await;
        assert_eq!(world.first_bad_audit_row(Some(account)).await, Some(3));
    });
}

#[test]
fn a_row_of_7d42fdd_is_not_passed_off_as_a_newer_one() {
    for_each_stored("7d42fdd", async |world, _| {
        let (_, account) = with_rows_of_both_formats(&world).await;
        world.unguard_audit().await;
        for (altered, restored) in [
            (
                "UPDATE audit SET format = 1 WHERE chain = $1 AND seq = 2",
                "UPDATE audit SET format = 0 WHERE chain = $1 AND seq = 2",
            ),
            (
                "UPDATE audit SET actor = 'operator' WHERE chain = $1 AND seq = 2",
                "UPDATE audit SET actor = NULL WHERE chain = $1 AND seq = 2",
            ),
        ] {
            world.insert(altered, &[&account.to_string()]).await;
            assert_eq!(world.first_bad_audit_row(Some(account)).await, Some(2), "{altered}");
            world.insert(restored, &[&account.to_string()]).await;
            assert_eq!(world.first_bad_audit_row(Some(account)).await, None, "{restored}");
        }
    });
}

#[test]
fn a_contact_of_7d42fdd_without_a_name_is_listed_where_its_address_of_today_says() {
    // As that version left it when a person changed their address.
    let change = "UPDATE contacts SET sort_name = 'zoe@people.example' WHERE email = 'guest@people.example'";
    for_each_stored_after("7d42fdd", change, async |world, _| {
        let owner = demo(&world, "owner").await;
        let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
        let listed = names(&world, &owner, on(account), ContactQuery::default()).await;
        let in_order = ["Luis Graf", "guest@people.example", "Frieda Hoffmann"];
        assert!(listed.windows(3).any(|three| three == in_order), "{listed:?}");
    });
}

#[test]
fn contacts_of_7d42fdd_are_found_by_a_search_beside_new_ones() {
    for_each_stored("7d42fdd", async |world, _| {
        let (owner, account) = with_rows_of_both_formats(&world).await;
        make_large(&world, account).await;
        for (text, name) in [("gina", "Gina Muster"), ("tina@ex", "Tina Example")] {
            let made = logged(names(&world, &owner, on(account), search(text))).await;
            assert!(made.contains("plan=Index\n"), "{made}");
            assert_eq!(names(&world, &owner, on(account), search(text)).await, [name]);
        }
    });
}

/// The demo account, to which its owner has added a contact since the update.
async fn with_rows_of_both_formats(world: &World) -> (Caller, AccountId) {
    let owner = demo(world, "owner").await;
    let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
    world.portal().ports.contacts.save(&owner, on(account), form("Tina", "tina@example.com")).await.expect("added");
    assert_eq!(world.number("SELECT COUNT(DISTINCT format) FROM audit WHERE chain <> ''").await, 2);
    (owner, account)
}
