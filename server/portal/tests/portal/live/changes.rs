//! Which changes are told to whom, in the transaction of the change.

use crate::live::{about, position, signed_in, since, told};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, look_at, run_command, submission, with_login};
use crate::support::invitations;
use crate::support::{OTHER_PASSWORD, PASSWORD, START, credentials, for_each_database, secret, visitor};
use domain::contact::{BulkCommand, BulkVerb, BulkWith, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::invitation::DeclineInvitation;
use domain::live::SessionStanding;
use domain::person::{ChangePassword, EndSession};
use domain::role::Role;

#[test]
fn every_change_to_somebody_s_access_tells_them_and_nobody_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[Role::Manager])).await;
        let (_, eve) = colleague(&world, acting, &owner, with_login("Eve", "eve@example.com", &[Role::Billing])).await;
        let others = [(&owner, position(&world, &owner).await), (&eve, position(&world, &eve).await)];
        let trimmed = SaveContact { contact: Some(id), version: 1, ..form("Ben", "ben@example.com") };
        let before = position(&world, &ben).await;
        world.portal().ports.contacts.save(&owner, acting, trimmed).await.expect("the owner may");
        assert!(about(acting.account, &since(&world, &ben, before).await));
        for to in [ContactVerb::Suspend, ContactVerb::Reactivate] {
            let before = position(&world, &ben).await;
            run_command(&world, &owner, acting, id, to).await.expect("the owner may");
            assert!(about(acting.account, &since(&world, &ben, before).await), "{to:?}");
        }
        let before = position(&world, &ben).await;
        let change = BulkCommand { to: BulkVerb::Delete, submission: submission(), contacts: vec![id], ..many() };
        world.portal().ports.contacts.run_bulk_command(&owner, acting, change).await.expect("the owner may");
        assert!(about(acting.account, &since(&world, &ben, before).await));
        let before = position(&world, &ben).await;
        run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect("the owner may");
        assert!(about(acting.account, &since(&world, &ben, before).await));
        for (other, before) in others {
            assert!(since(&world, other, before).await.is_empty());
        }
    });
}

#[test]
fn whoever_views_as_somebody_hears_that_there_is_nothing_left_to_view() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[Role::Billing])).await;
        let mara = with_login("Mara", "mara@example.com", &[Role::Manager]);
        let (_, mara) = colleague(&world, acting, &owner, mara).await;
        let contacts = &world.portal().ports.contacts;
        for to in [ContactVerb::Suspend, ContactVerb::Delete] {
            contacts.view_as(&owner, acting, look_at(id)).await.expect("the owner may");
            let before = position(&world, &owner).await;
            let hers = position(&world, &mara).await;
            run_command(&world, &mara, acting, id, to).await.expect("a manager may");
            assert!(about(acting.account, &since(&world, &owner, before).await), "{to:?}");
            assert!(since(&world, &mara, hers).await.is_empty());
            if to == ContactVerb::Suspend {
                run_command(&world, &mara, acting, id, ContactVerb::Reactivate).await.expect("a manager may");
            }
        }
    });
}

#[test]
fn whoever_gives_back_by_the_link_what_they_were_given_hears_of_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("guest@elsewhere.example").await;
        let guest = world.signed_in("guest@elsewhere.example", START).await;
        let token = invitations::given_to(&world, &owner, acting, "guest@elsewhere.example").await;
        let before = position(&world, &guest).await;
        let change = DeclineInvitation { token, reason: String::new() };
        world.portal().ports.invitations.decline(&visitor(START), change).await.expect("they may refuse");
        assert!(about(acting.account, &since(&world, &guest, before).await), "their tabs are open there");
    });
}

fn many() -> BulkCommand {
    BulkCommand {
        submission: submission(),
        to: BulkVerb::Suspend,
        with: BulkWith::default(),
        contacts: Vec::new(),
        everything: false,
        filter: domain::contact::ContactFilter::default(),
    }
}

#[test]
fn what_changes_nobody_s_access_tells_nobody() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = told(&world).await;
        run_command(&world, &owner, acting, id, ContactVerb::SendReset).await.expect("the owner may");
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, form("No", "login@example.com")).await.expect("the owner may");
        world.sign_in("ben@example.com", PASSWORD, START).await.expect("the password is right");
        // Refused, so that nothing was written at all.
        assert!(matches!(
            run_command(&world, &ben, acting, id, ContactVerb::Suspend).await,
            Err(PortalError::Denied { .. })
        ));
        assert_eq!(told(&world).await, before);
    });
}

