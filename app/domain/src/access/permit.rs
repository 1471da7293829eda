//! What whoever writes must show: a permit, or the authority of code that acts for nobody.
//!
//! A permit names its deeds and its things. Store functions say which deed they do to what, and refuse every authority that
//! does not cover it: nothing is written with a permit to look, to do something else, or for another contact.

use super::rule::Writes;
use crate::id::{AccountId, ContactId, DomainId, PersonId, ServiceId};
use crate::owner::OwnerKind;
use crate::status::ContactState;

/// One thing that store functions do. An action comes to one or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Add a contact with its rights.
    AddContact,
    /// Change a contact's details and rights, in the state that it has.
    EditContact,
    /// Bring a contact into this state.
    SetState(ContactState),
    /// Make the contact an owner of this kind, or an ordinary contact.
    SetOwner(Option<OwnerKind>),
    /// Change who signs in as the contact, or how.
    SetSignIn,
    /// Set when the contact's access ends.
    SetEnd,
    /// Mail the contact a link for a new password.
    SendReset,
    /// Begin a view as the contact, or end one's own.
    View,
    /// End every view as the contact.
    EndViews,
    /// Write the contact's invitation.
    Invite,
    /// Make links of its invitation.
    MakeLink,
    /// End its invitation.
    EndInvitation,
    /// Choose which mails the contact gets.
    ChooseNotifications,
    /// Write down a request of the contact.
    Ask,
    /// Close a request of the contact.
    CloseRequest,
    /// Begin a transfer of ownership that concerns the contact, carry it on or end it.
    SetTransfer,
    /// Say which roles managers may hand out.
    SetHandOut,
    /// Make, change and delete the account's own templates and roles.
    KeepTemplates,
    /// Write down what is to be done to the service, or that it was shown what only those who operate it see.
    Operate,
    /// Write down how far that is, and how the service was seen.
    Report,
    /// Add and remove SSH keys of the account.
    KeepSshKeys,
    /// Write down what is to be changed of a zone.
    ChangeZone,
    /// Write down what came of that.
    ReportZone,
    /// Pin the account in one's own list, or no longer.
    Pin,
    /// Write what the provider's own systems say: an account, its services, domains and invoices, and contacts as they are
    /// imported. No action comes to it.
    Provision,
}

/// Proof that an action was allowed. Only [`authorize`](super::authorize), the answers to an invitation,
/// and what came of an order make one.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    account: AccountId,
    person: Option<PersonId>,
    writes: Writes,
}

impl Permit {
    pub(super) const fn new(account: AccountId, person: Option<PersonId>, writes: Writes) -> Self {
        Self { account, person, writes }
    }

    /// The account on which the action is allowed.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// Who acts; `None` for whoever declines an invitation without being registered.
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// The permit as what store functions ask for.
    pub const fn authority(&self) -> Authority<'_> {
        Authority { account: self.account, source: Source::Permit(self) }
    }

    /// Whether it is a permit to write at all: nothing is committed with one to look.
    ///
    /// # Errors
    /// When it is not.
    pub const fn to_write(&self) -> Result<(), NotPermitted> {
        if self.writes.deeds.is_empty() { Err(NotPermitted) } else { Ok(()) }
    }
}

/// In whose name store functions write on an account: by a permit, or by the word of code that asks nobody.
#[derive(Debug, Clone, Copy)]
pub struct Authority<'a> {
    account: AccountId,
    source: Source<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    Permit(&'a Permit),
    Operator,
    Import,
}

impl Authority<'static> {
    /// The operator's, at the command line. `xtask lint` keeps it to their code.
    pub const fn operator(account: AccountId) -> Self {
        Self { account, source: Source::Operator }
    }

    /// That of an import. `xtask lint` keeps it to its code.
    pub const fn import(account: AccountId) -> Self {
        Self { account, source: Source::Import }
    }
}

impl Authority<'_> {
    /// The account that is written on.
    pub const fn account(self) -> AccountId {
        self.account
    }

    /// The person in whose name it is written; `None` for those without a permit.
    pub const fn person(self) -> Option<PersonId> {
        match self.source {
            Source::Permit(permit) => permit.person,
            Source::Operator | Source::Import => None,
        }
    }

    /// Whether `deed` may be done to this contact.
    ///
    /// # Errors
    /// When the permit is one for something else, or for another contact.
    pub fn covers(self, deed: Deed, contact: ContactId) -> Result<(), NotPermitted> {
        match self.source {
            Source::Permit(permit) if !permit.writes.scope.has(contact) => Err(NotPermitted),
            Source::Permit(_) | Source::Operator | Source::Import => self.allows(deed),
        }
    }

    /// Whether `deed` may be done to this service.
    ///
    /// # Errors
    /// When the permit is one for something else, or for another service.
    pub fn covers_service(self, deed: Deed, service: ServiceId) -> Result<(), NotPermitted> {
        match self.source {
            Source::Permit(permit) if !permit.writes.scope.is_service(service) => Err(NotPermitted),
            Source::Permit(_) | Source::Operator | Source::Import => self.allows(deed),
        }
    }

    /// Whether `deed` may be done to this domain.
    ///
    /// # Errors
    /// When the permit is one for something else, or for another domain.
    pub fn covers_domain(self, deed: Deed, domain: DomainId) -> Result<(), NotPermitted> {
        match self.source {
            Source::Permit(permit) if !permit.writes.scope.is_domain(domain) => Err(NotPermitted),
            Source::Permit(_) | Source::Operator | Source::Import => self.allows(deed),
        }
    }

    /// Whether `deed` may be done, where it is done to no contact.
    ///
    /// # Errors
    /// When the permit is one for something else.
    pub fn allows(self, deed: Deed) -> Result<(), NotPermitted> {
        match self.source {
            Source::Permit(permit) if !permit.writes.deeds.contains(&deed) => Err(NotPermitted),
            Source::Permit(_) | Source::Operator | Source::Import => Ok(()),
        }
    }
}

/// Something was about to be written that its permit does not cover: a fault of the program, and written nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not covered by the permit")]
pub struct NotPermitted;
