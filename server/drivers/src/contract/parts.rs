//! The promises, one by one.

use super::{Bench, done, observed, order, reason, settle, state};
use domain::provisioning::{
    DriverError, FailureReason, Machine, MachineState, PanelVisit, PowerChange, Progress, Task,
};
use domain::time::Timestamp;

const START: Task = Task::Power(PowerChange::Start);
const SHUT_DOWN: Task = Task::Power(PowerChange::ShutDown);
const REBOOT: Task = Task::Power(PowerChange::Reboot);
const HARD_STOP: Task = Task::Power(PowerChange::HardStop);

async fn switch_on(bench: &dyn Bench, machine: &Machine) {
    if state(bench, machine).await == MachineState::Stopped {
        done(bench, machine, START).await;
    }
    assert_eq!(state(bench, machine).await, MachineState::Running);
}

async fn switch_off(bench: &dyn Bench, machine: &Machine) {
    if state(bench, machine).await == MachineState::Running {
        done(bench, machine, HARD_STOP).await;
    }
    assert_eq!(state(bench, machine).await, MachineState::Stopped);
}

/// Nothing was begun of an order that was not handed over, and asking begins nothing.
pub(super) async fn unknown_orders(bench: &dyn Bench) {
    let machine = bench.machine();
    let before = state(bench, &machine).await;
    for task in [START, HARD_STOP, Task::ResetCredentials] {
        let order = order(&machine, task);
        for _ in 0..2 {
            assert_eq!(bench.driver().inquire(&order).await, Ok(Progress::NeverBegun), "{order:?}");
        }
    }
    assert_eq!(state(bench, &machine).await, before);
}

/// A machine that it does not know is said to be gone.
pub(super) async fn strangers(bench: &dyn Bench) {
    let (driver, stranger) = (bench.driver(), bench.stranger());
    assert_eq!(reason(bench, &stranger, START).await, FailureReason::MachineGone);
    gone("observe", driver.observe(&stranger).await);
    let abilities = driver.abilities();
    if abilities.backups {
        gone("backups", driver.backups(&stranger).await);
    }
    if abilities.credentials {
        gone("credentials", driver.credentials(&stranger).await);
    }
    if abilities.console {
        gone("console", driver.console(&stranger).await);
    }
}

fn gone<T: std::fmt::Debug>(what: &str, answer: Result<T, DriverError>) {
    assert!(matches!(answer, Err(DriverError::Refused(FailureReason::MachineGone, _))), "{what}: {answer:?}");
}

/// Each change of power comes to the state that it is for. Where the machine is in that already, it is done or refused.
pub(super) async fn power(bench: &dyn Bench) {
    if !bench.driver().abilities().power {
        return;
    }
    let machine = bench.machine();
    switch_off(bench, &machine).await;
    for idle in [SHUT_DOWN, HARD_STOP] {
        let order = order(&machine, idle);
        is_done_or_wrong(&settle(bench, &order).await);
        assert_eq!(state(bench, &machine).await, MachineState::Stopped, "{order:?}");
    }
    assert_eq!(reason(bench, &machine, REBOOT).await, FailureReason::WrongState, "nothing runs that could reboot");
    done(bench, &machine, START).await;
    assert_eq!(state(bench, &machine).await, MachineState::Running);
    is_done_or_wrong(&settle(bench, &order(&machine, START)).await);
    done(bench, &machine, REBOOT).await;
    assert_eq!(state(bench, &machine).await, MachineState::Running);
    done(bench, &machine, SHUT_DOWN).await;
    assert_eq!(state(bench, &machine).await, MachineState::Stopped);
    switch_on(bench, &machine).await;
    done(bench, &machine, HARD_STOP).await;
    assert_eq!(state(bench, &machine).await, MachineState::Stopped);
    switch_on(bench, &machine).await;
}

