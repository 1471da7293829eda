//! What was given for a while: nothing prolongs it, and nothing brings it back.

use crate::asking::{DAY, ask, decide, decision, holds, waiting};
use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, run_command, submission, with_login};
use crate::support::{START, World, for_each_database};
use domain::acting::Acting;
use domain::asking::{Decision, Duration};
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{ContactId, SubmissionId};
use domain::privilege::Privilege;
use domain::right::Place;
use domain::right::Right;
use domain::role::Role;
use domain::time::Timestamp;
use uuid::{NoContext, Uuid};

/// A submission id of a form that was rendered at `now`.
fn rendered(now: Timestamp) -> SubmissionId {
    let millis = u64::try_from(now.0).expect("after 1970");
    let nanos = u32::try_from(millis % 1000).expect("small") * 1_000_000;
    SubmissionId::new(Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, millis / 1000, nanos)))
}

/// Tina with the role Technical until seven days from the start.
async fn technical_for_a_week(world: &World) -> (Acting, Caller, ContactId, Caller) {
    let (acting, owner) = account(world).await;
    let (id, tina) = colleague(world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
    ask(world, &tina, acting, "role.technical").await.expect("asked");
    let request = waiting(world, &owner, acting).await;
    decide(world, &owner, acting, decision(request, Decision::Grant, Duration::SevenDays)).await.expect("granted");
    (acting, owner, id, tina)
}

#[test]
fn saving_the_contact_neither_drops_nor_prolongs_what_has_an_end() {
    for_each_database(async |world| {
        let (acting, owner, id, _) = technical_for_a_week(&world).await;
        let contacts = world.portal().ports.contacts.clone();
        let end = START.plus_seconds(7 * DAY);
        let technical = SaveContact {
            contact: Some(id),
            version: 2,
            roles: [Role::Technical].into_iter().collect(),
            phone: "+49 30 5550 111".to_owned(),
            ..form("Tina", "tina@example.com")
        };
        contacts.save(&owner, acting, technical.clone()).await.expect("saved");
        let page = contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].at.at), (1, end), "kept as it was");

        // Taken apart into what it gives, less one: the pieces end when the role would have.
        let mut privileges = Role::Technical.privileges();
        privileges.remove(Privilege::TicketsClose);
        let apart = SaveContact {
            version: 3,
            roles: [].into_iter().collect(),
            privileges,
            all_services: Role::Technical.operations(),
            submission: Some(submission()),
            ..technical
        };
        contacts.save(&owner, acting, apart).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE ends_at IS NULL").await, 0);
        let awake = world.signed_in("tina@example.com", end).await;
        assert!(!holds(&world, &awake, acting, Privilege::TicketsOpen, end).await);
    });
}

#[test]
fn a_form_opened_before_the_end_and_sent_after_it_revives_nothing() {
    for_each_database(async |world| {
        let (acting, _, id, _) = technical_for_a_week(&world).await;
        let end = START.plus_seconds(7 * DAY);
        let owner = at(&world.signed_in("owner@example.com", end).await, end);
        let contacts = world.portal().ports.contacts.clone();
        let stale = SaveContact {
            submission: Some(rendered(Timestamp(end.0 - 1_000))),
            contact: Some(id),
            version: 2,
            roles: [Role::Technical].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        let answer = contacts.save(&owner, acting, stale.clone()).await;
        let taken = ContactChange::Taken { right: Right::Role(Role::Technical), place: Place::Account };
        assert_eq!(answer, Err(PortalError::overtaken_with(None, [taken])));
        // Whoever ticks it on a form that shows it gone means it.
        let meant = SaveContact { submission: Some(rendered(Timestamp(end.0 + 1))), ..stale };
        let after = Caller { now: end.plus_seconds(60), ..owner };
        contacts.save(&after, acting, meant).await.expect("given anew");
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE key = 'technical' AND ends_at IS NULL").await, 1);
        let history = contacts.read(&after, acting, id).await.expect("shown").history.rows;
        let given = ContactChange::Given { right: Right::Role(Role::Technical), place: Place::Account };
        assert_eq!(history[0].changes, [given], "what ended by itself was taken by nobody");
    });
}

#[test]
fn a_restoration_brings_back_no_more_than_was_left() {
    for_each_database(async |world| {
        let (acting, owner, id, _) = technical_for_a_week(&world).await;
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect("restored");
        let end = START.plus_seconds(7 * DAY);
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].at.at), (1, end));

        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let later = at(&world.signed_in("owner@example.com", end).await, end);
        run_command(&world, &later, acting, id, ContactVerb::Restore).await.expect("restored");
        assert_eq!(world.count(Rows::Grants).await, 0, "it had ended meanwhile");
    });
}
