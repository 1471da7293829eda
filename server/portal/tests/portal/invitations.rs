//! Invitations: who is offered what, who may accept it, and what must never come of it.

use crate::contacts::{OWNER, account, add_service, at, colleague, later, mv, on, submission, with_login};
use crate::profile;
use crate::rules::{change_owner, go_on, offer};
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, World, for_each_database, for_each_database_with, secret, visitor,
};
use domain::access::{Denied, Right};
use domain::account::LeaveAccount;
use domain::contact::{ContactPage, ContactProblem, ContactStatus, Move, Notifications, SaveContact};
use domain::error::{PortalError, Problem};
use domain::id::{AccountId, ContactId};
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationAnswer, InvitationMove, InvitationProblem, InvitePeople, Invited,
    JoinByInvitation, MailInvitation, MakeInvitationLink, MoveInvitation,
};
use domain::operation::{Operation, OperationSet};
use domain::ports::{Acting, Caller, Invitations};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::provider::RegisteredPeople;
use domain::role::Role;
use domain::rules::{OwnerChange, TransferMove};
use domain::text::Secret;
use domain::time::Timestamp;
use std::sync::Arc;
use tokio::task::JoinSet;

const GUEST: &str = "guest@elsewhere.example";
const WEEK: i64 = 7 * 86_400;

fn invitations(world: &World) -> Arc<dyn Invitations> {
    Arc::clone(&world.portal().ports.invitations)
}

/// The provider's setting to wait for acceptance.
fn everybody_accepts_first(config: &mut portal::Config) {
    config.provider.registered_people = RegisteredPeople::AfterAcceptance;
}

/// The form as somebody fills it in, who has read the summary.
pub fn invite(emails: &str, roles: &[Role]) -> InvitePeople {
    let form = InvitePeople {
        submission: Some(submission()),
        emails: emails.to_owned(),
        roles: roles.iter().copied().collect(),
        ..InvitePeople::default()
    };
    reviewed(form)
}

fn reviewed(form: InvitePeople) -> InvitePeople {
    InvitePeople { reviewed: form.rights().fingerprint(), ..form }
}

pub async fn send(world: &World, caller: &Caller, acting: Acting, form: InvitePeople) -> Result<Invited, PortalError> {
    invitations(world).send(caller, acting, form).await
}

/// The token of the newest mailed link to this address.
pub async fn token_for(world: &World, email: &str) -> Secret {
    let mails = world.outbox().await;
    let mail = mails.iter().find(|mail| mail.to == email && mail.text.contains("/invitations/"));
    token_in(&mail.expect("a mail has a link").text)
}

/// The token of the mail that tells somebody registered of the access they were given at once.
pub async fn given_to(world: &World, owner: &Caller, acting: Acting, email: &str) -> Secret {
    let sent = send(world, owner, acting, invite(email, &[Role::Billing])).await;
    assert_eq!(sent, Ok(Invited { at_once: 1, waiting: 0 }));
    token_for(world, email).await
}

fn token_in(text: &str) -> Secret {
    let (_, rest) = text.split_once("https://portal.example/invitations/").expect("a link to the portal");
    secret(rest.split_whitespace().next().expect("a token"))
}

async fn contact_of(world: &World, caller: &Caller, acting: Acting, email: &str) -> ContactPage {
    let list = world.portal().ports.contacts.list(caller, acting, domain::contact::ContactQuery::default()).await;
    let row = list.expect("the list is shown").rows.into_iter().find(|row| row.email == email);
    read(world, caller, acting, row.expect("it is in the list").id).await
}

