//! The audit log in the hands of somebody who has the database: what they change is found.

use crate::support::contacts::{form, on};
use crate::support::{START, World, for_each_database};
use domain::caller::Caller;
use domain::id::AccountId;

/// An account whose chain has four rows, and its owner.
async fn with_a_chain(world: &World, email: &str) -> (AccountId, Caller) {
    let account = world.account_of(email).await;
    let owner = world.signed_in(email, START).await;
    for number in 1..=4 {
        add(world, account, &owner, number).await;
    }
    assert_eq!(world.first_bad_audit_row(Some(account)).await, None);
    (account, owner)
}

async fn add(world: &World, account: AccountId, owner: &Caller, number: u32) {
    let change = form("Tina", &format!("tina{number}@example.com"));
    world.portal().ports.contacts.save(owner, on(account), change).await.expect("added");
}

#[test]
fn the_first_row_that_was_altered_removed_or_moved_is_named() {
    for_each_database(async |world| {
        world.unguard_audit().await;
        let cases: [(&str, &[&'static str], i64); 12] = [
            ("altered", &["UPDATE audit SET details = '{}' WHERE chain = $1 AND seq = 2"], 2),
            ("removed", &["DELETE FROM audit WHERE chain = $1 AND seq = 3"], 3),
            ("cut", &["DELETE FROM audit WHERE chain = $1 AND seq > 2"], 3),
            (
                "moved",
                &[
                    "UPDATE audit SET seq = 100 WHERE chain = $1 AND seq = 2",
                    "UPDATE audit SET seq = 2 WHERE chain = $1 AND seq = 3",
                    "UPDATE audit SET seq = 3 WHERE chain = $1 AND seq = 100",
                ],
                2,
            ),
            ("before the first", &["UPDATE audit SET seq = 0 WHERE chain = $1 AND seq = 1"], 0),
            ("another format", &["UPDATE audit SET format = 2 WHERE chain = $1 AND seq = 2"], 2),
            ("the number alone of an old format", &["UPDATE audit SET format = 0 WHERE chain = $1 AND seq = 2"], 2),
            (
                "an old format",
                &["UPDATE audit SET format = 0, actor = NULL, subject = NULL, subject_id = NULL \
                   WHERE chain = $1 AND seq = 3"],
                3,
            ),
            ("its id", &["UPDATE audit SET id = 'another' WHERE chain = $1 AND seq = 3"], 3),
            ("who did it", &["UPDATE audit SET actor = 'operator' WHERE chain = $1 AND seq = 2"], 2),
            ("what it was done to", &["UPDATE audit SET subject_id = NULL WHERE chain = $1 AND seq = 4"], 4),
            ("the head", &["UPDATE audit_heads SET seq = 3 WHERE chain = $1"], 4),
        ];
        for (number, (what, statements, row)) in cases.into_iter().enumerate() {
            let (account, _) = with_a_chain(&world, &format!("owner{number}@example.com")).await;
            for statement in statements {
                world.insert(statement, &[&account.to_string()]).await;
            }
            assert_eq!(world.first_bad_audit_row(Some(account)).await, Some(row), "{what}");
        }
        assert_eq!(world.first_bad_audit_row(None).await, None, "the installation's is as it was");
    });
}

#[test]
fn a_log_that_was_written_anew_is_found_by_a_head_kept_elsewhere() {
    for_each_database(async |world| {
        let (account, owner) = with_a_chain(&world, "owner@example.com").await;
        let kept: Vec<_> = world.verify_audit(&[]).await.into_iter().map(|chain| chain.head).collect();
        let first_bad = async || {
            let chains = world.verify_audit(&kept).await;
            chains.into_iter().find(|chain| chain.head.chain == account.to_string()).expect("it is there").first_bad
        };
        add(&world, account, &owner, 5).await;
        assert_eq!(first_bad().await, None, "a chain may grow");

        world.unguard_audit().await;
        for statement in [
            "DELETE FROM audit WHERE chain = $1 AND seq > 2",
            "UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit WHERE chain = $1 AND seq = 2) \
             WHERE chain = $1",
        ] {
            world.insert(statement, &[&account.to_string()]).await;
        }
        assert_eq!(world.first_bad_audit_row(Some(account)).await, None, "by itself it looks right");
        assert_eq!(first_bad().await, Some(3));
        for number in 6..=8 {
            add(&world, account, &owner, number).await;
        }
        assert_eq!(world.first_bad_audit_row(Some(account)).await, None, "by itself it looks right");
        assert_eq!(first_bad().await, Some(4), "the row that the head was of is another one");

        for statement in ["DELETE FROM audit WHERE chain = $1", "DELETE FROM audit_heads WHERE chain = $1"] {
            world.insert(statement, &[&account.to_string()]).await;
        }
        assert_eq!(first_bad().await, Some(1), "nor is a chain removed unnoticed");
    });
}

#[test]
fn a_row_says_who_did_it_and_to_what() {
    for_each_database(async |world| {
        let (account, owner) = with_a_chain(&world, "owner@example.com").await;
        let person = owner.signed_in().expect("the owner is").person;
        let made = "SELECT actor || ' ' || subject || ' ' || subject_id FROM audit WHERE kind = 'account_created'";
        assert_eq!(world.text(made).await, format!("operator account {account}"));
        let by_link = "SELECT actor || ' ' || subject || ' ' || subject_id FROM audit WHERE kind = 'password_reset'";
        assert_eq!(world.text(by_link).await, format!("nobody person {person}"));
        let added = "SELECT actor || ' ' || person_id || ' ' || subject FROM audit \
                     WHERE kind = 'contact_added' AND seq = 1";
        assert_eq!(world.text(added).await, format!("person {person} contact"));
    });
}
