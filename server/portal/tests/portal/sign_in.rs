//! Signing in, its limits, and what becomes of sessions.

use crate::support::behind::Rows;
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, World, credentials, for_each_database, for_each_database_with, secret, visitor,
};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::person::EndSession;
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

/// Tries many sign-ins at once; how many were looked at, be they right or wrong.
async fn looked_at(world: &World, tries: impl Iterator<Item = (Caller, String)>) -> usize {
    let mut all = JoinSet::new();
    for (caller, email) in tries {
        let people = world.people();
        all.spawn(async move { people.sign_in(&caller, credentials(&email, "wrong")).await });
    }
    let answers = all.join_all().await;
    answers.iter().filter(|answer| !matches!(answer, Err(PortalError::TooMany { .. }))).count()
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
fn two_hundred_parallel_wrong_attempts_never_exceed_the_limit() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        // On one address, from everywhere.
        let from_everywhere =
            (0..200).map(|n| (Caller { ip: format!("198.51.100.{n}"), ..visitor(START) }, OWNER.to_owned()));
        assert_eq!(looked_at(&world, from_everywhere).await, 5);
        // On every address, from one place.
        let on_everybody = (0..200).map(|n| {
            let ip = format!("2001:db8:1:2::{n:x}");
            (Caller { ip, ..visitor(START) }, format!("somebody-{n}@example.com"))
        });
        assert_eq!(looked_at(&world, on_everybody).await, 20);
    });
}

#[test]
fn no_spelling_evades_the_limit() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        for (n, email) in ["OWNER@example.com", " owner@Example.com", "owner@example.com.", "Owner@EXAMPLE.COM ", OWNER]
            .into_iter()
            .enumerate()
        {
            let caller = Caller { ip: format!("203.0.113.{n}"), ..visitor(START) };
            let answer = world.people().sign_in(&caller, credentials(email, "wrong")).await;
            assert_eq!(answer.map(|_| ()), Err(wrong()), "{email}");
        }
        let refused = world.sign_in(OWNER, PASSWORD, START).await.map(|_| ());
        assert_eq!(refused, Err(PortalError::TooMany { retry_after: 1 }), "even with the right password");
    });
}

#[test]
fn the_wait_doubles_and_a_restart_resets_nothing() {
    for_each_database(async |mut world| {
        world.account_of(OWNER).await;
        let mut now = START;
        let mut place = 0;
        // Each from another place: it is the address that is limited.
        let mut try_with = async |world: &World, password: &str, now| {
            place += 1;
            let caller = Caller { ip: format!("198.51.100.{place}"), ..visitor(now) };
            world.people().sign_in(&caller, credentials(OWNER, password)).await.map(|_| ())
        };
        for _ in 0..4 {
            assert_eq!(try_with(&world, "wrong", now).await, Err(wrong()));
        }
        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024] {
            assert_eq!(try_with(&world, "wrong", now).await, Err(wrong()), "before {wait}");
            world.restart(|_| {}).await;
            let refused = try_with(&world, PASSWORD, now).await;
            assert_eq!(refused, Err(PortalError::TooMany { retry_after: wait }));
            let nearly = now.plus_seconds(i64::from(wait) - 1);
            assert_eq!(try_with(&world, PASSWORD, nearly).await, Err(PortalError::TooMany { retry_after: 1 }));
            now = now.plus_seconds(i64::from(wait));
        }
        // The right password at last: all is forgotten.
        try_with(&world, PASSWORD, now).await.expect("right");
        for _ in 0..5 {
            assert_eq!(try_with(&world, "wrong", now).await, Err(wrong()));
        }
    });
}

#[test]
fn a_clock_that_is_behind_waits_for_no_try_of_another() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let ahead = START.plus_seconds(60);
        assert_eq!(world.sign_in(OWNER, "wrong", ahead).await.map(|_| ()), Err(wrong()));
        assert_eq!(world.sign_in(OWNER, "wrong", START).await.map(|_| ()), Err(wrong()), "it is looked at");
        // One that was right is taken back, and leaves no time behind either.
        world.sign_in(OWNER, PASSWORD, ahead).await.expect("right");
        world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        let waits = "SELECT COUNT(*) FROM attempts WHERE key LIKE 'sign_in:%' AND blocked_until <> 0";
        assert_eq!(world.number(waits).await, 0);
    });
}