async fn read(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> ContactPage {
    world.portal().ports.contacts.read(caller, acting, contact).await.expect("the contact is shown")
}

async fn join(world: &World, token: &Secret, now: Timestamp) -> Result<(AccountId, Caller), PortalError> {
    let change = JoinByInvitation {
        token: token.clone(),
        first_name: "Gwen".to_owned(),
        last_name: "Guest".to_owned(),
        password: secret(PASSWORD),
        again: secret(PASSWORD),
    };
    let (account, session) = invitations(world).join(&visitor(now), change).await?;
    Ok((account, world.caller(&session.token, now).await.expect("the session lives")))
}

async fn accept(world: &World, caller: &Caller, token: &Secret) -> Result<AccountId, PortalError> {
    invitations(world).accept(caller, AcceptInvitation { token: token.clone() }).await
}

pub async fn decline(world: &World, token: &Secret, reason: &str, now: Timestamp) -> Result<(), PortalError> {
    let change = DeclineInvitation { token: token.clone(), reason: reason.to_owned() };
    invitations(world).decline(&visitor(now), change).await
}

async fn answer(world: &World, caller: &Caller, token: &Secret) -> Result<InvitationAnswer, PortalError> {
    invitations(world).open(caller, token.clone()).await.map(|page| page.answer)
}

async fn step(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: InvitationMove,
) -> Result<(), PortalError> {
    invitations(world).move_one(caller, acting, MoveInvitation { submission: submission(), contact, to }).await
}

fn token_problem(problem: impl Into<Problem>) -> PortalError {
    PortalError::invalid("token", problem)
}

/// Whether somebody can enter the account.
async fn enters(world: &World, caller: &Caller, acting: Acting) -> bool {
    world.portal().ports.accounts.open(caller, acting).await.is_ok()
}

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
fn an_invitation_to_an_address_ends_when_its_person_gives_it_up() {
    for_each_database_with(everybody_accepts_first, async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(GUEST).await;
        let guest = world.signed_in(GUEST, START).await;
        for email in [GUEST, "else@elsewhere.example"] {
            send(&world, &owner, acting, invite(email, &[Role::Technical])).await.expect("it is sent");
        }
        let (token, other) = (token_for(&world, GUEST).await, token_for(&world, "else@elsewhere.example").await);
        profile::change(&world, &guest, "moved@elsewhere.example", PASSWORD).await.expect("asked for");
        assert_eq!(answer(&world, &visitor(START), &token).await, Ok(InvitationAnswer::SignIn), "not given up yet");
        profile::confirm(&world, &guest, &profile::link(&world).await).await.expect("confirmed");

        let gone = Err(token_problem(Problem::LinkDead));
        assert_eq!(accept(&world, &guest, &token).await, gone);
        // Nor does whoever the address belongs to now get what was meant for somebody else.
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        assert!(!enters(&world, &guest, acting).await);
        let page = contact_of(&world, &owner, acting, GUEST).await;
        assert_eq!(page.row.status, ContactStatus::InvitationExpired);
        join(&world, &other, START).await.expect("the others go on");
    });
}

#[test]
fn nothing_is_linked_to_whoever_happens_to_be_signed_in() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("other@elsewhere.example").await;
        let other = world.signed_in("other@elsewhere.example", START).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let token = token_for(&world, GUEST).await;
        let told = InvitationAnswer::SomebodyElse { signed_in_as: "other@elsewhere.example".to_owned() };
        assert_eq!(answer(&world, &other, &token).await, Ok(told));
        let refused = Err(token_problem(InvitationProblem::InvitedSomebodyElse));
        assert_eq!(accept(&world, &other, &token).await, refused);
        let change = JoinByInvitation {
            token: token.clone(),
            first_name: "Gwen".to_owned(),
            last_name: "Guest".to_owned(),
            password: secret(PASSWORD),
            again: secret(PASSWORD),
        };
        let answer = invitations(&world).join(&other, change).await.map(|(account, _)| account);
        assert_eq!(answer, refused);
        assert!(!enters(&world, &other, acting).await);
        join(&world, &token, START).await.expect("the link still works for whoever it is for");
    });
}

#[test]
fn a_login_that_nobody_proved_is_proved_by_the_link_and_loses_its_other_password() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // Somebody else's manager made this login and knows its password.
        world.account_of("rival@rival.example").await;
        let rival = world.signed_in("rival@rival.example", START).await;
        let there = on(world.portal().ports.accounts.mine(&rival).await.expect("accounts")[0].id);
        let (_, puppet) = colleague(&world, there, &rival, with_login("Gwen", GUEST, &[])).await;

        let sent = send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await;
        assert_eq!(sent, Ok(Invited { at_once: 0, waiting: 1 }), "an unproved address has no claim (PRODUCT D5)");
        let token = token_for(&world, GUEST).await;
        for caller in [&visitor(START), &puppet] {
            assert!(matches!(answer(&world, caller, &token).await, Ok(InvitationAnswer::Prove { .. })));
        }
        assert_eq!(accept(&world, &puppet, &token).await, Err(token_problem(InvitationProblem::InvitedSomebodyElse)));
        let change = JoinByInvitation {
            token,
            password: secret(OTHER_PASSWORD),
            again: secret(OTHER_PASSWORD),
            ..JoinByInvitation::default()
        };
        invitations(&world).join(&visitor(START), change).await.expect("a new password proves it");
        let sessions = "SELECT COUNT(*) FROM sessions s JOIN persons p ON p.id = s.person_id \
                        WHERE p.email = 'guest@elsewhere.example'";
        assert_eq!(world.number(sessions).await, 1, "those begun with the other password have ended");
        assert!(world.sign_in(GUEST, PASSWORD, START).await.is_err());
        let session = world.sign_in(GUEST, OTHER_PASSWORD, START).await.expect("the new password is right");
        let guest = world.caller(&session.token, START).await.expect("the session lives");
        assert!(enters(&world, &guest, acting).await && enters(&world, &guest, there).await);
    });
}

