//! Changes that follow from others: contacts carry the address of their person, and a service that arrives gives
//! contacts what they were promised on new services (PRODUCT D10).

use super::Check;
use super::contacts::service_id;
use crate::plan::{FullContact, Planned};
use domain::operation::OperationSet;
use domain::service::{ServiceKind, ServiceStatus};
use portal::records::rows::ServiceRow;
use std::collections::{HashMap, HashSet};

impl Check<'_> {
    pub(super) fn follow(&mut self) {
        let arrivals = self.arrivals();
        for contact in &mut self.plan.contacts {
            // Whoever comes with the service has just what their line says.
            if contact.before.is_some() {
                arrive(&mut contact.after, &arrivals, &self.named);
            }
        }
        let mut followers = Vec::new();
        let in_file: HashSet<&str> = self.plan.contacts.iter().map(|contact| contact.after.row.id.as_str()).collect();
        for row in self.world.contacts.rows.values() {
            if row.is_deleted() || in_file.contains(row.id.as_str()) {
                continue;
            }
            let before = self.world.full(row);
            let mut after = before.clone();
            self.follow_person(&mut after);
            arrive(&mut after, &arrivals, &self.named);
            let planned = Planned { before: Some(before), after };
            if planned.is_change() {
                followers.push(planned);
            }
        }
        followers.sort_by(|a, b| a.after.row.id.cmp(&b.after.row.id));
        self.plan.followers = followers;
    }

    fn follow_person(&self, contact: &mut FullContact) {
        let row = &mut contact.row;
        let Some(at) = row.person_id.as_deref().and_then(|person| self.persons.get(person)) else { return };
        let Planned { before: Some(before), after } = &self.plan.persons[*at] else { return };
        if before.email != after.email && !self.is_held(row, &after.email_key) {
            row.email.clone_from(&after.email);
            row.email_key.clone_from(&after.email_key);
        }
    }

    /// Services that become active by this import, by account.
    fn arrivals(&self) -> HashMap<String, Vec<ServiceRow>> {
        let mut arrivals: HashMap<String, Vec<ServiceRow>> = HashMap::new();
        for Planned { before, after } in &self.plan.services {
            let waited = before.as_ref().is_none_or(|before| before.status == ServiceStatus::Pending.key());
            if waited && after.status == ServiceStatus::Active.key() {
                arrivals.entry(after.account_id.clone()).or_default().push(after.clone());
            }
        }
        arrivals
    }
}

fn arrive(contact: &mut FullContact, arrivals: &HashMap<String, Vec<ServiceRow>>, named: &HashSet<(String, String)>) {
    let promised = contact.rights.new_services;
    let arrived = arrivals.get(&contact.row.account_id).filter(|_| !promised.is_empty());
    for service in arrived.into_iter().flatten() {
        let has = ServiceKind::from_key(&service.kind).map_or(OperationSet::EMPTY, ServiceKind::operations);
        let given = promised.intersection(has);
        let is_named = named.contains(&(contact.row.id.clone(), service.id.clone()));
        if let Some(id) = service_id(&service.id).filter(|_| !given.is_empty() && !is_named) {
            let held = contact.rights.services.entry(id).or_default();
            *held = held.union(given);
        }
    }
}
