//! The same for many contacts: what is asked for, and what came of it for each.

use super::{BulkDeed, BulkVerb, ContactFilter};
use crate::category::Category;
use crate::error::PortalError;
use crate::id::{BulkId, ContactId, SubmissionId};
use crate::list::Total;
use crate::role::Role;
use crate::time::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::collections::BTreeSet;

/// The command to do something to many contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BulkCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What is done to them; only what can be asked for.
    pub to: BulkVerb,
    /// What that takes.
    #[serde(default)]
    pub with: BulkWith,
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

/// What some of it takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BulkWith {
    /// The role that is given.
    pub role: Option<Role>,
    /// The categories that are chosen; none is a choice too.
    pub categories: BTreeSet<Category>,
    /// The last day of access, as typed.
    pub ends_on: String,
    /// Access does not end, whatever day was typed.
    pub endless: bool,
}

impl BulkCommand {
    /// How many contacts are named one by one.
    pub const NAMED: usize = 5_000;

    /// What is to be done, where what was typed as the last day of access comes to this end; nothing, where what it takes is
    /// missing or it can't be asked for.
    pub fn deed(&self, ends: Option<Timestamp>) -> Option<BulkDeed> {
        match self.to {
            BulkVerb::Suspend => Some(BulkDeed::Suspend),
            BulkVerb::Delete => Some(BulkDeed::Delete),
            BulkVerb::Resend => Some(BulkDeed::Resend),
            BulkVerb::GiveRole => self.with.role.map(BulkDeed::GiveRole),
            BulkVerb::Notify => Some(BulkDeed::Notify(self.with.categories.clone())),
            BulkVerb::SetEnd => Some(BulkDeed::SetEnd(ends)),
            BulkVerb::Reactivate | BulkVerb::Restore | BulkVerb::TakeRole => None,
        }
    }

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
    /// What was done to them.
    pub to: BulkVerb,
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
    pub const fn nothing(to: BulkVerb) -> Self {
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
    fn only_what_can_be_asked_for_is_a_deed_and_keys_are_what_forms_post() {
        for to in BulkVerb::ALL {
            let with = BulkWith { role: Some(Role::Billing), ..BulkWith::default() };
            let submission = SubmissionId::new(Uuid::nil());
            let command = BulkCommand {
                submission,
                to,
                with,
                contacts: Vec::new(),
                everything: false,
                filter: ContactFilter::default(),
            };
            assert_eq!(command.deed(None).map(|deed| deed.verb()), to.is_asked_for().then_some(to));
            assert_eq!(serde_json::to_value(to).expect("a key"), to.key());
            let undone = command.deed(None).is_some_and(|deed| deed.undone_by(30).is_some());
            assert_eq!(undone, to.is_asked_for() && to.can_be_undone(30), "{to:?}");
        }
    }

    #[test]
    fn a_form_names_contacts_one_by_one_or_several_in_one_field() {
        let id = |number| ContactId::new(Uuid::from_u128(number));
        let read = |contacts: &[String]| {
            let submission = SubmissionId::new(Uuid::nil());
            let form = serde_json::json!({"submission": submission, "to": BulkVerb::Delete, "contacts": contacts});
            serde_json::from_value::<BulkCommand>(form).map(|read| read.contacts).ok()
        };
        let texts = [id(1).to_string(), BulkCommand::joined(&[id(2), id(3)])];
        assert_eq!(read(&texts), Some(vec![id(1), id(2), id(3)]));
        assert_eq!(read(&[]), Some(Vec::new()));
        assert_eq!(read(&[String::new()]), None);
        assert_eq!(read(&[format!("{}.x", id(1))]), None);
    }
}
