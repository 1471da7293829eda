//! The golden matrix: who may do what to whom, account by account status. `access_matrix.txt` is its answer, reviewed
//! as a diff; run with `UPDATE=1` to write it anew.
//!
//! A row is an action, with its target where it has one; a column is a person. `yes`; `-` and the right that is missing, or
//! that may not be given; `!` and any other reason.

mod fixtures;

use domain::access::{
    AccountAction, Action, Actor, ContactAction, Credentials, Deed, Denied, Edit, HoldingAction, InvitationAction,
    NotPermitted, NotificationAction, OwnershipAction, RequestAction, RightsAction, ServiceTarget, SignInEdit,
    Standing, Target, Viewing, authorize,
};
use domain::asked::Asked;
use domain::category::Category;
use domain::id::{AccountId, ContactId, PersonId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::rights::{Effective, Rights};
use domain::role::{OwnRole, Role, RoleSet};
use domain::status::AccountStatus;
use domain::status::ContactState;
use domain::template;
use fixtures::Fixture;
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

/// The people of the demo, and a few more between them.
fn people() -> Vec<Person> {
    let more = |name, rights| Fixture { name, owner: None, rights };
    let biller = Rights { roles: [Role::Billing].into_iter().collect(), ..Rights::default() };
    let one_server = Rights { services: [(WEB_01, OperationSet::of(&[Operation::Power]))].into(), ..Rights::default() };
    let templates = template::built_in();
    let full_access = templates.iter().find(|template| template.key == template::FULL_ACCESS);
    let mut list = fixtures::people();
    let after_the_accountant = 1 + list.iter().position(|person| person.name == "accountant").expect("an accountant");
    list.insert(after_the_accountant, more("biller", biller));
    list.extend([
        more("web-01 only", one_server),
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

fn say(answer: Result<(), Denied>) -> String {
    let right = |right: &Right| match right {
        Right::Privilege(privilege) => privilege.key().to_owned(),
        Right::Operation(operation) => operation.key().to_owned(),
        Right::Role(role) => format!("role {}", role.key()),
        Right::OwnRole(role) => format!("role {role}"),
    };
    match answer {
        Ok(()) => "yes".to_owned(),
        Err(Denied::Missing(missing)) => format!("-{}", right(&missing)),
        Err(Denied::BeyondGrant(beyond)) => {
            format!("-giving {}", beyond.iter().map(right).collect::<Vec<_>>().join(" "))
        }
        Err(why) => format!("!{why}"),
    }
}

fn ask<'a>(actor: &Actor, action: impl Into<Action<'a>>) -> String {
    say(actor.check(action))
}

fn on_account(actor: &Actor) -> Vec<(&'static str, String)> {
    let nothing = Rights::default();
    let at = |contact, credentials| Target { contact, owner: actor.standing().owner, rights: &nothing, credentials };
    let web_01 = ServiceTarget { id: WEB_01, expiring: false };
    let power_on_web_01 = Asked { right: Right::Operation(Operation::Power), service: Some(WEB_01) };
    let web_02_expiring = ServiceTarget { id: WEB_02, expiring: true };
    let paying = OwnRole { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..OwnRole::default() };
    let renamed = OwnRole { name: "Guests".to_owned(), ..paying.clone() };
    vec![
        ("see dashboard", ask(actor, AccountAction::SeeDashboard)),
        ("see services", ask(actor, HoldingAction::SeeServices)),
        ("see web-01", ask(actor, HoldingAction::SeeService(web_01))),
        ("see expiring web-02", ask(actor, HoldingAction::SeeService(web_02_expiring))),
        ("power web-01", ask(actor, HoldingAction::Operate(web_01, Operation::Power))),
        ("rebuild web-01", ask(actor, HoldingAction::Operate(web_01, Operation::Rebuild))),
        ("renew web-02", ask(actor, HoldingAction::Operate(web_02_expiring, Operation::Renew))),
        ("see domains", ask(actor, HoldingAction::SeeDomains)),
        ("see invoices", ask(actor, HoldingAction::SeeInvoices)),
        ("pay invoice", ask(actor, HoldingAction::PayInvoice)),
        ("see tickets", ask(actor, HoldingAction::SeeTickets)),
        ("see data center", ask(actor, HoldingAction::SeeDataCenter)),
        ("place order", ask(actor, HoldingAction::PlaceOrder)),
        ("see account", ask(actor, AccountAction::SeeDetails)),
        ("see activity", ask(actor, AccountAction::SeeActivity)),
        ("see contacts", ask(actor, ContactAction::List)),
        ("change many contacts", ask(actor, ContactAction::ChangeMany)),
        ("set the roles to hand out", ask(actor, RightsAction::SetHandOut)),
        ("keep templates", ask(actor, RightsAction::KeepTemplates)),
        ("make a role of billing.pay", ask(actor, RightsAction::ChangeRole(&OwnRole::default(), &paying))),
        ("rename a role of billing.pay", ask(actor, RightsAction::ChangeRole(&paying, &renamed))),
        (
            "accept ownership offered to them",
            ask(actor, OwnershipAction::Accept(at(actor.contact(), Credentials::Own), NOBODY)),
        ),
        (
            "accept it at an unproved address",
            ask(actor, OwnershipAction::Accept(at(actor.contact(), Credentials::Unproved), NOBODY)),
        ),
        (
            "accept ownership offered to another",
            ask(actor, OwnershipAction::Accept(at(NOBODY, Credentials::Own), NOBODY)),
        ),
        ("withdraw ownership offered to another", ask(actor, OwnershipAction::Withdraw(NOBODY))),
        ("undo their transfer", ask(actor, OwnershipAction::Undo(at(actor.contact(), Credentials::Own), NOBODY))),
        (
            "undo it at an unproved address",
            ask(actor, OwnershipAction::Undo(at(actor.contact(), Credentials::Unproved), NOBODY)),
        ),
        ("undo another's transfer", ask(actor, OwnershipAction::Undo(at(NOBODY, Credentials::Own), NOBODY))),
        ("stop viewing", ask(actor, ContactAction::StopViewing)),
        (
            "ask for billing.pay",
            ask(actor, RequestAction::Ask(Asked::on_account(Right::Privilege(Privilege::BillingPay)))),
        ),
        ("ask for role technical", ask(actor, RequestAction::Ask(Asked::on_account(Right::Role(Role::Technical))))),
        ("ask for svc.power on web-01", ask(actor, RequestAction::Ask(power_on_web_01))),
        ("pin the account", ask(actor, AccountAction::Pin)),
        ("leave the account", ask(actor, AccountAction::Leave)),
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
    let edit = |rights, sign_in| Edit { rights, sign_in };
    let mut more_billing = person.rights.clone();
    more_billing.roles.insert(Role::Billing);
    let mut more_pay = person.rights.clone();
    more_pay.privileges.insert(Privilege::BillingPay);
    let stripped = Rights::default();
    vec![
        ("see", ask(actor, ContactAction::See(own))),
        ("edit details", ask(actor, ContactAction::Edit(own, edit(&person.rights, SignInEdit::Keep)))),
        ("add role billing", ask(actor, ContactAction::Edit(own, edit(&more_billing, SignInEdit::Keep)))),
        ("add billing.pay", ask(actor, ContactAction::Edit(own, edit(&more_pay, SignInEdit::Keep)))),
        ("take all rights", ask(actor, ContactAction::Edit(own, edit(&stripped, SignInEdit::Keep)))),
        ("set own person's password", ask(actor, ContactAction::Edit(own, edit(&person.rights, SignInEdit::Replace)))),
        (
            "set held person's password",
            ask(actor, ContactAction::Edit(target(Credentials::HeldHere), edit(&person.rights, SignInEdit::Replace))),
        ),
        (
            "activate login",
            ask(actor, ContactAction::Edit(target(Credentials::None), edit(&person.rights, SignInEdit::Activate))),
        ),
        (
            "change the address without login",
            ask(actor, ContactAction::Edit(target(Credentials::None), edit(&person.rights, SignInEdit::Readdress))),
        ),
        ("suspend", ask(actor, ContactAction::Suspend(own))),
        ("reactivate", ask(actor, ContactAction::Reactivate(own))),
        ("delete", ask(actor, ContactAction::Delete(own))),
        ("restore", ask(actor, ContactAction::Restore(own, &person.rights))),
        ("send reset", ask(actor, ContactAction::SendReset(own))),
        ("invite again", ask(actor, InvitationAction::Resend(own))),
        ("appoint owner", ask(actor, OwnershipAction::Appoint(own))),
        ("appoint owner without own login", ask(actor, OwnershipAction::Appoint(target(Credentials::HeldHere)))),
        ("appoint owner at an unproved address", ask(actor, OwnershipAction::Appoint(target(Credentials::Unproved)))),
        ("dismiss owner", ask(actor, OwnershipAction::Dismiss(own))),
        ("offer ownership", ask(actor, OwnershipAction::Offer(own))),
        ("offer ownership to an unproved address", ask(actor, OwnershipAction::Offer(target(Credentials::Unproved)))),
        ("view as", ask(actor, ContactAction::ViewAs(own))),
        ("choose notifications: none", ask(actor, NotificationAction::Choose(own, &BTreeSet::new()))),
        ("choose notifications: billing", ask(actor, NotificationAction::Choose(own, &[Category::Billing].into()))),
        ("choose notifications: service", ask(actor, NotificationAction::Choose(own, &[Category::Service].into()))),
        ("see request for billing.pay", ask(actor, RequestAction::See(own, &more_pay))),
        ("decide request for billing.pay", ask(actor, RequestAction::Decide(own, &more_pay))),
        ("decide request for role billing", ask(actor, RequestAction::Decide(own, &more_billing))),
        ("see why sign-in fails", ask(actor, ContactAction::SeeSignIn(own))),
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
    column.extend(
        gifts()
            .into_iter()
            .map(|(gift, rights)| (format!("add contact with {gift}"), ask(actor, ContactAction::Add(&[], &rights)))),
    );
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
        ContactAction::See(target).into(),
        ContactAction::Edit(target, edit).into(),
        ContactAction::Suspend(target).into(),
        ContactAction::Reactivate(target).into(),
        ContactAction::Delete(target).into(),
        ContactAction::Restore(target, target.rights).into(),
        ContactAction::SendReset(target).into(),
        InvitationAction::Resend(target).into(),
        OwnershipAction::Appoint(target).into(),
        OwnershipAction::Dismiss(target).into(),
        OwnershipAction::Offer(target).into(),
        ContactAction::ViewAs(target).into(),
        NotificationAction::Choose(target, &NOTHING_NEW).into(),
        RequestAction::Decide(target, target.rights).into(),
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
                        if let Err(why) = actor.check(*first) {
                            let answer = actor.check(then).err();
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
    let permit = authorize(&actor, ContactAction::Suspend(target)).expect("the owner may");
    let suspend = Deed::SetState(ContactState::Suspended);
    assert_eq!(permit.authority().covers(suspend, technician.contact), Ok(()));
    assert_eq!(permit.authority().covers(suspend, buyer.contact), Err(NotPermitted));
    assert_eq!((permit.account(), permit.authority().account()), (ACCOUNT, ACCOUNT));
}

#[test]
fn a_permit_of_one_deed_covers_no_other() {
    let people = people();
    let technician = &people[3];
    let target =
        Target { contact: technician.contact, owner: None, rights: &technician.rights, credentials: Credentials::Own };
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, ContactAction::Suspend(target)).expect("the owner may");
    for deed in [
        Deed::AddContact,
        Deed::EditContact,
        Deed::SetState(ContactState::Deleted),
        Deed::SetState(ContactState::Active),
        Deed::SetOwner(Some(OwnerKind::CoOwner)),
        Deed::SetSignIn,
        Deed::ChooseNotifications,
    ] {
        assert_eq!(permit.authority().covers(deed, technician.contact), Err(NotPermitted), "{deed:?}");
    }
}

#[test]
fn a_permit_for_the_account_covers_no_contact() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, RightsAction::KeepTemplates).expect("the owner may");
    assert_eq!(permit.authority().allows(Deed::KeepTemplates), Ok(()));
    assert_eq!(permit.authority().allows(Deed::SetHandOut), Err(NotPermitted));
    for person in &people {
        assert_eq!(permit.authority().covers(Deed::KeepTemplates, person.contact), Err(NotPermitted));
        assert_eq!(permit.authority().covers(Deed::EditContact, person.contact), Err(NotPermitted));
    }
}

#[test]
fn nothing_is_written_with_a_permit_to_look() {
    let people = people();
    let (owner, technician) = (&people[0], &people[3]);
    let target =
        Target { contact: technician.contact, owner: None, rights: &technician.rights, credentials: Credentials::Own };
    let actor = actor(owner, AccountStatus::Active, Viewing::Off);
    let looks: [Action<'_>; 4] = [
        AccountAction::SeeDashboard.into(),
        ContactAction::List.into(),
        ContactAction::See(target).into(),
        RequestAction::See(target, &technician.rights).into(),
    ];
    for look in looks {
        let permit = authorize(&actor, look).expect("the owner may");
        assert_eq!(permit.to_write(), Err(NotPermitted), "{look:?}");
        assert_eq!(permit.authority().covers(Deed::EditContact, technician.contact), Err(NotPermitted), "{look:?}");
    }
}

#[test]
fn what_the_provider_writes_no_permit_covers() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let nothing = Rights::default();
    let actions: [Action<'_>; 4] = [
        RightsAction::SetHandOut.into(),
        RightsAction::KeepTemplates.into(),
        ContactAction::Add(&[NOBODY], &nothing).into(),
        AccountAction::Pin.into(),
    ];
    for action in actions {
        let permit = authorize(&actor, action).expect("the owner may");
        assert_eq!(permit.authority().allows(Deed::Provision), Err(NotPermitted), "{action:?}");
        assert_eq!(permit.authority().covers(Deed::Provision, NOBODY), Err(NotPermitted), "{action:?}");
    }
}

#[test]
fn an_addition_covers_the_contacts_that_it_names_alone() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, ContactAction::Add(&[NOBODY], &Rights::default())).expect("the owner may");
    assert_eq!(permit.authority().covers(Deed::AddContact, NOBODY), Ok(()));
    assert_eq!(permit.authority().covers(Deed::EditContact, NOBODY), Err(NotPermitted));
    assert_eq!(permit.authority().covers(Deed::AddContact, people[3].contact), Err(NotPermitted));
}

/// A role that is changed or deleted leaves those who have it as an edit of each would: of an owner it takes nothing.
#[test]
fn whoever_changes_a_role_could_edit_each_of_its_holders() {
    let people = people();
    for person in &people {
        let actor = actor(person, AccountStatus::Active, Viewing::Off);
        for holder in &people {
            let Person { contact, owner, rights, .. } = holder;
            let target = Target { contact: *contact, owner: *owner, rights, credentials: Credentials::Own };
            for (_, after) in gifts() {
                let edit = Edit { rights: &after, sign_in: SignInEdit::Keep };
                let expected = match owner {
                    Some(_) => actor.check(RightsAction::KeepTemplates),
                    None => actor.check(ContactAction::Edit(target, edit)),
                };
                let answer = actor.check(RightsAction::ChangeHolder(target, &after));
                assert_eq!(answer, expected, "{} @ {}", person.name, holder.name);
            }
        }
    }
}
