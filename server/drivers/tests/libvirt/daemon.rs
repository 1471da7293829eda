//! The hypervisor's daemon dies or hangs.

use crate::bench::{self, HARD_STOP, Hosted, SHUT_DOWN, START};
use crate::support::virsh;
use domain::provisioning::{DriverError, FailureReason, MachineState, Progress, Provisioner as _};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// The daemon; it runs again when this goes, however the test ends.
struct Daemon;

impl Daemon {
    fn process() -> String {
        fs::read_to_string("/run/libvirtd.pid").unwrap_or_default().trim().to_owned()
    }

    /// Whether it is there, hanging or not. One that was killed may stay as a name without a program.
    fn lives() -> bool {
        let process = Self::process();
        !process.is_empty() && fs::read_link(Path::new("/proc").join(process).join("exe")).is_ok()
    }

    fn signal(signal: &str) {
        let sent = Command::new("kill").args(["-s", signal, &Self::process()]).status().unwrap();
        assert!(sent.success(), "libvirtd runs as process {}", Self::process());
    }

    fn kill() {
        Self::signal("KILL");
        while Self::lives() {
            sleep(Duration::from_millis(20));
        }
    }

    fn start() {
        let mut command = if Path::new("/run/systemd/system").exists() {
            let mut command = Command::new("systemctl");
            command.args(["restart", "libvirtd"]);
            command
        } else {
            let mut command = Command::new("/usr/sbin/libvirtd");
            command.arg("-d");
            command
        };
        assert!(command.status().unwrap().success());
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        if Self::lives() { Self::signal("CONT") } else { Self::start() }
    }
}

#[test]
fn a_daemon_that_dies_in_mid_order_changes_no_outcome() {
    Hosted::new("dies").run(async |hosted| {
        hosted.done(&hosted.deaf, START).await;
        let order = hosted.order(&hosted.deaf, SHUT_DOWN);
        hosted.driver.carry_out(&order).await.unwrap();
        hosted.wait_until_recorded(&order, "asked").await;
        let daemon = Daemon;
        Daemon::kill();
        let start = hosted.order(&hosted.polite, START);
        let answer = hosted.driver.carry_out(&start).await;
        assert!(matches!(answer, Err(DriverError::NotReached(_))), "{answer:?}");
        assert_eq!(hosted.driver.inquire(&start).await, Ok(Progress::NeverBegun));
        assert_eq!(hosted.driver.inquire(&order).await, Ok(Progress::Running { percent: None }));
        drop(daemon);
        assert_eq!(bench::failure(hosted.end(&order).await), FailureReason::NoReaction);
        assert_eq!(hosted.carried_out(&start).await, Progress::Done, "it is connected to again");
        assert_eq!(hosted.state(&hosted.deaf).await, MachineState::Running);
    });
}

#[test]
fn a_daemon_that_hangs_holds_nobody_up_for_long() {
    Hosted::new("hangs").run(async |hosted| {
        hosted.done(&hosted.deaf, START).await;
        let daemon = Daemon;
        Daemon::signal("STOP");
        let stop = hosted.order(&hosted.deaf, HARD_STOP);
        let answer = hosted.driver.carry_out(&stop).await;
        assert!(matches!(answer, Err(DriverError::NotReached(_))), "{answer:?}");
        // More at once than there are connections.
        let ask = || hosted.driver.observe(&hosted.deaf);
        let answers: [_; 10] =
            tokio::join!(ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask()).into();
        for answer in answers {
            assert!(matches!(answer, Err(DriverError::NotReached(_) | DriverError::NoAnswer(_))), "{answer:?}");
        }
        assert_eq!(hosted.driver.inquire(&stop).await, Ok(Progress::NeverBegun));
        drop(daemon);
        virsh(&["version"]);
        assert_eq!(hosted.state(&hosted.deaf).await, MachineState::Running, "nothing was done late");
        assert_eq!(hosted.carried_out(&stop).await, Progress::Done);
    });
}
