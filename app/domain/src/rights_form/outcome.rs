//! What the form comes to: what it posts, and what calls for trust.

use super::{Drawing, PRIVILEGES_FIELD, PrivilegeDraft, role_input};
use crate::operation::OperationSet;
use crate::privilege::{Privilege, Weight};
use crate::right::{Place, Right};
use crate::rights::Effective;

/// What rights come to, with what they give on services bought later.
type Held<'a> = (&'a Effective, OperationSet);

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
        fields
    }

    /// The sensitive rights that the contact would have and has not now (S0.27).
    pub fn newly_sensitive(&self) -> Vec<(Right, Place)> {
        self.gained().into_iter().filter(|(right, _)| right.weight() == Weight::Sensitive).collect()
    }

    /// The rights that the contact would have and has not now.
    pub fn gained(&self) -> Vec<(Right, Place)> {
        self.beyond((&self.now, self.rights.new_services), (&self.before, self.ground.baseline.new_services))
    }

    /// The rights that the contact has and would have no longer.
    pub fn lost(&self) -> Vec<(Right, Place)> {
        self.beyond((&self.before, self.ground.baseline.new_services), (&self.now, self.rights.new_services))
    }

    /// What some rights give that others do not, each with what they give on services bought later.
    fn beyond(&self, (held, new): Held<'_>, (others, others_new): Held<'_>) -> Vec<(Right, Place)> {
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
        let arriving = new.closed().minus(others_new.closed());
        add(arriving.minus(all).minus(others.all_services()), Place::NewServices);
        list
    }
}