#[test]
fn an_invitation_ends_to_the_second_by_the_clock_of_the_request() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let token = token_for(&world, GUEST).await;
        let ends = START.plus_seconds(WEEK);
        for over in [ends, ends.plus_seconds(1)] {
            assert_eq!(answer(&world, &visitor(over), &token).await, Err(PortalError::NotFound));
            assert_eq!(join(&world, &token, over).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
            assert_eq!(decline(&world, &token, "", over).await, Err(token_problem(Problem::LinkDead)));
        }
        let last = Timestamp(ends.0 - 1);
        join(&world, &token, last).await.expect("it can be accepted until then");
    });
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let late = world.signed_in(OWNER, START.plus_seconds(WEEK)).await;
        assert_eq!(read(&world, &late, acting, contact).await.row.status, ContactStatus::InvitationExpired);
        step(&world, &late, acting, contact, InvitationMove::Resend).await.expect("it is sent again");
        assert_eq!(read(&world, &late, acting, contact).await.row.status, ContactStatus::RequestPending);
        let token = token_for(&world, GUEST).await;
        join(&world, &token, late.now).await.expect("the new link works");
    });
}

#[test]
fn of_fifty_who_accept_at_once_one_does() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let token = token_for(&world, GUEST).await;
        let mut tasks = JoinSet::new();
        for _ in 0..50 {
            let (port, token) = (invitations(&world), token.clone());
            tasks.spawn(async move {
                let change = JoinByInvitation {
                    token,
                    first_name: "Gwen".to_owned(),
                    last_name: "Guest".to_owned(),
                    password: secret(PASSWORD),
                    again: secret(PASSWORD),
                };
                port.join(&visitor(START), change).await.is_ok()
            });
        }
        let accepted = tasks.join_all().await.into_iter().filter(|accepted| *accepted).count();
        assert_eq!(accepted, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'guest@elsewhere.example'").await, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email = 'guest@elsewhere.example'").await, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'invitation_accepted'").await, 1);
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
        assert_eq!(world.number("SELECT COUNT(*) FROM invitations").await, 0);
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
        let add = || SaveContact { email: twin.to_owned(), ..crate::contacts::form("Olga", "") };
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
            ..crate::contacts::form("Olga", "")
        };
        contacts.save(&owner, acting, edit).await.expect("the address is the same");
    });
}

#[test]
fn access_ends_with_the_last_day() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("known@elsewhere.example").await;
        let form = InvitePeople {
            ends_on: "2026-01-02".to_owned(),
            ..invite("guest@elsewhere.example known@elsewhere.example", &[Role::Billing])
        };
        assert_eq!(send(&world, &owner, acting, form).await, Ok(Invited { at_once: 1, waiting: 1 }));
        let known = world.signed_in("known@elsewhere.example", START).await;
        let (_, guest) = join(&world, &token_for(&world, GUEST).await, START).await.expect("it is accepted");
        // 2026-01-03T00:00:00Z
        let end = START.plus_seconds(2 * 86_400);
        for caller in [known, guest] {
            assert!(enters(&world, &at(&caller, Timestamp(end.0 - 1)), acting).await);
            assert!(!enters(&world, &at(&caller, end), acting).await);
        }
        let page = contact_of(&world, &at(&owner, end), acting, GUEST).await;
        assert_eq!(page.row.status, ContactStatus::AccessExpired);
    });
}

