//! The limits of signing in: who waits after wrong passwords, and who does not.

use crate::sign_in::{OWNER, wrong};
use crate::support::behind::Rows;
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, credentials, for_each_database, secret, visitor};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::text::Secret;
use tokio::task::JoinSet;

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
fn browsers_known_before_a_new_password_are_like_any_other_after_it() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let mut old = Vec::new();
        for _ in 0..3 {
            old.push(world.sign_in(OWNER, PASSWORD, START).await.expect("right").device);
        }
        let link = world.ask_for_link(OWNER, START).await;
        world.set_password(&link, OTHER_PASSWORD, START).await.expect("set");
        world.forget_mails().await;
        let from = |device: &Option<Secret>| Caller { device: device.clone(), ..visitor(START) };
        let guesses = old.iter().cycle().take(30).map(|device| (from(device), OWNER.to_owned()));
        assert_eq!(looked_at(&world, guesses).await, 5, "limited together");
        let later = Caller { now: START.plus_seconds(1), ..from(&old[0]) };
        let again = world.people().sign_in(&later, credentials(OWNER, OTHER_PASSWORD)).await.expect("right");
        assert_ne!(again.device, old[0], "it gets another token");
        let subjects: Vec<String> = world.outbox().await.into_iter().map(|mail| mail.subject).collect();
        assert_eq!(subjects, ["New sign-in to Portico"]);
    });
}

#[test]
fn the_known_browsers_of_a_person_have_a_hundred_tries_a_day_together() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let known = async || world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        let (one, another) = (known().await, known().await);
        let people = world.people();
        let try_with = async |device: &Option<Secret>, password: &str| {
            let from = Caller { device: device.clone(), ..visitor(START) };
            people.sign_in(&from, credentials(OWNER, password)).await.map(|_| ())
        };
        assert_eq!(try_with(&one, "wrong").await, Err(wrong()));
        world.execute("UPDATE attempts SET count = 98 WHERE key LIKE 'sign_in:devices:%'").await;
        try_with(&another, PASSWORD).await.expect("right, and says nothing of the others");
        assert_eq!(try_with(&one, "wrong").await, Err(wrong()));
        assert_eq!(try_with(&another, "wrong").await, Err(wrong()), "the hundredth");
        for device in [&one, &another] {
            assert_eq!(try_with(device, PASSWORD).await, Err(PortalError::TooMany { retry_after: 1 }));
        }
        try_with(&None, PASSWORD).await.expect("the others have their own");
    });
}

#[test]
fn a_person_has_twenty_known_browsers_and_one_more_forgets_the_oldest() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let mut devices = Vec::new();
        for n in 0..21 {
            devices.push(world.sign_in(OWNER, PASSWORD, START.plus_seconds(n)).await.expect("right").device);
        }
        assert_eq!(world.count(Rows::Devices).await, 20);
        let now = START.plus_seconds(21);
        for _ in 0..5 {
            world.sign_in(OWNER, "wrong", now).await.expect_err("wrong");
        }
        let people = world.people();
        let from = |device: &Option<Secret>| Caller { device: device.clone(), ..visitor(now) };
        let oldest = people.sign_in(&from(&devices[0]), credentials(OWNER, PASSWORD)).await.map(|_| ());
        assert_eq!(oldest, Err(PortalError::TooMany { retry_after: 1 }));
        for device in [&devices[1], &devices[20]] {
            people.sign_in(&from(device), credentials(OWNER, PASSWORD)).await.expect("it is known");
        }
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
