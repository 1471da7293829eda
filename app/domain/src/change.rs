//! What differs between two versions of a contact.

use crate::category::Category;
use crate::privilege::Weight;
use crate::right::{Place, Right};
use crate::status::ContactState;
use serde::{Deserialize, Serialize};

/// The field of the note, as in `SaveContact`.
pub(crate) const NOTE: &str = "note";

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
    /// Its access ends on another day.
    Ends {
        /// The last day of access, `YYYY-MM-DD` in the calendar of whoever set it; none: it does not end.
        last: Option<String>,
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
            | Self::Ends { .. }
            | Self::Taken { .. }
            | Self::Subscribed { .. }
            | Self::Unsubscribed { .. } => Weight::Plain,
        }
    }
}

impl ContactChange {
    /// Whether it is of the note, which managers write for each other.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::Detail { field, .. } if field == NOTE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::{DomainOperation, Operation};
    use crate::privilege::Privilege;
    use crate::role::Role;

    #[test]
    fn sensitive_are_logins_addresses_and_rights_marked_so() {
        let detail = |field: &str| ContactChange::Detail { field: field.to_owned(), now: String::new() };
        let given = |right| ContactChange::Given { right, place: Place::Account };
        let (plain, sensitive) = (Privilege::DomainsView, Privilege::OrdersPlace);
        for change in [
            detail("email"),
            ContactChange::State { now: ContactState::Active },
            given(Right::Privilege(sensitive)),
            given(Right::Operation(Operation::Rebuild)),
            given(Right::DomainOperation(DomainOperation::Transfer)),
            given(Right::Role(Role::Technical)),
        ] {
            assert_eq!(change.weight(), Weight::Sensitive, "{change:?}");
        }
        for change in [
            detail("phone"),
            ContactChange::State { now: ContactState::Suspended },
            given(Right::Privilege(plain)),
            given(Right::Operation(Operation::Power)),
            given(Right::DomainOperation(DomainOperation::Dns)),
            given(Right::Role(Role::Visitation)),
            ContactChange::Taken { right: Right::Privilege(sensitive), place: Place::Account },
        ] {
            assert_eq!(change.weight(), Weight::Plain, "{change:?}");
        }
    }
}