#[test]
fn one_s_own_sign_ins_do_not_hide_guesses_from_the_same_place() {
    for_each_database(async |world| {
        world.account_of("attacker@example.com").await;
        let mut guesses = 0;
        for n in 0..60 {
            let own = world.sign_in("attacker@example.com", PASSWORD, START).await;
            let guess = world.sign_in(&format!("victim-{n}@example.com"), "wrong", START).await.map(|_| ());
            if guess == Err(wrong()) {
                guesses += 1;
            } else {
                assert!(own.is_err() || guesses == 20);
            }
        }
        assert_eq!(guesses, 20);
    });
}

#[test]
fn many_who_sign_in_from_one_place_are_not_in_each_other_s_way() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        for _ in 0..40 {
            world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        }
    });
}

#[test]
fn somebody_on_a_known_device_is_not_locked_out_by_others() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        world.account_of("attacker@example.com").await;
        let from = |device: &Option<Secret>| Caller { device: device.clone(), ..visitor(START) };
        let known = world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        let other = world.sign_in("attacker@example.com", PASSWORD, START).await.expect("right").device;
        let flood = (0..250).map(|n| (Caller { ip: format!("198.51.100.{n}"), ..visitor(START) }, OWNER.to_owned()));
        assert_eq!(looked_at(&world, flood).await, 5);

        let people = world.people();
        let locked_out = Err(PortalError::TooMany { retry_after: 1 });
        for device in [None, other, Some(secret("0"))] {
            let answer = people.sign_in(&from(&device), credentials(OWNER, PASSWORD)).await;
            assert_eq!(answer.map(|_| ()), locked_out, "only the person's own device");
        }
        let again = people.sign_in(&from(&known), credentials(OWNER, PASSWORD)).await.expect("the device is known");
        assert_eq!(again.device, known);
        // The flood is still held up, and guesses on the device are too.
        assert_eq!(world.sign_in(OWNER, PASSWORD, START).await.map(|_| ()), locked_out);
        for _ in 0..5 {
            let guess = people.sign_in(&from(&known), credentials(OWNER, "wrong")).await;
            assert_eq!(guess.map(|_| ()), Err(wrong()));
        }
        assert_eq!(people.sign_in(&from(&known), credentials(OWNER, PASSWORD)).await.map(|_| ()), locked_out);
        // Nothing is known for ever.
        let late = START.plus_seconds(180 * 86_400);
        for _ in 0..5 {
            assert_eq!(world.sign_in(OWNER, "wrong", late).await.map(|_| ()), Err(wrong()));
        }
        let unused = Caller { now: late, ..from(&known) };
        assert_eq!(people.sign_in(&unused, credentials(OWNER, PASSWORD)).await.map(|_| ()), locked_out);
    });
}

#[test]
fn guesses_from_everywhere_on_everybody_are_slowed_down() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let device = world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        world.execute("UPDATE attempts SET count = 599 WHERE key = 'sign_in:everybody'").await;
        assert_eq!(world.sign_in("nobody@example.com", "wrong", START).await.map(|_| ()), Err(wrong()));
        let refused = Err(PortalError::TooMany { retry_after: 1 });
        for _ in 0..30 {
            assert_eq!(world.sign_in(OWNER, PASSWORD, START).await.map(|_| ()), refused);
        }
        let known = Caller { device, ..visitor(START) };
        world.people().sign_in(&known, credentials(OWNER, PASSWORD)).await.expect("the device is known");
        // One a second, and what was refused counts against nobody.
        world.sign_in(OWNER, PASSWORD, START.plus_seconds(1)).await.expect("right");
        let later = START.plus_seconds(2);
        assert_eq!(world.sign_in("nobody@example.com", "wrong", later).await.map(|_| ()), Err(wrong()));
        assert_eq!(world.sign_in(OWNER, PASSWORD, later).await.map(|_| ()), refused);
        let minute = START.plus_seconds(60);
        for _ in 0..3 {
            world.sign_in(OWNER, PASSWORD, minute).await.expect("a new minute");
        }
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
