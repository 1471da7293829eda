//! The list of contacts.

use crate::support::contacts::{
    account, add_service, colleague, form, make_large, many_changes, names, on, run_command, search, with_login,
};
use crate::support::{START, World, for_each_database, for_each_database_with, invitations, logged};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactFilter, ContactQuery, ContactSort, ContactVerb, OnlyService, SaveContact};
use domain::list::{Direction, Total};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::status::ContactStatus;

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

#[test]
fn people_are_sorted_by_last_name_and_those_without_a_name_by_their_address() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for (n, first, last) in [(1, "Anna", "Zeller"), (2, "Zoë", "Ächer"), (3, "Ben", "Zeller"), (4, "Carl", "Baum")]
        {
            let change = SaveContact { last_name: last.to_owned(), ..form(first, &format!("n{n}@example.com")) };
            contacts.save(&owner, acting, change).await.expect("added");
        }
        invitations::send(&world, &owner, acting, invitations::invite("lee@new.example", &[Role::Billing]))
            .await
            .expect("sent");
        let sorted = async |direction| {
            let query = ContactQuery { direction, ..ContactQuery::default() };
            names(&world, &owner, acting, query).await.split_off(1)
        };
        let ascending = ["Zoë Ächer", "Carl Baum", "lee@new.example", "Anna Zeller", "Ben Zeller"];
        assert_eq!(sorted(Direction::Ascending).await, ascending);
        let descending: Vec<&str> = ascending.into_iter().rev().collect();
        assert_eq!(sorted(Direction::Descending).await, descending);
    });
}

#[test]
fn a_list_is_counted_by_status_and_without_those_who_cannot_be_picked() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let mara = with_login("Mara", "mara@example.com", &[Role::Manager]);
        let (_, mara) = colleague(&world, acting, &owner, mara).await;
        let gone = contacts.save(&owner, acting, form("Gone", "gone@example.com")).await.expect("added");
        contacts.save(&owner, acting, form("Plain", "plain@example.com")).await.expect("added");
        run_command(&world, &owner, acting, gone, ContactVerb::Delete).await.expect("deleted");
        let counts = async |caller: &Caller, filter: ContactFilter| {
            let mut counts = contacts.counts(caller, acting, filter).await.expect("they list");
            counts.statuses.retain(|(_, count)| *count > 0);
            counts
        };
        let all = counts(&mara, ContactFilter::default()).await;
        let expected = [(ContactStatus::Active, 2), (ContactStatus::ContactOnly, 1), (ContactStatus::Deleted, 1)];
        assert_eq!(all.statuses, expected);
        assert_eq!((all.fixed, all.without_mails), (2, Total::Exact(2)), "the owner and Mara; Mara and Plain");
        let found = ContactFilter { search: "plain".to_owned(), ..ContactFilter::default() };
        let found = counts(&mara, found).await;
        assert_eq!((found.statuses, found.fixed), (vec![(ContactStatus::ContactOnly, 1)], 0));
        let active = ContactFilter { status: Some(ContactStatus::Active), ..ContactFilter::default() };
        assert_eq!(counts(&owner, active.clone()).await.fixed, 1, "the owner is whoever asks");
        make_large(&world, acting.account).await;
        let many = counts(&mara, active).await;
        assert_eq!((many.statuses, many.fixed), (Vec::new(), 2), "nobody counts so many");
    });
}

#[test]
fn a_file_has_the_people_of_all_pages_in_the_order_of_the_list() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for n in 0..120 {
            let change = form(&format!("Person{n:03}"), &format!("p{n}@example.com"));
            contacts.save(&owner, acting, change).await.expect("added");
        }
        let query = ContactQuery { direction: Direction::Descending, cursor: "x".to_owned(), ..search("person") };
        let rows = contacts.export(&owner, acting, query).await.expect("an owner lists");
        assert_eq!(rows.len(), 120);
        assert_eq!((rows[0].name.as_str(), rows[119].name.as_str()), ("Person119 Example", "Person000 Example"));
        let nobody = colleague(&world, acting, &owner, with_login("Ben", "ben@example.com", &[])).await.1;
        assert!(contacts.export(&nobody, acting, ContactQuery::default()).await.is_err());
        assert!(contacts.counts(&nobody, acting, ContactFilter::default()).await.is_err());
    });
}

#[test]
fn the_one_service_of_somebody_is_named_to_those_who_see_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let service = add_service(&world, acting.account, 7, "web-01", "vps").await;
        let power = OperationSet::of(&[Operation::Power]);
        let nora = SaveContact { services: [(service, power)].into(), ..form("Nora", "nora@example.com") };
        contacts.save(&owner, acting, nora).await.expect("added");
        let looks = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsView]),
            ..with_login("Ben", "ben@example.com", &[])
        };
        let (_, ben) = colleague(&world, acting, &owner, looks).await;
        let only = async |caller: &Caller| {
            let rows = contacts.list(caller, acting, search("nora")).await.expect("they list").rows;
            (rows[0].access.services, rows[0].only_service.clone())
        };
        let named = OnlyService { name: "web-01".to_owned(), operations: power };
        assert_eq!(only(&owner).await, (1, Some(named)));
        assert_eq!(only(&ben).await, (1, None));
    });
}
