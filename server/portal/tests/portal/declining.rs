//! Declining an invitation, and refusing access that was given at once.

use crate::support::behind::Rows;
use crate::support::contacts::{OWNER, account, at, later, run_command, submission};
use crate::support::invitations::{
    GUEST, accept, answer, contact_of, decline, enters, invite, join, send, step, token_for, token_problem,
};
use crate::support::owners::{change_owner, go_on, offer};
use crate::support::{PASSWORD, START, World, for_each_database, profile, visitor};
use domain::access::Denied;
use domain::account::LeaveAccount;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::ContactVerb;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::invitation::{InvitationVerb, Invited};
use domain::ownership::{OwnerChange, TransferVerb};
use domain::problem::Problem;
use domain::role::Role;
use domain::status::ContactStatus;
use domain::text::Secret;

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
        assert_eq!(world.count(Rows::Persons).await, 1);
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
        step(&world, &owner, acting, contact, InvitationVerb::Resend).await.expect("a manager asks again");
        let token = token_for(&world, GUEST).await;
        assert_eq!(accept(&world, &guest, &token).await, Ok(acting.account));
        assert_eq!(go_on(&world, &guest, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));
    });
}

#[test]
fn whoever_left_and_comes_back_is_not_taken_away_by_the_old_link() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (contact, guest, token) = given(&world, acting, &owner, GUEST).await;
        let change = LeaveAccount { submission: submission() };
        world.portal().ports.accounts.leave(&guest, acting, change).await.expect("they leave");
        run_command(&world, &owner, acting, contact, ContactVerb::Restore).await.expect("and are restored");
        assert_eq!(answer(&world, &guest, &token).await, Err(PortalError::NotFound));
        assert_eq!(decline(&world, &token, "", START).await, Err(token_problem(Problem::LinkDead)));
        assert!(enters(&world, &guest, acting).await);
    });
}

const HOME: &str = "home@elsewhere.example";

#[test]
fn whoever_reads_a_mailbox_that_was_given_up_refuses_nothing_with_its_link() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, guest, token) = given(&world, acting, &owner, GUEST).await;
        profile::change(&world, &guest, HOME, PASSWORD).await.expect("asked for");
        let moved = at(&guest, later(5));
        profile::confirm(&world, &moved, &profile::link(&world).await).await.expect("confirmed");
        // Nor with a request that began before.
        for now in [START, later(5)] {
            assert_eq!(answer(&world, &visitor(now), &token).await, Err(PortalError::NotFound));
            assert_eq!(decline(&world, &token, "", now).await, Err(token_problem(Problem::LinkDead)));
        }
        assert!(enters(&world, &moved, acting).await);
    });
}

#[test]
fn refusing_access_leaves_the_contact_the_address_that_it_has() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (contact, _, token) = given(&world, acting, &owner, GUEST).await;
        // As an import may leave it.
        world
            .execute(
                "UPDATE contacts SET email = 'home@elsewhere.example', email_key = 'home@elsewhere.example' \
                 WHERE email = 'guest@elsewhere.example' AND owner IS NULL",
            )
            .await;
        decline(&world, &token, "", START).await.expect("access is refused");
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email_key <> email").await, 0);
        step(&world, &owner, acting, contact, InvitationVerb::Resend).await.expect("a manager asks again");
        join(&world, &token_for(&world, HOME).await, START).await.expect("the mailbox is theirs");
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email_key <> email").await, 0);
    });
}
