//! Signing in, its limits, and what becomes of sessions.

mod limits;
mod sessions;

use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, credentials, for_each_database, for_each_database_with, visitor,
};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::problem::PersonProblem;
use domain::text::Secret;
use portal::Config;
use std::time::Duration;
use tokio::task::JoinSet;

const OWNER: &str = "owner@example.com";

/// A hash from elsewhere of this cost.
fn bcrypt_hash(cost: &str) -> String {
    format!("$2y${cost}$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi")
}

fn wrong() -> PortalError {
    PortalError::invalid("password", PersonProblem::WrongCredentials)
}

#[test]
fn a_wrong_password_and_an_unknown_address_answer_alike() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.portal().create_account(&crate::support::new_account("new@example.com"), START).await.expect("made");
        let imported = [("cheap@example.com", "04"), ("dear@example.com", "13")];
        for (email, cost) in imported {
            world.account_of(email).await;
            world.set_hash_of(email, &bcrypt_hash(cost)).await;
        }
        for attempt in 0..8 {
            let known = world.sign_in(OWNER, "wrong", START).await.map(|_| ());
            let unknown = world.sign_in("nobody@example.com", "wrong", START).await.map(|_| ());
            let without_password = world.sign_in("new@example.com", "wrong", START).await.map(|_| ());
            let expected = if attempt < 5 { wrong() } else { PortalError::TooMany { retry_after: 1 } };
            assert_eq!(known, Err(expected.clone()), "attempt {attempt}");
            assert_eq!(unknown, Err(expected.clone()), "attempt {attempt}");
            assert_eq!(without_password, Err(expected.clone()), "attempt {attempt}");
            for (n, (email, _)) in imported.into_iter().enumerate() {
                let elsewhere = Caller { ip: format!("198.51.100.{n}"), ..visitor(START) };
                let answer = world.people().sign_in(&elsewhere, credentials(email, "wrong")).await.map(|_| ());
                assert_eq!(answer, Err(expected.clone()), "{email}, attempt {attempt}");
            }
        }
    });
}

#[test]
fn no_wrong_password_is_answered_before_its_time_whatever_its_hash_costs() {
    // Within an hour nothing is answered that waits for its time.
    let settings = |config: &mut Config| config.password_work.refused_after = Duration::from_hours(1);
    for_each_database_with(settings, async |world| {
        world.account_of(OWNER).await;
        world.portal().create_account(&crate::support::new_account("new@example.com"), START).await.expect("made");
        for (email, cost) in [("cheap@example.com", "04"), ("dear@example.com", "13")] {
            world.account_of(email).await;
            world.set_hash_of(email, &bcrypt_hash(cost)).await;
        }
        let mut tries = JoinSet::new();
        let long = "x".repeat(1025);
        for email in ["nobody@example.com", "new@example.com", "cheap@example.com", "dear@example.com", "no address"] {
            for password in ["wrong", &long] {
                let (people, typed) = (world.people(), credentials(email, password));
                tries.spawn(async move { people.sign_in(&visitor(START), typed).await.map(|_| ()) });
            }
        }
        // The right password waits for nothing: it is let in when the others have been looked at.
        let right = async || world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        right().await;
        while world.number("SELECT count FROM attempts WHERE key = 'sign_in:everybody'").await < 10 {
            right().await;
        }
        right().await;
        assert!(tries.try_join_next().is_none(), "answered before its time");
    });
}

#[test]
fn what_is_missing_is_asked_for_and_counts_as_no_attempt() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        for _ in 0..10 {
            let Err(PortalError::Invalid { fields }) = world.sign_in(" ", "", START).await else { panic!("accepted") };
            let names: Vec<&str> = fields.iter().map(|problem| problem.field.as_str()).collect();
            assert_eq!(names, ["email", "password"]);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM attempts WHERE key LIKE 'sign_in:%'").await, 0);
        assert_eq!(world.sign_in(OWNER, &"x".repeat(1025), START).await.map(|_| ()), Err(wrong()));
    });
}

#[test]
fn signing_in_is_written_down() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let now = START.plus_seconds(60);
        let caller = world.signed_in(" Owner@EXAMPLE.com ", now).await;
        let me = world.people().me(&caller).await.expect("signed in");
        assert_eq!((me.name.as_str(), me.email.as_str(), me.accounts), ("Olivia Owner", OWNER, 1));
        assert!(!me.must_change_password);
        assert_eq!(world.number("SELECT last_sign_in FROM contacts").await, now.0);
        let signed_in = caller.signed_in().expect("signed in");
        let logged = world
            .text("SELECT person_id || ' ' || session_id FROM audit WHERE chain = '' AND kind = 'signed_in'")
            .await;
        assert_eq!(logged, format!("{} {}", signed_in.person, signed_in.session));
    });
}

#[test]
fn a_hash_from_elsewhere_signs_in_and_is_replaced() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        // "correct horse battery", as PHP's password_hash writes it.
        let hash = bcrypt::hash("correct horse battery", 4).expect("a hash").replacen("$2b$", "$2y$", 1);
        world.set_hash(&hash).await;
        assert_eq!(world.sign_in(OWNER, "wrong", START).await.map(|_| ()), Err(wrong()));
        assert_eq!(world.text("SELECT password_hash FROM persons").await, hash);
        world.sign_in(OWNER, "correct horse battery", START).await.expect("right");
        assert!(world.text("SELECT password_hash FROM persons").await.starts_with("$argon2id$"));
        world.sign_in(OWNER, "correct horse battery", START).await.expect("right still");
        assert_eq!(world.sign_in(OWNER, OTHER_PASSWORD, START).await.map(|_| ()), Err(wrong()));
    });
}

#[test]
fn a_sign_in_with_a_browser_not_seen_before_is_told_to_the_person_and_no_other() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.account_of("other@example.com").await;
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned();
        let from = |device: Option<Secret>| Caller { device, agent: agent.clone(), ..visitor(START) };
        let told = async || {
            let subject = "New sign-in to Portico";
            world.outbox().await.into_iter().filter(|mail| mail.subject == subject).collect::<Vec<_>>()
        };
        let people = world.people();
        people.sign_in(&from(None), credentials(OWNER, "wrong")).await.expect_err("wrong");
        assert_eq!(told().await, [], "nobody was let in");
        let device = people.sign_in(&from(None), credentials(OWNER, PASSWORD)).await.expect("right").device;
        let mails = told().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [OWNER]);
        for said in ["Firefox on Linux, from the address 192.0.2.1", "1 Jan 2026", "https://portal.example/forgot"] {
            assert!(mails[0].text.contains(said), "{said}: {}", mails[0].text);
        }
        people.sign_in(&from(device.clone()), credentials(OWNER, PASSWORD)).await.expect("right");
        assert_eq!(told().await.len(), 1, "it is known now");
        people.sign_in(&from(device.clone()), credentials("other@example.com", PASSWORD)).await.expect("right");
        assert_eq!(told().await[0].to, "other@example.com", "known to somebody else only");
        let late = Caller { now: START.plus_seconds(181 * 86_400), ..from(device) };
        people.sign_in(&late, credentials(OWNER, PASSWORD)).await.expect("right");
        assert_eq!(told().await.len(), 3, "nothing is known for ever");
    });
}
