//! The matrix of domains: the boxes of what may be done on them.

use super::{BoxState, DomainRow, Lock, Note, PrivilegeDraft};
use crate::id::DomainId;
use crate::operation::{DomainOperation, DomainOperationSet};
use crate::right::Right;

impl PrivilegeDraft {
    /// Every row of domains, in the order of the page.
    pub fn domain_rows(&self) -> Vec<DomainRow> {
        let mut rows = vec![DomainRow::All];
        for domain in &self.ground.domains {
            rows.push(DomainRow::One(domain.id));
        }
        rows.push(DomainRow::New);
        rows
    }

    pub(super) fn has_domain_row(&self, domain: DomainId) -> bool {
        self.ground.domains.iter().any(|row| row.id == domain)
    }

    fn own_domain_operations(&self, row: DomainRow) -> DomainOperationSet {
        match row {
            DomainRow::All => self.rights.all_domains,
            DomainRow::One(id) => self.rights.domains.get(&id).copied().unwrap_or_default(),
            DomainRow::New => self.rights.new_domains,
        }
    }

    fn own_domain_operations_mut(&mut self, row: DomainRow) -> &mut DomainOperationSet {
        match row {
            DomainRow::All => &mut self.rights.all_domains,
            DomainRow::One(id) => self.rights.domains.entry(id).or_default(),
            DomainRow::New => &mut self.rights.new_domains,
        }
    }

    /// What the actor may give on a row, with what the contact has already.
    pub(super) fn may_domain_operations(&self, row: DomainRow) -> DomainOperationSet {
        let grantable = self.ground.standing.grantable();
        match row {
            DomainRow::All => grantable.all_domains().union(self.before.all_domains()),
            DomainRow::One(id) => grantable.on_domain(id).union(self.before.domain_operations_on(id)),
            DomainRow::New => {
                grantable.all_domains().union(self.before.all_domains()).union(self.ground.baseline.new_domains)
            }
        }
    }

    /// What is on in a row, wherever it comes from.
    pub fn on_domains(&self, row: DomainRow) -> DomainOperationSet {
        match row {
            DomainRow::All => self.now.all_domains(),
            DomainRow::One(id) => self.now.domain_operations_on(id),
            DomainRow::New => self.now.all_domains().union(self.rights.new_domains),
        }
    }

    /// Whether a row has nothing of its own, and All domains give something.
    pub fn is_covered_domain(&self, row: DomainRow) -> bool {
        row != DomainRow::All && self.own_domain_operations(row).is_empty() && !self.now.all_domains().is_empty()
    }

    /// The box of an operation in a row of domains.
    pub fn domain_operation(&self, row: DomainRow, operation: DomainOperation) -> BoxState {
        let own = self.own_domain_operations(row).contains(operation);
        let ticked = self.on_domains(row).contains(operation);
        BoxState { ticked, own, lock: self.domain_lock(row, operation, ticked) }
    }

    fn domain_lock(&self, row: DomainRow, operation: DomainOperation, ticked: bool) -> Option<Lock> {
        if self.ground.is_me {
            return Some(Lock::NotToOneself);
        }
        if !ticked {
            return (!self.may_domain_operations(row).contains(operation)).then_some(Lock::MayNotGrant);
        }
        match row {
            DomainRow::All => self.lock_by_role(Right::DomainOperation(operation)),
            DomainRow::One(_) | DomainRow::New => {
                self.now.all_domains().contains(operation).then_some(Lock::OnAllDomains)
            }
        }
    }

    /// Gives or takes an operation. Taking one on all domains that roles give dissolves them.
    pub fn set_domain_operation(&mut self, row: DomainRow, operation: DomainOperation, on: bool) -> Vec<Note> {
        let state = self.domain_operation(row, operation);
        let is_there = match row {
            DomainRow::All | DomainRow::New => true,
            DomainRow::One(id) => self.has_domain_row(id),
        };
        if state.lock.is_some_and(|lock| !lock.is_soft()) || state.ticked == on || !is_there {
            return Vec::new();
        }
        let is_taken = !on && row == DomainRow::All;
        let notes = if is_taken { self.dissolve(Right::DomainOperation(operation)) } else { Vec::new() };
        let held = self.own_domain_operations_mut(row);
        if on {
            held.insert(operation);
        } else {
            held.remove(operation);
        }
        self.settle();
        notes
    }

    /// Ticks or clears the row All domains as far as the actor may: it belongs to the area.
    pub(super) fn set_all_domains(&mut self, on: bool) {
        for operation in DomainOperation::ALL {
            if self.domain_operation(DomainRow::All, *operation).may_be_set(on) {
                if on {
                    self.rights.all_domains.insert(*operation);
                } else {
                    self.rights.all_domains.remove(*operation);
                }
            }
        }
    }
}
