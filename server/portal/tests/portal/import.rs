//! Imports and exports: files checked in full, loaded once, read back the same.

use crate::support::behind::Rows;
use crate::support::contacts::{account, form};
use crate::support::import::{LATER, SMALL, export, import_at, loaded, problems, rows};
use crate::support::{PASSWORD, START, for_each_database, portal_in};
use domain::acting::Acting;
use domain::audit::{AccountFactKind, FactKind};
use domain::by::By;
use domain::contact::{Move, MoveContact, SaveContact};
use domain::id::{AccountId, SubmissionId};
use domain::service::ServiceQuery;
use import::export::Hashes;
use import::{Counts, DEMO_PASSWORD, DEMO_PEOPLE, ImportError, Progress, Stage, generate, import_from, load_demo};
use portal::Opened;
use uuid::Uuid;

const DEMO_ACCOUNTS: [&str; 5] =
    ["demo:hosting", "demo:nordwind", "demo:blue-heron", "demo:cafe-sol", "demo:elsewhere"];

#[test]
fn the_demo_people_sign_in_with_a_password_counted_as_their_own() {
    for_each_database(async |world| {
        let report = load_demo(world.portal(), START).await.expect("the demo data is right");
        assert_eq!((report.accounts.added, report.persons.added), (5, 11));
        assert_eq!((report.domains.added, report.invoices.added), (10, 19));
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
        assert_eq!(ports.holdings.domains(&caller, acting, String::new()).await.expect("domains").rows.len(), 6);
        let invoices = ports.holdings.invoices(&caller, acting, String::new()).await.expect("invoices").rows;
        assert_eq!((invoices.len(), invoices.iter().filter(|invoice| invoice.overdue).count()), (14, 1));
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

/// Another installation.
struct Elsewhere {
    portal: Opened,
    _folder: tempfile::TempDir,
}

impl Elsewhere {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { portal: portal_in(folder.path()).await, _folder: folder }
    }
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
fn every_bad_line_is_reported_with_its_field_and_nothing_is_loaded() {
    for_each_database(async |world| {
        let text = r#"{"type":"account","id":"t:acct","name":"Test Ltd","currency":"euro"}
{"type":"account","id":"t:two","name":"Two Ltd","currency":"EUR","colour":"red"}
{"type":"account","id":"t:three","name":"Three Ltd","currency":"EUR"}
{"type":"person","id":"t:p1","email":"no address","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p2","email":"p2@test.example","first_name":"A\u202e","last_name":""}
{"type":"person","id":"t:p3","email":"P2@test.example","first_name":"A","last_name":"B","password_hash":"hunter2","password_by":"me"}
{"type":"person","id":"t:p4","email":"x@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p5","email":"X@TEST.example.","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c1","account":"t:three","person":"t:p4","owner":"boss"}
{"type":"contact","id":"t:c2","account":"t:three","person":"t:nobody"}
{"type":"contact","id":"t:c3","account":"t:three","email":"c@test.example","first_name":"A","last_name":"B","privileges":["billing.everything"]}
{"type":"contact","id":"t:c4","account":"t:nowhere","email":"c@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c5","account":"t:three","person":"t:p4","services":{"t:s1":["svc.console"],"t:s9":[]}}
{"type":"service","id":"t:s1","account":"t:three","name":"mail","product":"Mail","kind":"hosting","status":"active","expires":"soon"}
{"type":"service","id":"t:s2","account":"t:three","name":"rack","product":"Rack","kind":"colocation","status":"active"}
{"type":"contact","id":"t:c6","account":"t:three","person":"t:p5","services":{"t:s2":["svc.console","svc.power"]},"phone":"call me"}
{"type":"service","id":"t:s2","account":"t:three","name":"again","product":"Rack","kind":"colocation","status":"active"}
{"type":"invoice","id":"t:i1","account":"t:three","number":"1","status":"paid","issued":"2026-01-01","total_minor":1.5,"currency":"EUR"}
{"type":"invoice","id":"t:i2","account":"t:three","number":"1","status":"paid","issued":"2026-01-01","total_minor":15,"currency":"USD"}
{"type":"thing","id":"t:x"}
[1]
{"type":
{"type":"contact","id":"t:c7","account":"t:three","email":"c7@test.example","first_name":"A","last_name":"B","state":"active"}"#;
        let found = problems(&world, text).await;
        let expected = [
            r#"test.jsonl:1: field "currency": not a currency code of three capital letters"#,
            r#"test.jsonl:2: field "colour": unknown field"#,
            r#"test.jsonl:4: field "email": not an e-mail address"#,
            r#"test.jsonl:5: field "first_name": has control, invisible or direction-turning characters"#,
            r#"test.jsonl:5: field "last_name": empty"#,
            r#"test.jsonl:6: field "password_by": "me" is not one of self, other"#,
            r#"test.jsonl:6: field "password_hash": no argon2 or bcrypt hash at a cost that a sign-in can bear"#,
            r#"test.jsonl:8: field "email": the same address as in line 7 of test.jsonl"#,
            r#"test.jsonl:9: field "owner": "boss" is not one of legal, co"#,
            r#"test.jsonl:10: field "person": there is no person t:nobody"#,
            r#"test.jsonl:11: field "privileges": unknown key "billing.everything""#,
            r#"test.jsonl:12: field "account": there is no account t:nowhere"#,
            r#"test.jsonl:13: field "services.t:s9": there is no service t:s9"#,
            r#"test.jsonl:14: field "expires": neither YYYY-MM-DD nor RFC 3339"#,
            r#"test.jsonl:16: field "phone": not a telephone number"#,
            r#"test.jsonl:16: field "services.t:s2": a service of its kind has no svc.console"#,
            r#"test.jsonl:17: field "id": line 15 of test.jsonl is about the same service"#,
            r#"test.jsonl:18: field "total_minor": not a whole number"#,
            r#"test.jsonl:19: field "currency": the account's currency is EUR"#,
            r#"test.jsonl:20: field "type": not one of account, person, contact, service, domain, invoice"#,
            "test.jsonl:21: not a JSON object",
            "test.jsonl:22: not JSON, column 8",
            r#"test.jsonl:23: field "state": a contact that is active needs a person"#,
        ];
        for line in expected {
            assert!(found.iter().any(|problem| problem == line), "missing: {line}\nfound:\n{}", found.join("\n"));
        }
        assert_eq!(found.len(), expected.len(), "{}", found.join("\n"));
        assert_eq!(rows(&world).await.iter().sum::<i64>(), 0);
    });
}

#[test]
fn a_nul_in_a_text_is_a_problem_of_its_line() {
    for_each_database(async |world| {
        let text = r#"{"type":"account","id":"t:a","name":"A\u0000","currency":"EUR"}
{"type":"account","id":"t:\u0000","name":"A","currency":"EUR"}
{"type":"person","id":"t:p1","email":"p\u0000@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p2","email":"p2@test.example","first_name":"A\u0000","last_name":"B"}
{"type":"person","id":"t:p3","email":"p3@test.example","first_name":"A","last_name":"B","time_zone":"Europe/Berlin\u0000"}
{"type":"contact","id":"t:c1","account":"t:b","email":"c\u0000@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c2","account":"t:b","email":"c2@test.example","first_name":"A","last_name":"B","note":"two\n\u0000"}
{"type":"contact","id":"t:c3","account":"t:b","email":"c3@test.example","first_name":"A","last_name":"B","phone":"\u0000"}
{"type":"service","id":"t:s","account":"t:b","name":"web\u0000","product":"VPS","kind":"vps","status":"active"}
{"type":"invoice","id":"t:i","account":"t:b","number":"1\u0000","status":"paid","issued":"2026-01-01","total_minor":1,"currency":"EUR"}
{"type":"account","id":"t:b","name":"B","currency":"EUR"}"#;
        let found = problems(&world, text).await;
        for line in 1..=10 {
            let place = format!("test.jsonl:{line}: ");
            assert!(found.iter().any(|problem| problem.starts_with(&place)), "{place}\n{}", found.join("\n"));
        }
    });
}

#[test]
fn an_account_has_exactly_one_legal_owner() {
    for_each_database(async |world| {
        let none = SMALL.replace(r#","owner":"legal""#, "");
        assert_eq!(
            problems(&world, &none).await,
            [r#"test.jsonl:2: field "id": no contact is the legal owner of this account"#]
        );
        let two = SMALL.replace(r#""person":"t:tech""#, r#""person":"t:tech","owner":"legal""#);
        let found = problems(&world, &two).await;
        assert!(matches!(&found[..], [one] if one.contains("another legal owner")), "{found:?}");
        loaded(&world, SMALL).await;
        let gone = r#"{"type":"contact","id":"t:c-owner","account":"t:acct","person":"t:owner"}"#;
        assert!(
            problems(&world, gone).await[0].contains("the legal owner of the account, and the file names no other")
        );
        let exchanged =
            format!("{gone}\n{}", r#"{"type":"contact","id":"t:c-tech","account":"t:acct","owner":"legal"}"#);
        assert_eq!(loaded(&world, &exchanged).await.contacts.changed, 2);
    });
}

#[test]
fn an_address_stands_once_on_an_account_and_belongs_to_one_person() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let taken = r#"{"type":"contact","id":"t:c3","account":"t:acct","email":"TECH@test.example","first_name":"A","last_name":"B"}
{"type":"person","id":"t:p3","email":"owner@test.example","first_name":"A","last_name":"B"}"#;
        assert_eq!(
            problems(&world, taken).await,
            [
                r#"test.jsonl:1: field "email": the contact Tim Tech has this address on the account"#,
                r#"test.jsonl:2: field "email": another person signs in with this address already"#,
            ]
        );
        let twice = r#"{"type":"contact","id":"t:c3","account":"t:acct","email":"new@test.example","first_name":"A","last_name":"B"}
{"type":"contact","id":"t:c4","account":"t:acct","email":"New@test.example","first_name":"A","last_name":"B"}"#;
        assert_eq!(problems(&world, twice).await.len(), 1);
        let other = r#"{"type":"contact","id":"t:c-tech","account":"t:acct","email":"else@test.example"}"#;
        assert_eq!(
            problems(&world, other).await,
            [r#"test.jsonl:1: field "email": not the address of the person, tech@test.example"#]
        );
    });
}

#[test]
fn a_changed_line_replaces_the_rights_and_leaves_one_version() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let text = r#"{"type":"contact","id":"t:c-tech","account":"t:acct","privileges":["billing.view"],"services":{"all":["svc.power"]},"notifications":["support"],"note":"moved"}"#;
        let report = loaded(&world, text).await;
        assert_eq!(report.contacts, Counts { changed: 1, ..Counts::default() });
        let grants = world.text("SELECT string_agg(key, ' ' ORDER BY key) FROM grants").await;
        assert_eq!(grants, "billing.view svc.power");
        assert_eq!(world.number("SELECT version FROM contacts WHERE external_id = 't:c-tech'").await, 2);
        assert_eq!(world.count(Rows::ContactVersions).await, 3);
        assert_eq!(world.text("SELECT state FROM contacts WHERE external_id = 't:c-tech'").await, "active");
        // What it gets mail about is not part of its history.
        let text = text.replace("support", "billing");
        assert_eq!(loaded(&world, &text).await.contacts.changed, 1);
        assert_eq!(world.number("SELECT version FROM contacts WHERE external_id = 't:c-tech'").await, 2);
        assert_eq!(world.text("SELECT category FROM notification_choices").await, "billing");
    });
}

#[test]
fn whoever_is_typed_renamed_or_imported_stands_at_the_same_place() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let named = |change: SaveContact| SaveContact { last_name: "Ångström".to_owned(), ..change };
        contacts.save(&owner, acting, named(form("Zoë", "typed@example.com"))).await.expect("added");
        let id = contacts.save(&owner, acting, form("Somebody", "renamed@example.com")).await.expect("added");
        let change = SaveContact { contact: Some(id), version: 1, ..named(form("Zoë", "renamed@example.com")) };
        contacts.save(&owner, acting, change).await.expect("renamed");

        let line = |id: &str, first_name: &str| {
            format!(
                r#"{{"type":"contact","id":"t:{id}","account":"t:acct","first_name":"{first_name}","last_name":"Ångström","email":"{id}@test.example"}}"#
            )
        };
        let text = format!("{SMALL}{}\n{}\n", line("new", "Zoë"), line("changed", "Somebody"));
        loaded(&world, &text).await;
        loaded(&world, &line("changed", "Zoë")).await;
        let sorted = world.text("SELECT string_agg(sort_name, ',' ORDER BY sort_name) FROM contacts").await;
        assert_eq!(sorted.matches("zoe angstrom").count(), 4, "{sorted}");
        let found = "SELECT COUNT(*) FROM contacts WHERE search_text LIKE ' zoe angstrom %@%example%'";
        assert_eq!(world.number(found).await, 4);
    });
}

