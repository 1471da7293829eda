//! What many changes of one row come to, in a line.

use super::Change;
use crate::change::ContactChange;
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::right::{Place, Right};
use crate::template::Template;

/// What the changes of a row come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gist<'a> {
    /// The template that gives just what was given.
    pub template: Option<&'a Template>,
    /// The roles that were given, as changes have them.
    pub roles: Vec<(Right, &'a Place)>,
    /// How many rights were given, roles included.
    pub given: usize,
    /// How many were taken away.
    pub taken: usize,
    /// How many changes were none of rights.
    pub others: usize,
}

impl<'a> Gist<'a> {
    /// The gist of changes, where these templates are known.
    pub fn of(changes: &'a [Change], templates: &'a [Template]) -> Self {
        let mut gist = Self::default();
        let (mut privileges, mut operations, mut elsewhere) = (PrivilegeSet::EMPTY, OperationSet::EMPTY, false);
        let mut on_domains = DomainOperationSet::EMPTY;
        for Change::Contact(change) in changes {
            match change {
                ContactChange::Given { right, place } => {
                    gist.given += 1;
                    match (right, place) {
                        (Right::Role(_) | Right::OwnRole(_), _) => gist.roles.push((*right, place)),
                        (Right::Privilege(privilege), _) => privileges.insert(*privilege),
                        (Right::Operation(operation), Place::AllServices) => operations.insert(*operation),
                        // Rows from before domains had rights of their own say so of the account.
                        (Right::DomainOperation(operation), Place::AllDomains | Place::Account) => {
                            on_domains.insert(*operation);
                        }
                        (Right::Operation(_) | Right::DomainOperation(_), _) => elsewhere = true,
                    }
                }
                ContactChange::Taken { .. } => gist.taken += 1,
                ContactChange::Detail { .. }
                | ContactChange::Renamed { .. }
                | ContactChange::State { .. }
                | ContactChange::Ends { .. }
                | ContactChange::Subscribed { .. }
                | ContactChange::Unsubscribed { .. } => gist.others += 1,
            }
        }
        let ticked = !(elsewhere || privileges.is_empty() && operations.is_empty() && on_domains.is_empty());
        let gives_that = |template: &&Template| {
            template.privileges.closed() == privileges.closed()
                && template.operations.closed() == operations.closed()
                && template.domain_operations == on_domains
        };
        gist.template = templates.iter().find(gives_that).filter(|_| ticked);
        gist
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privilege::Privilege;
    use crate::rights::Rights;
    use crate::role::Role;
    use crate::template;

    fn given(rights: &Rights) -> Vec<Change> {
        let given = |(right, place)| Change::Contact(ContactChange::Given { right, place });
        rights.grants().into_iter().map(given).collect()
    }

    #[test]
    fn just_what_a_template_gives_is_called_by_its_name() {
        let templates = template::built_in();
        let staff = templates.iter().find(|template| template.key == template::TECHNICAL_STAFF).expect("built in");
        let mut rights = Rights::copied_from(staff);
        let changes = given(&rights);
        let gist = Gist::of(&changes, &templates);
        assert_eq!((gist.template, gist.given, gist.taken), (Some(staff), 21, 0));
        rights.privileges.insert(Privilege::BillingPay);
        assert_eq!(Gist::of(&given(&rights), &templates).template, None, "and something more");
        assert_eq!(Gist::of(&[], &templates), Gist::default(), "nothing is no template");
    }

    #[test]
    fn roles_are_named_and_the_rest_is_counted() {
        let rights = Rights { roles: [Role::Billing].into_iter().collect(), ..Rights::default() };
        let mut changes = given(&rights);
        changes.push(Change::Contact(ContactChange::Detail { field: "phone".to_owned(), now: String::new() }));
        let (right, place) = (Right::Privilege(Privilege::DcView), Place::Account);
        changes.push(Change::Contact(ContactChange::Taken { right, place }));
        let gist = Gist::of(&changes, &[]);
        assert_eq!(gist.roles, [(Right::Role(Role::Billing), &Place::Account)]);
        assert_eq!((gist.given, gist.taken, gist.others), (1, 1, 1));
    }
}