#[test]
fn a_new_mail_kills_the_old_link_and_a_copied_link_kills_none() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let mailed = token_for(&world, GUEST).await;
        let link = invitations(&world).link(&owner, acting, MakeInvitationLink { contact }).await;
        let copied = token_in(&link.expect("a link is made"));
        assert!(answer(&world, &visitor(START), &mailed).await.is_ok());
        assert!(answer(&world, &visitor(START), &copied).await.is_ok());

        let soon = at(&owner, later(5));
        step(&world, &soon, acting, contact, InvitationMove::Resend).await.expect("it is sent again");
        for dead in [&mailed, &copied] {
            assert_eq!(answer(&world, &visitor(START), dead).await, Err(PortalError::NotFound));
        }
        let renewed = token_for(&world, GUEST).await;
        assert_ne!(renewed, mailed);
        step(&world, &soon, acting, contact, InvitationMove::Cancel).await.expect("it is cancelled");
        assert_eq!(join(&world, &renewed, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        assert_eq!(read(&world, &owner, acting, contact).await.row.status, ContactStatus::Deleted);
        let kept: i64 = world.number("SELECT COUNT(*) FROM invitation_tokens").await;
        assert_eq!(kept, 0);

        // Invited anew it is another contact with nothing of the old one (SECURITY T7).
        send(&world, &soon, acting, invite(GUEST, &[Role::Visitation])).await.expect("it is sent");
        let anew = contact_of(&world, &owner, acting, GUEST).await;
        assert_ne!(anew.row.id, contact);
    });
}

#[test]
fn a_link_passed_on_by_hand_proves_no_mailbox_and_tells_nobody_who_is_registered() {
    for_each_database(async |world| {
        let (acting, attacker) = account(&world).await;
        // Three addresses: one with a proved login, one with a login that its person never proved, one without.
        world.account_of(GUEST).await;
        let guest = world.signed_in(GUEST, START).await;
        let there = on(world.account_of("boss@other.example").await);
        let boss = world.signed_in("boss@other.example", START).await;
        let (_, vic) = colleague(&world, there, &boss, with_login("Vic", "vic@other.example", &[Role::Manager])).await;
        world.execute("UPDATE persons SET verified_at = NULL WHERE email = 'vic@other.example'").await;
        let mut links = Vec::new();
        for email in [GUEST, "vic@other.example", "future@other.example"] {
            send(&world, &attacker, acting, invite(email, &[])).await.expect("it is sent");
            let contact = contact_of(&world, &attacker, acting, email).await;
            if contact.row.status == ContactStatus::RequestPending {
                let change = MakeInvitationLink { contact: contact.row.id };
                links.push(token_in(&invitations(&world).link(&attacker, acting, change).await.expect("a link")));
            }
        }
        assert_eq!(links.len(), 2, "the proved one has access at once");
        for link in &links {
            assert_eq!(answer(&world, &visitor(START), link).await, Ok(InvitationAnswer::ByMail));
            assert_eq!(join(&world, link, START).await.map(|_| ()), Err(token_problem(InvitationProblem::LinkByHand)));
            assert_eq!(accept(&world, &guest, link).await, Err(token_problem(InvitationProblem::InvitedSomebodyElse)));
        }
        assert!(enters(&world, &vic, there).await, "the login is whose it was");
        assert_eq!(accept(&world, &vic, &links[0]).await, Err(token_problem(InvitationProblem::InvitedSomebodyElse)));
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email LIKE 'future@%'").await, 0);

        // It has one mailed, which does, a few times in a row.
        let mails = world.outbox().await.len();
        let mail = || MailInvitation { token: links[1].clone() };
        invitations(&world).mail(&visitor(START), mail()).await.expect("it is mailed");
        let sent = world.outbox().await;
        assert_eq!((sent.len(), sent[0].to.as_str()), (mails + 1, "future@other.example"));
        let mailed = token_for(&world, "future@other.example").await;
        let (joined, _) = join(&world, &mailed, START).await.expect("the mailbox is theirs");
        assert_eq!(joined, acting.account);
        assert_eq!(invitations(&world).mail(&visitor(START), mail()).await, Err(token_problem(Problem::LinkDead)));
        let mail = || MailInvitation { token: links[0].clone() };
        let mut answers = Vec::new();
        for _ in 0..10 {
            answers.push(invitations(&world).mail(&visitor(START), mail()).await.is_ok());
        }
        assert!(answers[0] && !answers[9], "nobody's mailbox is filled: {answers:?}");
    });
}

