//! Search across an account: each kind as its list shows it, and nothing else.

use crate::support::contacts::{
    account, add_service, colleague, form, look_at, make_large, many_changes, on, run_command, with_login,
};
use crate::support::{START, World, for_each_database, for_each_database_with, logged};
use domain::acting::Acting;
use domain::billing::InvoiceQuery;
use domain::caller::Caller;
use domain::contact::{ContactFilter, ContactQuery, ContactVerb, SaveContact};
use domain::domains::DomainQuery;
use domain::error::PortalError;
use domain::id::{AccountId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::search::{FOUND_EACH, Findings, SearchWords};
use domain::service::ServiceQuery;
use uuid::Uuid;

/// Names with what means something to LIKE, in other letters, and with one word in all kinds.
async fn furnish(world: &World, account: AccountId) {
    for (number, name) in [(701, "zebra-01"), (702, "zebra-02"), (703, "50%_off"), (704, "back\\slash")] {
        add_service(world, account, number, name, "vps").await;
    }
    world.execute("UPDATE services SET status = 'ended' WHERE name = 'zebra-02'").await;
    // It ends in five days.
    world.execute("UPDATE services SET expires_at = 1767657600000 WHERE name = 'zebra-01'").await;
    for (number, name, sort_name) in [(711, "zebra.example", "zebra.example"), (712, "Žebra.shop", "zebra.shop")] {
        world
            .insert(
                "INSERT INTO domains (account_id, id, name, status, sort_name, created_at) \
                 VALUES ($1, $2, $3, 'active', $4, 0)",
                &[&account.to_string(), &Uuid::from_u128(number).to_string(), name, sort_name],
            )
            .await;
    }
    for (number, printed) in [(721, "ZEBRA-2026-1"), (722, "RE-2026-2")] {
        world
            .insert(
                "INSERT INTO invoices (account_id, id, number, status, issued_at, total_minor, currency, created_at) \
                 VALUES ($1, $2, $3, 'unpaid', 0, 100, 'EUR', 0)",
                &[&account.to_string(), &Uuid::from_u128(number).to_string(), printed],
            )
            .await;
    }
}

async fn find(world: &World, caller: &Caller, acting: Acting, words: &str) -> Result<Findings, PortalError> {
    let words = SearchWords::read(words).expect("words");
    world.portal().ports.search.find(caller, acting, words).await
}

/// The names of what was found, by kind; nothing where the kind was refused.
fn names(findings: Findings) -> [Option<Vec<String>>; 4] {
    let Findings { people, services, domains, invoices } = findings;
    [
        people.map(|found| found.rows.into_iter().map(|hit| hit.name).collect()),
        services.map(|found| found.rows.into_iter().map(|hit| hit.name).collect()),
        domains.map(|found| found.rows.into_iter().map(|hit| hit.name).collect()),
        invoices.map(|found| found.rows.into_iter().map(|hit| hit.number).collect()),
    ]
}

fn nothing_found() -> [Option<Vec<String>>; 4] {
    std::array::from_fn(|_| Some(Vec::new()))
}

/// The same as the lists show them, searched for the same words.
async fn listed(world: &World, caller: &Caller, acting: Acting, words: &str) -> [Option<Vec<String>>; 4] {
    let (ports, search) = (&world.portal().ports, words.to_owned());
    let filter = ContactFilter { search: search.clone(), ..ContactFilter::default() };
    let people = ports.contacts.list(caller, acting, ContactQuery { filter, ..ContactQuery::default() }).await;
    let query = ServiceQuery { search: search.clone(), ..ServiceQuery::default() };
    let services = ports.holdings.services(caller, acting, query).await;
    let query = DomainQuery { search: search.clone(), ..DomainQuery::default() };
    let domains = ports.holdings.domains(caller, acting, query).await;
    let query = InvoiceQuery { search, ..InvoiceQuery::default() };
    let invoices = ports.holdings.invoices(caller, acting, query).await;
    [
        people.ok().map(|page| page.rows.into_iter().map(|row| row.name).collect()),
        services.ok().map(|page| page.rows.into_iter().map(|row| row.name).collect()),
        domains.ok().map(|list| list.page.rows.into_iter().map(|row| row.name).collect()),
        invoices.ok().map(|page| page.rows.into_iter().map(|row| row.number).collect()),
    ]
}

#[test]
fn a_search_finds_what_the_lists_show_and_nothing_else() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, form("Zebra", "zebra@example.com")).await.expect("added");
        let mut readers = vec![owner.clone()];
        let roles: [(&str, &[Role]); 5] = [
            ("Bill", &[Role::Billing]),
            ("Tina", &[Role::Technical]),
            ("Mona", &[Role::Manager]),
            ("Vic", &[Role::Visitation]),
            ("Nil", &[]),
        ];
        for (name, roles) in roles {
            let change = with_login(name, &format!("{}@example.com", name.to_lowercase()), roles);
            readers.push(colleague(&world, acting, &owner, change).await.1);
        }
        let one = SaveContact {
            services: [(ServiceId::new(Uuid::from_u128(702)), OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Solo", "solo@example.com", &[])
        };
        world.execute("UPDATE services SET status = 'active' WHERE name = 'zebra-02'").await;
        readers.push(colleague(&world, acting, &owner, one).await.1);
        world.execute("UPDATE services SET status = 'ended' WHERE name = 'zebra-02'").await;
        let mut refused = 0;
        for reader in &readers {
            for words in ["zebra", "ŽEBRA", "z", "ze", "product", "2026", "example", "nobody has this"] {
                let found = names(find(&world, reader, acting, words).await.expect("searched"));
                let shown = listed(&world, reader, acting, words).await;
                refused += found.iter().filter(|kind| kind.is_none()).count();
                assert_eq!(found, shown, "{words}");
            }
        }
        assert!(refused > 0);
        let found = names(find(&world, &owner, acting, "zebra").await.expect("searched"));
        assert_eq!(
            found.map(|kind| kind.unwrap_or_default().len()),
            [1, 2, 2, 1],
            "somebody sees something of each kind"
        );
        let solo = names(find(&world, readers.last().expect("Solo"), acting, "zebra").await.expect("searched"));
        assert_eq!(solo, [None, Some(vec!["zebra-02".to_owned()]), None, None]);
    });
}

