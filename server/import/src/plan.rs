//! What an import will write: rows as they are and as they will be.

use crate::problem::Place;
use domain::rights::Rights;
use portal::records::rows::{AccountRow, ContactRow, DomainRow, InvoiceRow, PersonRow, ServiceRow};
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

/// A contact with what it was given and what it gets mail about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FullContact {
    pub(crate) row: ContactRow,
    /// Without the template, which is a column of the row.
    pub(crate) rights: Rights,
    pub(crate) categories: BTreeSet<String>,
}

impl Planned<FullContact> {
    /// Whether something is different that only one contact of the account can have.
    pub(crate) fn is_moved(&self) -> bool {
        let key = |row: &ContactRow| (row.email_key.clone(), row.person_id.clone(), row.owner.clone());
        self.before.as_ref().is_some_and(|before| key(&before.row) != key(&self.after.row))
    }

    /// Whether more is different than what the contact gets mail about, which its history does not keep.
    pub(crate) fn is_new_version(&self) -> bool {
        self.before.as_ref().is_none_or(|before| {
            let row = ContactRow { notifications_set: self.after.row.notifications_set, ..before.row.clone() };
            row != self.after.row || before.rights != self.after.rights
        })
    }

    /// The version that the contact has once it is written.
    pub(crate) fn version(&self) -> i64 {
        let row = &self.after.row;
        if self.before.is_some() && self.is_new_version() { row.version + 1 } else { row.version }
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
