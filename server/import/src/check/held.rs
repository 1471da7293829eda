//! Addresses that somebody has already. What an import gave is the operator's to set right, so it fails. What people came
//! by in the portal stops no import: the line is joined to them, or it waits and the report says so.

use super::{Check, Identity};
use crate::plan::Planned;
use crate::problem::Place;
use crate::record::Kind;
use crate::value::ExternalId;
use domain::owner::OwnerKind;
use portal::records::rows::{ContactRow, PersonRow};
use std::collections::{HashMap, HashSet};

impl<'a> Check<'a> {
    /// A new person whose address somebody from the portal has is that person. Unless they proved it, whatever was
    /// chosen before ends with this, as with `portico account create` (SECURITY T90).
    pub(super) fn joined(
        &mut self,
        place: &'a Place,
        name: &'a ExternalId,
        email_key: &str,
        found: Identity<PersonRow>,
    ) -> Identity<PersonRow> {
        let holder = self.holders.get(email_key).copied().filter(|holder| {
            holder.external_id.is_none() && !self.places.contains_key(&holder.id) && name.as_own().is_none()
        });
        let Some(holder) = holder.filter(|_| found.before.is_none()) else { return found };
        self.places.remove(&found.id);
        self.places.insert(holder.id.clone(), place);
        self.ids.insert((Kind::Person, String::new(), name), holder.id.clone());
        let what = if holder.verified_at.is_some() {
            "joined to the person who has proved this address"
        } else {
            "warning: joined to a person who had not proved this address; their password and sessions ended"
        };
        self.warn(place, what);
        Identity { id: holder.id.clone(), before: Some(holder.clone()), ..found }
    }

    /// Sees to it that an address is one person's.
    pub(super) fn people_s_addresses(&mut self) {
        // Those who are in each other's way by the file, and those who keep an address that the file takes from them.
        let (mut failed, mut waiting) = (HashSet::new(), HashSet::new());
        // Whoever keeps an address after all may be in another one's way.
        while let Some((at, holder)) = self.clash(&failed) {
            let id = self.plan.persons[at].after.id.clone();
            let place = self.places[&id];
            if self.given_by_import(&holder) && !waiting.contains(&holder) {
                self.fail(place, "email", self.whose(&holder));
                failed.insert(id);
                continue;
            }
            let what = match &mut self.plan.persons[at] {
                Planned { before: Some(before), after } => {
                    let what = format!("another person signs in with {} already; {} stays", after.email, before.email);
                    after.email.clone_from(&before.email);
                    after.email_key.clone_from(&before.email_key);
                    after.imported_email_key.clone_from(&before.imported_email_key);
                    after.verified_at = before.verified_at;
                    waiting.insert(id);
                    what
                }
                Planned { before: None, .. } => {
                    self.left_out.insert(id);
                    self.forget_person(at);
                    "skipped: another person signs in with this address already".to_owned()
                }
            };
            self.warn(place, format!("warning: {what}"));
        }
    }

    fn whose(&self, holder: &str) -> String {
        match self.places.get(holder) {
            Some(place) => format!("the same address as in line {} of {}", place.line, place.file),
            None => "another person signs in with this address already".to_owned(),
        }
    }

    /// A person of the plan whose address somebody else has, and who that is. Whoever keeps an address goes first.
    fn clash(&self, failed: &HashSet<String>) -> Option<(usize, String)> {
        let others = self.world.persons.rows.values().filter(|person| !self.persons.contains_key(&person.id));
        let mut taken: HashMap<&str, &str> =
            others.map(|person| (person.email_key.as_str(), person.id.as_str())).collect();
        let keeps = |planned: &Planned<PersonRow>| {
            planned.before.as_ref().is_some_and(|before| before.email_key == planned.after.email_key)
        };
        let people = || self.plan.persons.iter().enumerate().filter(|(_, it)| !failed.contains(&it.after.id));
        let (stay, come) = (people().filter(|(_, it)| keeps(it)), people().filter(|(_, it)| !keeps(it)));
        for (at, planned) in stay.chain(come) {
            let PersonRow { id, email_key, .. } = &planned.after;
            if let Some(other) = taken.insert(email_key, id) {
                return Some((at, other.to_owned()));
            }
        }
        None
    }

    /// Whether somebody has their address from an import, this one or an earlier one.
    fn given_by_import(&self, person: &str) -> bool {
        let row = self.person_after(person);
        row.is_some_and(|row| row.imported_email_key.as_ref() == Some(&row.email_key))
    }

    fn forget_person(&mut self, at: usize) {
        self.plan.persons.remove(at);
        let people = self.plan.persons.iter().enumerate();
        self.persons = people.map(|(at, planned)| (planned.after.id.clone(), at)).collect();
    }

    /// Leaves a contact's line out; without the legal owner the whole account waits.
    pub(super) fn leave_contact(&mut self, place: &Place, owner: Option<OwnerKind>, account: String, why: &str) {
        self.warn(place, why);
        if owner == Some(OwnerKind::Legal) {
            self.ownerless.insert(account);
        }
    }

    /// Leaves out contacts whose address or person a contact made in the portal has, and accounts without their legal
    /// owner.
    pub(super) fn leave_out(&mut self) {
        let mut left: Vec<(ContactRow, String)> = Vec::new();
        for planned in self.plan.contacts.iter().filter(|planned| planned.before.is_none() || planned.is_moved()) {
            let row = &planned.after.row;
            if let Some(other) = self.in_the_way(row) {
                let what = format!("warning: skipped: {} {} has this address", other.first_name, other.last_name);
                left.push((row.clone(), what));
            }
        }
        for (row, what) in left {
            self.plan.contacts.retain(|planned| planned.after.row.id != row.id);
            let owner = row.owner.as_deref().and_then(OwnerKind::from_key);
            self.leave_contact(self.places[&row.id], owner, row.account_id, &what);
        }
        for account in std::mem::take(&mut self.ownerless) {
            self.plan.leave_out(&account);
            self.currencies.remove(&account);
            if let Some(place) = self.places.get(&account).copied() {
                self.warn(place, "warning: skipped: its legal owner is, so the whole account waits");
            }
            self.doubtful.insert(account);
        }
    }

    /// Whether a contact made in the portal has an address that another one's person moves to. Then that one keeps its own.
    pub(super) fn is_held(&self, row: &ContactRow, email_key: &str) -> bool {
        self.in_the_way(&ContactRow { email_key: email_key.to_owned(), ..row.clone() }).is_some()
    }

    /// The contact that was made in the portal and has the address, or is the person, of this one.
    fn in_the_way(&self, row: &ContactRow) -> Option<&'a ContactRow> {
        self.portal_made.get(row.account_id.as_str())?.iter().copied().find(|other| {
            other.id != row.id
                && !self.places.contains_key(&other.id)
                && (other.email_key == row.email_key || (row.person_id.is_some() && other.person_id == row.person_id))
        })
    }
}
