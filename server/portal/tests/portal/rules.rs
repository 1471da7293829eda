//! An account's own rules: what managers hand out, co-owners, and handing the account over.

use crate::support::contacts::{OWNER, account, at, colleague, form, later, mv, submission, with_login};
use crate::support::owners::{change_owner, go_on, offer, rules};
use crate::support::profile::{self, prove};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, for_each_database, secret};
use domain::access::Denied;
use domain::account::LeaveAccount;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactFilter, Move, MoveContacts, SaveContact, Verdict, ViewContactAs};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::owner::OwnerKind;
use domain::privilege::Privilege;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::role::{Role, RoleSet};
use domain::rules::{
    ChangeOwner, EndAsContact, MoveTransfer, OfferOwnership, OwnerChange, SetHandOut, TransferMove, TransferState,
};
use domain::status::ContactStatus;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const HOUR: i64 = 3_600;

async fn kind(world: &World, caller: &Caller, acting: Acting) -> Option<OwnerKind> {
    world.portal().ports.accounts.open(caller, acting).await.expect("they enter").actor.standing.owner
}

fn denied(why: Denied) -> Result<(), PortalError> {
    Err(PortalError::Denied { why })
}

fn conflict() -> Result<(), PortalError> {
    Err(PortalError::overtaken())
}

/// An active contact with a login of their own and a proved address, signed in.
async fn settled(world: &World, acting: Acting, owner: &Caller, change: SaveContact) -> (ContactId, Caller) {
    let (contact, caller) = colleague(world, acting, owner, change).await;
    prove(world, &caller).await;
    (contact, caller)
}

async fn max(world: &World, acting: Acting, owner: &Caller, roles: &[Role]) -> (ContactId, Caller) {
    settled(world, acting, owner, with_login("Max", "max@example.com", roles)).await
}

#[test]
fn an_owner_shortens_the_list_that_managers_hand_out() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        let roles: RoleSet = [Role::Technical].into_iter().collect();
        let set =
            |roles: &RoleSet| SetHandOut { submission: submission(), roles: roles.clone(), current: secret(PASSWORD) };
        let refused = rules(&world).set_hand_out(&manager, acting, set(&roles)).await;
        assert_eq!(refused, denied(Denied::OwnersOnly));
        rules(&world).set_hand_out(&owner, acting, set(&roles)).await.expect("an owner sets it");
        let contacts = &world.portal().ports.contacts;
        let billing = contacts.save(&manager, acting, with_login("Bea", "bea@example.com", &[Role::Billing])).await;
        assert!(matches!(billing, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })));
        contacts
            .save(&manager, acting, with_login("Tim", "tim@example.com", &[Role::Technical]))
            .await
            .expect("what is on the list is given");
    });
}

#[test]
fn only_the_legal_owner_appoints_and_dismisses_co_owners() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[Role::Manager]).await;
        let (eva_id, eva) = colleague(&world, acting, &owner, with_login("Eva", "eva@example.com", &[])).await;
        let held = with_login("Paul", "paul@example.com", &[]);
        let paul = world.portal().ports.contacts.save(&owner, acting, held).await.expect("added");
        assert_eq!(
            change_owner(&world, &max, acting, eva_id, OwnerChange::Appoint).await,
            denied(Denied::LegalOwnerOnly)
        );
        assert_eq!(
            change_owner(&world, &owner, acting, paul, OwnerChange::Appoint).await,
            denied(Denied::CannotOwn),
            "the account knows his password"
        );
        change_owner(&world, &owner, acting, max_id, OwnerChange::Appoint).await.expect("Max is a co-owner");
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::CoOwner));
        assert_eq!(
            change_owner(&world, &max, acting, eva_id, OwnerChange::Appoint).await,
            denied(Denied::LegalOwnerOnly)
        );
        assert!(mv(&world, &eva, acting, max_id, Move::Delete).await.is_err());
        assert_eq!(mv(&world, &owner, acting, max_id, Move::Suspend).await, denied(Denied::OwnerProtected));
        world.send_digests(START).await;
        let told =
            world.outbox().await.into_iter().any(|mail| mail.to == "max@example.com" && mail.text.contains("co-owner"));
        assert!(told);
        change_owner(&world, &owner, acting, max_id, OwnerChange::Dismiss).await.expect("Max is a contact again");
        let view = world.portal().ports.accounts.open(&max, acting).await.expect("he enters");
        assert_eq!(view.actor.standing.owner, None);
        assert!(view.actor.standing.effective.has(Privilege::ContactsManage), "with the role he had");
        assert_eq!(change_owner(&world, &owner, acting, max_id, OwnerChange::Dismiss).await, conflict());
    });
}

