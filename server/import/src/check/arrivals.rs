//! Changes that follow from others: contacts carry the address of their person, and a service or domain that arrives
//! gives contacts what they were promised on new ones (PRODUCT D10).

use super::Check;
use super::contacts::{domain_id, service_id};
use crate::plan::{FullContact, Planned};
use domain::domains::DomainStatus;
use domain::operation::OperationSet;
use domain::service::{ServiceKind, ServiceStatus};
use portal::records::rows::{DomainRow, ServiceRow};
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

    /// Services and domains that become active by this import, by account.
    fn arrivals(&self) -> HashMap<String, Arrivals> {
        let mut arrivals: HashMap<String, Arrivals> = HashMap::new();
        for Planned { before, after } in &self.plan.services {
            let waited = before.as_ref().is_none_or(|before| before.status == ServiceStatus::Pending.key());
            if waited && after.status == ServiceStatus::Active.key() {
                arrivals.entry(after.account_id.clone()).or_default().services.push(after.clone());
            }
        }
        for Planned { before, after } in &self.plan.domains {
            let waited = before.as_ref().is_none_or(|before| before.status == DomainStatus::Pending.key());
            if waited && after.status == DomainStatus::Active.key() {
                arrivals.entry(after.account_id.clone()).or_default().domains.push(after.clone());
            }
        }
        arrivals
    }
}

/// What arrives on an account.
#[derive(Default)]
struct Arrivals {
    services: Vec<ServiceRow>,
    domains: Vec<DomainRow>,
}

fn arrive(contact: &mut FullContact, arrivals: &HashMap<String, Arrivals>, named: &HashSet<(String, String)>) {
    let Some(arrived) = arrivals.get(&contact.row.account_id) else { return };
    let promised = contact.rights.new_domains;
    for domain in arrived.domains.iter().filter(|_| !promised.is_empty()) {
        let is_named = named.contains(&(contact.row.id.clone(), domain.id.clone()));
        if let Some(id) = domain_id(&domain.id).filter(|_| !is_named) {
            let held = contact.rights.domains.entry(id).or_default();
            *held = held.union(promised);
        }
    }
    let promised = contact.rights.new_services;
    for service in arrived.services.iter().filter(|_| !promised.is_empty()) {
        let has = ServiceKind::from_key(&service.kind).map_or(OperationSet::EMPTY, ServiceKind::operations);
        let given = promised.intersection(has);
        let is_named = named.contains(&(contact.row.id.clone(), service.id.clone()));
        if let Some(id) = service_id(&service.id).filter(|_| !given.is_empty() && !is_named) {
            let held = contact.rights.services.entry(id).or_default();
            *held = held.union(given);
        }
    }
}
