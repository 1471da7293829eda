//! The rights section of the contact form while it is being filled in: which box is ticked, which may be changed, and why
//! not. Plain Rust, the same on the server (which draws the form) and in the browser (which keeps it alive).
//!
//! It explains and never allows: the server asks `domain::access` again about whatever is posted. What it
//! refuses to know: words, elements, signals.

use domain::access::Standing;
use domain::contact::SERVICE_KEY;
use domain::id::{RoleId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Area, Privilege, PrivilegeSet, Weight};
use domain::right::Place;
use domain::right::Right;
use domain::rights::{Effective, Rights};
use domain::role::{OwnRole, Role, RoleSet};
use domain::service::ServiceChoice;
use domain::template::{self, Template};
use std::collections::BTreeMap;

/// What a box shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoxState {
    /// Whether the right is there, wherever it comes from.
    pub ticked: bool,
    /// Whether it was given for itself: this is what the form posts.
    pub own: bool,
    /// Why it may not simply be changed.
    pub lock: Option<Lock>,
}

/// Why a box may not simply be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Something else that is ticked includes it.
    ImpliedBy(Right),
    /// A role gives it. Unticking turns the role into its single rights, which takes JavaScript.
    ByRole(Right),
    /// A role gives it that the actor may only give as a whole.
    WithRole(Right),
    /// The row All services has it.
    OnAllServices,
    /// The actor may not give it.
    MayNotGrant,
    /// Nobody gives single rights to themselves.
    NotToOneself,
}

impl Lock {
    /// Whether a living page lets the box be changed all the same.
    pub const fn is_soft(self) -> bool {
        match self {
            Self::ByRole(_) => true,
            Self::ImpliedBy(_) | Self::WithRole(_) | Self::OnAllServices | Self::MayNotGrant | Self::NotToOneself => {
                false
            }
        }
    }
}

impl BoxState {
    /// Whether the box is drawn ticked. Without JavaScript a covered one shows its own tick only, so that unticking All
    /// services and ticking one service is a single post.
    pub fn drawn_ticked(self, alive: bool) -> bool {
        if !alive && self.lock == Some(Lock::OnAllServices) { self.own } else { self.ticked }
    }

    /// Whether the box is drawn so that it can't be changed. Without JavaScript an own tick always can.
    pub fn drawn_locked(self, alive: bool) -> bool {
        match self.lock {
            Some(lock) if alive => !lock.is_soft(),
            Some(Lock::NotToOneself) => true,
            None | Some(Lock::OnAllServices) => false,
            Some(_) => !self.own,
        }
    }

    /// Whether the box itself posts. On a living page a locked one does not; an own tick of it travels in a hidden field.
    pub fn drawn_named(self, alive: bool) -> bool {
        !alive || self.lock.is_none()
    }

    /// Whether an own tick needs a hidden field to be posted.
    pub fn drawn_hidden(self, alive: bool) -> bool {
        self.own && if alive { self.lock.is_some() } else { self.drawn_locked(false) }
    }
}

/// A row of the services matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    All,
    One(ServiceId),
    /// Services bought later.
    New,
}

/// The name of the boxes of roles.
pub const ROLES_FIELD: &str = "change[roles][]";
/// The name of the boxes of roles that the account made.
pub const OWN_ROLES_FIELD: &str = "change[own_roles][]";
/// The name of the boxes of privileges.
pub const PRIVILEGES_FIELD: &str = "change[privileges][]";

