//! A mail server with every fault that mail servers have: nothing is lost, nothing goes twice but what it had taken
//! without saying so, and nobody waits for it.

mod server;

use crate::smtp::server::{Conduct, Got, Server};
use crate::support::contacts::{account, form};
use crate::support::{START, World, for_each_database, for_each_database_with, secret};
use domain::contact::SaveContact;
use domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

async fn deliver(world: &World, now: Timestamp) -> usize {
    world.portal().jobs.run_due(now).await.expect("the database answers").mails
}

/// Adds so many contacts, each of whom is told by mail.
async fn told(world: &World, count: usize) -> BTreeSet<String> {
    let (acting, owner) = account(world).await;
    world.forget_mails().await;
    let mut addresses = BTreeSet::new();
    for number in 0..count {
        let address = format!("n{number}@example.com");
        let change = SaveContact { notify: true, ..form(&format!("N{number}"), &address) };
        world.portal().ports.contacts.save(&owner, acting, change).await.expect("added");
        addresses.insert(address);
    }
    addresses
}

fn patient_for_a_second(world: &mut portal::Config, url: &str) {
    world.mail.smtp_url = Some(secret(url));
    world.mail.timeout_seconds = 1;
}

#[test]
fn whatever_the_mail_server_does_nothing_is_lost_and_nothing_doubled_but_what_it_took_silently() {
    const MAILS: usize = 20;
    for fault in
        [Conduct::PutOff, Conduct::TooBusy, Conduct::BreakBeforeTheEnd, Conduct::BreakAfterTheEnd, Conduct::Hang]
    {
        for_each_database(async |mut world| {
            // Every other mail meets the fault, but for hanging, each of which costs all the patience.
            let every_other = |n| if n % 2 == 0 { fault } else { Conduct::Take };
            let plan: Vec<Conduct> = if fault == Conduct::Hang {
                vec![Conduct::Take, Conduct::Hang]
            } else {
                (0..MAILS).map(every_other).collect()
            };
            let faults = plan.iter().filter(|conduct| **conduct == fault).count();
            let server = Server::start(&plan);
            world.restart(|config| patient_for_a_second(config, &server.url)).await;
            let addresses = told(&world, MAILS).await;
            assert_eq!(deliver(&world, START).await, MAILS - faults, "{fault:?}");
            assert_eq!(deliver(&world, START.plus_seconds(59)).await, 0, "{fault:?}: too soon");
            assert_eq!(deliver(&world, START.plus_seconds(60)).await, faults, "{fault:?}");
            assert_eq!(deliver(&world, START.plus_seconds(100_000)).await, 0, "{fault:?}: once is enough");
            let mut mails: BTreeMap<String, Vec<Got>> = BTreeMap::new();
            for got in server.got() {
                mails.entry(got.to.clone()).or_default().push(got);
            }
            assert_eq!(mails.keys().cloned().collect::<BTreeSet<_>>(), addresses, "{fault:?}: nothing is lost");
            let doubled = mails.values().filter(|got| got.len() > 1).count();
            assert_eq!(doubled, if fault == Conduct::BreakAfterTheEnd { faults } else { 0 }, "{fault:?}");
            for got in mails.values() {
                assert_eq!(got.iter().filter(|got| got.acknowledged).count(), 1, "{fault:?}: {got:?}");
                assert!(got.iter().all(|other| other.message_id == got[0].message_id), "{fault:?}: {got:?}");
            }
            assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").await, 0, "{fault:?}");
        });
    }
}

