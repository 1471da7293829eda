//! What becomes of orders when the portal is killed.

use crate::bench::{self, HARD_STOP, Hosted, REBOOT, SHUT_DOWN, START};
use crate::support::virsh;
use domain::provisioning::{FailureReason, MachineState, Progress, Provisioner as _, Task};
use std::fs;
use std::time::Duration;

#[test]
fn a_shutdown_and_a_reboot_are_gone_on_with() {
    let mut hosted = Hosted::new("killed");
    let (polite, deaf) = (hosted.polite.clone(), hosted.deaf.clone());
    let reboot = hosted.order(&polite, REBOOT);
    let ignored = hosted.order(&deaf, SHUT_DOWN);
    hosted.killed_in(async |hosted| {
        hosted.done(&polite, START).await;
        hosted.done(&deaf, START).await;
        for order in [&reboot, &ignored] {
            hosted.driver.carry_out(order).await.unwrap();
            hosted.wait_until_recorded(order, "asked").await;
        }
    });
    hosted.run(async |hosted| {
        assert_eq!(hosted.driver.carry_out(&reboot).await, Ok(Progress::Running { percent: None }));
        assert_eq!(hosted.end(&reboot).await, Progress::Done);
        assert_eq!(hosted.state(&polite).await, MachineState::Running);
        assert_eq!(bench::failure(hosted.end(&ignored).await), FailureReason::NoReaction);
        assert_eq!(hosted.state(&deaf).await, MachineState::Running);
    });
}

#[test]
fn a_rebuild_ends_with_one_whole_disk_whenever_the_portal_is_killed() {
    let mut hosted = Hosted::new("halves");
    let polite = hosted.polite.clone();
    for milliseconds in [0, 30, 60, 100, 150, 250, 400, 600] {
        let task = Task::Rebuild { image: "polite-image.raw".to_owned(), keys: Vec::new() };
        let order = hosted.order(&polite, task);
        hosted.killed_in(async |hosted| {
            hosted.driver.carry_out(&order).await.unwrap();
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        });
        hosted.killed_in(async |hosted| {
            let mut progress = hosted.end(&order).await;
            if progress == Progress::NeverBegun {
                progress = hosted.carried_out(&order).await;
            }
            assert_eq!(progress, Progress::Done, "killed after {milliseconds} ms");
            assert_eq!(hosted.line(), "polite image");
            assert_eq!(hosted.state(&polite).await, MachineState::Running);
            let left = fs::read_dir(hosted.guests.folder.join("driver/disks")).unwrap().flatten();
            assert!(left.into_iter().all(|entry| !entry.file_name().to_string_lossy().ends_with(".new")));
        });
    }
}

#[test]
fn what_cannot_be_known_is_unknown() {
    let mut hosted = Hosted::new("unknown");
    let polite = hosted.polite.clone();
    let (start, stop) = (hosted.order(&polite, START), hosted.order(&polite, HARD_STOP));
    // As it stands while libvirt is asked.
    let asking = |record: std::path::PathBuf| {
        let ended = fs::read_to_string(&record).unwrap();
        assert!(ended.contains(r#"{"ended":"done"}"#), "{ended}");
        fs::write(record, ended.replace(r#"{"ended":"done"}"#, r#""asking""#)).unwrap();
    };
    hosted.killed_in(async |hosted| {
        assert_eq!(hosted.carried_out(&start).await, Progress::Done);
        asking(hosted.record(&start));
    });
    hosted.killed_in(async |hosted| {
        assert_eq!(hosted.driver.inquire(&start).await, Ok(Progress::Done), "it runs");
        virsh(&["destroy", &polite.handle]);
        for answer in [hosted.driver.inquire(&start).await, hosted.driver.carry_out(&start).await] {
            assert!(matches!(answer, Ok(Progress::Unknown { .. })), "{answer:?}");
        }
        assert_eq!(hosted.state(&polite).await, MachineState::Stopped, "it was not started again");
        hosted.done(&polite, START).await;
        assert_eq!(hosted.carried_out(&stop).await, Progress::Done);
        asking(hosted.record(&stop));
        assert_eq!(hosted.driver.inquire(&stop).await, Ok(Progress::Done), "it is off");
    });
    hosted.run(async |hosted| {
        fs::write(hosted.record(&stop), "{").unwrap();
        let answer = hosted.driver.inquire(&stop).await;
        assert!(matches!(answer, Ok(Progress::Unknown { .. })), "{answer:?}");
    });
}
