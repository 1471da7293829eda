//! Exports: what is read back is the same, here and elsewhere.

use crate::import::DEMO_ACCOUNTS;
use crate::support::import::{Elsewhere, LATER, SMALL, export, import_at, loaded, rows};
use crate::support::{START, for_each_database};
use domain::acting::Acting;
use domain::contact::SaveContact;
use domain::id::SubmissionId;
use import::export::Hashes;
use import::{generate, load_demo};
use portal::Opened;
use uuid::Uuid;

#[test]
fn importing_an_export_of_the_demo_changes_nothing() {
    for_each_database(async |world| {
        let database = world.portal().database();
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let before = rows(&world).await;
        for account in DEMO_ACCOUNTS {
            for hashes in [Hashes::Leave, Hashes::Include] {
                let text = export(database, account, hashes).await;
                assert_eq!(text.contains("$argon2id$"), hashes == Hashes::Include && text.contains("@demo.example"));
                assert_eq!(loaded(&world, &text).await.written(), 0, "{account}");
                assert_eq!(export(database, account, hashes).await, text);
            }
        }
        assert_eq!(rows(&world).await, before);
    });
}

#[test]
fn an_export_makes_the_same_account_elsewhere() {
    for_each_database(async |world| {
        moved_to(world.portal(), 0).await;
        for seed in 1..4 {
            moved_to(&Elsewhere::open().await.portal, seed).await;
        }
    });
}

/// Makes a world somewhere, and moves it.
async fn moved_to(portal: &Opened, seed: u64) {
    let database = portal.database();
    let lines: Vec<String> = generate::generate(80, 9, seed).collect();
    let from = Elsewhere::open().await;
    import_at(&from.portal, &lines.join("\n"), START).await.unwrap_or_else(|error| panic!("{error}"));
    let text = export(from.portal.database(), generate::ACCOUNT, Hashes::Include).await;
    let report = import_at(portal, &text, LATER).await.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(report.contacts.added, 80);
    assert_eq!(export(database, generate::ACCOUNT, Hashes::Include).await, text, "seed {seed}");
    assert_eq!(import_at(portal, &text, LATER).await.expect("it is right").written(), 0);
}

#[test]
fn what_the_portal_made_is_exported_under_its_own_ids_and_recognised() {
    for_each_database(async |world| {
        let account = world.account_of("owner@example.com").await;
        let owner = world.signed_in("owner@example.com", START).await;
        let change = SaveContact {
            submission: Some(SubmissionId::new(Uuid::from_u128(1))),
            first_name: "Mail".to_owned(),
            last_name: "Only".to_owned(),
            email: "mail@example.com".to_owned(),
            note: "two\nlines".to_owned(),
            ..SaveContact::default()
        };
        let acting = Acting { account, viewing: None };
        world.portal().ports.contacts.save(&owner, acting, change).await.expect("it is added");
        let database = world.portal().database();
        let text = export(database, &account.to_string(), Hashes::Include).await;
        assert!(text.contains(&format!(r#""id":"portico:{account}""#)));
        let before = rows(&world).await;
        assert_eq!(loaded(&world, &text).await.written(), 0);
        assert_eq!(rows(&world).await, before);
        let elsewhere = Elsewhere::open().await;
        import_at(&elsewhere.portal, &text, START).await.expect("it is imported");
        assert_eq!(export(elsewhere.portal.database(), &account.to_string(), Hashes::Include).await, text);
    });
}

#[test]
fn a_service_keeps_the_address_that_no_line_names_and_costs_what_the_last_one_says() {
    for_each_database(async |world| {
        let database = world.portal().database();
        let service = |more: &str| SMALL.replace(r#""expires":"2027-01-01""#, more);
        let first = service(r#""address":"203.0.113.9","price_minor":4900,"period":"month","next_due":"2026-02-01""#);
        loaded(&world, &first).await;
        let said = r#""address":"203.0.113.9","price_minor":4900,"period":"month","next_due":"2026-02-01""#;
        let text = export(database, "t:acct", Hashes::Leave).await;
        assert!(text.contains(said), "{text}");
        assert_eq!(loaded(&world, &text).await.written(), 0);
        loaded(&world, &service(r#""price_minor":100"#)).await;
        let text = export(database, "t:acct", Hashes::Leave).await;
        assert!(text.contains(r#""address":"203.0.113.9","price_minor":100}"#), "{text}");
        for (wrong, why) in [
            (r#""address":"web""#, r#"field "address": not an IP address"#),
            (r#""price_minor":-1"#, r#"field "price_minor": less than nothing"#),
            (r#""period":"week""#, r#"field "period": "week" is not one of month, quarter, half_year, year"#),
        ] {
            let error = import_at(world.portal(), &service(wrong), START).await.expect_err("it is refused");
            assert!(error.to_string().contains(why), "{error}");
        }
    });
}
