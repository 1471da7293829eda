//! The golden matrix: who may do what to whom, account by account status. `access_matrix.txt` is its answer, reviewed
//! as a diff; run with `UPDATE=1` to write it anew.
//!
//! A row is an action, with its target where it has one; a column is a person. `yes`; `-` and the right that is missing, or
//! that may not be given; `!` and any other reason.

use domain::access::{
    Action, Actor, Credentials, Denied, Edit, Right, ServiceTarget, SignInEdit, Standing, Target, Viewing, authorize,
};
use domain::account::{AccountStatus, OwnerKind};
use domain::asking::Asked;
use domain::id::{AccountId, ContactId, PersonId, ServiceId};
use domain::notification::Category;
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::{Effective, Rights};
use domain::role::{OwnRole, Role, RoleSet};
use domain::template;
use std::collections::BTreeSet;
use std::fmt::Write;
use uuid::Uuid;

const ACCOUNT: AccountId = AccountId::new(Uuid::from_u128(1));
/// Somebody who is not among the people.
const NOBODY: ContactId = ContactId::new(Uuid::from_u128(9));
const WEB_01: ServiceId = ServiceId::new(Uuid::from_u128(101));
const WEB_02: ServiceId = ServiceId::new(Uuid::from_u128(102));

struct Person {
    name: &'static str,
    contact: ContactId,
    owner: Option<OwnerKind>,
    rights: Rights,
}

