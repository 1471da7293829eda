//! Rights: what a contact was given ([`Rights`]) and what that comes to ([`Effective`]).
//!
//! Everything given ends in one set: the union, closed under what it implies. There are no denies, so taking a grant
//! away never adds a right.

mod effective;
mod grants;
mod origins;
mod until;

pub use effective::{DomainSight, Effective, ServiceSight};
pub(crate) use effective::{shown_by, shown_by_domains};
pub use origins::{Held, Origin, Source};
pub use until::Until;

use crate::id::{DomainId, RoleId, ServiceId};
use crate::listed::Listed;
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::right::{Place, Right};
use crate::role::{Gives, OwnRole, RoleSet};
use crate::template::{self, Template};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a contact was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "StoredRights")]
pub struct Rights {
    /// The linked roles.
    pub roles: RoleSet,
    /// The linked roles that the account made, with what they give now.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub own_roles: BTreeMap<RoleId, OwnRole>,
    /// The single privileges, ticked or copied from a template.
    pub privileges: PrivilegeSet,
    /// The operations on all services, those bought later included.
    pub all_services: OperationSet,
    /// The operations that a service bought later gets when it arrives (D10).
    pub new_services: OperationSet,
    /// The operations on single services.
    pub services: BTreeMap<ServiceId, OperationSet>,
    /// The operations on all domains, those that come later included.
    #[serde(skip_serializing_if = "none_on_domains")]
    pub all_domains: DomainOperationSet,
    /// The operations that a domain that comes later gets when it arrives (D10).
    #[serde(skip_serializing_if = "none_on_domains")]
    pub new_domains: DomainOperationSet,
    /// The operations on single domains.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub domains: BTreeMap<DomainId, DomainOperationSet>,
    /// The key of the template it began with.
    pub template: Option<String>,
    /// Those of them that end by themselves, in the order of [`Rights::grants`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub until: Vec<Until>,
}

// As `skip_serializing_if` wants it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn none_on_domains(operations: &DomainOperationSet) -> bool {
    operations.is_empty()
}

/// Rights as histories keep them, also from before domains had rights of their own: what was done on all of them stood
/// among the privileges.
#[derive(Deserialize)]
struct StoredRights {
    roles: RoleSet,
    #[serde(default)]
    own_roles: BTreeMap<RoleId, OwnRole>,
    privileges: Listed,
    all_services: OperationSet,
    new_services: OperationSet,
    services: BTreeMap<ServiceId, OperationSet>,
    #[serde(default)]
    all_domains: DomainOperationSet,
    #[serde(default)]
    new_domains: DomainOperationSet,
    #[serde(default)]
    domains: BTreeMap<DomainId, DomainOperationSet>,
    template: Option<String>,
    #[serde(default)]
    until: Vec<Until>,
}

impl From<StoredRights> for Rights {
    fn from(stored: StoredRights) -> Self {
        let Listed { privileges, domain_operations } = stored.privileges;
        let mut rights = Self {
            roles: stored.roles,
            own_roles: stored.own_roles,
            privileges,
            all_services: stored.all_services,
            new_services: stored.new_services,
            services: stored.services,
            all_domains: stored.all_domains.union(domain_operations),
            new_domains: stored.new_domains,
            domains: stored.domains,
            template: stored.template,
            until: stored.until,
        };
        for until in &mut rights.until {
            if matches!((until.right, &until.place), (Right::DomainOperation(_), Place::Account)) {
                until.place = Place::AllDomains;
            }
        }
        if rights.until.len() > 1 {
            rights.order_ends();
        }
        rights
    }
}

impl Rights {
    /// Nothing.
    pub const NOTHING: Self = Self {
        roles: RoleSet::EMPTY,
        own_roles: BTreeMap::new(),
        privileges: PrivilegeSet::EMPTY,
        all_services: OperationSet::EMPTY,
        new_services: OperationSet::EMPTY,
        services: BTreeMap::new(),
        all_domains: DomainOperationSet::EMPTY,
        new_domains: DomainOperationSet::EMPTY,
        domains: BTreeMap::new(),
        template: None,
        until: Vec::new(),
    };