#[test]
fn only_what_may_be_of_rights_is_asked_for_at_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = position(&world, &ben).await;
        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("the owner may");
        assert!(since(&world, &ben, before).await.access);
        let again = world.signed_in("owner@example.com", START).await;
        let before = position(&world, &owner).await;
        world.people().sign_out(&again).await.expect("it ends");
        let news = since(&world, &owner, before).await;
        assert!(news.everything && !news.access, "it was another session");
    });
}

#[test]
fn a_change_that_cannot_be_told_is_not_made() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let before = told(&world).await;
        let written = world.count(Rows::Events).await;
        world.execute("ALTER TABLE live_events RENAME TO elsewhere").await;
        let failed = run_command(&world, &owner, acting, id, ContactVerb::Suspend).await;
        assert!(matches!(failed, Err(PortalError::Internal { .. })), "{failed:?}");
        world.execute("ALTER TABLE elsewhere RENAME TO live_events").await;
        world.portal().ports.accounts.open(&ben, acting).await.expect("still there");
        assert_eq!((told(&world).await, world.count(Rows::Events).await), (before, written));
    });
}

#[test]
fn whoever_views_the_portal_as_somebody_is_told_of_their_changes() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[Role::Billing])).await;
        let contacts = &world.portal().ports.contacts;
        contacts.view_as(&owner, acting, look_at(id)).await.expect("the owner may");
        let before = position(&world, &owner).await;
        let trimmed = SaveContact { contact: Some(id), version: 1, ..form("Ben", "ben@example.com") };
        contacts.save(&owner, acting, trimmed).await.expect("the owner may");
        assert!(about(acting.account, &since(&world, &owner, before).await));
    });
}

#[test]
fn signing_in_over_a_session_tells_the_person_whose_session_it_ends() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, ben) = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await;
        let bens = position(&world, &ben).await;
        for next in ["owner@example.com", "ben@example.com"] {
            let there = world.signed_in("owner@example.com", START).await;
            let before = position(&world, &there).await;
            let begun = world.people().sign_in(&there, credentials(next, PASSWORD)).await;
            begun.expect("the password is right");
            let news = since(&world, &there, before).await;
            assert!(news.everything && !news.access, "{next}");
        }
        assert!(since(&world, &ben, bens).await.is_empty(), "none of theirs ended");
    });
}

#[test]
fn the_end_of_a_session_and_a_new_password_are_told_to_the_person() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        let other = world.sign_in("owner@example.com", PASSWORD, START).await.expect("the password is right").token;
        let there = world.caller(&other, START).await.expect("it lives");
        let (people, sessions) = (world.people(), &world.portal().sessions);
        let standing = async |token: &str| {
            let session = signed_in(&there).session;
            sessions.standing(session, token, START).await.expect("the database answers")
        };
        assert_eq!(standing(other.expose()).await, SessionStanding::Live);
        assert_eq!(standing("an older token").await, SessionStanding::Renewed);

        let before = position(&world, &owner).await;
        let change = EndSession { session: signed_in(&there).session };
        people.end_session(&owner, change).await.expect("it is one's own");
        assert!(since(&world, &there, before).await.everything);
        assert_eq!(standing(other.expose()).await, SessionStanding::Over);

        let before = position(&world, &owner).await;
        let (password, again) = (secret(OTHER_PASSWORD), secret(OTHER_PASSWORD));
        let change = ChangePassword { current: secret(PASSWORD), password, again };
        people.change_password(&owner, change).await.expect("the password does");
        assert!(since(&world, &owner, before).await.everything);

        let link = world.ask_for_link("owner@example.com", START).await;
        let before = position(&world, &owner).await;
        world.set_password(&link, PASSWORD, START).await.expect("the password does");
        assert!(since(&world, &owner, before).await.everything);

        let again = world.signed_in("owner@example.com", START).await;
        let before = position(&world, &owner).await;
        people.sign_out(&again).await.expect("it ends");
        assert!(since(&world, &again, before).await.everything);
    });
}
