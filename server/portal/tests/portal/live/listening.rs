//! Listening: what open tabs hear, across processes and by the clock, and what nobody learns from it.

use crate::live::{about, position, signed_in, since};
use crate::support::contacts::{account, colleague, on, run_command, with_login};
use crate::support::{PASSWORD, START, World, for_each_database};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::ContactVerb;
use domain::error::PortalError;
use domain::id::PersonId;
use domain::live::Listening;
use domain::live::{News, Position, Reached};
use domain::role::Role;
use domain::time::Timestamp;
use portal::Opened;
use std::future::pending;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Longer than any of these should take, even on a busy machine.
const SOON: Duration = Duration::from_secs(30);

/// Hands on what is told, but only when something rings.
fn running(portal: &Opened) -> JoinHandle<()> {
    let mut feed = portal.feed.clone();
    feed.at_least = Duration::from_hours(1);
    tokio::spawn(async move { feed.run(pending()).await })
}

async fn listening(portal: &Opened, who: &Caller, after: Position) -> Box<dyn Listening> {
    portal.ports.live.listen(signed_in(who), after).await.expect("the database answers")
}

async fn heard(ear: &mut Box<dyn Listening>) -> News {
    timeout(SOON, ear.next()).await.expect("it is heard")
}

#[test]
fn listening_keeps_no_session_from_ending_when_idle() {
    for_each_database(async |world| {
        world.account_of("owner@example.com").await;
        let token = world.sign_in("owner@example.com", PASSWORD, START).await.expect("the password is right").token;
        let sessions = &world.portal().sessions;
        let hours = |hours: i64| START.plus_seconds(hours * 3_600);
        for hour in 1..12 {
            assert!(sessions.look(token.expose(), hours(hour)).await.expect("it answers").is_some());
        }
        assert!(sessions.look(token.expose(), hours(12)).await.expect("it answers").is_none());
        assert!(sessions.look("no token", START).await.expect("it answers").is_none());
    });
}

#[test]
fn whoever_listens_hears_it_at_once_and_what_came_before_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = position(&world, &ben).await;
        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("the owner may");
        let feed = running(world.portal());
        let mut ear = listening(world.portal(), &ben, before).await;
        // Where the feed has only just begun to listen it says that anything may have changed.
        let first = heard(&mut ear).await;
        assert!(first.everything || about(acting.account, &first));
        run_command(&world, &owner, acting, id, ContactVerb::Reactivate).await.expect("the owner may");
        let last = position(&world, &ben).await;
        // What was missed may be heard twice.
        while heard(&mut ear).await.position < last {}
        feed.abort();
    });
}

#[test]
fn a_change_in_one_process_is_heard_in_another() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let elsewhere = world.another().await;
        let feeds = [running(world.portal()), running(&elsewhere)];
        let again = world.signed_in("ben@example.com", START).await;
        let after = position(&world, &ben).await;
        let mut here = listening(world.portal(), &ben, after).await;
        let mut there = listening(&elsewhere, &again, after).await;
        for to in [ContactVerb::Suspend, ContactVerb::Reactivate, ContactVerb::Suspend, ContactVerb::Reactivate] {
            run_command(&world, &owner, acting, id, to).await.expect("the owner may");
            assert!(about(acting.account, &heard(&mut there).await), "{to:?} elsewhere");
            assert!(about(acting.account, &heard(&mut here).await), "{to:?} here");
        }
        for feed in feeds {
            feed.abort();
        }
        elsewhere.close().await;
    });
}

#[test]
fn whoever_takes_something_away_learns_how_many_open_sessions_heard_of_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let elsewhere = world.another().await;
        let feeds = [running(world.portal()), running(&elsewhere)];
        let again = world.signed_in("ben@example.com", START).await;
        let after = position(&world, &ben).await;
        // Two tabs of one session here, and another session there.
        let _here = [listening(world.portal(), &ben, after).await, listening(world.portal(), &ben, after).await];
        let mut there = listening(&elsewhere, &again, after).await;
        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("the owner may");
        heard(&mut there).await;
        let two = Reached { sessions: 2, consoles: 0 };
        let told = async |portal: &Opened| portal.ports.live.sessions_reached(&owner, acting, id).await;
        // Each waits for its own; what the other one says may come a moment later.
        let both = timeout(SOON, async {
            while told(&elsewhere).await != Ok(two) {
                tokio::task::yield_now().await;
            }
        });
        both.await.expect("both say so");
        assert_eq!(told(world.portal()).await, Ok(two));
        let later = Caller { now: START.plus_seconds(61), ..owner.clone() };
        assert_eq!(world.portal().ports.live.sessions_reached(&later, acting, id).await, Ok(Reached::default()));
        assert_eq!(world.portal().ports.live.sessions_reached(&again, acting, id).await, Err(PortalError::NotFound));
        for feed in feeds {
            feed.abort();
        }
        elsewhere.close().await;
    });
}