    /// What a template or role made of them gives: what they come to, but for single services, single domains and ends.
    /// It has no name.
    pub fn to_role(&self) -> OwnRole {
        let held = self.effective();
        OwnRole {
            name: String::new(),
            privileges: held.privileges(),
            operations: held.all_services(),
            domain_operations: held.all_domains(),
        }
    }

    /// The same with the ticks on single services and domains and the template that a form posted.
    #[must_use]
    pub fn with_ticks_on(
        mut self,
        services: &BTreeMap<ServiceId, OperationSet>,
        domains: &BTreeMap<DomainId, DomainOperationSet>,
        template: &str,
    ) -> Self {
        let ticked = services.iter().filter(|(_, operations)| !operations.is_empty());
        self.services = ticked.map(|(service, operations)| (*service, *operations)).collect();
        let ticked = domains.iter().filter(|(_, operations)| !operations.is_empty());
        self.domains = ticked.map(|(domain, operations)| (*domain, *operations)).collect();
        self.template = (!template.is_empty() && template != template::NONE).then(|| template.to_owned());
        self
    }

    /// What `before` gives on services that a form did not show stays, but for what was posted there all the same.
    pub fn keep_on_others(&mut self, is_shown: impl Fn(ServiceId) -> bool, before: &Self) {
        for (service, operations) in before.services.iter().filter(|(service, _)| !is_shown(**service)) {
            self.services.entry(*service).or_insert(*operations);
        }
    }

    /// The same of domains.
    pub fn keep_on_other_domains(&mut self, is_shown: impl Fn(DomainId) -> bool, before: &Self) {
        for (domain, operations) in before.domains.iter().filter(|(domain, _)| !is_shown(**domain)) {
            self.domains.entry(*domain).or_insert(*operations);
        }
    }

    /// Sixteen digits that are the same for rights that come to the same, and different for others: for a form to say
    /// which rights its summary showed. It protects nothing; what is posted is decided upon as it is.
    pub fn fingerprint(&self) -> String {
        let held = self.effective();
        let mut lines = String::new();
        let mut add = |words: [&str; 3]| {
            if !lines.is_empty() {
                lines.push('\n');
            }
            for word in words {
                lines.push_str(word);
            }
        };
        for role in self.roles.iter() {
            add(["role", " ", role.key()]);
        }
        for privilege in held.privileges().iter() {
            add([privilege.key(), "", ""]);
        }
        for role in self.own_roles.keys() {
            add(["role", " ", &role.to_string()]);
        }
        let mut on = |place: &str, operations: OperationSet| {
            for operation in operations.iter() {
                add([place, " ", operation.key()]);
            }
        };
        on("all", held.all_services());
        on("new", self.new_services.closed());
        for (service, operations) in held.services() {
            on(&service.to_string(), *operations);
        }
        let mut on = |place: &str, operations: DomainOperationSet| {
            for operation in operations.iter() {
                add([place, " ", operation.key()]);
            }
        };
        on("all", held.all_domains());
        on("new", self.new_domains);
        for (domain, operations) in held.domains() {
            on(&domain.to_string(), *operations);
        }
        // FNV-1a, 64 bits.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in lines.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let digits = hash.to_be_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }

    /// The template they began with; the one called None is none.
    pub fn began_with(&self) -> Option<&str> {
        self.template.as_deref().filter(|key| *key != template::NONE)
    }

    /// The same without any role: what was ticked one by one.
    #[must_use]
    pub fn ticks(&self) -> Self {
        Self { roles: RoleSet::default(), own_roles: BTreeMap::new(), ..self.clone() }
    }

    /// Every role, with what it gives.
    pub fn linked(&self) -> impl Iterator<Item = (Right, Gives)> + '_ {
        let built_in = self.roles.iter().map(|role| (Right::Role(role), role.gives()));
        built_in.chain(self.own_roles.iter().map(|(id, role)| (Right::OwnRole(*id), role.gives())))
    }

    /// The ticks of `template`, with its key remembered; roles, single services and single domains are gone.
    pub fn copied_from(template: &Template) -> Self {
        Self {
            privileges: template.privileges,
            all_services: template.operations,
            all_domains: template.domain_operations,
            template: Some(template.key.clone()),
            ..Self::default()
        }
    }

