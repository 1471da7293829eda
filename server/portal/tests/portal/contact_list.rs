//! The list of contacts.

use crate::support::contacts::{account, form, many_changes, names, on};
use crate::support::{START, World, for_each_database, for_each_database_with, logged};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactFilter, ContactQuery, ContactSort};
use domain::list::{Direction, Total};

#[test]
fn lists_are_searched_filtered_sorted_and_paged() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for n in 0..120 {
            let change = form(&format!("Person{n:03}"), &format!("p{n}@example.com"));
            contacts.save(&owner, acting, change).await.expect("added");
        }
        contacts.save(&owner, acting, form("Žofie", "zofie@bücher.example")).await.expect("added");
        for direction in [Direction::Ascending, Direction::Descending] {
            for sort in [ContactSort::Name, ContactSort::Email, ContactSort::Status, ContactSort::LastSignIn] {
                walk(&world, &owner, acting, ContactQuery { sort, direction, ..ContactQuery::default() }).await;
            }
        }
        let search = |text: &str| ContactQuery {
            filter: ContactFilter { search: text.to_owned(), ..ContactFilter::default() },
            ..ContactQuery::default()
        };
        assert_eq!(names(&world, &owner, acting, search("zofie")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("ŽOF")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("bücher")).await, ["Žofie Example"], "by the address as typed");
        assert_eq!(names(&world, &owner, acting, search("zo")).await, ["Žofie Example"], "two letters: word starts");
        assert_eq!(names(&world, &owner, acting, search("of")).await.len(), 0, "not what is within a word");
        assert_eq!(names(&world, &owner, acting, search("ž")).await, ["Žofie Example"]);
        assert_eq!(names(&world, &owner, acting, search("person07")).await.len(), 10);
        for nothing in ["%", "_", "100%", "' OR 1=1 --", "\"", "*", "zofie\" OR \"person"] {
            assert_eq!(names(&world, &owner, acting, search(nothing)).await.len(), 0, "{nothing}");
        }
        let found = contacts.list(&owner, acting, search("person")).await.expect("listed");
        assert_eq!((found.rows.len(), found.total), (50, Total::Exact(120)));
    });
}

/// Contacts with one name, more than a search sorts.
const CROWD: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) \
     INSERT INTO contacts (account_id, id, rank, state, first_name, last_name, email, email_key, phone, note, sort_name, \
     search_text, created_at, updated_at) SELECT $1, '00000000-0000-7000-8000-' || (100000000000 + i), 1, \
     'contact_only', 'Zofie', 'Example', 'zofie' || i || '@crowd.example', 'zofie' || i || '@crowd.example', '', '', \
     'zofie example', ' zofie example', 0, 0 FROM n";

#[test]
fn how_a_search_is_made_follows_from_the_contacts_of_its_account_alone() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.portal().ports.contacts.save(&owner, acting, form("Žofie", "zofie@example.com")).await.expect("added");
        let crowded = world.account_of("neighbour@example.com").await;
        world.insert(CROWD, &[&crowded.to_string()]).await;
        let neighbour = world.signed_in("neighbour@example.com", START).await;
        let search = || ContactQuery {
            filter: ContactFilter { search: "zofie".to_owned(), ..ContactFilter::default() },
            ..ContactQuery::default()
        };
        assert_eq!(names(&world, &owner, acting, search()).await, ["Žofie Example"]);
        let few = logged(names(&world, &owner, acting, search())).await;
        assert!(few.contains("plan=Index\n"), "{few}");
        let many = logged(names(&world, &neighbour, on(crowded), search())).await;
        assert!(many.contains("plan=Walk\n"), "{many}");
    });
}

/// Goes through all pages and back, and finds everybody once, in order.
async fn walk(world: &World, owner: &Caller, acting: Acting, query: ContactQuery) {
    let contacts = &world.portal().ports.contacts;
    let mut query = query;
    let (mut seen, mut pages) = (Vec::new(), Vec::new());
    loop {
        let page = contacts.list(owner, acting, query.clone()).await.expect("listed");
        assert_eq!(page.total, Total::Exact(122));
        pages.push(page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        seen.extend(page.rows.into_iter().map(|row| row.id));
        let Some(next) = page.next else {
            query.cursor = page.previous.expect("there was a page before");
            break;
        };
        query.cursor = next;
    }
    assert_eq!(pages.len(), 3);
    let before = contacts.list(owner, acting, query).await.expect("listed");
    assert_eq!(before.rows.iter().map(|row| row.id).collect::<Vec<_>>(), pages[1]);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 122, "everybody once");
}
