//! The log of an account as its people read it: filtered, by day, as a file, and never more than they may know.

use crate::support::contacts::{
    account, at, colleague, form, later, look_at, many_changes, on, run_command, submission, with_login,
};
use crate::support::invitations::invite;
use crate::support::{START, World, asked, for_each_database, for_each_database_with};
use domain::acting::Acting;
use domain::audit::{
    ActivityFilter, ActivityQuery, ActivityRow, ActivityTopic, ContactFactKind, EXPORTED_ROWS, FactKind, NamedSet,
    Noted, SetStep,
};
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::list::Total;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::roles::{SaveTemplate, SetKind};
use domain::time::Day;

async fn page(world: &World, caller: &Caller, acting: Acting, query: ActivityQuery) -> (Vec<ActivityRow>, Total) {
    let page = world.portal().ports.accounts.activity(caller, acting, query).await.expect("the log");
    (page.rows, page.total)
}

async fn found(world: &World, caller: &Caller, acting: Acting, filter: ActivityFilter) -> Vec<ActivityRow> {
    page(world, caller, acting, ActivityQuery { filter, cursor: String::new() }).await.0
}

fn of(person: &str) -> ActivityFilter {
    ActivityFilter { person: person.to_owned(), ..ActivityFilter::default() }
}

fn kinds(rows: &[ActivityRow]) -> Vec<&'static str> {
    rows.iter().map(|row| row.kind.key()).collect()
}

fn may(privileges: &[Privilege], name: &str) -> SaveContact {
    SaveContact {
        privileges: PrivilegeSet::of(privileges),
        ..with_login(name, &format!("{}@example.com", name.to_lowercase()), &[])
    }
}

#[test]
fn the_log_is_found_by_who_did_it_and_whom_it_was_done_to() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let zoe = contacts.save(&owner, acting, form("Zoë", "zoe@example.com")).await.expect("added");
        let (_, max) = colleague(&world, acting, &owner, may(&[Privilege::ContactsManage], "Max")).await;
        run_command(&world, &max, acting, zoe, ContactVerb::Delete).await.expect("deleted");
        let find = async |person: &str| kinds(&found(&world, &owner, acting, of(person)).await);
        assert_eq!(find("zoe").await, ["contact_deleted", "contact_added"], "deleted people are found as well");
        assert_eq!(find("  ZOË ").await, ["contact_deleted", "contact_added"]);
        assert_eq!(find("zoe@").await.len(), 2, "by the address, for whoever sees it");
        assert!(find("max").await.starts_with(&["contact_deleted"]), "who did it");
        assert_eq!(find("%").await.len() + find("nobody").await.len(), 0);
        // Another account has none of it.
        let other = world.account_of("other@example.com").await;
        let stranger = world.signed_in("other@example.com", START).await;
        assert_eq!(found(&world, &stranger, on(other), of("zoe")).await, []);
        let refused = world.portal().ports.accounts.activity(&stranger, acting, ActivityQuery::default()).await;
        assert_eq!(refused.err(), Some(PortalError::NotFound));
    });
}

#[test]
fn the_log_is_found_by_what_and_when_and_pages_stay_within_the_filter() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for number in 0..52 {
            contacts.save(&owner, acting, form("Tina", &format!("t{number}@example.com"))).await.expect("added");
        }
        world.portal().ports.invitations.send(&owner, acting, invite("guest@example.com", &[])).await.expect("invited");
        let people = ActivityFilter { topic: Some(ActivityTopic::People), ..ActivityFilter::default() };
        let query = |cursor| ActivityQuery { filter: people.clone(), cursor };
        let accounts = &world.portal().ports.accounts;
        let first = accounts.activity(&owner, acting, query(String::new())).await.expect("the log");
        assert_eq!((first.rows.len(), first.total), (50, Total::Exact(52)));
        let last = accounts.activity(&owner, acting, query(first.next.expect("more"))).await.expect("the log");
        assert_eq!(kinds(&last.rows), ["contact_added", "contact_added"]);
        let invitations = ActivityFilter { topic: Some(ActivityTopic::Invitations), ..ActivityFilter::default() };
        assert_eq!(kinds(&found(&world, &owner, acting, invitations).await), ["invited"]);

        let today = Day::parse(&first.rows[0].at.iso[..10]);
        let on_days = |from, to| ActivityFilter { from, to, ..people.clone() };
        assert_eq!(found(&world, &owner, acting, on_days(today, today)).await.len(), 50);
        let (long_ago, far) = (Day::parse("1999-12-31"), Day::parse("2999-01-01"));
        assert_eq!(found(&world, &owner, acting, on_days(None, long_ago)).await, []);
        assert_eq!(found(&world, &owner, acting, on_days(far, None)).await, []);
    });
}