#[test]
fn an_account_is_handed_over_with_both_consents_and_taken_back_within_72_hours() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[Role::Technical]).await;
        let change =
            OfferOwnership { submission: submission(), contact: Some(max_id), current: secret("not the password") };
        let refused = rules(&world).offer(&owner, acting, change).await;
        assert_eq!(refused, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        assert_eq!(offer(&world, &max, acting, max_id).await, denied(Denied::LegalOwnerOnly));
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        assert_eq!(kind(&world, &max, acting).await, None, "an offer alone changes nothing");
        assert_eq!(go_on(&world, &owner, acting, TransferMove::Accept).await, denied(Denied::NotYours));
        go_on(&world, &max, acting, TransferMove::Accept).await.expect("it is accepted");
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
        let page = rules(&world).read(&owner, acting).await.expect("the page is shown");
        let former = page.owners.iter().find(|row| row.kind == OwnerKind::CoOwner).expect("the former owner").contact;
        assert_eq!(
            change_owner(&world, &max, acting, former, OwnerChange::Dismiss).await,
            denied(Denied::OwnerProtected)
        );
        assert_eq!(offer(&world, &max, acting, former).await, conflict());
        let transfer = page.transfer.expect("it is shown");
        assert_eq!((transfer.state, transfer.undo), (TransferState::Done, Verdict::Allowed));
        assert_eq!(go_on(&world, &max, acting, TransferMove::Undo).await, denied(Denied::NotYours));

        let last = Timestamp(START.plus_seconds(72 * HOUR).0 - 1);
        let session = world.signed_in(OWNER, last).await;
        go_on(&world, &session, acting, TransferMove::Undo).await.expect("it is undone");
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
        let answer = rules(&world).offer(&owner, acting, nobody()).await;
        assert_eq!(answer, Err(PortalError::invalid("contact", Problem::NotOffered)));
        assert_eq!(rules(&world).offer(&max, acting, nobody()).await, denied(Denied::LegalOwnerOnly));
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
        assert_eq!(go_on(&world, &late, acting, TransferMove::Accept).await, Err(PortalError::NotFound));
        go_on(&world, &max, acting, TransferMove::Withdraw).await.expect("whoever gets it may decline");
        assert_eq!(go_on(&world, &max, acting, TransferMove::Accept).await, Err(PortalError::NotFound));
    });
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferMove::Accept).await.expect("it is accepted");
        let final_at = START.plus_seconds(72 * HOUR);
        let before = world.signed_in(OWNER, final_at).await;
        assert_eq!(go_on(&world, &before, acting, TransferMove::Undo).await, Err(PortalError::NotFound));
        let former = rules(&world).read(&max, acting).await.expect("the page").owners[1].contact;
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
        mv(&world, &owner, acting, max_id, Move::Suspend).await.expect("he is suspended");
        assert_eq!(go_on(&world, &max, acting, TransferMove::Accept).await, Err(PortalError::NotFound));
        // Nor when somebody ends the suspension: the offer went with it.
        mv(&world, &owner, acting, max_id, Move::Reactivate).await.expect("he is back");
        assert_eq!(go_on(&world, &max, acting, TransferMove::Accept).await, Err(PortalError::NotFound));
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
    mv(world, by, acting, contact, Move::RestoreBare).await.expect("a manager may");
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
                1 => mv(&world, &owner, acting, eva, Move::Delete).await.expect("she is deleted"),
                2 => {
                    let (contacts, filter) = (vec![eva], ContactFilter::default());
                    let (submission, to) = (submission(), Move::Delete);
                    let change = MoveContacts { submission, to, contacts, everything: false, filter };
                    world.portal().ports.contacts.move_many(&owner, acting, change).await.expect("with others");
                }
                _ => leave(&world, &evas, acting).await,
            }
            evas = back(&world, &manager, acting, (eva, "eva@example.com"), later(round)).await;
            let accepted = go_on(&world, &evas, acting, TransferMove::Accept).await;
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
        go_on(&world, &max, acting, TransferMove::Accept).await.expect("it is accepted");
        leave(&world, &owner, acting).await;
        let owner = back(&world, &manager, acting, (former, OWNER), later(1)).await;
        assert_eq!(go_on(&world, &owner, acting, TransferMove::Undo).await, Err(PortalError::NotFound));
        assert_eq!(kind(&world, &owner, acting).await, None);
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::Legal));
    });
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferMove::Accept).await.expect("it is accepted");
        world.execute("UPDATE contacts SET owner = NULL, rank = 1 WHERE owner = 'co'").await;
        assert_eq!(go_on(&world, &owner, acting, TransferMove::Undo).await, conflict());
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
            for (caller, to) in [(&max, TransferMove::Accept), (&owner, TransferMove::Withdraw)] {
                let (port, caller) = (rules(&world), caller.clone());
                tasks.spawn(async move {
                    port.move_transfer(
                        &caller,
                        acting,
                        MoveTransfer { submission: submission(), to, current: secret(PASSWORD) },
                    )
                    .await
                    .is_ok()
                });
            }
            let won = tasks.join_all().await.into_iter().filter(|won| *won).count();
            assert_eq!(won, 1);
            assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE owner = 'legal'").await, 1);
            if kind(&world, &max, acting).await == Some(OwnerKind::Legal) {
                go_on(&world, &owner, acting, TransferMove::Undo).await.expect("it is undone");
            }
        }
    });
}

