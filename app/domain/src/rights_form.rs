//! The rights section of the contact form while it is being filled in: which box is ticked, which may be changed, and why
//! not. The same on the server, which draws the form, and in the browser, which keeps it alive.
//!
//! It explains and never allows: the server asks [`crate::access`] again about whatever is posted. What it refuses to know:
//! words and elements.

mod boxes;
mod domains;
mod ground;
mod levels;
mod names;
mod operations;
mod outcome;
mod outlook;
mod privileges;
mod roles;
mod rows;
#[cfg(test)]
mod tests;

pub use boxes::{BoxState, Drawing, GroupState, Lock};
pub use levels::Level;
pub use names::{
    APPLIED_FIELD, DomainRow, ONE_SERVICE, OWN_ROLES_FIELD, PRIVILEGES_FIELD, REVIEWED_FIELD, ROLES_FIELD, Row,
    SHOWN_DOMAINS_FIELD, SHOWN_FIELD, Sentence, TEMPLATE_FIELD, area_id, box_id, domain_of, grant_input, role_input,
    service_of,
};
pub use outlook::{Can, Topic};

use crate::access::Standing;
use crate::domains::DomainChoice;
use crate::id::{DomainId, RoleId, ServiceId};
use crate::operation::{DomainOperation, DomainOperationSet, Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::right::Right;
use crate::rights::{Effective, Rights};
use crate::role::{OwnRole, Role};
use crate::service::ServiceChoice;
use crate::template::{self, Template};
use std::collections::BTreeMap;

/// Something that a change did besides what was clicked, to be said aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The role is now its single rights (PRODUCT D1).
    RoleDissolved(Right),
    /// So many ticks of the template were left out, because the actor may not give them.
    LeftOut(usize),
}

/// What the form was opened with; it does not change while it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// Who fills it in.
    pub standing: Standing,
    /// What the contact has now.
    pub baseline: Rights,
    /// Whether it is the actor's own record.
    pub is_me: bool,
    /// The templates offered.
    pub templates: Vec<Template>,
    /// The roles that the account made.
    pub own_roles: BTreeMap<RoleId, OwnRole>,
    /// The services with a row of their own.
    pub services: Vec<ServiceChoice>,
    /// The domains with a row of their own.
    pub domains: Vec<DomainChoice>,
}

impl Ground {
    /// The same for the program: without names, which it reads off the page, and without what the actor holds on services
    /// and domains that have no row.
    #[must_use]
    pub fn for_program(mut self) -> Self {
        let has_domain = |domain: DomainId| self.domains.iter().any(|row| row.id == domain);
        self.standing.effective =
            self.standing.effective.only_on(|service| has_row(&self.services, service), has_domain);
        self.templates.iter_mut().for_each(|template| template.name = None);
        self.services.iter_mut().for_each(|service| service.name = None);
        self.domains.iter_mut().for_each(|domain| domain.name = None);
        self.own_roles.values_mut().chain(self.baseline.own_roles.values_mut()).for_each(|role| role.name.clear());
        self.baseline.until.clear();
        self
    }
}

/// The rights as the form shows them now.
#[derive(Debug, Clone, PartialEq)]
pub struct PrivilegeDraft {
    ground: Ground,
    before: Effective,
    rights: Rights,
    // INVARIANT: `rights.effective()`, kept so that asking about a box costs nothing. Set by `settle` alone.
    now: Effective,
}

impl PrivilegeDraft {
    /// The draft of a form just opened. It knows nothing of services and domains that have no row: what is given there
    /// stays.
    pub fn new(mut ground: Ground) -> Self {
        ground.baseline.services = only(&ground.baseline.services, |service, _| has_row(&ground.services, *service));
        let has_domain = |domain: &DomainId| ground.domains.iter().any(|row| row.id == *domain);
        ground.baseline.domains = only(&ground.baseline.domains, |domain, _| has_domain(domain));
        let before = ground.baseline.effective();
        let mut rights = ground.baseline.clone();
        let known = |key: &String| ground.templates.iter().any(|template| template.key == *key);
        rights.template = rights.template.filter(known).or_else(|| Some(template::NONE.to_owned()));
        let now = rights.effective();
        Self { ground, before, rights, now }
    }

