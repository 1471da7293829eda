//! What no line can know by itself: addresses that clash, accounts without an owner or with two, currencies.

use super::Check;
use domain::owner::OwnerKind;
use portal::records::rows::ContactRow;
use std::collections::{HashMap, HashSet};

impl Check<'_> {
    pub(super) fn together(&mut self) {
        self.contacts_addresses();
        self.legal_owners();
        self.currencies();
    }

    pub(super) fn fail_at(&mut self, id: &str, field: &str, why: &str) {
        if let Some(place) = self.places.get(id).copied() {
            self.fail(place, field, why);
        }
    }

    /// Every contact of the accounts concerned as it will be, deleted ones left out; those of the file last.
    fn contacts_after(&self) -> Vec<ContactRow> {
        let planned = || self.plan.followers.iter().chain(&self.plan.contacts).map(|planned| &planned.after.row);
        let written: HashSet<&str> = planned().map(|row| row.id.as_str()).collect();
        let world = self.world.contacts.rows.values();
        let others = world.filter(|row| !row.is_deleted() && !written.contains(row.id.as_str()));
        others.chain(planned()).cloned().collect()
    }

    fn contacts_addresses(&mut self) {
        let mut emails: HashMap<(String, String), String> = HashMap::new();
        let mut persons: HashMap<(String, String), String> = HashMap::new();
        for row in self.contacts_after() {
            let account = &row.account_id;
            if let Some(other) = emails.insert((account.clone(), row.email_key.clone()), row.id.clone()) {
                let why = format!("{} has this address on the account", self.named_contact(&other));
                // Where only a person's new address is in the way, its line is the one to look at.
                let at = if self.places.contains_key(&row.id) { Some(row.id.clone()) } else { row.person_id.clone() };
                self.fail_at(&at.unwrap_or(other), "email", &why);
            } else if let Some(person) = &row.person_id
                && let Some(other) = persons.insert((account.clone(), person.clone()), row.id.clone())
            {
                let why = format!("{} is this person on the account", self.named_contact(&other));
                self.fail_at(&row.id, "person", &why);
            }
        }
    }

    fn named_contact(&self, id: &str) -> String {
        match (self.places.get(id), self.world.contacts.rows.get(id)) {
            (Some(place), _) => format!("the contact in line {} of {}", place.line, place.file),
            (None, Some(row)) => format!("the contact {} {}", row.first_name, row.last_name),
            (None, None) => "another contact".to_owned(),
        }
    }

    fn legal_owners(&mut self) {
        if self.lines.unreadable {
            // The line that makes somebody an owner may be one of those that can't be read.
            return;
        }
        let legal = Some(OwnerKind::Legal.key());
        let mut owners: HashMap<String, Vec<String>> = HashMap::new();
        for row in self.contacts_after().into_iter().filter(|row| row.owner.as_deref() == legal) {
            owners.entry(row.account_id).or_default().push(row.id);
        }
        for (_, ids) in owners.iter().filter(|(_, ids)| ids.len() > 1) {
            for id in &ids[1..] {
                self.fail_at(id, "owner", "the account has another legal owner");
            }
        }
        let new = self.plan.accounts.iter().filter(|planned| planned.before.is_none());
        let mut bare: Vec<String> = new.map(|planned| planned.after.id.clone()).collect();
        bare.retain(|account| !owners.contains_key(account) && !self.doubtful.contains(account));
        for account in bare {
            self.fail_at(&account, "id", "no contact is the legal owner of this account");
        }
        let mut reduced = Vec::new();
        for planned in &self.plan.contacts {
            let was = planned.before.as_ref().is_some_and(|before| before.row.owner.as_deref() == legal);
            let account = &planned.after.row.account_id;
            if was && !owners.contains_key(account) && !self.doubtful.contains(account) {
                reduced.push(planned.after.row.id.clone());
            }
        }
        for contact in reduced {
            self.fail_at(&contact, "owner", "the legal owner of the account, and the file names no other");
        }
    }

    /// The currency of an account is fixed after its first entry, unless every entry changes with it.
    fn currencies(&mut self) {
        let written: HashSet<&str> = self.plan.invoices.iter().map(|planned| planned.after.id.as_str()).collect();
        let stored = self.world.invoices.rows.values().filter(|invoice| !written.contains(invoice.id.as_str()));
        let mut fixed: Vec<String> = stored
            .filter(|invoice| self.currencies.get(&invoice.account_id).is_some_and(|now| *now != invoice.currency))
            .map(|invoice| invoice.account_id.clone())
            .collect();
        fixed.sort();
        fixed.dedup();
        for account in fixed {
            self.fail_at(&account, "currency", "the account has invoices in another currency");
        }
    }
}