#[test]
fn nobody_comes_to_own_an_account_by_an_address_that_they_only_claim() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        // The manager makes a login for somebody else's address, signs in as it and chooses the password.
        let claimed = with_login("Cleo", "ceo@customer.example", &[]);
        let (cleo, puppet) = colleague(&world, acting, &manager, claimed).await;
        let page = rules(&world).read(&owner, acting).await.expect("shown");
        assert!(page.candidates.iter().all(|candidate| candidate.contact != cleo));
        assert_eq!(page.unproved, ["Cleo Example"]);
        let refused = denied(Denied::AddressUnproved);
        assert_eq!(change_owner(&world, &owner, acting, cleo, OwnerChange::Appoint).await, refused);
        assert_eq!(offer(&world, &owner, acting, cleo).await, refused);

        // Nor by an offer that was made before.
        world.execute("UPDATE persons SET verified_at = 1 WHERE email = 'ceo@customer.example'").await;
        offer(&world, &owner, acting, cleo).await.expect("it is offered");
        world.doubt_address("ceo@customer.example").await;
        assert_eq!(go_on(&world, &puppet, acting, TransferMove::Accept).await, refused);
        let shown = rules(&world).read(&owner, acting).await.expect("shown").transfer.expect("it is offered");
        assert_eq!(shown.state, TransferState::Offered);
        assert_eq!(kind(&world, &puppet, acting).await, None);
        assert_eq!(kind(&world, &owner, acting).await, Some(OwnerKind::Legal));

        prove(&world, &puppet).await;
        go_on(&world, &puppet, acting, TransferMove::Accept).await.expect("whoever has the mailbox may");
        // The same holds of whoever takes it back.
        world.doubt_address("owner@example.com").await;
        assert_eq!(go_on(&world, &owner, acting, TransferMove::Undo).await, refused);
        prove(&world, &owner).await;
        go_on(&world, &owner, acting, TransferMove::Undo).await.expect("it is undone");
    });
}

/// Moves to an address that another contact of the account has, so that their own contact keeps the one it had.
async fn move_past_their_contact(world: &World, who: &Caller, to: &str) {
    profile::change(world, who, to, PASSWORD).await.expect("asked for");
    profile::confirm(world, who, &profile::link(world).await).await.expect("proved");
}