#[test]
fn on_postgresql_a_lost_connection_loses_nothing() {
    for_each_database(async |world| {
        if !world.is_postgres() {
            return;
        }
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let elsewhere = world.another().await;
        let mut feed = elsewhere.feed.clone();
        feed.at_least = Duration::from_millis(50);
        let feed = tokio::spawn(async move { feed.run(pending()).await });
        let mut ear = listening(&elsewhere, &ben, position(&world, &ben).await).await;
        for to in [ContactVerb::Suspend, ContactVerb::Reactivate, ContactVerb::Suspend] {
            world
                .execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                     WHERE datname = current_database() AND query LIKE 'LISTEN%'",
                )
                .await;
            run_command(&world, &owner, acting, id, to).await.expect("the owner may");
            assert!(about(acting.account, &heard(&mut ear).await), "{to:?}");
        }
        feed.abort();
        elsewhere.close().await;
    });
}

#[test]
fn what_was_swept_away_is_told_as_everything() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = position(&world, &ben).await;
        for to in [ContactVerb::Suspend, ContactVerb::Reactivate] {
            run_command(&world, &owner, acting, id, to).await.expect("the owner may");
        }
        let head = position(&world, &ben).await;
        world.sweep(START.plus_seconds(3_601)).await;
        assert!(since(&world, &ben, before).await.everything);
        assert!(about(acting.account, &since(&world, &ben, Position(head.0 - 1)).await));
        assert!(since(&world, &ben, head).await.is_empty());
        // The numbers go on where they were.
        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("the owner may");
        assert_eq!(position(&world, &ben).await, Position(head.0 + 1));
        assert!(about(acting.account, &since(&world, &ben, head).await));
        // Of a database that was put back.
        assert!(since(&world, &ben, Position(head.0 + 2)).await.everything);
        world.execute("DELETE FROM live_events").await;
        assert!(since(&world, &ben, head).await.everything);
    });
}

#[test]
fn nobody_s_position_says_how_much_others_change() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        world.account_of("otto@elsewhere.example").await;
        let otto = world.signed_in("otto@elsewhere.example", START).await;
        let before = position(&world, &otto).await;
        for (changes, to) in (1..).zip([ContactVerb::Suspend, ContactVerb::Reactivate, ContactVerb::Suspend]) {
            run_command(&world, &owner, acting, id, to).await.expect("the owner may");
            assert_eq!(position(&world, &otto).await, Position(before.0 + changes - 1));
            assert_eq!(since(&world, &otto, before).await.position, Position(before.0 + changes - 1));
            // A change of one's own counts as one, whatever others did meanwhile.
            let again = world.signed_in("otto@elsewhere.example", START).await;
            world.people().sign_out(&again).await.expect("it ends");
            assert_eq!(position(&world, &otto).await, Position(before.0 + changes));
        }
    });
}

#[test]
fn what_begins_and_ends_by_the_clock_is_told_when_it_does() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[Role::Billing])).await;
        let person = signed_in(&ben).person;
        let (ends, begins) = (START.plus_seconds(100), START.plus_seconds(60));
        assert_eq!(clock(&world, person, START, ends).await, (false, None));
        set_ends(&world, ends).await;
        assert_eq!(clock(&world, person, START, START).await, (false, Some(ends)));
        world.execute("UPDATE grants SET starts_at = 1767225660000, ends_at = 1767225690000").await;
        assert_eq!(clock(&world, person, START, START).await, (false, Some(begins)));
        assert_eq!(clock(&world, person, START, begins).await, (true, Some(START.plus_seconds(90))));
        assert_eq!(clock(&world, person, begins, START.plus_seconds(90)).await, (true, Some(ends)));
        // Until then, and not at that instant any more.
        let at = |now| Caller { now, ..ben.clone() };
        let open = async |now| world.portal().ports.accounts.open(&at(now), acting).await.map(|_| ());
        assert_eq!(open(Timestamp(ends.0 - 1)).await, Ok(()));
        assert_eq!(open(ends).await, Err(PortalError::NotFound));
        assert_eq!(clock(&world, person, START.plus_seconds(90), ends).await, (true, None));
        assert_eq!(clock(&world, person, ends, ends.plus_seconds(9)).await, (false, None));
    });
}

/// Whether something happened on an account, and when something will next.
async fn clock(world: &World, person: PersonId, since: Timestamp, now: Timestamp) -> (bool, Option<Timestamp>) {
    let live = &world.portal().ports.live;
    let clock = live.by_the_clock(person, since, now).await.expect("the database answers");
    (!clock.accounts.is_empty(), clock.next)
}

async fn set_ends(world: &World, ends: Timestamp) {
    assert_eq!(ends, Timestamp(1_767_225_700_000));
    world.execute("UPDATE contacts SET ends_at = 1767225700000 WHERE owner IS NULL").await;
}

#[test]
fn an_account_is_told_of_by_its_id_and_nothing_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = position(&world, &ben).await;
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("the owner may");
        let told = serde_json::to_string(&since(&world, &ben, before).await).expect("it is written");
        let Acting { account, .. } = on(acting.account);
        let position = position(&world, &ben).await.0;
        assert_eq!(
            told,
            format!(r#"{{"position":{position},"everything":false,"accounts":["{account}"],"access":true}}"#)
        );
    });
}
