//! The log of an account as its people read it: what it is asked for, and what it answers.

use super::{Change, ContactFactKind, FactKind, NamedSet, SetStep};
use crate::by::By;
use crate::id::ContactId;
use crate::ordered::OperationVerb;
use crate::right::{Place, Right};
use crate::role::RoleSet;
use crate::time::{Day, Moment};
use serde::{Deserialize, Serialize};

/// How many rows a file has at most: the newest ones.
pub const EXPORTED_ROWS: usize = 10_000;

/// What a row is about, as the log is filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityTopic {
    /// People were added, changed, suspended or deleted.
    People,
    /// People were invited, and answered.
    Invitations,
    /// Somebody asked for access, and was answered.
    Requests,
    /// Roles and templates.
    Roles,
    /// Who owns the account.
    Ownership,
    /// Who gets which mails.
    Notifications,
    /// Passwords and people's own details.
    SignIn,
    /// The portal was viewed as somebody.
    Views,
    /// What was done to services.
    Services,
    /// Domains.
    Domains,
    /// The account itself.
    Account,
}

impl ActivityTopic {
    /// Every one, in the order of the filter.
    pub const ALL: [Self; 11] = [
        Self::People,
        Self::Invitations,
        Self::Requests,
        Self::Roles,
        Self::Ownership,
        Self::Notifications,
        Self::SignIn,
        Self::Views,
        Self::Services,
        Self::Domains,
        Self::Account,
    ];

    /// What stands for it in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Invitations => "invitations",
            Self::Requests => "requests",
            Self::Roles => "roles",
            Self::Ownership => "ownership",
            Self::Notifications => "notifications",
            Self::SignIn => "sign_in",
            Self::Views => "views",
            Self::Services => "services",
            Self::Domains => "domains",
            Self::Account => "account",
        }
    }

    /// The one that this stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.key() == key)
    }

    /// The topic of a kind of fact.
    pub const fn of(kind: FactKind) -> Self {
        match kind {
            FactKind::Contact(ContactFactKind::ResetSent) | FactKind::Person(_) => Self::SignIn,
            FactKind::Contact(ContactFactKind::ViewingStarted | ContactFactKind::ViewingStopped) => Self::Views,
            FactKind::Contact(_) => Self::People,
            FactKind::Invitation(_) => Self::Invitations,
            FactKind::Request(_) => Self::Requests,
            FactKind::Role(_) => Self::Roles,
            FactKind::Ownership(_) => Self::Ownership,
            FactKind::Notification(_) => Self::Notifications,
            FactKind::Console(_) | FactKind::Operation(_) => Self::Services,
            FactKind::Dns(_) => Self::Domains,
            FactKind::Account(_) | FactKind::Installation(_) | FactKind::SshKey(_) => Self::Account,
        }
    }

    /// The kinds of facts that it stands for.
    pub fn kinds(self) -> impl Iterator<Item = FactKind> {
        FactKind::all().filter(move |kind| Self::of(*kind) == self)
    }
}

/// Which rows of the log are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityFilter {
    /// Part of the name of somebody who did it or whom it was done to, and of their address for readers who may see
    /// that. Empty: anybody.
    pub person: String,
    /// What they are about.
    pub topic: Option<ActivityTopic>,
    /// From the beginning of this day on, in the reader's zone.
    pub from: Option<Day>,
    /// Up to the end of this day.
    pub to: Option<Day>,
}

/// A page of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Which rows.
    pub filter: ActivityFilter,
    /// Which page of them.
    pub cursor: String,
}

/// The day of a row, as its reader knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogDay {
    /// Its date.
    pub date: String,
    /// How many days ago it was; today is none.
    pub ago: i64,
}

/// What a row says of a fact beyond its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noted {
    /// A template or a role of the account.
    Set {
        /// What it was called.
        name: String,
        /// Which kind it is.
        set: NamedSet,
        /// What was done with it.
        step: SetStep,
    },
    /// The roles that managers may hand out from then on.
    HandOut(RoleSet),
    /// What was asked for.
    Asked {
        /// Which right.
        right: Right,
        /// On what.
        place: Place,
    },
    /// For so many seconds the portal was viewed as somebody.
    Viewed(i64),
    /// What was done to a service.
    Operated {
        /// Which service, by its present name.
        place: Place,
        /// What was done, where it is an order.
        verb: Option<OperationVerb>,
    },
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Moment,
    /// The day of that.
    pub day: LogDay,
    /// The time of day, with its zone.
    pub time: String,
    /// Who.
    pub by: By,
    /// What.
    pub kind: FactKind,
    /// What more is known of it, as far as the reader may know it.
    pub noted: Option<Noted>,
    /// The contacts it was done to, by name at the time, as far as the reader may know it.
    pub targets: Vec<(ContactId, Option<String>)>,
    /// What changed, as far as the reader may know it.
    pub changes: Vec<Change>,
}

/// The rows of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityExport {
    /// When they were read.
    pub at: Moment,
    /// The rows, latest first, up to [`EXPORTED_ROWS`].
    pub rows: Vec<ActivityRow>,
    /// Whether there are older ones.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_topic_and_every_topic_is_found_again() {
        let kinds: usize = ActivityTopic::ALL.into_iter().map(|topic| topic.kinds().count()).sum();
        assert_eq!(kinds, FactKind::all().count());
        for topic in ActivityTopic::ALL {
            assert!(topic.kinds().next().is_some(), "{topic:?}");
            assert_eq!(ActivityTopic::from_key(topic.key()), Some(topic));
        }
        assert_eq!(ActivityTopic::from_key(""), None);
    }
}
