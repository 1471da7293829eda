//! The worker: of several one does the work, and it wakes for what is new.

use crate::mail::{deliver, files, with_a_mail};
use crate::support::{START, World, for_each_database, visitor};
use domain::person::Forgot;
use portal::Opened;
use std::time::{Duration, Instant};

/// Six mails written one after another take less. By itself the worker looks once a second, and would take six.
const PATIENCE: Duration = Duration::from_secs(4);

#[test]
fn of_workers_at_once_one_sends_a_mail() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        let mut workers = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let jobs = world.portal().jobs.clone();
            workers.spawn(async move { jobs.run_due(START).await.expect("the database answers").mails });
        }
        assert_eq!(workers.join_all().await.iter().sum::<usize>(), 1);
        assert_eq!(world.number("SELECT attempts FROM outbox").await, 1);
    });
}

#[test]
fn sweeping_recurs_every_hour_and_one_of_several_nodes_does_it() {
    for_each_database(async |world| {
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let jobs = world.portal().jobs.clone();
        let worker = tokio::spawn(async move { jobs.run(|| START, async { stopped.await.unwrap_or_default() }).await });
        let due = world.until("SELECT due_at FROM jobs WHERE name = 'sweep' AND due_at > created_at").await;
        stop.send(()).expect("it listens");
        worker.await.expect("it ends");
        let next = START.plus_seconds(3_600);
        assert_eq!(due, next.0);
        let other = world.another().await;
        let done = async |portal: &Opened, now| portal.jobs.run_due(now).await.expect("the database answers").jobs;
        assert_eq!(done(&other, next.plus_seconds(-1)).await, 0);
        let (one, two) = tokio::join!(done(world.portal(), next), done(&other, next));
        assert_eq!(one + two, 1);
        other.close().await;
    });
}

#[test]
fn a_lease_that_ran_out_is_taken_up_again() {
    for_each_database(async |world| {
        with_a_mail(&world).await;
        // As if a worker had fallen over after leasing it.
        world.execute("UPDATE outbox SET leased_until = due_at + 300000, attempts = 1").await;
        assert_eq!(deliver(&world, START.plus_seconds(299)).await, 0);
        assert_eq!(deliver(&world, START.plus_seconds(300)).await, 1);
    });
}

/// How many mails were sent; a file has another ending while it is written.
fn sent(world: &World) -> usize {
    files(world).iter().filter(|file| file.extension().is_some_and(|end| end == "eml")).count()
}

#[test]
fn the_worker_wakes_when_a_mail_is_written_and_stops_when_told() {
    for_each_database(async |world| {
        let owners: Vec<String> = (0..6).map(|number| format!("owner{number}@example.com")).collect();
        for owner in &owners {
            world.account_of(owner).await;
        }
        world.forget_mails().await;
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let jobs = world.portal().jobs.clone();
        let worker = tokio::spawn(async move {
            jobs.run(|| START, async {
                let _ = stopped.await;
            })
            .await;
        });
        let begun = Instant::now();
        for (before, owner) in owners.iter().enumerate() {
            world.people().forgot(&visitor(START), Forgot { email: owner.clone() }).await.expect("asked");
            while sent(&world) == before {
                assert!(begun.elapsed() < PATIENCE, "the worker sleeps after {before} mails");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        assert_eq!(sent(&world), owners.len());
        stop.send(()).expect("it listens");
        worker.await.expect("it ends");
    });
}
