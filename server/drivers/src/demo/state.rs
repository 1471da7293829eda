//! What is kept of a demo machine, and what an order makes of it once its time is over.

use domain::id::OrderId;
use domain::provisioning::{
    Backup, DriverError, FailureReason, MachineAddress, MachineState, Observed, Order, PowerChange, Progress, Task,
    TaskFailure,
};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, Ipv4Addr};

/// What machines can be rebuilt from.
pub(super) const IMAGES: [(&str, &str); 3] =
    [("debian-12", "Debian 12"), ("rocky-9", "Rocky Linux 9"), ("ubuntu-24.04", "Ubuntu 24.04 LTS")];

/// How many orders are remembered: far more than anybody still asks about.
const ORDERS_KEPT: usize = 40;
/// How many backups there is room for.
const BACKUPS: usize = 8;
/// How large a backup is said to be.
const BACKUP_SIZE: u64 = 2_400_000_000;

/// A machine. Stored as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct State {
    is_on: bool,
    image: String,
    /// How often its password was changed.
    passwords: u32,
    address: IpAddr,
    reverse: Option<String>,
    /// Latest first.
    backups: Vec<Backup>,
    /// Latest last; only that one can be under way.
    orders: Vec<Kept>,
}

/// An order that was begun.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    id: OrderId,
    task: Task,
    begun: Timestamp,
    ends: Timestamp,
    fails: Option<FailureReason>,
    is_over: bool,
}

impl State {
    /// A machine that nobody has touched: it runs.
    pub(super) fn new(handle: &str) -> Self {
        let [.., third, last] = mix(handle).to_be_bytes();
        let named = handle.split_once('@').and_then(|(_, address)| address.parse().ok());
        Self {
            is_on: true,
            image: "debian-12".to_owned(),
            passwords: 0,
            // A network for measurements in laboratories: it leads nowhere.
            address: named.unwrap_or_else(|| Ipv4Addr::new(198, 18 + third % 2, third, last).into()),
            reverse: None,
            backups: Vec::new(),
            orders: Vec::new(),
        }
    }

    /// The same at this time: what was under way may be over.
    pub(super) fn at(mut self, now: Timestamp) -> Self {
        let due = self.orders.last_mut().filter(|order| !order.is_over && order.ends <= now);
        if let Some(order) = due {
            order.is_over = true;
            let order = order.clone();
            if order.fails.is_none() {
                self.take_effect(order);
            }
        }
        self
    }

    fn take_effect(&mut self, order: Kept) {
        match order.task {
            Task::Power(PowerChange::Start | PowerChange::Reboot) | Task::RestoreBackup { .. } => self.is_on = true,
            Task::Power(PowerChange::ShutDown | PowerChange::HardStop) => self.is_on = false,
            Task::Rebuild { image, .. } => {
                self.image = image;
                self.passwords += 1;
                self.is_on = true;
            }
            Task::CreateBackup { label } => {
                let backup = Backup { key: order.id.to_string(), label, made: order.ends, size: Some(BACKUP_SIZE) };
                self.backups.insert(0, backup);
            }
            Task::SetReverseDns { name, .. } => self.reverse = name,
            Task::ResetCredentials => self.passwords += 1,
        }
    }

    /// How far an order is.
    pub(super) fn progress(&self, order: OrderId, now: Timestamp) -> Progress {
        let Some(order) = self.orders.iter().find(|kept| kept.id == order) else { return Progress::NeverBegun };
        match order.fails {
            _ if !order.is_over => Progress::Running { percent: Some(order.percent(now)) },
            Some(reason) => {
                Progress::Failed(TaskFailure { reason, cause: "as demo machines of this name do".to_owned() })
            }
            None => Progress::Done,
        }
    }