#[test]
fn after_acceptance_a_link_passed_on_tells_nobody_who_is_registered() {
    for_each_database_with(everybody_accepts_first, async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(GUEST).await;
        let guest = world.signed_in(GUEST, START).await;
        for email in [GUEST, "nobody@elsewhere.example"] {
            send(&world, &owner, acting, invite(email, &[])).await.expect("it is sent");
            let contact = contact_of(&world, &owner, acting, email).await.row.id;
            let link = invitations(&world).link(&owner, acting, MakeInvitationLink { contact }).await;
            let link = token_in(&link.expect("a link is made"));
            assert_eq!(answer(&world, &visitor(START), &link).await, Ok(InvitationAnswer::ByMail));
            if email == GUEST {
                assert_eq!(answer(&world, &guest, &link).await, Ok(InvitationAnswer::Accept));
                assert_eq!(accept(&world, &guest, &link).await, Ok(acting.account), "they proved it long ago");
            }
        }
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
fn declining_tells_the_inviter_why_and_leaves_nothing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let token = token_for(&world, GUEST).await;
        let hidden = decline(&world, &token, "no\u{202e}thing", START).await;
        assert_eq!(hidden, Err(PortalError::invalid("reason", Problem::HiddenCharacters)));
        decline(&world, &token, "I left the company, see www.evil.example", START).await.expect("it is declined");
        let mails = world.outbox().await;
        let told = mails.iter().find(|mail| mail.to == OWNER && mail.text.contains("declined")).expect("a mail");
        assert!(told.text.contains("I left the company") && !told.text.contains("www.evil"), "{}", told.text);
        assert_eq!(contact_of(&world, &owner, acting, GUEST).await.row.status, ContactStatus::Declined);
        assert_eq!(world.number("SELECT COUNT(*) FROM persons").await, 1);
    });
}

/// Somebody registered who was given access at once, signed in, with the link to refuse it.
async fn given(world: &World, acting: Acting, owner: &Caller, email: &str) -> (ContactId, Caller, Secret) {
    world.account_of(email).await;
    let guest = world.signed_in(email, START).await;
    let sent = send(world, owner, acting, invite(email, &[Role::Technical])).await;
    assert_eq!(sent, Ok(Invited { at_once: 1, waiting: 0 }));
    (contact_of(world, owner, acting, email).await.row.id, guest, token_for(world, email).await)
}

#[test]
fn whoever_became_an_owner_has_nothing_to_refuse() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (contact, guest, token) = given(&world, acting, &owner, GUEST).await;
        change_owner(&world, &owner, acting, contact, OwnerChange::Appoint).await.expect("a co-owner");
        assert_eq!(answer(&world, &guest, &token).await, Err(PortalError::NotFound));
        assert_eq!(decline(&world, &token, "", START).await, Err(token_problem(Problem::LinkDead)));
        change_owner(&world, &owner, acting, contact, OwnerChange::Dismiss).await.expect("a contact again");
        assert_eq!(decline(&world, &token, "", START).await, Err(token_problem(Problem::LinkDead)), "it stays dead");

        let (_, heir, token) = given(&world, acting, &owner, "heir@elsewhere.example").await;
        world.execute("UPDATE contacts SET owner = 'co', rank = 0 WHERE email = 'heir@elsewhere.example'").await;
        let protected = Err(PortalError::Denied { why: Denied::OwnerProtected });
        assert_eq!(decline(&world, &token, "", START).await, protected, "owners are reduced by no link");
        assert!(enters(&world, &heir, acting).await && enters(&world, &guest, acting).await);
    });
}

#[test]
fn refusing_access_ends_an_offer_of_ownership_too() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (contact, guest, token) = given(&world, acting, &owner, GUEST).await;
        offer(&world, &owner, acting, contact).await.expect("it is offered");
        decline(&world, &token, "", START).await.expect("access is refused");
        step(&world, &owner, acting, contact, InvitationMove::Resend).await.expect("a manager asks again");
        let token = token_for(&world, GUEST).await;
        assert_eq!(accept(&world, &guest, &token).await, Ok(acting.account));
        assert_eq!(go_on(&world, &guest, acting, TransferMove::Accept).await, Err(PortalError::NotFound));
    });
}

#[test]
fn whoever_left_and_comes_back_is_not_taken_away_by_the_old_link() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (contact, guest, token) = given(&world, acting, &owner, GUEST).await;
        let change = LeaveAccount { submission: submission() };
        world.portal().ports.accounts.leave(&guest, acting, change).await.expect("they leave");
        mv(&world, &owner, acting, contact, Move::Restore).await.expect("and are restored");
        assert_eq!(answer(&world, &guest, &token).await, Err(PortalError::NotFound));
        assert_eq!(decline(&world, &token, "", START).await, Err(token_problem(Problem::LinkDead)));
        assert!(enters(&world, &guest, acting).await);
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
        assert_eq!(world.number("SELECT COUNT(*) FROM invitations").await, 100);
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