fn is_done_or_wrong(outcome: &Result<Progress, DriverError>) {
    let wrong = match outcome {
        Ok(Progress::Failed(failure)) => failure.reason == FailureReason::WrongState,
        Err(DriverError::Refused(reason, _)) => *reason == FailureReason::WrongState,
        _ => false,
    };
    assert!(wrong || *outcome == Ok(Progress::Done), "{outcome:?}");
}

/// An order that arrives again does nothing again, whatever came after it, and is answered as it ended.
pub(super) async fn the_same_order_twice(bench: &dyn Bench) {
    let machine = bench.machine();
    if bench.driver().abilities().power {
        switch_off(bench, &machine).await;
        let start = done(bench, &machine, START).await;
        done(bench, &machine, HARD_STOP).await;
        for _ in 0..2 {
            assert_eq!(bench.driver().carry_out(&start).await, Ok(Progress::Done));
            assert_eq!(bench.driver().inquire(&start).await, Ok(Progress::Done));
        }
        assert_eq!(state(bench, &machine).await, MachineState::Stopped);
        switch_on(bench, &machine).await;
    }
    if bench.driver().abilities().backups {
        let task = Task::CreateBackup { label: "twice".to_owned() };
        let backup = order(&machine, task);
        // Also while it is under way.
        let first = bench.driver().carry_out(&backup).await.expect("it is taken");
        let second = bench.driver().carry_out(&backup).await.expect("it is the same");
        for progress in [first, second] {
            assert!(matches!(progress, Progress::Running { .. } | Progress::Done), "{progress:?}");
        }
        assert_eq!(settle(bench, &backup).await, Ok(Progress::Done));
        let backups = bench.driver().backups(&machine).await.expect("they are listed");
        assert_eq!(backups.iter().filter(|backup| backup.label == "twice").count(), 1);
    }
}

/// A system that ignores a shutdown is said not to react, and goes on.
pub(super) async fn a_shutdown_that_is_ignored(bench: &dyn Bench) {
    let Some(deaf) = bench.deaf().filter(|_| bench.driver().abilities().power) else { return };
    assert_eq!(reason(bench, &deaf, SHUT_DOWN).await, FailureReason::NoReaction);
    assert_eq!(state(bench, &deaf).await, MachineState::Running);
    done(bench, &deaf, HARD_STOP).await;
    assert_eq!(state(bench, &deaf).await, MachineState::Stopped);
    done(bench, &deaf, START).await;
}

/// A backup is listed, latest first, and can be restored; one that there is not cannot.
pub(super) async fn backups(bench: &dyn Bench) {
    let (driver, machine) = (bench.driver(), bench.machine());
    if !driver.abilities().backups {
        return;
    }
    for label in ["before the update", "Ünïcode & \"quotes\""] {
        done(bench, &machine, Task::CreateBackup { label: label.to_owned() }).await;
        bench.pass().await;
    }
    let backups = driver.backups(&machine).await.expect("they are listed");
    let labels: Vec<&str> = backups.iter().map(|backup| backup.label.as_str()).take(2).collect();
    assert_eq!(labels, ["Ünïcode & \"quotes\"", "before the update"]);
    assert!(backups.is_sorted_by(|one, other| one.made >= other.made), "{backups:?}");
    done(bench, &machine, Task::RestoreBackup { backup: backups[1].key.clone() }).await;
    let missing = Task::RestoreBackup { backup: "no-such-backup".to_owned() };
    assert_eq!(reason(bench, &machine, missing).await, FailureReason::BackupGone);
    switch_on(bench, &machine).await;
}

