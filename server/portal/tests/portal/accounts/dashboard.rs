//! The first page of an account: what the lists show somebody, by name and in numbers, and nothing else.

use crate::accounts::{furnish, join, mia};
use crate::asking::ask;
use crate::support::contacts::{account, at, colleague, form, later, look_at, on, with_login};
use crate::support::invitations::{invite, send};
use crate::support::owners::{go_on, max, offer};
use crate::support::{World, for_each_database, statements};
use domain::account::Dashboard;
use domain::account::dashboard::{Few, NAMED};
use domain::acting::Acting;
use domain::audit::{FactKind, InvitationFactKind};
use domain::billing::{InvoiceQuery, Money, ShownInvoices};
use domain::caller::Caller;
use domain::contact::{ContactQuery, Verdict};
use domain::domains::{DomainQuery, ShownDomains};
use domain::id::AccountId;
use domain::list::Total;
use domain::ownership::TransferVerb;
use domain::right::Right;
use domain::rights::ServiceSight;
use domain::role::Role;
use domain::service::{ServiceQuery, Shown};
use domain::time::Month;

async fn shown(world: &World, caller: &Caller, acting: Acting) -> Dashboard {
    world.portal().ports.accounts.dashboard(caller, acting).await.expect("shown")
}

async fn services(world: &World, caller: &Caller, acting: Acting, shown: Shown) -> Option<Total> {
    let query = ServiceQuery { shown, ..Default::default() };
    world.portal().ports.holdings.services(caller, acting, query).await.ok().map(|page| page.total)
}

async fn domains(world: &World, caller: &Caller, acting: Acting, shown: ShownDomains) -> Option<Total> {
    let query = DomainQuery { shown, ..Default::default() };
    world.portal().ports.holdings.domains(caller, acting, query).await.ok().map(|list| list.page.total)
}

async fn invoices(world: &World, caller: &Caller, acting: Acting, shown: ShownInvoices) -> Option<Total> {
    let query = InvoiceQuery { shown, ..Default::default() };
    world.portal().ports.holdings.invoices(caller, acting, query).await.ok().map(|page| page.total)
}

/// How many of a kind there are, named or not.
fn all<T>(few: &Few<T>) -> Total {
    match few.more {
        Total::Exact(more) => Total::Exact(more + i64::try_from(few.rows.len()).expect("a few")),
        Total::Many => Total::Many,
    }
}

#[test]
fn each_number_is_that_of_the_list_it_leads_to() {
    for_each_database(async |world| {
        let (own, mia) = mia(&world).await;
        let roles: [&[Role]; 5] =
            [&[Role::Billing], &[Role::Technical], &[Role::Manager], &[], &[Role::Visitation, Role::Purchasing]];
        let mut accounts = vec![own.account];
        furnish(&world, own.account, 1000).await;
        for (n, roles) in roles.into_iter().enumerate() {
            let account = world.account_of(&format!("owner{n}@example.com")).await;
            join(&world, account, 5000 + n as u128, roles).await;
            furnish(&world, account, 2000 + 100 * n as u128).await;
            accounts.push(account);
        }
        for account in accounts {
            let acting = on(account);
            let Dashboard { numbers, needs, .. } = shown(&world, &mia, acting).await;
            let opened = world.portal().ports.accounts.open(&mia, acting).await.expect("opened");
            let held = opened.actor.standing.effective;
            let first = if held.sight() == ServiceSight::All { Shown::Active } else { Shown::All };
            assert_eq!(numbers.services, services(&world, &mia, acting, first).await);
            assert_eq!(numbers.domains, domains(&world, &mia, acting, ShownDomains::All).await);
            assert_eq!(numbers.invoices, invoices(&world, &mia, acting, ShownInvoices::Unpaid).await);
            let people = world.portal().ports.contacts.list(&mia, acting, ContactQuery::default()).await;
            assert_eq!(numbers.contacts, people.ok().map(|page| page.total));
            let none = Total::Exact(0);
            let expiring = services(&world, &mia, acting, Shown::Expiring).await;
            assert_eq!(all(&needs.services), expiring.unwrap_or(none));
            let expiring = domains(&world, &mia, acting, ShownDomains::Expiring).await;
            assert_eq!(all(&needs.domains), expiring.unwrap_or(none));
            assert_eq!(all(&needs.invoices), numbers.invoices.unwrap_or(none));
        }
    });
}

