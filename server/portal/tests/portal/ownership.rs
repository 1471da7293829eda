//! Handing an account over.

use crate::support::contacts::{OWNER, account, at, colleague, later, run_command, submission, with_login};
use crate::support::owners::{change_owner, conflict, denied, go_on, kind, max, offer, ownership, settled};
use crate::support::{PASSWORD, START, World, for_each_database, secret};
use domain::access::Denied;
use domain::account::LeaveAccount;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{BulkCommand, BulkVerb, BulkWith, ContactFilter, ContactVerb, Verdict};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::owner::OwnerKind;
use domain::ownership::{OfferOwnership, OwnerChange, TransferCommand, TransferState, TransferVerb};
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::role::Role;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const HOUR: i64 = 3_600;

#[test]
fn an_account_is_handed_over_with_both_consents_and_taken_back_within_72_hours() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[Role::Technical]).await;
        let change =
            OfferOwnership { submission: submission(), contact: Some(max_id), current: secret("not the password") };
        let refused = ownership(&world).offer(&owner, acting, change).await;
        assert_eq!(refused, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        assert_eq!(offer(&world, &max, acting, max_id).await, denied(Denied::LegalOwnerOnly));
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        assert_eq!(kind(&world, &max, acting).await, None, "an offer alone changes nothing");
        assert_eq!(go_on(&world, &owner, acting, TransferVerb::Accept).await, denied(Denied::NotYours));
        go_on(&world, &max, acting, TransferVerb::Accept).await.expect("it is accepted");
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::Legal));
        assert_eq!(kind(&world, &owner, acting).await, Some(OwnerKind::CoOwner));
        let legal = "SELECT COUNT(*) FROM contacts WHERE owner = 'legal'";
        assert_eq!(world.number(legal).await, 1);
        world.send_digests(START).await;
        let mails = world.outbox().await;
        for to in [OWNER, "max@example.com"] {
            assert!(mails.iter().any(|mail| mail.to == to && mail.text.contains("legal owner")), "{to} is told");
        }

        // For 72 hours the former owner can neither be dismissed nor outmanoeuvred.
        let page = ownership(&world).read(&owner, acting).await.expect("the page is shown");
        let former = page.owners.iter().find(|row| row.kind == OwnerKind::CoOwner).expect("the former owner").contact;
        assert_eq!(
            change_owner(&world, &max, acting, former, OwnerChange::Dismiss).await,
            denied(Denied::OwnerProtected)
        );
        assert_eq!(offer(&world, &max, acting, former).await, conflict());
        let transfer = page.transfer.expect("it is shown");
        assert_eq!((transfer.state, transfer.undo), (TransferState::Done, Verdict::Allowed));
        assert_eq!(go_on(&world, &max, acting, TransferVerb::Undo).await, denied(Denied::NotYours));

        let last = Timestamp(START.plus_seconds(72 * HOUR).0 - 1);
        let session = world.signed_in(OWNER, last).await;
        go_on(&world, &session, acting, TransferVerb::Undo).await.expect("it is undone");
        assert_eq!(kind(&world, &at(&owner, later(1)), acting).await, Some(OwnerKind::Legal));
        assert_eq!(kind(&world, &max, acting).await, None, "and he is what he was");
        assert_eq!(world.number(legal).await, 1);
    });
}

#[test]
fn where_nobody_is_chosen_nothing_is_offered_and_the_form_says_so() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, max) = max(&world, acting, &owner, &[Role::Technical]).await;
        let nobody = || OfferOwnership { submission: submission(), contact: None, current: secret(PASSWORD) };
        let answer = ownership(&world).offer(&owner, acting, nobody()).await;
        assert_eq!(answer, Err(PortalError::invalid("contact", Problem::NotOffered)));
        assert_eq!(ownership(&world).offer(&max, acting, nobody()).await, denied(Denied::LegalOwnerOnly));
        assert_eq!(world.number("SELECT COUNT(*) FROM ownership_transfers").await, 0);
    });
}

#[test]
fn an_offer_ends_after_seven_days_and_a_transfer_is_final_after_72_hours() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        let late = world.signed_in("max@example.com", START.plus_seconds(7 * 24 * HOUR)).await;
        assert_eq!(go_on(&world, &late, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));
        go_on(&world, &max, acting, TransferVerb::Withdraw).await.expect("whoever gets it may decline");
        assert_eq!(go_on(&world, &max, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));
    });
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferVerb::Accept).await.expect("it is accepted");
        let final_at = START.plus_seconds(72 * HOUR);
        let before = world.signed_in(OWNER, final_at).await;
        assert_eq!(go_on(&world, &before, acting, TransferVerb::Undo).await, Err(PortalError::NotFound));
        let former = ownership(&world).read(&max, acting).await.expect("the page").owners[1].contact;
        let max = world.signed_in("max@example.com", final_at).await;
        change_owner(&world, &max, acting, former, OwnerChange::Dismiss).await.expect("dismissed then");
    });
}

