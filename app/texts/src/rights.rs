//! The words for rights: a name and one line of help for everything that can be given, why something is refused, and what
//! a change was. Every list is an exhaustive match, so that a new right without words does not compile.

mod categories;
mod details;
mod operations;
mod privileges;
mod refusals;
mod roles;

use crate::{DatesText, RightsText};
use domain::change::ContactChange;
use domain::contact::{AccessSummary, OnlyService};
use domain::operation::{DomainOperation, Operation};
use domain::privilege::{Area, Privilege};
use domain::right::{Place, Right};
use domain::role::Role;
use domain::template::Template;

/// What something is called, and what it means.
#[derive(Clone, Copy)]
struct Named {
    /// The name, which is the label of its box.
    name: &'static str,
    /// One line on what it allows.
    help: &'static str,
}

const fn named(name: &'static str, help: &'static str) -> Named {
    Named { name, help }
}

impl RightsText {
    /// The name of a privilege.
    pub const fn privilege(&self, privilege: Privilege) -> &'static str {
        self.privileges.named(privilege).name
    }

    /// What a privilege allows.
    pub const fn privilege_help(&self, privilege: Privilege) -> &'static str {
        self.privileges.named(privilege).help
    }

    /// The name of an operation.
    pub const fn operation(&self, operation: Operation) -> &'static str {
        self.operations.named(operation).name
    }

    /// What an operation allows.
    pub const fn operation_help(&self, operation: Operation) -> &'static str {
        self.operations.named(operation).help
    }

    /// The name of an operation on domains.
    pub const fn domain_operation(&self, operation: DomainOperation) -> &'static str {
        self.privileges.on_domains(operation).name
    }

    /// What an operation on domains allows.
    pub const fn domain_operation_help(&self, operation: DomainOperation) -> &'static str {
        self.privileges.on_domains(operation).help
    }

    /// The name of a role.
    pub const fn role(&self, role: Role) -> &'static str {
        self.roles.named(role).name
    }

    /// What a role is for, in a sentence.
    pub const fn role_help(&self, role: Role) -> &'static str {
        self.roles.named(role).help
    }

    /// The name of an area.
    pub const fn area(&self, area: Area) -> &'static str {
        self.privileges.area(area)
    }

    /// The name of a template: the provider's own, or that of a built-in one.
    pub fn template(&self, template: &Template) -> String {
        self.template_named(template.name.as_deref(), &template.key).to_owned()
    }

    /// What a template is for: what the portal says of its own, else how much it gives.
    pub fn template_help(&self, template: &Template) -> String {
        let said = if template.name.is_none() { self.roles.template_help(&template.key) } else { None };
        said.map_or_else(|| self.right_count(template.gives().count()), str::to_owned)
    }

    fn template_named<'t>(&self, own: Option<&'t str>, key: &'t str) -> &'t str {
        own.or_else(|| self.roles.template(key)).unwrap_or(key)
    }

    /// What somebody may do, in the fewest words.
    pub fn access(&self, access: &AccessSummary) -> String {
        let mut parts: Vec<String> = Vec::new();
        if !access.roles.is_empty() || !access.own_roles.is_empty() {
            let built_in = access.roles.iter().map(|role| self.role(*role));
            parts.push(built_in.chain(access.own_roles.iter().map(String::as_str)).collect::<Vec<_>>().join(", "));
        }
        parts.extend(self.beside_roles(access, None));
        if parts.is_empty() { self.nothing.to_owned() } else { parts.join(" · ") }
    }

    /// The same in pieces: each role, the template or how many rights, on which services and how many domains.
    pub fn access_parts(&self, access: &AccessSummary, only: Option<&OnlyService>) -> Vec<String> {
        let built_in = access.roles.iter().map(|role| self.role(*role).to_owned());
        let roles = built_in.chain(access.own_roles.iter().cloned());
        roles.chain(self.beside_roles(access, only)).collect()
    }

    /// The template or how many rights, on which services and how many domains.
    fn beside_roles(&self, access: &AccessSummary, only: Option<&OnlyService>) -> Vec<String> {
        let mut parts = Vec::new();
        if let Some(template) = &access.template {
            let name = self.template_named(template.name.as_deref(), &template.key);
            parts.push(self.template_changed(name, template.changes));
        } else if access.privileges > 0 {
            parts.push(self.privilege_count(access.privileges));
        }
        if access.services > 0 && access.template.is_none() {
            parts.push(only.map_or_else(|| self.service_count(access.services), |only| self.only_service(only)));
        }
        if access.domains > 0 && access.template.is_none() {
            parts.push(self.domain_count(access.domains));
        }
        parts
    }

    fn only_service(&self, OnlyService { name, operations }: &OnlyService) -> String {
        let mut given = operations.iter();
        match (given.next(), given.next()) {
            (Some(operation), None) => self.one_on_service(name, self.operation(operation)),
            _ => self.some_on_service(name, operations.len()),
        }
    }

    /// A service whose name is not known any more.
    pub const fn unknown_service(&self) -> &'static str {
        self.one_service
    }

    /// The name of a right.
    pub fn right(&self, right: Right) -> String {
        self.right_name(right).to_owned()
    }

    const fn right_name(&self, right: Right) -> &'static str {
        match right {
            Right::Privilege(privilege) => self.privilege(privilege),
            Right::Operation(operation) => self.operation(operation),
            Right::DomainOperation(operation) => self.domain_operation(operation),
            Right::Role(role) => self.role(role),
            Right::OwnRole(_) => self.own_role,
        }
    }

    /// A right with where it holds: "Power Management on web-01", "Role Technical", "View invoices". What is done on
    /// domains is on all of them where nothing else is said.
    pub fn right_at(&self, right: Right, place: &Place) -> String {
        let name = match right {
            Right::Role(role) => self.role_named(self.role(role)),
            Right::OwnRole(_) | Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => {
                self.right(right)
            }
        };
        match place {
            Place::Account | Place::AllDomains => name,
            Place::OwnRole { name } => self.role_named(name),
            Place::AllServices => self.on_all_services(&name),
            Place::NewServices => self.on_new_services(&name),
            Place::Service { name: service, .. } => self.on(&name, service.as_deref().unwrap_or(self.one_service)),
            Place::NewDomains => self.on_new_domains(&name),
            Place::Domain { name: domain, .. } => self.on(&name, domain.as_deref().unwrap_or(self.one_domain)),
        }
    }

    /// What a change was, in one line, with dates as they are written.
    pub fn change(&self, change: &ContactChange, dates: &DatesText) -> String {
        match change {
            ContactChange::Detail { field, now } if now.is_empty() => self.detail_gone(self.details.detail(field)),
            ContactChange::Detail { field, now } => self.detail_now(self.details.detail(field), now),
            ContactChange::Renamed { was, now } => self.renamed(was, now),
            ContactChange::State { now } => self.state_now(self.details.state(*now)),
            ContactChange::Ends { last: Some(day) } => self.last_day(&dates.day(day)),
            ContactChange::Ends { last: None } => self.no_last_day.to_owned(),
            ContactChange::Given { right, place } => self.given(&self.right_at(*right, place)),
            ContactChange::Taken { right, place } => self.taken(&self.right_at(*right, place)),
            ContactChange::Subscribed { category } => self.subscribed(self.categories.name(*category)),
            ContactChange::Unsubscribed { category } => self.unsubscribed(self.categories.name(*category)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{de, en};
    use domain::contact::TemplateUse;
    use domain::operation::OperationSet;
    use domain::rights::Rights;
    use domain::template::{self, built_in};
    use std::collections::BTreeSet;

    #[test]
    fn names_of_the_contract() {
        let text = &en().rights;
        let operations = [Operation::Power, Operation::Rebuild, Operation::Console];
        let names = operations.map(|operation| text.operation(operation));
        assert_eq!(names, ["Power Management", "Rebuild", "VNC Console"]);
        assert_eq!(text.privilege(Privilege::AccountEdit), "Modify main profile details");
        let templates: Vec<_> = built_in().iter().map(|template| text.template(template)).collect();
        assert_eq!(templates, ["None", "Accounting", "Full Access", "Technical Staff", "Read only", "Domains & DNS"]);
    }

    #[test]
    fn no_two_rights_share_a_name() {
        for text in [&en().rights, &de().rights] {
            let privileges: BTreeSet<_> = Privilege::ALL.iter().map(|p| text.privilege(*p)).collect();
            assert_eq!(privileges.len(), Privilege::ALL.len());
            let operations: BTreeSet<_> = Operation::ALL.iter().map(|o| text.operation(*o)).collect();
            assert_eq!(operations.len(), Operation::ALL.len());
            let on_domains = DomainOperation::ALL.iter().map(|operation| text.domain_operation(*operation));
            assert!(on_domains.clone().all(|name| !privileges.contains(name)));
            assert_eq!(on_domains.collect::<BTreeSet<_>>().len(), DomainOperation::ALL.len());
        }
    }

    #[test]
    fn access_in_the_fewest_words() {
        let access = |roles: &[Role], template: Option<(&str, usize)>, privileges, services| {
            let template = template.map(|(key, changes)| TemplateUse { key: key.to_owned(), name: None, changes });
            let (roles, own_roles) = (roles.to_vec(), Vec::new());
            en().rights.access(&AccessSummary { roles, own_roles, template, privileges, services, domains: 0 })
        };
        assert_eq!(access(&[], None, 0, 0), "No access");
        assert_eq!(access(&[Role::Technical, Role::Billing], None, 0, 0), "Technical, Billing");
        assert_eq!(access(&[], Some((template::ACCOUNTING, 2)), 0, 1), "Accounting + 2 changes");
        assert_eq!(access(&[Role::Visitation], None, 7, 1), "Visitation · 7 rights · 1 service");
        let (roles, own_roles) = (vec![Role::Billing], vec!["Night shift".to_owned()]);
        let own = AccessSummary { roles, own_roles, ..AccessSummary::default() };
        assert_eq!(en().rights.access(&own), "Billing, Night shift");
    }

    #[test]
    fn access_in_pieces_names_the_one_service() {
        let parts = |access: &AccessSummary, operations: &[Operation]| {
            let only = OnlyService { name: "web-01".to_owned(), operations: OperationSet::of(operations) };
            en().rights.access_parts(access, Some(&only).filter(|_| !operations.is_empty()))
        };
        let one = AccessSummary { services: 1, ..AccessSummary::default() };
        assert_eq!(parts(&one, &[Operation::Power]), ["web-01: Power Management"]);
        assert_eq!(parts(&one, &[Operation::Power, Operation::Rebuild]), ["web-01: 2 rights"]);
        assert_eq!(parts(&one, &[]), ["1 service"], "the reader does not see it");
        let roles = vec![Role::Technical, Role::Billing];
        let many = AccessSummary { roles, privileges: 7, services: 3, domains: 4, ..AccessSummary::default() };
        assert_eq!(parts(&many, &[]), ["Technical", "Billing", "7 rights", "3 services", "4 domains"]);
        assert!(parts(&AccessSummary::default(), &[]).is_empty());
    }

    #[test]
    fn a_template_without_ticks_is_no_access() {
        let templates = built_in();
        let full =
            templates.iter().find(|template| template.key == template::FULL_ACCESS).expect("a built-in template");
        let rights = Rights::copied_from(full);
        assert_eq!(en().rights.access(&AccessSummary::of(&rights, &templates)), "Full Access");
        let bare = Rights { template: rights.template, ..Rights::default() };
        assert_eq!(en().rights.access(&AccessSummary::of(&bare, &templates)), "No access");
    }

    #[test]
    fn a_change_is_one_line() {
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let place = Place::Service { id, name: Some("web-01".to_owned()) };
        let change = ContactChange::Given { right: Right::Operation(Operation::Power), place };
        assert_eq!(en().rights.change(&change, &en().dates), "Added: Power Management on web-01");
        assert_eq!(de().rights.change(&change, &de().dates), "Erteilt: Ein- und Ausschalten auf web-01");
        let everywhere = ContactChange::Given { right: Right::Operation(Operation::Power), place: Place::AllServices };
        assert_eq!(de().rights.change(&everywhere, &de().dates), "Erteilt: Ein- und Ausschalten auf allen Diensten");
        let dns = |place| ContactChange::Given { right: Right::DomainOperation(DomainOperation::Dns), place };
        let domain = Place::Domain { id: "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70".parse().expect("an id"), name: None };
        assert_eq!(en().rights.change(&dns(domain), &en().dates), "Added: Edit DNS records on one domain");
        assert_eq!(en().rights.change(&dns(Place::AllDomains), &en().dates), "Added: Edit DNS records");
        assert_eq!(en().rights.change(&dns(Place::NewDomains), &en().dates), "Added: Edit DNS records on New domains");
        let role = ContactChange::Taken { right: Right::Role(Role::Billing), place: Place::Account };
        assert_eq!(en().rights.change(&role, &en().dates), "Removed: Role Billing");
    }
}
