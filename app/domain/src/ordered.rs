//! What is done to services, and why it was not: words that facts, orders and pages share.

use crate::operation::Operation;
use serde::{Deserialize, Serialize};

/// What is done. The keys are stored, and posted by forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationVerb {
    /// Start it.
    Start,
    /// Ask its system to shut down.
    ShutDown,
    /// Ask its system to reboot.
    Reboot,
    /// Cut its power.
    HardStop,
    /// Rebuild it from an image.
    Rebuild,
    /// Make a backup.
    CreateBackup,
    /// Put a backup over the present data.
    RestoreBackup,
    /// Set the name that an address leads back to.
    SetReverseDns,
    /// Give it a new password.
    ResetCredentials,
}

impl OperationVerb {
    /// Every verb.
    pub const ALL: [Self; 9] = [
        Self::Start,
        Self::ShutDown,
        Self::Reboot,
        Self::HardStop,
        Self::Rebuild,
        Self::CreateBackup,
        Self::RestoreBackup,
        Self::SetReverseDns,
        Self::ResetCredentials,
    ];

    /// The key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::ShutDown => "shut_down",
            Self::Reboot => "reboot",
            Self::HardStop => "hard_stop",
            Self::Rebuild => "rebuild",
            Self::CreateBackup => "create_backup",
            Self::RestoreBackup => "restore_backup",
            Self::SetReverseDns => "set_reverse_dns",
            Self::ResetCredentials => "reset_credentials",
        }
    }

    /// The verb with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.key() == key)
    }

    /// The operation that it takes.
    pub const fn operation(self) -> Operation {
        match self {
            Self::Start | Self::ShutDown | Self::Reboot | Self::HardStop => Operation::Power,
            Self::Rebuild => Operation::Rebuild,
            Self::CreateBackup => Operation::Backup,
            Self::RestoreBackup => Operation::Restore,
            Self::SetReverseDns => Operation::Network,
            Self::ResetCredentials => Operation::Credentials,
        }
    }

    /// Whether the data that is there is lost: the name of the service is typed first.
    pub const fn loses_data(self) -> bool {
        matches!(self, Self::Rebuild | Self::RestoreBackup)
    }
}

/// Why a task failed, as a customer is told. The keys are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureReason {
    /// The machine is not in a state in which that can be done.
    WrongState,
    /// Something else is being done to the machine.
    Busy,
    /// The machine's system did not react in time, to a shutdown say.
    NoReaction,
    /// There is no such image any more.
    ImageGone,
    /// There is no such backup any more.
    BackupGone,
    /// The address is none of the machine's.
    AddressGone,
    /// There is no room for it.
    NoSpace,
    /// The driver does not know the machine.
    MachineGone,
    /// The service was moved to another account before it began.
    Moved,
    /// Whoever asked for it could not do so any more before it began.
    NotAllowed,
    /// This cannot be done with such a machine.
    Unsupported,
    /// The driver could not be reached, and nothing was begun.
    Unreachable,
    /// Anything else.
    Other,
}

impl FailureReason {
    /// Every reason.
    pub const ALL: [Self; 13] = [
        Self::WrongState,
        Self::Busy,
        Self::NoReaction,
        Self::ImageGone,
        Self::BackupGone,
        Self::AddressGone,
        Self::NoSpace,
        Self::MachineGone,
        Self::Moved,
        Self::NotAllowed,
        Self::Unsupported,
        Self::Unreachable,
        Self::Other,
    ];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::WrongState => "wrong_state",
            Self::Busy => "busy",
            Self::NoReaction => "no_reaction",
            Self::ImageGone => "image_gone",
            Self::BackupGone => "backup_gone",
            Self::AddressGone => "address_gone",
            Self::NoSpace => "no_space",
            Self::MachineGone => "machine_gone",
            Self::Moved => "moved",
            Self::NotAllowed => "not_allowed",
            Self::Unsupported => "unsupported",
            Self::Unreachable => "unreachable",
            Self::Other => "other",
        }
    }

    /// The reason stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_again_and_are_those_of_json() {
        for verb in OperationVerb::ALL {
            assert_eq!(OperationVerb::from_key(verb.key()), Some(verb));
            assert_eq!(serde_json::to_value(verb).expect("JSON"), verb.key());
        }
        for reason in FailureReason::ALL {
            assert_eq!(FailureReason::from_key(reason.key()), Some(reason));
            assert_eq!(serde_json::to_value(reason).expect("JSON"), reason.key());
        }
    }
}
