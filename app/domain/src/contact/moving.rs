//! Suspending, deleting, restoring and viewing as contacts.

use super::ContactFilter;
use crate::access::Denied;
use crate::id::{ContactId, SubmissionId};
use crate::text::Secret;
use serde::{Deserialize, Serialize};

/// The command to suspend, reactivate, delete or restore one contact, or to send it a reset link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveContact {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which contact.
    pub contact: ContactId,
    /// What becomes of it.
    pub to: Move,
}

/// What becomes of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
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

/// The command to suspend or delete many contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveContacts {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of them; suspending and deleting only.
    pub to: Move,
    /// The contacts ticked; with `everything`, ignored.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    /// All that the filter finds, on every page.
    #[serde(default)]
    pub everything: bool,
    /// The filter, for `everything`.
    #[serde(default)]
    pub filter: ContactFilter,
}

/// What a bulk action did: all of it is in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkOutcome {
    /// How many were changed.
    pub done: usize,
    /// How many were already there.
    pub unchanged: usize,
    /// Those left alone, with the reason; at most twenty are named.
    pub refused: Vec<(String, Denied)>,
    /// How many were left alone in all.
    pub refused_count: usize,
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