#[test]
fn nobody_comes_to_own_an_account_by_proving_another_address_than_their_contact_shows() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        for mine in ["one@evil.example", "two@evil.example"] {
            world.portal().ports.contacts.save(&manager, acting, form("Mail", mine)).await.expect("added");
        }
        let claimed = with_login("Cleo", "ceo@customer.example", &[]);
        let (cleo, puppet) = colleague(&world, acting, &manager, claimed).await;
        move_past_their_contact(&world, &puppet, "one@evil.example").await;
        let still = "SELECT COUNT(*) FROM contacts WHERE first_name = 'Cleo' AND email = 'ceo@customer.example'";
        assert_eq!(world.number(still).await, 1);
        let page = rules(&world).read(&owner, acting).await.expect("shown");
        assert!(page.candidates.iter().all(|candidate| candidate.contact != cleo));
        assert_eq!(page.unproved, ["Cleo Example"]);
        let refused = denied(Denied::AddressUnproved);
        assert_eq!(change_owner(&world, &owner, acting, cleo, OwnerChange::Appoint).await, refused);
        assert_eq!(offer(&world, &owner, acting, cleo).await, refused);

        // Nor by an offer that was made before they moved.
        let (eva, evas) = settled(&world, acting, &owner, with_login("Eva", "eva@example.com", &[])).await;
        offer(&world, &owner, acting, eva).await.expect("she has proved it");
        move_past_their_contact(&world, &evas, "two@evil.example").await;
        assert_eq!(go_on(&world, &evas, acting, TransferMove::Accept).await, refused);
        assert_eq!(kind(&world, &evas, acting).await, None);
    });
}

/// What takes the password again.
#[derive(Debug, Clone, Copy)]
enum Step {
    HandOut,
    ViewAs,
    Owner(OwnerChange),
    Transfer(TransferMove),
}

impl Step {
    async fn take(
        self,
        world: &World,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
        password: &str,
    ) -> Result<(), PortalError> {
        let (submission, current) = (submission(), secret(password));
        match self {
            Self::HandOut => {
                let roles = [Role::Technical].into_iter().collect();
                rules(world).set_hand_out(caller, acting, SetHandOut { submission, roles, current }).await
            }
            Self::ViewAs => {
                let contacts = &world.portal().ports.contacts;
                contacts.view_as(caller, acting, ViewContactAs { contact, current }).await
            }
            Self::Owner(to) => {
                rules(world).change_owner(caller, acting, ChangeOwner { submission, contact, to, current }).await
            }
            Self::Transfer(to) => {
                rules(world).move_transfer(caller, acting, MoveTransfer { submission, to, current }).await
            }
        }
    }
}

#[test]
fn what_a_borrowed_browser_must_not_do_takes_the_password_again_after_a_quarter_of_an_hour() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        for (who, step) in [
            (OWNER, Step::HandOut),
            (OWNER, Step::ViewAs),
            (OWNER, Step::Owner(OwnerChange::Appoint)),
            (OWNER, Step::Owner(OwnerChange::Dismiss)),
            ("max@example.com", Step::Transfer(TransferMove::Accept)),
            (OWNER, Step::Transfer(TransferMove::Undo)),
        ] {
            let aged = at(&world.signed_in(who, START).await, later(15));
            let asked = |problem: Problem| Err(PortalError::invalid("current", problem));
            assert_eq!(step.take(&world, &aged, acting, max_id, "").await, asked(Problem::Required), "{step:?}");
            let wrong = step.take(&world, &aged, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(wrong, asked(PersonProblem::WrongPassword.into()), "{step:?}");
            assert_eq!(step.take(&world, &aged, acting, max_id, PASSWORD).await, Ok(()), "{step:?}");
        }
        assert_eq!(kind(&world, &max, acting).await, None, "each was done once");
    });
}

