//! A driver with three machines.

use crate::support::{Guests, URI, disk};
use async_trait::async_trait;
use domain::provisioning::{
    DriverError, FailureReason, Machine, MachineState, Order, PowerChange, Progress, Provisioner, Task,
};
use domain::time::Timestamp;
use drivers::Clock;
use drivers::contract::{self, Bench};
use drivers::libvirt::{Libvirt, LibvirtSettings};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

pub const START: Task = Task::Power(PowerChange::Start);
pub const SHUT_DOWN: Task = Task::Power(PowerChange::ShutDown);
pub const REBOOT: Task = Task::Power(PowerChange::Reboot);
pub const HARD_STOP: Task = Task::Power(PowerChange::HardStop);

/// The size of a machine's disk. Images are smaller.
pub const DISK: usize = 1 << 20;

/// A driver with its machines, which are all off.
pub struct Hosted {
    pub driver: Libvirt,
    pub guests: Guests,
    /// Goes down when its power button is pressed. Its disk is raw, and it has one for keys.
    pub polite: Machine,
    /// Ignores its power button. Its disk is qcow2.
    pub deaf: Machine,
    clock: Clock,
    _alone: MutexGuard<'static, ()>,
}

impl Hosted {
    pub fn new(test: &str) -> Self {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = Instant::now();
        let clock: Clock =
            Arc::new(move || Timestamp(1_800_000_000_000 + i64::try_from(begun.elapsed().as_millis()).unwrap()));
        let guests = Guests::new(test);
        let driver = open(&guests, &clock);
        let disks = guests.folder.join("driver/disks");
        fs::write(guests.folder.join("driver/images/polite-image.raw"), disk("polite image", DISK / 2)).unwrap();

        let handle = |name: &str| format!("{}{name}", guests.prefix);
        let (raw, seed) =
            (disks.join(format!("{}.raw", handle("polite"))), disks.join(format!("{}.seed.iso", handle("polite"))));
        fs::write(&raw, disk("polite first", DISK)).unwrap();
        fs::write(&seed, vec![0; 64 << 10]).unwrap();
        let polite = contract::machine(&guests.define("polite", &raw, Some(&seed)));

        let (plain, qcow2) = (guests.folder.join("deaf.raw"), disks.join(format!("{}.qcow2", handle("deaf"))));
        fs::write(&plain, disk("deaf first", DISK)).unwrap();
        convert(&plain, "raw", &qcow2, "qcow2");
        let deaf = contract::machine(&guests.define("deaf", &qcow2, None));
        Self { driver, guests, polite, deaf, clock, _alone: alone }
    }

    /// Runs a test.
    pub fn run(self, test: impl AsyncFnOnce(&Self)) {
        let runtime = Runtime::new().unwrap();
        runtime.block_on(test(&self));
        runtime.shutdown_timeout(Duration::from_secs(10));
    }

    /// The portal is killed after `test`, whatever it is doing, and starts again.
    pub fn killed_in(&mut self, test: impl AsyncFnOnce(&Self)) {
        let runtime = Runtime::new().unwrap();
        runtime.block_on(test(self));
        runtime.shutdown_timeout(Duration::from_secs(10));
        self.driver = open(&self.guests, &self.clock);
    }

    /// A new order.
    #[expect(clippy::unused_self, reason = "called as the others are")]
    pub fn order(&self, machine: &Machine, task: Task) -> Order {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Order { id: contract::order_id(NEXT.fetch_add(1, Ordering::Relaxed)), machine: machine.clone(), task }
    }

    /// How an order that was handed over ends.
    pub async fn end(&self, order: &Order) -> Progress {
        for _ in 0..600 {
            match self.driver.inquire(order).await {
                Ok(Progress::Running { .. }) => self.pass().await,
                Ok(progress) => return progress,
                Err(error) => panic!("{order:?}: {error}"),
            }
        }
        panic!("it does not end: {order:?}");
    }

    /// Hands an order over and says how it ends.
    pub async fn carried_out(&self, order: &Order) -> Progress {
        self.driver.carry_out(order).await.unwrap();
        self.end(order).await
    }

    /// Does something that succeeds.
    pub async fn done(&self, machine: &Machine, task: Task) {
        let order = self.order(machine, task);
        assert_eq!(self.carried_out(&order).await, Progress::Done, "{order:?}");
    }

    pub async fn state(&self, machine: &Machine) -> MachineState {
        self.driver.observe(machine).await.unwrap().state
    }

    /// The file of an order's record.
    pub fn record(&self, order: &Order) -> PathBuf {
        self.guests.folder.join(format!("driver/orders/{}.json", order.id))
    }

    /// Waits until an order's record has these words.
    pub async fn wait_until_recorded(&self, order: &Order, words: &str) {
        for _ in 0..600 {
            if fs::read_to_string(self.record(order)).is_ok_and(|record| record.contains(words)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("never {words}: {:?}", fs::read_to_string(self.record(order)));
    }

    /// The first line of the polite machine's disk.
    pub fn line(&self) -> String {
        let disk = self.guests.folder.join(format!("driver/disks/{}.raw", self.polite.handle));
        String::from_utf8_lossy(&fs::read(disk).unwrap()).lines().next().unwrap().to_owned()
    }
}

fn open(guests: &Guests, clock: &Clock) -> Libvirt {
    let settings = LibvirtSettings {
        uri: URI.to_owned(),
        folder: guests.folder.join("driver"),
        prefix: guests.prefix.clone(),
        // A guest may have to start before it sees its power button.
        shutdown: Duration::from_secs(30),
        remote_display: false,
        answer: Duration::from_secs(5),
        measure_seconds: 0,
    };
    Libvirt::open(settings, Arc::clone(clock)).unwrap()
}

pub fn convert(from: &Path, format: &str, to: &Path, wanted: &str) {
    let mut command = std::process::Command::new("qemu-img");
    command.args(["convert", "-f", format, "-O", wanted]).args([from, to]);
    assert!(command.status().unwrap().success());
}

/// Why something was refused.
pub fn refusal<T: std::fmt::Debug>(answer: Result<T, DriverError>) -> FailureReason {
    match answer {
        Err(DriverError::Refused(reason, _)) => reason,
        other => panic!("it was not refused: {other:?}"),
    }
}

/// Why an order failed.
pub fn failure(progress: Progress) -> FailureReason {
    match progress {
        Progress::Failed(failure) => failure.reason,
        other @ (Progress::Running { .. } | Progress::Done | Progress::NeverBegun | Progress::Unknown { .. }) => {
            panic!("it did not fail: {other:?}")
        }
    }
}

#[async_trait]
impl Bench for Hosted {
    fn driver(&self) -> &dyn Provisioner {
        &self.driver
    }

    fn machine(&self) -> Machine {
        self.polite.clone()
    }

    fn deaf(&self) -> Option<Machine> {
        Some(self.deaf.clone())
    }

    fn stranger(&self) -> Machine {
        contract::machine(&format!("{}stranger", self.guests.prefix))
    }

    fn now(&self) -> Timestamp {
        (self.clock)()
    }

    async fn pass(&self) {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
