//! What every driver promises ([`Provisioner`]), as a test suite: each kind runs [`holds`] against itself.

mod parts;

use async_trait::async_trait;
use domain::id::{OrderId, ServiceId};
use domain::provisioning::{
    DriverError, DriverMemory, FailureReason, Machine, MachineState, Observed, Order, Progress, Provisioner, Task,
};
use domain::service::ServiceKind;
use domain::time::Timestamp;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// How often an order is asked about before it counts as hanging.
const PATIENCE: usize = 600;

/// A driver with machines that the suite may do anything to.
#[async_trait]
pub trait Bench: Sync {
    /// The driver.
    fn driver(&self) -> &dyn Provisioner;
    /// A machine that it knows, whose system reacts to a shutdown once it has started.
    fn machine(&self) -> Machine;
    /// One whose system ignores a shutdown, where there is one. It runs.
    fn deaf(&self) -> Option<Machine> {
        None
    }
    /// One that it does not know.
    fn stranger(&self) -> Machine;
    /// The time by which it measures.
    fn now(&self) -> Timestamp;
    /// Lets some time pass before an order is asked about again.
    async fn pass(&self);
}

/// Checks every promise; what the driver cannot do at all is only checked to be refused.
///
/// # Panics
/// When one is broken.
pub async fn holds(bench: &dyn Bench) {
    parts::unknown_orders(bench).await;
    parts::strangers(bench).await;
    parts::power(bench).await;
    parts::the_same_order_twice(bench).await;
    parts::a_shutdown_that_is_ignored(bench).await;
    parts::backups(bench).await;
    parts::reverse_dns(bench).await;
    parts::credentials(bench).await;
    parts::measurements(bench).await;
    parts::rebuilding(bench).await;
    parts::what_it_cannot_do(bench).await;
}

/// A virtual server that the driver calls by its name.
///
/// # Panics
/// Never.
pub fn machine(handle: &str) -> Machine {
    let service: ServiceId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
    Machine { service, handle: handle.to_owned(), name: handle.to_owned(), kind: ServiceKind::Vps }
}

/// The id of an order by its number.
///
/// # Panics
/// Never, for numbers of up to 48 bits.
pub fn order_id(number: u64) -> OrderId {
    format!("0192d3f0-7a5c-7cc0-8000-{number:012x}").parse().expect("an id")
}

/// A new order, unlike any other of this process.
fn order(machine: &Machine, task: Task) -> Order {
    static NEXT: AtomicU64 = AtomicU64::new(1 << 32);
    Order { id: order_id(NEXT.fetch_add(1, Ordering::Relaxed)), machine: machine.clone(), task }
}

/// Hands an order over and asks until it has ended.
async fn settle(bench: &dyn Bench, order: &Order) -> Result<Progress, DriverError> {
    let mut progress = bench.driver().carry_out(order).await?;
    for _ in 0..PATIENCE {
        let Progress::Running { percent } = progress else { return Ok(progress) };
        assert!(percent.is_none_or(|percent| percent <= 100), "{order:?}");
        bench.pass().await;
        progress = bench.driver().inquire(order).await?;
    }
    panic!("it does not end: {order:?}");
}

/// Does something that succeeds.
async fn done(bench: &dyn Bench, machine: &Machine, task: Task) -> Order {
    let order = order(machine, task);
    assert_eq!(settle(bench, &order).await, Ok(Progress::Done), "{order:?}");
    order
}

/// Why something is not done, whether it was refused or failed.
async fn reason(bench: &dyn Bench, machine: &Machine, task: Task) -> FailureReason {
    let order = order(machine, task);
    match settle(bench, &order).await {
        Err(DriverError::Refused(reason, _)) => reason,
        Ok(Progress::Failed(failure)) => failure.reason,
        other => panic!("{order:?} is not done: {other:?}"),
    }
}

async fn observed(bench: &dyn Bench, machine: &Machine) -> Observed {
    bench.driver().observe(machine).await.expect("it sees the machine")
}

/// The state of a machine once nothing is being done to it.
async fn state(bench: &dyn Bench, machine: &Machine) -> MachineState {
    for _ in 0..PATIENCE {
        let state = observed(bench, machine).await.state;
        if state != MachineState::Busy {
            return state;
        }
        bench.pass().await;
    }
    panic!("always busy: {machine:?}");
}

/// A memory that is gone with its process.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<String, (String, i64)>>);

#[async_trait]
impl DriverMemory for Memory {
    async fn load(&self, key: &str) -> Result<Option<(String, i64)>, DriverError> {
        Ok(self.0.lock().expect("nobody panicked").get(key).cloned())
    }

    async fn store(&self, key: &str, value: &str, version: i64) -> Result<bool, DriverError> {
        assert!(value.len() <= 64 * 1024, "a value of {} bytes", value.len());
        let mut kept = self.0.lock().expect("nobody panicked");
        let is_first = kept.get(key).map_or(0, |(_, version)| *version) == version;
        if is_first {
            kept.insert(key.to_owned(), (value.to_owned(), version + 1));
        }
        Ok(is_first)
    }
}