/// The name that an address leads back to is what was set, and only for one's own addresses.
pub(super) async fn reverse_dns(bench: &dyn Bench) {
    let machine = bench.machine();
    if !bench.driver().abilities().reverse_dns {
        return;
    }
    let address = observed(bench, &machine).await.addresses.first().expect("it has an address").address;
    for name in [Some("web.example.com".to_owned()), None] {
        done(bench, &machine, Task::SetReverseDns { address, name: name.clone() }).await;
        let seen = observed(bench, &machine).await.addresses;
        let seen = seen.into_iter().find(|seen| seen.address == address).expect("it keeps its address");
        assert!(name.is_none() || seen.reverse == name, "{seen:?}");
    }
    let foreign = "192.0.2.250".parse().expect("an address");
    let task = Task::SetReverseDns { address: foreign, name: Some("mine.example.com".to_owned()) };
    assert_eq!(reason(bench, &machine, task).await, FailureReason::AddressGone);
}

/// There is a password, and a new one after a reset.
pub(super) async fn credentials(bench: &dyn Bench) {
    let (driver, machine) = (bench.driver(), bench.machine());
    if !driver.abilities().credentials {
        return;
    }
    let before = driver.credentials(&machine).await.expect("there are some");
    assert!(!before.user.is_empty() && !before.password.is_empty());
    done(bench, &machine, Task::ResetCredentials).await;
    let after = driver.credentials(&machine).await.expect("there are some");
    assert_ne!(before.password, after.password);
}

/// At most 300 samples, oldest first, none from before the time that was asked for.
pub(super) async fn measurements(bench: &dyn Bench) {
    let (driver, machine) = (bench.driver(), bench.machine());
    if !driver.abilities().measurements {
        return;
    }
    for from in [bench.now().plus_seconds(-86_400), bench.now().plus_seconds(-30 * 86_400), Timestamp(0)] {
        let samples = driver.measurements(&machine, from).await.expect("it measures");
        assert!(samples.len() <= 300, "{}", samples.len());
        assert!(samples.is_sorted_by(|one, other| one.at < other.at));
        let sane = |cpu: f32| (0.0..=100.0).contains(&cpu);
        assert!(samples.iter().all(|sample| sample.at >= from && sane(sample.cpu_percent)));
    }
}

/// A machine is rebuilt from an image that there is, and from no other.
pub(super) async fn rebuilding(bench: &dyn Bench) {
    let (driver, machine) = (bench.driver(), bench.machine());
    if !driver.abilities().rebuild {
        return;
    }
    let images = driver.images(&machine).await.expect("they are listed");
    let image = images.first().expect("there is one").key.clone();
    let gone = Task::Rebuild { image: "no-such-image".to_owned(), keys: Vec::new() };
    assert_eq!(reason(bench, &machine, gone).await, FailureReason::ImageGone);
    let keys = vec!["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKd3V2LkPxBZkHQy2cVVzD8gSPjNmDkR7pR0fPtZkW me".to_owned()];
    done(bench, &machine, Task::Rebuild { image, keys }).await;
    switch_on(bench, &machine).await;
}

/// What it cannot do at all is refused, not lost.
pub(super) async fn what_it_cannot_do(bench: &dyn Bench) {
    let (driver, machine) = (bench.driver(), bench.machine());
    let abilities = driver.abilities();
    let address = "192.0.2.250".parse().expect("an address");
    for task in [
        START,
        Task::Rebuild { image: String::new(), keys: Vec::new() },
        Task::CreateBackup { label: String::new() },
        Task::RestoreBackup { backup: String::new() },
        Task::SetReverseDns { address, name: None },
        Task::ResetCredentials,
    ] {
        if !abilities.can(&task) {
            assert_eq!(reason(bench, &machine, task).await, FailureReason::Unsupported);
        }
    }
    if !abilities.console {
        unsupported("console", driver.console(&machine).await);
    }
    if !abilities.panel {
        let person = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        unsupported("panel", driver.panel(&machine, &PanelVisit { person, now: bench.now() }).await);
    }
}

fn unsupported<T: std::fmt::Debug>(what: &str, answer: Result<T, DriverError>) {
    assert!(matches!(answer, Err(DriverError::Refused(FailureReason::Unsupported, _))), "{what}: {answer:?}");
}