fn people() -> Vec<Person> {
    let role = |role: Role| Rights { roles: [role].into_iter().collect(), ..Rights::default() };
    let copied = |key: &str| {
        let templates = template::built_in();
        Rights::copied_from(templates.iter().find(|template| template.key == key).expect("a built-in template"))
    };
    let readonly = Rights {
        privileges: PrivilegeSet::of(&[
            Privilege::AccountView,
            Privilege::ServicesView,
            Privilege::DomainsView,
            Privilege::BillingView,
            Privilege::TicketsViewAll,
        ]),
        ..Rights::default()
    };
    let one_server = Rights { services: [(WEB_01, OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
    let list = [
        ("owner", Some(OwnerKind::Legal), Rights::default()),
        ("coowner", Some(OwnerKind::CoOwner), Rights::default()),
        ("manager", None, role(Role::Manager)),
        ("technician", None, role(Role::Technical)),
        ("accountant", None, copied(template::ACCOUNTING)),
        ("biller", None, role(Role::Billing)),
        ("buyer", None, role(Role::Purchasing)),
        ("visitor", None, role(Role::Visitation)),
        ("readonly", None, readonly),
        ("web-01 only", None, one_server),
        ("full access", None, copied(template::FULL_ACCESS)),
        ("nobody", None, Rights::default()),
    ];
    list.into_iter()
        .enumerate()
        .map(|(n, (name, owner, rights))| Person {
            name,
            contact: ContactId::new(Uuid::from_u128(1000 + n as u128)),
            owner,
            rights,
        })
        .collect()
}

fn actor(person: &Person, status: AccountStatus, viewing: Viewing) -> Actor {
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

fn say(answer: Result<domain::access::Permit, Denied>) -> String {
    let right = |right: &Right| match right {
        Right::Privilege(privilege) => privilege.key().to_owned(),
        Right::Operation(operation) => operation.key().to_owned(),
        Right::Role(role) => format!("role {}", role.key()),
        Right::OwnRole(role) => format!("role {role}"),
    };
    match answer {
        Ok(_) => "yes".to_owned(),
        Err(Denied::Missing(missing)) => format!("-{}", right(&missing)),
        Err(Denied::BeyondGrant(beyond)) => {
            format!("-giving {}", beyond.iter().map(right).collect::<Vec<_>>().join(" "))
        }
        Err(why) => format!("!{why}"),
    }
}

fn on_account(actor: &Actor) -> Vec<(&'static str, String)> {
    let ask = |action: Action<'_>| say(authorize(actor, &action));
    let nothing = Rights::default();
    let at = |contact, credentials| Target { contact, owner: actor.standing().owner, rights: &nothing, credentials };
    let web_01 = ServiceTarget { id: WEB_01, expiring: false };
    let power_on_web_01 = Asked { right: Right::Operation(Operation::Power), service: Some(WEB_01) };
    let web_02_expiring = ServiceTarget { id: WEB_02, expiring: true };
    let paying = OwnRole { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..OwnRole::default() };
    let renamed = OwnRole { name: "Guests".to_owned(), ..paying.clone() };
    vec![
        ("see dashboard", ask(Action::SeeDashboard)),
        ("see services", ask(Action::SeeServices)),
        ("see web-01", ask(Action::SeeService(web_01))),
        ("see expiring web-02", ask(Action::SeeService(web_02_expiring))),
        ("power web-01", ask(Action::Operate(web_01, Operation::Power))),
        ("rebuild web-01", ask(Action::Operate(web_01, Operation::Rebuild))),
        ("renew web-02", ask(Action::Operate(web_02_expiring, Operation::Renew))),
        ("see domains", ask(Action::SeeDomains)),
        ("see invoices", ask(Action::SeeInvoices)),
        ("pay invoice", ask(Action::PayInvoice)),
        ("see tickets", ask(Action::SeeTickets)),
        ("see data center", ask(Action::SeeDataCenter)),
        ("place order", ask(Action::PlaceOrder)),
        ("see account", ask(Action::SeeAccount)),
        ("see activity", ask(Action::SeeActivity)),
        ("see contacts", ask(Action::SeeContacts)),
        ("change many contacts", ask(Action::ChangeContacts)),
        ("set the roles to hand out", ask(Action::SetHandOut)),
        ("keep templates", ask(Action::KeepTemplates)),
        ("make a role of billing.pay", ask(Action::ChangeRole(&OwnRole::default(), &paying))),
        ("rename a role of billing.pay", ask(Action::ChangeRole(&paying, &renamed))),
        ("accept ownership offered to them", ask(Action::AcceptOwnership(at(actor.contact(), Credentials::Own)))),
        ("accept it at an unproved address", ask(Action::AcceptOwnership(at(actor.contact(), Credentials::Unproved)))),
        ("accept ownership offered to another", ask(Action::AcceptOwnership(at(NOBODY, Credentials::Own)))),
        ("withdraw ownership offered to another", ask(Action::WithdrawOwnership(NOBODY))),
        ("undo their transfer", ask(Action::UndoTransfer(at(actor.contact(), Credentials::Own)))),
        ("undo it at an unproved address", ask(Action::UndoTransfer(at(actor.contact(), Credentials::Unproved)))),
        ("undo another's transfer", ask(Action::UndoTransfer(at(NOBODY, Credentials::Own)))),
        ("stop viewing", ask(Action::StopViewing)),
        ("ask for billing.pay", ask(Action::AskFor(Asked::on_account(Right::Privilege(Privilege::BillingPay))))),
        ("ask for role technical", ask(Action::AskFor(Asked::on_account(Right::Role(Role::Technical))))),
        ("ask for svc.power on web-01", ask(Action::AskFor(power_on_web_01))),
        ("pin the account", ask(Action::PinAccount)),
        ("leave the account", ask(Action::LeaveAccount)),
    ]
}

fn gifts() -> Vec<(&'static str, Rights)> {
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
        ("svc.power on new", Rights { new_services: OperationSet::of(&[Operation::Power]), ..Rights::default() }),
    ]
}

fn on_contact(actor: &Actor, person: &Person) -> Vec<(&'static str, String)> {
    let target =
        |credentials| Target { contact: person.contact, owner: person.owner, rights: &person.rights, credentials };
    let own = target(Credentials::Own);
    let ask = |action: Action<'_>| say(authorize(actor, &action));
    let edit = |rights, sign_in| Edit { rights, sign_in };
    let mut more_billing = person.rights.clone();
    more_billing.roles.insert(Role::Billing);
    let mut more_pay = person.rights.clone();
    more_pay.privileges.insert(Privilege::BillingPay);
    let stripped = Rights::default();
    vec![
        ("see", ask(Action::SeeContact(own))),
        ("edit details", ask(Action::EditContact(own, edit(&person.rights, SignInEdit::Keep)))),
        ("add role billing", ask(Action::EditContact(own, edit(&more_billing, SignInEdit::Keep)))),
        ("add billing.pay", ask(Action::EditContact(own, edit(&more_pay, SignInEdit::Keep)))),
        ("take all rights", ask(Action::EditContact(own, edit(&stripped, SignInEdit::Keep)))),
        ("set own person's password", ask(Action::EditContact(own, edit(&person.rights, SignInEdit::Replace)))),
        (
            "set held person's password",
            ask(Action::EditContact(target(Credentials::HeldHere), edit(&person.rights, SignInEdit::Replace))),
        ),
        (
            "activate login",
            ask(Action::EditContact(target(Credentials::None), edit(&person.rights, SignInEdit::Activate))),
        ),
        (
            "change the address without login",
            ask(Action::EditContact(target(Credentials::None), edit(&person.rights, SignInEdit::Readdress))),
        ),
        ("suspend", ask(Action::SuspendContact(own))),
        ("reactivate", ask(Action::ReactivateContact(own))),
        ("delete", ask(Action::DeleteContact(own))),
        ("restore", ask(Action::RestoreContact(own, &person.rights))),
        ("send reset", ask(Action::SendReset(own))),
        ("invite again", ask(Action::InviteAgain(own))),
        ("appoint owner", ask(Action::AppointOwner(own))),
        ("appoint owner without own login", ask(Action::AppointOwner(target(Credentials::HeldHere)))),
        ("appoint owner at an unproved address", ask(Action::AppointOwner(target(Credentials::Unproved)))),
        ("dismiss owner", ask(Action::DismissOwner(own))),
        ("offer ownership", ask(Action::OfferOwnership(own))),
        ("offer ownership to an unproved address", ask(Action::OfferOwnership(target(Credentials::Unproved)))),
        ("view as", ask(Action::ViewAs(own))),
        ("choose notifications: none", ask(Action::ChooseNotifications(own, &BTreeSet::new()))),
        ("choose notifications: billing", ask(Action::ChooseNotifications(own, &[Category::Billing].into()))),
        ("choose notifications: service", ask(Action::ChooseNotifications(own, &[Category::Service].into()))),
        ("see request for billing.pay", ask(Action::SeeRequest(own, &more_pay))),
        ("decide request for billing.pay", ask(Action::DecideRequest(own, &more_pay))),
        ("decide request for role billing", ask(Action::DecideRequest(own, &more_billing))),
        ("see why sign-in fails", ask(Action::SeeSignIn(own))),
    ]
}

/// The answers to one person, by action.
type Column = Vec<(String, String)>;

/// A table with a column for each of these people.
fn table(text: &mut String, title: &str, people: &[Person], column: impl Fn(&Person) -> Column) {
    let columns: Vec<Column> = people.iter().map(column).collect();
    let mut line = |action: &str, cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(|cell| format!("{cell:<24}")).collect();
        let _ = writeln!(text, "{action:<56}{}", cells.join(" ").trim_end());
    };
    line(&format!("== {title}"), &mut people.iter().map(|person| person.name));
    for (row, (action, _)) in columns[0].iter().enumerate() {
        line(action, &mut columns.iter().map(|column| column[row].1.as_str()));
    }
}

fn asked_on(actor: &Actor) -> Column {
    let mut column: Column =
        on_account(actor).into_iter().map(|(action, answer)| (action.to_owned(), answer)).collect();
    column.extend(gifts().into_iter().map(|(gift, rights)| {
        (format!("add contact with {gift}"), say(authorize(actor, &Action::AddContact(&rights))))
    }));
    column
}

fn asked_of(actor: &Actor, target: &Person) -> Column {
    let answers = on_contact(actor, target).into_iter();
    answers.map(|(action, answer)| (format!("{action} @ {}", target.name), answer)).collect()
}

fn matrix() -> String {
    let people = people();
    let mut text = String::new();
    for status in AccountStatus::ALL {
        table(&mut text, &format!("on a {} account", status.key()), &people, |person| {
            let actor = actor(person, status, Viewing::Off);
            let mut column = asked_on(&actor);
            if status == AccountStatus::Active {
                column.extend(people.iter().flat_map(|target| asked_of(&actor, target)));
            }
            column
        });
    }
    table(&mut text, "somebody viewing as", &people, |person| {
        let actor = actor(person, AccountStatus::Active, Viewing::AsContact);
        let mut column: Column =
            on_account(&actor).into_iter().map(|(action, answer)| (action.to_owned(), answer)).collect();
        column.extend(asked_of(&actor, &people[3]));
        column
    });
    text
}

#[test]
fn the_matrix_is_as_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/access_matrix.txt");
    let now = matrix();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &now).expect("the matrix is written");
    }
    let reviewed = std::fs::read_to_string(path).expect("the matrix is there");
    for (line, (now, reviewed)) in now.lines().zip(reviewed.lines()).enumerate() {
        assert_eq!(now, reviewed, "line {} of access_matrix.txt", line + 1);
    }
    assert_eq!(now.lines().count(), reviewed.lines().count());
}

