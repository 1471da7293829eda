//! Rights: what a contact was given ([`Rights`]) and what that comes to ([`Effective`]).
//!
//! Everything given ends in one set: the union, closed under what it implies. There are no denies, so taking a grant
//! away never adds a right.

use crate::access::Right;
use crate::id::ServiceId;
use crate::operation::{Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::role::RoleSet;
use crate::template::{self, Template};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a contact was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rights {
    /// The linked roles.
    pub roles: RoleSet,
    /// The single privileges, ticked or copied from a template.
    pub privileges: PrivilegeSet,
    /// The operations on all services, those bought later included.
    pub all_services: OperationSet,
    /// The operations that a service bought later gets when it arrives (D10).
    pub new_services: OperationSet,
    /// The operations on single services.
    pub services: BTreeMap<ServiceId, OperationSet>,
    /// The key of the template it began with.
    pub template: Option<String>,
}

impl Rights {
    /// The same with the ticks on single services and the template that a form posted.
    #[must_use]
    pub fn with_ticks_on(mut self, services: &BTreeMap<ServiceId, OperationSet>, template: &str) -> Self {
        let ticked = services.iter().filter(|(_, operations)| !operations.is_empty());
        self.services = ticked.map(|(service, operations)| (*service, *operations)).collect();
        self.template = (!template.is_empty() && template != template::NONE).then(|| template.to_owned());
        self
    }

    /// Sixteen digits that are the same for rights that come to the same, and different for others: for a form to say
    /// which rights its summary showed. It protects nothing; what is posted is decided upon as it is.
    pub fn fingerprint(&self) -> String {
        let held = self.effective();
        let mut words: Vec<String> = self.roles.iter().map(|role| format!("role {}", role.key())).collect();
        words.extend(held.privileges.iter().map(|privilege| privilege.key().to_owned()));
        let mut on = |place: &str, operations: OperationSet| {
            words.extend(operations.iter().map(|operation| format!("{place} {}", operation.key())));
        };
        on("all", held.all_services);
        on("new", self.new_services.closed());
        for (service, operations) in &held.services {
            on(&service.to_string(), *operations);
        }
        // FNV-1a, 64 bits.
        let hash = words
            .join("\n")
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{hash:016x}")
    }

    /// The template they began with; the one called None is none.
    pub fn began_with(&self) -> Option<&str> {
        self.template.as_deref().filter(|key| *key != template::NONE)
    }

    /// What the rights come to.
    pub fn effective(&self) -> Effective {
        let all = self.all_services.union(self.roles.operations()).closed();
        let mut each: Vec<(ServiceId, OperationSet)> = self
            .services
            .iter()
            .filter(|(_, operations)| !operations.is_empty())
            .map(|(service, operations)| (*service, operations.closed()))
            .collect();
        each.sort_unstable_by_key(|(service, _)| *service);
        let mut privileges = self.privileges.union(self.roles.privileges()).closed();
        // Renewing on all services shows those there are to renew, not every service: PRODUCT D8.
        if all.contains(Operation::Renew) {
            privileges.insert(Privilege::ServicesViewExpiring);
        }
        if !all.minus(OperationSet::of(&[Operation::Renew])).is_empty() {
            privileges.insert(Privilege::ServicesView);
            privileges = privileges.closed();
        }
        Effective { privileges, all_services: all, services: each }
    }

    /// The ticks of `template`, with its key remembered; roles and single services are gone.
    pub fn copied_from(template: &Template) -> Self {
        Self {
            privileges: template.privileges,
            all_services: template.operations,
            template: Some(template.key.clone()),
            ..Self::default()
        }
    }

    /// How many ticks differ from `template`'s, what is implied counted with what implies it.
    pub fn changes_from(&self, template: &Template) -> usize {
        let (mine, its) = (self.effective(), Self::copied_from(template).effective());
        let privileges = mine.privileges.minus(its.privileges).union(its.privileges.minus(mine.privileges));
        let operations = mine.all_services.minus(its.all_services).union(its.all_services.minus(mine.all_services));
        let single: u32 = mine.services.iter().map(|(_, operations)| operations.minus(mine.all_services).len()).sum();
        (privileges.len() + operations.len() + single + self.new_services.len()) as usize
    }

    /// Whether nothing at all was given.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
            && self.privileges.is_empty()
            && self.all_services.is_empty()
            && self.new_services.is_empty()
            && self.services.values().all(|operations| operations.is_empty())
    }
}

/// What rights come to: the closed union.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effective {
    // INVARIANT: closed under the implied rights, `services` sorted by id. Built by `Rights::effective` and `full` only.
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
    fn rights_that_come_to_the_same_have_one_fingerprint() {
        let power = OperationSet::of(&[Operation::Power]);
        let one = Rights { services: [(service(1), power)].into(), ..Rights::default() };
        let with_an_empty_row =
            Rights { services: [(service(1), power), (service(2), OperationSet::default())].into(), ..one.clone() };
        assert_eq!(one.fingerprint(), with_an_empty_row.fingerprint());
        let others = [
            Rights { services: [(service(2), power)].into(), ..Rights::default() },
            Rights { all_services: power, ..Rights::default() },
            Rights { new_services: power, ..one.clone() },
            Rights { roles: [Role::Billing].into_iter().collect(), ..one.clone() },
            Rights { privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]), ..one.clone() },
        ];
        for other in others {
            assert_ne!(one.fingerprint(), other.fingerprint(), "{other:?}");
        }
    }

    #[test]
    fn changes_from_a_template_count_ticks() {
        let templates = template::built_in();
        let accounting = templates.iter().find(|t| t.key == template::ACCOUNTING).expect("built in");
        let mut rights = Rights::copied_from(accounting);
        assert_eq!(rights.changes_from(accounting), 0);
        rights.privileges.remove(Privilege::OrdersPlace);
        rights.privileges.insert(Privilege::BillingMethods);
        assert_eq!(rights.changes_from(accounting), 2);
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