#[test]
fn nothing_typed_means_anything_but_itself() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let of = async |words: &str| names(find(&world, &owner, acting, words).await.expect("searched"));
        assert_eq!(of("50%_OFF").await[1], Some(vec!["50%_off".to_owned()]));
        assert_eq!(of("k\\s").await[1], Some(vec!["back\\slash".to_owned()]));
        for nothing in ["5_%", "zebra_0", "z%1", "' OR 1=1 --", "\"", "*", "\\\\"] {
            assert_eq!(of(nothing).await, nothing_found(), "{nothing}");
        }
        let endless = "%".repeat(100_000);
        assert_eq!(of(&endless).await, nothing_found());
    });
}

#[test]
fn deleted_people_are_not_found_and_of_many_ten_are() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let mut last = None;
        for n in 0..=FOUND_EACH {
            let change = form(&format!("Yak{n:02}"), &format!("yak{n}@example.com"));
            last = Some(contacts.save(&owner, acting, change).await.expect("added"));
        }
        let people = async || find(&world, &owner, acting, "yak").await.expect("searched").people.expect("people");
        let found = people().await;
        assert_eq!((found.rows.len(), found.more), (FOUND_EACH, true));
        run_command(&world, &owner, acting, last.expect("the last one"), ContactVerb::Delete).await.expect("deleted");
        let found = people().await;
        assert_eq!((found.rows.len(), found.more), (FOUND_EACH, false));
        assert!(found.rows.iter().all(|hit| hit.name != "Yak10 Example"));
    });
}