#[test]
fn whoever_is_gone_or_suspended_meanwhile_does_not_get_the_account() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        run_command(&world, &owner, acting, max_id, ContactVerb::Suspend).await.expect("he is suspended");
        assert_eq!(go_on(&world, &max, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));
        // Nor when somebody ends the suspension: the offer went with it.
        run_command(&world, &owner, acting, max_id, ContactVerb::Reactivate).await.expect("he is back");
        assert_eq!(go_on(&world, &max, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));
        assert_eq!(kind(&world, &owner, acting).await, Some(OwnerKind::Legal));
    });
}

/// Somebody who was taken away comes back with nothing, and signs in with a new password.
async fn back(
    world: &World,
    by: &Caller,
    acting: Acting,
    (contact, email): (ContactId, &str),
    now: Timestamp,
) -> Caller {
    run_command(world, by, acting, contact, ContactVerb::RestoreBare).await.expect("a manager may");
    let link = world.ask_for_link(email, now).await;
    world.set_password(&link, PASSWORD, now).await.expect("the password does");
    world.signed_in(email, now).await
}

async fn leave(world: &World, caller: &Caller, acting: Acting) {
    let change = LeaveAccount { submission: submission() };
    world.portal().ports.accounts.leave(caller, acting, change).await.expect("they leave");
}

#[test]
fn an_offer_of_ownership_goes_with_whoever_it_was_made_to() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        let (eva, mut evas) = settled(&world, acting, &owner, with_login("Eva", "eva@example.com", &[])).await;
        for round in 1..=3 {
            offer(&world, &owner, acting, eva).await.expect("it is offered");
            match round {
                1 => run_command(&world, &owner, acting, eva, ContactVerb::Delete).await.expect("she is deleted"),
                2 => {
                    let (contacts, filter) = (vec![eva], ContactFilter::default());
                    let (submission, to, with) = (submission(), BulkVerb::Delete, BulkWith::default());
                    let change = BulkCommand { submission, to, with, contacts, everything: false, filter };
                    world.portal().ports.contacts.run_bulk_command(&owner, acting, change).await.expect("with others");
                }
                _ => leave(&world, &evas, acting).await,
            }
            evas = back(&world, &manager, acting, (eva, "eva@example.com"), later(round)).await;
            let accepted = go_on(&world, &evas, acting, TransferVerb::Accept).await;
            assert_eq!(accepted, Err(PortalError::NotFound), "round {round}");
            assert_eq!(kind(&world, &evas, acting).await, None);
        }
        assert_eq!(kind(&world, &owner, acting).await, Some(OwnerKind::Legal));
    });
}

#[test]
fn a_transfer_is_undone_by_nobody_who_owns_nothing_any_more() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let former = world.text("SELECT id FROM contacts").await.parse().expect("an id");
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Mia", "mia@x.example", &[Role::Manager])).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferVerb::Accept).await.expect("it is accepted");
        leave(&world, &owner, acting).await;
        let owner = back(&world, &manager, acting, (former, OWNER), later(1)).await;
        assert_eq!(go_on(&world, &owner, acting, TransferVerb::Undo).await, Err(PortalError::NotFound));
        assert_eq!(kind(&world, &owner, acting).await, None);
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::Legal));
    });
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferVerb::Accept).await.expect("it is accepted");
        world.execute("UPDATE contacts SET owner = NULL, rank = 1 WHERE owner = 'co'").await;
        assert_eq!(go_on(&world, &owner, acting, TransferVerb::Undo).await, conflict());
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::Legal));
    });
}

#[test]
fn two_who_change_the_owners_at_once_leave_one_legal_owner() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        for _ in 0..20 {
            offer(&world, &owner, acting, max_id).await.expect("it is offered");
            let mut tasks = JoinSet::new();
            for (caller, to) in [(&max, TransferVerb::Accept), (&owner, TransferVerb::Withdraw)] {
                let (port, caller) = (ownership(&world), caller.clone());
                tasks.spawn(async move {
                    port.run_transfer_command(
                        &caller,
                        acting,
                        TransferCommand { submission: submission(), to, current: secret(PASSWORD) },
                    )
                    .await
                    .is_ok()
                });
            }
            let won = tasks.join_all().await.into_iter().filter(|won| *won).count();
            assert_eq!(won, 1);
            assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE owner = 'legal'").await, 1);
            if kind(&world, &max, acting).await == Some(OwnerKind::Legal) {
                go_on(&world, &owner, acting, TransferVerb::Undo).await.expect("it is undone");
            }
        }
    });
}
