//! Links that set a password: who gets one, how long it works, and what it ends.

use crate::people::{OWNER, works};
use crate::support::behind::Rows;
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, credentials, for_each_database, new_account, secret, token_of, visitor,
};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::person::{Forgot, ResetPassword};
use domain::problem::Problem;
use domain::time::Timestamp;
use tokio::task::JoinSet;

fn dead() -> PortalError {
    PortalError::invalid("token", Problem::LinkDead)
}

#[test]
fn asking_for_a_link_answers_alike_for_unknown_addresses() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let mails = world.outbox().await.len();
        let ask = async |email: &str, ip: &str| {
            let caller = Caller { ip: ip.to_owned(), ..visitor(START) };
            world.people().forgot(&caller, Forgot { email: email.to_owned() }).await
        };
        for attempt in 0..7 {
            let known = ask(" OWNER@example.com", "192.0.2.1").await;
            let unknown = ask("nobody@example.com", "192.0.2.2").await;
            assert_eq!(known, unknown, "attempt {attempt}");
            assert_eq!(known.is_ok(), attempt < 5, "attempt {attempt}");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'reset_requested'").await, 5);
        let written = world.outbox().await;
        assert_eq!(written.len() - mails, 5);
        assert!(written[..5].iter().all(|mail| mail.to == OWNER), "to the address as it is kept");
        let refused = ask("nonsense", "192.0.2.3").await;
        assert_eq!(refused, Err(PortalError::invalid("email", Problem::NotAnEmail)));
        assert_eq!(ask(" ", "192.0.2.3").await, Err(PortalError::invalid("email", Problem::Required)));
    });
}

#[test]
fn asking_for_links_from_everywhere_is_slowed_down_and_unknown_addresses_leave_no_audit_row() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let audited = async || world.number("SELECT COUNT(*) FROM audit").await;
        let before = audited().await;
        let ask = async |n: i64, now: Timestamp| {
            let caller = Caller { ip: format!("192.0.2.{n}"), ..visitor(now) };
            world.people().forgot(&caller, Forgot { email: format!("nobody{n}@example.com") }).await
        };
        assert_eq!(ask(1, START).await, Ok(()));
        world.execute("UPDATE attempts SET count = 599 WHERE key = 'forgot:everybody'").await;
        assert_eq!(ask(2, START).await, Ok(()));
        for n in 3..30 {
            assert_eq!(ask(n, START).await, Err(PortalError::TooMany { retry_after: 1 }));
        }
        assert_eq!(ask(30, START.plus_seconds(1)).await, Ok(()), "one a second");
        assert_eq!(audited().await, before);
    });
}

#[test]
fn a_reset_link_works_once() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.ask_for_link(OWNER, START).await;
        let mut all = JoinSet::new();
        for n in 0..50 {
            let (people, token) = (world.people(), token.clone());
            let new = format!("{OTHER_PASSWORD} {n}");
            all.spawn(async move {
                let change = ResetPassword { token, password: secret(&new), again: secret(&new) };
                people.reset_password(&visitor(START), change).await
            });
        }
        let answers = all.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let refusals = [Err(dead()), Err(PortalError::Unavailable), Err(PortalError::TooMany { retry_after: 2 })];
        assert!(answers.iter().all(|answer| answer.is_ok() || refusals.contains(answer)), "{answers:?}");
        assert_eq!(world.set_password(&token, PASSWORD, START).await, Err(dead()));
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'password_reset'").await, 2);
    });
}

#[test]
fn looking_at_a_link_spends_nothing() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.ask_for_link(OWNER, START).await;
        for _ in 0..20 {
            assert!(works(&world, &token, START).await);
        }
        // Nor does an invalid password.
        let short = world.set_password(&token, "short", START).await;
        assert_eq!(short, Err(PortalError::invalid("password", Problem::TooShort { min: 15 })));
        world.set_password(&token, OTHER_PASSWORD, START).await.expect("it works still");
        assert!(!works(&world, &token, START).await);
    });
}

