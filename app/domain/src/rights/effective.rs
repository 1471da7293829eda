//! What rights come to.

use crate::id::{DomainId, ServiceId};
use crate::listed::Listed;
use crate::operation::{DomainOperationSet, Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::right::Right;
use crate::rights::Rights;
use serde::{Deserialize, Serialize};

/// What rights come to: the closed union.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "StoredEffective")]
pub struct Effective {
    // INVARIANT: closed under the implied rights, `services` and `domains` sorted by id. Built in this file only.
    privileges: PrivilegeSet,
    all_services: OperationSet,
    services: Vec<(ServiceId, OperationSet)>,
    all_domains: DomainOperationSet,
    domains: Vec<(DomainId, DomainOperationSet)>,
}

/// The same as it was written down, also before domains had rights of their own.
#[derive(Deserialize)]
struct StoredEffective {
    privileges: Listed,
    all_services: OperationSet,
    services: Vec<(ServiceId, OperationSet)>,
    #[serde(default)]
    all_domains: DomainOperationSet,
    #[serde(default)]
    domains: Vec<(DomainId, DomainOperationSet)>,
}

impl From<StoredEffective> for Effective {
    fn from(stored: StoredEffective) -> Self {
        let Listed { privileges, domain_operations } = stored.privileges;
        Self {
            privileges,
            all_services: stored.all_services,
            services: stored.services,
            all_domains: stored.all_domains.union(domain_operations),
            domains: stored.domains,
        }
    }
}

/// Which domains of the account somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainSight<'a> {
    /// Every one.
    All,
    /// Only these.
    Only(&'a [(DomainId, DomainOperationSet)]),
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
        for (_, gives) in self.linked() {
            all = all.union(gives.operations);
        }
        all
    }

    /// The same on all domains. They imply none.
    fn given_on_all_domains(&self) -> DomainOperationSet {
        let mut all = self.all_domains;
        for (_, gives) in self.linked() {
            all = all.union(gives.domain_operations);
        }
        all
    }

    /// What the rights come to.
    pub fn effective(&self) -> Effective {
        let (mut given, all, all_domains) = (self.privileges, self.given_on_all(), self.given_on_all_domains());
        for (_, gives) in self.linked() {
            given = given.union(gives.privileges);
        }
        let mut services = Vec::new();
        // By id, as the map has them.
        for (service, operations) in &self.services {
            if !operations.is_empty() {
                services.push((*service, operations.closed()));
            }
        }
        let mut domains = Vec::new();
        for (domain, operations) in &self.domains {
            if !operations.is_empty() {
                domains.push((*domain, *operations));
            }
        }
        let shown = shown_by(all).union(shown_by_domains(all_domains));
        Effective {
            privileges: given.union(shown).closed(),
            all_services: all.closed(),
            services,
            all_domains,
            domains,
        }
    }
}

/// The privilege that comes with any operation on all domains: it shows every one.
pub(crate) const fn shown_by_domains(operations: DomainOperationSet) -> PrivilegeSet {
    if operations.is_empty() { PrivilegeSet::EMPTY } else { PrivilegeSet::of(&[Privilege::DomainsView]) }
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
        Self {
            privileges: PrivilegeSet::all(),
            all_services: OperationSet::all(),
            services: Vec::new(),
            all_domains: DomainOperationSet::all(),
            domains: Vec::new(),
        }
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

    /// The operations it holds on all domains.
    pub const fn all_domains(&self) -> DomainOperationSet {
        self.all_domains
    }

    /// The single domains with operations of their own, sorted by id.
    pub fn domains(&self) -> &[(DomainId, DomainOperationSet)] {
        &self.domains
    }

    /// The operations it holds on `domain`.
    pub fn domain_operations_on(&self, domain: DomainId) -> DomainOperationSet {
        self.domains
            .binary_search_by_key(&domain, |(id, _)| *id)
            .map_or(self.all_domains, |at| self.domains[at].1.union(self.all_domains))
    }

    /// Which domains it sees.
    pub fn domain_sight(&self) -> DomainSight<'_> {
        if self.has(Privilege::DomainsView) { DomainSight::All } else { DomainSight::Only(&self.domains) }
    }

    /// Whether a domain is shown to whoever holds this: lists are filtered by this and by nothing else.
    pub fn sees_domain(&self, domain: DomainId) -> bool {
        match self.domain_sight() {
            DomainSight::All => true,
            DomainSight::Only(each) => each.binary_search_by_key(&domain, |(id, _)| *id).is_ok(),
        }
    }

    /// Whether it sees any domain there may be.
    pub fn sees_domains(&self) -> bool {
        !matches!(self.domain_sight(), DomainSight::Only([]))
    }

    /// The same on fewer single services and domains.
    #[must_use]
    pub(crate) fn only_on(mut self, keep: impl Fn(ServiceId) -> bool, keep_domain: impl Fn(DomainId) -> bool) -> Self {
        self.services.retain(|(service, _)| keep(*service));
        self.domains.retain(|(domain, _)| keep_domain(*domain));
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
        let mut on_domains = self.all_domains.minus(other.all_domains);
        for (domain, held) in &self.domains {
            on_domains = on_domains.union(held.minus(other.domain_operations_on(*domain)));
        }
        let operations = operations.iter().map(Right::Operation);
        privileges.chain(operations).chain(on_domains.iter().map(Right::DomainOperation)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::DomainOperation;
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
    fn an_operation_on_one_domain_shows_that_domain_only() {
        let domain = |n| DomainId::new(Uuid::from_u128(n));
        let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
        let one = Rights { domains: [(domain(1), dns)].into(), ..Rights::default() }.effective();
        assert!(!one.has(Privilege::DomainsView) && one.sees_domains());
        assert!(one.sees_domain(domain(1)) && !one.sees_domain(domain(2)));
        assert_eq!(
            (one.domain_operations_on(domain(1)), one.domain_operations_on(domain(2))),
            (dns, DomainOperationSet::EMPTY)
        );
        let all = Rights { all_domains: dns, ..Rights::default() }.effective();
        assert!(all.has(Privilege::DomainsView) && all.sees_domain(domain(2)));
        assert!(one.is_within(&all) && !all.is_within(&one));
        assert_eq!(Rights { new_domains: dns, ..Rights::default() }.effective(), Effective::default());
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
