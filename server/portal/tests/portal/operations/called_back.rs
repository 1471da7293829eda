//! What a driver's other side calls back has its order looked at at once, and counts once.

use super::puppet::{Call, Say};
use super::{RUNNING, Stage, work};
use crate::support::{START, for_each_database};
use domain::operation::Operation;
use domain::operations::OperationStatus;
use domain::ordered::OperationVerb;
use domain::provisioning::Progress;
use domain::provisioning::callbacks::{Heard, Report};

#[test]
fn a_callback_has_its_order_looked_at_at_once_and_counts_once() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.puppet.carries_out([Say::from(RUNNING)]);
        stage.puppet.answers([Say::from(RUNNING), Progress::Done.into()]);
        let order = stage.order(&world, OperationVerb::Start).await.expect("they may");
        let report = |progress: Progress, nonce: &str| Report {
            order,
            progress,
            nonce: nonce.to_owned(),
            known_until: START.plus_seconds(301),
        };
        let reports = &world.portal().reports;
        let early = reports.heard("puppet", &report(Progress::Done, "early"), START).await;
        assert_eq!(early, Ok(Heard::Unexpected), "it was handed to nobody yet");
        work(&world, START).await;
        assert_eq!(stage.puppet.calls(), [Call::CarryOut(order)]);

        // Half a poll later.
        let soon = START.plus_seconds(1);
        let at_it = reports.heard("puppet", &report(RUNNING, "first"), soon).await;
        assert_eq!(at_it, Ok(Heard::Taken));
        work(&world, soon).await;
        assert_eq!(stage.puppet.calls(), [Call::CarryOut(order), Call::Inquire(order)]);
        assert_eq!(reports.reported("puppet", order).await, Ok(None), "how far it is, the driver is asked");

        let elsewhere = reports.heard("another", &report(Progress::Done, "first"), soon).await;
        assert_eq!(elsewhere, Ok(Heard::Unexpected), "the driver has another name");
        for (nonce, heard) in [("first", Heard::Replayed), ("second", Heard::Taken), ("second", Heard::Replayed)] {
            assert_eq!(reports.heard("puppet", &report(Progress::Done, nonce), soon).await, Ok(heard), "{nonce}");
        }
        let other_end = report(Progress::Unknown { cause: "late".to_owned() }, "third");
        assert_eq!(reports.heard("puppet", &other_end, soon).await, Ok(Heard::Taken));
        assert_eq!(reports.reported("puppet", order).await, Ok(Some(Progress::Done)), "the first end counts");
        work(&world, soon).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        let late = reports.heard("puppet", &report(Progress::Done, "fourth"), soon).await;
        assert_eq!(late, Ok(Heard::Unexpected), "it has ended");

        assert_eq!(world.number("SELECT COUNT(*) FROM driver_callbacks").await, 6);
        world.sweep(START.plus_seconds(302)).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM driver_callbacks").await, 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM driver_reports").await, 1);
        world.sweep(soon.plus_seconds(30 * 86_400)).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM driver_reports").await, 0);
    });
}
