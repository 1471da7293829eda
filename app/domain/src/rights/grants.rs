//! Single grants. A grant is one right at one place; several may give the same.

use crate::operation::{DomainOperationSet, OperationSet};
use crate::right::{Place, Right};
use crate::rights::Rights;

impl Rights {
    /// Every grant: roles, privileges, then operations by place, those on services first.
    pub fn grants(&self) -> Vec<(Right, Place)> {
        let operations = |set: OperationSet, place: Place| {
            set.iter().map(|each| (Right::Operation(each), place.clone())).collect::<Vec<_>>()
        };
        let mut list: Vec<(Right, Place)> = self.roles.iter().map(|role| (Right::Role(role), Place::Account)).collect();
        list.extend(self.own_roles.keys().map(|role| (Right::OwnRole(*role), Place::Account)));
        list.extend(self.privileges.iter().map(|privilege| (Right::Privilege(privilege), Place::Account)));
        list.extend(operations(self.all_services, Place::AllServices));
        list.extend(operations(self.new_services, Place::NewServices));
        for (service, held) in &self.services {
            list.extend(operations(*held, Place::Service { id: *service, name: None }));
        }
        let on_domains = |set: DomainOperationSet, place: Place| {
            set.iter().map(|each| (Right::DomainOperation(each), place.clone())).collect::<Vec<_>>()
        };
        list.extend(on_domains(self.all_domains, Place::AllDomains));
        list.extend(on_domains(self.new_domains, Place::NewDomains));
        for (domain, held) in &self.domains {
            list.extend(on_domains(*held, Place::Domain { id: *domain, name: None }));
        }
        list
    }

    /// Whether this very grant is among them.
    pub fn has_grant(&self, right: Right, place: &Place) -> bool {
        match right {
            Right::Role(role) => self.roles.contains(role),
            Right::OwnRole(role) => self.own_roles.contains_key(&role),
            Right::Privilege(privilege) => self.privileges.contains(privilege),
            Right::Operation(operation) => match place {
                Place::AllServices => self.all_services.contains(operation),
                Place::NewServices => self.new_services.contains(operation),
                Place::Service { id, .. } => self.services.get(id).is_some_and(|held| held.contains(operation)),
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllDomains
                | Place::NewDomains
                | Place::Domain { .. } => false,
            },
            Right::DomainOperation(operation) => match place {
                Place::AllDomains => self.all_domains.contains(operation),
                Place::NewDomains => self.new_domains.contains(operation),
                Place::Domain { id, .. } => self.domains.get(id).is_some_and(|held| held.contains(operation)),
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllServices
                | Place::NewServices
                | Place::Service { .. } => false,
            },
        }
    }

    /// Adds a grant, without an end. A role that the account made gives nothing yet: put it into
    /// [`Rights::own_roles`] with what it gives.
    pub fn give(&mut self, right: Right, place: &Place) {
        match right {
            Right::Role(role) => self.roles.insert(role),
            Right::OwnRole(role) => {
                self.own_roles.entry(role).or_default();
            }
            Right::Privilege(privilege) => self.privileges.insert(privilege),
            Right::Operation(operation) => match place {
                Place::AllServices => self.all_services.insert(operation),
                Place::NewServices => self.new_services.insert(operation),
                Place::Service { id, .. } => self.services.entry(*id).or_default().insert(operation),
                // There is no such grant.
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllDomains
                | Place::NewDomains
                | Place::Domain { .. } => {}
            },
            Right::DomainOperation(operation) => match place {
                Place::AllDomains => self.all_domains.insert(operation),
                Place::NewDomains => self.new_domains.insert(operation),
                Place::Domain { id, .. } => self.domains.entry(*id).or_default().insert(operation),
                // There is no such grant.
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllServices
                | Place::NewServices
                | Place::Service { .. } => {}
            },
        }
    }

    /// The grants for which `keep` holds, with their ends; what they began with stays.
    pub(super) fn only(&self, keep: impl Fn(Right, &Place) -> bool) -> Self {
        let mut kept = Self { template: self.template.clone(), ..Self::default() };
        for (right, place) in self.grants().into_iter().filter(|(right, place)| keep(*right, place)) {
            kept.give(right, &place);
        }
        for (role, content) in &mut kept.own_roles {
            content.clone_from(&self.own_roles[role]);
        }
        kept.until = self.until.iter().filter(|until| keep(until.right, &until.place)).cloned().collect();
        kept
    }

    /// Whether a right holds at a place, by whichever grant.
    pub(super) fn covers(&self, right: Right, place: &Place) -> bool {
        let held = self.effective();
        match right {
            Right::Role(role) => self.roles.contains(role),
            Right::OwnRole(role) => self.own_roles.contains_key(&role),
            Right::Privilege(privilege) => held.has(privilege),
            Right::Operation(operation) => match place {
                Place::AllServices => held.all_services().contains(operation),
                Place::NewServices => self.new_services.union(held.all_services()).closed().contains(operation),
                Place::Service { id, .. } => held.operations_on(*id).contains(operation),
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllDomains
                | Place::NewDomains
                | Place::Domain { .. } => false,
            },
            Right::DomainOperation(operation) => match place {
                Place::AllDomains => held.all_domains().contains(operation),
                Place::NewDomains => self.new_domains.union(held.all_domains()).contains(operation),
                Place::Domain { id, .. } => held.domain_operations_on(*id).contains(operation),
                Place::Account
                | Place::OwnRole { .. }
                | Place::AllServices
                | Place::NewServices
                | Place::Service { .. } => false,
            },
        }
    }
}