    /// Begins an order that is new.
    pub(super) fn begin(&mut self, order: &Order, now: Timestamp) -> Result<(), DriverError> {
        if self.is_busy() {
            return Err(refused(FailureReason::Busy, "one order at a time"));
        }
        self.accepts(&order.task)?;
        let (mut seconds, mut fails) = (seconds(&order.task), None);
        if order.task == Task::Power(PowerChange::ShutDown) && order.machine.handle.starts_with("deaf") {
            (seconds, fails) = (30, Some(FailureReason::NoReaction));
        }
        // Keys are not needed again, and may be long.
        let mut task = order.task.clone();
        if let Task::Rebuild { keys, .. } = &mut task {
            keys.clear();
        }
        let ends = now.plus_seconds(seconds);
        self.orders.push(Kept { id: order.id, task, begun: now, ends, fails, is_over: false });
        let too_many = self.orders.len().saturating_sub(ORDERS_KEPT);
        self.orders.drain(..too_many);
        Ok(())
    }

    fn accepts(&self, task: &Task) -> Result<(), DriverError> {
        match task {
            Task::Power(PowerChange::Start) if self.is_on => Err(refused(FailureReason::WrongState, "it runs")),
            Task::Power(PowerChange::ShutDown | PowerChange::Reboot | PowerChange::HardStop) if !self.is_on => {
                Err(refused(FailureReason::WrongState, "it is off"))
            }
            Task::Rebuild { image, .. } if IMAGES.iter().all(|(key, _)| key != image) => {
                Err(refused(FailureReason::ImageGone, image))
            }
            Task::CreateBackup { .. } if self.backups.len() >= BACKUPS => {
                Err(refused(FailureReason::NoSpace, "no room for another backup"))
            }
            Task::RestoreBackup { backup } if self.backups.iter().all(|kept| kept.key != *backup) => {
                Err(refused(FailureReason::BackupGone, backup))
            }
            Task::SetReverseDns { address, .. } if *address != self.address => {
                Err(refused(FailureReason::AddressGone, &address.to_string()))
            }
            Task::Power(_)
            | Task::Rebuild { .. }
            | Task::CreateBackup { .. }
            | Task::RestoreBackup { .. }
            | Task::SetReverseDns { .. }
            | Task::ResetCredentials => Ok(()),
        }
    }

    fn is_busy(&self) -> bool {
        self.orders.last().is_some_and(|order| !order.is_over)
    }

    pub(super) fn observed(self) -> Observed {
        let state = match (self.is_busy(), self.is_on) {
            (true, _) => MachineState::Busy,
            (false, true) => MachineState::Running,
            (false, false) => MachineState::Stopped,
        };
        let addresses = vec![MachineAddress { address: self.address, reverse: self.reverse }];
        Observed { state, addresses }
    }

    pub(super) fn backups(self) -> Vec<Backup> {
        self.backups
    }

    /// The password, which is no secret: whoever knows the handle can work it out.
    pub(super) fn password(&self, handle: &str) -> String {
        format!("demo-{:016x}", mix(&format!("{handle}/{}", self.passwords)))
    }
}

impl Kept {
    fn percent(&self, now: Timestamp) -> u8 {
        let (done, all) = ((now.0 - self.begun.0).max(0), (self.ends.0 - self.begun.0).max(1));
        u8::try_from((done * 100 / all).min(99)).unwrap_or_default()
    }
}

/// How long a task takes.
const fn seconds(task: &Task) -> i64 {
    match task {
        Task::Power(PowerChange::Start) => 4,
        Task::Power(PowerChange::ShutDown) => 5,
        Task::Power(PowerChange::Reboot) => 6,
        Task::Power(PowerChange::HardStop) | Task::SetReverseDns { .. } => 1,
        Task::Rebuild { .. } => 20,
        Task::CreateBackup { .. } => 8,
        Task::RestoreBackup { .. } => 12,
        Task::ResetCredentials => 2,
    }
}

fn refused(reason: FailureReason, cause: &str) -> DriverError {
    DriverError::Refused(reason, cause.to_owned())
}

/// A number that follows from a text and looks like chance (FNV-1a).
pub(super) fn mix(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
