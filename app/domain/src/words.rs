//! The words for rights: a name and one line of help for everything that can be given, why something is refused, and what
//! a change was. Every list is an exhaustive match, so that a new right without words does not compile.

mod categories;
mod details;
mod operations;
mod privileges;
mod refusals;
mod roles;
mod sentences;

pub use categories::CategoriesText;
pub use sentences::{DE, EN};

use crate::access::Denied;
use crate::change::ContactChange;
use crate::contact::AccessSummary;
use crate::operation::Operation;
use crate::person::Language;
use crate::privilege::{Area, Privilege};
use crate::provider::PeopleWord;
use crate::right::Place;
use crate::right::Right;
use crate::role::Role;
use crate::status::ContactState;
use crate::template::Template;

/// A right's name and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The name, which is the label of its box.
    pub name: &'static str,
    /// One line on what it allows.
    pub help: &'static str,
}

const fn named(name: &'static str, help: &'static str) -> Named {
    Named { name, help }
}

/// The words for rights in one language.
#[derive(Debug)]
pub struct RightsText {
    /// A privilege.
    privileges: fn(Privilege) -> Named,
    /// An operation.
    operations: fn(Operation) -> Named,
    /// A role.
    roles: fn(Role) -> Named,
    /// An area.
    areas: fn(Area) -> &'static str,
    /// A built-in template, by key.
    templates: fn(&str) -> Option<&'static str>,
    changed: fn(&str, usize) -> String,
    privilege_count: fn(usize) -> String,
    service_count: fn(usize) -> String,
    /// Nothing at all was given.
    pub nothing: &'static str,
    /// Everything: what owners have.
    pub everything: &'static str,
    /// The row for all services.
    pub all_services: &'static str,
    /// The row for services bought later.
    pub new_services: &'static str,
    /// A service whose name is not known any more.
    one_service: &'static str,
    own_role: &'static str,
    /// "Power Management on web-01".
    on: fn(what: &str, place: &str) -> String,
    /// "Role Technical".
    role_named: fn(&str) -> String,
    /// "... given".
    given: fn(&str) -> String,
    /// "... taken away".
    taken: fn(&str) -> String,
    /// The categories of mails.
    pub categories: &'static CategoriesText,
    /// "Gets mails of ...".
    subscribed: fn(&str) -> String,
    /// "No longer gets mails of ...".
    unsubscribed: fn(&str) -> String,
    /// A detail of a contact, by the name of its field.
    detail: fn(&str) -> &'static str,
    /// "First name is now ...".
    detail_now: fn(field: &str, now: &str) -> String,
    /// "Last name removed".
    detail_gone: fn(field: &str) -> String,
    /// Where a contact stands.
    state: fn(ContactState) -> &'static str,
    /// "Status is now ...".
    state_now: fn(&str) -> String,
    /// Somebody calls themselves something else.
    renamed: fn(was: &str, now: &str) -> String,
    /// A missing right.
    missing: fn(&str) -> String,
    /// Rights that lie beyond what may be given.
    beyond: fn(&str) -> String,
    /// Every other refusal.
    refused: fn(&Denied) -> &'static str,
}

