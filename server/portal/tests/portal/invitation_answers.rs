//! Answers to invitations: who has access by which answer, and whether it may still be given then.

use crate::support::contacts::{
    OWNER, account, add_service, at, colleague, later, run_command, submission, with_login,
};
use crate::support::invitations::{
    GUEST, accept, answer, contact_of, decline, enters, everybody_accepts_first, invitations, invite, join, read,
    reviewed, send, step, token_for, token_problem,
};
use crate::support::{PASSWORD, START, for_each_database, for_each_database_with, visitor};
use domain::access::Denied;
use domain::caller::Caller;
use domain::contact::{ContactVerb, Notifications, SaveContact};
use domain::error::PortalError;
use domain::invitation::{InvitationAnswer, InvitationVerb, InvitePeople, Invited};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::InvitationProblem;
use domain::problem::Problem;
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
        step(&world, &owner, acting, contact, InvitationVerb::Resend).await.expect("it is offered again");
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

        run_command(&world, &owner, acting, manager_id, ContactVerb::Suspend).await.expect("the manager is suspended");
        let a = token("a@elsewhere.example").await;
        assert_eq!(join(&world, &a, START).await.map(|_| ()), lapsed);
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email = 'a@elsewhere.example'").await, 0);

        run_command(&world, &owner, acting, manager_id, ContactVerb::Reactivate).await.expect("and comes back");
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
        step(&world, &owner, acting, c, InvitationVerb::Resend).await.expect("it is sent again");
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
        run_command(&world, &owner, acting, max, ContactVerb::Delete).await.expect("the first inviter is gone");
        let guest = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let payer = contact_of(&world, &owner, acting, "p@x.example").await.row.id;
        let beyond = step(&world, &mia_acts, acting, payer, InvitationVerb::Resend).await;
        assert!(matches!(beyond, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{beyond:?}");

        let again = async |by: &Caller, minutes| {
            step(&world, &at(by, later(minutes)), acting, guest, InvitationVerb::Resend).await.expect("sent again");
            token_for(&world, GUEST).await
        };
        let token = again(&mia_acts, 1).await;
        run_command(&world, &owner, acting, mia, ContactVerb::Delete).await.expect("and so is the second");
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
fn a_link_makes_no_login_for_another_address_than_it_was_mailed_to() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let token = token_for(&world, GUEST).await;
        world.execute("UPDATE contacts SET email = 'victim@other.example' WHERE state = 'pending'").await;
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        assert_eq!(world.number("SELECT COUNT(*) FROM persons").await, 1);
    });
}
