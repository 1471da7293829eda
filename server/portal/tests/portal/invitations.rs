//! Invitations: who is offered what, who may accept it, and what must never come of it.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{
    OWNER, account, add_service, at, colleague, form, later, mv, on, submission, with_login,
};
use crate::support::invitations::{
    GUEST, accept, answer, contact_of, decline, enters, everybody_accepts_first, invitations, invite, join, read,
    reviewed, send, step, token_for, token_problem,
};
use crate::support::{PASSWORD, START, World, for_each_database, for_each_database_with, secret, visitor};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{Move, Notifications, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::invitation::{InvitationAnswer, InvitationMove, InvitePeople, Invited, MakeInvitationLink};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::problem::InvitationProblem;
use domain::problem::Problem;
use domain::right::Right;
use domain::role::Role;
use domain::status::ContactStatus;

#[test]
fn an_unregistered_address_is_invited_accepts_and_signs_in() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let form = InvitePeople {
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            note: "Met at the fair".to_owned(),
            ..invite(GUEST, &[Role::Billing])
        };
        let sent = send(&world, &owner, acting, reviewed(form)).await;
        assert_eq!(sent, Ok(Invited { at_once: 0, waiting: 1 }));
        let waits = contact_of(&world, &owner, acting, GUEST).await;
        assert_eq!((waits.row.status, waits.row.name.as_str()), (ContactStatus::RequestPending, GUEST));
        assert_eq!(waits.row.notifications, Notifications::NotSet);

        let token = token_for(&world, GUEST).await;
        let page = invitations(&world).open(&visitor(START), token.clone()).await.expect("the link works");
        assert_eq!(
            (page.account.as_str(), page.by.name(), page.email.as_str()),
            ("Example Ltd", "Olivia Owner", GUEST)
        );
        assert_eq!(page.services.iter().map(|service| service.name.as_deref()).collect::<Vec<_>>(), [Some("web-01")]);
        assert!(matches!(page.answer, InvitationAnswer::Join { .. }));
        assert!(world.outbox().await.iter().all(|mail| !mail.text.contains("fair")), "the note is in no mail");

        let (joined, guest) = join(&world, &token, START).await.expect("it is accepted");
        assert_eq!(joined, acting.account);
        let active = contact_of(&world, &owner, acting, GUEST).await;
        assert_eq!((active.row.status, active.row.name.as_str()), (ContactStatus::Active, "Gwen Guest"));
        let view = world.portal().ports.accounts.open(&guest, acting).await.expect("the guest enters");
        let held = &view.actor.standing.effective;
        assert!(held.has(Privilege::BillingView) && !held.has(Privilege::ContactsView));
        assert!(held.operations_on(web_01).contains(Operation::Power));
        world.sign_in(GUEST, PASSWORD, START).await.expect("the guest has a login");
        let told = world.outbox().await.into_iter().any(|mail| mail.to == OWNER && mail.text.contains("accepted"));
        assert!(told, "whoever invited is told");
    });
}

#[test]
fn a_registered_and_proved_address_has_access_at_once_and_refuses_with_one_click() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(GUEST).await;
        let guest = world.signed_in(GUEST, START).await;
        assert!(!enters(&world, &guest, acting).await);
        let sent = send(&world, &owner, acting, invite(GUEST, &[Role::Technical])).await;
        assert_eq!(sent, Ok(Invited { at_once: 1, waiting: 0 }));
        assert!(enters(&world, &guest, acting).await, "without signing in anew");
        let page = contact_of(&world, &owner, acting, GUEST).await;
        assert_eq!((page.row.status, page.row.name.as_str()), (ContactStatus::Active, "Olivia Owner"));

        let token = token_for(&world, GUEST).await;
        for caller in [&visitor(START), &guest, &owner] {
            assert_eq!(answer(&world, caller, &token).await, Ok(InvitationAnswer::Refuse));
        }
        decline(&world, &token, "", START).await.expect("one click is enough");
        assert!(!enters(&world, &guest, acting).await);
        assert_eq!(contact_of(&world, &owner, acting, GUEST).await.row.status, ContactStatus::Declined);
        assert_eq!(decline(&world, &token, "", START).await, Err(token_problem(Problem::LinkDead)));

        // Whoever said no is asked the next time.
        let contact = page.row.id;
        step(&world, &owner, acting, contact, InvitationMove::Resend).await.expect("it is offered again");
        assert!(!enters(&world, &guest, acting).await);
        let token = token_for(&world, GUEST).await;
        assert_eq!(answer(&world, &guest, &token).await, Ok(InvitationAnswer::Accept));
        assert_eq!(accept(&world, &guest, &token).await, Ok(acting.account));
        assert!(enters(&world, &guest, acting).await);
    });
}

