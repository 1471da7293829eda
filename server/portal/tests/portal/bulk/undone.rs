//! Taking a bulk action back.

use crate::bulk::{CROWD, crowd, deleted, look, many, start};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, later, many_changes, run_command, submission, with_login};
use crate::support::{World, for_each_database_with};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{BulkOutcome, BulkProgress, BulkVerb, ContactQuery, ContactVerb, SaveContact, UndoContacts};
use domain::error::PortalError;
use domain::id::{BulkId, ContactId};
use domain::person::EndSession;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::problem::Problem;
use domain::rights::Rights;
use domain::role::Role;
use domain::status::ContactState;

pub async fn undo(world: &World, caller: &Caller, acting: Acting, bulk: BulkId) -> Result<BulkOutcome, PortalError> {
    let change = UndoContacts { submission: submission(), bulk };
    world.portal().ports.contacts.undo_many(caller, acting, change).await
}

#[test]
fn one_undo_brings_everybody_back_with_what_they_had() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await;
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        assert_eq!(deleted(&world).await, 150);
        // Somebody has taken one of the addresses meanwhile.
        world.portal().ports.contacts.save(&owner, acting, form("New", "p7@example.com")).await.expect("it is free");
        let back = undo(&world, &owner, acting, first.id.expect("done")).await.expect("one's own");
        assert_eq!(back.to, BulkVerb::Restore);
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        let all = look(&world, &owner, acting, &back).await;
        assert_eq!((all.done, all.refused_count), (149, 1));
        let [(name, PortalError::Invalid { fields })] = all.refused.as_slice() else { panic!("{:?}", all.refused) };
        assert_eq!(name, "P007 Example");
        assert!(matches!(fields[0].problem, Problem::Contact(ContactProblem::TakenBy { .. })));
        let page = world.portal().ports.contacts.read(&owner, acting, ids[100]).await.expect("they are back");
        let held = Rights { privileges: PrivilegeSet::of(&[Privilege::BillingView]), ..Rights::default() };
        assert_eq!((page.now.state, page.now.rights.effective()), (ContactState::ContactOnly, held.effective()));
    });
}

#[test]
fn undo_stops_what_was_still_to_come() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await;
        let back = undo(&world, &owner, acting, first.id.expect("begun")).await.expect("one's own");
        assert_eq!(back.done, first.done);
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        assert_eq!(deleted(&world).await, 0);
    });
}

#[test]
fn what_is_undone_twice_is_undone_once() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await.id.expect("begun");
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let back = undo(&world, &owner, acting, first).await.expect("one's own");
        for _ in 0..3 {
            assert_eq!(undo(&world, &owner, acting, first).await, Ok(back.clone()));
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM jobs WHERE name = 'contacts.bulk'").await, 1);
        assert_eq!(world.count(Rows::BulkActions).await, 2);
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        let all = look(&world, &owner, acting, &back).await;
        assert_eq!((all.done, all.progress), (CROWD, BulkProgress::Complete));
        assert_eq!(undo(&world, &owner, acting, first).await, Ok(all));
    });
}

#[test]
fn an_undo_that_was_stopped_goes_on_with_what_is_left_when_it_is_asked_for_again() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await.id.expect("begun");
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let half = undo(&world, &owner, acting, first).await.expect("one's own");
        let session = owner.signed_in().expect("signed in").session;
        world.people().end_session(&owner, EndSession { session }).await.expect("one's own");
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        let owner = world.signed_in("owner@example.com", later(3)).await;
        assert_eq!(look(&world, &owner, acting, &half).await.progress, BulkProgress::Stopped);
        let mut sorted = ids;
        sorted.sort_unstable();
        run_command(&world, &owner, acting, sorted[0], ContactVerb::Delete)
            .await
            .expect("it is back, and can go again");
        let again = undo(&world, &owner, acting, first).await.expect("one's own");
        assert_eq!((again.id, again.progress), (half.id, BulkProgress::UnderWay));
        assert!(again.done > half.done, "{} after {}", again.done, half.done);
        world.portal().jobs.run_due(later(4)).await.expect("the database answers");
        let all = look(&world, &owner, acting, &again).await;
        assert_eq!((all.done, all.progress), (CROWD, BulkProgress::Complete));
        assert_eq!(deleted(&world).await, 1, "who was deleted since then stays so");
    });
}