    /// How many ticks differ from `template`'s, what is implied counted with what implies it.
    pub fn changes_from(&self, template: &Template) -> usize {
        let (mine, its) = (self.effective(), Self::copied_from(template).effective());
        let (given, its_given) = (mine.privileges(), its.privileges());
        let privileges = given.minus(its_given).union(its_given.minus(given));
        let (all, its_all) = (mine.all_services(), its.all_services());
        let operations = all.minus(its_all).union(its_all.minus(all));
        let single: u32 = mine.services().iter().map(|(_, operations)| operations.minus(all).len()).sum();
        let (all, its_all) = (mine.all_domains(), its.all_domains());
        let on_domains = all.minus(its_all).union(its_all.minus(all)).len() + self.new_domains.len();
        let domains: u32 = mine.domains().iter().map(|(_, operations)| operations.minus(all).len()).sum();
        let on_services = operations.len() + single + self.new_services.len();
        (privileges.len() + on_services + on_domains + domains) as usize
    }

    /// Whether nothing at all was given.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
            && self.own_roles.is_empty()
            && self.privileges.is_empty()
            && self.all_services.is_empty()
            && self.new_services.is_empty()
            && self.services.values().all(|operations| operations.is_empty())
            && self.all_domains.is_empty()
            && self.new_domains.is_empty()
            && self.domains.values().all(|operations| operations.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::{DomainOperation, Operation};
    use crate::privilege::Privilege;
    use crate::role::Role;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn service(n: u128) -> ServiceId {
        ServiceId::new(Uuid::from_u128(n))
    }

    #[test]
    fn rights_that_come_to_the_same_have_one_fingerprint() {
        let power = OperationSet::of(&[Operation::Power]);
        let one = Rights { services: [(service(1), power)].into(), ..Rights::default() };
        let with_an_empty_row =
            Rights { services: [(service(1), power), (service(2), OperationSet::default())].into(), ..one.clone() };
        assert_eq!(one.fingerprint(), with_an_empty_row.fingerprint());
        let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
        let others = [
            Rights { all_domains: dns, ..one.clone() },
            Rights { new_domains: dns, ..one.clone() },
            Rights { domains: [(DomainId::new(Uuid::from_u128(1)), dns)].into(), ..one.clone() },
            Rights { services: [(service(2), power)].into(), ..Rights::default() },
            Rights { all_services: power, ..Rights::default() },
            Rights { new_services: power, ..one.clone() },
            Rights { roles: [Role::Billing].into_iter().collect(), ..one.clone() },
            Rights { privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]), ..one.clone() },
        ];
        let prints: BTreeSet<String> = others.iter().map(Rights::fingerprint).collect();
        assert_eq!(prints.len(), others.len(), "each of them has another one");
        for other in others {
            assert_ne!(one.fingerprint(), other.fingerprint(), "{other:?}");
        }
    }

    #[test]
    fn rights_written_before_domains_had_their_own_come_to_the_same() {
        let old = r#"{"roles": [], "privileges": ["domains.view", "domains.dns", "billing.pay"], "all_services": [],
            "own_roles": {"00000000-0000-0000-0000-000000000001":
                {"name": "Zones", "privileges": ["domains.transfer"], "operations": []}},
            "new_services": [], "services": {}, "template": null, "until": [
                {"right": {"privilege": "domains.dns"}, "place": "account", "at": 1000},
                {"right": {"privilege": "billing.pay"}, "place": "account", "at": 2000}]}"#;
        let rights: Rights = serde_json::from_str(old).expect("rights");
        assert_eq!(rights.privileges, PrivilegeSet::of(&[Privilege::DomainsView, Privilege::BillingPay]));
        assert_eq!(rights.all_domains, DomainOperationSet::of(&[DomainOperation::Dns]));
        let both = DomainOperationSet::of(&[DomainOperation::Dns, DomainOperation::Transfer]);
        assert_eq!(rights.effective().all_domains(), both);
        assert_eq!(
            rights.end_of(Right::DomainOperation(DomainOperation::Dns), &Place::AllDomains).map(|at| at.0),
            Some(1000)
        );
        assert_eq!(rights.clone().following(&rights), rights, "the ends are in the order of grants");
        let again = serde_json::to_string(&rights).expect("text");
        assert_eq!(serde_json::from_str::<Rights>(&again).expect("the same"), rights);
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
}
