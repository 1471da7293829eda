//! The same for many contacts: what is asked for, and what came of it for each.

use super::{ContactFilter, ContactVerb};
use crate::error::PortalError;
use crate::id::{BulkId, ContactId, SubmissionId};
use serde::{Deserialize, Serialize};

/// The command to suspend or delete many contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BulkCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of them; suspending and deleting only.
    pub to: ContactVerb,
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

/// The command to take a bulk action back, for everybody it was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoContacts {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which bulk action.
    pub bulk: BulkId,
}

/// What a bulk action did so far. Each contact is decided by itself; what is left over is carried out by a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkOutcome {
    /// What became of them.
    pub to: ContactVerb,
    /// By which it is undone and looked at; `None` where nothing was done.
    pub id: Option<BulkId>,
    /// How many were changed.
    pub done: usize,
    /// The first of them, by name; at most twenty.
    pub names: Vec<String>,
    /// How many were already there.
    pub unchanged: usize,
    /// The first of those left alone, by name with the reason; at most twenty.
    pub refused: Vec<(String, PortalError)>,
    /// How many were left alone in all.
    pub refused_count: usize,
    /// Whether all of it has been carried out.
    pub progress: BulkProgress,
}

impl BulkOutcome {
    /// How many names it holds of each kind.
    pub const NAMED: usize = 20;

    /// Of a bulk action that has looked at nobody yet.
    pub const fn nothing(to: ContactVerb) -> Self {
        Self {
            to,
            id: None,
            done: 0,
            names: Vec::new(),
            unchanged: 0,
            refused: Vec::new(),
            refused_count: 0,
            progress: BulkProgress::Complete,
        }
    }

    /// Counts a contact that is left as it is.
    pub fn leave(&mut self, name: String, why: BulkRefusal) {
        match why {
            BulkRefusal::Unchanged => self.unchanged += 1,
            BulkRefusal::Refused(why) => {
                self.refused_count += 1;
                if self.refused.len() < Self::NAMED {
                    self.refused.push((name, why));
                }
            }
        }
    }
}

/// Why a contact was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BulkRefusal {
    /// It was there already, or was changed since what is to be taken back.
    Unchanged,
    /// It may or can not be done to it.
    Refused(PortalError),
}

/// How far a bulk action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkProgress {
    /// All of it was carried out.
    #[default]
    Complete,
    /// A job carries out the rest.
    UnderWay,
    /// The rest is not carried out: whoever asked for it signed out, or may not any more.
    Stopped,
}

impl BulkProgress {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::UnderWay => "under_way",
            Self::Stopped => "stopped",
        }
    }

    /// By its stored key; what is not known is not carried on.
    pub fn from_key(key: &str) -> Self {
        match key {
            "complete" => Self::Complete,
            "under_way" => Self::UnderWay,
            _ => Self::Stopped,
        }
    }
}
