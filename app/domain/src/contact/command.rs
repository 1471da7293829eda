//! Suspending, deleting, restoring and viewing as contacts.

use crate::id::{ContactId, SubmissionId};
use crate::text::Secret;
use serde::{Deserialize, Serialize};

/// The command to suspend, reactivate, delete or restore one contact, or to send it a reset link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which contact.
    pub contact: ContactId,
    /// What becomes of it.
    pub to: ContactVerb,
}

/// What becomes of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactVerb {
    /// Suspend it.
    Suspend,
    /// End the suspension.
    Reactivate,
    /// Delete it.
    Delete,
    /// Bring it back with the rights it had.
    Restore,
    /// Bring it back without any rights.
    RestoreBare,
    /// Send a link to set a new password.
    SendReset,
}

impl ContactVerb {
    /// What takes it back, where one more step does. A deletion can be taken back within so many days.
    pub const fn undone_by(self, restore_days: u32) -> Option<Self> {
        match self {
            Self::Delete if restore_days == 0 => None,
            Self::Suspend => Some(Self::Reactivate),
            Self::Reactivate => Some(Self::Suspend),
            Self::Delete => Some(Self::Restore),
            Self::Restore | Self::RestoreBare | Self::SendReset => None,
        }
    }
}

/// A start of viewing the portal as a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewContactAs {
    /// Which contact.
    pub contact: ContactId,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deletion_is_undone_only_where_something_can_be_restored() {
        assert_eq!(ContactVerb::Delete.undone_by(30), Some(ContactVerb::Restore));
        assert_eq!(ContactVerb::Delete.undone_by(0), None);
        assert_eq!(ContactVerb::Suspend.undone_by(0), Some(ContactVerb::Reactivate));
    }
}
