//! Everybody who asks, and what they are: written down, not read from the portal.

use crate::fixtures::{self, Fixture};
use domain::id::ServiceId;
use domain::operation::{Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::Rights;
use domain::role::Role;
use domain::status::ContactState;

/// What somebody is on an account.
#[derive(Debug, Clone, Default)]
pub struct Part {
    pub owner: Option<OwnerKind>,
    pub rights: Rights,
}

/// What their cookie is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// They have none.
    None,
    /// It belongs to a session.
    Live,
    /// To a session in which the password must be changed first.
    MustChange,
    /// To one that has ended.
    Over,
}

/// Somebody who asks.
#[derive(Debug, Clone)]
pub struct Person {
    pub name: &'static str,
    /// The part of the address they sign in with before `@demo.example`.
    pub login: &'static str,
    pub cookie: Cookie,
    /// The name of their contact on the demo account.
    pub contact: Option<String>,
    /// What that contact was given.
    pub given: Part,
    /// Whether that contact may act at all.
    pub acts: bool,
    /// What they are on the account Elsewhere.
    pub elsewhere: Option<Part>,
    /// Whether they have begun to view the portal as the weak contact.
    pub views: bool,
    /// For those whom the demo data does not have: the state their contact comes with.
    pub arrives: Option<ContactState>,
}

impl Person {
    fn of_the_demo(name: &'static str, given: Part) -> Self {
        let contact = Some(format!("demo:contact-{name}"));
        Self {
            name,
            login: name,
            cookie: Cookie::Live,
            contact,
            given,
            acts: true,
            elsewhere: None,
            views: false,
            arrives: None,
        }
    }

    fn more(name: &'static str, rights: Rights) -> Self {
        let given = Part { owner: None, rights };
        let contact = Some(format!("matrix:{name}"));
        Self { contact, arrives: Some(ContactState::Active), ..Self::of_the_demo(name, given) }
    }

    /// Somebody whose contact, with the rights of a manager, does not act.
    fn kept_out(name: &'static str, arrives: ContactState) -> Self {
        Self { acts: false, arrives: Some(arrives), ..Self::more(name, role(Role::Manager)) }
    }
}

fn owner(kind: OwnerKind) -> Part {
    Part { owner: Some(kind), rights: Rights::default() }
}

fn role(role: Role) -> Rights {
    Rights { roles: [role].into_iter().collect(), ..Rights::default() }
}

/// Rights that are nothing but these privileges.
pub fn privileges(privileges: &[Privilege]) -> Rights {
    Rights { privileges: PrivilegeSet::of(privileges), ..Rights::default() }
}

fn of_the_demo() -> Vec<Person> {
    let people = fixtures::people().into_iter();
    let mut people: Vec<Person> =
        people.map(|Fixture { name, owner, rights }| Person::of_the_demo(name, Part { owner, rights })).collect();
    people.push(Person {
        contact: None,
        acts: false,
        elsewhere: Some(owner(OwnerKind::Legal)),
        ..Person::of_the_demo("outsider", Part::default())
    });
    people
}

/// All of them; `web_01` is the service on which one of them has one operation.
pub fn everybody(web_01: ServiceId) -> Vec<Person> {
    let single = Rights { services: [(web_01, OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
    let helpdesk = [Privilege::ContactsView, Privilege::ContactsLoginAs, Privilege::ServicesView];
    let mut people = of_the_demo();
    people.extend([
        Person {
            cookie: Cookie::None,
            contact: None,
            acts: false,
            ..Person::of_the_demo("anonymous", Part::default())
        },
        Person { views: true, given: owner(OwnerKind::CoOwner), ..Person::more("viewer", Rights::default()) },
        Person::more("single", single),
        Person {
            elsewhere: Some(Part { owner: None, rights: role(Role::Manager) }),
            ..Person::more("both", role(Role::Manager))
        },
        Person::more("reader", privileges(&[Privilege::ContactsView])),
        Person::more("helpdesk", privileges(&helpdesk)),
        Person { cookie: Cookie::MustChange, ..Person::more("newcomer", role(Role::Manager)) },
        Person::kept_out("pending", ContactState::Pending),
        Person::kept_out("declined", ContactState::Declined),
        Person::kept_out("suspended", ContactState::Active),
        Person::kept_out("expired", ContactState::Active),
        Person { cookie: Cookie::Over, ..Person::kept_out("removed", ContactState::Active) },
        Person {
            elsewhere: Some(Part { owner: None, rights: privileges(&[Privilege::AccountView]) }),
            ..Person::kept_out("leaver", ContactState::Active)
        },
    ]);
    people
}
