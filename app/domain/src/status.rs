//! Where accounts and contacts stand.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Where an account stands with the provider. Part of every decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// In good standing.
    Active,
    /// Suspended: signing in, paying and tickets still work; operations, orders, invitations and viewing-as do not.
    Suspended,
    /// Closed: owners read invoices and tickets.
    Closed,
}

impl AccountStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Active, Self::Suspended, Self::Closed];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
        }
    }

    /// The status stored under `key`. An unknown one counts as closed: what is not understood allows least.
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.key() == key).unwrap_or(Self::Closed)
    }
}

/// What is stored of where a contact stands; time makes a [`ContactStatus`] of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactState {
    /// A record without a login.
    ContactOnly,
    /// Invited, not yet accepted.
    Pending,
    /// Can sign in and act.
    Active,
    /// Can sign in, but not act here.
    Suspended,
    /// Invited and declined.
    Declined,
    /// Deleted; restorable for a while.
    Deleted,
}

impl ContactState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::ContactOnly, Self::Pending, Self::Active, Self::Suspended, Self::Declined, Self::Deleted];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ContactOnly => "contact_only",
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Declined => "declined",
            Self::Deleted => "deleted",
        }
    }

    /// The state stored under `key`. An unknown one counts as suspended: what is not understood allows nothing.
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.key() == key).unwrap_or(Self::Suspended)
    }

    /// What the state is called at `now`, when access ends at `ends` (an invitation's end for a pending one).
    pub fn status(self, ends: Option<Timestamp>, now: Timestamp) -> ContactStatus {
        let over = ends.is_some_and(|ends| ends <= now);
        match self {
            Self::ContactOnly => ContactStatus::ContactOnly,
            Self::Pending if over => ContactStatus::InvitationExpired,
            Self::Pending => ContactStatus::RequestPending,
            Self::Active if over => ContactStatus::AccessExpired,
            Self::Active => ContactStatus::Active,
            Self::Suspended => ContactStatus::Suspended,
            Self::Declined => ContactStatus::Declined,
            Self::Deleted => ContactStatus::Deleted,
        }
    }
}

/// Where a contact stands, as the list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// No login.
    ContactOnly,
    /// Invited, not yet accepted.
    RequestPending,
    /// Invited, and too late to accept.
    InvitationExpired,
    /// Can sign in and act.
    Active,
    /// Suspended.
    Suspended,
    /// Access ran out.
    AccessExpired,
    /// Declined the invitation.
    Declined,
    /// Deleted.
    Deleted,
}

impl ContactStatus {
    /// Every status, in the order of the filter.
    pub const ALL: [Self; 8] = [
        Self::Active,
        Self::ContactOnly,
        Self::RequestPending,
        Self::InvitationExpired,
        Self::Suspended,
        Self::AccessExpired,
        Self::Declined,
        Self::Deleted,
    ];

    /// The key used in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ContactOnly => "contact_only",
            Self::RequestPending => "request_pending",
            Self::InvitationExpired => "invitation_expired",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::AccessExpired => "access_expired",
            Self::Declined => "declined",
            Self::Deleted => "deleted",
        }
    }

    /// The status with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}
