//! Contacts: what their lines say, completed by what is stored and by the person behind them.

use super::{Check, Identity};
use crate::plan::{FullContact, Planned};
use crate::problem::{Place, reason};
use crate::record::{ContactRecord, Kind};
use domain::category::Category;
use domain::contact::SaveContact;
use domain::details::ContactDetails;
use domain::email::EmailAddress;
use domain::id::{DomainId, ServiceId};
use domain::rights::Rights;
use domain::service::ServiceKind;
use domain::status::ContactState;
use portal::base::canon;
use portal::records::rows::{ContactRow, PersonRow};
use std::collections::BTreeSet;

/// The line names a person who is not there; it was noted.
struct NoSuchPerson;

impl<'a> Check<'a> {
    pub(super) fn contact(&mut self, place: &'a Place, record: &'a ContactRecord) {
        let Some(account) = self.account_id(place, &record.account) else { return };
        let before = self.problems.len();
        let planned = self.planned(place, record, account.clone());
        match planned {
            Some(planned) if self.problems.len() == before => self.plan.contacts.push(planned),
            _ if self.problems.len() > before => {
                self.doubtful.insert(account);
            }
            // It was skipped, and the report says so.
            Some(_) | None => {}
        }
    }

    fn planned(
        &mut self,
        place: &'a Place,
        record: &'a ContactRecord,
        account: String,
    ) -> Option<Planned<FullContact>> {
        let world = self.world;
        let found = self.identify(Kind::Contact, place, &account, &record.id, &world.contacts);
        let Identity { id, external_id, before } = found?;
        let before = before.map(|row| world.full(&row));
        if before.as_ref().is_some_and(|before| before.row.is_deleted()) {
            // Whoever deleted it in the portal meant it; a nightly import does not bring it back.
            self.warn(place, "skipped: the contact was deleted in the portal");
            self.doubtful.insert(account);
            return None;
        }
        let stored = before.as_ref();
        let person_id = self.person_id(place, record, stored).ok()?;
        if person_id.as_ref().is_some_and(|person| self.left_out.contains(person)) {
            self.leave_contact(place, record.owner, account, "warning: skipped: so is its person");
            return None;
        }
        let rights = self.rights(place, &account, record, &id, stored);
        let person = person_id.as_deref().and_then(|person| self.person_after(person)).cloned();
        let details = self.details(place, record, stored, person.as_ref());
        let (details, rights) = (details?, rights?);
        let Ok(email_key) = canon::email_key(&details.email) else {
            self.fail(place, "email", "not an email address");
            return None;
        };
        let (categories, notifications_set) = categories(record, stored);
        let row = ContactRow {
            account_id: account,
            id,
            external_id,
            state: state(record, stored, person_id.as_deref()).to_owned(),
            person_id,
            owner: record.owner.map(|owner| owner.key().to_owned()),
            first_name: details.first_name,
            last_name: details.last_name,
            email: details.email.to_string(),
            email_key,
            phone: details.phone,
            note: details.note,
            template: record.template.clone(),
            ends_at: record.ends.map(|when| when.0).or(stored.and_then(|before| before.row.ends_at)),
            notifications_set,
            version: stored.map_or(1, |before| before.row.version),
        };
        let planned = Planned { before, after: FullContact { row, rights, categories } };
        if planned.is_change() {
            self.coherent(place, record, &planned.after.row);
        }
        Some(planned)
    }

    /// Who signs in as the contact, if anybody; an error when the line names somebody who is not there.
    fn person_id(
        &mut self,
        place: &Place,
        record: &'a ContactRecord,
        before: Option<&FullContact>,
    ) -> Result<Option<String>, NoSuchPerson> {
        let world = self.world;
        match &record.person {
            Some(name) => {
                self.refer(Kind::Person, "", place, "person", name, &world.persons).map(Some).ok_or(NoSuchPerson)
            }
            None => Ok(before.and_then(|before| before.row.person_id.clone())),
        }
    }