    /// The draft as it was posted, from the raw pairs of the form. A template that was picked and
    /// not applied yet is filled in.
    pub fn posted(ground: Ground, pairs: &[(String, String)]) -> (Self, Vec<Note>) {
        let mut draft = Self::new(ground);
        let mut rights = Rights::default();
        let (mut picked, mut applied) = (None, None);
        let mut shown: Option<Vec<ServiceId>> = None;
        let mut shown_domains: Vec<DomainId> = Vec::new();
        for (field, value) in pairs {
            let Some((name, _)) = field.strip_prefix("change[").and_then(|name| name.split_once(']')) else { continue };
            match name {
                "template" => picked = Some(value.clone()),
                "applied" => applied = Some(value.clone()),
                "roles" => rights.roles = rights.roles.union(Role::from_key(value).into_iter().collect()),
                "own_roles" => rights.own_roles.extend(value.parse().ok().and_then(|id| draft.own_role(id))),
                "privileges" => {
                    rights.privileges = rights.privileges.union(Privilege::from_key(value).into_iter().collect());
                }
                "all_services" => insert(&mut rights.all_services, value),
                "new_services" => insert(&mut rights.new_services, value),
                "services" => {
                    if let Some(service) = service_of(field) {
                        insert(rights.services.entry(service).or_default(), value);
                    }
                }
                "all_domains" => insert_domain(&mut rights.all_domains, value),
                "new_domains" => insert_domain(&mut rights.new_domains, value),
                "domains" => {
                    if let Some(domain) = domain_of(field) {
                        insert_domain(rights.domains.entry(domain).or_default(), value);
                    }
                }
                "shown_domains" => shown_domains.extend(value.parse::<DomainId>().ok()),
                "shown" => shown.get_or_insert_default().extend(value.parse::<ServiceId>().ok()),
                _ => {}
            }
        }
        if let Some(shown) = shown {
            rights.keep_on_others(|service| shown.contains(&service), &draft.ground.baseline);
        }
        rights.keep_on_other_domains(|domain| shown_domains.contains(&domain), &draft.ground.baseline);
        let applied = applied.or_else(|| draft.rights.template.clone()).unwrap_or_default();
        rights.template = Some(applied.clone());
        draft.rights = rights;
        draft.settle();
        let notes = match picked {
            Some(picked) if picked != applied => draft.pick_template(&picked),
            Some(_) | None => Vec::new(),
        };
        (draft, notes)
    }

    /// What would be saved.
    pub const fn rights(&self) -> &Rights {
        &self.rights
    }

    /// What it comes to.
    pub const fn effective(&self) -> &Effective {
        &self.now
    }

    /// What the form was opened with.
    pub const fn ground(&self) -> &Ground {
        &self.ground
    }

    /// A role that the account made, to be given.
    fn own_role(&self, id: RoleId) -> Option<(RoleId, OwnRole)> {
        self.ground.own_roles.get(&id).map(|role| (id, role.clone()))
    }

    fn settle(&mut self) {
        self.rights.services = only(&self.rights.services, |_, operations| !operations.is_empty());
        self.rights.domains = only(&self.rights.domains, |_, operations| !operations.is_empty());
        self.now = self.rights.effective();
    }

    // What the actor may give, with what the contact has already.

    fn may_role(&self, role: Right) -> bool {
        let Ground { standing, baseline, is_me, own_roles, .. } = &self.ground;
        match role {
            Right::Role(role) if *is_me => standing.hand_out.contains(role),
            Right::Role(role) => standing.grantable().role(role) || baseline.roles.contains(role),
            Right::OwnRole(id) => {
                let grantable = own_roles.get(&id).is_some_and(|role| standing.grantable().own_role(role));
                !is_me && (grantable || baseline.own_roles.contains_key(&id))
            }
            Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => false,
        }
    }

    const fn may_privileges(&self) -> PrivilegeSet {
        self.ground.standing.grantable().privileges().union(self.before.privileges())
    }

    fn may_operations(&self, row: Row) -> OperationSet {
        let grantable = self.ground.standing.grantable();
        match row {
            Row::All => grantable.all_services().union(self.before.all_services()),
            Row::One(service) => grantable.on(service).union(self.before.operations_on(service)),
            Row::New => grantable
                .all_services()
                .union(self.before.all_services())
                .union(self.ground.baseline.new_services.closed()),
        }
    }
}

fn has_row(rows: &[ServiceChoice], service: ServiceId) -> bool {
    rows.iter().any(|row| row.id == service)
}

/// The entries that stay. `retain` and `remove` would bring the code that balances a tree into the program, once for each
/// kind of tree.
fn only<K: Copy + Ord, V: Clone>(map: &BTreeMap<K, V>, stays: impl Fn(&K, &V) -> bool) -> BTreeMap<K, V> {
    let mut kept = BTreeMap::new();
    for (key, value) in map {
        if stays(key, value) {
            kept.insert(*key, value.clone());
        }
    }
    kept
}

fn insert(set: &mut OperationSet, key: &str) {
    if let Some(operation) = Operation::from_key(key) {
        set.insert(operation);
    }
}

fn insert_domain(set: &mut DomainOperationSet, key: &str) {
    if let Some(operation) = DomainOperation::from_key(key) {
        set.insert(operation);
    }
}