#[test]
fn a_password_given_again_counts_for_its_session_and_a_quarter_of_an_hour() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, _) = max(&world, acting, &owner, &[]).await;
        let other = world.signed_in(OWNER, START).await;
        let look = async |caller: &Caller, now, password| {
            Step::ViewAs.take(&world, &at(caller, now), acting, max_id, password).await
        };
        let required = Err(PortalError::invalid("current", Problem::Required));
        assert_eq!(look(&owner, Timestamp(later(15).0 - 1), "").await, Ok(()), "signing in counts");
        assert_eq!(look(&owner, later(15), "").await, required);
        assert_eq!(look(&owner, later(15), PASSWORD).await, Ok(()));
        assert_eq!(look(&owner, Timestamp(later(30).0 - 1), "").await, Ok(()));
        assert_eq!(look(&other, later(16), "").await, required, "another browser is asked by itself");
        assert_eq!(look(&owner, later(30), "").await, required);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'password_confirmed'").await, 1);
    });
}

#[test]
fn a_password_is_tried_for_what_is_allowed_only_and_not_without_end() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[Role::Manager]).await;
        let (aged_owner, aged_max) = (at(&owner, later(15)), at(&max, later(15)));
        let appoint = Step::Owner(OwnerChange::Appoint);
        let tries = "SELECT COUNT(*) FROM attempts WHERE key LIKE 'password:session:%'";
        for _ in 0..10 {
            let refused = appoint.take(&world, &aged_max, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(refused, denied(Denied::LegalOwnerOnly));
        }
        assert_eq!(world.number(tries).await, 0, "nothing was tried");
        for _ in 0..5 {
            let wrong = appoint.take(&world, &aged_owner, acting, max_id, OTHER_PASSWORD).await;
            assert_eq!(wrong, Err(PortalError::invalid("current", PersonProblem::WrongPassword)));
        }
        let beyond = appoint.take(&world, &aged_owner, acting, max_id, OTHER_PASSWORD).await;
        assert!(matches!(beyond, Err(PortalError::TooMany { .. })), "{beyond:?}");
        let right = appoint.take(&world, &aged_owner, acting, max_id, PASSWORD).await;
        assert!(matches!(right, Err(PortalError::TooMany { .. })), "the right one waits too");
        assert_eq!(kind(&world, &max, acting).await, None);
    });
}

#[test]
fn an_owner_s_access_does_not_end_and_a_contact_s_ends_when_it_would_have() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        let day = 24 * HOUR;
        let end = START.plus_seconds(day);
        let ends = "UPDATE contacts SET ends_at = 1767312000000 WHERE first_name = 'Max'";
        world.execute(ends).await;
        let change = async |caller: &Caller, to| {
            change_owner(&world, caller, acting, max_id, to).await.expect("the legal owner may");
        };
        let until = async || {
            let page = world.portal().ports.contacts.read(&owner, acting, max_id).await.expect("shown");
            page.row.until.map(|until| until.at)
        };
        change(&owner, OwnerChange::Appoint).await;
        assert_eq!(until().await, None);
        change(&owner, OwnerChange::Dismiss).await;
        assert_eq!(until().await, Some(end));
        // A transfer there and back keeps it as well.
        offer(&world, &owner, acting, max_id).await.expect("it is offered");
        go_on(&world, &max, acting, TransferMove::Accept).await.expect("it is accepted");
        go_on(&world, &owner, acting, TransferMove::Undo).await.expect("it is undone");
        assert_eq!(until().await, Some(end));

        change(&owner, OwnerChange::Appoint).await;
        let past = end.plus_seconds(day);
        let (owner, max) = (world.signed_in(OWNER, past).await, world.signed_in("max@example.com", past).await);
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::CoOwner), "the end does not touch an owner");
        let page = rules(&world).read(&owner, acting).await.expect("shown");
        let row = page.owners.iter().find(|row| row.contact == max_id).expect("he is an owner");
        assert!(matches!(&row.end, EndAsContact::Ended(at) if at.at == end), "the question says so: {:?}", row.end);
        change(&owner, OwnerChange::Dismiss).await;
        let row = world.portal().ports.contacts.read(&owner, acting, max_id).await.expect("shown").row;
        assert_eq!(row.status, ContactStatus::AccessExpired);
        let entered = world.portal().ports.accounts.open(&max, acting).await.err();
        assert_eq!(entered, Some(PortalError::NotFound));
    });
}