#[test]
fn what_others_decided_since_then_is_not_undone() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let manager = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage, Privilege::BillingView]),
            ..with_login("Max", "max@example.com", &[])
        };
        let (_, max) = colleague(&world, acting, &owner, manager).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        world.execute("UPDATE contacts SET state = 'active' WHERE state = 'contact_only'").await;
        let last = *ids.iter().max().expect("some");
        let first = start(&world, &max, acting, many(BulkVerb::Suspend, ids)).await.id.expect("begun");
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let half = undo(&world, &max, acting, first).await.expect("one's own");
        let session = max.signed_in().expect("signed in").session;
        world.people().end_session(&max, EndSession { session }).await.expect("one's own");
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        for to in [ContactVerb::Reactivate, ContactVerb::Suspend] {
            run_command(&world, &owner, acting, last, to).await.expect("the owner may");
        }
        let max = world.signed_in("max@example.com", later(3)).await;
        assert_eq!(look(&world, &max, acting, &half).await.progress, BulkProgress::Stopped);
        undo(&world, &max, acting, first).await.expect("one's own");
        world.portal().jobs.run_due(later(4)).await.expect("the database answers");
        let all = look(&world, &max, acting, &half).await;
        assert_eq!((all.done, all.unchanged, all.refused_count), (CROWD - 1, 1, 0));
        let page = world.portal().ports.contacts.read(&owner, acting, last).await.expect("it is there");
        assert_eq!(page.now.state, ContactState::Suspended);
    });
}

#[test]
fn while_one_bulk_action_is_under_way_another_is_not_undone() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let small = start(&world, &owner, acting, many(BulkVerb::Delete, ids[..2].to_vec())).await.id.expect("done");
        let large = start(&world, &owner, acting, many(BulkVerb::Delete, ids[2..].to_vec())).await.id.expect("begun");
        let busy = Err(PortalError::TooMany { retry_after: 5 });
        assert_eq!(undo(&world, &owner, acting, small).await, busy);
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let back = undo(&world, &owner, acting, large).await.expect("one's own");
        assert_eq!(back.progress, BulkProgress::UnderWay);
        assert_eq!(undo(&world, &owner, acting, small).await, busy);
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        assert_eq!(undo(&world, &owner, acting, small).await.expect("nothing is under way").done, 2);
        assert_eq!(deleted(&world).await, 0);
    });
}

#[test]
fn undo_stops_it_also_where_nothing_can_be_taken_back() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        // Somebody who may suspend them, and not give back what they hold.
        let manager = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            ..with_login("Max", "max@example.com", &[])
        };
        let (max_id, max) = colleague(&world, acting, &owner, manager).await;
        let crowd = crowd(&world, &owner, acting, CROWD).await;
        let others: Vec<ContactId> = crowd.into_iter().filter(|id| *id != max_id).collect();
        world.execute("UPDATE contacts SET state = 'active' WHERE state = 'contact_only'").await;
        let first = start(&world, &max, acting, many(BulkVerb::Suspend, others)).await;
        assert!(first.done > 0 && first.progress == BulkProgress::UnderWay, "{first:?}");
        let back = undo(&world, &max, acting, first.id.expect("begun")).await.expect("one's own");
        assert_eq!((back.done, back.refused_count), (0, first.done));
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let suspended = world.number("SELECT COUNT(*) FROM contacts WHERE state = 'suspended'").await;
        assert_eq!(usize::try_from(suspended), Ok(first.done), "the rest was stopped");
    });
}

#[test]
fn a_bulk_action_is_looked_at_and_undone_by_whoever_began_it_and_nobody_else() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 2).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let bulk = start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await.id.expect("done");
        let contacts = &world.portal().ports.contacts;
        assert_eq!(contacts.bulk(&max, acting, bulk).await, Err(PortalError::NotFound));
        assert_eq!(undo(&world, &max, acting, bulk).await, Err(PortalError::NotFound));
        assert_eq!(deleted(&world).await, 2);
        assert!(undo(&world, &owner, acting, bulk).await.is_ok());
        // What was undone is not undone again: the answer is that of the first time.
        let again = undo(&world, &owner, acting, bulk).await.expect("asked again");
        assert_eq!((again.done, again.unchanged), (2, 0));
        run_command(&world, &owner, acting, ids[0], ContactVerb::Delete).await.expect("it is back, and can go again");
        let page = contacts.list(&owner, acting, ContactQuery::default()).await.expect("listed");
        assert_eq!(page.rows.len(), 3);
    });
}
