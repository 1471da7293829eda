//! The names that a file uses, to be looked up.

use crate::read::Lines;
use crate::record::Record;
use crate::value::ExternalId;
use domain::email::EmailAddress;
use portal::base::canon;
use std::collections::{BTreeSet, HashSet};

/// The names that a file uses.
#[derive(Default)]
pub(super) struct Names<'a> {
    pub(super) accounts: HashSet<&'a ExternalId>,
    pub(super) persons: HashSet<&'a ExternalId>,
    pub(super) contacts: HashSet<&'a ExternalId>,
    pub(super) owned: HashSet<&'a ExternalId>,
    pub(super) emails: BTreeSet<String>,
}

/// Names apart: Portico's own ids, and those that other systems gave.
pub(super) fn split(names: &HashSet<&ExternalId>) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut externals) = (Vec::new(), Vec::new());
    for name in names {
        match name.as_own() {
            Some(id) => ids.push(id.to_owned()),
            None => externals.push(name.as_str().to_owned()),
        }
    }
    (ids, externals)
}

impl<'a> Names<'a> {
    pub(super) fn of(lines: &'a Lines) -> Self {
        let mut names = Self::default();
        for (_, record) in &lines.records {
            match record {
                Record::Account(account) => {
                    names.accounts.insert(&account.id);
                }
                Record::Person(person) => {
                    names.persons.insert(&person.id);
                    names.emails.extend(canon::email_key(&person.email).ok());
                }
                Record::Contact(contact) => {
                    names.accounts.insert(&contact.account);
                    names.contacts.insert(&contact.id);
                    names.persons.extend(&contact.person);
                    let email = contact.email.as_deref().and_then(|text| EmailAddress::parse(text).ok());
                    names.emails.extend(email.and_then(|email| canon::email_key(&email).ok()));
                }
                Record::Service(service) => names.add_owned(&service.account, &service.id),
                Record::Domain(domain) => names.add_owned(&domain.account, &domain.id),
                Record::Invoice(invoice) => names.add_owned(&invoice.account, &invoice.id),
            }
        }
        names
    }

    fn add_owned(&mut self, account: &'a ExternalId, id: &'a ExternalId) {
        self.accounts.insert(account);
        self.owned.insert(id);
    }
}
