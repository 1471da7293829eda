//! The boxes of privileges.

use super::{BoxState, DomainRow, GroupState, Lock, Note, PrivilegeDraft, Row};
use crate::operation::{DomainOperationSet, Operation, OperationSet};
use crate::privilege::{Area, Privilege, PrivilegeSet};
use crate::right::Right;
use crate::rights::{shown_by, shown_by_domains};
use crate::role::Gives;

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
        let shows = |operation: &Operation| shown_by(OperationSet::of(&[*operation])).contains(privilege);
        if let Some(operation) = self.now.all_services().iter().find(shows) {
            return Some(Lock::ImpliedBy(Right::Operation(operation)));
        }
        let all_domains = self.now.all_domains();
        if let Some(operation) = all_domains.iter().next().filter(|_| shown_by_domains(all_domains).contains(privilege))
        {
            return Some(Lock::ImpliedBy(Right::DomainOperation(operation)));
        }
        self.lock_by_role(Right::Privilege(privilege))
    }

    /// The roles that give a right, with all that they give.
    fn roles_giving(&self, right: Right) -> Vec<(Right, Gives)> {
        let mut roles = Vec::new();
        for (role, gives) in self.rights.linked() {
            let gives_it = match right {
                Right::Privilege(privilege) => gives.privileges.contains(privilege),
                Right::Operation(operation) => gives.operations.contains(operation),
                Right::DomainOperation(operation) => gives.domain_operations.contains(operation),
                Right::Role(_) | Right::OwnRole(_) => role == right,
            };
            if gives_it {
                roles.push((role, gives));
            }
        }
        roles
    }

    /// The lock of what a role gives.
    pub(super) fn lock_by_role(&self, right: Right) -> Option<Lock> {
        let (role, gives) = *self.roles_giving(right).first()?;
        let whole = gives.privileges.closed().is_within(self.may_privileges())
            && gives.operations.closed().is_within(self.may_operations(Row::All))
            && gives.domain_operations.is_within(self.may_domain_operations(DomainRow::All));
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
            notes = self.dissolve(Right::Privilege(privilege));
            self.rights.privileges.remove(privilege);
        }
        self.settle();
        notes
    }

    /// Roles that give what is no longer wanted become their single rights.
    pub(super) fn dissolve(&mut self, right: Right) -> Vec<Note> {
        let mut notes = Vec::new();
        for (role, gives) in self.roles_giving(right) {
            self.unlink(role);
            self.rights.privileges = self.rights.privileges.union(gives.privileges);
            self.rights.all_services = self.rights.all_services.union(gives.operations);
            self.rights.all_domains = self.rights.all_domains.union(gives.domain_operations);
            notes.push(Note::RoleDissolved(role));
        }
        notes
    }

    /// The privileges of an area that the form shows under it; those without a function yet stand by themselves.
    pub fn shown(area: Area) -> PrivilegeSet {
        area.privileges().iter().filter(|privilege| privilege.has_function()).collect()
    }

    /// What is on in an area, in the fewest words: what nothing else that is on gives too. What is on on all domains is
    /// on in theirs.
    pub fn on_in(&self, area: Area) -> Vec<Right> {
        let held = self.now.privileges();
        let on_domains = Self::on_domains_in(area, self.now.all_domains());
        let mut list = Vec::new();
        for privilege in held.intersection(Self::shown(area)).iter() {
            if held.implying(privilege).is_none() && !shown_by_domains(on_domains).contains(privilege) {
                list.push(Right::Privilege(privilege));
            }
        }
        for operation in on_domains.iter() {
            list.push(Right::DomainOperation(operation));
        }
        list
    }

    fn on_domains_in(area: Area, all: DomainOperationSet) -> DomainOperationSet {
        if area == Area::Domains { all } else { DomainOperationSet::EMPTY }
    }

    /// Whether all, or some, of an area's boxes are ticked, of those that may be.
    pub fn area(&self, area: Area) -> GroupState {
        let mut boxes: Vec<BoxState> = Self::shown(area).iter().map(|privilege| self.privilege(privilege)).collect();
        for operation in Self::on_domains_in(area, DomainOperationSet::all()).iter() {
            boxes.push(self.domain_operation(DomainRow::All, operation));
        }
        GroupState::of(&boxes)
    }

    /// Ticks or clears an area as far as the actor may. What a role gives stays.
    pub fn set_area(&mut self, area: Area, on: bool) {
        let mut changeable = Self::shown(area);
        for privilege in changeable.iter() {
            if !self.privilege(privilege).may_be_set(on) {
                changeable.remove(privilege);
            }
        }
        self.rights.privileges =
            if on { self.rights.privileges.union(changeable) } else { self.rights.privileges.minus(changeable) };
        if area == Area::Domains {
            self.set_all_domains(on);
        }
        self.settle();
    }
}
