//! What is done to many contacts at once, and what takes it back.

use super::ContactVerb;
use crate::category::Category;
use crate::role::Role;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is done to many contacts, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkVerb {
    /// Suspend them.
    Suspend,
    /// End their suspension: what takes that back.
    Reactivate,
    /// Delete them.
    Delete,
    /// Bring them back: what takes that back.
    Restore,
    /// Send their invitations again.
    Resend,
    /// Give them a role.
    GiveRole,
    /// Take it away: what takes that back.
    TakeRole,
    /// Choose which mails they get.
    Notify,
    /// Set when their access ends.
    SetEnd,
}

impl BulkVerb {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Suspend,
        Self::Reactivate,
        Self::Delete,
        Self::Restore,
        Self::Resend,
        Self::GiveRole,
        Self::TakeRole,
        Self::Notify,
        Self::SetEnd,
    ];

    /// The value that stands for it in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Suspend => "suspend",
            Self::Reactivate => "reactivate",
            Self::Delete => "delete",
            Self::Restore => "restore",
            Self::Resend => "resend",
            Self::GiveRole => "give_role",
            Self::TakeRole => "take_role",
            Self::Notify => "notify",
            Self::SetEnd => "set_end",
        }
    }

    /// Whether it can be asked for; the others only take something back.
    pub const fn is_asked_for(self) -> bool {
        match self {
            Self::Suspend | Self::Delete | Self::Resend | Self::GiveRole | Self::Notify | Self::SetEnd => true,
            Self::Reactivate | Self::Restore | Self::TakeRole => false,
        }
    }

    /// Whether it can be taken back, where what was deleted can be restored for so many days.
    pub const fn can_be_undone(self, restore_days: u32) -> bool {
        match self {
            Self::Suspend | Self::GiveRole => true,
            Self::Delete => restore_days > 0,
            Self::Reactivate | Self::Restore | Self::Resend | Self::TakeRole | Self::Notify | Self::SetEnd => false,
        }
    }
}

/// What is done to many contacts, with all that it takes. Stored: none is ever renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkDeed {
    /// Suspend them.
    Suspend,
    /// End their suspension.
    Reactivate,
    /// Delete them.
    Delete,
    /// Bring them back with the rights that they had.
    Restore,
    /// Send their invitations again.
    Resend,
    /// Give them a role.
    GiveRole(Role),
    /// Take a role from them.
    TakeRole(Role),
    /// Choose these mails for them, in the place of what was chosen.
    Notify(BTreeSet<Category>),
    /// Their access ends then, or not at all.
    SetEnd(Option<Timestamp>),
}

impl BulkDeed {
    /// The same in a word.
    pub const fn verb(&self) -> BulkVerb {
        match self {
            Self::Suspend => BulkVerb::Suspend,
            Self::Reactivate => BulkVerb::Reactivate,
            Self::Delete => BulkVerb::Delete,
            Self::Restore => BulkVerb::Restore,
            Self::Resend => BulkVerb::Resend,
            Self::GiveRole(_) => BulkVerb::GiveRole,
            Self::TakeRole(_) => BulkVerb::TakeRole,
            Self::Notify(_) => BulkVerb::Notify,
            Self::SetEnd(_) => BulkVerb::SetEnd,
        }
    }

    /// The step on one contact that it is, where it is one.
    pub const fn step(&self) -> Option<ContactVerb> {
        match self {
            Self::Suspend => Some(ContactVerb::Suspend),
            Self::Reactivate => Some(ContactVerb::Reactivate),
            Self::Delete => Some(ContactVerb::Delete),
            Self::Restore => Some(ContactVerb::Restore),
            Self::Resend | Self::GiveRole(_) | Self::TakeRole(_) | Self::Notify(_) | Self::SetEnd(_) => None,
        }
    }

    /// What takes it back, where something does. A role is taken only from those who got it by this.
    pub const fn undone_by(&self, restore_days: u32) -> Option<Self> {
        match self {
            Self::Suspend => Some(Self::Reactivate),
            Self::Delete if restore_days > 0 => Some(Self::Restore),
            Self::GiveRole(role) => Some(Self::TakeRole(*role)),
            Self::Reactivate
            | Self::Delete
            | Self::Restore
            | Self::Resend
            | Self::TakeRole(_)
            | Self::Notify(_)
            | Self::SetEnd(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_of_a_deed_is_understood() {
        let read = |text: &str| serde_json::from_str::<BulkDeed>(text).ok();
        assert_eq!(read("\"suspend\""), Some(BulkDeed::Suspend), "as a version before there were roles");
        assert_eq!(read("{\"give_role\":\"billing\"}"), Some(BulkDeed::GiveRole(Role::Billing)));
        assert_eq!(read("{\"set_end\":7}"), Some(BulkDeed::SetEnd(Some(Timestamp(7)))));
        assert_eq!(read("{\"set_end\":null}"), Some(BulkDeed::SetEnd(None)));
        assert_eq!(read("{\"notify\":[\"support\"]}"), Some(BulkDeed::Notify([Category::Support].into())));
    }
}
