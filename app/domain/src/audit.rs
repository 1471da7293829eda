//! What is written down of every change: who did what to whom, when, and as whom.
//!
//! What happened is a fact of a family, each in its own file: its key, which is stored and never renamed, whose tabs are
//! told, and what is kept of it beside who, when and which contacts. A row's kind is its fact without what is kept: all
//! that is known of rows from before facts. Of what is kept, a page shows what [`Noted`] has.

/// The facts of one family, and their kinds.
macro_rules! facts {
    (
        $(#[$family_doc:meta])*
        $facts:ident, $kinds:ident;
        $(
            $(#[$doc:meta])*
            $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? })? = $key:literal, $audience:ident;
        )+
    ) => {
        $(#[$family_doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[serde(untagged)]
        pub enum $facts {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),+ })?),+
        }

        impl $facts {
            /// Which it is, without what is kept of it.
            pub const fn kind(&self) -> $kinds {
                match self { $(Self::$name { .. } => $kinds::$name),+ }
            }
        }

        $(#[$family_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $kinds {
            $($(#[$doc])* $name),+
        }

        impl $kinds {
            /// Every kind of the family.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stored key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// Whose open tabs are told.
            pub const fn audience(self) -> super::Audience {
                match self { $(Self::$name => super::Audience::$audience),+ }
            }
        }

        // The family's file has the keys a second time: none is renamed by a slip.
        #[test]
        fn no_key_is_renamed() {
            assert_eq!($kinds::ALL.iter().map(|kind| kind.key()).collect::<Vec<_>>(), KEYS);
        }
    };
}

mod account;
mod activity;
mod console;
mod contact;
mod dns;
mod event;
mod gist;
mod installation;
mod invitation;
mod notification;
mod operation;
mod ownership;
mod person;
mod request;
mod role;
mod ssh_key;

pub use account::{AccountFact, AccountFactKind, Written};
pub use activity::{
    ActivityExport, ActivityFilter, ActivityQuery, ActivityRow, ActivityTopic, EXPORTED_ROWS, LogDay, Noted,
};
pub use console::{ConsoleFact, ConsoleFactKind};
pub use contact::{ContactFact, ContactFactKind};
pub use dns::{DnsFact, DnsFactKind};
pub use event::{ActorRef, Audience, Change, Subject};
pub use gist::Gist;
pub use installation::{InstallationFact, InstallationFactKind};
pub use invitation::{InvitationFact, InvitationFactKind};
pub use notification::{NotificationFact, NotificationFactKind};
pub use operation::{OperationFact, OperationFactKind};
pub use ownership::{OwnershipFact, OwnershipFactKind};
pub use person::{PersonFact, PersonFactKind};
pub use request::{RequestFact, RequestFactKind};
pub use role::{NamedSet, RoleFact, RoleFactKind, SetStep};
pub use ssh_key::{SshKeyFact, SshKeyFactKind};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// All families of facts.
macro_rules! families {
    ($($(#[$doc:meta])* $family:ident($facts:ident, $kinds:ident);)+) => {
        /// What happened.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Fact {
            $($(#[$doc])* $family($facts)),+
        }

        /// What happened, without what is kept of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FactKind {
            $($(#[$doc])* $family($kinds)),+
        }

        impl Fact {
            /// Which it is, without what is kept of it.
            pub const fn kind(&self) -> FactKind {
                match self { $(Self::$family(fact) => FactKind::$family(fact.kind())),+ }
            }
        }

        impl FactKind {
            /// Every kind, family by family.
            pub fn all() -> impl Iterator<Item = Self> {
                std::iter::empty()$(.chain($kinds::ALL.iter().copied().map(Self::$family)))+
            }

            /// The stored key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$family(kind) => kind.key()),+ }
            }

            /// Whose open tabs are told.
            pub const fn audience(self) -> Audience {
                match self { $(Self::$family(kind) => kind.audience()),+ }
            }
        }

        $(
            impl From<$facts> for Fact {
                fn from(fact: $facts) -> Self {
                    Self::$family(fact)
                }
            }
        )+
    };
}

families! {
    /// What happens to contacts.
    Contact(ContactFact, ContactFactKind);
    /// What happens to invitations.
    Invitation(InvitationFact, InvitationFactKind);
    /// What happens to templates and roles.
    Role(RoleFact, RoleFactKind);
    /// What happens to the ownership of an account.
    Ownership(OwnershipFact, OwnershipFactKind);
    /// What happens to the choice of mails.
    Notification(NotificationFact, NotificationFactKind);
    /// What happens to requests for access.
    Request(RequestFact, RequestFactKind);
    /// What happens to consoles.
    Console(ConsoleFact, ConsoleFactKind);
    /// What is done to services.
    Operation(OperationFact, OperationFactKind);
    /// What happens to SSH keys.
    SshKey(SshKeyFact, SshKeyFactKind);
    /// What people do to their own sign-in and details.
    Person(PersonFact, PersonFactKind);
    /// What happens to accounts.
    Account(AccountFact, AccountFactKind);
    /// What happens to zones.
    Dns(DnsFact, DnsFactKind);
    /// What happens to the whole installation.
    Installation(InstallationFact, InstallationFactKind);
}

impl FactKind {
    /// The kind stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|kind| kind.key() == key)
    }
}

// Travels as its key.
impl Serialize for FactKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for FactKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Self::from_key(&key).ok_or_else(|| de::Error::custom(format!("unknown event {key}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_fact_is_found_again_by_its_key_and_no_two_families_share_one() {
        let keys: BTreeSet<_> = FactKind::all().map(FactKind::key).collect();
        assert_eq!(keys.len(), FactKind::all().count());
        for kind in FactKind::all() {
            assert_eq!(FactKind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(FactKind::from_key(""), None);
    }
}