#[test]
fn a_mail_refused_for_good_is_kept_and_not_tried_again() {
    for_each_database(async |mut world| {
        let server = Server::start(&[Conduct::RefuseRecipient]);
        world.restart(|config| config.mail.smtp_url = Some(secret(&server.url))).await;
        told(&world, 2).await;
        assert_eq!(deliver(&world, START).await, 1, "the other one goes out");
        assert_eq!(deliver(&world, START.plus_seconds(100_000)).await, 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE dead_at > 0 AND attempts = 1").await, 1);
        let kept = world.text("SELECT text_body FROM outbox WHERE dead_at > 0").await;
        assert!(kept.contains("added you to the account"), "{kept}");
        assert!(world.why_a_mail_failed().await.contains("550"));
        world.execute("UPDATE outbox SET dead_at = NULL, due_at = 0, attempts = 0").await;
        assert_eq!(deliver(&world, START.plus_seconds(100_001)).await, 1, "as the operator was told to revive it");
    });
}

#[test]
fn nobody_waits_for_a_mail_server_that_hangs() {
    for_each_database_with(
        |_| {},
        async |mut world| {
            let server = Server::start(&[Conduct::Hang]);
            world.restart(|config| config.mail.smtp_url = Some(secret(&server.url))).await;
            let (acting, owner) = account(&world).await;
            world.forget_mails().await;
            let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
            let jobs = world.portal().jobs.clone();
            let worker = tokio::spawn(async move {
                jobs.run(|| START, async { stopped.await.unwrap_or_default() }).await;
            });
            let contacts = &world.portal().ports.contacts;
            let add = async |name: &str| {
                let change = SaveContact { notify: true, ..form(name, &format!("{name}@example.com")) };
                contacts.save(&owner, acting, change).await.expect("added");
            };
            add("first").await;
            let server = tokio::task::spawn_blocking(move || {
                server.hanging.recv().expect("it hangs");
                server
            });
            let server = server.await.expect("it hangs");
            // The worker is in the middle of the first mail, and stays there until it is released below.
            for name in ["second", "third", "fourth"] {
                add(name).await;
            }
            assert_eq!(server.got(), [], "the requests were answered before any mail went out");
            assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").await, 4);
            server.release.send(()).expect("it hangs");
            let mails = tokio::task::spawn_blocking(move || {
                (0..4).map(|_| server.got.recv().expect("a mail").to).collect::<BTreeSet<_>>()
            });
            assert_eq!(mails.await.expect("they come").len(), 4);
            stop.send(()).expect("it listens");
            worker.await.expect("it ends");
        },
    );
}

#[test]
fn mails_wait_while_the_portal_s_own_password_is_refused() {
    for_each_database(async |mut world| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let say = |text: &str| (&stream).write_all(text.as_bytes()).unwrap_or_default();
                say("220 test\r\n");
                for line in BufReader::new(&stream).lines().map_while(Result::ok) {
                    say(match line.get(..4).unwrap_or_default() {
                        "EHLO" => "250-test\r\n250 AUTH PLAIN\r\n",
                        "AUTH" => "535 wrong password\r\n",
                        _ => "250 ok\r\n",
                    });
                }
            }
        });
        world.restart(|config| config.mail.smtp_url = Some(secret(&format!("smtp://portal:old@{address}")))).await;
        told(&world, 1).await;
        assert_eq!(deliver(&world, START).await, 0);
        let server = Server::start(&[]);
        world.restart(|config| config.mail.smtp_url = Some(secret(&server.url))).await;
        assert_eq!(deliver(&world, START.plus_seconds(60)).await, 1, "once it is set right");
    });
}

#[test]
fn however_long_the_mails_before_it_took_a_mail_is_one_worker_s() {
    for_each_database(async |mut world| {
        // Ten mails are leased at once: the eleventh is leased when they are out.
        let plan = [vec![Conduct::Take; 10], vec![Conduct::Hang]].concat();
        let server = Server::start(&plan);
        world.restart(|config| config.mail.smtp_url = Some(secret(&server.url))).await;
        told(&world, 11).await;
        let seconds = Arc::new(AtomicI64::new(0));
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (jobs, clock) = (world.portal().jobs.clone(), Arc::clone(&seconds));
        let slow = tokio::spawn(async move {
            let time = || START.plus_seconds(clock.fetch_add(20, Ordering::SeqCst));
            jobs.run(time, async { stopped.await.unwrap_or_default() }).await;
        });
        let server = tokio::task::spawn_blocking(move || {
            server.hanging.recv().expect("it hangs");
            server
        });
        let server = server.await.expect("it hangs");
        let now = START.plus_seconds(seconds.load(Ordering::SeqCst));
        assert!(now > START.plus_seconds(300), "longer than a lease");
        assert_eq!(deliver(&world, now).await, 0, "another worker leaves it alone");
        server.release.send(()).expect("it hangs");
        stop.send(()).expect("it listens");
        slow.await.expect("it ends");
        let mut to: Vec<String> = server.got().into_iter().map(|got| got.to).collect();
        to.sort();
        to.dedup();
        assert_eq!((to.len(), world.number("SELECT COUNT(*) FROM outbox WHERE attempts = 1").await), (11, 11));
    });
}

#[test]
fn a_mail_server_without_tls_gets_nothing_where_tls_is_required() {
    for_each_database(async |mut world| {
        let server = Server::start(&[]);
        world.restart(|config| config.mail.smtp_url = Some(secret(&format!("{}?tls=required", server.url)))).await;
        told(&world, 1).await;
        assert_eq!(deliver(&world, START).await, 0);
        assert!(server.got().is_empty());
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL").await, 1);
    });
}
