//! What the form comes to: what it posts, and what calls for trust.

use super::{Drawing, PRIVILEGES_FIELD, PrivilegeDraft, Row, role_input};
use crate::operation::OperationSet;
use crate::privilege::{Privilege, Weight};
use crate::right::{Place, Right};

impl PrivilegeDraft {
    /// The grants that no box posts by itself, as names and values of hidden fields.
    pub fn hidden(&self, drawing: Drawing) -> Vec<(String, String)> {
        let roles = self.roles().filter(|role| self.role(*role).drawn_hidden(drawing)).filter_map(role_input);
        let privileges = Privilege::ALL
            .iter()
            .filter(|privilege| self.privilege(**privilege).drawn_hidden(drawing))
            .map(|privilege| (PRIVILEGES_FIELD.to_owned(), privilege.key().to_owned()));
        let single = self.ground.services.iter().map(|service| Row::One(service.id));
        let operations = [Row::All, Row::New].into_iter().chain(single).flat_map(|row| {
            self.row_operations(row)
                .iter()
                .filter(move |operation| self.operation(row, *operation).drawn_hidden(drawing))
                .map(move |operation| (row.field(), operation.key().to_owned()))
        });
        roles.chain(privileges).chain(operations).collect()
    }

    /// The sensitive rights that the contact would have and has not now (S0.27).
    pub fn newly_sensitive(&self) -> Vec<(Right, Place)> {
        let mut list: Vec<(Right, Place)> = self
            .now
            .privileges()
            .minus(self.before.privileges())
            .iter()
            .filter(|privilege| privilege.weight() == Weight::Sensitive)
            .map(|privilege| (Right::Privilege(privilege), Place::Account))
            .collect();
        let mut add = |operations: OperationSet, place: Place| {
            let sensitive = operations.iter().filter(|operation| operation.weight() == Weight::Sensitive);
            list.extend(sensitive.map(|operation| (Right::Operation(operation), place.clone())));
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
