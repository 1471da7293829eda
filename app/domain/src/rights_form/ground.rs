//! What a form was opened with, as text: the page brings it, and the program in the browser reads it.
//!
//! It is no JSON, although that would take no code here: the program is loaded by everybody who fills in the form, and a
//! reader of JSON with what serde makes for these types was a third of it. Page and program are of the same build, so there
//! is one version of this text.
//!
//! A line for each thing, with spaces between its words: first who acts, then lines that begin with what they say and of
//! what, and end with rights by their keys.

use super::Ground;
use crate::access::{Standing, Viewing};
use crate::domains::DomainChoice;
use crate::id::RoleId;
use crate::operation::{DomainOperationSet, OperationSet};
use crate::owner::OwnerKind;
use crate::privilege::PrivilegeSet;
use crate::right::Right;
use crate::rights::{Effective, Rights};
use crate::role::{Gives, OwnRole, RoleSet};
use crate::service::{ServiceChoice, ServiceKind};
use crate::status::AccountStatus;
use crate::template::Template;
use std::collections::BTreeMap;
use std::fmt::Display;

/// In place of what there is not.
const NOTHING: &str = "-";
/// It is the actor's own record.
const ME: &str = "me";
/// On the account, on all services and on all domains.
const ALL: &str = "all";
/// On services and domains that come later.
const NEW: &str = "new";

impl Ground {
    /// What [`Ground::read`] reads: everything that [`Ground::for_program`] leaves.
    pub fn write(&self) -> String {
        let Self { standing, baseline, templates, own_roles, services, domains, .. } = self;
        let holds = &standing.effective;
        let mut lines = vec![self.first_line()];
        lines.push(line("hand_out", NOTHING, standing.hand_out.iter().map(Right::Role)));
        lines.push(line("holds", ALL, rights(holds.privileges(), holds.all_services(), holds.all_domains())));
        lines.extend(holds.services().iter().map(|(id, operations)| line("holds", id, on_services(*operations))));
        lines.extend(holds.domains().iter().map(|(id, operations)| line("holds_domain", id, on_domains(*operations))));
        let given = rights(baseline.privileges, baseline.all_services, baseline.all_domains);
        lines.push(line("has", ALL, baseline.roles.iter().map(Right::Role).chain(given)));
        lines.push(line("has", NEW, rights(PrivilegeSet::EMPTY, baseline.new_services, baseline.new_domains)));
        lines.extend(baseline.services.iter().map(|(id, operations)| line("has", id, on_services(*operations))));
        lines.extend(baseline.domains.iter().map(|(id, operations)| line("has_domain", id, on_domains(*operations))));
        let of = |it: Gives| rights(it.privileges, it.operations, it.domain_operations);
        let role = |what, (id, role): (&RoleId, &OwnRole)| line(what, id, of(role.gives()));
        lines.extend(baseline.own_roles.iter().map(|own| role("linked", own)));
        lines.extend(baseline.template.iter().filter(|key| is_word(key)).map(|key| format!("began {key}")));
        let templates = templates.iter().filter(|template| is_word(&template.key));
        let ticks = |it: &Template| rights(it.privileges, it.operations, it.domain_operations);
        lines.extend(templates.map(|it| line("template", &it.key, ticks(it))));
        lines.extend(own_roles.iter().map(|own| role("role", own)));
        lines.extend(services.iter().map(|service| format!("row {} {}", service.id, service.kind.key())));
        lines.extend(domains.iter().map(|domain| format!("domain {}", domain.id)));
        lines.join("\n")
    }

    /// Who acts, and whether it is their own record.
    fn first_line(&self) -> String {
        let Standing { account, status, contact, owner, viewing, .. } = &self.standing;
        let viewer = match viewing {
            Viewing::Off => NOTHING.to_owned(),
            Viewing::AsContact { by } => by.to_string(),
        };
        let owner = owner.map_or(NOTHING, OwnerKind::key);
        let whose = if self.is_me { ME } else { NOTHING };
        format!("{account} {} {contact} {owner} {viewer} {whose}", status.key())
    }

