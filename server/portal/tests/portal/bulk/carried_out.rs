//! Carrying a bulk action out in portions, and jobs that stop, fail or are taken over.

use crate::bulk::{CROWD, crowd, deleted, look, many, start};
use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, later, many_changes, with_login};
use crate::support::{START, for_each_database_with};
use domain::access::Denied;
use domain::contact::{BulkCommand, BulkProgress, BulkVerb, SaveContact};
use domain::person::EndSession;
use domain::role::Role;
use domain::time::Timestamp;

#[test]
fn many_are_changed_in_portions_and_each_has_its_own_result() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        crowd(&world, &owner, acting, CROWD).await;
        let everybody = BulkCommand { everything: true, ..many(BulkVerb::Delete, Vec::new()) };
        let first = start(&world, &owner, acting, everybody).await;
        assert_eq!(first.progress, BulkProgress::UnderWay);
        assert!(first.done > 0 && first.done < CROWD, "a portion: {}", first.done);
        // Whoever comes after the question was not in it.
        let late = at(&owner, later(1));
        world.portal().ports.contacts.save(&late, acting, form("Late", "late@example.com")).await.expect("added");
        assert!(world.portal().jobs.run_due(later(1)).await.expect("the database answers").jobs > 1);
        let all = look(&world, &owner, acting, &first).await;
        assert_eq!((all.done, all.unchanged, all.refused_count), (CROWD, 0, 1));
        assert_eq!(all.refused, [("Olivia Owner".to_owned(), Denied::OwnerProtected.into())]);
        assert_eq!(all.progress, BulkProgress::Complete);
        assert_eq!(deleted(&world).await, 150);
        // One row of the log for each portion, and one for each contact in them.
        let rows = world.number("SELECT COUNT(*) FROM audit WHERE kind = 'contact_deleted'").await;
        assert_eq!(rows, 3);
        let by_job = "SELECT COUNT(*) FROM audit WHERE kind = 'contact_deleted' AND actor = 'job' AND subject = 'bulk'";
        assert_eq!(world.number(by_job).await, rows - 1, "all but the first");
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);
        assert_eq!(world.number("SELECT COUNT(*) FROM jobs WHERE name = 'contacts.bulk'").await, 0);
        assert_eq!(world.portal().jobs.run_due(later(1)).await.map(|done| done.jobs), Ok(0));
    });
}

#[test]
fn two_workers_carry_the_rest_out_once() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        crowd(&world, &owner, acting, CROWD).await;
        let everybody = BulkCommand { everything: true, ..many(BulkVerb::Suspend, Vec::new()) };
        let first = start(&world, &owner, acting, everybody).await;
        let other = world.another().await;
        let (one, two) = tokio::join!(world.portal().jobs.run_due(START), other.jobs.run_due(START));
        assert!(one.is_ok() && two.is_ok());
        // A contact without a login can't be suspended; what counts is that each was decided once.
        let all = look(&world, &owner, acting, &first).await;
        assert_eq!(all.done + all.unchanged + all.refused_count, CROWD + 1);
        assert_eq!(all.progress, BulkProgress::Complete);
        other.close().await;
    });
}

#[test]
fn the_rest_is_not_carried_out_for_whoever_may_not_any_more() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        crowd(&world, &owner, acting, CROWD).await;
        let manager = with_login("Max", "max@example.com", &[Role::Manager]);
        let (max_id, max) = colleague(&world, acting, &owner, manager).await;
        let everybody = || BulkCommand { everything: true, ..many(BulkVerb::Delete, Vec::new()) };
        let first = start(&world, &max, acting, everybody()).await;
        let so_far = deleted(&world).await;
        let demoted = SaveContact { contact: Some(max_id), version: 1, ..form("Max", "") };
        world.portal().ports.contacts.save(&owner, acting, demoted).await.expect("the owner may");
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        assert_eq!(deleted(&world).await, so_far, "nothing after the right was taken (I4)");
        assert_eq!(world.text("SELECT progress FROM bulk_actions").await, "stopped", "and {:?} says so", first.id);
    });
}