#[test]
fn nobody_but_owners_reaches_an_owner() {
    let people = people();
    for person in people.iter().filter(|person| person.owner.is_none()) {
        let actor = actor(person, AccountStatus::Active, Viewing::Off);
        for owner in people.iter().filter(|target| target.owner.is_some()) {
            for (action, answer) in on_contact(&actor, owner) {
                let looks = ["see", "see why sign-in fails"].contains(&action);
                assert!(looks || answer != "yes", "{} could {action} the {}", person.name, owner.name);
            }
        }
    }
}

/// What is asked about a contact before it is read.
fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    let edit = Edit { rights: target.rights, sign_in: SignInEdit::Keep };
    vec![
        Action::SeeContact(target),
        Action::EditContact(target, edit),
        Action::SuspendContact(target),
        Action::ReactivateContact(target),
        Action::DeleteContact(target),
        Action::RestoreContact(target, target.rights),
        Action::SendReset(target),
        Action::InviteAgain(target),
        Action::AppointOwner(target),
        Action::DismissOwner(target),
        Action::OfferOwnership(target),
        Action::ViewAs(target),
        Action::ChooseNotifications(target, &NOTHING_NEW),
        Action::DecideRequest(target, target.rights),
    ]
}

/// A choice of no more than there is.
static NOTHING_NEW: BTreeSet<Category> = BTreeSet::new();

