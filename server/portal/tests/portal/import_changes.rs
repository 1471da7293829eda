//! What an import does to an account that is there: what it replaces, and what it leaves alone.

use crate::support::behind::Rows;
use crate::support::contacts::{account, form};
use crate::support::import::{Elsewhere, SMALL, export, import_at, loaded};
use crate::support::{PASSWORD, START, for_each_database};
use domain::acting::Acting;
use domain::contact::{ContactCommand, ContactVerb, SaveContact};
use domain::id::{AccountId, SubmissionId};
use import::export::Hashes;
use import::{Counts, DEMO_PASSWORD, load_demo};
use uuid::Uuid;

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
fn a_domain_that_arrives_gives_what_was_promised_on_new_domains() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let promise = r#"{"type":"contact","id":"t:c-tech","account":"t:acct","domains":{"new":["domains.dns"]}}"#;
        loaded(&world, promise).await;
        let arrival = r#"{"type":"domain","id":"t:zone","account":"t:acct","name":"zone.example","status":"pending"}"#;
        assert_eq!(loaded(&world, arrival).await.followers, 0, "it is not there yet");
        let arrival = arrival.replace("pending", "active");
        assert_eq!(loaded(&world, &arrival).await.followers, 1);
        let given = "SELECT string_agg(g.key, ' ' ORDER BY g.key) FROM grants g JOIN domains d ON d.id = g.domain_id \
                     WHERE d.external_id = 't:zone'";
        assert_eq!(world.text(given).await, "domains.dns");
        assert_eq!(loaded(&world, &format!("{arrival}\n{promise}")).await.written(), 0);
        let named = promise.replace(r#""domains":{"#, r#""domains":{"t:zone":["domains.whois"],"#);
        loaded(&world, &named).await;
        assert_eq!(world.text(given).await, "domains.whois");
        let text = export(world.portal().database(), "t:acct", Hashes::Leave).await;
        assert!(text.contains(r#""domains":{"new":["domains.dns"],"t:zone":["domains.whois"]}"#), "{text}");
        assert_eq!(loaded(&world, &text).await.written(), 0, "what is exported is what is there");
        // As files had it before domains had rights of their own.
        let old =
            r#"{"type":"contact","id":"t:c-tech","account":"t:acct","privileges":["domains.transfer","billing.view"]}"#;
        loaded(&world, old).await;
        let all = "SELECT string_agg(kind || ' ' || scope || ' ' || key, ', ' ORDER BY key) FROM grants";
        assert_eq!(world.text(all).await, "privilege  billing.view, operation all domains.transfer");
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
        let note = "test.jsonl:1: password dropped: its hash costs too much to check; \
                    the person sets a new one under Forgot your password?";
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
        let change =
            ContactCommand { submission: SubmissionId::new(Uuid::from_u128(7)), contact, to: ContactVerb::Delete };
        world
            .portal()
            .ports
            .contacts
            .run_command(&owner, Acting { account, viewing: None }, change)
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
