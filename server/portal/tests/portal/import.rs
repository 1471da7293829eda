//! Imports and exports: files checked in full, loaded once, read back the same.

use crate::contacts::{account, colleague, form, submission, with_login};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, for_each_database, portal_in, secret};
use domain::audit::{AccountFactKind, By, FactKind};
use domain::contact::{Move, MoveContact, SaveContact};
use domain::id::{AccountId, SubmissionId};
use domain::operation::{Operation, OperationSet};
use domain::ports::Acting;
use domain::privilege::Privilege;
use domain::profile::{ChangeEmail, ConfirmEmail};
use domain::service::ServiceQuery;
use domain::time::Timestamp;
use portal::Opened;
use portal::base::db::Database;
use portal::export::{Hashes, export_account};
use portal::import::whmcs::{WhmcsOptions, import_folder};
use portal::import::{
    Counts, DEMO_PASSWORD, DEMO_PEOPLE, ImportError, ImportReport, Progress, Stage, generate, import_from, load_demo,
};
use std::path::Path;
use uuid::Uuid;

const LATER: Timestamp = START.plus_seconds(3600);

async fn import(world: &World, text: &str) -> Result<ImportReport, ImportError> {
    import_at(world.portal(), text, LATER).await
}

async fn import_at(portal: &Opened, text: &str, now: Timestamp) -> Result<ImportReport, ImportError> {
    import_from(portal, "test.jsonl", text.as_bytes(), text.len() as u64, now, &mut |_| {}).await
}

async fn loaded(world: &World, text: &str) -> ImportReport {
    import(world, text).await.unwrap_or_else(|error| panic!("{error}"))
}

