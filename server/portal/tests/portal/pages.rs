//! Histories and requests for access, page by page: none is cut, and each is shown once.

use crate::asking::ask;
use crate::support::contacts::{account, colleague, form, many_changes, with_login};
use crate::support::{World, for_each_database, for_each_database_with, statements};
use domain::acting::Acting;
use domain::asking::{RequestsQuery, WAITING_COUNTED, WaitingRequest};
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::list::{Page, Total};
use domain::privilege::Privilege;
use domain::right::Right;
use domain::role::Role;
use std::collections::BTreeSet;

#[test]
fn paging_through_120_versions_shows_each_exactly_once() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let edit = |version: i64| SaveContact {
            contact: Some(id),
            version,
            phone: format!("+49 30 555 {version:04}"),
            ..form("Tina", "tina@example.com")
        };
        for version in 1..120 {
            contacts.save(&owner, acting, edit(version)).await.expect("saved");
        }
        let mut pages = vec![contacts.read(&owner, acting, id).await.expect("shown").history];
        while let Some(next) = pages.last().and_then(|page| page.next.clone()) {
            pages.push(contacts.history(&owner, acting, id, next).await.expect("shown"));
        }
        assert_eq!(pages.iter().map(|page| page.rows.len()).collect::<Vec<_>>(), [50, 50, 20]);
        assert!(pages.iter().all(|page| page.total == Total::Exact(120)));
        let entries: Vec<_> = pages.iter().flat_map(|page| &page.rows).collect();
        let (added, edited) = entries.split_last().expect("there are some");
        assert!(added.changes.is_empty() && edited.iter().all(|entry| entry.changes.len() == 1));
        let changes: BTreeSet<String> = edited.iter().map(|entry| format!("{:?}", entry.changes)).collect();
        assert_eq!(changes.len(), 119, "each once, also where a page ends");
        let previous = pages[2].previous.clone().expect("there are pages before");
        assert_eq!(contacts.history(&owner, acting, id, previous).await.expect("shown").rows, pages[1].rows);

        let stale = contacts.save(&owner, acting, edit(1)).await;
        let Err(PortalError::Conflict { changed, .. }) = stale else { panic!("{stale:?}") };
        assert_eq!(changed.len(), 1, "however old the form is, it is told what changed since");
    });
}

/// 450 people, each of whom asks for a right: the first 300 to pay, the others for the role Technical.
async fn furnish(world: &World, account: AccountId) {
    let account = account.to_string();
    world
        .insert(
            "INSERT INTO contacts (account_id, id, rank, state, first_name, last_name, email, email_key, phone, note, \
             sort_name, search_text, created_at, updated_at) \
             WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 450) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), 1, 'active', 'Ann', 'Asker', \
             CAST(i AS TEXT) || '@asks.example', CAST(i AS TEXT) || '@asks.example', '', '', 'ann', '', 0, 0 \
             FROM numbers",
            &[&account],
        )
        .await;
    world
        .insert(
            "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, reason, created_at) \
             WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 450) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(200000000000 + i AS TEXT), \
             '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), \
             CASE WHEN i <= 300 THEN 'billing.pay' ELSE 'role.technical' END, '', 'to help', i / 3 FROM numbers",
            &[&account],
        )
        .await;
}

async fn waiting(world: &World, who: &Caller, acting: Acting, cursor: &str) -> Page<WaitingRequest> {
    let query = RequestsQuery { waiting: cursor.to_owned(), ..RequestsQuery::default() };
    world.portal().ports.asking.requests(who, acting, query).await.expect("shown").waiting
}

/// Every page of the requests that wait for somebody; the way back from the last one leads to the one before.
async fn turned(world: &World, who: &Caller, acting: Acting) -> Vec<Page<WaitingRequest>> {
    let mut pages = vec![waiting(world, who, acting, "").await];
    while let Some(next) = pages.last().and_then(|page| page.next.clone()) {
        pages.push(waiting(world, who, acting, &next).await);
    }
    let previous = pages.last().and_then(|page| page.previous.clone()).expect("there are pages before");
    assert_eq!(waiting(world, who, acting, &previous).await.rows, pages[pages.len() - 2].rows, "the way back");
    pages
}

