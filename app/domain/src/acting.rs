//! Where somebody acts.

use crate::id::{AccountId, ContactId};
use serde::{Deserialize, Serialize};

/// Where somebody acts: the account of the address and, when viewing as a contact, that contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acting {
    /// The account.
    pub account: AccountId,
    /// The contact whose view it is.
    #[serde(default)]
    pub viewing: Option<ContactId>,
}