#[test]
fn the_provider_can_have_everybody_accept_first() {
    for_each_database_with(everybody_accepts_first, async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(GUEST).await;
        let guest = world.signed_in(GUEST, START).await;
        let sent = send(&world, &owner, acting, invite(GUEST, &[Role::Technical])).await;
        assert_eq!(sent, Ok(Invited { at_once: 0, waiting: 1 }));
        assert!(!enters(&world, &guest, acting).await);
        let page = contact_of(&world, &owner, acting, GUEST).await;
        assert_eq!(page.row.name, GUEST, "nobody's name is told before they accept");
        let token = token_for(&world, GUEST).await;
        assert_eq!(answer(&world, &visitor(START), &token).await, Ok(InvitationAnswer::SignIn));
        assert_eq!(accept(&world, &guest, &token).await, Ok(acting.account));
        assert!(enters(&world, &guest, acting).await);
    });
}

#[test]
fn accepting_asks_whether_the_inviter_may_still_give_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let manager = with_login("Max", "max@example.com", &[Role::Manager]);
        let (manager_id, manager) = colleague(&world, acting, &owner, manager).await;
        for email in ["a@elsewhere.example", "b@elsewhere.example", "c@elsewhere.example"] {
            send(&world, &manager, acting, invite(email, &[Role::Billing])).await.expect("it is sent");
        }
        let lapsed = Err(token_problem(InvitationProblem::InvitationLapsed));
        let token = |email| token_for(&world, email);

        mv(&world, &owner, acting, manager_id, Move::Suspend).await.expect("the manager is suspended");
        let a = token("a@elsewhere.example").await;
        assert_eq!(join(&world, &a, START).await.map(|_| ()), lapsed);
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email = 'a@elsewhere.example'").await, 0);

        mv(&world, &owner, acting, manager_id, Move::Reactivate).await.expect("and comes back");
        join(&world, &a, START).await.expect("what was refused was not spent");

        let page = read(&world, &owner, acting, manager_id).await;
        let demoted = SaveContact {
            submission: Some(submission()),
            contact: Some(manager_id),
            version: page.version,
            first_name: "Max".to_owned(),
            last_name: "Example".to_owned(),
            roles: [Role::Technical].into_iter().collect(),
            ..SaveContact::default()
        };
        world.portal().ports.contacts.save(&owner, acting, demoted).await.expect("the manager is demoted");
        let b = token("b@elsewhere.example").await;
        assert_eq!(join(&world, &b, START).await.map(|_| ()), lapsed);

        let c = contact_of(&world, &owner, acting, "c@elsewhere.example").await.row.id;
        step(&world, &owner, acting, c, InvitationMove::Resend).await.expect("it is sent again");
        let c = token("c@elsewhere.example").await;
        join(&world, &c, START).await.expect("the owner stands in for it");
    });
}

#[test]
fn what_an_invitation_gives_from_a_later_day_on_needs_its_giver_too() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        send(&world, &manager, acting, invite("a@elsewhere.example", &[Role::Billing])).await.expect("it is sent");
        let token = token_for(&world, "a@elsewhere.example").await;
        world.execute("UPDATE grants SET starts_at = 1767312000000 WHERE key = 'billing'").await;
        world.execute("UPDATE accounts SET hand_out = '[]'").await;
        let lapsed = Err(token_problem(InvitationProblem::InvitationLapsed));
        assert_eq!(join(&world, &token, START).await.map(|_| ()), lapsed);
        world.execute("UPDATE accounts SET hand_out = '[\"billing\"]'").await;
        join(&world, &token, START).await.expect("he may give it again");
    });
}

