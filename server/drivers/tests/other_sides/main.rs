//! The driver `webhook` against other sides that behave, and such that do not; panels that get links.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod contract_file;
mod faults;
mod panel_links;
mod receiver;
mod schema;
mod signed;
mod stand_in;
mod tls;

use async_trait::async_trait;
use domain::error::PortalError;
use domain::id::OrderId;
use domain::provisioning::callbacks::{Heard, Report, Reports};
use domain::provisioning::{Abilities, DriverError, Order, PowerChange, Progress, Task};
use domain::text::Secret;
use domain::time::Timestamp;
use drivers::client::{Client, Target};
use drivers::contract::{machine, order_id};
use drivers::signing::{Key, Keys};
use drivers::webhook::{ANSWER_MAX, Parts, Retries, Webhook};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// That of the worked example.
pub const SECRET: &str = "webhook-secret-of-the-examples-01";
pub const KEY_ID: &str = "2026-01";
pub const NOW: Timestamp = Timestamp(1_767_225_600_000);
pub const CALLBACK: &str = "https://portal.example/callbacks/drivers/own";

/// Everything.
pub const ABLE: Abilities = Abilities {
    power: true,
    rebuild: true,
    backups: true,
    reverse_dns: true,
    credentials: true,
    console: true,
    panel: false,
    measurements: true,
};

pub(crate) fn keys() -> Keys {
    Keys::new(vec![Key::new(KEY_ID.to_owned(), Secret::new(SECRET.to_owned())).unwrap()]).unwrap()
}

/// What was called back, in memory.
#[derive(Debug, Default)]
pub struct Called(Mutex<BTreeMap<String, Progress>>);

#[async_trait]
impl Reports for Called {
    async fn heard(&self, _: &str, report: &Report, _: Timestamp) -> Result<Heard, PortalError> {
        self.0.lock().unwrap().insert(report.order.to_string(), report.progress.clone());
        Ok(Heard::Taken)
    }

    async fn reported(&self, _: &str, order: OrderId) -> Result<Option<Progress>, DriverError> {
        Ok(self.0.lock().unwrap().get(&order.to_string()).cloned())
    }
}

/// A driver whose tries follow each other at once.
pub(crate) fn parts(url: &str) -> Parts {
    Parts {
        name: "own".to_owned(),
        client: Client::new(Target::parse(url, false).unwrap(), None, ANSWER_MAX).unwrap(),
        keys: keys(),
        abilities: ABLE,
        timeout: Duration::from_mins(1),
        retries: Retries { most: 2, wait: Duration::ZERO },
        callback: CALLBACK.to_owned(),
        reports: Arc::new(Called::default()),
        clock: Arc::new(|| NOW),
    }
}

pub fn driver(url: &str) -> Webhook {
    Webhook::new(parts(url))
}

pub fn order(number: u64) -> Order {
    Order { id: order_id(number), machine: machine("vm-1"), task: Task::Power(PowerChange::Start) }
}

/// How far an order is, as the other side says it.
pub fn progress(order: &Order, rest: &str) -> String {
    format!("{{\"order\": \"{}\", {rest}}}", order.id)
}