#[test]
fn a_service_that_arrives_gives_what_was_promised_on_new_services() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let promise = r#"{"type":"contact","id":"t:c-tech","account":"t:acct","services":{"new":["svc.power","svc.console","svc.renew"]}}"#;
        loaded(&world, promise).await;
        let arrival = r#"{"type":"service","id":"t:rack","account":"t:acct","name":"rack","product":"Rack","kind":"colocation","status":"pending"}"#;
        assert_eq!(loaded(&world, arrival).await.followers, 0, "it is not there yet");
        let arrival = arrival.replace("pending", "active");
        assert_eq!(loaded(&world, &arrival).await.followers, 1);
        let given = "SELECT string_agg(g.key, ' ' ORDER BY g.key) FROM grants g JOIN services s ON s.id = g.service_id \
                     WHERE s.external_id = 't:rack'";
        assert_eq!(world.text(given).await, "svc.power svc.renew");
        // The same again, and the same together with the contact's own line, takes nothing away.
        assert_eq!(loaded(&world, &format!("{arrival}\n{promise}")).await.written(), 0);
        // A line that names the service has the last word.
        let named = promise.replace(r#""services":{"#, r#""services":{"t:rack":["svc.renew"],"#);
        loaded(&world, &named).await;
        assert_eq!(world.text(given).await, "svc.renew");
    });
}

