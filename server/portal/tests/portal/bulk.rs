//! What is done to many contacts at once, and taken back.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, later, many_changes, mv, submission, with_login};
use crate::support::{START, World, for_each_database_with};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{
    BulkOutcome, BulkProgress, ContactFilter, ContactQuery, Move, MoveContacts, SaveContact, UndoContacts,
};
use domain::error::PortalError;
use domain::id::{BulkId, ContactId};
use domain::person::EndSession;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::problem::Problem;
use domain::right::Right;
use domain::rights::Rights;
use domain::role::Role;
use domain::status::ContactState;
use domain::time::Timestamp;
use uuid::Uuid;

/// More than a portion.
const CROWD: usize = 150;

fn many(to: Move, contacts: Vec<ContactId>) -> MoveContacts {
    MoveContacts { submission: submission(), to, contacts, everything: false, filter: ContactFilter::default() }
}

/// Contacts without a login, who may see invoices.
async fn crowd(world: &World, owner: &Caller, acting: Acting, count: usize) -> Vec<ContactId> {
    let mut ids = Vec::new();
    for n in 0..count {
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::BillingView]),
            ..form(&format!("P{n:03}"), &format!("p{n}@example.com"))
        };
        ids.push(world.portal().ports.contacts.save(owner, acting, change).await.expect("added"));
    }
    ids
}

async fn start(world: &World, caller: &Caller, acting: Acting, change: MoveContacts) -> BulkOutcome {
    world.portal().ports.contacts.move_many(caller, acting, change).await.expect("it may be asked for")
}

async fn undo(world: &World, caller: &Caller, acting: Acting, bulk: BulkId) -> Result<BulkOutcome, PortalError> {
    let change = UndoContacts { submission: submission(), bulk };
    world.portal().ports.contacts.undo_many(caller, acting, change).await
}

async fn look(world: &World, caller: &Caller, acting: Acting, outcome: &BulkOutcome) -> BulkOutcome {
    let bulk = outcome.id.expect("something was done");
    world.portal().ports.contacts.bulk(caller, acting, bulk).await.expect("it is one's own")
}

async fn deleted(world: &World) -> i64 {
    world.number("SELECT COUNT(*) FROM contacts WHERE state = 'deleted'").await
}

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
            let answer = world.portal().ports.contacts.move_many(&rosa, acting, many(Move::Delete, ids)).await;
            assert_eq!(answer, Err(missing(Privilege::ContactsManage)));
        }
        assert_eq!(world.count(Rows::BulkActions).await, 0);
    });
}

#[test]
fn one_person_has_one_bulk_action_under_way_and_names_a_thousand_at_most() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let contacts = &world.portal().ports.contacts;
        let crowded = many(Move::Delete, (0..1_001).map(|n| ContactId::new(Uuid::from_u128(n))).collect());
        assert_eq!(contacts.move_many(&owner, acting, crowded).await, Err(PortalError::Malformed));
        let first = start(&world, &owner, acting, many(Move::Delete, ids.clone())).await;
        assert_eq!(first.progress, BulkProgress::UnderWay);
        let second = contacts.move_many(&owner, acting, many(Move::Delete, ids[100..].to_vec())).await;
        assert_eq!(second, Err(PortalError::TooMany { retry_after: 5 }));
        world.portal().jobs.run_due(START).await.expect("the database answers");
        let third = start(&world, &owner, acting, many(Move::Delete, ids[100..].to_vec())).await;
        assert_eq!((third.done, third.unchanged, third.id), (0, 50, None));
    });
}

#[test]
fn a_bulk_action_whose_job_failed_for_good_is_stopped_and_keeps_nobody_from_another() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(Move::Delete, ids.clone())).await;
        assert_eq!(look(&world, &owner, acting, &first).await.progress, BulkProgress::UnderWay);
        world.execute("UPDATE jobs SET dead_at = 1").await;
        assert_eq!(look(&world, &owner, acting, &first).await.progress, BulkProgress::Stopped);
        let second = start(&world, &owner, acting, many(Move::Delete, ids[140..].to_vec())).await;
        assert_eq!(second.done, 10);
    });
}

#[test]
fn what_would_change_nothing_is_answered_without_the_writer() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 3).await;
        start(&world, &owner, acting, many(Move::Delete, ids.clone())).await;
        let counted = world.number("SELECT CAST(SUM(count) AS BIGINT) FROM attempts").await;
        let again = start(&world, &owner, acting, many(Move::Delete, ids)).await;
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
        let outcome = start(&world, &owner, acting, many(Move::Delete, named)).await;
        assert_eq!((outcome.done, outcome.unchanged, outcome.refused_count), (2, 0, 0));
        assert_eq!(outcome.names, ["P001 Example", "P002 Example"]);
        assert_eq!(outcome.progress, BulkProgress::Complete);
        assert_eq!(deleted(&world).await, 2);
        assert_eq!(look(&world, &owner, acting, &outcome).await, outcome);
    });
}

