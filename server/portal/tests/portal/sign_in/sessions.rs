//! Sessions: when they end, and whose they are.

use crate::sign_in::OWNER;
use crate::support::behind::Rows;
use crate::support::{PASSWORD, START, credentials, for_each_database, visitor};
use domain::error::PortalError;
use domain::person::EndSession;

#[test]
fn a_new_sign_in_has_a_new_token_and_ends_the_old_one() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let first = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        let caller = world.caller(&first.token, START).await.expect("signed in");
        let second = world.people().sign_in(&caller, credentials(OWNER, PASSWORD)).await.expect("right");
        assert_ne!(first.token, second.token);
        assert!(world.caller(&first.token, START).await.is_none());
        assert!(world.caller(&second.token, START).await.is_some());
        assert_eq!(world.count(Rows::Sessions).await, 1);
        // Only the hash is kept.
        assert_ne!(world.text("SELECT token_hash FROM sessions").await, second.token.expose());
    });
}

#[test]
fn a_session_ends_when_idle() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let idle = 12 * 3_600;
        let token = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        assert!(world.caller(&token, START.plus_seconds(idle - 1)).await.is_some(), "used in time");
        assert!(world.caller(&token, START.plus_seconds(2 * idle - 2)).await.is_some(), "and again");
        assert!(world.caller(&token, START.plus_seconds(3 * idle - 2)).await.is_none(), "idle for the whole time");
    });
}

#[test]
fn a_session_ends_when_old_however_busy() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let absolute = 14 * 86_400;
        for hours in 1..absolute / 3_600 {
            assert!(world.caller(&token, START.plus_seconds(hours * 3_600)).await.is_some(), "after {hours} hours");
        }
        assert!(world.caller(&token, START.plus_seconds(absolute - 1)).await.is_some());
        assert!(world.caller(&token, START.plus_seconds(absolute)).await.is_none());
    });
}

#[test]
fn when_a_session_was_seen_is_written_once_a_minute() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        for (seconds, seen) in [(30, 0), (59, 0), (60, 60), (119, 60), (120, 120)] {
            assert!(world.caller(&token, START.plus_seconds(seconds)).await.is_some());
            let written = world.number("SELECT seen_at FROM sessions").await;
            assert_eq!(written, START.plus_seconds(seen).0, "after {seconds} seconds");
        }
    });
}

#[test]
fn a_token_that_is_none_is_nobody_s() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let hash = world.text("SELECT token_hash FROM sessions").await;
        for other in ["", "x", &token.expose()[1..], &format!("{}0", token.expose()), &hash, &"0".repeat(64)] {
            let resolved = world.portal().sessions.resolve(other, START).await;
            assert_eq!(resolved, Ok(None), "{other}");
        }
    });
}

#[test]
fn signing_out_ends_the_session() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let token = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let caller = world.caller(&token, START).await.expect("signed in");
        world.people().sign_out(&caller).await.expect("signed out");
        assert!(world.caller(&token, START).await.is_none());
        world.people().sign_out(&caller).await.expect("twice is no error");
        world.people().sign_out(&visitor(START)).await.expect("nor is signing out nobody");
    });
}

#[test]
fn one_ends_one_s_own_sessions_and_nobody_else_s() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.account_of("other@example.com").await;
        let other = world.signed_in("other@example.com", START).await;
        let first = world.signed_in(OWNER, START).await;
        let second = world.signed_in(OWNER, START.plus_seconds(60)).await;
        let people = world.people();

        let rows = people.sessions(&second).await.expect("listed");
        let listed: Vec<_> = rows.iter().map(|row| (row.id, row.current)).collect();
        let [first_id, second_id] = [&first, &second].map(|caller| caller.signed_in().expect("signed in").session);
        assert_eq!(listed, [(second_id, true), (first_id, false)]);

        let refused = people.end_session(&other, EndSession { session: first_id }).await;
        assert_eq!(refused, Err(PortalError::NotFound));
        people.end_session(&second, EndSession { session: first_id }).await.expect("ended");
        assert_eq!(people.sessions(&second).await.expect("listed").len(), 1);
        let again = people.end_session(&second, EndSession { session: first_id }).await;
        assert_eq!(again, Err(PortalError::NotFound));
        assert_eq!(people.sessions(&visitor(START)).await, Err(PortalError::SignInRequired));
    });
}

#[test]
fn whose_session_it_was_is_known_for_a_day() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let sessions = &world.portal().sessions;
        let ended = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let idle = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let caller = world.caller(&ended, START).await.expect("signed in");
        let person = caller.signed_in().map(|signed_in| signed_in.person);
        world.people().sign_out(&caller).await.expect("signed out");
        let over = START.plus_seconds(12 * 3_600);
        for token in [&ended, &idle] {
            assert!(world.caller(token, over).await.is_none());
            assert_eq!(sessions.last_person(token.expose()).await, Ok(person));
        }
        assert_eq!(sessions.last_person(&"0".repeat(64)).await, Ok(None));

        world.sweep(over).await;
        assert_eq!(sessions.last_person(idle.expose()).await, Ok(person));
        world.sweep(over.plus_seconds(86_400)).await;
        for token in [&ended, &idle] {
            assert_eq!(sessions.last_person(token.expose()).await, Ok(None));
        }
    });
}