async fn problems(world: &World, text: &str) -> Vec<String> {
    match import(world, text).await {
        Err(ImportError::Lines(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("the file is wrong, but: {other:?}"),
    }
}

async fn export(database: &Database, account: &str, hashes: Hashes) -> String {
    let mut text = Vec::new();
    export_account(database, account, hashes, LATER, &mut text).await.expect("it is exported");
    String::from_utf8(text).expect("text")
}

/// How many rows there are of everything an import writes.
async fn rows(world: &World) -> Vec<i64> {
    vec![
        world.number("SELECT COUNT(*) FROM accounts").await,
        world.number("SELECT COUNT(*) FROM persons").await,
        world.number("SELECT COUNT(*) FROM contacts").await,
        world.number("SELECT COUNT(*) FROM grants").await,
        world.number("SELECT COUNT(*) FROM notification_choices").await,
        world.number("SELECT COUNT(*) FROM contact_versions").await,
        world.number("SELECT COUNT(*) FROM services").await,
        world.number("SELECT COUNT(*) FROM domains").await,
        world.number("SELECT COUNT(*) FROM invoices").await,
        world.number("SELECT COUNT(*) FROM audit").await,
    ]
}

const DEMO_ACCOUNTS: [&str; 5] =
    ["demo:hosting", "demo:nordwind", "demo:blue-heron", "demo:cafe-sol", "demo:elsewhere"];

/// An account with an owner, a server, and a technician.
const SMALL: &str = r#"
{"type":"account","id":"t:acct","name":"Test Ltd","currency":"EUR"}
{"type":"person","id":"t:owner","email":"Owner@Test.example","first_name":"Olga","last_name":"Owner"}
{"type":"person","id":"t:tech","email":"tech@test.example","first_name":"Tim","last_name":"Tech","verified":true}
{"type":"contact","id":"t:c-owner","account":"t:acct","person":"t:owner","owner":"legal"}
{"type":"contact","id":"t:c-tech","account":"t:acct","person":"t:tech","roles":["technical"],"services":{"t:web":["svc.renew"]}}
{"type":"service","id":"t:web","account":"t:acct","name":"web","product":"VPS","kind":"vps","status":"active","expires":"2027-01-01"}
"#;

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
            r#"test.jsonl:6: field "password_by": "me" is none of self, other"#,
            r#"test.jsonl:6: field "password_hash": no argon2 or bcrypt hash at a cost that a sign-in can bear"#,
            r#"test.jsonl:8: field "email": the same address as in line 7 of test.jsonl"#,
            r#"test.jsonl:9: field "owner": "boss" is none of legal, co"#,
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
            r#"test.jsonl:20: field "type": none of account, person, contact, service, domain, invoice"#,
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
                r#"test.jsonl:2: field "email": somebody else signs in with this address already"#,
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
        assert_eq!(world.number("SELECT COUNT(*) FROM contact_versions").await, 3);
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
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE sort_name = 'zoe angstrom'").await, 4);
        let found = "SELECT COUNT(*) FROM contacts WHERE search_text LIKE ' zoe angstrom %@%.example%'";
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
        let note = "test.jsonl:1: left out: the password, whose hash costs more than a sign-in can bear; \
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
fn a_person_s_new_address_is_followed_on_every_account_and_needs_a_new_proof() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let person = r#"{"type":"person","id":"demo:manager","email":"mara@nordwind.example","first_name":"Mara","last_name":"Lindqvist"}"#;
        let report = loaded(&world, person).await;
        assert_eq!((report.persons.changed, report.followers), (1, 4));
        let moved = "SELECT COUNT(*) FROM contacts WHERE email_key = 'mara@nordwind.example'";
        assert_eq!(world.number(moved).await, 4);
        assert_eq!(
            world
                .number("SELECT COUNT(*) FROM persons WHERE external_id = 'demo:manager' AND verified_at IS NULL")
                .await,
            1
        );
        let clash = person.replace("mara@nordwind.example", "freja@nordwind.example");
        assert_eq!(
            problems(&world, &clash).await,
            [r#"test.jsonl:1: field "email": the contact Freja Holm has this address on the account"#]
        );
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

/// A customer whose owner has this address.
fn customer(owner: &str) -> String {
    format!(
        r#"{{"type":"account","id":"n:acct","name":"New Customer","currency":"EUR"}}
{{"type":"person","id":"n:ceo","email":"{owner}","first_name":"Cleo","last_name":"Chief"}}
{{"type":"contact","id":"n:c-ceo","account":"n:acct","person":"n:ceo","owner":"legal"}}
{{"type":"service","id":"n:web","account":"n:acct","name":"web","product":"VPS","kind":"vps","status":"active"}}
{SMALL}"#
    )
}

/// The same, where the owner registered in the other system with [`PASSWORD`]. Whether it was verified, as JSON, and the
/// hash.
async fn registered(world: &World, owner: &str, verified: &str) -> (String, String) {
    let hash = world.text("SELECT password_hash FROM persons WHERE email = 'owner@example.com'").await;
    let name = r#""last_name":"Chief""#;
    let password = format!(r#"{name},"password_hash":"{hash}","password_by":"self","verified":{verified}"#);
    (customer(owner).replace(name, &password), hash)
}

#[test]
fn an_import_is_stopped_by_nobody_who_claimed_an_address_and_gives_them_nothing() {
    for_each_database(async |world| {
        let (acting, mallory) = account(&world).await;
        let claim = with_login("Cleo", "ceo@customer.example", &[]);
        let (_, claimed) = colleague(&world, acting, &mallory, claim).await;
        let (file, _) = registered(&world, "ceo@customer.example", "false").await;
        let report = loaded(&world, &file).await;
        assert_eq!((report.accounts.added, report.contacts.added), (2, 3));
        assert!(report.notes.iter().any(|note| note.contains("test.jsonl:2: warning: joined")), "{:?}", report.notes);
        let session = claimed.signed_in().expect("signed in").session.to_string();
        assert!(!world.sessions().await.contains(&session), "it has ended");
        assert!(world.sign_in("ceo@customer.example", PASSWORD, LATER).await.is_err(), "the password is none any more");
        let told =
            world.outbox().await.into_iter().filter(|mail| mail.to == "ceo@customer.example" && mail.at == LATER);
        let told: Vec<String> = told.map(|mail| mail.subject).collect();
        assert_eq!(told, ["Your password for Portico was changed"]);

        let token = world.ask_for_link("ceo@customer.example", LATER).await;
        world.set_password(&token, OTHER_PASSWORD, LATER).await.expect("whoever has the mailbox sets it");
        let session = world.sign_in("ceo@customer.example", OTHER_PASSWORD, LATER).await.expect("right");
        let ceo = world.caller(&session.token, LATER).await.expect("the session lives");
        assert_eq!(world.portal().ports.accounts.mine(&ceo).await.expect("listed").len(), 2);
        let again = loaded(&world, &file).await;
        assert_eq!((again.written(), again.notes.len()), (0, 0), "{:?}", again.notes);
    });
}

#[test]
fn whoever_registered_somebody_s_address_elsewhere_gets_their_login_in_no_later_night() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        colleague(&world, acting, &owner, with_login("Cleo", "ceo@customer.example", &[])).await;
        let untouched = "SELECT COUNT(*) FROM persons WHERE external_id = 'n:ceo' AND email = 'ceo@customer.example' \
                         AND password_hash IS NULL";
        for (address, verified) in [
            ("ceo@customer.example", "false"),
            ("ceo@customer.example", "false"),
            ("mallory@evil.example", "false"),
            ("mallory@evil.example", "true"),
        ] {
            let report = loaded(&world, &registered(&world, address, verified).await.0).await;
            assert!(report.notes.iter().any(|note| note.contains("left out: the password")), "{:?}", report.notes);
            assert_eq!(world.number(untouched).await, 1, "{address} {verified}");
        }
    });
}

#[test]
fn a_claimed_address_that_was_verified_elsewhere_is_opened_by_the_password_from_there() {
    for_each_database(async |world| {
        let (acting, mallory) = account(&world).await;
        let claim = with_login("Cleo", "ceo@customer.example", &[]);
        let (_, claimed) = colleague(&world, acting, &mallory, claim).await;
        let (file, hash) = registered(&world, "ceo@customer.example", "true").await;
        loaded(&world, &file).await;
        assert_eq!(world.text("SELECT password_hash FROM persons WHERE external_id = 'n:ceo'").await, hash);
        let session = claimed.signed_in().expect("signed in").session.to_string();
        assert!(!world.sessions().await.contains(&session), "it has ended");
        world.sign_in("ceo@customer.example", PASSWORD, LATER).await.expect("the file's password is right");
    });
}

#[test]
fn whoever_proved_their_address_keeps_name_language_and_address_whatever_an_import_says() {
    for_each_database(async |world| {
        account(&world).await;
        let themselves = "SELECT email || ' ' || first_name || ' ' || last_name || ' ' || COALESCE(language, '-') || ' ' \
                          || COALESCE(time_zone, '-') FROM persons WHERE email = 'owner@example.com'";
        let before = world.text(themselves).await;
        let speaking = r#""last_name":"Chief","language":"de","time_zone":"Europe/Berlin""#;
        let file = customer("owner@example.com").replace(r#""last_name":"Chief""#, speaking);
        assert_eq!(loaded(&world, &file).await.persons.changed, 1, "the line is theirs now");
        assert_eq!(world.text(themselves).await, before);
        let moved = file.replace("owner@example.com", "mallory@evil.example");
        let named = moved.replace(r#""person":"n:ceo""#, r#""person":"n:ceo","email":"mallory@evil.example""#);
        for later in [&file, &moved, &named] {
            assert_eq!(loaded(&world, later).await.written(), 0);
            assert_eq!(world.text(themselves).await, before);
        }
    });
}

#[test]
fn whoever_proved_their_address_gets_the_account_that_an_import_brings_for_it() {
    for_each_database(async |world| {
        account(&world).await;
        let report = loaded(&world, &customer("owner@example.com")).await;
        assert!(report.notes[0].contains("joined to the person who has proved this address"), "{:?}", report.notes);
        let owner = world.signed_in("owner@example.com", LATER).await;
        assert_eq!(world.portal().ports.accounts.mine(&owner).await.expect("listed").len(), 2);
    });
}

/// Moves to an address that is proved.
async fn move_to(world: &World, email: &str, to: &str) {
    let caller = world.signed_in(email, START).await;
    let change = ChangeEmail { email: to.to_owned(), current: secret(PASSWORD) };
    let profiles = &world.portal().ports.profiles;
    profiles.change_email(&caller, change).await.expect("asked for");
    let mails = world.outbox().await;
    let link = mails.iter().find_map(|mail| mail.text.lines().find(|line| line.contains("/verify/"))).expect("a link");
    let token = link.trim().strip_prefix("https://portal.example/verify/").expect("a link to the portal");
    profiles.confirm_email(&caller, ConfirmEmail { token: secret(token) }).await.expect("proved");
}

/// [`SMALL`], whose technician has chosen a password.
async fn small_with_technician(world: &World) {
    loaded(world, SMALL).await;
    let token = world.ask_for_link("tech@test.example", START).await;
    world.set_password(&token, PASSWORD, START).await.expect("the password does");
}

const PROVED: &str = "SELECT COUNT(*) FROM persons WHERE email = 'tim@new.example' AND verified_at IS NOT NULL";

#[test]
fn the_same_file_again_sets_no_address_back_that_its_person_changed() {
    for_each_database(async |world| {
        small_with_technician(&world).await;
        move_to(&world, "tech@test.example", "tim@new.example").await;
        let named = r#""account":"t:acct","person":"t:tech","#;
        for file in [SMALL.to_owned(), SMALL.replace(named, &format!(r#"{named}"email":"tech@test.example","#))] {
            assert_eq!(loaded(&world, &file).await.written(), 0);
            assert_eq!(world.number(PROVED).await, 1);
        }
        let caught_up = SMALL.replace("tech@test.example", "tim@new.example");
        loaded(&world, &caught_up).await;
        assert_eq!(world.number(PROVED).await, 1);
        move_to(&world, "tim@new.example", "tim@newer.example").await;
        assert_eq!(loaded(&world, &caught_up).await.written(), 0);
    });
}

#[test]
fn another_address_in_the_file_is_told_to_the_old_one_and_has_to_be_proved() {
    for_each_database(async |world| {
        small_with_technician(&world).await;
        move_to(&world, "tech@test.example", "tim@new.example").await;
        let session = world.sign_in("tim@new.example", PASSWORD, START).await.expect("right");
        let changed = SMALL.replace("tech@test.example", "tim@file.example");
        for _ in 0..2 {
            loaded(&world, &changed).await;
            let unproved = "SELECT COUNT(*) FROM persons WHERE email = 'tim@file.example' AND verified_at IS NULL";
            assert_eq!(world.number(unproved).await, 1, "the file calls it verified, but nobody has proved it");
        }
        let told = world.outbox().await.into_iter().filter(|mail| mail.to == "tim@new.example");
        let told: Vec<String> =
            told.map(|mail| mail.subject).filter(|subject| subject.contains("was changed")).collect();
        assert_eq!(told, ["Your e-mail address for Portico was changed"]);
        assert!(world.caller(&session.token, START).await.is_none(), "what was open ends");
    });
}

#[test]
fn an_address_that_a_person_moved_to_stops_no_import_either() {
    for_each_database(async |world| {
        small_with_technician(&world).await;
        move_to(&world, "tech@test.example", "ceo@customer.example").await;
        let file = customer("ceo@customer.example");
        let report = loaded(&world, &file).await;
        assert_eq!((report.accounts.added, report.services.added), (0, 0), "an account waits for its legal owner");
        let notes = report.notes.join("\n");
        for note in
            ["test.jsonl:2: warning: left out", "test.jsonl:3: warning: left out", "test.jsonl:1: warning: left out"]
        {
            assert!(notes.contains(note), "{notes}");
        }
        let moved = SMALL.replace("Owner@Test.example", "ceo@customer.example");
        let report = loaded(&world, &moved).await;
        assert!(report.notes[0].contains("Owner@Test.example stays"), "{:?}", report.notes);
        move_to(&world, "ceo@customer.example", "tim@new.example").await;
        assert_eq!(loaded(&world, &file).await.accounts.added, 1, "the next import takes in what waited");
    });
}

#[test]
fn a_contact_made_in_the_portal_stops_no_import() {
    for_each_database(async |world| {
        small_with_technician(&world).await;
        let token = world.ask_for_link("owner@test.example", START).await;
        world.set_password(&token, PASSWORD, START).await.expect("the password does");
        let owner = world.signed_in("owner@test.example", START).await;
        let id = world.text("SELECT id FROM accounts WHERE external_id = 't:acct'").await.parse().expect("an id");
        let acting = Acting { account: id, viewing: None };
        let new = SaveContact { submission: Some(submission()), ..form("Nele", "new@test.example") };
        world.portal().ports.contacts.save(&owner, acting, new).await.expect("added");
        let file = format!(
            r#"{SMALL}{{"type":"contact","id":"t:c3","account":"t:acct","email":"new@test.example","first_name":"N","last_name":"B"}}
{{"type":"service","id":"t:more","account":"t:acct","name":"more","product":"VPS","kind":"vps","status":"active"}}"#
        );
        let report = loaded(&world, &file).await;
        assert_eq!((report.services.added, report.contacts.added), (1, 0));
        assert!(report.notes[0].contains("left out: Nele Example has this address"), "{:?}", report.notes);
    });
}

#[test]
fn two_people_may_exchange_addresses() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let exchanged = SMALL
            .replace("Owner@Test.example", "x")
            .replace("tech@test.example", "Owner@Test.example")
            .replace(r#""email":"x""#, r#""email":"tech@test.example""#);
        let report = loaded(&world, &exchanged).await;
        assert_eq!((report.persons.changed, report.contacts.changed), (2, 2));
        assert_eq!(world.text("SELECT email FROM contacts WHERE owner = 'legal'").await, "tech@test.example");
    });
}

#[test]
fn a_contact_deleted_in_the_portal_stays_deleted() {
    for_each_database(async |world| {
        load_demo(world.portal(), START).await.expect("the demo data is right");
        let session = world.sign_in("owner@demo.example", DEMO_PASSWORD, START).await.expect("right");
        let owner = world.caller(&session.token, START).await.expect("the session lives");
        let id = |text: String| text.parse().expect("an id");
        let account: AccountId =
            world.text("SELECT id FROM accounts WHERE external_id = 'demo:hosting'").await.parse().expect("an id");
        let contact = id(world.text("SELECT id FROM contacts WHERE external_id = 'demo:contact-buyer'").await);
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
        let account =
            world.text("SELECT id FROM accounts WHERE external_id = 'demo:hosting'").await.parse().expect("an id");
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
        let id = world.text("SELECT id FROM accounts WHERE external_id = 't:acct'").await.parse().expect("an id");
        let acting = Acting { account: id, viewing: None };
        let ports = &world.portal().ports;
        let log = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
        assert_eq!((log[0].kind, &log[0].by), (FactKind::Account(AccountFactKind::Imported), &By::Provider));
        let tech = world.text("SELECT id FROM contacts WHERE external_id = 't:c-tech'").await.parse().expect("an id");
        let page = ports.contacts.read(&owner, acting, tech).await.expect("shown");
        assert_eq!(page.history[0].by, By::Provider);
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

fn whmcs(folder: &Path) {
    let write = |name: &str, text: &str| std::fs::write(folder.join(format!("{name}.csv")), text).expect("a file");
    write(
        "tblclients",
        "id,uuid,firstname,lastname,companyname,email,phonenumber,currency,status,datecreated,email_preferences\n\
         1,u-1,Ada,Byron,O&#039;Neil &amp; Co,ada@client.example,+44.2012345678,1,Active,2019-01-01,\"{\"\"general\"\":\"\"1\"\",\"\"invoice\"\":\"\"1\"\",\"\"support\"\":\"\"0\"\"}\"\n\
         2,u-2,Bo,Solo,,bo@client.example,,2,Closed,2020-01-01,\n\
         3,u-3,Cy,Old,,ada@client.example,,1,Dormant,2020-01-01,NULL\n",
    );
    write(
        "tblusers",
        "id,first_name,last_name,email,password,language,second_factor,email_verified_at\n\
         10,Ada,Byron,ada@client.example,$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi,english,,2021-02-03 04:05:06\n\
         11,Tek,,tek@agency.example,md5hash,french,,0000-00-00 00:00:00\n",
    );
    write(
        "tblusers_clients",
        "id,auth_user_id,client_id,invite_id,owner,permissions,last_login\n\
         1,10,1,0,1,,2024-01-01 00:00:00\n\
         2,11,1,5,0,\"products,manageproducts,tickets,teleport\",NULL\n\
         3,11,2,6,0,\"orders,domains\",NULL\n\
         4,99,1,6,0,orders,NULL\n",
    );
    write(
        "tblcontacts",
        "id,userid,firstname,lastname,email,phonenumber,subaccount,generalemails,productemails,domainemails,invoiceemails,supportemails,affiliateemails\n\
         1,1,Fin,Ance,invoices@client.example,call,0,0,0,0,1,0,1\n\
         2,1,Tek,Again,TEK@agency.example,,0,0,1,1,0,0,0\n\
         3,77,No,Body,nobody@client.example,,0,1,1,1,1,1,1\n",
    );
    write(
        "tblhosting",
        "id,userid,packageid,domain,domainstatus,nextduedate,billingcycle\n\
         1,1,5,web.client.example,Active,2027-03-01,Monthly\n\
         2,1,6,,Fraud,0000-00-00,Free Account\n\
         3,2,7,old.client.example,Lost,2020-01-01,Annually\n",
    );
    write("tblproducts", "id,type,name\n5,server,VPS 8\n6,other,Licence\n");
    write(
        "tbldomains",
        "id,userid,domain,status,expirydate\n1,1,client.example,Active,2027-05-05\n2,2,gone.example,Transferred Away,2020-01-01\n",
    );
    write(
        "tblinvoices",
        "id,userid,invoicenum,date,duedate,datepaid,total,status\n\
         1,1,2024-01,2024-01-01,2024-01-15,2024-01-10 10:00:00,12.50,Paid\n\
         2,1,,2024-02-01,2024-02-15,0000-00-00 00:00:00,7.00,Collections\n\
         3,1,,2024-03-01,2024-03-15,0000-00-00 00:00:00,9.00,Draft\n",
    );
    write("tblcurrencies", "id,code,prefix\n1,GBP,x\n2,USD,$\n");
}

#[test]
fn a_dump_of_whmcs_keeps_its_people_their_rights_and_their_mail() {
    for_each_database(async |world| {
        let folder = tempfile::tempdir().expect("a folder");
        whmcs(folder.path());
        let database = world.portal().database();
        let options = WhmcsOptions::default();
        let report = import_folder(world.portal(), folder.path(), &options, START, &mut |_| {})
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((report.accounts.added, report.persons.added, report.contacts.added), (3, 3, 6));
        assert_eq!((report.services.added, report.domains.added, report.invoices.added), (3, 2, 2));
        let text = export(database, "whmcs:client-1", Hashes::Include).await;
        for line in [
            r#""name":"O'Neil & Co","status":"active","currency":"GBP""#,
            r#""password_hash":"$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi","password_by":"self","verified":true"#,
            r#""person":"whmcs:user-10","owner":"legal","state":"active""#,
            r#""notifications":["technical_maintenance","billing","user_management"]"#,
            r#""notifications":["service_access","service"]"#,
            r#""email":"invoices@client.example","notifications":["billing"]"#,
            r#""product":"VPS 8","kind":"vps","status":"active","expires":"2027-03-01""#,
            r#""number":"2","status":"unpaid","issued":"2024-02-01","due":"2024-02-15","total_minor":700,"currency":"GBP""#,
        ] {
            assert!(text.contains(line), "missing: {line}\n{text}");
        }
        let notes = report.notes.join("\n");
        for note in [
            r#"tblclients.csv:4: the status "Dormant" is unknown and taken as suspended"#,
            "tblclients.csv:3 and 1 more: no user owns this client",
            r#"tblusers.csv:3: the language "french" is not one of the portal's"#,
            "tblusers.csv:3: the password is no argon2 or bcrypt hash",
            r#"tblusers_clients.csv:3: the permission "teleport" is unknown and gives nothing"#,
            "tblusers_clients.csv:4: operations on services were left out",
            "tblusers_clients.csv:5: left out: its user is not in tblusers.csv",
            "tblcontacts.csv:2: the telephone number is none and was left out",
            "tblcontacts.csv:2: mails about affiliates have no counterpart",
            "tblcontacts.csv:3: joined to the contact of the client that has the same address",
            "tblcontacts.csv:4: left out: it belongs to no client",
            r#"tblhosting.csv:4: the status "Lost" is unknown and taken as suspended"#,
            "tblinvoices.csv:4: left out: a draft is not for customers' eyes",
        ] {
            assert!(notes.contains(note), "missing: {note}\n{notes}");
        }
        let again =
            import_folder(world.portal(), folder.path(), &options, LATER, &mut |_| {}).await.expect("it is right");
        assert_eq!(again.written(), 0);
    });
}

#[test]
fn a_user_of_whmcs_may_do_what_they_could_and_no_more() {
    for_each_database(async |world| {
        let folder = tempfile::tempdir().expect("a folder");
        whmcs(folder.path());
        import_folder(world.portal(), folder.path(), &WhmcsOptions::default(), START, &mut |_| {})
            .await
            .expect("it is right");
        let token = world.ask_for_link("tek@agency.example", START).await;
        world.set_password(&token, PASSWORD, START).await.expect("the password does");
        let tek = world.signed_in("tek@agency.example", START).await;
        let account =
            world.text("SELECT id FROM accounts WHERE external_id = 'whmcs:client-1'").await.parse().expect("an id");
        let view = world.portal().ports.accounts.open(&tek, Acting { account, viewing: None }).await.expect("it opens");
        let held = view.actor.standing.effective;
        assert!(held.has(Privilege::ServicesView) && held.has(Privilege::TicketsClose));
        assert!(!held.has(Privilege::BillingView) && !held.has(Privilege::ContactsView));
        let refused = OperationSet::of(&[Operation::Upgrade, Operation::Cancel, Operation::Renew, Operation::Sso]);
        assert_eq!(held.all_services(), OperationSet::all().minus(refused));
    });
}
