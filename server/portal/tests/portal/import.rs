//! Imports: the demo data, a file that is loaded twice, and what is written down of an import.

use crate::support::import::{LATER, SMALL, loaded, rows};
use crate::support::{PASSWORD, START, for_each_database};
use domain::acting::Acting;
use domain::audit::{AccountFactKind, ActivityQuery, FactKind};
use domain::billing::InvoiceQuery;
use domain::by::By;
use domain::domains::DomainQuery;
use domain::service::ServiceQuery;
use import::{Counts, DEMO_PASSWORD, DEMO_PEOPLE, ImportError, Progress, Stage, generate, import_from, load_demo};

pub const DEMO_ACCOUNTS: [&str; 5] =
    ["demo:hosting", "demo:nordwind", "demo:blue-heron", "demo:cafe-sol", "demo:elsewhere"];

#[test]
fn the_demo_people_sign_in_with_a_password_counted_as_their_own() {
    for_each_database(async |world| {
        let report = load_demo(world.portal(), START).await.expect("the demo data is right");
        assert_eq!((report.accounts.added, report.persons.added), (5, 11));
        assert_eq!((report.domains.added, report.invoices.added), (10, 21));
        for name in DEMO_PEOPLE {
            let email = format!("{name}@demo.example");
            let session = world.sign_in(&email, DEMO_PASSWORD, START).await.expect("the password is right");
            assert!(!session.must_change_password, "{name}");
            let caller = world.caller(&session.token, START).await.expect("the session lives");
            let accounts = world.portal().ports.accounts.mine(&caller).await.expect("they have accounts");
            assert_eq!(accounts.len(), if name == "manager" { 4 } else { 1 }, "{name}");
        }
        let error = load_demo(world.portal(), START).await.expect_err("it is not empty");
        assert!(matches!(error, ImportError::NotEmpty));
    });
}

#[test]
fn the_demo_account_was_billed_in_every_month_of_the_year_behind() {
    for_each_database(async |world| {
        let now = START.plus_seconds(3 * 365 * 86_400);
        load_demo(world.portal(), now).await.expect("the demo data is right");
        let session = world.sign_in("owner@demo.example", DEMO_PASSWORD, now).await.expect("right");
        let caller = world.caller(&session.token, now).await.expect("the session lives");
        let accounts = &world.portal().ports.accounts;
        let mine = accounts.mine(&caller).await.expect("one account");
        let acting = Acting { account: mine[0].id, viewing: None };
        let billed = accounts.dashboard(&caller, acting).await.expect("shown").billed.expect("owners see invoices");
        let empty: Vec<_> = billed[0].months.iter().filter(|month| month.paid + month.unpaid == 0).collect();
        assert!(empty.is_empty(), "{empty:?}");
    });
}

#[test]
fn the_demo_owner_sees_services_domains_and_invoices_none_of_them_stale() {
    for_each_database(async |world| {
        let now = START.plus_seconds(3 * 365 * 86_400);
        load_demo(world.portal(), now).await.expect("the demo data is right");
        let session = world.sign_in("owner@demo.example", DEMO_PASSWORD, now).await.expect("right");
        let caller = world.caller(&session.token, now).await.expect("the session lives");
        let ports = &world.portal().ports;
        let accounts = ports.accounts.mine(&caller).await.expect("one account");
        let acting = Acting { account: accounts[0].id, viewing: None };
        let services = ports.holdings.services(&caller, acting, ServiceQuery::default()).await.expect("services").rows;
        let expiring: Vec<&str> =
            services.iter().filter(|service| service.expiring).map(|service| service.name.as_str()).collect();
        assert_eq!(expiring, ["backup-01", "mail-hosting", "staging-01"]);
        assert_eq!(
            ports.holdings.domains(&caller, acting, DomainQuery::default()).await.expect("domains").page.rows.len(),
            6
        );
        let invoices = ports.holdings.invoices(&caller, acting, InvoiceQuery::default()).await.expect("invoices").rows;
        assert_eq!((invoices.len(), invoices.iter().filter(|invoice| invoice.overdue).count()), (16, 1));
    });
}

#[test]
fn the_same_file_again_changes_nothing() {
    for_each_database(async |world| {
        let first = loaded(&world, SMALL).await;
        assert_eq!(first.contacts, Counts { added: 2, ..Counts::default() });
        let before = rows(&world).await;
        let again = loaded(&world, SMALL).await;
        assert_eq!(again.written(), 0);
        assert_eq!(again.contacts, Counts { unchanged: 2, ..Counts::default() });
        assert_eq!(rows(&world).await, before);
    });
}

#[test]
fn an_import_is_written_down_once_for_the_installation_and_for_each_account() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'imported'").await, 6);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE chain = '' AND person_id IS NULL").await, 1);
        let details = world.text("SELECT details FROM audit WHERE chain = ''").await;
        let details: serde_json::Value = serde_json::from_str(&details).expect("JSON");
        let written = &details["fact"]["written"];
        assert_eq!(written[0], serde_json::json!({ "of": "accounts", "added": 5, "changed": 0 }));
        assert_eq!(written[1]["of"], "people");
        assert_eq!(written[1]["added"], 11);
        let account = world.imported_account("demo:hosting").await.parse().expect("an id");
        assert_eq!(world.first_bad_audit_row(Some(account)).await, None);
        assert_eq!(world.first_bad_audit_row(None).await, None);
    });
}

#[test]
fn what_an_import_did_is_the_provider_s_and_nobody_can_be_called_so() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let token = world.ask_for_link("owner@test.example", LATER).await;
        world.set_password(&token, PASSWORD, LATER).await.expect("the password does");
        let owner = world.signed_in("owner@test.example", LATER).await;
        let id = world.imported_account("t:acct").await.parse().expect("an id");
        let acting = Acting { account: id, viewing: None };
        let ports = &world.portal().ports;
        let log = ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        assert_eq!((log[0].kind, &log[0].by), (FactKind::Account(AccountFactKind::Imported), &By::Provider));
        let tech = world.imported_contact("t:c-tech").await.parse().expect("an id");
        let page = ports.contacts.read(&owner, acting, tech).await.expect("shown");
        assert_eq!(page.history.rows[0].by, By::Provider);
    });
}

#[test]
fn an_imported_owner_sets_a_password_by_a_mailed_link() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let token = world.ask_for_link("owner@test.example", LATER).await;
        world.set_password(&token, PASSWORD, LATER).await.expect("the password does");
        let session = world.sign_in("owner@test.example", PASSWORD, LATER).await.expect("it is right");
        assert!(!session.must_change_password);
        assert!(world.sign_in("tech@test.example", PASSWORD, LATER).await.is_err());
    });
}

#[test]
fn progress_goes_forward_through_every_stage() {
    for_each_database(async |world| {
        let text = generate::generate(1200, 5, 1).collect::<Vec<_>>().join("\n");
        let mut seen: Vec<Progress> = Vec::new();
        import_from(world.portal(), "g", text.as_bytes(), text.len() as u64, START, &mut |now| seen.push(now))
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        for stage in [Stage::Reading, Stage::Checking, Stage::Loading] {
            let percent: Vec<u64> = seen.iter().filter(|now| now.stage == stage).map(|now| now.percent()).collect();
            assert!(percent.is_sorted() && percent.last() == Some(&100), "{stage:?} {percent:?}");
        }
    });
}
