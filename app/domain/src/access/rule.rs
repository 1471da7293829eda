//! What every action answers about itself: one value for each, so that nothing is said about actions anywhere else.

use super::status::Kind;
use super::{Deed, Denied};
use crate::id::{ContactId, DomainId, ServiceId};

/// How an action is decided, and what it may write.
pub(super) struct Rule {
    /// What it is to the account's status.
    pub(super) kind: Kind,
    /// What stands in the way otherwise.
    pub(super) needs: Result<(), Denied>,
    /// What its permit covers.
    pub(super) writes: Writes,
}

impl Rule {
    /// Of an action that writes nothing of its own: its permit covers nothing.
    pub(super) fn looks(kind: Kind, needs: Result<(), Denied>) -> Self {
        Self { kind, needs, writes: Writes { scope: Scope::Account, deeds: &[] } }
    }

    /// Of one that does these deeds to what lies in the scope.
    pub(super) fn writes(kind: Kind, scope: Scope, deeds: &'static [Deed], needs: Result<(), Denied>) -> Self {
        Self { kind, needs, writes: Writes { scope, deeds } }
    }
}

/// What may be written: these deeds, to these things.
#[derive(Debug)]
pub(super) struct Writes {
    pub(super) scope: Scope,
    pub(super) deeds: &'static [Deed],
}

/// The things that an action is about.
#[derive(Debug)]
pub(super) enum Scope {
    /// The account itself, and no single contact of it.
    Account,
    /// One contact.
    Contact(ContactId),
    /// These contacts.
    Contacts(Vec<ContactId>),
    /// One service.
    Service(ServiceId),
    /// One domain.
    Domain(DomainId),
}

impl Scope {
    /// Whether a contact is one of them.
    pub(super) fn has(&self, contact: ContactId) -> bool {
        match self {
            Self::Account | Self::Service(_) | Self::Domain(_) => false,
            Self::Contact(one) => *one == contact,
            Self::Contacts(each) => each.contains(&contact),
        }
    }

    /// Whether a service is the one.
    pub(super) fn is_service(&self, service: ServiceId) -> bool {
        match self {
            Self::Account | Self::Contact(_) | Self::Contacts(_) | Self::Domain(_) => false,
            Self::Service(one) => *one == service,
        }
    }

    /// Whether a domain is the one.
    pub(super) fn is_domain(&self, domain: DomainId) -> bool {
        match self {
            Self::Account | Self::Contact(_) | Self::Contacts(_) | Self::Service(_) => false,
            Self::Domain(one) => *one == domain,
        }
    }
}