#[test]
fn what_is_refused_before_a_contact_is_read_is_refused_afterwards_in_the_same_words() {
    for status in AccountStatus::ALL {
        for person in people() {
            let actor = actor(&person, status, Viewing::Off);
            for found in people().into_iter().filter(|found| found.contact != person.contact) {
                for credentials in [Credentials::None, Credentials::HeldHere, Credentials::Own] {
                    let Person { contact, owner, rights, .. } = &found;
                    let target = Target { contact: *contact, owner: *owner, rights, credentials };
                    for (first, then) in asked_first(Target::unread(*contact)).iter().zip(asked_first(target)) {
                        if let Err(why) = authorize(&actor, first) {
                            let answer = authorize(&actor, &then).err();
                            assert_eq!(answer, Some(why), "{} @ {}: {first:?}", person.name, found.name);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn viewing_as_a_contact_changes_nothing() {
    for person in people() {
        let actor = actor(&person, AccountStatus::Active, Viewing::AsContact);
        for target in people() {
            for (action, answer) in on_contact(&actor, &target) {
                assert!(action.starts_with("see") || answer != "yes", "viewing as {} could {action}", person.name);
            }
        }
    }
}

#[test]
fn a_permit_covers_the_contact_it_is_for_and_no_other() {
    let people = people();
    let (owner, technician, buyer) = (&people[0], &people[3], &people[6]);
    let target =
        Target { contact: technician.contact, owner: None, rights: &technician.rights, credentials: Credentials::Own };
    let actor = actor(owner, AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, &Action::SuspendContact(target)).expect("the owner may");
    assert!(permit.covers(ACCOUNT, technician.contact));
    assert!(!permit.covers(ACCOUNT, buyer.contact));
    assert!(!permit.covers(AccountId::new(Uuid::from_u128(2)), technician.contact));
}
