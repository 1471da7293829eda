//! Accounts: customers of the provider.

use crate::id::AccountId;
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

/// The two kinds of owner (PRODUCT D4a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerKind {
    /// The one who answers for the account; exactly one.
    Legal,
    /// Appointed by the legal owner; may do everything but close, transfer, and appoint or remove owners.
    CoOwner,
}

impl OwnerKind {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::CoOwner => "co",
        }
    }

    /// The kind stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "legal" => Some(Self::Legal),
            "co" => Some(Self::CoOwner),
            _ => None,
        }
    }
}

/// An account in the chooser and the Management Mode list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountEntry {
    /// Which account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Its status.
    pub status: AccountStatus,
    /// What the person has there.
    pub owner: Option<OwnerKind>,
    /// What the rights come to in words: roles and template.
    pub access: crate::contact::AccessSummary,
}