#[test]
fn a_password_that_is_stored_is_never_replaced() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let text = export(world.portal().database(), "demo:elsewhere", Hashes::Include).await;
        let changed = text.replace("$argon2id$v=19$m=19456,t=2,p=1$iqqg", "$argon2id$v=19$m=19456,t=2,p=1$aqqg");
        assert_ne!(text, changed);
        assert_eq!(loaded(&world, &changed).await.written(), 0);
        world.sign_in("outsider@demo.example", DEMO_PASSWORD, START).await.expect("the password is the same");
        // Whoever has none yet gets the one that is brought.
        let hash = "$2y$04$pUMCWCkrNfYEAo7NSnCCqOiTQzmH0vVnCFzsi/Qr8Sv4mPXaHBTkm";
        let person = format!(
            r#"{{"type":"person","id":"demo:sol-owner","email":"marisol@cafesol.example","first_name":"Marisol","last_name":"Vega","password_hash":"{hash}","password_by":"other"}}"#
        );
        assert_eq!(loaded(&world, &person).await.persons.changed, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE password_by = 'other'").await, 1);
        assert_eq!(
            world.number("SELECT COUNT(*) FROM persons WHERE email LIKE 'marisol%' AND verified_at > 0").await,
            1
        );
    });
}

#[test]
fn a_hash_that_costs_too_much_is_left_out_and_its_owner_sets_a_password_by_link() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let person = |cost: &str| {
            format!(
                r#"{{"type":"person","id":"demo:sol-owner","email":"marisol@cafesol.example","first_name":"Mari","last_name":"Vega","password_hash":"$2y${cost}$pUMCWCkrNfYEAo7NSnCCqOiTQzmH0vVnCFzsi/Qr8Sv4mPXaHBTkm","password_by":"self"}}"#
            )
        };
        let kept = "SELECT COALESCE(password_hash, password_by) FROM persons WHERE external_id = 'demo:sol-owner'";
        let report = loaded(&world, &person("13")).await;
        assert_eq!(report.persons.changed, 1, "the rest of the line is taken");
        let note = "test.jsonl:1: dropped: the password, whose hash costs more than a sign-in can bear; \
                    its owner sets a new one by Forgot your password?";
        assert_eq!(report.notes, [note]);
        assert_eq!(world.text(kept).await, "none");
        let token = world.ask_for_link("marisol@cafesol.example", START).await;
        world.set_password(&token, PASSWORD, START).await.expect("the password does");
        assert_eq!(loaded(&world, &person("13")).await.notes, [""; 0], "nothing is left out that is not needed");
        world.execute("UPDATE persons SET password_hash = NULL, password_by = 'none'").await;
        loaded(&world, &person("12")).await;
        assert!(world.text(kept).await.starts_with("$2y$12$"));
    });
}

