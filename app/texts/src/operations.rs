//! What is done to services, how far it is, why it failed, and what the log says of it.

use crate::ServicesOperationsText;
use domain::audit::OperationFactKind;
use domain::list::Total;
use domain::operations::OperationStatus;
use domain::ordered::{FailureReason, OperationVerb};
use domain::problem::OperationProblem;

impl ServicesOperationsText {
    /// What is done.
    pub const fn verb(&self, verb: OperationVerb) -> &'static str {
        match verb {
            OperationVerb::Start => self.verb_start,
            OperationVerb::ShutDown => self.verb_shut_down,
            OperationVerb::Reboot => self.verb_reboot,
            OperationVerb::HardStop => self.verb_hard_stop,
            OperationVerb::Rebuild => self.verb_rebuild,
            OperationVerb::CreateBackup => self.verb_create_backup,
            OperationVerb::RestoreBackup => self.verb_restore_backup,
            OperationVerb::SetReverseDns => self.verb_set_reverse_dns,
            OperationVerb::ResetCredentials => self.verb_reset_credentials,
        }
    }

    /// How far an operation is.
    pub fn status(&self, status: OperationStatus) -> String {
        match status {
            OperationStatus::Waiting => self.status_waiting.to_owned(),
            OperationStatus::Running { percent: None } => self.status_running.to_owned(),
            OperationStatus::Running { percent: Some(percent) } => self.status_percent(percent),
            OperationStatus::Done => self.status_done.to_owned(),
            OperationStatus::Failed(_) => self.status_failed.to_owned(),
            OperationStatus::Unknown => self.status_unknown.to_owned(),
        }
    }

    /// Why an operation failed.
    pub const fn reason(&self, reason: FailureReason) -> &'static str {
        match reason {
            FailureReason::WrongState => self.reason_wrong_state,
            FailureReason::Busy => self.reason_busy,
            FailureReason::NoReaction => self.reason_no_reaction,
            FailureReason::ImageGone => self.reason_image_gone,
            FailureReason::BackupGone => self.reason_backup_gone,
            FailureReason::AddressGone => self.reason_address_gone,
            FailureReason::NoSpace => self.reason_no_space,
            FailureReason::MachineGone => self.reason_machine_gone,
            FailureReason::Moved => self.reason_moved,
            FailureReason::NotAllowed => self.reason_not_allowed,
            FailureReason::Unsupported => self.reason_unsupported,
            FailureReason::Unreachable => self.reason_unreachable,
            FailureReason::Other => self.reason_other,
        }
    }

    /// How many operations the history has.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// What the log says of a fact where the service may not be named.
    pub const fn fact(&self, kind: OperationFactKind) -> &'static str {
        match kind {
            OperationFactKind::Asked => self.fact_asked,
            OperationFactKind::Finished => self.fact_finished,
            OperationFactKind::Failed => self.fact_failed,
            OperationFactKind::Unknown => self.fact_unknown,
            OperationFactKind::CredentialsShown => self.fact_credentials,
            OperationFactKind::PanelOpened => self.fact_panel,
        }
    }

    /// What the log says of a fact: what was done to which service.
    pub fn fact_of(&self, kind: OperationFactKind, verb: Option<OperationVerb>, service: &str) -> String {
        match (kind, verb.map(|verb| self.verb(verb))) {
            (OperationFactKind::Asked, Some(what)) => self.log_asked(what, service),
            (OperationFactKind::Finished, Some(what)) => self.log_finished(what, service),
            (OperationFactKind::Failed, Some(what)) => self.log_failed(what, service),
            (OperationFactKind::Unknown, Some(what)) => self.log_unknown(what, service),
            (OperationFactKind::CredentialsShown, _) => self.log_credentials(service),
            (OperationFactKind::PanelOpened, _) => self.log_panel(service),
            (
                OperationFactKind::Asked
                | OperationFactKind::Finished
                | OperationFactKind::Failed
                | OperationFactKind::Unknown,
                None,
            ) => self.fact(kind).to_owned(),
        }
    }

    /// What is wrong with having something done to a service.
    pub fn problem(&self, problem: &OperationProblem) -> String {
        match problem {
            OperationProblem::ServiceBusy { name } => self.problem_busy(name),
            OperationProblem::ServiceNotActive { name } => self.problem_not_active(name),
            OperationProblem::NotPossible { name } => self.problem_not_possible(name),
            OperationProblem::OtherName => self.problem_other_name.to_owned(),
            OperationProblem::NotAHost => self.problem_not_a_host.to_owned(),
            OperationProblem::NoAnswer => self.problem_no_answer.to_owned(),
        }
    }
}