impl Row {
    /// The name of the row's boxes.
    pub fn field(self) -> String {
        match self {
            Self::All => "change[all_services][]".to_owned(),
            Self::One(id) => format!("change[services][{SERVICE_KEY}{id}][]"),
            Self::New => "change[new_services][]".to_owned(),
        }
    }
}

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
    pub templates: Vec<Template>,
    /// The roles that the account made.
    pub own_roles: BTreeMap<RoleId, OwnRole>,
    pub services: Vec<ServiceChoice>,
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
    /// The draft of a form just opened.
    pub fn new(ground: Ground) -> Self {
        let before = ground.baseline.effective();
        let mut rights = ground.baseline.clone();
        let known = |key: &String| ground.templates.iter().any(|template| template.key == *key);
        rights.template = rights.template.filter(known).or_else(|| Some(template::NONE.to_owned()));
        let now = rights.effective();
        Self { ground, before, rights, now }
    }

    /// The draft as it was posted, from the raw pairs of the form. A template picked without JavaScript is filled in.
    pub fn posted(ground: Ground, pairs: &[(String, String)]) -> (Self, Vec<Note>) {
        let mut draft = Self::new(ground);
        let mut rights = Rights::default();
        let (mut picked, mut applied) = (None, None);
        for (name, value) in pairs {
            let Some(name) = name.strip_prefix("change[") else { continue };
            let Some((name, rest)) = name.split_once(']') else { continue };
            match name {
                "template" => picked = Some(value.clone()),
                "applied" => applied = Some(value.clone()),
                "roles" => rights.roles.extend_one(Role::from_key(value)),
                "own_roles" => {
                    let role = value.parse().ok().and_then(|id| draft.ground.own_roles.get_key_value(&id));
                    rights.own_roles.extend(role.map(|(id, role)| (*id, role.clone())));
                }
                "privileges" => rights.privileges = rights.privileges.union(one(Privilege::from_key(value))),
                "all_services" => insert(&mut rights.all_services, value),
                "new_services" => insert(&mut rights.new_services, value),
                "services" => {
                    let key = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(key, _)| key);
                    let id = key.and_then(|key| key.strip_prefix(SERVICE_KEY));
                    if let Some(Ok(id)) = id.map(str::parse) {
                        insert(rights.services.entry(id).or_default(), value);
                    }
                }
                _ => {}
            }
        }
        let shown = applied.or_else(|| draft.rights.template.clone()).unwrap_or_default();
        rights.template = Some(shown.clone());
        draft.rights = rights;
        draft.settle();
        let notes = match picked {
            Some(picked) if picked != shown => draft.pick_template(&picked),
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

    /// The contact was changed by somebody else: what it has now decides what may be given, what is ticked stays.
    pub fn rebase(&mut self, baseline: Rights) {
        self.before = baseline.effective();
        self.ground.baseline = baseline;
    }

    fn settle(&mut self) {
        self.rights.services.retain(|_, operations| !operations.is_empty());
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
            Right::Privilege(_) | Right::Operation(_) => false,
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

    // Templates.

    /// The template the ticks began with.
    pub fn template(&self) -> Option<&Template> {
        let key = self.rights.template.as_deref()?;
        self.ground.templates.iter().find(|template| template.key == key)
    }

    /// The template the ticks began with and how many differ from it: "Accounting + 2 changes".
    pub fn template_label(&self) -> Option<(&Template, usize)> {
        self.template().map(|template| (template, self.rights.ticks().changes_from(template)))
    }

    /// Copies a template's ticks. Roles stay, ticks on single services go; what the actor may not give is left out.
    pub fn pick_template(&mut self, key: &str) -> Vec<Note> {
        let Some(template) = self.ground.templates.iter().find(|template| template.key == key) else {
            return Vec::new();
        };
        if self.ground.is_me {
            return Vec::new();
        }
        let copied = Rights::copied_from(template);
        let privileges = copied.privileges.intersection(self.may_privileges());
        let operations = copied.all_services.intersection(self.may_operations(Row::All));
        let left_out = copied.privileges.minus(privileges).len() + copied.all_services.minus(operations).len();
        let (roles, own_roles) = (self.rights.roles.clone(), self.rights.own_roles.clone());
        self.rights = Rights { privileges, all_services: operations, roles, own_roles, ..copied };
        self.settle();
        if left_out == 0 { Vec::new() } else { vec![Note::LeftOut(left_out as usize)] }
    }

    // Roles.

    /// Every role there is to tick.
    pub fn roles(&self) -> impl Iterator<Item = Right> + '_ {
        Role::ALL.into_iter().map(Right::Role).chain(self.ground.own_roles.keys().copied().map(Right::OwnRole))
    }

    /// The box of a role.
    pub fn role(&self, role: Right) -> BoxState {
        let ticked = self.rights.has_grant(role, &Place::Account);
        let lock = match (self.may_role(role), self.ground.is_me) {
            (true, _) => None,
            (false, true) => Some(Lock::NotToOneself),
            (false, false) => (!ticked).then_some(Lock::MayNotGrant),
        };
        BoxState { ticked, own: ticked, lock }
    }

    /// Gives or takes a role.
    pub fn set_role(&mut self, role: Right, on: bool) {
        if self.role(role).lock.is_some() {
            return;
        }
        if on {
            match role {
                Right::OwnRole(id) => {
                    let gives = self.ground.own_roles.get(&id).cloned();
                    self.rights.own_roles.extend(gives.map(|gives| (id, gives)));
                }
                Right::Role(_) | Right::Privilege(_) | Right::Operation(_) => self.rights.give(role, &Place::Account),
            }
        } else {
            self.unlink(role);
        }
        self.settle();
    }

    fn unlink(&mut self, role: Right) {
        match role {
            Right::Role(role) => self.rights.roles.remove(role),
            Right::OwnRole(id) => {
                self.rights.own_roles.remove(&id);
            }
            Right::Privilege(_) | Right::Operation(_) => {}
        }
    }

    // Privileges.

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
        // Only seeing services comes with operations, but which privilege that is, `domain::rights` knows.
        if let Some(operation) = self.now.all_services().iter().find(implies) {
            return Some(Lock::ImpliedBy(Right::Operation(operation)));
        }
        self.lock_by_role(|gives, _| gives.contains(privilege))
    }

    /// The lock of what the first role gives for which `gives` holds.
    fn lock_by_role(&self, gives: impl Fn(PrivilegeSet, OperationSet) -> bool) -> Option<Lock> {
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
    fn dissolve(&mut self, gives: impl Fn(PrivilegeSet, OperationSet) -> bool) -> Vec<Note> {
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

    // Operations.

    /// The operations that a row has boxes for.
    pub fn row_operations(&self, row: Row) -> OperationSet {
        match row {
            Row::All | Row::New => OperationSet::all(),
            Row::One(id) => self
                .ground
                .services
                .iter()
                .find(|service| service.id == id)
                .map_or(OperationSet::EMPTY, |service| service.kind.operations()),
        }
    }

    fn own_operations(&self, row: Row) -> OperationSet {
        match row {
            Row::All => self.rights.all_services,
            Row::One(id) => self.rights.services.get(&id).copied().unwrap_or_default(),
            Row::New => self.rights.new_services,
        }
    }

    /// The box of an operation in a row.
    pub fn operation(&self, row: Row, operation: Operation) -> BoxState {
        let own = self.own_operations(row).contains(operation);
        let ticked = match row {
            Row::All => self.now.all_services(),
            Row::One(id) => self.now.operations_on(id),
            Row::New => self.now.all_services().union(self.rights.new_services.closed()),
        }
        .contains(operation);
        BoxState { ticked, own, lock: self.operation_lock(row, operation, ticked) }
    }

    fn operation_lock(&self, row: Row, operation: Operation, ticked: bool) -> Option<Lock> {
        if self.ground.is_me {
            return Some(Lock::NotToOneself);
        }
        if !ticked {
            return (!self.may_operations(row).contains(operation)).then_some(Lock::MayNotGrant);
        }
        if row != Row::All && self.now.all_services().contains(operation) {
            return Some(Lock::OnAllServices);
        }
        let held = match row {
            Row::All => {
                self.rights.linked().fold(self.rights.all_services, |all, (_, _, operates)| all.union(operates))
            }
            Row::One(_) | Row::New => self.own_operations(row),
        };
        let implies =
            |holds: &Operation| *holds != operation && OperationSet::of(&[*holds]).closed().contains(operation);
        if let Some(holds) = held.iter().find(implies) {
            return Some(Lock::ImpliedBy(Right::Operation(holds)));
        }
        if row != Row::All {
            return None;
        }
        self.lock_by_role(|_, operates| operates.contains(operation))
    }

    /// Gives or takes an operation. Taking one on all services that roles give dissolves them.
    pub fn set_operation(&mut self, row: Row, operation: Operation, on: bool) -> Vec<Note> {
        let state = self.operation(row, operation);
        if state.lock.is_some_and(|lock| !lock.is_soft())
            || state.ticked == on
            || !self.row_operations(row).contains(operation)
        {
            return Vec::new();
        }
        let notes =
            if !on && row == Row::All { self.dissolve(|_, operates| operates.contains(operation)) } else { Vec::new() };
        let held = match row {
            Row::All => &mut self.rights.all_services,
            Row::One(id) => self.rights.services.entry(id).or_default(),
            Row::New => &mut self.rights.new_services,
        };
        if on {
            held.insert(operation);
        } else {
            held.remove(operation);
        }
        self.settle();
        notes
    }

    /// Whether all, or some, of a row's operations are ticked, of those that may be.
    pub fn row(&self, row: Row) -> GroupState {
        GroupState::of(self.row_operations(row).iter().map(|operation| self.operation(row, operation)))
    }

    /// Ticks or clears a row as far as the actor may. What a role gives stays.
    pub fn set_row(&mut self, row: Row, on: bool) {
        let changeable: OperationSet = self
            .row_operations(row)
            .iter()
            .filter(|operation| {
                let state = self.operation(row, *operation);
                if on {
                    !state.ticked && state.lock.is_none()
                } else {
                    state.own && state.lock != Some(Lock::NotToOneself)
                }
            })
            .collect();
        let held = match row {
            Row::All => &mut self.rights.all_services,
            Row::One(id) => self.rights.services.entry(id).or_default(),
            Row::New => &mut self.rights.new_services,
        };
        *held = if on { held.union(changeable) } else { held.minus(changeable) };
        self.settle();
    }

    /// The grants that no box posts by itself, as names and values of hidden fields.
    pub fn hidden(&self, alive: bool) -> Vec<(String, String)> {
        let roles = self.roles().filter(|role| self.role(*role).drawn_hidden(alive)).filter_map(role_input);
        let privileges = Privilege::ALL
            .iter()
            .filter(|privilege| self.privilege(**privilege).drawn_hidden(alive))
            .map(|privilege| (PRIVILEGES_FIELD.to_owned(), privilege.key().to_owned()));
        let single = self.ground.services.iter().map(|service| Row::One(service.id));
        let operations = [Row::All, Row::New].into_iter().chain(single).flat_map(|row| {
            self.row_operations(row)
                .iter()
                .filter(move |operation| self.operation(row, *operation).drawn_hidden(alive))
                .map(move |operation| (row.field(), operation.key().to_owned()))
        });
        roles.chain(privileges).chain(operations).collect()
    }

    // What it comes to.

    /// The sensitive rights that the contact would have and has not now (S0.27).
    pub fn newly_sensitive(&self) -> Vec<(Right, Place)> {
        let mut list: Vec<(Right, Place)> = self
            .now
            .privileges()
            .minus(self.before.privileges())
            .iter()
            .filter(|privilege| privilege.weight() == Weight::Sensitive)
            .map(|privilege| (Right::Privilege(privilege), Place::Account))
            .collect();
        let mut add = |operations: OperationSet, place: Place| {
            let sensitive = operations.iter().filter(|operation| operation.weight() == Weight::Sensitive);
            list.extend(sensitive.map(|operation| (Right::Operation(operation), place.clone())));
        };
        let all = self.now.all_services();
        add(all.minus(self.before.all_services()), Place::AllServices);
        for (id, held) in self.now.services() {
            let name = self.ground.services.iter().find(|service| service.id == *id).and_then(|s| s.name.clone());
            add(held.minus(all).minus(self.before.operations_on(*id)), Place::Service { id: *id, name });
        }
        let arriving = self.rights.new_services.closed().minus(self.ground.baseline.new_services.closed());
        add(arriving.minus(all).minus(self.before.all_services()), Place::NewServices);
        list
    }
}

/// What a "select all" box shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupState {
    /// Every box that may be ticked is.
    pub all: bool,
    /// Some box is.
    pub some: bool,
    /// None of its boxes may be changed.
    pub fixed: bool,
}