impl RightsText {
    /// The name of a privilege.
    pub fn privilege(&self, privilege: Privilege) -> &'static str {
        (self.privileges)(privilege).name
    }

    /// What a privilege allows.
    pub fn privilege_help(&self, privilege: Privilege) -> &'static str {
        (self.privileges)(privilege).help
    }

    /// The name of an operation.
    pub fn operation(&self, operation: Operation) -> &'static str {
        (self.operations)(operation).name
    }

    /// What an operation allows.
    pub fn operation_help(&self, operation: Operation) -> &'static str {
        (self.operations)(operation).help
    }

    /// The name of a role.
    pub fn role(&self, role: Role) -> &'static str {
        (self.roles)(role).name
    }

    /// What a role is for, in a sentence.
    pub fn role_help(&self, role: Role) -> &'static str {
        (self.roles)(role).help
    }

    /// The name of an area.
    pub fn area(&self, area: Area) -> &'static str {
        (self.areas)(area)
    }

    /// The name of a template: the provider's own, or that of a built-in one.
    pub fn template(&self, template: &Template) -> String {
        template.name.clone().unwrap_or_else(|| self.template_named(&template.key))
    }

    fn template_named(&self, key: &str) -> String {
        (self.templates)(key).unwrap_or(key).to_owned()
    }

    /// A template with how many ticks differ from it: "Accounting + 2 changes".
    pub fn template_changed(&self, name: &str, changes: usize) -> String {
        if changes == 0 { name.to_owned() } else { (self.changed)(name, changes) }
    }

    /// What somebody may do, in the fewest words.
    pub fn access(&self, access: &AccessSummary) -> String {
        let mut parts: Vec<String> = Vec::new();
        if !access.roles.is_empty() || !access.own_roles.is_empty() {
            let built_in = access.roles.iter().map(|role| self.role(*role));
            parts.push(built_in.chain(access.own_roles.iter().map(String::as_str)).collect::<Vec<_>>().join(", "));
        }
        if let Some(template) = &access.template {
            let name = template.name.clone().unwrap_or_else(|| self.template_named(&template.key));
            parts.push(self.template_changed(&name, template.changes));
        } else if access.privileges > 0 {
            parts.push((self.privilege_count)(access.privileges));
        }
        if access.services > 0 && access.template.is_none() {
            parts.push((self.service_count)(access.services));
        }
        if parts.is_empty() { self.nothing.to_owned() } else { parts.join(" · ") }
    }

    /// An operation with where it holds: "Power Management on web-01".
    pub fn operation_on(&self, operation: Operation, place: &str) -> String {
        (self.on)(self.operation(operation), place)
    }

    /// A service whose name is not known any more.
    pub const fn unknown_service(&self) -> &'static str {
        self.one_service
    }

    /// The name of a right.
    pub fn right(&self, right: Right) -> String {
        self.right_name(right).to_owned()
    }

    fn right_name(&self, right: Right) -> &'static str {
        match right {
            Right::Privilege(privilege) => self.privilege(privilege),
            Right::Operation(operation) => self.operation(operation),
            Right::Role(role) => self.role(role),
            Right::OwnRole(_) => self.own_role,
        }
    }

    /// A right with where it holds: "Power Management on web-01", "Role Technical", "View invoices".
    pub fn right_at(&self, right: Right, place: &Place) -> String {
        let name = match right {
            Right::Role(role) => (self.role_named)(self.role(role)),
            Right::OwnRole(_) | Right::Privilege(_) | Right::Operation(_) => self.right(right),
        };
        match place {
            Place::Account => name,
            Place::OwnRole { name } => (self.role_named)(name),
            Place::AllServices => (self.on)(&name, self.all_services),
            Place::NewServices => (self.on)(&name, self.new_services),
            Place::Service { name: service, .. } => (self.on)(&name, service.as_deref().unwrap_or(self.one_service)),
        }
    }

    /// What a change was, in one line.
    pub fn change(&self, change: &ContactChange) -> String {
        match change {
            ContactChange::Detail { field, now } if now.is_empty() => (self.detail_gone)((self.detail)(field)),
            ContactChange::Detail { field, now } => (self.detail_now)((self.detail)(field), now),
            ContactChange::Renamed { was, now } => (self.renamed)(was, now),
            ContactChange::State { now } => (self.state_now)((self.state)(*now)),
            ContactChange::Given { right, place } => (self.given)(&self.right_at(*right, place)),
            ContactChange::Taken { right, place } => (self.taken)(&self.right_at(*right, place)),
            ContactChange::Subscribed { category } => (self.subscribed)(self.categories.name(*category)),
            ContactChange::Unsubscribed { category } => (self.unsubscribed)(self.categories.name(*category)),
        }
    }

    /// Why something is refused, and what to do about it.
    pub fn denied(&self, why: &Denied) -> String {
        match why {
            Denied::Missing(right) => (self.missing)(self.right_name(*right)),
            Denied::BeyondGrant(rights) => {
                let names: Vec<&str> = rights.iter().map(|right| self.right_name(*right)).collect();
                (self.beyond)(&names.join(", "))
            }
            Denied::StrongerTarget
            | Denied::OwnerProtected
            | Denied::OwnersChoice
            | Denied::OwnersOnly
            | Denied::LegalOwnerOnly
            | Denied::NotYours
            | Denied::CannotOwn
            | Denied::AddressUnproved
            | Denied::NotToOneself
            | Denied::OwnCredentials
            | Denied::NoLogin
            | Denied::LegalOwnerStays
            | Denied::ViewOnly
            | Denied::HeldAlready
            | Denied::AccountSuspended
            | Denied::AccountClosed => (self.refused)(why).to_owned(),
        }
    }
}