#[test]
fn many_are_changed_in_portions_and_each_has_its_own_result() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        crowd(&world, &owner, acting, CROWD).await;
        let everybody = MoveContacts { everything: true, ..many(Move::Delete, Vec::new()) };
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
        let everybody = MoveContacts { everything: true, ..many(Move::Suspend, Vec::new()) };
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
        let everybody = || MoveContacts { everything: true, ..many(Move::Delete, Vec::new()) };
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
        let everybody = MoveContacts { everything: true, ..many(Move::Delete, Vec::new()) };
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
fn one_undo_brings_everybody_back_with_what_they_had() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(Move::Delete, ids.clone())).await;
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        assert_eq!(deleted(&world).await, 150);
        // Somebody has taken one of the addresses meanwhile.
        world.portal().ports.contacts.save(&owner, acting, form("New", "p7@example.com")).await.expect("it is free");
        let back = undo(&world, &owner, acting, first.id.expect("done")).await.expect("one's own");
        assert_eq!(back.to, Move::Restore);
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
        let first = start(&world, &owner, acting, many(Move::Delete, ids)).await;
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
        let first = start(&world, &owner, acting, many(Move::Delete, ids)).await.id.expect("begun");
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
fn while_one_bulk_action_is_under_way_another_is_not_undone() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let small = start(&world, &owner, acting, many(Move::Delete, ids[..2].to_vec())).await.id.expect("done");
        let large = start(&world, &owner, acting, many(Move::Delete, ids[2..].to_vec())).await.id.expect("begun");
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
        let first = start(&world, &max, acting, many(Move::Suspend, others)).await;
        assert!(first.done > 0 && first.progress == BulkProgress::UnderWay, "{first:?}");
        let back = undo(&world, &max, acting, first.id.expect("begun")).await.expect("one's own");
        assert_eq!((back.done, back.refused_count), (0, first.done));
        world.portal().jobs.run_due(later(1)).await.expect("the database answers");
        let suspended = world.number("SELECT COUNT(*) FROM contacts WHERE state = 'suspended'").await;
        assert_eq!(usize::try_from(suspended), Ok(first.done), "the rest was stopped");
    });
}

#[test]
fn who_was_changed_since_it_was_asked_for_is_not_in_it() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let everybody = MoveContacts { everything: true, ..many(Move::Delete, Vec::new()) };
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
fn a_bulk_action_is_looked_at_and_undone_by_whoever_began_it_and_nobody_else() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 2).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let bulk = start(&world, &owner, acting, many(Move::Delete, ids.clone())).await.id.expect("done");
        let contacts = &world.portal().ports.contacts;
        assert_eq!(contacts.bulk(&max, acting, bulk).await, Err(PortalError::NotFound));
        assert_eq!(undo(&world, &max, acting, bulk).await, Err(PortalError::NotFound));
        assert_eq!(deleted(&world).await, 2);
        assert!(undo(&world, &owner, acting, bulk).await.is_ok());
        // What was undone is not undone again: the answer is that of the first time.
        let again = undo(&world, &owner, acting, bulk).await.expect("asked again");
        assert_eq!((again.done, again.unchanged), (2, 0));
        mv(&world, &owner, acting, ids[0], Move::Delete).await.expect("it is back, and can go again");
        let page = contacts.list(&owner, acting, ContactQuery::default()).await.expect("listed");
        assert_eq!(page.rows.len(), 3);
    });
}

#[test]
fn what_a_restored_backup_had_under_way_is_stopped() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, CROWD).await;
        let first = start(&world, &owner, acting, many(Move::Delete, ids)).await;
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
        start(&world, &owner, acting, many(Move::Delete, ids)).await;
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
        start(&world, &owner, acting, many(Move::Delete, ids)).await;
        world.execute(TAKEN_OVER[usize::from(world.is_postgres())]).await;
        let done = world.portal().jobs.run_due(START).await.map(|done| done.jobs);
        assert_eq!(done, Ok(1), "it is another one's now");
        assert_eq!(world.number("SELECT leased_until FROM jobs").await, START.plus_seconds(300).0 + 1);
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(MovingMany(Move::Suspend)), Box::new(MovingMany(Move::Delete)), Box::new(Undoing::default())]
}

#[derive(Debug)]
struct MovingMany(Move);

#[async_trait(?Send)]
impl Act for MovingMany {
    fn use_case(&self) -> &'static str {
        "Contacts::move_many"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = many(self.0, vec![victim]);
        scene.ports().contacts.move_many(&scene.manager, scene.acting, change).await.map(drop)
    }
}

#[derive(Debug, Default)]
struct Undoing {
    begun: Option<BulkId>,
}

#[async_trait(?Send)]
impl Act for Undoing {
    fn use_case(&self) -> &'static str {
        "Contacts::undo_many"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        self.begun = start(scene.world, &scene.manager, scene.acting, many(Move::Suspend, vec![victim])).await.id;
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        undo(scene.world, &scene.manager, scene.acting, self.begun.expect("it was done")).await.map(drop)
    }
}
