//! What is asked to be done to services.

use crate::error::PortalError;
use crate::id::{ServiceId, SubmissionId};
use crate::ordered::OperationVerb;
use crate::problem::{OperationProblem, Problem};
use crate::provisioning::{PowerChange, Task};
use crate::ssh_key::ChosenSshKeys;
use crate::text;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;
use uuid::Uuid;

/// The most services whose power is changed at once.
pub const POWERED: usize = 100;

/// The longest key of an image or a backup.
const KEY_MAX: usize = 200;
/// The longest name of a backup.
const LABEL_MAX: usize = 60;
/// The longest host name.
const HOST_MAX: usize = 253;

/// The submission id for one thing that is done to one service. A page has one id, which its forms share; what is done to
/// different services, and different things, must not pass for retries of each other.
pub const fn submission_on(page: SubmissionId, service: ServiceId, verb: OperationVerb) -> SubmissionId {
    // In front, where ids made within some centuries are the same.
    let step = (verb as u128 + 1) << 120;
    SubmissionId::new(Uuid::from_u128(page.uuid().as_u128() ^ service.uuid().as_u128().rotate_left(64) ^ step))
}

/// Something to be done to a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderOperation {
    /// Made when the page was rendered.
    pub submission: SubmissionId,
    /// To which service.
    pub service: ServiceId,
    /// What.
    pub to: OperationVerb,
    /// Rebuilding: the key of the image.
    #[serde(default)]
    pub image: String,
    /// Rebuilding: the SSH keys of the account that may sign in afterwards.
    #[serde(default)]
    pub keys: ChosenSshKeys,
    /// Making a backup: what it is called.
    #[serde(default)]
    pub label: String,
    /// Restoring: the key of the backup.
    #[serde(default)]
    pub backup: String,
    /// Reverse DNS: which address.
    #[serde(default)]
    pub address: String,
    /// Reverse DNS: the host name; empty for the provider's own.
    #[serde(default)]
    pub host: String,
    /// Where data is lost: the name of the service, typed.
    #[serde(default)]
    pub name: String,
}

impl OrderOperation {
    /// Something that takes nothing more.
    pub fn plain(submission: SubmissionId, service: ServiceId, to: OperationVerb) -> Self {
        let (image, label, backup) = (String::new(), String::new(), String::new());
        let (address, host, name) = (String::new(), String::new(), String::new());
        let keys = ChosenSshKeys::new();
        Self { submission, service, to, image, keys, label, backup, address, host, name }
    }

    /// What the driver is to do, checked; `keys` are the lines of the chosen ones.
    ///
    /// # Errors
    /// When something typed is invalid, or missing.
    pub fn task(&self, keys: Vec<String>) -> Result<Task, PortalError> {
        match self.to {
            OperationVerb::Start => Ok(Task::Power(PowerChange::Start)),
            OperationVerb::ShutDown => Ok(Task::Power(PowerChange::ShutDown)),
            OperationVerb::Reboot => Ok(Task::Power(PowerChange::Reboot)),
            OperationVerb::HardStop => Ok(Task::Power(PowerChange::HardStop)),
            OperationVerb::Rebuild => Ok(Task::Rebuild { image: line("image", &self.image, KEY_MAX)?, keys }),
            OperationVerb::CreateBackup => Ok(Task::CreateBackup { label: line("label", &self.label, LABEL_MAX)? }),
            OperationVerb::RestoreBackup => Ok(Task::RestoreBackup { backup: line("backup", &self.backup, KEY_MAX)? }),
            OperationVerb::SetReverseDns => {
                let address: Result<IpAddr, _> = self.address.parse();
                let address = address.map_err(|_| PortalError::invalid("address", Problem::NotOffered))?;
                Ok(Task::SetReverseDns { address, name: host(&self.host)? })
            }
            OperationVerb::ResetCredentials => Ok(Task::ResetCredentials),
        }
    }

    /// Goes on where the name was typed, if that is asked for.
    ///
    /// # Errors
    /// When it was not, or is another one.
    pub fn confirmed(&self, name: &str) -> Result<(), PortalError> {
        let typed = self.name.trim();
        if !self.to.loses_data() || typed == name {
            return Ok(());
        }
        let problem = if typed.is_empty() { Problem::Required } else { OperationProblem::OtherName.into() };
        Err(PortalError::invalid("name", problem))
    }
}

/// A line that must not be empty.
fn line(field: &str, text: &str, max: usize) -> Result<String, PortalError> {
    match text::line(text, max) {
        Ok(line) if line.is_empty() => Err(PortalError::invalid(field, Problem::Required)),
        Ok(line) => Ok(line),
        Err(problem) => Err(PortalError::invalid(field, problem)),
    }
}

/// A host name as DNS has them: labels of letters, digits and hyphens, two at least. Empty: none.
fn host(text: &str) -> Result<Option<String>, PortalError> {
    let name = text.trim().trim_end_matches('.').to_ascii_lowercase();
    if name.is_empty() {
        return Ok(None);
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_name = name.len() <= HOST_MAX && name.contains('.') && name.split('.').all(is_label);
    if is_name { Ok(Some(name)) } else { Err(PortalError::invalid("host", OperationProblem::NotAHost)) }
}

/// Changing the power of several services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderPower {
    /// Made when the page was rendered.
    pub submission: SubmissionId,
    /// Which services, up to [`POWERED`].
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// What is done to each: something that is done to power.
    pub to: OperationVerb,
}

/// Showing how one signs in on a service. It has no submission id: sent again it is no retry, and written down again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowCredentials {
    /// Of which service.
    pub service: ServiceId,
}

/// Opening the panel of a service (S1.14). It has no submission id either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenPanel {
    /// Of which service.
    pub service: ServiceId,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(to: OperationVerb) -> OrderOperation {
        OrderOperation::plain(SubmissionId::new(Uuid::nil()), ServiceId::new(Uuid::nil()), to)
    }

    #[test]
    fn a_verb_is_that_of_its_task() {
        for verb in OperationVerb::ALL {
            let (image, label, backup) = ("debian".to_owned(), "before".to_owned(), "b1".to_owned());
            let address = "192.0.2.1".to_owned();
            let task =
                OrderOperation { image, label, backup, address, ..order(verb) }.task(Vec::new()).expect("it has all");
            assert_eq!(task.verb(), verb);
        }
    }

    #[test]
    fn what_loses_data_asks_for_the_name() {
        let typed = |name: &str| OrderOperation { name: name.to_owned(), ..order(OperationVerb::Rebuild) };
        assert_eq!(typed(" web-01 ").confirmed("web-01"), Ok(()));
        assert_eq!(typed("").confirmed("web-01"), Err(PortalError::invalid("name", Problem::Required)));
        assert_eq!(typed("web-02").confirmed("web-01"), Err(PortalError::invalid("name", OperationProblem::OtherName)));
        assert_eq!(order(OperationVerb::Start).confirmed("web-01"), Ok(()));
    }

    #[test]
    fn a_host_name_is_one_that_dns_takes() {
        assert_eq!(host(" Web.Example.COM. "), Ok(Some("web.example.com".to_owned())));
        assert_eq!(host(" "), Ok(None));
        let long = format!("{}.example", "a".repeat(64));
        for name in
            ["web", "-a.example", "a-.example", "a..example", "a_b.example", "b\u{fc}.example", &long, "a b.example"]
        {
            assert_eq!(host(name), Err(PortalError::invalid("host", OperationProblem::NotAHost)), "{name}");
        }
    }
}