/// What the provider calls the people of an account (S2.2, S3.1), as a heading.
pub const fn people(language: Language, word: PeopleWord) -> &'static str {
    match (language, word) {
        (Language::En, PeopleWord::Contacts) => "Contacts",
        (Language::En, PeopleWord::DelegateAccess) => "Delegate access",
        (Language::En, PeopleWord::UserManagement) => "User management",
        (Language::En, PeopleWord::SubAccounts) => "Sub-accounts",
        (Language::De, PeopleWord::Contacts) => "Kontakte",
        (Language::De, PeopleWord::DelegateAccess) => "Zugriff für andere",
        (Language::De, PeopleWord::UserManagement) => "Benutzerverwaltung",
        (Language::De, PeopleWord::SubAccounts) => "Unterkonten",
    }
}

/// The words in `language`.
pub const fn rights(language: Language) -> &'static RightsText {
    match language {
        Language::En => &EN,
        Language::De => &DE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::TemplateUse;
    use crate::rights::Rights;
    use crate::template::{self, built_in};
    use std::collections::BTreeSet;

    #[test]
    fn names_of_the_contract() {
        let operations = [Operation::Power, Operation::Rebuild, Operation::Console];
        let names = operations.map(|operation| EN.operation(operation));
        assert_eq!(names, ["Power Management", "Rebuild", "VNC Console"]);
        assert_eq!(EN.privilege(Privilege::AccountEdit), "Modify main profile details");
        let templates: Vec<_> = built_in().iter().map(|template| EN.template(template)).collect();
        assert_eq!(templates, ["None", "Accounting", "Full Access", "Technical Staff", "Read only", "Domains & DNS"]);
    }

    #[test]
    fn no_two_rights_share_a_name() {
        for text in [EN, DE] {
            let privileges: BTreeSet<_> = Privilege::ALL.iter().map(|p| text.privilege(*p)).collect();
            assert_eq!(privileges.len(), Privilege::ALL.len());
            let operations: BTreeSet<_> = Operation::ALL.iter().map(|o| text.operation(*o)).collect();
            assert_eq!(operations.len(), Operation::ALL.len());
        }
    }

    #[test]
    fn access_in_the_fewest_words() {
        let access = |roles: &[Role], template: Option<(&str, usize)>, privileges, services| {
            let template = template.map(|(key, changes)| TemplateUse { key: key.to_owned(), name: None, changes });
            let (roles, own_roles) = (roles.to_vec(), Vec::new());
            EN.access(&AccessSummary { roles, own_roles, template, privileges, services })
        };
        assert_eq!(access(&[], None, 0, 0), "No access");
        assert_eq!(access(&[Role::Technical, Role::Billing], None, 0, 0), "Technical, Billing");
        assert_eq!(access(&[], Some((template::ACCOUNTING, 2)), 0, 1), "Accounting + 2 changes");
        assert_eq!(access(&[Role::Visitation], None, 7, 1), "Visitation · 7 privileges · 1 service");
        let (roles, own_roles) = (vec![Role::Billing], vec!["Night shift".to_owned()]);
        let own = AccessSummary { roles, own_roles, ..AccessSummary::default() };
        assert_eq!(EN.access(&own), "Billing, Night shift");
    }

    #[test]
    fn a_template_without_ticks_is_no_access() {
        let templates = built_in();
        let full =
            templates.iter().find(|template| template.key == template::FULL_ACCESS).expect("a built-in template");
        let rights = Rights::copied_from(full);
        assert_eq!(EN.access(&AccessSummary::of(&rights, &templates)), "Full Access");
        let bare = Rights { template: rights.template, ..Rights::default() };
        assert_eq!(EN.access(&AccessSummary::of(&bare, &templates)), "No access");
    }

    #[test]
    fn a_change_is_one_line() {
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let place = Place::Service { id, name: Some("web-01".to_owned()) };
        let change = ContactChange::Given { right: Right::Operation(Operation::Power), place };
        assert_eq!(EN.change(&change), "Power Management on web-01 given");
        assert_eq!(DE.change(&change), "Ein- und Ausschalten auf web-01 erteilt");
        let role = ContactChange::Taken { right: Right::Role(Role::Billing), place: Place::Account };
        assert_eq!(EN.change(&role), "Role Billing taken away");
    }
}