#[test]
fn whoever_sends_an_invitation_again_stands_in_for_all_of_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let manager = async |name: &str, email: &str| {
            colleague(&world, acting, &owner, with_login(name, email, &[Role::Manager])).await
        };
        let (max, max_acts) = manager("Max", "max@example.com").await;
        let (mia, mia_acts) = manager("Mia", "mia@example.com").await;
        send(&world, &max_acts, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let paying =
            InvitePeople { privileges: PrivilegeSet::of(&[Privilege::BillingMethods]), ..invite("p@x.example", &[]) };
        send(&world, &owner, acting, reviewed(paying)).await.expect("it is sent");
        mv(&world, &owner, acting, max, Move::Delete).await.expect("the first inviter is gone");
        let guest = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let payer = contact_of(&world, &owner, acting, "p@x.example").await.row.id;
        let beyond = step(&world, &mia_acts, acting, payer, InvitationMove::Resend).await;
        assert!(matches!(beyond, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{beyond:?}");

        let again = async |by: &Caller, minutes| {
            step(&world, &at(by, later(minutes)), acting, guest, InvitationMove::Resend).await.expect("sent again");
            token_for(&world, GUEST).await
        };
        let token = again(&mia_acts, 1).await;
        mv(&world, &owner, acting, mia, Move::Delete).await.expect("and so is the second");
        assert_eq!(
            join(&world, &token, START).await.map(|_| ()),
            Err(token_problem(InvitationProblem::InvitationLapsed))
        );
        let token = again(&owner, 2).await;
        let (_, joined) = join(&world, &token, START).await.expect("the owner stands in for it");
        let view = world.portal().ports.accounts.open(&joined, acting).await.expect("the guest enters");
        assert!(view.actor.standing.effective.has(Privilege::BillingView));
    });
}

#[test]
fn nobody_invites_to_more_than_they_may_give() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let (_, helper) =
            colleague(&world, acting, &owner, with_login("Hans", "hans@example.com", &[Role::Technical])).await;
        let paying = InvitePeople { privileges: PrivilegeSet::of(&[Privilege::BillingMethods]), ..invite(GUEST, &[]) };
        let refused = send(&world, &manager, acting, reviewed(paying)).await;
        assert!(matches!(refused, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })));
        let refused = send(&world, &helper, acting, invite(GUEST, &[])).await;
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsManage));
        assert_eq!(refused, Err(PortalError::Denied { why: missing }));
        let own = send(&world, &manager, acting, invite("MAX@example.com", &[Role::Billing])).await;
        assert!(matches!(own, Err(PortalError::Invalid { .. })), "nobody invites themselves");
        assert_eq!(world.count(Rows::Invitations).await, 0);
    });
}

#[test]
fn what_the_summary_did_not_show_is_not_given() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let shown = invite(GUEST, &[Role::Billing]);
        let other = InvitePeople { roles: [Role::Manager].into_iter().collect(), ..shown.clone() };
        let asked = send(&world, &owner, acting, other).await;
        assert_eq!(asked, Err(PortalError::invalid("reviewed", InvitationProblem::ReviewFirst)));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'pending'").await, 0);
        send(&world, &owner, acting, shown).await.expect("it is sent as it was shown");
    });
}

