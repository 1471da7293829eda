//! Choosing passwords: changing one's own, forgetting it, and the link that sets a new one.

mod links;

use crate::support::behind::Rows;
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, credentials, for_each_database, secret, visitor};
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::person::ChangePassword;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::text::Secret;
use tokio::task::JoinSet;

const OWNER: &str = "owner@example.com";

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
fn changing_the_password_forgets_every_browser_but_the_present_one() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let elsewhere = world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        let here = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        let signed_in = world.caller(&here.token, START).await.expect("signed in");
        let caller = Caller { device: here.device.clone(), ..signed_in };
        change(&world, &caller, PASSWORD, OTHER_PASSWORD).await.expect("changed");
        world.forget_mails().await;
        for (device, told) in [(here.device, 0), (elsewhere, 1)] {
            let from = Caller { device, ..visitor(START) };
            world.people().sign_in(&from, credentials(OWNER, OTHER_PASSWORD)).await.expect("right");
            assert_eq!(world.count(Rows::Mails).await, told);
        }
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
