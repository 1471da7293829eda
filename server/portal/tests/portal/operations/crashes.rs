//! Dying and hanging: at whatever moment the process ends, the next one only asks, and nobody else is held up.

use super::puppet::{Call, Say};
use super::{RUNNING, Stage, work};
use crate::support::{START, for_each_database, visitor};
use domain::operation::Operation;
use domain::operations::OperationStatus;
use domain::ordered::{FailureReason, OperationVerb};
use domain::person::Forgot;
use domain::provisioning::Progress;
use std::time::Duration;

/// After which time a lease of a process that died has run out.
const AFTER: i64 = 61;

#[test]
fn after_a_crash_while_the_driver_is_called_it_is_only_asked() {
    for (answer, outcome) in [
        (Progress::Done, OperationStatus::Done),
        (Progress::Unknown { cause: "?".to_owned() }, OperationStatus::Unknown),
    ] {
        for_each_database(async |mut world| {
            let stage = Stage::set(&mut world, &[Operation::Power]).await;
            stage.puppet.carries_out([Say::Hang]);
            stage.puppet.answers([Say::from(answer.clone())]);
            let order = stage.order(&world, OperationVerb::Start).await.expect("they may");
            let jobs = world.portal().jobs.clone();
            let worker = tokio::spawn(async move { jobs.run_due(START).await });
            stage.puppet.called.notified().await;
            worker.abort();
            let running = stage.page(&world, START).await.open.expect("it was noted before").status;
            assert_eq!(running, OperationStatus::Running { percent: None });
            work(&world, START.plus_seconds(AFTER)).await;
            assert_eq!(stage.outcome(&world).await, outcome);
            assert_eq!(stage.puppet.calls(), [Call::CarryOut(order), Call::Inquire(order)]);
        });
    }
}

#[test]
fn a_crash_before_and_after_the_driver_loses_and_doubles_nothing() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        // Before anything was noted: the lease alone is left.
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        world.execute("UPDATE jobs SET leased_until = 1767225660000 WHERE name = 'operations.carry_out'").await;
        work(&world, START).await;
        assert_eq!(stage.puppet.calls(), []);
        // Noted, and the driver never called: it says so, and gets it.
        world
            .execute(
                "UPDATE service_operations SET status = 'running', driver = 'puppet', begun_at = created_at, \
                 machine = '{\"service\":\"00000000-0000-0000-0000-000000000065\",\"handle\":\"web-01\",\
                 \"name\":\"web-01\",\"kind\":\"vps\"}'",
            )
            .await;
        stage.puppet.answers([Say::from(Progress::NeverBegun), Progress::Done.into()]);
        work(&world, START.plus_seconds(AFTER)).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        assert_eq!(stage.puppet.handed_over(), 1);
        // Ended, and the job not deleted: it finds nothing to do.
        let calls = stage.puppet.calls().len();
        world
            .execute(
                "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at) \
                 SELECT 'again', 'operations.carry_out', id, '{\"account\":\"' || account_id || '\",\"order\":\"' \
                 || id || '\"}', 50, 0, 0 FROM service_operations",
            )
            .await;
        work(&world, START.plus_seconds(AFTER)).await;
        assert_eq!(stage.puppet.calls().len(), calls);
        let facts = "SELECT COUNT(*) FROM audit WHERE kind = 'operation_finished'";
        assert_eq!(world.number(facts).await, 1);
    });
}

#[test]
fn an_order_whose_job_is_lost_gets_one_again() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        world.execute("UPDATE jobs SET dead_at = 1 WHERE name = 'operations.carry_out'").await;
        let later = START.plus_seconds(700);
        world.sweep(later).await;
        work(&world, later).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
    });
}

#[test]
fn what_waited_while_no_server_ran_is_not_begun_hours_later() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.order(&world, OperationVerb::HardStop).await.expect("they may");
        work(&world, START.plus_seconds(2 * 3_600)).await;
        assert_eq!(stage.puppet.calls(), []);
        assert_eq!(stage.outcome(&world).await, OperationStatus::Failed(FailureReason::Unreachable));
    });
}

#[test]
fn a_driver_that_hangs_holds_up_nobody_and_ends_as_unknown() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        world.be_patient(Duration::from_millis(50)).await;
        stage.puppet.carries_out([Say::Hang]);
        stage.puppet.answers([Say::Hang]);
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        let mut now = START;
        while stage.page(&world, START).await.open.is_some() {
            work(&world, now).await;
            now = now.plus_seconds(300);
        }
        assert_eq!(stage.outcome(&world).await, OperationStatus::Unknown);
        assert_eq!(stage.puppet.handed_over(), 1);
    });
}

#[test]
fn the_worker_goes_on_with_other_work_while_a_driver_hangs() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        world.be_patient(Duration::from_secs(2)).await;
        world.forget_mails().await;
        stage.puppet.carries_out([Say::Hang]);
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let jobs = world.portal().jobs.clone();
        let worker = tokio::spawn(async move { jobs.run(|| START, async { stopped.await.unwrap_or_default() }).await });
        stage.puppet.called.notified().await;
        let change = super::plain(stage.web_02, OperationVerb::Start);
        super::order(&world, &stage.owner, stage.acting, change).await.expect("another service");
        stage.puppet.called.notified().await;
        world.people().forgot(&visitor(START), Forgot { email: "pat@example.com".to_owned() }).await.expect("asked");
        // Mails go out meanwhile.
        world.until("SELECT sent_at FROM outbox WHERE recipient = 'pat@example.com' AND sent_at IS NOT NULL").await;
        drop(stop);
        worker.await.expect("it stops");
    });
}

#[test]
fn a_restored_backup_leaves_nothing_open() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.puppet.carries_out([Say::from(RUNNING)]);
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        work(&world, START).await;
        world.portal().revoke_all(START).await.expect("the operator may");
        assert_eq!(world.text("SELECT status FROM service_operations").await, "unknown");
    });
}
