//! What rights come to.

use crate::id::ServiceId;
use crate::operation::{Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::right::Right;
use crate::rights::Rights;
use serde::{Deserialize, Serialize};

/// What rights come to: the closed union.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effective {
    // INVARIANT: closed under the implied rights, `services` sorted by id. Built in this file only.
    privileges: PrivilegeSet,
    all_services: OperationSet,
    services: Vec<(ServiceId, OperationSet)>,
}

/// Which services of the account somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceSight<'a> {
    /// Every one.
    All,
    /// Those that expire soon or have expired, and these.
    ExpiringAnd(&'a [(ServiceId, OperationSet)]),
    /// Only these.
    Only(&'a [(ServiceId, OperationSet)]),
}

impl Rights {
    /// The operations given on all services, by themselves or with a role, without what they imply.
    pub(crate) fn given_on_all(&self) -> OperationSet {
        let mut all = self.all_services;
        for (_, _, operates) in self.linked() {
            all = all.union(operates);
        }
        all
    }

    /// What the rights come to.
    pub fn effective(&self) -> Effective {
        let (mut given, all) = (self.privileges, self.given_on_all());
        for (_, gives, _) in self.linked() {
            given = given.union(gives);
        }
        let mut services = Vec::new();
        // By id, as the map has them.
        for (service, operations) in &self.services {
            if !operations.is_empty() {
                services.push((*service, operations.closed()));
            }
        }
        Effective { privileges: given.union(shown_by(all)).closed(), all_services: all.closed(), services }
    }
}

/// The privileges that come with operations on all services. Renewing shows those there are to renew, not every service:
/// PRODUCT D8.
pub(crate) fn shown_by(operations: OperationSet) -> PrivilegeSet {
    let mut shown = PrivilegeSet::EMPTY;
    if operations.contains(Operation::Renew) {
        shown.insert(Privilege::ServicesViewExpiring);
    }
    if !operations.minus(OperationSet::of(&[Operation::Renew])).is_empty() {
        shown.insert(Privilege::ServicesView);
    }
    shown.closed()
}

impl Effective {
    /// Every right there is: what owners have.
    pub const fn full() -> Self {
        Self { privileges: PrivilegeSet::all(), all_services: OperationSet::all(), services: Vec::new() }
    }

    /// Whether it holds `privilege`.
    pub const fn has(&self, privilege: Privilege) -> bool {
        self.privileges.contains(privilege)
    }

    /// The privileges it holds.
    pub const fn privileges(&self) -> PrivilegeSet {
        self.privileges
    }

    /// The operations it holds on all services.
    pub const fn all_services(&self) -> OperationSet {
        self.all_services
    }

    /// The single services with operations of their own, sorted by id.
    pub fn services(&self) -> &[(ServiceId, OperationSet)] {
        &self.services
    }

    /// The operations it holds on `service`.
    pub fn operations_on(&self, service: ServiceId) -> OperationSet {
        self.services
            .binary_search_by_key(&service, |(id, _)| *id)
            .map_or(self.all_services, |at| self.services[at].1.union(self.all_services))
    }

    /// The same on fewer single services.
    #[must_use]
    pub(crate) fn only_on(mut self, keep: impl Fn(ServiceId) -> bool) -> Self {
        self.services.retain(|(service, _)| keep(*service));
        self
    }

    /// The same with operations on one more service.
    #[must_use]
    pub(crate) fn also_on(mut self, service: ServiceId, operations: OperationSet) -> Self {
        if operations.is_empty() {
            return self;
        }
        match self.services.binary_search_by_key(&service, |(id, _)| *id) {
            Ok(at) => self.services[at].1 = self.services[at].1.union(operations.closed()),
            Err(at) => self.services.insert(at, (service, operations.closed())),
        }
        self
    }

    /// Which services it sees.
    pub fn sight(&self) -> ServiceSight<'_> {
        if self.has(Privilege::ServicesView) {
            ServiceSight::All
        } else if self.has(Privilege::ServicesViewExpiring) {
            ServiceSight::ExpiringAnd(&self.services)
        } else {
            ServiceSight::Only(&self.services)
        }
    }

    /// Whether every right of this one is also in `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        self.beyond(other).is_empty()
    }

    /// The rights of this one that `other` lacks.
    pub fn beyond(&self, other: &Self) -> Vec<Right> {
        let privileges = self.privileges.minus(other.privileges).iter().map(Right::Privilege);
        let mut operations = self.all_services.minus(other.all_services);
        for (service, held) in &self.services {
            operations = operations.union(held.minus(other.operations_on(*service)));
        }
        privileges.chain(operations.iter().map(Right::Operation)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Role;
    use uuid::Uuid;

    fn service(n: u128) -> ServiceId {
        ServiceId::new(Uuid::from_u128(n))
    }

    #[test]
    fn an_operation_on_one_service_shows_that_service_only() {
        let rights =
            Rights { services: [(service(1), OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
        let effective = rights.effective();
        assert!(!effective.has(Privilege::ServicesView));
        assert_eq!(effective.sight(), ServiceSight::Only(&[(service(1), OperationSet::of(&[Operation::Power]))]));
        assert!(effective.operations_on(service(2)).is_empty());
    }

    #[test]
    fn billing_sees_expiring_services_until_another_right_widens_it() {
        let mut rights = Rights { roles: [Role::Billing].into_iter().collect(), ..Rights::default() };
        assert_eq!(rights.effective().sight(), ServiceSight::ExpiringAnd(&[]));
        rights.roles.insert(Role::Visitation);
        assert_eq!(rights.effective().sight(), ServiceSight::All);
    }

    #[test]
    fn within_compares_single_services_with_all() {
        let one =
            Rights { services: [(service(1), OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
        let all = Rights { all_services: OperationSet::of(&[Operation::Power]), ..Rights::default() };
        assert!(one.effective().is_within(&all.effective()));
        assert!(!all.effective().is_within(&one.effective()));
    }
}