#[test]
fn a_row_has_its_day_and_how_long_ago_it_was() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.portal().ports.contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        for (minutes, days) in [(0, 0), (5, 0), (3 * 24 * 60, 3)] {
            // Whoever reads it later has signed in again.
            let reader = world.signed_in("owner@example.com", later(minutes)).await;
            let row = &found(&world, &reader, acting, of("tina")).await[0];
            assert_eq!(row.day.ago, days, "{minutes} minutes later");
            assert!(row.at.text.starts_with(&row.day.date) && row.at.text.ends_with(&row.time), "{row:?}");
        }
    });
}

#[test]
fn whoever_sees_no_contacts_finds_nobody_by_what_the_log_does_not_show_them() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let (_, lou) = colleague(&world, acting, &owner, may(&[Privilege::AuditView], "Lou")).await;
        let otto = contacts.save(&owner, acting, form("Otto", "secret@elsewhere.example")).await.expect("added");
        let renamed = SaveContact { contact: Some(otto), version: 1, ..form("Konrad", "secret@elsewhere.example") };
        contacts.save(&owner, acting, renamed).await.expect("renamed");
        world
            .portal()
            .ports
            .invitations
            .send(&owner, acting, invite("guest@hidden.example", &[]))
            .await
            .expect("invited");
        let find = async |who: &Caller, person: &str| found(&world, who, acting, of(person)).await.len();
        for hidden in ["secret", "elsewhere", "hidden.example", "guest@", "@"] {
            assert_eq!(find(&lou, hidden).await, 0, "{hidden}");
        }
        assert_eq!((find(&owner, "secret").await, find(&owner, "guest@").await), (2, 1));
        // By the name that the log shows of that time, and by no other.
        assert_eq!((find(&lou, "otto").await, find(&lou, "konrad").await), (1, 1));
        assert_eq!((find(&owner, "otto").await, find(&owner, "konrad").await), (0, 2), "by the contact of today");
        assert!(find(&lou, "OLIVIA").await >= 2);
    });
}

#[test]
fn a_file_has_what_the_pages_have_for_the_same_reader() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let accounts = &world.portal().ports.accounts;
        let (_, lou) = colleague(&world, acting, &owner, may(&[Privilege::AuditView], "Lou")).await;
        for number in 0..53 {
            let tina =
                SaveContact { phone: "+49 30 5551".to_owned(), ..form("Tina", &format!("t{number}@example.com")) };
            world.portal().ports.contacts.save(&owner, acting, tina).await.expect("added");
        }
        for reader in [&owner, &lou] {
            for filter in [ActivityFilter::default(), of("tina"), of("t1@")] {
                let mut pages = Vec::new();
                let mut cursor = Some(String::new());
                while let Some(from) = cursor {
                    let query = ActivityQuery { filter: filter.clone(), cursor: from };
                    let page = accounts.activity(reader, acting, query).await.expect("the log");
                    pages.extend(page.rows);
                    cursor = page.next;
                }
                let export = accounts.activity_export(reader, acting, filter.clone()).await.expect("the file");
                assert_eq!((export.rows, export.more), (pages, false), "{filter:?}");
            }
        }
        let text = format!("{:?}", accounts.activity_export(&lou, acting, ActivityFilter::default()).await);
        assert!(!text.contains("+49") && !text.contains("t1@example"), "{text}");
        let (_, max) = colleague(&world, acting, &owner, may(&[Privilege::ContactsView], "Max")).await;
        let refused = accounts.activity_export(&max, acting, ActivityFilter::default()).await;
        assert!(matches!(refused, Err(PortalError::Denied { .. })), "{refused:?}");
    });
}

#[test]
fn a_file_has_the_newest_rows_and_says_that_there_are_more() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) \
             INSERT INTO audit (chain, seq, id, at, kind, person_name, request_id, details, previous_hash, hash, format) \
             SELECT $1, 1000 + i, '00000000-0000-7000-8000-' || (100000000000 + i), i, 'profile_changed', 'Ann', '', \
             '{}', '', '', 1 FROM n";
        world.insert(many, &[&acting.account.to_string()]).await;
        let export = world.portal().ports.accounts.activity_export(&owner, acting, ActivityFilter::default()).await;
        let export = export.expect("the file");
        assert_eq!((export.rows.len(), export.more), (EXPORTED_ROWS, true));
        assert_eq!(export.rows[0].at.at.0, 10_001, "the newest first");
    });
}