#[test]
fn several_addresses_are_invited_at_once_and_each_problem_is_named() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let form = invite("a@x.example, B@x.example;b@X.example\nc@x.example", &[Role::Billing]);
        let again = form.clone();
        assert_eq!(send(&world, &owner, acting, form).await, Ok(Invited { at_once: 0, waiting: 3 }));
        assert_eq!(send(&world, &owner, acting, again).await, Ok(Invited { at_once: 0, waiting: 3 }), "a retry");
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'pending'").await, 3);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'invited'").await, 1);

        let past = InvitePeople { ends_on: "2025-12-30".to_owned(), ..invite("d@x.example A@x.example nobody", &[]) };
        let Err(PortalError::Invalid { fields }) = send(&world, &owner, acting, past).await else {
            panic!("it must be refused");
        };
        let named: Vec<&str> = fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(named, ["emails", "ends_on"], "{fields:?}");
        let taken = send(&world, &owner, acting, invite("A@x.example d@x.example", &[])).await;
        let Err(PortalError::Invalid { fields }) = taken else { panic!("it must be refused") };
        assert!(
            matches!(&fields[0].problem, Problem::Contact(ContactProblem::TakenBy { name, .. }) if name == "a@x.example")
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'd@x.example'").await, 0);
    });
}

#[test]
fn an_address_that_reads_like_another_is_asked_about_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // The first letter is Cyrillic.
        let (plain, twin) = ("olga@elsewhere.example", "оlga@elsewhere.example");
        let lookalike = |field| PortalError::invalid(field, Problem::Lookalike { address: twin.to_owned() });
        let sent = send(&world, &owner, acting, invite(&format!("{plain} {twin}"), &[])).await;
        assert_eq!(sent, Err(lookalike("emails")));
        let contacts = &world.portal().ports.contacts;
        let add = || SaveContact { email: twin.to_owned(), ..form("Olga", "") };
        assert_eq!(contacts.save(&owner, acting, add()).await, Err(lookalike("email")));
        assert_eq!(
            world.number("SELECT COUNT(*) FROM contacts WHERE owner IS NULL").await,
            0,
            "nothing is half-written"
        );

        let meant = InvitePeople { meant: true, ..invite(&format!("{plain} {twin}"), &[]) };
        assert_eq!(send(&world, &owner, acting, meant).await, Ok(Invited { at_once: 0, waiting: 2 }));
        // Neither is the other, and who is there already is not asked about again.
        let contact = contact_of(&world, &owner, acting, twin).await;
        let edit = SaveContact {
            contact: Some(contact.row.id),
            version: contact.version,
            email: twin.to_owned(),
            ..form("Olga", "")
        };
        contacts.save(&owner, acting, edit).await.expect("the address is the same");
    });
}

#[test]
fn whoever_is_deleted_suspended_or_gone_elsewhere_is_not_invited_any_more() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let token = token_for(&world, GUEST).await;
        mv(&world, &owner, acting, contact, Move::Delete).await.expect("it is deleted");
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        mv(&world, &owner, acting, contact, Move::Restore).await.expect("it is restored");
        assert_eq!(read(&world, &owner, acting, contact).await.row.status, ContactStatus::ContactOnly);
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        let refused = step(&world, &owner, acting, contact, InvitationMove::Resend).await;
        assert!(matches!(refused, Err(PortalError::Conflict { .. })));
    });
}

#[test]
fn the_address_of_an_invitation_stays_and_its_rights_can_be_edited() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let page = contact_of(&world, &owner, acting, GUEST).await;
        let edit = SaveContact {
            submission: Some(submission()),
            contact: Some(page.row.id),
            version: page.version,
            first_name: "Gwen".to_owned(),
            last_name: "Geist".to_owned(),
            roles: [Role::Technical].into_iter().collect(),
            ..SaveContact::default()
        };
        let moved = SaveContact { email: "thief@x.example".to_owned(), submission: Some(submission()), ..edit.clone() };
        let contacts = &world.portal().ports.contacts;
        let refused = contacts.save(&owner, acting, moved).await;
        assert_eq!(refused, Err(PortalError::invalid("email", ContactProblem::InvitedAddress)));
        let login = SaveContact {
            login: true,
            password: secret("given by another 93"),
            submission: Some(submission()),
            ..edit.clone()
        };
        let refused = contacts.save(&owner, acting, login).await;
        assert_eq!(refused, Err(PortalError::invalid("email", ContactProblem::InvitedAddress)));
        contacts.save(&owner, acting, edit).await.expect("rights can be changed before it is accepted (S4.7)");
        let (_, guest) = join(&world, &token_for(&world, GUEST).await, START).await.expect("it is accepted");
        let view = world.portal().ports.accounts.open(&guest, acting).await.expect("the guest enters");
        let held = &view.actor.standing.effective;
        assert!(held.has(Privilege::TicketsOpen) && !held.has(Privilege::BillingView));
        assert_eq!(contact_of(&world, &owner, acting, GUEST).await.row.name, "Gwen Geist", "the name given stays");
    });
}

