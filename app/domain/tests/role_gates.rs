//! What each of the five roles opens and what stays shut, ability by ability (S1.10 to S1.20, S3.6 to S3.10): also where
//! the area behind it is a list only, so far.

use domain::access::{Action, ActorView, ContactAction, DomainTarget, HoldingAction, ServiceTarget, Standing, Viewing};
use domain::id::{AccountId, ContactId, DomainId, ServiceId};
use domain::operation::{DomainOperation, Operation};
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::{Role, RoleSet};
use domain::status::AccountStatus;
use uuid::Uuid;

const SERVICE: ServiceTarget = ServiceTarget { id: ServiceId::new(Uuid::from_u128(3)), expiring: false };
const EXPIRING: ServiceTarget = ServiceTarget { expiring: true, ..SERVICE };

const DOMAIN: DomainTarget = DomainTarget { id: DomainId::new(Uuid::from_u128(4)) };

/// Somebody who holds this role and nothing else.
fn holder(role: Role) -> ActorView {
    let rights = Rights { roles: [role].into_iter().collect(), ..Rights::default() };
    ActorView {
        standing: Standing {
            account: AccountId::new(Uuid::from_u128(1)),
            status: AccountStatus::Active,
            contact: ContactId::new(Uuid::from_u128(2)),
            owner: None,
            effective: rights.effective(),
            hand_out: RoleSet::all(),
            viewing: Viewing::Off,
        },
    }
}

/// An ability: asked as the action that pages and server functions ask for, or, where there is none yet, as the right it
/// will take.
enum Gate {
    Action(Action<'static>),
    Right(Privilege),
}

fn does(action: impl Into<Action<'static>>) -> Gate {
    Gate::Action(action.into())
}

fn on_domain(operation: DomainOperation) -> Gate {
    does(HoldingAction::OperateDomain(DOMAIN, operation))
}

impl Gate {
    fn opens(&self, who: &ActorView) -> bool {
        match self {
            Self::Action(action) => who.check(*action).is_ok(),
            Self::Right(privilege) => who.standing.effective.has(*privilege),
        }
    }
}

#[test]
fn each_role_opens_what_its_description_says_and_nothing_else() {
    use Gate::Right as Takes;
    use Role::{Billing, Manager, Purchasing, Technical, Visitation};
    let none = Box::leak(Box::new(Rights::default()));
    let manager = Box::leak(Box::new(Rights { roles: [Manager].into_iter().collect(), ..Rights::default() }));
    let table: Vec<(&str, Gate, &[Role])> = vec![
        ("S1.10 S3.6 people are added", does(ContactAction::Add(&[], none)), &[Manager]),
        ("S1.7 S3.6 roles are handed out", does(ContactAction::Add(&[], manager)), &[Manager]),
        ("S1.8 S3.6 notifications of others", Takes(Privilege::ContactsNotifications), &[Manager]),
        (
            "S1.12 S1.15 S3.7 lists of services",
            does(HoldingAction::SeeService(SERVICE)),
            &[Manager, Technical, Purchasing, Visitation],
        ),
        ("S1.17 S3.8 services that expire", does(HoldingAction::SeeService(EXPIRING)), &Role::ALL),
        ("S1.13 S3.6 name servers", on_domain(DomainOperation::Nameservers), &[Manager]),
        ("S1.13 S3.6 records of a zone", on_domain(DomainOperation::Dns), &[Manager]),
        ("S1.13 S3.6 WHOIS", on_domain(DomainOperation::Whois), &[Manager]),
        ("S1.13 S3.6 who owns a domain", on_domain(DomainOperation::Ownership), &[Manager]),
        ("nobody's role moves a domain away", on_domain(DomainOperation::Transfer), &[]),
        ("S1.12 S3.6 the list of domains", does(HoldingAction::SeeDomains), &[Manager]),
        ("S1.14 S3.7 the cloud panel", does(HoldingAction::Operate(SERVICE, Operation::Sso)), &[Technical]),
        ("S1.14 S3.7 running services", does(HoldingAction::Operate(SERVICE, Operation::Power)), &[Technical]),
        ("S1.16 S3.7 tickets", Takes(Privilege::TicketsOpen), &[Technical]),
        ("S1.16 S3.7 the list of tickets", does(HoldingAction::SeeTickets), &[Technical]),
        ("S1.18 S3.8 invoices", does(HoldingAction::SeeInvoices), &[Billing]),
        ("S1.18 S3.8 payments", does(HoldingAction::PayInvoice), &[Billing]),
        (
            "S3.8 renewing what expires",
            does(HoldingAction::Operate(EXPIRING, Operation::Renew)),
            &[Billing, Purchasing],
        ),
        ("S1.19 S3.9 orders", does(HoldingAction::PlaceOrder), &[Purchasing]),
        ("S1.19 S3.9 upgrades", does(HoldingAction::Operate(SERVICE, Operation::Upgrade)), &[Purchasing]),
        ("S1.20 S3.10 the data center", does(HoldingAction::SeeDataCenter), &[Visitation]),
        ("S1.20 S3.10 visits", Takes(Privilege::DcVisitRequest), &[Visitation]),
        ("nobody's role views as others", Takes(Privilege::ContactsLoginAs), &[]),
        ("nobody's role cancels", does(HoldingAction::Operate(SERVICE, Operation::Cancel)), &[]),
    ];
    for (ability, gate, opens_for) in table {
        for role in Role::ALL {
            assert_eq!(gate.opens(&holder(role)), opens_for.contains(&role), "{ability}: {role:?}");
        }
    }
}
