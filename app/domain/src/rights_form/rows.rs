//! Rows that the matrix gets while the form is being filled in.

use super::{Ground, PrivilegeDraft, Row, has_row};
use crate::id::ServiceId;
use crate::service::SERVICE_ROWS;

impl PrivilegeDraft {
    /// Every row, in the order of the page.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::All];
        for service in &self.ground.services {
            rows.push(Row::One(service.id));
        }
        rows.push(Row::New);
        rows
    }

    /// Whether one more service may have a row.
    pub fn has_room(&self) -> bool {
        self.ground.services.len() < SERVICE_ROWS
    }

    /// Gives a service a row: as the contact has it, and as the actor may change it, which a search has told.
    pub fn add_row(&mut self, service: ServiceId, found: &Ground) {
        let Some(row) = found.services.iter().find(|row| row.id == service) else { return };
        if has_row(&self.ground.services, service) {
            return;
        }
        self.ground.services.push(row.clone());
        let standing = &mut self.ground.standing;
        standing.effective =
            standing.effective.clone().also_on(service, found.standing.effective.operations_on(service));
        if let Some(given) = found.baseline.services.get(&service) {
            self.ground.baseline.services.insert(service, *given);
            self.before = self.ground.baseline.effective();
            self.rights.services.insert(service, *given);
        }
        self.settle();
    }
}