#[test]
fn an_account_sends_a_hundred_invitations_a_day() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let batch = |number: usize| {
            let emails: Vec<String> = (0..20).map(|i| format!("p{}@x.example", number * 20 + i)).collect();
            invite(&emails.join(" "), &[])
        };
        for number in 0..5 {
            send(&world, &owner, acting, batch(number)).await.expect("they are sent");
        }
        let refused = send(&world, &owner, acting, batch(5)).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        assert_eq!(world.count(Rows::Invitations).await, 100);
    });
}

#[test]
fn after_twenty_registered_people_a_day_everybody_accepts_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        for number in 0..21 {
            world.account_of(&format!("known{number}@x.example")).await;
        }
        let all = |from: usize, to: usize| {
            let emails: Vec<String> = (from..to).map(|i| format!("known{i}@x.example")).collect();
            invite(&emails.join(" "), &[])
        };
        assert_eq!(send(&world, &owner, acting, all(0, 20)).await, Ok(Invited { at_once: 20, waiting: 0 }));
        assert_eq!(send(&world, &owner, acting, all(20, 21)).await, Ok(Invited { at_once: 0, waiting: 1 }));
    });
}

#[test]
fn another_account_s_invitations_are_nobody_s_business() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("rival@rival.example").await;
        let rival = world.signed_in("rival@rival.example", START).await;
        let there = on(world.portal().ports.accounts.mine(&rival).await.expect("accounts")[0].id);
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        for acting in [there, acting] {
            for to in [InvitationMove::Resend, InvitationMove::Cancel] {
                assert_eq!(step(&world, &rival, acting, contact, to).await, Err(PortalError::NotFound));
            }
            let link = invitations(&world).link(&rival, acting, MakeInvitationLink { contact }).await;
            assert_eq!(link, Err(PortalError::NotFound));
        }
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(Inviting),
        Box::new(Stepping(InvitationMove::Resend)),
        Box::new(Stepping(InvitationMove::Cancel)),
        Box::new(Linking),
    ]
}

async fn invited(scene: &Scene<'_>, number: usize) -> ContactId {
    let form = invite(&format!("victim{number}@example.com"), &[]);
    send(scene.world, &scene.owner, scene.acting, form).await.expect("the owner may");
    scene.world.text("SELECT id FROM contacts ORDER BY id DESC LIMIT 1").await.parse().expect("an id")
}

#[derive(Debug)]
struct Inviting;

#[async_trait(?Send)]
impl Act for Inviting {
    fn use_case(&self) -> &'static str {
        "Invitations::send"
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        let form = invite(&format!("guest{number}@example.com"), &[]);
        send(scene.world, &scene.manager, scene.acting, form).await.map(drop)
    }
}

#[derive(Debug)]
struct Stepping(InvitationMove);

#[async_trait(?Send)]
impl Act for Stepping {
    fn use_case(&self) -> &'static str {
        "Invitations::move_one"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        invited(scene, number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        step(scene.world, &scene.manager, scene.acting, victim, self.0).await
    }
}

#[derive(Debug)]
struct Linking;

#[async_trait(?Send)]
impl Act for Linking {
    fn use_case(&self) -> &'static str {
        "Invitations::link"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        invited(scene, number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = MakeInvitationLink { contact: victim };
        scene.ports().invitations.link(&scene.manager, scene.acting, change).await.map(drop)
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let link = MakeInvitationLink { contact };
    vec![
        step(world, who, acting, contact, InvitationMove::Resend).await,
        step(world, who, acting, contact, InvitationMove::Cancel).await,
        invitations(world).link(who, acting, link).await.map(drop),
    ]
}
