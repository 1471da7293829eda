//! What the form comes to: what it posts, and what calls for trust.

use super::{Drawing, PRIVILEGES_FIELD, PrivilegeDraft, role_input};
use crate::operation::OperationSet;
use crate::privilege::{Privilege, Weight};
use crate::right::{Place, Right};

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
        let mut list = Vec::new();
        for privilege in self.now.privileges().minus(self.before.privileges()).iter() {
            if privilege.weight() == Weight::Sensitive {
                list.push((Right::Privilege(privilege), Place::Account));
            }
        }
        let mut add = |operations: OperationSet, place: Place| {
            for operation in operations.iter() {
                if operation.weight() == Weight::Sensitive {
                    list.push((Right::Operation(operation), place.clone()));
                }
            }
        };
        let all = self.now.all_services();
        add(all.minus(self.before.all_services()), Place::AllServices);
        for (id, held) in self.now.services() {
            let name = self.ground.services.iter().find(|service| service.id == *id).and_then(|s| s.name.clone());
            add(held.minus(all).minus(self.before.operations_on(*id)), Place::Service { id: *id, name });
        }
        let arriving = self.rights.new_services.closed().minus(self.ground.baseline.new_services.closed());
        add(arriving.minus(all).minus(self.before.all_services()), Place::NewServices);
        list
    }
}
