use super::*;
use crate::contract::{self, Bench, Memory, machine};
use domain::id::OrderId;
use domain::provisioning::{PowerChange, Task};
use std::sync::atomic::{AtomicI64, Ordering};

const START: i64 = 1_767_225_600_000;

struct Stand {
    driver: Demo,
    time: Arc<AtomicI64>,
}

impl Stand {
    fn new(memory: Arc<Memory>) -> Self {
        let time = Arc::new(AtomicI64::new(START));
        let read = Arc::clone(&time);
        let clock: Clock = Arc::new(move || Timestamp(read.load(Ordering::Relaxed)));
        Self { driver: Demo::new("demo", memory, clock), time }
    }
}

#[async_trait]
impl Bench for Stand {
    fn driver(&self) -> &dyn Provisioner {
        &self.driver
    }

    fn machine(&self) -> Machine {
        machine("web-01")
    }

    fn deaf(&self) -> Option<Machine> {
        Some(machine("deaf-01"))
    }

    fn stranger(&self) -> Machine {
        machine("gone-01")
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.time.load(Ordering::Relaxed))
    }

    async fn pass(&self) {
        self.time.fetch_add(1_000, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn it_keeps_the_contract() {
    contract::holds(&Stand::new(Arc::default())).await;
}

fn order(number: u64, task: Task) -> Order {
    let id: OrderId = contract::order_id(number);
    Order { id, machine: machine("web-01"), task }
}

#[tokio::test]
async fn what_was_begun_goes_on_while_the_driver_is_down() {
    let memory: Arc<Memory> = Arc::default();
    let stop = order(1, Task::Power(PowerChange::ShutDown));
    let begun = Stand::new(Arc::clone(&memory)).driver.carry_out(&stop).await;
    assert_eq!(begun, Ok(Progress::Running { percent: Some(0) }));
    let again = Stand::new(memory);
    again.time.fetch_add(2_000, Ordering::Relaxed);
    assert_eq!(again.driver.inquire(&stop).await, Ok(Progress::Running { percent: Some(40) }));
    let busy = again.driver.carry_out(&order(2, Task::ResetCredentials)).await;
    assert!(matches!(busy, Err(DriverError::Refused(FailureReason::Busy, _))), "{busy:?}");
    again.time.fetch_add(3_000, Ordering::Relaxed);
    assert_eq!(again.driver.inquire(&stop).await, Ok(Progress::Done));
}

#[tokio::test]
async fn what_is_measured_is_the_same_whenever_it_is_asked_for() {
    let stand = Stand::new(Arc::default());
    let from = stand.now().plus_seconds(-86_400);
    let day = stand.driver.measurements(&machine("web-01"), from).await.expect("it measures");
    assert_eq!(day.len(), 289, "every five minutes, both ends included");
    let hour = stand.driver.measurements(&machine("web-01"), stand.now().plus_seconds(-3_600)).await;
    assert_eq!(hour.as_deref(), Ok(&day[day.len() - 13..]));
}