    /// State, owner and login go together.
    fn coherent(&mut self, place: &Place, record: &ContactRecord, row: &ContactRow) {
        let has_login = row.person_id.is_some();
        match ContactState::from_key(&row.state) {
            ContactState::Active | ContactState::Suspended if !has_login => {
                let why = format!("a contact that is {} needs a person", row.state);
                self.fail(place, if record.state.is_some() { "state" } else { "person" }, why);
            }
            ContactState::ContactOnly if has_login => {
                self.fail(place, "state", "a contact with a person is not contact_only");
            }
            ContactState::Active
            | ContactState::Suspended
            | ContactState::ContactOnly
            | ContactState::Pending
            | ContactState::Declined
            | ContactState::Deleted => {}
        }
        if row.owner.is_some() && (row.state != ContactState::Active.key() || !has_login) {
            self.fail(place, "owner", "an owner is active and has a person");
        }
    }

    fn details(
        &mut self,
        place: &Place,
        record: &ContactRecord,
        before: Option<&FullContact>,
        person: Option<&PersonRow>,
    ) -> Option<ContactDetails> {
        let row = before.map(|before| &before.row);
        let text = |own: &Option<String>, stored: Option<&String>, persons: Option<&String>| {
            own.as_ref().or(stored).or(persons).cloned().unwrap_or_default()
        };
        let typed = SaveContact {
            first_name: text(&record.first_name, row.map(|r| &r.first_name), person.map(|p| &p.first_name)),
            last_name: text(&record.last_name, row.map(|r| &r.last_name), person.map(|p| &p.last_name)),
            email: self.email(place, record, row, person)?,
            phone: text(&record.phone, row.map(|r| &r.phone), None),
            note: text(&record.note, row.map(|r| &r.note), None),
            ..SaveContact::default()
        };
        match typed.details(&[]) {
            Ok(details) => Some(details),
            Err(problems) => {
                for problem in problems {
                    self.fail(place, &problem.field, reason(&problem.problem));
                }
                None
            }
        }
    }

    /// The address of a contact with a login is the person's.
    fn email(
        &mut self,
        place: &Place,
        record: &ContactRecord,
        before: Option<&ContactRow>,
        person: Option<&PersonRow>,
    ) -> Option<String> {
        let Some(person) = person else {
            return Some(record.email.clone().or(before.map(|row| row.email.clone())).unwrap_or_default());
        };
        if let Some(email) = &record.email {
            let key = EmailAddress::parse(email).ok().and_then(|email| canon::email_key(&email).ok());
            // Whoever moved to an address of their own since is still whom the line means.
            let known = [Some(&person.email_key), person.imported_email_key.as_ref()];
            if key.is_none() || !(person.is_joined() || known.contains(&key.as_ref())) {
                self.fail(place, "email", format!("not the address of the person, {}", person.email));
                return None;
            }
        }
        // What is stored stays as it was typed there, unless the person has another address now.
        let stored = before.filter(|row| row.person_id.as_ref() == Some(&person.id) && !self.has_moved(&person.id));
        Some(stored.map_or_else(|| person.email.clone(), |row| row.email.clone()))
    }

    /// Whether the file gives a person another address.
    fn has_moved(&self, person: &str) -> bool {
        let planned = self.persons.get(person).and_then(|at| self.plan.persons.get(*at));
        planned.is_some_and(|planned| planned.before.as_ref().is_some_and(|before| before.email != planned.after.email))
    }

