//! The kinds of owners (PRODUCT D4a).

use serde::{Deserialize, Serialize};

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
