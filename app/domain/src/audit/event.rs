//! Who did something, to what, what that changed, and who is told.

use crate::change::ContactChange;
use crate::id::{AccessRequestId, AccountId, BulkId, ContactId, PersonId, ServiceId, SshKeyId, TemplateId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorRef {
    /// Nobody who is signed in: a link was enough, or nothing was needed.
    Nobody,
    /// A person.
    Person(PersonId),
    /// The provider, at the command line.
    Operator,
    /// A job, in the name of a person.
    Job {
        /// What it is called.
        name: &'static str,
        /// Who asked for it.
        person: PersonId,
    },
}

impl ActorRef {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Person(_) => "person",
            Self::Operator => "operator",
            Self::Job { .. } => "job",
        }
    }

    /// The person whose deed it is.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) | Self::Job { person, .. } => Some(person),
            Self::Nobody | Self::Operator => None,
        }
    }
}

/// What something was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The whole installation.
    Installation,
    /// An account.
    Account(AccountId),
    /// A contact.
    Contact(ContactId),
    /// The invitation of a contact.
    Invitation(ContactId),
    /// A person.
    Person(PersonId),
    /// Nobody: the address that was typed is nobody's.
    Nobody,
    /// A template or a role of an account.
    Template(TemplateId),
    /// A request for access.
    Request(AccessRequestId),
    /// Many contacts at once.
    Bulk(BulkId),
    /// A service.
    Service(ServiceId),
    /// An SSH key of an account.
    SshKey(SshKeyId),
}

impl Subject {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Installation => "installation",
            Self::Account(_) => "account",
            Self::Contact(_) => "contact",
            Self::Invitation(_) => "invitation",
            Self::Person(_) => "person",
            Self::Nobody => "nobody",
            Self::Template(_) => "template",
            Self::Request(_) => "request",
            Self::Bulk(_) => "bulk",
            Self::Service(_) => "service",
            Self::SshKey(_) => "ssh_key",
        }
    }

    /// Which one, where there are several.
    pub const fn id(self) -> Option<Uuid> {
        match self {
            Self::Installation | Self::Nobody => None,
            Self::Account(id) => Some(id.uuid()),
            Self::Contact(id) | Self::Invitation(id) => Some(id.uuid()),
            Self::Person(id) => Some(id.uuid()),
            Self::Template(id) => Some(id.uuid()),
            Self::Request(id) => Some(id.uuid()),
            Self::Bulk(id) => Some(id.uuid()),
            Self::Service(id) => Some(id.uuid()),
            Self::SshKey(id) => Some(id.uuid()),
        }
    }

    /// The person, where it is one.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Installation
            | Self::Account(_)
            | Self::Contact(_)
            | Self::Invitation(_)
            | Self::Nobody
            | Self::Template(_)
            | Self::Request(_)
            | Self::Bulk(_)
            | Self::Service(_)
            | Self::SshKey(_) => None,
        }
    }
}

/// Whose open tabs are told: those whose rights, or session, a fact may have touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The people of the contacts that it names, on the account of its chain.
    Contacts,
    /// Everybody on that account who has a session.
    Everybody,
    /// Whoever did it: their own session or sign-in.
    Actor,
    /// The person it was done to.
    Subject,
    /// Nobody who is there already.
    Nobody,
}

/// What became different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "family", rename_all = "snake_case")]
pub enum Change {
    /// Of a contact.
    Contact(ContactChange),
}

impl From<ContactChange> for Change {
    fn from(change: ContactChange) -> Self {
        Self::Contact(change)
    }
}