#[test]
fn in_a_large_account_people_are_found_by_its_own_part_of_the_index() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, form("Žofie", "zofie@example.com")).await.expect("added");
        let large = on(world.account_of("neighbour@example.com").await);
        let neighbour = world.signed_in("neighbour@example.com", START).await;
        let quinn = |email: &str| SaveContact { last_name: "Quill".to_owned(), ..form("Quinn", email) };
        let gone = contacts.save(&neighbour, large, quinn("gone@example.com")).await.expect("added");
        contacts.save(&neighbour, large, quinn("quinn@example.com")).await.expect("added");
        run_command(&world, &neighbour, large, gone, ContactVerb::Delete).await.expect("deleted");
        make_large(&world, large.account).await;
        for words in ["z", "zo", "zofie", "quinn"] {
            let small = logged(find(&world, &owner, acting, words)).await;
            assert!(small.contains("plan=Small\n"), "it looks in no index: {words}: {small}");
        }
        for (words, plan) in [("quinn", "plan=Index\n"), ("qu", "plan=Index\n"), ("q", "plan=Walk\n")] {
            assert!(logged(find(&world, &neighbour, large, words)).await.contains(plan), "{words}");
            let found = find(&world, &neighbour, large, words).await.expect("searched").people.expect("people");
            let emails: Vec<&str> = found.rows.iter().map(|hit| hit.email.as_str()).collect();
            assert!(
                emails.contains(&"quinn@example.com") && !emails.contains(&"gone@example.com"),
                "{words} {emails:?}"
            );
        }
        let crowd = find(&world, &neighbour, large, "zofie").await.expect("searched").people.expect("people");
        assert_eq!((crowd.rows.len(), crowd.more), (FOUND_EACH, true));
        assert!(crowd.rows.iter().all(|hit| hit.email.ends_with("@crowd.example")), "of its own account");
        for nothing in ["zofie%", "zo_ie", "quinn\" OR \"zofie"] {
            let found = find(&world, &neighbour, large, nothing).await.expect("searched").people.expect("people");
            assert!(found.rows.is_empty(), "{nothing}");
        }
    });
}

#[test]
fn a_view_finds_what_the_contact_sees_and_outsiders_find_no_account() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let sees = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::DomainsView]),
            ..with_login("Dora", "dora@example.com", &[])
        };
        let (dora, caller) = colleague(&world, acting, &owner, sees).await;
        let own = find(&world, &caller, acting, "zebra").await.expect("searched");
        world.portal().ports.contacts.view_as(&owner, acting, look_at(dora)).await.expect("begun");
        let viewing = Acting { viewing: Some(dora), ..acting };
        assert_eq!(find(&world, &owner, viewing, "zebra").await, Ok(own.clone()));
        assert!(own.domains.is_some_and(|found| found.rows.len() == 2));
        world.account_of("stranger@example.com").await;
        let stranger = world.signed_in("stranger@example.com", START).await;
        assert_eq!(find(&world, &stranger, acting, "zebra").await, Err(PortalError::NotFound));
    });
}

#[test]
fn accounts_are_found_by_every_word_of_their_name_where_one_acts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = on(world.account_of("neighbour@example.com").await);
        let neighbour = world.signed_in("neighbour@example.com", START).await;
        world.insert("UPDATE accounts SET name = 'Café Sol' WHERE id = $1", &[&other.account.to_string()]).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let found = async |caller: &Caller, words: &str| {
            let words = SearchWords::read(words);
            let found = world.portal().ports.search.accounts(caller, words).await.expect("searched");
            found.rows.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
        };
        assert_eq!(found(&neighbour, "sol CAFE").await, [other.account]);
        assert_eq!(found(&neighbour, "").await, [other.account], "the first ones");
        assert!(found(&neighbour, "luna").await.is_empty());
        assert!(found(&tina, "cafe").await.is_empty());
        assert_eq!(found(&tina, "").await, [acting.account]);
    });
}
