//! The lists of services, domains and invoices, page by page.

use crate::support::contacts::{account, colleague, with_login};
use crate::support::{World, for_each_database};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::id::{AccountId, ServiceId};
use domain::list::Total;
use domain::role::Role;
use domain::service::{ServiceQuery, ServiceRow, Shown};
use std::collections::BTreeSet;

/// Gives an account 2,500 services with seven names, all active, of which 60 end in five days.
async fn furnish(world: &World, account: AccountId) {
    world
        .insert(
            "INSERT INTO services (account_id, id, name, product, kind, status, expires_at, sort_name, created_at) \
             WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 2500) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), 'name', 'Product', 'vps', \
             'active', CASE WHEN i <= 60 THEN 1767657600000 END, 'name' || CAST(i % 7 AS TEXT), 0 FROM numbers",
            &[&account.to_string()],
        )
        .await;
}

/// The rows of all pages, and the cursor of the page before the last.
async fn turned(world: &World, caller: &Caller, acting: Acting, shown: Shown) -> (Vec<ServiceRow>, Option<String>) {
    let (mut rows, mut cursor) = (Vec::new(), String::new());
    loop {
        let query = ServiceQuery { shown, cursor, ..ServiceQuery::default() };
        let page = world.portal().ports.holdings.services(caller, acting, query).await.expect("shown");
        assert!(page.rows.len() <= 50);
        rows.extend(page.rows);
        match page.next {
            Some(next) => cursor = next,
            None => return (rows, page.previous),
        }
    }
}

fn ids(rows: &[ServiceRow]) -> BTreeSet<ServiceId> {
    rows.iter().map(|row| row.id).collect()
}

#[test]
fn paging_through_2500_services_shows_each_exactly_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let (rows, previous) = turned(&world, &owner, acting, Shown::Active).await;
        assert_eq!((rows.len(), ids(&rows).len()), (2500, 2500));
        let query = ServiceQuery { cursor: previous.expect("there are pages before"), ..ServiceQuery::default() };
        let page = world.portal().ports.holdings.services(&owner, acting, query).await.expect("shown");
        assert_eq!(page.rows, rows[2400..2450], "the way back");
        assert_eq!(page.total, Total::Many);
    });
}

#[test]
fn pages_hold_what_the_reader_may_see_and_nothing_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let (_, bill) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        let (rows, _) = turned(&world, &bill, acting, Shown::All).await;
        assert_eq!((rows.len(), ids(&rows).len()), (60, 60));
        assert!(rows.iter().all(|row| row.expiring));
        let page = world.portal().ports.holdings.services(&bill, acting, ServiceQuery::default()).await;
        assert_eq!(page.expect("shown").total, Total::Exact(60));
    });
}