#[test]
fn a_link_dies_with_its_hour_and_when_another_one_is_used() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let first = world.ask_for_link(OWNER, START).await;
        assert!(works(&world, &first, START.plus_seconds(3_599)).await);
        assert!(!works(&world, &first, START.plus_seconds(3_600)).await);
        assert_eq!(world.set_password(&first, OTHER_PASSWORD, START.plus_seconds(3_600)).await, Err(dead()));

        let second = world.ask_for_link(OWNER, START.plus_seconds(60)).await;
        world.set_password(&second, OTHER_PASSWORD, START.plus_seconds(60)).await.expect("it works");
        assert_eq!(world.set_password(&first, OTHER_PASSWORD, START.plus_seconds(60)).await, Err(dead()));
        for none in ["", "x", &"0".repeat(64)] {
            assert_eq!(world.set_password(&secret(none), PASSWORD, START).await, Err(dead()), "{none}");
        }
    });
}

#[test]
fn strangers_who_ask_for_links_keep_nobody_s_link_short_lived() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let first = world.ask_for_link(OWNER, START).await;
        for seconds in [0, 0, 0, 0, 1, 3, 7, 15, 31, 63] {
            world.ask_for_link(OWNER, START.plus_seconds(seconds)).await;
        }
        assert!(works(&world, &first, START.plus_seconds(890)).await);
        world.ask_for_link(OWNER, START.plus_seconds(2_000)).await;
        let alive = "SELECT COUNT(*) FROM tokens WHERE used_at IS NULL";
        assert_eq!(world.number(alive).await, 5, "there are few");
        world.set_password(&first, OTHER_PASSWORD, START.plus_seconds(2_000)).await.expect_err("it is the oldest");
    });
}

#[test]
fn a_reset_ends_every_session_and_signs_nobody_in() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.doubt_everybody().await;
        let old = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let token = world.ask_for_link(OWNER, START).await;
        world.set_password(&token, OTHER_PASSWORD, START.plus_seconds(60)).await.expect("it works");
        assert!(world.caller(&old, START.plus_seconds(60)).await.is_none());
        assert_eq!(world.count(Rows::Sessions).await, 0);
        assert_eq!(world.outbox().await[0].subject, "Your password for Portico was changed");
        assert_eq!(world.text("SELECT password_by FROM persons").await, "self");
        let verified = world.number("SELECT verified_at FROM persons").await;
        assert_eq!(verified, START.plus_seconds(60).0, "the mailbox was proved");
        let session = world.sign_in(OWNER, OTHER_PASSWORD, START.plus_seconds(60)).await.expect("the new one");
        assert!(!session.must_change_password);
    });
}

#[test]
fn whoever_has_the_mailbox_does_not_wait_for_somebody_else_s_guesses() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        for n in 0..5 {
            let caller = Caller { ip: format!("203.0.113.{n}"), ..visitor(START) };
            let _ = world.people().sign_in(&caller, credentials(OWNER, "wrong")).await;
        }
        assert!(matches!(world.sign_in(OWNER, PASSWORD, START).await, Err(PortalError::TooMany { .. })));
        let token = world.ask_for_link(OWNER, START).await;
        world.set_password(&token, OTHER_PASSWORD, START).await.expect("it works");
        world.sign_in(OWNER, OTHER_PASSWORD, START).await.expect("at once");
    });
}

#[test]
fn a_new_account_s_owner_gets_a_link_for_seven_days() {
    for_each_database(async |world| {
        let created = world.portal().create_account(&new_account(OWNER), START).await.expect("made");
        let token = token_of(&created.link.expect("a link"));
        assert!(works(&world, &token, START.plus_seconds(7 * 86_400 - 1)).await);
        assert!(!works(&world, &token, START.plus_seconds(7 * 86_400)).await);
        world.set_password(&token, PASSWORD, START.plus_seconds(86_400)).await.expect("it works");

        // Whoever has a password already owns the second account with it.
        let second = world.portal().create_account(&new_account("Owner@Example.com"), START).await.expect("made");
        assert_ne!(second.account, created.account);
        assert_eq!(second.link, None);
        let caller = world.signed_in(OWNER, START).await;
        assert_eq!(world.people().me(&caller).await.expect("who it is").accounts, 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE owner = 'legal' AND rank = 0").await, 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM contact_versions WHERE version = 1").await, 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'account_created'").await, 2);
    });
}