#[test]
fn access_with_an_end_keeps_it_through_a_time_as_an_owner_by_import_and_export() {
    for_each_database(async |world| {
        let tech = |more: &str| SMALL.replace(r#""person":"t:tech""#, &format!(r#""person":"t:tech"{more}"#));
        let open = "SELECT COUNT(*) FROM contacts WHERE external_id = 't:c-tech' AND owner = 'co' AND ends_at IS NULL";
        let ends = "SELECT COUNT(*) FROM contacts WHERE owner IS NULL AND ends_at = 1780272000000";
        loaded(&world, &tech(r#","ends":"2026-06-01""#)).await;
        loaded(&world, &tech(r#","owner":"co""#)).await;
        assert_eq!(world.number(open).await, 1, "an owner's access does not end");

        let database = world.portal().database();
        let text = export(database, "t:acct", Hashes::Leave).await;
        assert!(text.contains(r#""ends":"2026-06-01"#), "{text}");
        assert_eq!(loaded(&world, &text).await.written(), 0);
        let elsewhere = Elsewhere::open().await;
        import_at(&elsewhere.portal, &text, START).await.expect("it is imported");
        assert_eq!(export(elsewhere.portal.database(), "t:acct", Hashes::Leave).await, text);

        // The line of somebody who is there keeps it just as a new one does.
        world.execute("UPDATE contacts SET ends_at_as_contact = NULL WHERE external_id = 't:c-tech'").await;
        loaded(&world, &text).await;
        assert_eq!(world.number(open).await, 1);
        loaded(&world, &tech("")).await;
        assert_eq!(world.number(ends).await, 1, "as a contact again it ends when it would have");
    });
}

#[test]
fn a_contact_deleted_in_the_portal_stays_deleted() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let session = world.sign_in("owner@demo.example", DEMO_PASSWORD, START).await.expect("right");
        let owner = world.caller(&session.token, START).await.expect("the session lives");
        let id = |text: String| text.parse().expect("an id");
        let account: AccountId = world.imported_account("demo:hosting").await.parse().expect("an id");
        let contact = id(world.imported_contact("demo:contact-buyer").await);
        let database = world.portal().database();
        let text = export(database, "demo:hosting", Hashes::Leave).await;
        let change = MoveContact { submission: SubmissionId::new(Uuid::from_u128(7)), contact, to: Move::Delete };
        world
            .portal()
            .ports
            .contacts
            .move_one(&owner, Acting { account, viewing: None }, change)
            .await
            .expect("deleted");
        let report = loaded(&world, &text).await;
        assert_eq!(report.written(), 0);
        assert!(
            matches!(&report.notes[..], [note] if note.contains("was deleted in the portal")),
            "{:?}",
            report.notes
        );
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
        let log = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
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
