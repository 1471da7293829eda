//! Asking for a bulk action: what is refused, and what is answered at once.

use crate::bulk::{CROWD, crowd, deleted, look, many, start};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, many_changes, with_login};
use crate::support::{START, for_each_database_with};
use domain::access::Denied;
use domain::contact::{
    BulkCommand, BulkPicked, BulkPreview, BulkProgress, BulkVerb, ContactFilter, ContactQuery, SaveContact,
};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::list::Total;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use uuid::Uuid;

fn missing(privilege: Privilege) -> PortalError {
    Denied::Missing(Right::Privilege(privilege)).into()
}

#[test]
fn whoever_may_not_change_contacts_has_none_looked_up() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let reads = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsView]),
            ..with_login("Rosa", "rosa@example.com", &[])
        };
        let (rosa_id, rosa) = colleague(&world, acting, &owner, reads).await;
        // Neither one that is there nor one that is not: nothing is read of either (F5).
        for ids in [vec![rosa_id; 3_900], vec![ContactId::new(Uuid::from_u128(7)); 3_900]] {
            let answer =
                world.portal().ports.contacts.run_bulk_command(&rosa, acting, many(BulkVerb::Delete, ids)).await;
            assert_eq!(answer, Err(missing(Privilege::ContactsManage)));
        }
        for ids in [vec![rosa_id], vec![ContactId::new(Uuid::from_u128(7))]] {
            let preview = world.portal().ports.contacts.preview_many(&rosa, acting, many(BulkVerb::Delete, ids)).await;
            assert_eq!(preview, Err(missing(Privilege::ContactsManage)));
        }
        assert_eq!(world.count(Rows::BulkActions).await, 0);
    });
}

#[test]
fn one_person_has_one_bulk_action_under_way_and_names_five_thousand_at_most() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let contacts = &world.portal().ports.contacts;
        let crowded = many(BulkVerb::Delete, (0..5_001).map(|n| ContactId::new(Uuid::from_u128(n))).collect());
        assert_eq!(contacts.preview_many(&owner, acting, crowded.clone()).await, Err(PortalError::Malformed));
        assert_eq!(contacts.run_bulk_command(&owner, acting, crowded).await, Err(PortalError::Malformed));
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await;
        assert_eq!(first.progress, BulkProgress::UnderWay);
        let second = contacts.run_bulk_command(&owner, acting, many(BulkVerb::Delete, ids[100..].to_vec())).await;
        assert_eq!(second, Err(PortalError::TooMany { retry_after: 5 }));
        world.portal().jobs.run_due(START).await.expect("the database answers");
        let third = start(&world, &owner, acting, many(BulkVerb::Delete, ids[100..].to_vec())).await;
        assert_eq!((third.done, third.unchanged, third.id), (0, 50, None));
    });
}

#[test]
fn a_bulk_action_whose_job_failed_for_good_is_stopped_and_keeps_nobody_from_another() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await;
        assert_eq!(look(&world, &owner, acting, &first).await.progress, BulkProgress::UnderWay);
        world.execute("UPDATE jobs SET dead_at = 1").await;
        assert_eq!(look(&world, &owner, acting, &first).await.progress, BulkProgress::Stopped);
        let second = start(&world, &owner, acting, many(BulkVerb::Delete, ids[140..].to_vec())).await;
        assert_eq!(second.done, 10);
    });
}

#[test]
fn what_would_change_nothing_is_answered_without_the_writer() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 3).await;
        start(&world, &owner, acting, many(BulkVerb::Delete, ids.clone())).await;
        let counted = world.number("SELECT CAST(SUM(count) AS BIGINT) FROM attempts").await;
        let again = start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await;
        assert_eq!((again.id, again.done, again.unchanged), (None, 0, 3));
        assert_eq!(world.count(Rows::BulkActions).await, 1);
        assert_eq!(
            world.number("SELECT CAST(SUM(count) AS BIGINT) FROM attempts").await,
            counted,
            "no change was begun"
        );
    });
}

#[test]
fn whoever_is_named_twice_is_changed_once_and_the_answer_says_who_it_was() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 3).await;
        let named: Vec<ContactId> = ids[1..].iter().cycle().take(500).copied().collect();
        let outcome = start(&world, &owner, acting, many(BulkVerb::Delete, named)).await;
        assert_eq!((outcome.done, outcome.unchanged, outcome.refused_count), (2, 0, 0));
        assert_eq!(outcome.names, ["P001 Example", "P002 Example"]);
        assert_eq!(outcome.progress, BulkProgress::Complete);
        assert_eq!(deleted(&world).await, 2);
        assert_eq!(look(&world, &owner, acting, &outcome).await, outcome);
    });
}

#[test]
fn a_preview_counts_each_contact_of_the_account_once_that_it_may_be_done_to_and_names_the_first() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 30).await;
        let contacts = &world.portal().ports.contacts;
        let oneself = contacts.list(&owner, acting, ContactQuery::default()).await.expect("an owner lists").rows[0].id;
        start(&world, &owner, acting, many(BulkVerb::Delete, vec![ids[29]])).await;
        let unknown = ContactId::new(Uuid::from_u128(7));
        let named: Vec<ContactId> = [unknown, oneself, ids[1], ids[0]].into_iter().chain(ids.iter().copied()).collect();
        let preview = contacts.preview_many(&owner, acting, many(BulkVerb::Delete, named)).await.expect("it may be");
        let first: Vec<String> = (0..20).map(|n| format!("P{n:03} Example")).collect();
        assert_eq!((&preview.names, preview.total), (&first, Total::Exact(29)));
        assert_eq!(preview.picked, BulkPicked::These(ids[..29].to_vec()));
        assert_eq!((preview.left.unchanged, preview.left.refused_count), (1, 1), "the deleted one, and the owner");

        let everybody = BulkCommand { everything: true, ..many(BulkVerb::Delete, Vec::new()) };
        let all = contacts.preview_many(&owner, acting, everybody).await.expect("it may be asked");
        let BulkPreview { picked, total, .. } = &all;
        assert_eq!((picked, *total), (&BulkPicked::Matching(ContactFilter::default()), Total::Exact(29)));

        let nobody = contacts.preview_many(&owner, acting, many(BulkVerb::Suspend, vec![unknown, oneself])).await;
        let nobody = nobody.expect("it may be asked");
        assert_eq!((nobody.total, nobody.names.len(), nobody.left.refused_count), (Total::Exact(0), 0, 1));
        assert_eq!(world.count(Rows::BulkActions).await, 1, "a preview begins nothing");
    });
}
