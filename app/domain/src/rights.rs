//! Rights: what a contact was given ([`Rights`]) and what that comes to ([`Effective`]).
//!
//! Everything given ends in one set: the union, closed under what it implies. There are no denies, so taking a grant
//! away never adds a right.

use crate::id::{ServiceId, TemplateId};
use crate::operation::{Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::right::Place;
use crate::right::Right;
use crate::role::{OwnRole, RoleSet};
use crate::template::{self, Template};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a contact was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rights {
    /// The linked roles.
    pub roles: RoleSet,
    /// The linked roles that the account made, with what they give now.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own_roles: BTreeMap<TemplateId, OwnRole>,
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

/// A grant that ends by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Until {
    /// What was given.
    pub right: Right,
    /// On what.
    pub place: Place,
    /// When it ends.
    pub at: Timestamp,
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

    /// Sixteen digits that are the same for rights that come to the same, and different for others: for a form to say
    /// which rights its summary showed. It protects nothing; what is posted is decided upon as it is.
    pub fn fingerprint(&self) -> String {
        let held = self.effective();
        let mut words: Vec<String> = self.roles.iter().map(|role| format!("role {}", role.key())).collect();
        words.extend(held.privileges.iter().map(|privilege| privilege.key().to_owned()));
        words.extend(self.own_roles.keys().map(|role| format!("role {role}")));
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

    /// What the rights come to.
    pub fn effective(&self) -> Effective {
        let (given, given_operations) = self
            .linked()
            .fold((self.privileges, self.all_services), |(privileges, operations), (_, gives, operates)| {
                (privileges.union(gives), operations.union(operates))
            });
        let all = given_operations.closed();
        let mut each: Vec<(ServiceId, OperationSet)> = self
            .services
            .iter()
            .filter(|(_, operations)| !operations.is_empty())
            .map(|(service, operations)| (*service, operations.closed()))
            .collect();
        each.sort_unstable_by_key(|(service, _)| *service);
        let mut privileges = given.closed();
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
            && self.own_roles.is_empty()
            && self.privileges.is_empty()
            && self.all_services.is_empty()
            && self.new_services.is_empty()
            && self.services.values().all(|operations| operations.is_empty())
    }
}

/// Single grants and their ends. A grant is one right at one place; several may give the same.
impl Rights {
    /// Every grant: roles, privileges, then operations by place.
    pub fn grants(&self) -> Vec<(Right, Place)> {
        let operations = |set: OperationSet, place: Place| {
            set.iter().map(|each| (Right::Operation(each), place.clone())).collect::<Vec<_>>()
        };
        let mut list: Vec<(Right, Place)> = self.roles.iter().map(|role| (Right::Role(role), Place::Account)).collect();
        list.extend(self.own_roles.keys().map(|role| (Right::OwnRole(*role), Place::Account)));
        list.extend(self.privileges.iter().map(|privilege| (Right::Privilege(privilege), Place::Account)));
        list.extend(operations(self.all_services, Place::AllServices));
        list.extend(operations(self.new_services, Place::NewServices));
        for (service, held) in &self.services {
            list.extend(operations(*held, Place::Service { id: *service, name: None }));
        }
        list
    }

    /// Whether this very grant is among them.
    pub fn has_grant(&self, right: Right, place: &Place) -> bool {
        match right {
            Right::Role(role) => self.roles.contains(role),
            Right::OwnRole(role) => self.own_roles.contains_key(&role),
            Right::Privilege(privilege) => self.privileges.contains(privilege),
            Right::Operation(operation) => match place {
                Place::Account | Place::OwnRole { .. } => false,
                Place::AllServices => self.all_services.contains(operation),
                Place::NewServices => self.new_services.contains(operation),
                Place::Service { id, .. } => self.services.get(id).is_some_and(|held| held.contains(operation)),
            },
        }
    }

    /// Adds a grant, without an end. A role that the account made gives nothing yet: put it into
    /// [`Rights::own_roles`] with what it gives.
    pub fn give(&mut self, right: Right, place: &Place) {
        match right {
            Right::Role(role) => self.roles.insert(role),
            Right::OwnRole(role) => {
                self.own_roles.entry(role).or_default();
            }
            Right::Privilege(privilege) => self.privileges.insert(privilege),
            Right::Operation(operation) => match place {
                Place::Account | Place::OwnRole { .. } | Place::AllServices => self.all_services.insert(operation),
                Place::NewServices => self.new_services.insert(operation),
                Place::Service { id, .. } => self.services.entry(*id).or_default().insert(operation),
            },
        }
    }

    /// When this very grant ends by itself.
    pub fn end_of(&self, right: Right, place: &Place) -> Option<Timestamp> {
        self.until.iter().find(|until| until.right == right && until.place == *place).map(|until| until.at)
    }

    /// The grants for which `keep` holds, with their ends; what they began with stays.
    fn only(&self, keep: impl Fn(Right, &Place) -> bool) -> Self {
        let mut kept = Self { template: self.template.clone(), ..Self::default() };
        for (right, place) in self.grants().into_iter().filter(|(right, place)| keep(*right, place)) {
            kept.give(right, &place);
        }
        for (role, content) in &mut kept.own_roles {
            content.clone_from(&self.own_roles[role]);
        }
        kept.until = self.until.iter().filter(|until| keep(until.right, &until.place)).cloned().collect();
        kept
    }

    /// Without what has ended at `now`.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Self {
        if self.until.is_empty() {
            return self.clone();
        }
        self.only(|right, place| self.end_of(right, place).is_none_or(|end| end > now))
    }

    /// These rights as what follows on `before`: what is kept ends when it ended there, also when a role was turned into
    /// what it gives. What is new has no end.
    ///
    /// INVARIANT: writing rights again neither prolongs what was given until an end nor ends what was given for good.
    #[must_use]
    pub fn following(mut self, before: &Self) -> Self {
        self.until = Vec::new();
        if before.until.is_empty() {
            return self;
        }
        let lasting = before.only(|right, place| before.end_of(right, place).is_none());
        let lasting_still = lasting.only(|right, place| self.has_grant(right, place));
        let until = |(right, place): (Right, Place)| {
            let at = match before.end_of(right, &place) {
                Some(own) if lasting_still.covers(right, &place) => own,
                Some(_) | None if lasting.covers(right, &place) => return None,
                Some(_) | None => {
                    let giving = before.until.iter().filter(|until| until.alone().covers(right, &place));
                    giving.map(|until| until.at).max()?
                }
            };
            Some(Until { right, place, at })
        };
        self.until = self.grants().into_iter().filter_map(until).collect();
        self
    }

    /// What of these rights would bring back what has `ended` since they were read: given by none of `before`.
    pub fn reviving(&self, before: &Self, ended: &Self) -> Vec<(Right, Place)> {
        if ended.is_empty() {
            return Vec::new();
        }
        let revives = |(right, place): &(Right, Place)| !before.covers(*right, place) && ended.covers(*right, place);
        self.grants().into_iter().filter(revives).collect()
    }

    /// Whether a right holds at a place, by whichever grant.
    fn covers(&self, right: Right, place: &Place) -> bool {
        let held = self.effective();
        match right {
            Right::Role(role) => self.roles.contains(role),
            Right::OwnRole(role) => self.own_roles.contains_key(&role),
            Right::Privilege(privilege) => held.has(privilege),
            Right::Operation(operation) => match place {
                Place::Account | Place::OwnRole { .. } | Place::AllServices => held.all_services().contains(operation),
                Place::NewServices => self.new_services.union(held.all_services()).closed().contains(operation),
                Place::Service { id, .. } => held.operations_on(*id).contains(operation),
            },
        }
    }
}

impl Until {
    /// Rights that are nothing but this grant.
    fn alone(&self) -> Rights {
        let mut rights = Rights::default();
        rights.give(self.right, &self.place);
        rights
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

    const SOON: Timestamp = Timestamp(1_000);
    const LATER: Timestamp = Timestamp(2_000);

    fn ending(mut rights: Rights, right: Right, at: Timestamp) -> Rights {
        rights.until.push(Until { right, place: Place::Account, at });
        rights
    }

    fn role(role: Role) -> Rights {
        Rights { roles: [role].into_iter().collect(), ..Rights::default() }
    }

    #[test]
    fn what_has_ended_is_not_there() {
        let mut rights = role(Role::Billing);
        rights.privileges.insert(Privilege::DcView);
        let rights = ending(rights, Right::Privilege(Privilege::DcView), SOON);
        assert_eq!(rights.at(Timestamp(999)), rights);
        assert_eq!(rights.at(SOON), role(Role::Billing));
    }

    #[test]
    fn writing_rights_again_keeps_their_ends() {
        let before = ending(role(Role::Billing), Right::Role(Role::Billing), SOON);
        let same = role(Role::Billing).following(&before);
        assert_eq!(same, before);
        let more = Rights { privileges: PrivilegeSet::of(&[Privilege::DcView]), ..role(Role::Billing) };
        let more = more.following(&before);
        assert_eq!(more.end_of(Right::Role(Role::Billing), &Place::Account), Some(SOON));
        assert_eq!(more.end_of(Right::Privilege(Privilege::DcView), &Place::Account), None, "new, so for good");
    }

    #[test]
    fn a_role_turned_into_its_privileges_ends_when_the_role_would() {
        let before = ending(role(Role::Billing), Right::Role(Role::Billing), SOON);
        let singles = Rights { privileges: Role::Billing.privileges(), ..Rights::default() }.following(&before);
        assert!(singles.privileges.len() > 1);
        assert_eq!(singles.until.len(), singles.grants().len());
        assert!(singles.until.iter().all(|until| until.at == SOON));
    }

    #[test]
    fn of_two_ends_the_later_one_counts_and_for_good_is_no_end() {
        let pay = Right::Privilege(Privilege::BillingPay);
        let mut both = role(Role::Billing);
        both.privileges.insert(Privilege::BillingPay);
        let before = ending(ending(both.clone(), Right::Role(Role::Billing), LATER), pay, SOON);
        let singles = Rights { privileges: Role::Billing.privileges(), ..Rights::default() };
        assert_eq!(singles.clone().following(&before).end_of(pay, &Place::Account), Some(LATER));
        // The role for good, and the privilege until soon: taking the role apart leaves the privilege for good.
        let before = ending(both.clone(), pay, SOON);
        assert_eq!(singles.following(&before).until, []);
        // While the role stays, the single one keeps its own end.
        assert_eq!(both.following(&before), before);
    }
}