#[test]
fn paging_through_450_requests_shows_each_exactly_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let pages = turned(&world, &owner, acting).await;
        assert!(pages.len() == 9 && pages.iter().all(|page| page.total == Total::Exact(450)));
        let rows: Vec<_> = pages.iter().flat_map(|page| &page.rows).collect();
        assert_eq!((rows.len(), rows.iter().map(|row| row.id).collect::<BTreeSet<_>>().len()), (450, 450));
        assert!(rows.is_sorted_by_key(|row| row.at.at), "oldest first");
        let view = world.portal().ports.accounts.open(&owner, acting).await.expect("opened");
        assert_eq!(view.requests.waiting, WAITING_COUNTED + 1, "there are more");
    });
}

#[test]
fn pages_of_requests_hold_those_that_the_reader_decides_and_nothing_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        furnish(&world, acting.account).await;
        // He may not give what the oldest 300 ask for.
        let pages = turned(&world, &max, acting).await;
        assert!(pages.len() == 3 && pages.iter().all(|page| page.total == Total::Exact(150)));
        let rows: Vec<_> = pages.iter().flat_map(|page| &page.rows).collect();
        assert_eq!((rows.len(), rows.iter().map(|row| row.id).collect::<BTreeSet<_>>().len()), (150, 150));
        assert!(rows.iter().all(|row| row.right == Right::Role(Role::Technical)));
        let none = waiting(&world, &tina, acting, "").await;
        assert_eq!((none.rows.len(), none.total), (0, Total::Exact(0)));
        let badge = async |who: &Caller| {
            world.portal().ports.accounts.open(who, acting).await.expect("opened").requests.waiting
        };
        assert_eq!((badge(&max).await, badge(&tina).await), (WAITING_COUNTED + 1, 0));
        world.execute("UPDATE access_requests SET outcome = 'declined', decided_at = 1 WHERE created_at > 110").await;
        assert_eq!(badge(&max).await, 32, "also where those who wait longer are none of his");
    });
}

#[test]
fn however_many_requests_wait_opening_an_account_asks_as_many_statements() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let open = async || {
            let view = world.portal().ports.accounts.open(&owner, acting);
            statements(async { view.await.expect("opened") }).await
        };
        open().await;
        let few = open().await;
        // SQLite's are logged by threads of their own, which are not listened to.
        assert!(few > 0 || !world.is_postgres());
        furnish(&world, acting.account).await;
        assert_eq!(open().await, few);
    });
}

#[test]
fn one_s_own_requests_are_all_shown_and_those_that_are_open_all_known() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        decided(&world, acting.account, id).await;
        for (number, privilege) in Privilege::ALL.iter().take(25).enumerate() {
            world
                .insert(
                    "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, reason, created_at) \
                     VALUES ($1, $2, $3, $4, '', $2, 1000)",
                    &[
                        &acting.account.to_string(),
                        &format!("00000000-0000-0000-0000-{:012}", 400 + number),
                        &id.to_string(),
                        privilege.key(),
                    ],
                )
                .await;
        }
        let view = world.portal().ports.accounts.open(&tina, acting).await.expect("opened");
        assert_eq!(view.requests.own.len(), 25);

        let (mut reasons, mut cursor) = (Vec::new(), Some(String::new()));
        while let Some(own) = cursor {
            let query = RequestsQuery { own, ..RequestsQuery::default() };
            let page = world.portal().ports.asking.requests(&tina, acting, query).await.expect("shown").own;
            assert!(page.rows.len() <= 50 && page.total == Total::Exact(145));
            reasons.extend(page.rows.into_iter().map(|row| row.reason));
            cursor = page.next;
        }
        assert_eq!((reasons.len(), reasons.iter().collect::<BTreeSet<_>>().len()), (145, 145));
    });
}

/// 120 requests of one contact that were declined.
async fn decided(world: &World, account: AccountId, contact: ContactId) {
    world
        .insert(
            "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, reason, created_at, outcome, \
             decided_at) WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 120) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(300000000000 + i AS TEXT), $2, 'billing.pay', '', \
             CAST(i AS TEXT), i / 3, 'declined', 1 FROM numbers",
            &[&account.to_string(), &contact.to_string()],
        )
        .await;
}
