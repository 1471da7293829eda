//! Rights: what a contact was given ([`Rights`]) and what that comes to ([`Effective`]).
//!
//! Everything given ends in one set: the union, closed under what it implies. There are no denies, so taking a grant
//! away never adds a right.

mod effective;
mod grants;
mod origins;
mod until;

pub(crate) use effective::shown_by;
pub use effective::{Effective, ServiceSight};
pub use origins::{Held, Origin, Source};
pub use until::Until;

use crate::id::{RoleId, ServiceId};
use crate::operation::OperationSet;
use crate::privilege::PrivilegeSet;
use crate::right::Right;
use crate::role::{OwnRole, RoleSet};
use crate::template::{self, Template};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a contact was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rights {
    /// The linked roles.
    pub roles: RoleSet,
    /// The linked roles that the account made, with what they give now.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own_roles: BTreeMap<RoleId, OwnRole>,
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
    /// Those of them that end by themselves, in the order of [`Rights::grants`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until: Vec<Until>,
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
        template: None,
        until: Vec::new(),
    };

    /// What a template or role made of them gives: what they come to, but for single services and ends. It has no name.
    pub fn to_role(&self) -> OwnRole {
        let held = self.effective();
        OwnRole { name: String::new(), privileges: held.privileges(), operations: held.all_services() }
    }

    /// The same with the ticks on single services and the template that a form posted.
    #[must_use]
    pub fn with_ticks_on(mut self, services: &BTreeMap<ServiceId, OperationSet>, template: &str) -> Self {
        let ticked = services.iter().filter(|(_, operations)| !operations.is_empty());
        self.services = ticked.map(|(service, operations)| (*service, *operations)).collect();
        self.template = (!template.is_empty() && template != template::NONE).then(|| template.to_owned());
        self
    }

    /// What `before` gives on services that a form did not show stays, but for what was posted there all the same.
    pub fn keep_on_others(&mut self, is_shown: impl Fn(ServiceId) -> bool, before: &Self) {
        for (service, operations) in before.services.iter().filter(|(service, _)| !is_shown(**service)) {
            self.services.entry(*service).or_insert(*operations);
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

    /// Every role, with the privileges it gives and the operations it gives on all services.
    pub fn linked(&self) -> impl Iterator<Item = (Right, PrivilegeSet, OperationSet)> + '_ {
        let built_in = self.roles.iter().map(|role| (Right::Role(role), role.privileges(), role.operations()));
        let own = self.own_roles.iter().map(|(id, role)| (Right::OwnRole(*id), role.privileges, role.operations));
        built_in.chain(own)
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
        let (given, its_given) = (mine.privileges(), its.privileges());
        let privileges = given.minus(its_given).union(its_given.minus(given));
        let (all, its_all) = (mine.all_services(), its.all_services());
        let operations = all.minus(its_all).union(its_all.minus(all));
        let single: u32 = mine.services().iter().map(|(_, operations)| operations.minus(all).len()).sum();
        (privileges.len() + operations.len() + single + self.new_services.len()) as usize
    }

    /// Whether nothing at all was given.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
            && self.own_roles.is_empty()
            && self.privileges.is_empty()
            && self.all_services.is_empty()
            && self.new_services.is_empty()
            && self.services.values().all(|operations| operations.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Operation;
    use crate::privilege::Privilege;
    use crate::role::Role;
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
}
