//! Choosing passwords: changing one's own, forgetting it, and the link that sets a new one.

use crate::support::behind::Rows;
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, World, credentials, for_each_database, new_account, secret, token_of, visitor,
};
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::person::{ChangePassword, Forgot, ResetPassword};
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::text::Secret;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const OWNER: &str = "owner@example.com";

fn dead() -> PortalError {
    PortalError::invalid("token", Problem::LinkDead)
}

async fn change(world: &World, caller: &Caller, from: &str, to: &str) -> Result<NewSession, PortalError> {
    let change = ChangePassword { current: secret(from), password: secret(to), again: secret(to) };
    world.people().change_password(caller, change).await
}

async fn works(world: &World, token: &Secret, now: domain::time::Timestamp) -> bool {
    world.people().reset_link(&visitor(now), token.clone()).await.expect("an answer")
}

#[test]
fn changing_the_password_ends_the_other_sessions() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let link = world.ask_for_link(OWNER, START).await;
        let elsewhere = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let here = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let caller = world.caller(&here, START).await.expect("signed in");

        let later = Caller { now: START.plus_seconds(1), ..caller.clone() };
        let renewed = change(&world, &later, PASSWORD, OTHER_PASSWORD).await.expect("changed");
        assert!(!renewed.must_change_password);
        assert!(world.caller(&elsewhere, START).await.is_none(), "the other session");
        assert!(world.caller(&here, START).await.is_none(), "this one's old token");
        let again = world.caller(&renewed.token, START).await.expect("this one's new token");
        assert_eq!(again.signed_in(), caller.signed_in());
        assert!(!works(&world, &link, START).await, "a link mailed before");
        assert!(world.sign_in(OWNER, PASSWORD, START).await.is_err());
        world.sign_in(OWNER, OTHER_PASSWORD, START).await.expect("the new one");

        let notice = &world.outbox().await[0];
        assert_eq!((notice.to.as_str(), notice.subject.as_str()), (OWNER, "Your password for Portico was changed"));
        assert!(!notice.text.contains(OTHER_PASSWORD), "{}", notice.text);
    });
}

#[test]
fn a_new_password_is_judged_and_the_present_one_is_asked_for() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let caller = world.signed_in(OWNER, START).await;
        let invalid = |field, problem: Problem| Err(PortalError::invalid(field, problem));
        for (to, expected) in [
            ("", invalid("password", Problem::Required)),
            ("short", invalid("password", Problem::TooShort { min: 15 })),
            ("passwordpassword", invalid("password", PersonProblem::GuessablePassword.into())),
            ("OliviaOwner-Olivia", invalid("password", PersonProblem::GuessablePassword.into())),
            (PASSWORD, invalid("password", PersonProblem::GuessablePassword.into())),
        ] {
            assert_eq!(change(&world, &caller, PASSWORD, to).await.map(|_| ()), expected, "{to}");
        }
        let differ = ChangePassword {
            current: secret(PASSWORD),
            password: secret(OTHER_PASSWORD),
            again: secret("something else entirely"),
        };
        let answer = world.people().change_password(&caller, differ).await.map(|_| ());
        assert_eq!(answer, invalid("again", PersonProblem::PasswordsDiffer.into()));
        let answer = change(&world, &caller, "wrong", OTHER_PASSWORD).await.map(|_| ());
        assert_eq!(answer, invalid("current", PersonProblem::WrongPassword.into()));
        let answer = change(&world, &visitor(START), PASSWORD, OTHER_PASSWORD).await.map(|_| ());
        assert_eq!(answer, Err(PortalError::SignInRequired));
        world.sign_in(OWNER, PASSWORD, START).await.expect("nothing was changed");
    });
}

#[test]
fn the_present_password_can_not_be_guessed_by_changing_it() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let caller = world.signed_in(OWNER, START).await;
        for _ in 0..5 {
            let answer = change(&world, &caller, "wrong", OTHER_PASSWORD).await.map(|_| ());
            assert_eq!(answer, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        }
        let answer = change(&world, &caller, PASSWORD, OTHER_PASSWORD).await.map(|_| ());
        assert_eq!(answer, Err(PortalError::TooMany { retry_after: 1 }));
    });
}

#[test]
fn a_borrowed_browser_uses_up_no_tries_but_its_own() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let (borrowed, own) = (world.signed_in(OWNER, START).await, world.signed_in(OWNER, START).await);
        for _ in 0..5 {
            let answer = change(&world, &borrowed, "wrong", OTHER_PASSWORD).await.map(|_| ());
            assert_eq!(answer, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        }
        let answer = change(&world, &borrowed, PASSWORD, OTHER_PASSWORD).await.map(|_| ());
        assert_eq!(answer, Err(PortalError::TooMany { retry_after: 1 }));
        change(&world, &own, PASSWORD, OTHER_PASSWORD).await.expect("in another session");
        assert!(world.sessions().await.len() == 1, "and the borrowed one has ended");
    });
}

#[test]
fn of_changes_at_once_one_is_carried_out() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let caller = world.signed_in(OWNER, START).await;
        let mut changes = JoinSet::new();
        for n in 0..4 {
            let (people, caller) = (world.people(), caller.clone());
            let new = format!("{OTHER_PASSWORD} {n}");
            changes.spawn(async move {
                let change = ChangePassword { current: secret(PASSWORD), password: secret(&new), again: secret(&new) };
                people.change_password(&caller, change).await.is_ok()
            });
        }
        let done = changes.join_all().await;
        assert_eq!(done.iter().filter(|done| **done).count(), 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'password_changed'").await, 1);
    });
}

#[test]
fn a_password_that_somebody_else_set_must_be_changed_first() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.doubt_everybody().await;
        let session = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        assert!(session.must_change_password);
        let caller = world.caller(&session.token, START).await.expect("signed in");
        assert!(world.people().me(&caller).await.expect("who it is").must_change_password);
        assert_eq!(world.people().sessions(&caller).await, Err(PortalError::PasswordChangeRequired));
        let same = change(&world, &caller, PASSWORD, PASSWORD).await.map(|_| ());
        assert_eq!(same, Err(PortalError::invalid("password", PersonProblem::GuessablePassword)));

        let renewed = change(&world, &caller, PASSWORD, OTHER_PASSWORD).await.expect("changed");
        let caller = world.caller(&renewed.token, START).await.expect("signed in");
        assert_eq!(world.people().sessions(&caller).await.expect("listed").len(), 1);
        assert_eq!(world.text("SELECT password_by FROM persons").await, "self");
    });
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

#[test]
fn an_account_with_something_missing_is_not_made() {
    for_each_database(async |world| {
        let nothing = portal::NewAccount {
            name: " ".to_owned(),
            currency: "euro".to_owned(),
            email: "nonsense".to_owned(),
            first_name: String::new(),
            last_name: "a\u{202e}b".to_owned(),
        };
        let Err(PortalError::Invalid { fields }) = world.portal().create_account(&nothing, START).await else {
            panic!("it was made");
        };
        let names: Vec<&str> = fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(names, ["name", "first_name", "last_name", "currency", "email"]);
        assert_eq!(world.count(Rows::Accounts).await, 0);
    });
}
