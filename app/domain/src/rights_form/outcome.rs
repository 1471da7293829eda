//! What the form comes to: what it posts, and what calls for trust.

use super::{Drawing, PRIVILEGES_FIELD, PrivilegeDraft, role_input};
use crate::operation::{DomainOperation, DomainOperationSet, OperationSet};
use crate::privilege::{Privilege, Weight};
use crate::right::{Place, Right};
use crate::rights::{Effective, Rights};

/// What rights come to, and the rights.
type Held<'a> = (&'a Effective, &'a Rights);

impl PrivilegeDraft {
    /// The grants that no box posts by itself, as names and values of hidden fields.
    pub fn hidden(&self, drawing: Drawing) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for role in self.roles() {
            if self.role(role).drawn_hidden(drawing) {
                fields.extend(role_input(role));
            }
        }
        for privilege in Privilege::ALL {
            if self.privilege(*privilege).drawn_hidden(drawing) {
                fields.push((PRIVILEGES_FIELD.to_owned(), privilege.key().to_owned()));
            }
        }
        for row in self.rows() {
            for operation in self.row_operations(row).iter() {
                if self.operation(row, operation).drawn_hidden(drawing) {
                    fields.push((row.field(), operation.key().to_owned()));
                }
            }
        }
        for row in self.domain_rows() {
            for operation in DomainOperation::ALL {
                if self.domain_operation(row, *operation).drawn_hidden(drawing) {
                    fields.push((row.field(), operation.key().to_owned()));
                }
            }
        }
        fields
    }

    /// The sensitive rights that the contact would have and has not now (S0.27).
    pub fn newly_sensitive(&self) -> Vec<(Right, Place)> {
        self.gained().into_iter().filter(|(right, _)| right.weight() == Weight::Sensitive).collect()
    }

    /// The rights that the contact would have and has not now.
    pub fn gained(&self) -> Vec<(Right, Place)> {
        self.beyond((&self.now, &self.rights), (&self.before, &self.ground.baseline))
    }

    /// The rights that the contact has and would have no longer.
    pub fn lost(&self) -> Vec<(Right, Place)> {
        self.beyond((&self.before, &self.ground.baseline), (&self.now, &self.rights))
    }

    /// What some rights give that others do not.
    fn beyond(&self, (held, rights): Held<'_>, (others, other_rights): Held<'_>) -> Vec<(Right, Place)> {
        let mut list = Vec::new();
        for privilege in held.privileges().minus(others.privileges()).iter() {
            list.push((Right::Privilege(privilege), Place::Account));
        }
        let mut add = |operations: OperationSet, place: Place| {
            for operation in operations.iter() {
                list.push((Right::Operation(operation), place.clone()));
            }
        };
        let all = held.all_services();
        add(all.minus(others.all_services()), Place::AllServices);
        for (id, each) in held.services() {
            let name = self.ground.services.iter().find(|service| service.id == *id).and_then(|s| s.name.clone());
            add(each.minus(all).minus(others.operations_on(*id)), Place::Service { id: *id, name });
        }
        let arriving = rights.new_services.closed().minus(other_rights.new_services.closed());
        add(arriving.minus(all).minus(others.all_services()), Place::NewServices);
        let mut add = |operations: DomainOperationSet, place: Place| {
            for operation in operations.iter() {
                list.push((Right::DomainOperation(operation), place.clone()));
            }
        };
        let all = held.all_domains();
        add(all.minus(others.all_domains()), Place::AllDomains);
        for (id, each) in held.domains() {
            let name = self.ground.domains.iter().find(|domain| domain.id == *id).and_then(|row| row.name.clone());
            add(each.minus(all).minus(others.domain_operations_on(*id)), Place::Domain { id: *id, name });
        }
        let coming = rights.new_domains.minus(other_rights.new_domains);
        add(coming.minus(all).minus(others.all_domains()), Place::NewDomains);
        list
    }
}