#[test]
fn who_lacks_a_right_is_shown_nothing_of_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account, 1000).await;
        send(&world, &owner, acting, invite("gwen@example.com", &[Role::Billing])).await.expect("invited");
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let of = async |name: &str, role: Role| {
            let email = format!("{name}@example.com");
            let (_, caller) = colleague(&world, acting, &owner, with_login(name, &email, &[role])).await;
            // The invitation ends in two days then, and web-01 right now.
            shown(&world, &at(&caller, later(5 * 24 * 60)), acting).await
        };
        let nothing = shown(&world, &tina, acting).await;
        let numbers = nothing.numbers;
        assert_eq!((numbers.services, numbers.domains, numbers.invoices, numbers.contacts), (None, None, None, None));
        assert_eq!((nothing.year, nothing.billed, nothing.services, nothing.activity), (None, None, None, None));
        let needs = nothing.needs;
        assert_eq!((needs.ends, needs.requests, needs.invoices), (None, Few::NONE, Few::NONE));
        assert_eq!((needs.services, needs.domains, needs.access), (Few::NONE, Few::NONE, Few::NONE));
        assert_eq!((needs.ending, needs.expired, needs.without_mails), (Few::NONE, Few::NONE, Total::Exact(0)));

        let technician = of("Theo", Role::Technical).await;
        assert_eq!((technician.billed, technician.activity, technician.needs.invoices), (None, None, Few::NONE));
        let year = technician.year.expect("they see services");
        assert!(year.iter().all(|month| month.invoices == 0 && month.to_pay.is_empty()), "{year:?}");
        assert_eq!(year[0].services.first, ["web-01"]);

        let accountant = of("Bill", Role::Billing).await;
        assert!(accountant.billed.is_some() && accountant.needs.invoices.rows.len() == 3);
        assert_eq!((accountant.needs.ending, accountant.needs.without_mails), (Few::NONE, Total::Exact(0)));
        let year = accountant.year.expect("they see invoices");
        assert!(year.iter().all(|month| month.domains.count == 0), "{year:?}");

        let manager = of("Max", Role::Manager).await;
        assert_eq!((manager.needs.requests.rows.len(), manager.needs.ending.rows.len()), (1, 1));
        assert_eq!((manager.billed, manager.needs.invoices), (None, Few::NONE));
    });
}

#[test]
fn what_needs_somebody_is_named_and_the_rest_is_counted() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account, 1000).await;
        unpaid(&world, acting.account, 9).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, form("Mute", "mute@example.com")).await.expect("added");
        send(&world, &owner, acting, invite("gwen@example.com", &[Role::Billing])).await.expect("invited");
        world.execute("UPDATE contacts SET ends_at = 1767657600000 WHERE first_name = 'Tina'").await;

        let Dashboard { needs, activity, .. } = shown(&world, &owner, acting).await;
        assert_eq!((needs.invoices.rows.len(), needs.invoices.more), (NAMED, Total::Exact(7)));
        let first = &needs.invoices.rows[0];
        let days = first.due.as_ref().map(|due| due.days);
        assert_eq!((days, first.overdue), (Some(-14), true), "what is due first comes first");
        let ends = |few: &Few<domain::account::dashboard::Expiring>| {
            let row = |row: &domain::account::dashboard::Expiring| {
                (row.name.clone(), row.ends.as_ref().map(|due| due.days), row.expired)
            };
            few.rows.iter().map(row).collect::<Vec<_>>()
        };
        let named = |name: &str, days, expired| (name.to_owned(), Some(days), expired);
        assert_eq!(ends(&needs.services), [named("old-01", -1, true), named("web-01", 5, false)]);
        assert_eq!(ends(&needs.domains), [named("gone.example", -1, true), named("soon.example", 5, false)]);
        let request = &needs.requests.rows[0];
        assert_eq!((request.name.as_str(), request.right), ("Tina Example", Right::Role(Role::Technical)));
        let losing: Vec<_> = needs.access.rows.iter().map(|row| (row.name.as_str(), row.ends.days)).collect();
        assert_eq!(losing, [("Tina Example", 5)]);
        assert_eq!(needs.without_mails, Total::Exact(2), "Tina and Mute; who is invited gets none anyway");
        assert_eq!((needs.ending, needs.expired), (Few::NONE, Few::NONE), "there is time");
        let latest = activity.expect("owners read the log");
        assert_eq!(latest[0].kind, FactKind::Invitation(InvitationFactKind::Sent));
        assert!(latest.len() <= 6 && latest.iter().all(|row| row.changes.is_empty()));

        let soon = shown(&world, &at(&owner, later(6 * 24 * 60)), acting).await.needs;
        let rows: Vec<_> = soon.ending.rows.iter().map(|row| (row.ends.days, row.again.clone())).collect();
        assert_eq!((rows, soon.expired), (vec![(1, Verdict::Allowed)], Few::NONE));
        let late = shown(&world, &at(&owner, later(8 * 24 * 60)), acting).await.needs;
        assert_eq!((late.ending, late.expired.rows[0].ends.days, late.access), (Few::NONE, -1, Few::NONE));
        let tina = shown(&world, &tina, acting).await.needs;
        assert_eq!(tina.ends.map(|ends| ends.days), Some(5), "one's own end is told to everybody");
    });
}

