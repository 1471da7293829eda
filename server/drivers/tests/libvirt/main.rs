//! The driver `libvirt` on real machines. They are few and small, and one test runs at a time: some of them kill the
//! hypervisor's daemon.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends")]

#[path = "../support/mod.rs"]
mod support;

mod bench;
mod daemon;
mod disks;
mod names;
mod outcomes;

use bench::Hosted;
use domain::provisioning::{MachineState, Provisioner as _};
use std::io::Read as _;
use std::net::TcpStream;

#[test]
fn it_keeps_what_every_driver_promises() {
    Hosted::new("contract").run(async |hosted| {
        hosted.done(&hosted.deaf, bench::START).await;
        hosted.guests.wait_until_said(&hosted.deaf.handle, "disk says: deaf first.", 1);
        drivers::contract::holds(hosted).await;
    });
}

#[test]
fn a_running_machine_shows_its_display_and_is_measured() {
    Hosted::new("display").run(async |hosted| {
        let stopped = hosted.driver.console(&hosted.polite).await;
        assert_eq!(bench::refusal(stopped), domain::provisioning::FailureReason::WrongState);
        hosted.done(&hosted.polite, bench::START).await;
        assert_eq!(hosted.driver.observe(&hosted.polite).await.unwrap().state, MachineState::Running);

        let console = hosted.driver.console(&hosted.polite).await.unwrap();
        assert!(console.host.is_loopback(), "{console:?}");
        assert_eq!(console.password, None);
        let mut greeting = [0; 12];
        TcpStream::connect((console.host, console.port)).unwrap().read_exact(&mut greeting).unwrap();
        assert_eq!(&greeting, b"RFB 003.008\n");

        hosted.guests.wait_until_said(&hosted.polite.handle, "disk says: polite first.", 1);
        let samples = hosted.driver.measurements(&hosted.polite, domain::time::Timestamp(0)).await.unwrap();
        assert!(samples.iter().any(|sample| sample.cpu_percent > 0.0), "{samples:?}");
    });
}
