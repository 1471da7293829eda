//! Holding and granting are two sets (PRODUCT D4): what somebody may give to others, and to themselves.

use super::{Denied, Standing};
use crate::id::{DomainId, ServiceId};
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::right::Right;
use crate::rights::{Effective, Rights};
use crate::role::{Gives, OwnRole, Role};

/// To oneself only roles of the account's list, given or taken (PRODUCT D4).
pub(super) fn may_change_own(who: &Standing, from: &Rights, to: &Rights) -> Result<(), Denied> {
    let same_singles = from.privileges == to.privileges
        && from.all_services == to.all_services
        && from.new_services == to.new_services
        && from.services == to.services
        && from.all_domains == to.all_domains
        && from.new_domains == to.new_domains
        && from.domains == to.domains
        // Neither which ones nor what they give (SECURITY T2).
        && from.own_roles == to.own_roles
        && from.began_with() == to.began_with();
    if !same_singles {
        return Err(Denied::NotToOneself);
    }
    let changed = Role::ALL.into_iter().filter(|role| from.roles.contains(*role) != to.roles.contains(*role));
    let beyond: Vec<Right> = changed.filter(|role| !who.hand_out.contains(*role)).map(Right::Role).collect();
    if beyond.is_empty() { Ok(()) } else { Err(Denied::BeyondGrant(beyond)) }
}

/// Whether `who` may turn `from` into `to`: whatever is new must be theirs to give.
pub(super) fn may_grant(who: &Standing, from: &Rights, to: &Rights) -> Result<(), Denied> {
    let beyond = beyond_grant(who, from, to);
    if beyond.is_empty() { Ok(()) } else { Err(Denied::BeyondGrant(beyond)) }
}

fn beyond_grant(who: &Standing, from: &Rights, to: &Rights) -> Vec<Right> {
    if who.owner.is_some() {
        return Vec::new();
    }
    let mut beyond = Vec::new();
    // What the target has, with the roles handed out to it: none of that needs to be the actor's own.
    let mut handed_out = from.clone();
    for role in to.roles.iter().filter(|role| !from.roles.contains(*role)) {
        if may_grant_role(who, role) {
            handed_out.roles.insert(role);
        } else {
            beyond.push(Right::Role(role));
        }
    }
    // Linked to a role of the account's own is only whoever could be given all of it: it outlives single grants.
    for (role, gives) in to.own_roles.iter().filter(|(role, _)| !from.own_roles.contains_key(role)) {
        if !within(gives.gives(), &who.effective) {
            beyond.push(Right::OwnRole(*role));
        }
    }
    let given = handed_out.effective();
    let wanted = Rights { roles: handed_out.roles, ..to.clone() }.effective();
    let privileges = wanted.privileges().minus(given.privileges()).minus(who.effective.privileges());
    let mut operations = wanted.all_services().minus(given.all_services()).minus(who.effective.all_services());
    for (service, held) in wanted.services() {
        let new = held.minus(given.operations_on(*service));
        operations = operations.union(new.minus(who.effective.operations_on(*service)));
    }
    let arriving = to.new_services.closed().minus(from.new_services.closed());
    operations = operations.union(arriving.minus(given.all_services()).minus(who.effective.all_services()));
    // INVARIANT: on each domain no more than the actor holds there (SECURITY I1).
    let mut on_domains = wanted.all_domains().minus(given.all_domains()).minus(who.effective.all_domains());
    for (domain, held) in wanted.domains() {
        let new = held.minus(given.domain_operations_on(*domain));
        on_domains = on_domains.union(new.minus(who.effective.domain_operations_on(*domain)));
    }
    let coming = to.new_domains.minus(from.new_domains);
    on_domains = on_domains.union(coming.minus(given.all_domains()).minus(who.effective.all_domains()));
    beyond.extend(privileges.iter().map(Right::Privilege));
    beyond.extend(operations.iter().map(Right::Operation));
    beyond.extend(on_domains.iter().map(Right::DomainOperation));
    beyond
}

fn may_grant_role(who: &Standing, role: Role) -> bool {
    who.owner.is_some() || who.hand_out.contains(role) || within(role.gives(), &who.effective)
}

/// Whether `who` may have a template or role of the account give this instead: what is new in it must be theirs to give,
/// whoever has it and whatever else they hold, since it outlives single grants, deletions and the time as an owner. Under
/// another name all of it is new: whoever gives it trusts its name.
pub(super) fn may_change_role(who: &Standing, before: &OwnRole, after: &OwnRole) -> Result<(), Denied> {
    if who.owner.is_some() {
        return Ok(());
    }
    let unnamed = OwnRole::default();
    let known = if after.name == before.name { before } else { &unnamed };
    let new = after.privileges.closed().minus(known.privileges.closed()).minus(who.effective.privileges());
    let operations = after.operations.closed().minus(known.operations.closed()).minus(who.effective.all_services());
    let on_domains = after.domain_operations.minus(known.domain_operations).minus(who.effective.all_domains());
    let operations = operations.iter().map(Right::Operation).chain(on_domains.iter().map(Right::DomainOperation));
    let beyond: Vec<Right> = new.iter().map(Right::Privilege).chain(operations).collect();
    if beyond.is_empty() { Ok(()) } else { Err(Denied::BeyondGrant(beyond)) }
}

/// Whether somebody holds all of what a role gives.
fn within(gives: Gives, held: &Effective) -> bool {
    gives.privileges.closed().is_within(held.privileges())
        && gives.operations.closed().is_within(held.all_services())
        && gives.domain_operations.is_within(held.all_domains())
}

/// What somebody may give to others, for the boxes of the form. The form asks this; the server asks [`authorize`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grantable<'a> {
    who: &'a Standing,
}

impl Standing {
    /// What they may give to others.
    pub const fn grantable(&self) -> Grantable<'_> {
        Grantable { who: self }
    }
}

impl Grantable<'_> {
    /// Whether they may give a role.
    pub fn role(&self, role: Role) -> bool {
        may_grant_role(self.who, role)
    }

    /// Whether they may give a role that the account made.
    pub fn own_role(&self, role: &OwnRole) -> bool {
        self.who.owner.is_some() || within(role.gives(), &self.who.effective)
    }

    /// The single privileges they may give.
    pub const fn privileges(&self) -> PrivilegeSet {
        if self.who.owner.is_some() { PrivilegeSet::all() } else { self.who.effective.privileges() }
    }

    /// The operations they may give on all services, and on services bought later.
    pub const fn all_services(&self) -> OperationSet {
        if self.who.owner.is_some() { OperationSet::all() } else { self.who.effective.all_services() }
    }

    /// The operations they may give on one service.
    pub fn on(&self, service: ServiceId) -> OperationSet {
        if self.who.owner.is_some() { OperationSet::all() } else { self.who.effective.operations_on(service) }
    }

    /// The operations they may give on all domains, and on domains that come later.
    pub const fn all_domains(&self) -> DomainOperationSet {
        if self.who.owner.is_some() { DomainOperationSet::all() } else { self.who.effective.all_domains() }
    }

    /// The operations they may give on one domain.
    pub fn on_domain(&self, domain: DomainId) -> DomainOperationSet {
        if self.who.owner.is_some() {
            DomainOperationSet::all()
        } else {
            self.who.effective.domain_operations_on(domain)
        }
    }
}
