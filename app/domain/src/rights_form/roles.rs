//! The template picker and the boxes of roles.

use super::{BoxState, DomainRow, Lock, Note, PrivilegeDraft, Row, only};
use crate::right::{Place, Right};
use crate::rights::Rights;
use crate::role::Role;
use crate::template::Template;

impl PrivilegeDraft {
    /// The template the ticks began with.
    pub fn template(&self) -> Option<&Template> {
        let key = self.rights.template.as_deref()?;
        self.ground.templates.iter().find(|template| template.key == key)
    }

    /// The template the ticks began with and how many differ from it: "Accounting + 2 changes".
    pub fn template_label(&self) -> Option<(&Template, usize)> {
        self.template().map(|template| (template, self.rights.ticks().changes_from(template)))
    }

    /// Copies a template's ticks. Roles stay, ticks on single services and domains go; what the actor may not give is left out.
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
        let all_domains = copied.all_domains.intersection(self.may_domain_operations(DomainRow::All));
        let left_out = copied.privileges.minus(privileges).len()
            + copied.all_services.minus(operations).len()
            + copied.all_domains.minus(all_domains).len();
        let (roles, own_roles) = (self.rights.roles, self.rights.own_roles.clone());
        self.rights = Rights { privileges, all_services: operations, all_domains, roles, own_roles, ..copied };
        self.settle();
        if left_out == 0 { Vec::new() } else { vec![Note::LeftOut(left_out as usize)] }
    }

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
                Right::Role(role) => self.rights.roles.insert(role),
                Right::OwnRole(id) => {
                    let role = self.own_role(id);
                    self.rights.own_roles.extend(role);
                }
                Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => {}
            }
        } else {
            self.unlink(role);
        }
        self.settle();
    }

    pub(super) fn unlink(&mut self, role: Right) {
        match role {
            Right::Role(role) => self.rights.roles.remove(role),
            Right::OwnRole(id) => {
                self.rights.own_roles = only(&self.rights.own_roles, |role, _| *role != id);
            }
            Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => {}
        }
    }
}
