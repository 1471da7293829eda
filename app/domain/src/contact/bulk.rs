//! The same for many contacts: what is asked for, and what came of it for each.

use super::{ContactFilter, ContactVerb};
use crate::error::PortalError;
use crate::id::{BulkId, ContactId, SubmissionId};
use crate::list::Total;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// The command to suspend or delete many contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BulkCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of them; suspending and deleting only.
    pub to: ContactVerb,
    /// The contacts ticked; with `everything`, ignored.
    #[serde(default, deserialize_with = "ids")]
    pub contacts: Vec<ContactId>,
    /// All that the filter finds, on every page.
    #[serde(default)]
    pub everything: bool,
    /// The filter, for `everything`.
    #[serde(default)]
    pub filter: ContactFilter,
}

impl BulkCommand {
    /// How many contacts are named one by one.
    pub const NAMED: usize = 5_000;

    /// Ids as one text that a form posts: so many fields would not fit into it.
    pub fn joined(contacts: &[ContactId]) -> String {
        contacts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    }
}

/// Ids, of which each text holds one or several ([`BulkCommand::joined`]).
fn ids<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ContactId>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    texts.iter().flat_map(|text| text.split('.')).map(|id| id.parse().map_err(D::Error::custom)).collect()
}

/// Whom a bulk action would be done to, before it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkPreview {
    /// Those that were named, or all that match.
    pub picked: BulkPicked,
    /// The first of them, by name; at most [`BulkOutcome::NAMED`].
    pub names: Vec<String>,
    /// How many they are.
    pub total: Total,
    /// What would become of the others: nothing, and why.
    pub left: BulkOutcome,
}

/// Whom a bulk action is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkPicked {
    /// Those that were ticked, each once, without those whom it may not be done to.
    These(Vec<ContactId>),
    /// All that this finds.
    Matching(ContactFilter),
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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_form_names_contacts_one_by_one_or_several_in_one_field() {
        let id = |number| ContactId::new(Uuid::from_u128(number));
        let read = |contacts: &[String]| {
            let submission = SubmissionId::new(Uuid::nil());
            let form = serde_json::json!({"submission": submission, "to": ContactVerb::Delete, "contacts": contacts});
            serde_json::from_value::<BulkCommand>(form).map(|read| read.contacts).ok()
        };
        let texts = [id(1).to_string(), BulkCommand::joined(&[id(2), id(3)])];
        assert_eq!(read(&texts), Some(vec![id(1), id(2), id(3)]));
        assert_eq!(read(&[]), Some(Vec::new()));
        assert_eq!(read(&[String::new()]), None);
        assert_eq!(read(&[format!("{}.x", id(1))]), None);
    }
}