#[test]
fn an_offer_of_the_account_waits_for_whoever_it_is_made_to() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, maxs) = max(&world, acting, &owner, &[Role::Manager]).await;
        let (_, moes) = colleague(&world, acting, &owner, with_login("Moe", "moe@example.com", &[Role::Manager])).await;
        assert_eq!(shown(&world, &maxs, acting).await.needs.ownership, None);
        offer(&world, &owner, acting, max).await.expect("offered");
        let of = async |caller: &Caller| shown(&world, caller, acting).await.needs.ownership;
        let offered = of(&maxs).await.expect("it waits for them");
        assert_eq!((offered.from.as_str(), offered.until.days), ("Olivia Owner", 7));
        assert_eq!((of(&owner).await, of(&moes).await), (None, None), "and for nobody else");
        assert_eq!(of(&at(&maxs, later(8 * 24 * 60))).await, None, "it is over");
        go_on(&world, &maxs, acting, TransferVerb::Withdraw).await.expect("declined");
        assert_eq!(of(&maxs).await, None);
    });
}

#[test]
fn a_view_shows_the_dashboard_of_the_contact() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account, 1000).await;
        let with = |name: &str| with_login(name, &format!("{}@example.com", name.to_lowercase()), &[Role::Manager]);
        let (max, maxs) = colleague(&world, acting, &owner, with("Max")).await;
        let (moe, _) = colleague(&world, acting, &owner, with("Moe")).await;
        // The access of both ends soon.
        world.execute("UPDATE contacts SET ends_at = 1767657600000 WHERE first_name IN ('Max', 'Moe')").await;
        let contacts = &world.portal().ports.contacts;
        contacts.view_as(&owner, acting, look_at(max)).await.expect("begun");
        let viewed = shown(&world, &owner, Acting { viewing: Some(max), ..acting }).await;
        let own = shown(&world, &maxs, acting).await;
        assert_eq!((&viewed.needs, viewed.numbers, viewed.waiting), (&own.needs, own.numbers, own.waiting));
        assert_eq!((own.needs.access.rows[0].contact, all(&own.needs.access)), (moe, Total::Exact(1)));
        assert_eq!(own.waiting.contacts, Some(1));
        assert_eq!(own.needs.ends.map(|ends| ends.days), Some(5));
    });
}

/// So many invoices to be paid, one due each day from tomorrow on.
async fn unpaid(world: &World, account: AccountId, count: u32) {
    for number in 1..=count {
        let id = format!("00000000-0000-0000-0000-{:012}", 700 + number);
        world
            .insert(
                "INSERT INTO invoices (account_id, id, number, status, issued_at, due_at, total_minor, currency, \
                 created_at) VALUES ($1, $2, $2, 'unpaid', 1767225600000, \
                 1767225600000 + CAST($3 AS BIGINT) * 86400000, 150, 'EUR', 0)",
                &[&account.to_string(), &id, &number.to_string()],
            )
            .await;
    }
}

