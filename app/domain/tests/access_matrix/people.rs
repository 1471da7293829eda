//! Who is asked and about whom: the people of the demo, and a few more between them.

use crate::fixtures::{self, Fixture};
use domain::access::{Actor, Credentials, Standing, Target, Viewing};
use domain::id::{AccountId, ContactId, DomainId, PersonId, ServiceId};
use domain::operation::{DomainOperation, DomainOperationSet, Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::{Effective, Rights};
use domain::role::{Role, RoleSet};
use domain::status::AccountStatus;
use domain::template;
use uuid::Uuid;

pub const ACCOUNT: AccountId = AccountId::new(Uuid::from_u128(1));
/// Somebody who is not among the people.
pub const NOBODY: ContactId = ContactId::new(Uuid::from_u128(9));
pub const WEB_01: ServiceId = ServiceId::new(Uuid::from_u128(101));
pub const WEB_02: ServiceId = ServiceId::new(Uuid::from_u128(102));

pub const EXAMPLE_COM: DomainId = DomainId::new(Uuid::from_u128(111));
pub const EXAMPLE_NET: DomainId = DomainId::new(Uuid::from_u128(112));

pub struct Person {
    pub name: &'static str,
    pub contact: ContactId,
    pub owner: Option<OwnerKind>,
    pub rights: Rights,
}

impl Person {
    pub fn target(&self, credentials: Credentials) -> Target<'_> {
        Target { contact: self.contact, owner: self.owner, rights: &self.rights, credentials }
    }

    pub fn with_privilege(&self, privilege: Privilege) -> Rights {
        let mut rights = self.rights.clone();
        rights.privileges.insert(privilege);
        rights
    }

    pub fn with_role(&self, role: Role) -> Rights {
        let mut rights = self.rights.clone();
        rights.roles.insert(role);
        rights
    }
}

/// The people of the demo, and a few more between them.
pub fn people() -> Vec<Person> {
    let more = |name, rights| Fixture { name, owner: None, rights };
    let biller = Rights { roles: [Role::Billing].into_iter().collect(), ..Rights::default() };
    let one_server = Rights { services: [(WEB_01, OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
    let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
    let one_zone = Rights { domains: [(EXAMPLE_COM, dns)].into(), ..Rights::default() };
    let templates = template::built_in();
    let full_access = templates.iter().find(|template| template.key == template::FULL_ACCESS);
    let mut list = fixtures::people();
    let after_the_accountant = 1 + list.iter().position(|person| person.name == "accountant").expect("an accountant");
    list.insert(after_the_accountant, more("biller", biller));
    list.extend([
        more("web-01 only", one_server),
        more("example.com only", one_zone),
        more("full access", Rights::copied_from(full_access.expect("a built-in template"))),
        more("nobody", Rights::default()),
    ]);
    list.into_iter()
        .enumerate()
        .map(|(n, Fixture { name, owner, rights })| Person {
            name,
            contact: ContactId::new(Uuid::from_u128(1000 + n as u128)),
            owner,
            rights,
        })
        .collect()
}

pub fn actor(person: &Person, status: AccountStatus, viewing: Viewing) -> Actor {
    let effective = if person.owner.is_some() { Effective::full() } else { person.rights.effective() };
    Actor::new(
        PersonId::new(Uuid::from_u128(7)),
        Standing {
            account: ACCOUNT,
            status,
            contact: person.contact,
            owner: person.owner,
            effective,
            hand_out: RoleSet::all(),
            viewing,
        },
    )
}

/// What somebody is added or left with.
pub fn gifts() -> Vec<(&'static str, Rights)> {
    let role = |role: Role| Rights { roles: [role].into_iter().collect(), ..Rights::default() };
    vec![
        ("nothing", Rights::default()),
        ("role technical", role(Role::Technical)),
        ("billing.pay", Rights { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..Rights::default() }),
        ("svc.power on all", Rights { all_services: OperationSet::of(&[Operation::Power]), ..Rights::default() }),
        (
            "svc.rebuild on web-01",
            Rights { services: [(WEB_01, OperationSet::of(&[Operation::Rebuild]))].into(), ..Rights::default() },
        ),
        (
            "domains.dns on all",
            Rights { all_domains: DomainOperationSet::of(&[DomainOperation::Dns]), ..Rights::default() },
        ),
        (
            "domains.transfer on example.com",
            Rights {
                domains: [(EXAMPLE_COM, DomainOperationSet::of(&[DomainOperation::Transfer]))].into(),
                ..Rights::default()
            },
        ),
        (
            "domains.dns on new",
            Rights { new_domains: DomainOperationSet::of(&[DomainOperation::Dns]), ..Rights::default() },
        ),
        ("svc.power on new", Rights { new_services: OperationSet::of(&[Operation::Power]), ..Rights::default() }),
    ]
}
