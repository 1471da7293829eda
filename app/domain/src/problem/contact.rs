//! What is wrong with what was typed of a contact.

use crate::id::ContactId;
use serde::{Deserialize, Serialize};

/// What is wrong with what was typed of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum ContactProblem {
    /// A contact of the account has this address.
    TakenBy {
        /// Which contact.
        contact: ContactId,
        /// Its name.
        name: String,
    },
    /// The address belongs to somebody who looks after their own login: nobody sets a password for them.
    HasLogin,
    /// The invitation went to this address: it is taken back, and another one sent, rather than changed.
    InvitedAddress,
    /// The template's ticks were filled in and want a look before they are saved.
    TemplateFilledIn,
    /// The form came back with services that were searched for: nothing is saved yet.
    ServicesSearched,
    /// The form came back with its summary worked out anew.
    SummaryAsked,
}
