//! The demo driver: machines that are nothing but a row of its memory, and take as long as real ones.
//!
//! It knows every machine that has a handle, but those whose handle begins with `gone`. The system of one whose handle begins
//! with `deaf` does not react when it is asked to shut down. In `web-01@203.0.113.11` the machine's address is named.

mod state;

#[cfg(test)]
mod tests;

use crate::Clock;
use async_trait::async_trait;
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, DriverMemory, FailureReason, Image, Machine, MachineCredentials,
    Observed, Order, PanelVisit, Progress, Provisioner, Sample,
};
use domain::text::Secret;
use domain::time::Timestamp;
use state::State;
use std::net::SocketAddr;
use std::sync::Arc;

/// How often it tries to write when others write too.
const TRIES: usize = 5;
/// Seconds between two samples.
const EVERY: i64 = 300;
/// The most samples that are asked for at once.
const SAMPLES: usize = 300;

/// The driver.
pub struct Demo {
    name: String,
    memory: Arc<dyn DriverMemory>,
    clock: Clock,
    /// The RFB server that shows a screen for all of them.
    console: Option<SocketAddr>,
}

impl Demo {
    /// One of this name, which is the beginning of its keys in the memory.
    pub fn new(name: &str, memory: Arc<dyn DriverMemory>, clock: Clock) -> Self {
        Self { name: name.to_owned(), memory, clock, console: None }
    }

    /// The same with an RFB server that shows a screen for all of its machines.
    #[must_use]
    pub fn with_console(self, console: Option<SocketAddr>) -> Self {
        Self { console, ..self }
    }

    fn key(&self, machine: &Machine) -> String {
        format!("{}/{}", self.name, machine.handle)
    }

    /// A machine as it is now, and the version of what is kept of it.
    async fn load(&self, machine: &Machine, now: Timestamp) -> Result<(State, i64), DriverError> {
        if machine.handle.is_empty() || machine.handle.starts_with("gone") {
            let cause = format!("no machine {:?}", machine.handle);
            return Err(DriverError::Refused(FailureReason::MachineGone, cause));
        }
        let Some((stored, version)) = self.memory.load(&self.key(machine)).await? else {
            return Ok((State::new(&machine.handle), 0));
        };
        let state: State = serde_json::from_str(&stored).map_err(|error| DriverError::Nonsense(error.to_string()))?;
        Ok((state.at(now), version))
    }

    async fn now(&self, machine: &Machine) -> Result<State, DriverError> {
        Ok(self.load(machine, (self.clock)()).await?.0)
    }
}

#[async_trait]
impl Provisioner for Demo {
    fn abilities(&self) -> Abilities {
        Abilities {
            power: true,
            rebuild: true,
            backups: true,
            reverse_dns: true,
            credentials: true,
            console: self.console.is_some(),
            panel: true,
            measurements: true,
        }
    }

    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError> {
        for _ in 0..TRIES {
            let now = (self.clock)();
            let (mut state, version) = self.load(&order.machine, now).await?;
            let known = state.progress(order.id, now);
            if known != Progress::NeverBegun {
                return Ok(known);
            }
            state.begin(order, now)?;
            let kept = serde_json::to_string(&state).map_err(|error| DriverError::Nonsense(error.to_string()))?;
            if self.memory.store(&self.key(&order.machine), &kept, version).await? {
                return Ok(state.progress(order.id, now));
            }
        }
        Err(DriverError::NotReached("others were always faster to write".to_owned()))
    }

    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError> {
        let now = (self.clock)();
        Ok(self.load(&order.machine, now).await?.0.progress(order.id, now))
    }

    async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError> {
        Ok(self.now(machine).await?.observed())
    }

    async fn images(&self, machine: &Machine) -> Result<Vec<Image>, DriverError> {
        self.now(machine).await?;
        let image = |(key, name): &(&str, &str)| Image { key: (*key).to_owned(), name: (*name).to_owned() };
        Ok(state::IMAGES.iter().map(image).collect())
    }

    async fn backups(&self, machine: &Machine) -> Result<Vec<Backup>, DriverError> {
        Ok(self.now(machine).await?.backups())
    }

    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError> {
        let now = (self.clock)();
        self.load(machine, now).await?;
        // On whole steps of the clock, so that whoever asks twice is told the same twice.
        let first = from.0.div_euclid(EVERY * 1_000) + i64::from(from.0.rem_euclid(EVERY * 1_000) > 0);
        let steps = (first..=now.0.div_euclid(EVERY * 1_000)).rev().take(SAMPLES);
        let mut samples: Vec<Sample> = steps.map(|step| measured(&machine.handle, step)).collect();
        samples.reverse();
        Ok(samples)
    }

    async fn credentials(&self, machine: &Machine) -> Result<MachineCredentials, DriverError> {
        let password = self.now(machine).await?.password(&machine.handle);
        Ok(MachineCredentials { user: "root".to_owned(), password: Secret::new(password) })
    }

    async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError> {
        let Some(console) = self.console else {
            let cause = "demo machines have no screen".to_owned();
            return Err(DriverError::Refused(FailureReason::Unsupported, cause));
        };
        self.now(machine).await?;
        Ok(ConsoleAddress { host: console.ip(), port: console.port(), password: None })
    }

    async fn panel(&self, machine: &Machine, visit: &PanelVisit) -> Result<Secret, DriverError> {
        self.now(machine).await?;
        // Nothing is there: the name is kept free for documents.
        Ok(Secret::new(format!("https://panel.demo.example/{}?visit={}", machine.service, visit.now.0)))
    }
}

/// What is said to have been measured: busy by day and quiet by night, with a little of everything on top.
fn measured(handle: &str, step: i64) -> Sample {
    let at = Timestamp(step * EVERY * 1_000);
    let noise = state::mix(&format!("{handle}/{step}"));
    // 0 at midnight, 100 at noon.
    let minute = at.0.div_euclid(60_000).rem_euclid(1_440);
    let day = u64::try_from(100 - (minute - 720).abs() * 100 / 720).unwrap_or_default();
    let cpu = u16::try_from(day / 3 + noise % 15).unwrap_or_default();
    let traffic = 20_000 + day * 4_000 + noise % 60_000;
    Sample { at, cpu_percent: f32::from(cpu), received_per_second: traffic, sent_per_second: traffic * 5 }
}