impl GroupState {
    fn of(boxes: impl Iterator<Item = BoxState>) -> Self {
        let (mut open, mut some, mut free) = (false, false, false);
        for state in boxes {
            some |= state.ticked;
            open |= !state.ticked && state.lock.is_none();
            free |= state.lock.is_none() || (state.own && state.lock != Some(Lock::NotToOneself));
        }
        Self { all: some && !open, some, fixed: !free }
    }
}

/// Name and value of a role's box.
pub fn role_input(role: Right) -> Option<(String, String)> {
    match role {
        Right::Role(role) => Some((ROLES_FIELD.to_owned(), role.key().to_owned())),
        Right::OwnRole(id) => Some((OWN_ROLES_FIELD.to_owned(), id.to_string())),
        Right::Privilege(_) | Right::Operation(_) => None,
    }
}

fn one(privilege: Option<Privilege>) -> PrivilegeSet {
    privilege.into_iter().collect()
}

fn insert(set: &mut OperationSet, key: &str) {
    if let Some(operation) = Operation::from_key(key) {
        set.insert(operation);
    }
}

trait ExtendOne {
    fn extend_one(&mut self, role: Option<Role>);
}

impl ExtendOne for RoleSet {
    fn extend_one(&mut self, role: Option<Role>) {
        if let Some(role) = role {
            self.insert(role);
        }
    }
}

#[cfg(test)]
mod tests;
