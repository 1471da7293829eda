//! Orders: how they are handed over, and how far they are.

use super::{Body, Senseless};
use domain::id::{OrderId, ServiceId};
use domain::provisioning::{FailureReason, Machine, Order, PowerChange, Progress, Task, TaskFailure};
use domain::service::ServiceKind;
use domain::text;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// The longest words for an operator.
const MESSAGE_MAX: usize = 1_000;

/// An order, as it is handed over.
#[derive(Debug, Serialize)]
pub struct OrderBody<'a> {
    order: OrderId,
    machine: MachineBody<'a>,
    task: TaskBody<'a>,
    callback: &'a str,
}

#[derive(Debug, Serialize)]
struct MachineBody<'a> {
    service: ServiceId,
    handle: &'a str,
    name: &'a str,
    kind: ServiceKind,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum TaskBody<'a> {
    Power { change: PowerChange },
    Rebuild { image: &'a str, keys: &'a [String] },
    CreateBackup { label: &'a str },
    RestoreBackup { backup: &'a str },
    SetReverseDns { address: IpAddr, name: Option<&'a str> },
    ResetCredentials,
}

impl<'a> OrderBody<'a> {
    /// An order whose end is to be called back to an address of the portal.
    pub fn of(order: &'a Order, callback: &'a str) -> Self {
        let Machine { service, handle, name, kind } = &order.machine;
        let task = match &order.task {
            Task::Power(change) => TaskBody::Power { change: *change },
            Task::Rebuild { image, keys } => TaskBody::Rebuild { image, keys },
            Task::CreateBackup { label } => TaskBody::CreateBackup { label },
            Task::RestoreBackup { backup } => TaskBody::RestoreBackup { backup },
            Task::SetReverseDns { address, name } => {
                TaskBody::SetReverseDns { address: *address, name: name.as_deref() }
            }
            Task::ResetCredentials => TaskBody::ResetCredentials,
        };
        Self { order: order.id, machine: MachineBody { service: *service, handle, name, kind: *kind }, task, callback }
    }
}

/// How far an order is: the answer to one, and what a callback brings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgressBody {
    order: OrderId,
    state: ProgressState,
    percent: Option<u8>,
    reason: Option<String>,
    message: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ProgressState {
    Running,
    Done,
    Failed,
    NeverBegun,
    Unknown,
}

impl Body for ProgressBody {
    type Meaning = (OrderId, Progress);

    fn meaning(self) -> Result<(OrderId, Progress), Senseless> {
        let Self { order, state, percent, reason, message } = self;
        if percent.is_some_and(|percent| percent > 100) {
            return Err("percent is more than 100".to_owned());
        }
        let progress = match (state, reason) {
            (ProgressState::Running, None) => Progress::Running { percent },
            (ProgressState::Done, None) => Progress::Done,
            (ProgressState::NeverBegun, None) => Progress::NeverBegun,
            (ProgressState::Unknown, None) => Progress::Unknown { cause: words(message) },
            (ProgressState::Failed, Some(reason)) => {
                Progress::Failed(TaskFailure { reason: failure(&reason), cause: words(message) })
            }
            (ProgressState::Failed, None) => return Err("state is failed, and reason is missing".to_owned()),
            (_, Some(_)) => return Err("there is a reason, and state is not failed".to_owned()),
        };
        Ok((order, progress))
    }
}

/// A refusal: nothing was begun.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalBody {
    reason: String,
    message: Option<String>,
}

impl Body for RefusalBody {
    type Meaning = (FailureReason, String);

    fn meaning(self) -> Result<(FailureReason, String), Senseless> {
        Ok((failure(&self.reason), words(self.message)))
    }
}

/// What a customer is told. A reason that is not in the contract is still a failure.
fn failure(key: &str) -> FailureReason {
    match key {
        "wrong_state" => FailureReason::WrongState,
        "busy" => FailureReason::Busy,
        "no_reaction" => FailureReason::NoReaction,
        "image_gone" => FailureReason::ImageGone,
        "backup_gone" => FailureReason::BackupGone,
        "address_gone" => FailureReason::AddressGone,
        "no_space" => FailureReason::NoSpace,
        "machine_gone" => FailureReason::MachineGone,
        "unsupported" => FailureReason::Unsupported,
        _ => FailureReason::Other,
    }
}

/// What an operator reads of it, in one line.
fn words(message: Option<String>) -> String {
    let message = message.unwrap_or_default();
    let plain = |c: char| if text::is_plain(c) { c } else { ' ' };
    message.chars().map(plain).take(MESSAGE_MAX).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhook::wire::read;

    const ORDER: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";

    fn progress(rest: &str) -> Result<Progress, Senseless> {
        let body = format!("{{\"order\": \"{ORDER}\", {rest}}}");
        read::<ProgressBody>(body.as_bytes()).map(|(_, progress)| progress)
    }

    #[test]
    fn progress_is_one_of_five_states_and_nothing_beside() {
        let failed = |reason, cause: &str| Ok(Progress::Failed(TaskFailure { reason, cause: cause.to_owned() }));
        assert_eq!(progress(r#""state": "running""#), Ok(Progress::Running { percent: None }));
        assert_eq!(progress(r#""state": "running", "percent": 100"#), Ok(Progress::Running { percent: Some(100) }));
        assert_eq!(progress(r#""state": "done", "message": null"#), Ok(Progress::Done));
        assert_eq!(progress(r#""state": "never_begun""#), Ok(Progress::NeverBegun));
        assert_eq!(
            progress(r#""state": "unknown", "message": "lost\nit""#),
            Ok(Progress::Unknown { cause: "lost it".to_owned() })
        );
        assert_eq!(
            progress(r#""state": "failed", "reason": "image_gone", "message": "no debian-9""#),
            failed(FailureReason::ImageGone, "no debian-9")
        );
        // A reason of the portal's own, or none that it knows, is still a failure.
        for reason in ["moved", "unreachable", "out_of_cheese"] {
            assert_eq!(
                progress(&format!(r#""state": "failed", "reason": "{reason}""#)),
                failed(FailureReason::Other, "")
            );
        }
        for bad in [
            r#""state": "finished""#,
            r#""state": "failed""#,
            r#""state": "done", "reason": "busy""#,
            r#""state": "running", "percent": 101"#,
            r#""state": "running", "percent": -1"#,
            r#""state": "running", "percent": "40""#,
            r#""state": "running", "precent": 40"#,
            r#""state": "done", "state": "failed""#,
            r#""percent": 1"#,
        ] {
            assert!(progress(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn words_for_an_operator_are_one_bounded_line() {
        let long = "x".repeat(2 * MESSAGE_MAX);
        assert_eq!(words(Some(long)).len(), MESSAGE_MAX);
        assert_eq!(words(Some("a\r\nforged: b\u{202e}".to_owned())), "a  forged: b");
        assert_eq!(words(None), "");
    }
}
