//! What an import will write: rows as they are and as they will be.

use crate::import::problem::Place;
use crate::import::rows::{AccountRow, DomainRow, FullContact, InvoiceRow, PersonRow, ServiceRow};
use std::collections::BTreeSet;

/// A row before and after.
#[derive(Debug, Clone)]
pub(crate) struct Planned<R> {
    pub(crate) before: Option<R>,
    pub(crate) after: R,
}

impl<R: PartialEq> Planned<R> {
    /// Whether anything is to be written.
    pub(crate) fn is_change(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
    }
}

/// What became of the records of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New ones.
    pub added: usize,
    /// Those that were there and are different now.
    pub changed: usize,
    /// Those that were there just so.
    pub unchanged: usize,
}

impl Counts {
    pub(crate) fn of<R: PartialEq>(planned: &[Planned<R>]) -> Self {
        let mut counts = Self::default();
        for row in planned {
            if row.before.is_none() {
                counts.added += 1;
            } else if row.is_change() {
                counts.changed += 1;
            } else {
                counts.unchanged += 1;
            }
        }
        counts
    }

    /// How many were written.
    pub const fn written(&self) -> usize {
        self.added + self.changed
    }
}

/// Everything to be written.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) accounts: Vec<Planned<AccountRow>>,
    pub(crate) persons: Vec<Planned<PersonRow>>,
    pub(crate) services: Vec<Planned<ServiceRow>>,
    pub(crate) domains: Vec<Planned<DomainRow>>,
    pub(crate) invoices: Vec<Planned<InvoiceRow>>,
    /// Contacts of the file.
    pub(crate) contacts: Vec<Planned<FullContact>>,
    /// Contacts that change though no line is about them: their person's address did, or a service arrived.
    pub(crate) followers: Vec<Planned<FullContact>>,
    /// What the operator should know of a line.
    pub(crate) notes: Vec<(Place, String)>,
}

impl Plan {
    /// Takes out whatever is about an account.
    pub(crate) fn leave_out(&mut self, account: &str) {
        self.accounts.retain(|row| row.after.id != account);
        self.services.retain(|row| row.after.account_id != account);
        self.domains.retain(|row| row.after.account_id != account);
        self.invoices.retain(|row| row.after.account_id != account);
        self.contacts.retain(|contact| contact.after.row.account_id != account);
    }

    /// The accounts on which anything is written, in the order in which they are locked.
    pub(crate) fn touched(&self) -> BTreeSet<&str> {
        let mut touched = BTreeSet::new();
        touched.extend(self.accounts.iter().filter(|row| row.is_change()).map(|row| row.after.id.as_str()));
        touched.extend(self.services.iter().filter(|row| row.is_change()).map(|row| row.after.account_id.as_str()));
        touched.extend(self.domains.iter().filter(|row| row.is_change()).map(|row| row.after.account_id.as_str()));
        touched.extend(self.invoices.iter().filter(|row| row.is_change()).map(|row| row.after.account_id.as_str()));
        let contacts = self.contacts.iter().chain(&self.followers).filter(|row| row.is_change());
        touched.extend(contacts.map(|contact| contact.after.row.account_id.as_str()));
        touched
    }

    /// Whether nothing is to be written.
    pub(crate) fn is_empty(&self) -> bool {
        self.touched().is_empty() && !self.persons.iter().any(Planned::is_change)
    }
}
