//! Carrying it out: whatever a driver answers, the operation ends with an outcome, and nothing is handed over twice.

use super::puppet::{Call, Say};
use super::{FAILED, RUNNING, Stage, work, work_for};
use crate::support::{START, for_each_database};
use domain::operation::Operation;
use domain::operations::{OperationStatus, OrderOperation};
use domain::ordered::{FailureReason, OperationVerb};
use domain::provisioning::{DriverError, Progress, TaskFailure};

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn what_goes_on_is_asked_about_until_it_ends() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.puppet.carries_out([Say::from(Progress::Running { percent: None })]);
        stage.puppet.answers([Say::from(RUNNING), Progress::Done.into()]);
        let order = stage.order(&world, OperationVerb::Start).await.expect("they may");
        assert_eq!(stage.page(&world, START).await.open.expect("it waits").status, OperationStatus::Waiting);
        work(&world, START).await;
        let running = stage.page(&world, START).await.open.expect("it goes on").status;
        assert_eq!(running, OperationStatus::Running { percent: None });
        work(&world, START.plus_seconds(2)).await;
        let running = stage.page(&world, START).await.open.expect("it goes on").status;
        assert_eq!(running, OperationStatus::Running { percent: Some(40) });
        work(&world, START.plus_seconds(4)).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        assert_eq!(stage.puppet.calls(), [Call::CarryOut(order), Call::Inquire(order), Call::Inquire(order)]);
        let seen = "SELECT COUNT(*) FROM services WHERE state = 'running' AND address = '192.0.2.7'";
        assert_eq!(world.number(seen).await, 1, "how it is now is written down for that service alone");
        let facts = "SELECT COUNT(*) FROM audit WHERE kind IN ('operation_asked', 'operation_finished')";
        assert_eq!(world.number(facts).await, 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM jobs WHERE name LIKE 'operations.%'").await, 0);
    });
}

#[test]
fn every_answer_of_a_driver_ends_in_an_outcome_that_a_customer_understands() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let failure = TaskFailure { reason: FailureReason::NoReaction, cause: text("guest agent: timeout") };
        let gone = DriverError::Refused(FailureReason::MachineGone, text("the machine has vanished"));
        let cases: [(Say, Say, OperationStatus); 7] = [
            (Progress::Failed(failure).into(), Progress::Done.into(), FAILED(FailureReason::NoReaction)),
            (gone.clone().into(), Progress::Done.into(), FAILED(FailureReason::MachineGone)),
            (Progress::Unknown { cause: text("?") }.into(), Progress::Done.into(), OperationStatus::Unknown),
            (
                DriverError::NotReached(text("refused")).into(),
                Progress::Done.into(),
                FAILED(FailureReason::Unreachable),
            ),
            (DriverError::NoAnswer(text("timeout")).into(), Progress::Done.into(), OperationStatus::Done),
            (DriverError::Nonsense(text("<html>")).into(), gone.into(), OperationStatus::Unknown),
            (Say::Panic, DriverError::NotReached(text("down")).into(), OperationStatus::Unknown),
        ];
        for (carried_out, answered, outcome) in cases {
            stage.puppet.forget();
            stage.puppet.carries_out([carried_out.clone()]);
            stage.puppet.answers([answered]);
            stage.order(&world, OperationVerb::Start).await.expect("the one before has ended");
            work_for(&world, 700, 10).await;
            assert_eq!(stage.outcome(&world).await, outcome, "{carried_out:?}");
            let reached = !matches!(carried_out, Say::Answer(Err(DriverError::NotReached(_))));
            assert!(!reached || stage.puppet.handed_over() == 1, "{carried_out:?}: once");
            world.execute("DELETE FROM service_operations").await;
        }
        let told = "SELECT COUNT(*) FROM audit WHERE details LIKE '%guest agent%' OR details LIKE '%vanished%'";
        assert_eq!(world.number(told).await, 0, "the words of the other side are for the operator");
    });
}

#[test]
fn a_driver_that_is_not_reached_is_tried_a_few_times() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let refused = || Say::from(DriverError::NotReached(text("connection refused")));
        stage.puppet.carries_out([refused(), refused(), Progress::Done.into()]);
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        work_for(&world, 10, 1).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        assert_eq!(stage.puppet.handed_over(), 3);
    });
}

#[test]
fn what_the_driver_never_began_is_handed_over_again_as_the_same_order() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.puppet.carries_out([Say::from(DriverError::NoAnswer(text("reset"))), Progress::Done.into()]);
        stage.puppet.answers([Say::from(Progress::NeverBegun)]);
        let order = stage.order(&world, OperationVerb::Start).await.expect("they may");
        work_for(&world, 4, 1).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        assert_eq!(stage.puppet.calls(), [Call::CarryOut(order), Call::Inquire(order), Call::CarryOut(order)]);
    });
}

#[test]
fn what_never_ends_is_given_up() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.puppet.carries_out([Say::from(RUNNING)]);
        stage.puppet.answers([Say::from(RUNNING)]);
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        work(&world, START).await;
        work(&world, START.plus_seconds(7_000)).await;
        assert!(stage.page(&world, START).await.open.is_some());
        work(&world, START.plus_seconds(7_300)).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Unknown);
    });
}

#[test]
fn a_service_that_was_moved_before_it_began_is_left_alone() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[]).await;
        let change = super::plain(stage.web_01, OperationVerb::Start);
        super::order(&world, &stage.owner, stage.acting, change).await.expect("the owner may");
        let other = world.account_of("other@example.com").await;
        let moved = "UPDATE services SET account_id = $1 WHERE id = $2";
        world.insert(moved, &[&other.to_string(), &stage.web_01.to_string()]).await;
        work(&world, START).await;
        assert_eq!(stage.puppet.calls(), []);
        assert_eq!(world.text("SELECT reason FROM service_operations").await, "moved");
    });
}

#[test]
fn a_service_that_was_stopped_before_it_began_is_left_alone() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        world.execute("UPDATE services SET status = 'suspended'").await;
        work(&world, START).await;
        assert_eq!(stage.puppet.calls(), []);
        assert_eq!(stage.outcome(&world).await, FAILED(FailureReason::WrongState));
    });
}

#[test]
fn an_address_or_backup_of_another_machine_is_not_handed_over() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Network, Operation::Restore]).await;
        for (address, backup, to, outcome, handed_over) in [
            ("192.0.2.8", "", OperationVerb::SetReverseDns, FAILED(FailureReason::AddressGone), 0),
            ("", "b2", OperationVerb::RestoreBackup, FAILED(FailureReason::BackupGone), 0),
            ("192.0.2.7", "", OperationVerb::SetReverseDns, OperationStatus::Done, 1),
            ("", "b1", OperationVerb::RestoreBackup, OperationStatus::Done, 2),
        ] {
            let (address, backup, name) = (text(address), text(backup), text("web-01"));
            let change = OrderOperation { address, backup, name, ..super::plain(stage.web_01, to) };
            let id = super::order(&world, &stage.pat, stage.acting, change).await.expect("they may");
            work(&world, START).await;
            let past = stage.page(&world, START).await.past.rows;
            let status = past.iter().find(|row| row.id == id).expect("it has ended").status;
            assert_eq!((status, stage.puppet.handed_over()), (outcome, handed_over));
        }
    });
}
