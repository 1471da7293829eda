//! Other people's pages while one person floods the portal with work on passwords.

use crate::figure::{Figure, Times, ms, ratio};
use crate::revoking;
use crate::serving::Server;
use crate::world::World;
use import::DEMO_PASSWORD;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 60;
/// Fifty a second, for ten seconds.
const FORMS: u32 = 500;
const PAUSE: Duration = Duration::from_millis(20);
const VIEWS: usize = 500;
/// Repeated, this is one of the passwords that take longest to judge: every character stands for several letters.
const HARD: &str = "4@8({[<6963!1|0$5+7%2";

/// The owner's pages, idle and then while a manager sends forms with a password, each of which the portal may look at.
pub fn figure() -> Figure {
    let world = World::of(revoking::lines(1, "manager"), 1);
    let server = Server::start_with(&world, revoking::LIMITS);
    let cookie = server.sign_in_with("p0@bench.example", DEMO_PASSWORD);
    let page = format!("{}/contacts", server.account);
    for _ in 0..50 {
        server.read(&page, "");
    }
    let mut idle = Times::none();
    for _ in 0..VIEWS {
        idle.add(|| server.read(&page, ""));
    }
    let (begun, refused) = (Instant::now(), AtomicUsize::new(0));
    let mut flooded = Times::none();
    thread::scope(|scope| {
        for first in (0..FORMS).take(CONNECTIONS) {
            let (server, cookie, refused) = (&server, &cookie, &refused);
            scope.spawn(move || {
                for number in (first..FORMS).step_by(CONNECTIONS) {
                    thread::sleep((begun + PAUSE * number).saturating_duration_since(Instant::now()));
                    let status = server.send_password(cookie, number);
                    refused.fetch_add(usize::from(status == 429), Ordering::SeqCst);
                }
            });
        }
        while flooded.count() < VIEWS && begun.elapsed() < PAUSE * FORMS {
            flooded.add(|| server.read(&page, ""));
        }
    });
    let times = ratio(flooded.p99(), idle.p99());
    Figure {
        what: "other people's pages while one person sends 50 forms with a password a second over 60 connections, p99"
            .to_owned(),
        reach: "at most 2 times that of idle",
        measured: format!(
            "{times:.2} times ({}, {} pages; idle {}; {} of {FORMS} forms told to wait)",
            ms(flooded.p99()),
            flooded.count(),
            ms(idle.p99()),
            refused.into_inner()
        ),
        reached: Some(times <= 2.0),
    }
}

impl Server {
    /// Adds a contact with a password, in somebody's name, and gives the status of the answer.
    fn send_password(&self, cookie: &str, number: u32) -> u16 {
        let submission = format!("00000000-0000-7000-8000-{number:012x}");
        let email = format!("flood{number}@bench.example");
        let account = self.account.replace("/a/", "");
        let password = HARD.repeat(5);
        let form = [
            ("acting[account]", account.as_str()),
            ("change[submission]", &submission),
            ("change[first_name]", "F"),
            ("change[last_name]", "Flood"),
            ("change[email]", &email),
            ("change[login]", "true"),
            ("change[password]", &password),
        ];
        self.post_as(cookie, "/fn/contacts/save", form)
    }
}
