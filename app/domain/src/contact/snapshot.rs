//! Everything about a contact that an edit can change, and what differs between two versions.

use super::ContactState;
use crate::access::Right;
use crate::email::EmailAddress;
use crate::id::ServiceId;
use crate::notification::Category;
use crate::privilege::Weight;
use crate::rights::Rights;
use serde::{Deserialize, Serialize};

/// A contact's details, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address as typed.
    pub email: EmailAddress,
    /// Telephone number, may be empty.
    pub phone: String,
    /// A note for the account's managers, may be empty.
    pub note: String,
}

impl ContactDetails {
    /// First and last name; the address of whoever was invited and has not said theirs yet.
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name, self.email.as_str())
    }
}

/// First and last name, or the address where neither is known.
pub fn full_name(first_name: &str, last_name: &str, email: &str) -> String {
    let name = format!("{first_name} {last_name}");
    if name.trim().is_empty() { email.to_owned() } else { name }
}

/// Everything about a contact that an edit can change and the history keeps, at one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactSnapshot {
    /// Names and addresses.
    pub details: ContactDetails,
    /// Where it stands.
    pub state: ContactState,
    /// What it was given.
    pub rights: Rights,
}

/// One difference between two versions of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ContactChange {
    /// A detail became something else.
    Detail {
        /// Which field, as in [`SaveContact`].
        field: String,
        /// What it is now.
        now: String,
    },
    /// Whoever signs in as it calls themselves something else.
    Renamed {
        /// The name before.
        was: String,
        /// The name now.
        now: String,
    },
    /// It stands somewhere else.
    State {
        /// Where it stands now.
        now: ContactState,
    },
    /// A right was given.
    Given {
        /// Which.
        right: Right,
        /// On what.
        place: Place,
    },
    /// A right was taken away.
    Taken {
        /// Which.
        right: Right,
        /// On what.
        place: Place,
    },
    /// It gets the mails of a category.
    Subscribed {
        /// Which.
        category: Category,
    },
    /// It gets them no longer.
    Unsubscribed {
        /// Which.
        category: Category,
    },
}

impl ContactChange {
    /// Whether owners are told at once: of a login, an address to sign in with or be mailed at, a sensitive right.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Detail { field, .. } if field == "email" => Weight::Sensitive,
            Self::State { now: ContactState::Active } => Weight::Sensitive,
            Self::Given { right, .. } => right.weight(),
            Self::Detail { .. }
            | Self::Renamed { .. }
            | Self::State { .. }
            | Self::Taken { .. }
            | Self::Subscribed { .. }
            | Self::Unsubscribed { .. } => Weight::Plain,
        }
    }
}

/// Where a right holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The whole account.
    Account,
    /// The same, of a role that the account made and called so.
    OwnRole {
        /// The name.
        name: String,
    },
    /// All services.
    AllServices,
    /// Services bought later.
    NewServices,
    /// One service, by id.
    Service {
        /// Which.
        id: ServiceId,
        /// Its name, where there still is such a service and the reader sees it.
        name: Option<String>,
    },
}

/// The kind of thing that a grant holds on, as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeKind {
    /// The account.
    Account,
    /// Services: all of them, those bought later, or one.
    Service,
    /// One domain.
    Domain,
}

impl ScopeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Account, Self::Service, Self::Domain];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Service => "service",
            Self::Domain => "domain",
        }
    }

    /// The kind stored under `key`; what is of another kind grants nothing.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// The field of the note, as in [`SaveContact`](super::SaveContact).
const NOTE: &str = "note";

impl ContactChange {
    /// Whether it is of the note, which managers write for each other.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::Detail { field, .. } if field == NOTE)
    }
}

impl ContactSnapshot {
    /// What is different in `after`, details first, then rights given, then rights taken.
    pub fn changes_to(&self, after: &Self) -> Vec<ContactChange> {
        let mut changes = Vec::new();
        let fields = |details: &ContactDetails| {
            [
                ("first_name", details.first_name.clone()),
                ("last_name", details.last_name.clone()),
                ("email", details.email.to_string()),
                ("phone", details.phone.clone()),
                (NOTE, details.note.clone()),
            ]
        };
        for ((field, was), (_, now)) in fields(&self.details).into_iter().zip(fields(&after.details)) {
            if was != now {
                changes.push(ContactChange::Detail { field: field.to_owned(), now });
            }
        }
        if self.state != after.state {
            changes.push(ContactChange::State { now: after.state });
        }
        let gone = rights_beyond(&self.rights, &after.rights);
        let new = rights_beyond(&after.rights, &self.rights);
        changes.extend(new.into_iter().map(|(right, place)| ContactChange::Given { right, place }));
        changes.extend(gone.into_iter().map(|(right, place)| ContactChange::Taken { right, place }));
        changes
    }
}

/// What `rights` gives, grant by grant, that `other` does not.
fn rights_beyond(rights: &Rights, other: &Rights) -> Vec<(Right, Place)> {
    let named = |(right, place)| match right {
        Right::OwnRole(role) => (right, Place::OwnRole { name: rights.own_roles[&role].name.clone() }),
        Right::Role(_) | Right::Privilege(_) | Right::Operation(_) => (right, place),
    };
    rights.grants().into_iter().filter(|(right, place)| !other.has_grant(*right, place)).map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Operation;
    use crate::privilege::Privilege;
    use crate::role::Role;

    #[test]
    fn sensitive_are_logins_addresses_and_rights_marked_so() {
        let detail = |field: &str| ContactChange::Detail { field: field.to_owned(), now: String::new() };
        let given = |right| ContactChange::Given { right, place: Place::Account };
        let (plain, sensitive) = (Privilege::DomainsView, Privilege::DomainsTransfer);
        for change in [
            detail("email"),
            ContactChange::State { now: ContactState::Active },
            given(Right::Privilege(sensitive)),
            given(Right::Operation(Operation::Rebuild)),
            given(Right::Role(Role::Technical)),
        ] {
            assert_eq!(change.weight(), Weight::Sensitive, "{change:?}");
        }
        for change in [
            detail("phone"),
            ContactChange::State { now: ContactState::Suspended },
            given(Right::Privilege(plain)),
            given(Right::Operation(Operation::Power)),
            given(Right::Role(Role::Visitation)),
            ContactChange::Taken { right: Right::Privilege(sensitive), place: Place::Account },
        ] {
            assert_eq!(change.weight(), Weight::Plain, "{change:?}");
        }
    }
}
