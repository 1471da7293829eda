//! A driver that answers what a test tells it to, and remembers what it was asked.

use async_trait::async_trait;
use domain::id::OrderId;
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, Image, Machine, MachineAddress, MachineCredentials, MachineState,
    Observed, Order, PanelVisit, Progress, Provisioner, Sample,
};
use domain::text::Secret;
use domain::time::Timestamp;
use std::collections::VecDeque;
use std::sync::Mutex;
use tokio::sync::Notify;

/// What it does when it is asked.
#[derive(Debug, Clone)]
pub enum Say {
    Answer(Result<Progress, DriverError>),
    /// It never answers.
    Hang,
    /// It is broken.
    Panic,
}

impl From<Progress> for Say {
    fn from(progress: Progress) -> Self {
        Self::Answer(Ok(progress))
    }
}

impl From<DriverError> for Say {
    fn from(error: DriverError) -> Self {
        Self::Answer(Err(error))
    }
}

/// A call of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    CarryOut(OrderId),
    Inquire(OrderId),
}

/// Says what it was told, the last again and again; without a word everything is done.
#[derive(Debug, Default)]
pub struct Puppet {
    carried_out: Mutex<VecDeque<Say>>,
    inquired: Mutex<VecDeque<Say>>,
    calls: Mutex<Vec<Call>>,
    /// Rung with every call.
    pub called: Notify,
}

impl Puppet {
    pub fn carries_out(&self, says: impl IntoIterator<Item = Say>) {
        self.carried_out.lock().expect("nobody panicked").extend(says);
    }

    pub fn answers(&self, says: impl IntoIterator<Item = Say>) {
        self.inquired.lock().expect("nobody panicked").extend(says);
    }

    /// Forgets all of that, and what it was asked.
    pub fn forget(&self) {
        self.carried_out.lock().expect("nobody panicked").clear();
        self.inquired.lock().expect("nobody panicked").clear();
        self.calls.lock().expect("nobody panicked").clear();
    }

    /// What it was asked so far.
    pub fn calls(&self) -> Vec<Call> {
        self.calls.lock().expect("nobody panicked").clone()
    }

    /// How often something was handed over to it.
    pub fn handed_over(&self) -> usize {
        self.calls().into_iter().filter(|call| matches!(call, Call::CarryOut(_))).count()
    }

    async fn say(&self, call: Call, says: &Mutex<VecDeque<Say>>) -> Result<Progress, DriverError> {
        self.calls.lock().expect("nobody panicked").push(call);
        self.called.notify_one();
        let said = {
            let mut says = says.lock().expect("nobody panicked");
            if says.len() > 1 { says.pop_front() } else { says.front().cloned() }
        };
        match said.unwrap_or_else(|| Progress::Done.into()) {
            Say::Answer(answer) => answer,
            Say::Hang => std::future::pending().await,
            Say::Panic => panic!("a driver that panics"),
        }
    }
}

#[async_trait]
impl Provisioner for Puppet {
    fn abilities(&self) -> Abilities {
        Abilities { console: false, ..ALL }
    }

    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError> {
        self.say(Call::CarryOut(order.id), &self.carried_out).await
    }

    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError> {
        self.say(Call::Inquire(order.id), &self.inquired).await
    }

    async fn observe(&self, _: &Machine) -> Result<Observed, DriverError> {
        let address = MachineAddress { address: "192.0.2.7".parse().expect("an address"), reverse: None };
        Ok(Observed { state: MachineState::Running, addresses: vec![address] })
    }

    async fn images(&self, _: &Machine) -> Result<Vec<Image>, DriverError> {
        Ok(vec![Image { key: "debian".to_owned(), name: "Debian".to_owned() }])
    }

    async fn backups(&self, _: &Machine) -> Result<Vec<Backup>, DriverError> {
        let (key, label) = ("b1".to_owned(), "before the update".to_owned());
        Ok(vec![Backup { key, label, made: Timestamp(0), size: None }])
    }

    async fn measurements(&self, _: &Machine, _: Timestamp) -> Result<Vec<Sample>, DriverError> {
        Ok(Vec::new())
    }

    async fn credentials(&self, _: &Machine) -> Result<MachineCredentials, DriverError> {
        Ok(MachineCredentials { user: "root".to_owned(), password: Secret::new("hunter2".to_owned()) })
    }

    async fn console(&self, _: &Machine) -> Result<ConsoleAddress, DriverError> {
        Err(DriverError::NotReached("no screen".to_owned()))
    }

    async fn panel(&self, machine: &Machine, visit: &PanelVisit) -> Result<Secret, DriverError> {
        Ok(Secret::new(format!("https://panel.example/{}?{}", machine.handle, visit.person)))
    }
}

const ALL: Abilities = Abilities {
    power: true,
    rebuild: true,
    backups: true,
    reverse_dns: true,
    credentials: true,
    console: true,
    panel: true,
    measurements: true,
};