    /// What was written; `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let mut ground = Self::begun(lines.next()?)?;
        let mut holds = Rights::default();
        for line in lines {
            ground.add(line, &mut holds)?;
        }
        // What they hold is closed, so this is the same again.
        ground.standing.effective = holds.effective();
        Some(ground)
    }

    fn begun(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let [account, status, contact, owner, viewer, whose] = words[..] else { return None };
        let standing = Standing {
            account: account.parse().ok()?,
            status: AccountStatus::ALL.into_iter().find(|known| known.key() == status)?,
            contact: contact.parse().ok()?,
            owner: if owner == NOTHING { None } else { Some(OwnerKind::from_key(owner)?) },
            effective: Effective::default(),
            hand_out: RoleSet::EMPTY,
            viewing: if viewer == NOTHING { Viewing::Off } else { Viewing::AsContact { by: viewer.parse().ok()? } },
        };
        let is_me = match whose {
            ME => true,
            NOTHING => false,
            _ => return None,
        };
        let (baseline, own_roles) = (Rights::default(), BTreeMap::new());
        let (services, domains) = (Vec::new(), Vec::new());
        Some(Self { standing, baseline, is_me, templates: Vec::new(), own_roles, services, domains })
    }

    /// Adds what a line says; what the actor holds goes to `holds`.
    fn add(&mut self, line: &str, holds: &mut Rights) -> Option<()> {
        let words: Vec<&str> = line.split(' ').collect();
        let [what, of, keys @ ..] = &words[..] else { return None };
        if *what == "row" {
            let [kind] = keys else { return None };
            self.services.push(ServiceChoice { id: of.parse().ok()?, name: None, kind: ServiceKind::from_key(kind)? });
            return Some(());
        }
        let (roles, role) = sets(keys)?;
        let Gives { privileges, operations, domain_operations } = role.gives();
        let baseline = &mut self.baseline;
        match (*what, *of) {
            ("hand_out", NOTHING) => self.standing.hand_out = roles,
            ("holds", ALL) => {
                (holds.privileges, holds.all_services, holds.all_domains) = (privileges, operations, domain_operations);
            }
            ("holds", service) => {
                holds.services.insert(service.parse().ok()?, operations);
            }
            ("holds_domain", domain) => {
                holds.domains.insert(domain.parse().ok()?, domain_operations);
            }
            ("has", ALL) => {
                (baseline.roles, baseline.privileges) = (roles, privileges);
                (baseline.all_services, baseline.all_domains) = (operations, domain_operations);
            }
            ("has", NEW) => (baseline.new_services, baseline.new_domains) = (operations, domain_operations),
            ("has_domain", domain) => {
                baseline.domains.insert(domain.parse().ok()?, domain_operations);
            }
            ("has", service) => {
                baseline.services.insert(service.parse().ok()?, operations);
            }
            ("linked", id) => {
                baseline.own_roles.insert(id.parse().ok()?, role);
            }
            ("began", key) => baseline.template = Some(key.to_owned()),
            ("template", key) => {
                let key = key.to_owned();
                self.templates.push(Template { key, name: None, privileges, operations, domain_operations });
            }
            ("domain", id) if keys.is_empty() => {
                self.domains.push(DomainChoice { id: id.parse().ok()?, name: None });
            }
            ("role", id) => {
                self.own_roles.insert(id.parse().ok()?, role);
            }
            _ => return None,
        }
        Some(())
    }
}

fn line(what: &str, of: impl Display, rights: impl Iterator<Item = Right>) -> String {
    rights.fold(format!("{what} {of}"), |line, right| line + " " + &right.key())
}

fn rights(
    privileges: PrivilegeSet,
    operations: OperationSet,
    domain_operations: DomainOperationSet,
) -> impl Iterator<Item = Right> {
    privileges.iter().map(Right::Privilege).chain(on_services(operations)).chain(on_domains(domain_operations))
}

fn on_services(operations: OperationSet) -> impl Iterator<Item = Right> {
    operations.iter().map(Right::Operation)
}

fn on_domains(operations: DomainOperationSet) -> impl Iterator<Item = Right> {
    operations.iter().map(Right::DomainOperation)
}

/// Whether it can be a word of a line. Every key of a template can; one that can't has come here by mistake and is left
/// out.
fn is_word(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The rights with these keys: the roles, and the others as a role without a name gives them.
fn sets(keys: &[&str]) -> Option<(RoleSet, OwnRole)> {
    let (mut roles, mut role) = (RoleSet::EMPTY, OwnRole::default());
    for key in keys {
        match Right::from_key(key)? {
            Right::Role(one) => roles.insert(one),
            Right::Privilege(privilege) => role.privileges.insert(privilege),
            Right::Operation(operation) => role.operations.insert(operation),
            Right::DomainOperation(operation) => role.domain_operations.insert(operation),
            Right::OwnRole(_) => return None,
        }
    }
    Some((roles, role))
}
