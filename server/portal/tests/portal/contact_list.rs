//! The list of contacts.

use crate::support::contacts::{account, form, make_large, many_changes, names, on, search};
use crate::support::{START, World, for_each_database, for_each_database_with, logged};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactQuery, ContactSort};
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

#[test]
fn how_a_search_is_made_follows_from_the_contacts_of_its_account_alone() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, form("Žofie", "zofie@example.com")).await.expect("added");
        let large = on(world.account_of("neighbour@example.com").await);
        let neighbour = world.signed_in("neighbour@example.com", START).await;
        contacts.save(&neighbour, large, form("Zoë", "rare@example.com")).await.expect("added");
        make_large(&world, large.account).await;
        assert_eq!(names(&world, &owner, acting, search("zofie")).await, ["Žofie Example"]);
        for text in ["z", "zo", "zofie", "rare", "nobody has this"] {
            let small = logged(names(&world, &owner, acting, search(text))).await;
            assert!(small.contains("plan=Small\n"), "it looks in no index: {text}: {small}");
        }
        for (text, plan) in [("zofie", "plan=Walk\n"), ("rare", "plan=Index\n"), ("nobody has this", "plan=Index\n")] {
            let by_its_hits = logged(names(&world, &neighbour, large, search(text))).await;
            assert!(by_its_hits.contains(plan), "{text}: {by_its_hits}");
        }
        for text in ["rare", "ZOË", "zoe ex"] {
            assert_eq!(names(&world, &neighbour, large, search(text)).await, ["Zoë Example"], "{text}");
        }
        for nothing in ["100%", "' OR 1=1 --", "rare\" OR \"zofie", "zo_ie"] {
            assert_eq!(names(&world, &neighbour, large, search(nothing)).await.len(), 0, "{nothing}");
        }
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