#[test]
fn the_rest_is_not_carried_out_in_a_session_that_has_ended() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        crowd(&world, &owner, acting, CROWD).await;
        let everybody = BulkCommand { everything: true, ..many(BulkVerb::Delete, Vec::new()) };
        let first = start(&world, &owner, acting, everybody).await;
        let session = owner.signed_in().expect("signed in").session;
        world.people().end_session(&owner, EndSession { session }).await.expect("one's own");
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        assert_eq!(deleted(&world).await, i64::try_from(first.done).expect("few"));
        let again = world.signed_in("owner@example.com", later(2)).await;
        assert_eq!(look(&world, &again, acting, &first).await.progress, BulkProgress::Stopped);
    });
}

#[test]
fn who_was_changed_since_it_was_asked_for_is_not_in_it() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let everybody = BulkCommand { everything: true, ..many(BulkVerb::Delete, Vec::new()) };
        let first = start(&world, &owner, acting, everybody).await;
        let last = *ids.last().expect("some");
        let edit = SaveContact { contact: Some(last), version: 1, ..form("Renamed", "p149@example.com") };
        world.portal().ports.contacts.save(&at(&owner, later(1)), acting, edit).await.expect("saved");
        world.portal().jobs.run_due(later(2)).await.expect("the database answers");
        assert_eq!(look(&world, &owner, acting, &first).await.done, CROWD - 1);
        assert_eq!(deleted(&world).await, 149);
    });
}

#[test]
fn what_a_restored_backup_had_under_way_is_stopped() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await;
        assert_eq!(first.progress, BulkProgress::UnderWay);
        world.portal().revoke_all(START).await.expect("revoked");
        assert_eq!(world.text("SELECT progress FROM bulk_actions").await, "stopped");
        assert_eq!(world.portal().jobs.run_due(later(1)).await.map(|done| done.jobs), Ok(0));
        assert_eq!(usize::try_from(deleted(&world).await), Ok(first.done));
    });
}

#[test]
fn what_was_done_to_many_and_jobs_that_failed_are_known_for_a_month() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 2).await;
        start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await;
        world
            .insert(
                "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at, dead_at) \
                 VALUES ($1, 'contacts.bulk', $1, '{}', 100, 0, 0, 1767225600000)",
                &["dead"],
            )
            .await;
        let rows = async || {
            let actions = world.count(Rows::BulkActions).await;
            let items = world.number("SELECT COUNT(*) FROM bulk_items").await;
            (actions, items, world.number("SELECT COUNT(*) FROM jobs WHERE name <> 'sweep'").await)
        };
        world.sweep(Timestamp(START.plus_seconds(30 * 86_400).0 - 1)).await;
        assert_eq!(rows().await, (1, 2, 1));
        world.sweep(START.plus_seconds(30 * 86_400)).await;
        assert_eq!(rows().await, (0, 0, 0));
    });
}

#[test]
fn a_job_of_a_newer_version_is_left_to_it() {
    for_each_database_with(many_changes, async |world| {
        world
            .insert(
                "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at) \
                 VALUES ($1, 'newer.kind', '', '{}', 1, 0, 0)",
                &["new"],
            )
            .await;
        assert_eq!(world.portal().jobs.run_due(START).await.map(|done| done.jobs), Ok(0));
        let untouched = "SELECT COUNT(*) FROM jobs WHERE attempts = 0 AND leased_until = 0 AND dead_at IS NULL";
        assert_eq!(world.number(untouched).await, 1);
    });
}

/// Has another worker lease a job again while its action is carried out, as when the first lease has run out.
const TAKEN_OVER: [&str; 2] = [
    "CREATE TRIGGER taken_over AFTER UPDATE ON bulk_actions BEGIN \
     UPDATE jobs SET leased_until = leased_until + 1 WHERE leased_until > 0; END",
    "CREATE FUNCTION take_over() RETURNS trigger LANGUAGE plpgsql AS \
     'BEGIN UPDATE jobs SET leased_until = leased_until + 1 WHERE leased_until > 0; RETURN NULL; END'; \
     CREATE TRIGGER taken_over AFTER UPDATE ON bulk_actions FOR EACH ROW EXECUTE FUNCTION take_over()",
];

#[test]
fn a_worker_whose_lease_ran_out_ends_nobody_else_s() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        start(&world, &owner, acting, many(BulkVerb::Delete, ids)).await;
        world.execute(TAKEN_OVER[usize::from(world.is_postgres())]).await;
        let done = world.portal().jobs.run_due(START).await.map(|done| done.jobs);
        assert_eq!(done, Ok(1), "it is another one's now");
        assert_eq!(world.number("SELECT leased_until FROM jobs").await, START.plus_seconds(300).0 + 1);
    });
}