#[test]
fn months_ahead_and_behind_hold_what_is_theirs() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let id = acting.account.to_string();
        // Ends on the 11th of each month of the year, of March four times; a pending, an ended and a later one don't count.
        world
            .insert(
                "INSERT INTO services (account_id, id, name, product, kind, status, expires_at, sort_name, created_at) \
                 WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 6) \
                 SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), \
                 'srv-' || CAST(i AS TEXT), 'Product', 'vps', CASE WHEN i = 5 THEN 'pending' ELSE 'active' END, \
                 CASE WHEN i = 6 THEN 1798761600000 ELSE 1773187200000 + i END, 'srv', 0 FROM numbers",
                &[&id],
            )
            .await;
        for (number, issued, due, status, total, currency) in [
            (1, "1761955200000", "1764547200000", "paid", "120000", "EUR"),
            (2, "1761955200001", "1764547200000", "unpaid", "5000", "EUR"),
            (3, "1761955200002", "1764547200000", "cancelled", "9900", "EUR"),
            (4, "1767225600000", "1773187200000", "unpaid", "700", "EUR"),
            (5, "1767225600000", "1773187200001", "unpaid", "900", "USD"),
            (6, "1735689599999", "1735689600000", "paid", "1", "EUR"),
        ] {
            let invoice = format!("00000000-0000-0000-0000-{:012}", 800 + number);
            world
                .insert(
                    "INSERT INTO invoices (account_id, id, number, status, issued_at, due_at, total_minor, currency, \
                     created_at) VALUES ($1, $2, $2, $3, CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS BIGINT), \
                     $7, 0)",
                    &[&id, &invoice, status, issued, due, total, currency],
                )
                .await;
        }
        let Dashboard { year, billed, .. } = shown(&world, &owner, acting).await;
        let year = year.expect("owners see everything");
        let month = |number| Month { year: 2026, number };
        assert_eq!((year.len(), year[0].month, year[11].month), (12, month(1), month(12)));
        let march = &year[2];
        assert_eq!((march.services.count, march.invoices), (4, 2));
        assert_eq!(march.services.first, ["srv-1", "srv-2", "srv-3"]);
        let money = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
        assert_eq!(march.to_pay, [money(700, "EUR"), money(900, "USD")]);
        assert!(year.iter().all(|other| other.month == march.month || other.count() == 0), "{year:?}");

        let billed = billed.expect("owners see everything");
        let currencies: Vec<&str> = billed.iter().map(|billed| billed.currency.as_str()).collect();
        assert_eq!(currencies, ["EUR", "USD"], "those of most invoices come first");
        let euros = &billed[0];
        assert_eq!((euros.months.len(), euros.months[0].month), (12, Month { year: 2025, number: 2 }));
        let november = euros.months[9];
        assert_eq!((november.month.number, november.paid, november.unpaid), (11, 120_000, 5000));
        assert_eq!((euros.months[11].unpaid, euros.total()), (700, money(125_700, "EUR")), "none of a year ago");
    });
}

/// 3,000 of each thing, and as many people who were invited and did not answer.
async fn crowd(world: &World, account: AccountId) {
    for statement in [
        "INSERT INTO services (account_id, id, name, product, kind, status, expires_at, sort_name, created_at) \
         WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 3000) \
         SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), 'name' || CAST(i AS TEXT), 'Product', \
         'vps', 'active', 1767225600000 + CAST(i AS BIGINT) * 7200000, 'name', 0 FROM numbers",
        "INSERT INTO domains (account_id, id, name, status, expires_at, sort_name, created_at) \
         WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 3000) \
         SELECT $1, '00000000-0000-0000-0000-' || CAST(200000000000 + i AS TEXT), CAST(i AS TEXT) || '.example', \
         'active', 1767225600000 + CAST(i AS BIGINT) * 7200000, 'name', 0 FROM numbers",
        "INSERT INTO invoices (account_id, id, number, status, issued_at, due_at, total_minor, currency, created_at) \
         WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 3000) \
         SELECT $1, '00000000-0000-0000-0000-' || CAST(300000000000 + i AS TEXT), CAST(i AS TEXT), 'unpaid', \
         1767225600000 - CAST(i AS BIGINT) * 7200000, 1767225600000, 100, 'EUR', 0 FROM numbers",
        "INSERT INTO contacts (account_id, id, rank, state, first_name, last_name, email, email_key, phone, note, \
         sort_name, search_text, ends_at, created_at, updated_at) \
         WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 3000) \
         SELECT $1, '00000000-0000-0000-0000-' || CAST(400000000000 + i AS TEXT), 1, \
         CASE WHEN i % 2 = 0 THEN 'pending' ELSE 'contact_only' END, 'Ann', 'Asker', CAST(i AS TEXT) || '@crowd.example', \
         CAST(i AS TEXT) || '@crowd.example', '', '', 'ann', '', CASE WHEN i % 2 = 0 THEN 1767139200000 END, 0, 0 \
         FROM numbers",
    ] {
        world.insert(statement, &[&account.to_string()]).await;
    }
}

#[test]
fn however_much_there_is_the_first_page_asks_as_many_statements() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account, 1000).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        send(&world, &owner, acting, invite("gwen@example.com", &[Role::Billing])).await.expect("invited");
        let owner = at(&owner, later(8 * 24 * 60));
        let open = async || statements(async { shown(&world, &owner, acting).await }).await;
        open().await;
        let few = open().await;
        // SQLite's are logged by threads of their own, which are not listened to.
        assert!((8..=14).contains(&few) || !world.is_postgres(), "{few}");
        crowd(&world, acting.account).await;
        assert_eq!(open().await, few);
        let Dashboard { numbers, needs, year, billed, .. } = shown(&world, &owner, acting).await;
        assert_eq!((numbers.services, numbers.domains), (Some(Total::Many), Some(Total::Many)));
        assert_eq!((needs.expired.rows.len(), needs.expired.more), (NAMED, Total::Many));
        assert_eq!(needs.without_mails, Total::Many);
        assert_eq!((year.map(|year| year.len()), billed.map(|billed| billed.len())), (Some(12), Some(1)));
    });
}
