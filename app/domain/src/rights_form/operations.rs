//! The services matrix: the boxes of operations.

use super::{BoxState, GroupState, Lock, Note, PrivilegeDraft, Row};
use crate::operation::{Operation, OperationSet};
use crate::right::Right;

impl PrivilegeDraft {
    /// The operations that a row has boxes for.
    pub fn row_operations(&self, row: Row) -> OperationSet {
        match row {
            Row::All | Row::New => OperationSet::all(),
            Row::One(id) => self
                .ground
                .services
                .iter()
                .find(|service| service.id == id)
                .map_or(OperationSet::EMPTY, |service| service.kind.operations()),
        }
    }

    pub(super) fn own_operations(&self, row: Row) -> OperationSet {
        match row {
            Row::All => self.rights.all_services,
            Row::One(id) => self.rights.services.get(&id).copied().unwrap_or_default(),
            Row::New => self.rights.new_services,
        }
    }

    pub(super) fn own_operations_mut(&mut self, row: Row) -> &mut OperationSet {
        match row {
            Row::All => &mut self.rights.all_services,
            Row::One(id) => self.rights.services.entry(id).or_default(),
            Row::New => &mut self.rights.new_services,
        }
    }

    /// The box of an operation in a row.
    pub fn operation(&self, row: Row, operation: Operation) -> BoxState {
        let own = self.own_operations(row).contains(operation);
        let ticked = match row {
            Row::All => self.now.all_services(),
            Row::One(id) => self.now.operations_on(id),
            Row::New => self.now.all_services().union(self.rights.new_services.closed()),
        }
        .contains(operation);
        BoxState { ticked, own, lock: self.operation_lock(row, operation, ticked) }
    }

    fn operation_lock(&self, row: Row, operation: Operation, ticked: bool) -> Option<Lock> {
        if self.ground.is_me {
            return Some(Lock::NotToOneself);
        }
        if !ticked {
            return (!self.may_operations(row).contains(operation)).then_some(Lock::MayNotGrant);
        }
        if row != Row::All && self.now.all_services().contains(operation) {
            return Some(Lock::OnAllServices);
        }
        let held = match row {
            Row::All => self.rights.given_on_all(),
            Row::One(_) | Row::New => self.own_operations(row),
        };
        let implies =
            |holds: &Operation| *holds != operation && OperationSet::of(&[*holds]).closed().contains(operation);
        if let Some(holds) = held.iter().find(implies) {
            return Some(Lock::ImpliedBy(Right::Operation(holds)));
        }
        if row != Row::All {
            return None;
        }
        self.lock_by_role(Right::Operation(operation))
    }

    /// Gives or takes an operation. Taking one on all services that roles give dissolves them.
    pub fn set_operation(&mut self, row: Row, operation: Operation, on: bool) -> Vec<Note> {
        let state = self.operation(row, operation);
        if state.lock.is_some_and(|lock| !lock.is_soft())
            || state.ticked == on
            || !self.row_operations(row).contains(operation)
        {
            return Vec::new();
        }
        let notes = if !on && row == Row::All { self.dissolve(Right::Operation(operation)) } else { Vec::new() };
        let held = self.own_operations_mut(row);
        if on {
            held.insert(operation);
        } else {
            held.remove(operation);
        }
        self.settle();
        notes
    }

    /// Whether all, or some, of a row's operations are ticked, and whether any of them may be changed.
    pub fn row(&self, row: Row) -> GroupState {
        let operations = self.row_operations(row);
        GroupState::of(&operations.iter().map(|operation| self.operation(row, operation)).collect::<Vec<_>>())
    }
}
