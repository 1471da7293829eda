//! Co-owners, and who can come to own an account.

use crate::support::contacts::{OWNER, account, colleague, form, run_command, with_login};
use crate::support::owners::{change_owner, conflict, denied, go_on, kind, max, offer, ownership, settled};
use crate::support::profile::{self, prove};
use crate::support::{PASSWORD, START, World, for_each_database};
use domain::access::Denied;
use domain::caller::Caller;
use domain::contact::ContactVerb;
use domain::error::PortalError;
use domain::owner::OwnerKind;
use domain::ownership::{EndAsContact, OwnerChange, TransferState, TransferVerb};
use domain::privilege::Privilege;
use domain::role::Role;
use domain::status::ContactStatus;

const DAY: i64 = 24 * 3_600;

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
        assert!(run_command(&world, &eva, acting, max_id, ContactVerb::Delete).await.is_err());
        assert_eq!(
            run_command(&world, &owner, acting, max_id, ContactVerb::Suspend).await,
            denied(Denied::OwnerProtected)
        );
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
fn nobody_comes_to_own_an_account_by_an_address_that_they_only_claim() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        // The manager makes a login for somebody else's address, signs in as it and chooses the password.
        let claimed = with_login("Cleo", "ceo@customer.example", &[]);
        let (cleo, puppet) = colleague(&world, acting, &manager, claimed).await;
        let page = ownership(&world).read(&owner, acting).await.expect("shown");
        assert!(page.candidates.iter().all(|candidate| candidate.contact != cleo));
        assert_eq!(page.unproved, ["Cleo Example"]);
        let refused = denied(Denied::AddressUnproved);
        assert_eq!(change_owner(&world, &owner, acting, cleo, OwnerChange::Appoint).await, refused);
        assert_eq!(offer(&world, &owner, acting, cleo).await, refused);

        // Nor by an offer that was made before.
        world.execute("UPDATE persons SET verified_at = 1 WHERE email = 'ceo@customer.example'").await;
        offer(&world, &owner, acting, cleo).await.expect("it is offered");
        world.doubt_address("ceo@customer.example").await;
        assert_eq!(go_on(&world, &puppet, acting, TransferVerb::Accept).await, refused);
        let shown = ownership(&world).read(&owner, acting).await.expect("shown").transfer.expect("it is offered");
        assert_eq!(shown.state, TransferState::Offered);
        assert_eq!(kind(&world, &puppet, acting).await, None);
        assert_eq!(kind(&world, &owner, acting).await, Some(OwnerKind::Legal));

        prove(&world, &puppet).await;
        go_on(&world, &puppet, acting, TransferVerb::Accept).await.expect("whoever has the mailbox may");
        // The same holds of whoever takes it back.
        world.doubt_address("owner@example.com").await;
        assert_eq!(go_on(&world, &owner, acting, TransferVerb::Undo).await, refused);
        prove(&world, &owner).await;
        go_on(&world, &owner, acting, TransferVerb::Undo).await.expect("it is undone");
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
        let page = ownership(&world).read(&owner, acting).await.expect("shown");
        assert!(page.candidates.iter().all(|candidate| candidate.contact != cleo));
        assert_eq!(page.unproved, ["Cleo Example"]);
        let refused = denied(Denied::AddressUnproved);
        assert_eq!(change_owner(&world, &owner, acting, cleo, OwnerChange::Appoint).await, refused);
        assert_eq!(offer(&world, &owner, acting, cleo).await, refused);

        // Nor by an offer that was made before they moved.
        let (eva, evas) = settled(&world, acting, &owner, with_login("Eva", "eva@example.com", &[])).await;
        offer(&world, &owner, acting, eva).await.expect("she has proved it");
        move_past_their_contact(&world, &evas, "two@evil.example").await;
        assert_eq!(go_on(&world, &evas, acting, TransferVerb::Accept).await, refused);
        assert_eq!(kind(&world, &evas, acting).await, None);
    });
}

#[test]
fn an_owner_s_access_does_not_end_and_a_contact_s_ends_when_it_would_have() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max_id, max) = max(&world, acting, &owner, &[]).await;
        let end = START.plus_seconds(DAY);
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
        go_on(&world, &max, acting, TransferVerb::Accept).await.expect("it is accepted");
        go_on(&world, &owner, acting, TransferVerb::Undo).await.expect("it is undone");
        assert_eq!(until().await, Some(end));

        change(&owner, OwnerChange::Appoint).await;
        let past = end.plus_seconds(DAY);
        let (owner, max) = (world.signed_in(OWNER, past).await, world.signed_in("max@example.com", past).await);
        assert_eq!(kind(&world, &max, acting).await, Some(OwnerKind::CoOwner), "the end does not touch an owner");
        let page = ownership(&world).read(&owner, acting).await.expect("shown");
        let row = page.owners.iter().find(|row| row.contact == max_id).expect("he is an owner");
        assert!(matches!(&row.end, EndAsContact::Ended(at) if at.at == end), "the question says so: {:?}", row.end);
        change(&owner, OwnerChange::Dismiss).await;
        let row = world.portal().ports.contacts.read(&owner, acting, max_id).await.expect("shown").row;
        assert_eq!(row.status, ContactStatus::AccessExpired);
        let entered = world.portal().ports.accounts.open(&max, acting).await.err();
        assert_eq!(entered, Some(PortalError::NotFound));
    });
}
