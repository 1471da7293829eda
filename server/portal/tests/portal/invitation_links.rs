//! Links of invitations: what they prove, how long they work, and what they tell.

use crate::support::behind::Rows;
use crate::support::contacts::{OWNER, account, at, colleague, later, on, with_login};
use crate::support::invitations::{
    GUEST, accept, answer, contact_of, decline, enters, everybody_accepts_first, invitations, invite, join, read, send,
    step, token_for, token_in, token_problem,
};
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, for_each_database, for_each_database_with, profile, secret, visitor,
};
use domain::error::PortalError;
use domain::invitation::{
    InvitationAnswer, InvitationVerb, InvitePeople, Invited, JoinByInvitation, MailInvitation, MakeInvitationLink,
};
use domain::problem::InvitationProblem;
use domain::problem::Problem;
use domain::role::Role;
use domain::status::ContactStatus;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const WEEK: i64 = 7 * 86_400;

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
        profile::change(&world, &puppet, "rival@moved.example", PASSWORD).await.expect("asked for");
        let moving = profile::link(&world).await;

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
        let pending = profile::profiles(&world).read(&guest).await.expect("shown").pending;
        assert_eq!(pending, None, "the change of address is called off");
        assert_eq!(profile::confirm(&world, &guest, &moving).await, Err(token_problem(Problem::LinkDead)));
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
        step(&world, &late, acting, contact, InvitationVerb::Resend).await.expect("it is sent again");
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
        step(&world, &soon, acting, contact, InvitationVerb::Resend).await.expect("it is sent again");
        for dead in [&mailed, &copied] {
            assert_eq!(answer(&world, &visitor(START), dead).await, Err(PortalError::NotFound));
        }
        let renewed = token_for(&world, GUEST).await;
        assert_ne!(renewed, mailed);
        step(&world, &soon, acting, contact, InvitationVerb::Cancel).await.expect("it is cancelled");
        assert_eq!(join(&world, &renewed, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        assert_eq!(read(&world, &owner, acting, contact).await.row.status, ContactStatus::Deleted);
        let kept: i64 = world.count(Rows::InvitationLinks).await;
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
        world.doubt_address("vic@other.example").await;
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
