//! Who did something.

use crate::details::ContactDetails;
use crate::id::ContactId;
use serde::{Deserialize, Serialize};

/// Who did something, as it was written down at the time. A name is its bearer's to choose, so an address goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The provider, at the command line.
    Provider,
    /// Somebody.
    Person {
        /// Their name on the account; off any account, their own. Empty where it is unknown, or not the reader's to see.
        name: String,
        /// Their address, where it is known and the reader's to see.
        email: Option<String>,
        /// Their contact on the account.
        contact: Option<ContactId>,
    },
}

impl By {
    /// What logs call the provider; on pages it is marked, and no name.
    pub const PROVIDER: &str = "portico";

    /// A contact, as it stands on its account.
    pub fn of(contact: ContactId, details: &ContactDetails) -> Self {
        Self::Person { name: details.name(), email: Some(details.email.to_string()), contact: Some(contact) }
    }

    /// The name alone, as logs keep it.
    pub fn name(&self) -> &str {
        match self {
            Self::Provider => Self::PROVIDER,
            Self::Person { name, .. } => name,
        }
    }
}
