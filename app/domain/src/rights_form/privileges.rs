//! The boxes of privileges.

use super::{BoxState, GroupState, Lock, Note, PrivilegeDraft, Row};
use crate::operation::{Operation, OperationSet};
use crate::privilege::{Area, Privilege, PrivilegeSet};
use crate::right::Right;
use crate::rights::Rights;

impl PrivilegeDraft {
    /// The box of a privilege.
    pub fn privilege(&self, privilege: Privilege) -> BoxState {
        let ticked = self.now.has(privilege);
        let own = self.rights.privileges.contains(privilege);
        BoxState { ticked, own, lock: self.privilege_lock(privilege, ticked) }
    }

    fn privilege_lock(&self, privilege: Privilege, ticked: bool) -> Option<Lock> {
        if self.ground.is_me {
            return Some(Lock::NotToOneself);
        }
        if !ticked {
            return (!self.may_privileges().contains(privilege)).then_some(Lock::MayNotGrant);
        }
        if let Some(holds) = self.now.privileges().implying(privilege) {
            return Some(Lock::ImpliedBy(Right::Privilege(holds)));
        }
        let implies = |operation: &Operation| {
            let alone = Rights { all_services: OperationSet::of(&[*operation]), ..Rights::default() };
            alone.effective().has(privilege)
        };
        // Only seeing services comes with operations, but which privilege that is, `crate::rights` knows.
        if let Some(operation) = self.now.all_services().iter().find(implies) {
            return Some(Lock::ImpliedBy(Right::Operation(operation)));
        }
        self.lock_by_role(|gives, _| gives.contains(privilege))
    }

    /// The lock of what the first role gives for which `gives` holds.
    pub(super) fn lock_by_role(&self, gives: impl Fn(PrivilegeSet, OperationSet) -> bool) -> Option<Lock> {
        let (role, privileges, operations) = self.rights.linked().find(|(_, its, operates)| gives(*its, *operates))?;
        let whole = privileges.closed().is_within(self.may_privileges())
            && operations.closed().is_within(self.may_operations(Row::All));
        Some(if whole { Lock::ByRole(role) } else { Lock::WithRole(role) })
    }

    /// Gives or takes a privilege. Taking one that roles give dissolves them.
    pub fn set_privilege(&mut self, privilege: Privilege, on: bool) -> Vec<Note> {
        let state = self.privilege(privilege);
        if state.lock.is_some_and(|lock| !lock.is_soft()) || state.ticked == on {
            return Vec::new();
        }
        let mut notes = Vec::new();
        if on {
            self.rights.privileges.insert(privilege);
        } else {
            notes = self.dissolve(|gives, _| gives.contains(privilege));
            self.rights.privileges.remove(privilege);
        }
        self.settle();
        notes
    }

    /// Roles that give something no longer wanted become their single rights.
    pub(super) fn dissolve(&mut self, gives: impl Fn(PrivilegeSet, OperationSet) -> bool) -> Vec<Note> {
        let roles: Vec<_> = self.rights.linked().filter(|(_, its, operates)| gives(*its, *operates)).collect();
        for (role, privileges, operations) in &roles {
            self.unlink(*role);
            self.rights.privileges = self.rights.privileges.union(*privileges);
            self.rights.all_services = self.rights.all_services.union(*operations);
        }
        roles.into_iter().map(|(role, ..)| Note::RoleDissolved(role)).collect()
    }

    /// Whether all, or some, of an area's privileges are ticked, of those that may be.
    pub fn area(&self, area: Area) -> GroupState {
        GroupState::of(Privilege::ALL.iter().filter(|p| p.area() == area).map(|p| self.privilege(*p)))
    }

    /// Ticks or clears an area as far as the actor may. What a role gives stays.
    pub fn set_area(&mut self, area: Area, on: bool) {
        let changeable: PrivilegeSet =
            Privilege::ALL.iter().copied().filter(|p| p.area() == area && self.group_may_set(*p, on)).collect();
        self.rights.privileges =
            if on { self.rights.privileges.union(changeable) } else { self.rights.privileges.minus(changeable) };
        self.settle();
    }

    fn group_may_set(&self, privilege: Privilege, on: bool) -> bool {
        let state = self.privilege(privilege);
        if on { !state.ticked && state.lock.is_none() } else { state.own && state.lock != Some(Lock::NotToOneself) }
    }
}
