//! Identifiers: one newtype per noun, so that an account's id can never stand where a contact's is meant.
//!
//! Ids are UUIDv7, written in lower-case hyphenated form. No check anywhere rests on an id being hard to guess.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The text was not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct ParseIdError;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that is known to name such a thing.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                // INVARIANT: one spelling per id. `Uuid` would also read braces, URNs and missing hyphens.
                if text.len() != 36 || text.bytes().any(|b| b.is_ascii_uppercase()) {
                    return Err(ParseIdError);
                }
                Uuid::try_parse(text).map(Self).map_err(|_| ParseIdError)
            }
        }
    )+};
}

ids! {
    /// A customer of the provider.
    AccountId,
    /// One human who can sign in.
    PersonId,
    /// A person's record on one account.
    ContactId,
    /// A service of an account: a server, a rack, a hosting plan.
    ServiceId,
    /// A template that an account made for itself, or a role where either is meant: both are rows of one table, stored
    /// and logged as templates. `OwnTemplate::role_id` tells them apart.
    TemplateId,
    /// A role that an account made for itself.
    RoleId,
    /// A domain name of an account.
    DomainId,
    /// An invoice of an account.
    InvoiceId,
    /// A signed-in session of a person.
    SessionId,
    /// A view of the portal as a contact, under a session.
    ViewingId,
    /// One submission of a form; a retry carries the same one.
    SubmissionId,
    /// One HTTP request, for logs and support.
    RequestId,
    /// Somebody's request for access.
    AccessRequestId,
    /// Something done to many contacts at once.
    BulkId,
    /// Work to be done after a commit.
    JobId,
    /// Something that a driver is to do to a service.
    OrderId,
    /// A console that is open.
    ConsoleId,
    /// An SSH key of an account.
    SshKeyId,
    /// A change of a zone.
    ZoneChangeId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let text = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        assert_eq!(text.parse::<AccountId>().map(|id| id.to_string()), Ok(text.to_owned()));
        for other in [
            "0192D3F0-7A5C-7CC0-8A61-3F1C2B4D5E6F",
            "0192d3f07a5c7cc08a613f1c2b4d5e6f",
            "{0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f}",
            "",
        ] {
            assert_eq!(other.parse::<AccountId>(), Err(ParseIdError), "{other}");
        }
    }
}
