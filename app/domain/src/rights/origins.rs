//! Where rights come from: what they come to, right by right, each with every grant that gives it.

use crate::operation::{DomainOperationSet, OperationSet};
use crate::right::{Place, Right};
use crate::rights::{Effective, Rights};
use crate::role::Role;
use crate::template::Template;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a right comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A built-in role.
    Role(Role),
    /// A role that the account made.
    OwnRole {
        /// What it is called.
        name: String,
    },
    /// The template that the rights began with, which has it too.
    Template,
    /// Somebody ticked it.
    Hand,
}

/// What gives a right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Where it comes from.
    pub source: Source,
    /// The right that it comes with, where it was not given by itself.
    pub with: Option<Right>,
    /// When that ends by itself.
    pub until: Option<Timestamp>,
}

/// A right that is held, and what gives it. Any of it is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which right: a privilege or an operation.
    pub right: Right,
    /// On what.
    pub place: Place,
    /// What gives it; there is at least one.
    pub origins: Vec<Origin>,
}

/// A grant with what it comes to by itself.
struct Alone {
    right: Right,
    held: Effective,
    new: OperationSet,
    new_domains: DomainOperationSet,
    source: Source,
    until: Option<Timestamp>,
}

impl Alone {
    fn of(rights: &Rights, right: Right, place: &Place, template: Option<&Template>) -> Self {
        let only = rights.only(|other, at| other == right && at == place);
        Self {
            right,
            held: only.effective(),
            new: only.new_services.closed(),
            new_domains: only.new_domains,
            source: source(rights, right, place, template),
            until: rights.end_of(right, place),
        }
    }

    fn gives(&self, right: Right) -> Origin {
        let is_role = matches!(self.right, Right::Role(_) | Right::OwnRole(_));
        let with = (self.right != right && !is_role).then_some(self.right);
        Origin { source: self.source.clone(), with, until: self.until }
    }
}

fn source(rights: &Rights, right: Right, place: &Place, template: Option<&Template>) -> Source {
    let has = |is_in: &dyn Fn(&Template) -> bool| {
        if template.is_some_and(is_in) { Source::Template } else { Source::Hand }
    };
    match (right, place) {
        (Right::Role(role), _) => Source::Role(role),
        (Right::OwnRole(role), _) => {
            Source::OwnRole { name: rights.own_roles.get(&role).map(|own| own.name.clone()).unwrap_or_default() }
        }
        (Right::Privilege(privilege), _) => has(&|template| template.privileges.closed().contains(privilege)),
        (Right::Operation(operation), Place::AllServices) => {
            has(&|template| template.operations.closed().contains(operation))
        }
        (Right::DomainOperation(operation), Place::AllDomains) => {
            has(&|template| template.domain_operations.contains(operation))
        }
        (Right::Operation(_) | Right::DomainOperation(_), _) => Source::Hand,
    }
}

impl Rights {
    /// What the rights come to, with what gives each: privileges, then operations on all services, on new ones, on single
    /// ones, then the same on domains. `template` is the one they began with, where it is known.
    pub fn origins(&self, template: Option<&Template>) -> Vec<Held> {
        let grants = self.grants();
        let alone: Vec<Alone> = grants.iter().map(|(right, place)| Alone::of(self, *right, place, template)).collect();
        let held = |right: Right, place: Place, gives: &dyn Fn(&Alone) -> bool| Held {
            right,
            place,
            origins: alone.iter().filter(|grant| gives(grant)).map(|grant| grant.gives(right)).collect(),
        };
        let all = self.effective();
        let mut list = Vec::new();
        for privilege in all.privileges().iter() {
            let gives = |grant: &Alone| grant.held.has(privilege);
            list.push(held(Right::Privilege(privilege), Place::Account, &gives));
        }
        for operation in all.all_services().iter() {
            let gives = |grant: &Alone| grant.held.all_services().contains(operation);
            list.push(held(Right::Operation(operation), Place::AllServices, &gives));
        }
        for operation in self.new_services.closed().iter() {
            let gives = |grant: &Alone| grant.new.contains(operation);
            list.push(held(Right::Operation(operation), Place::NewServices, &gives));
        }
        for (service, operations) in all.services() {
            for operation in operations.iter() {
                let on_it = |grant: &Alone| {
                    grant.held.services().iter().any(|(id, each)| id == service && each.contains(operation))
                };
                let place = Place::Service { id: *service, name: None };
                list.push(held(Right::Operation(operation), place, &on_it));
            }
        }
        for operation in all.all_domains().iter() {
            let gives = |grant: &Alone| grant.held.all_domains().contains(operation);
            list.push(held(Right::DomainOperation(operation), Place::AllDomains, &gives));
        }
        for operation in self.new_domains.iter() {
            let gives = |grant: &Alone| grant.new_domains.contains(operation);
            list.push(held(Right::DomainOperation(operation), Place::NewDomains, &gives));
        }
        for (domain, operations) in all.domains() {
            for operation in operations.iter() {
                let on_it = |grant: &Alone| {
                    grant.held.domains().iter().any(|(id, each)| id == domain && each.contains(operation))
                };
                let place = Place::Domain { id: *domain, name: None };
                list.push(held(Right::DomainOperation(operation), place, &on_it));
            }
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::DomainOperation;
    use crate::privilege::{Privilege, PrivilegeSet};
    use crate::rights::Until;
    use crate::template;

    fn of(list: &[Held], right: Right) -> Vec<Origin> {
        list.iter().find(|held| held.right == right).map(|held| held.origins.clone()).unwrap_or_default()
    }

    #[test]
    fn each_right_says_where_it_comes_from_and_until_when() {
        let templates = template::built_in();
        let accounting = templates.iter().find(|template| template.key == template::ACCOUNTING).expect("built in");
        let pay = Right::Privilege(Privilege::BillingPay);
        let mut rights = Rights::copied_from(accounting);
        rights.all_domains.insert(DomainOperation::Dns);
        rights.roles.insert(Role::Billing);
        let until = Some(Timestamp(1_000));
        rights.until = vec![Until { right: Right::Role(Role::Billing), place: Place::Account, at: Timestamp(1_000) }];
        let list = rights.origins(Some(accounting));
        let role = Origin { source: Source::Role(Role::Billing), with: None, until };
        let copied = Origin { source: Source::Template, with: None, until: None };
        assert_eq!(of(&list, pay), [role, copied]);
        let by_hand = |with| Origin { source: Source::Hand, with, until: None };
        let dns = Right::DomainOperation(DomainOperation::Dns);
        assert_eq!(of(&list, dns), [by_hand(None)]);
        assert_eq!(of(&list, Right::Privilege(Privilege::DomainsView)), [by_hand(Some(dns))]);
    }

    #[test]
    fn a_template_that_has_it_no_longer_gave_nothing() {
        let rights = Rights { privileges: PrivilegeSet::of(&[Privilege::DcView]), ..Rights::default() };
        let of_hand = [Origin { source: Source::Hand, with: None, until: None }];
        assert_eq!(of(&rights.origins(None), Right::Privilege(Privilege::DcView)), of_hand);
        let none = &template::built_in()[0];
        assert_eq!(of(&rights.origins(Some(none)), Right::Privilege(Privilege::DcView)), of_hand);
    }
}