#[test]
fn whom_a_file_is_about_is_looked_for_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let zoe = ports.contacts.save(&owner, acting, form("Zoë", "zoe@example.com")).await.expect("added");
        let id = acting.account.to_string();
        let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) \
             INSERT INTO audit (chain, seq, id, at, kind, person_name, request_id, details, previous_hash, hash, format) \
             SELECT $1, 1000 + i, '00000000-0000-7000-8000-' || (100000000000 + i), i, 'profile_changed', 'Ann', '', \
             '{}', '', '', 1 FROM n";
        world.insert(many, &[&id]).await;
        let about = "INSERT INTO audit_contacts (chain, contact_id, seq, name) \
             SELECT chain, $2, seq, 'Zoë' FROM audit WHERE chain = $1 AND seq > 1000";
        world.insert(about, &[&id, &zoe.to_string()]).await;
        let mut rows = Vec::new();
        let asked = asked(async {
            let export = ports.accounts.activity_export(&owner, acting, of("zoe")).await.expect("the file");
            rows = export.rows;
        });
        let asked = asked.await;
        assert_eq!(
            (rows.len(), rows[0].at.at.0, rows[2499].at.at.0),
            (2501, 2500, 1),
            "all portions, the newest first"
        );
        // SQLite's are logged by threads of their own, which are not listened to.
        assert!(asked.matches("search_text LIKE").count() == 1 || !world.is_postgres(), "{asked}");
    });
}

#[test]
fn which_template_it_was_is_said_to_those_who_see_contacts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, may(&[Privilege::BillingView], "Max")).await;
        let (_, lou) = colleague(&world, acting, &owner, may(&[Privilege::AuditView], "Lou")).await;
        let (submission, name) = (submission(), "Night shift".to_owned());
        let change = SaveTemplate { submission, contact: max, kind: SetKind::Role, name: name.clone() };
        world.portal().ports.roles.save_template(&owner, acting, change).await.expect("kept");
        let newest = async |who: &Caller| found(&world, who, acting, ActivityFilter::default()).await.remove(0);
        let made = Noted::Set { name, set: NamedSet::Role, step: SetStep::Made };
        assert_eq!((newest(&owner).await.noted, newest(&lou).await.noted), (Some(made), None));
    });
}

#[test]
fn what_was_asked_for_is_said_to_whoever_asked_and_to_those_who_see_contacts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, lou) = colleague(&world, acting, &owner, may(&[Privilege::AuditView], "Lou")).await;
        let (_, eve) = colleague(&world, acting, &owner, may(&[Privilege::AuditView], "Eve")).await;
        crate::asking::ask(&world, &lou, acting, "billing.view").await.expect("asked");
        let noted = async |who: &Caller| {
            let row = found(&world, who, acting, ActivityFilter::default()).await.remove(0);
            assert_eq!(row.kind.key(), "access_asked");
            row.noted.is_some()
        };
        assert_eq!([noted(&owner).await, noted(&lou).await, noted(&eve).await], [true, true, false]);
    });
}

#[test]
fn a_view_that_nobody_ended_has_no_end() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (tina, _) = colleague(&world, acting, &owner, may(&[Privilege::DomainsView], "Tina")).await;
        let (uma, _) = colleague(&world, acting, &owner, may(&[Privilege::DomainsView], "Uma")).await;
        let contacts = &world.portal().ports.contacts;
        for contact in [tina, uma] {
            contacts.view_as(&owner, acting, look_at(contact)).await.expect("begun");
        }
        let stopping = at(&owner, later(2));
        contacts.stop_viewing(&stopping, Acting { viewing: Some(uma), ..acting }).await.expect("stopped");
        let views = ActivityFilter { topic: Some(ActivityTopic::Views), ..ActivityFilter::default() };
        let rows = found(&world, &owner, acting, views).await;
        let begun = FactKind::Contact(ContactFactKind::ViewingStarted);
        let said: Vec<_> = rows.iter().map(|row| (row.kind, row.targets[0].0, row.noted.clone())).collect();
        assert_eq!(said, [(begun, uma, Some(Noted::Viewed(120))), (begun, tina, None)]);
    });
}