    fn rights(
        &mut self,
        place: &Place,
        account: &str,
        record: &'a ContactRecord,
        contact: &str,
        before: Option<&FullContact>,
    ) -> Option<Rights> {
        let world = self.world;
        let mut rights = Rights {
            roles: record.roles,
            privileges: record.privileges,
            all_services: record.services.all,
            new_services: record.services.new,
            all_domains: record.domains.all,
            new_domains: record.domains.new,
            ..Rights::default()
        };
        let mut sound = true;
        for (name, operations) in &record.services.each {
            let field = format!("services.{name}");
            let Some(service) = self.refer(Kind::Service, account, place, &field, name, &world.services) else {
                sound = false;
                continue;
            };
            let lacking = self.kind_of(&service).map(|kind| operations.minus(kind.operations()));
            if let Some(lacking) = lacking.filter(|lacking| !lacking.is_empty()) {
                let list: Vec<&str> = lacking.iter().map(domain::operation::Operation::key).collect();
                let already = before.is_some_and(|before| {
                    service_id(&service)
                        .and_then(|id| before.rights.services.get(&id))
                        .is_some_and(|had| lacking.is_within(*had))
                });
                if !already {
                    self.fail(place, &field, format!("a service of its kind has no {}", list.join(", ")));
                }
            }
            let Some(id) = service_id(&service) else { continue };
            if !operations.is_empty() {
                rights.services.insert(id, *operations);
            }
            self.named.insert((contact.to_owned(), service));
        }
        for (name, operations) in &record.domains.each {
            let field = format!("domains.{name}");
            let Some(domain) = self.refer(Kind::Domain, account, place, &field, name, &world.domains) else {
                sound = false;
                continue;
            };
            let Some(id) = domain_id(&domain) else { continue };
            if !operations.is_empty() {
                rights.domains.insert(id, *operations);
            }
            self.named.insert((contact.to_owned(), domain));
        }
        if let Some(before) = before.filter(|_| !rights.new_domains.is_empty()) {
            // As with services.
            for (domain, operations) in &before.rights.domains {
                if !self.named.contains(&(contact.to_owned(), domain.to_string())) {
                    rights.domains.insert(*domain, *operations);
                }
            }
        }
        if let Some(before) = before.filter(|_| !rights.new_services.is_empty()) {
            // What came by New services, or was ticked in the portal, on services that the line does not name, stays.
            for (service, operations) in &before.rights.services {
                if !self.named.contains(&(contact.to_owned(), service.to_string())) {
                    rights.services.insert(*service, *operations);
                }
            }
        }
        sound.then_some(rights)
    }

    fn kind_of(&self, service: &str) -> Option<ServiceKind> {
        let planned = self.services.get(service).and_then(|at| self.plan.services.get(*at));
        let row = planned.map(|planned| &planned.after).or_else(|| self.world.services.rows.get(service));
        row.and_then(|row| ServiceKind::from_key(&row.kind))
    }
}

pub(super) fn service_id(text: &str) -> Option<ServiceId> {
    text.parse().ok()
}

pub(super) fn domain_id(text: &str) -> Option<DomainId> {
    text.parse().ok()
}

fn state<'r>(record: &ContactRecord, before: Option<&'r FullContact>, person: Option<&str>) -> &'r str {
    // A login that is new makes a contact active, as it does in the portal.
    let same_person = before.filter(|before| before.row.person_id.as_deref() == person);
    match (record.state, same_person) {
        (Some(state), _) => state.key(),
        (None, Some(before)) => &before.row.state,
        (None, None) if person.is_some() => ContactState::Active.key(),
        (None, None) => ContactState::ContactOnly.key(),
    }
}

/// The categories chosen, and whether any choice was made. Those that this version does not know stay.
fn categories(record: &ContactRecord, before: Option<&FullContact>) -> (BTreeSet<String>, i64) {
    let stored = before.map(|before| before.categories.clone()).unwrap_or_default();
    match &record.notifications {
        None => (stored, before.map_or(0, |before| before.row.notifications_set)),
        Some(chosen) => {
            let unknown = stored.into_iter().filter(|key| Category::from_key(key).is_none());
            (unknown.chain(chosen.iter().map(|category| category.key().to_owned())).collect(), 1)
        }
    }
}
