//! Imports and addresses: whoever proved theirs keeps it, and nobody gets a login by claiming one.

use crate::support::contacts::{account, colleague, form, run_command, submission, with_login};
use crate::support::import::{LATER, SMALL, loaded, problems};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, for_each_database, secret};
use domain::acting::Acting;
use domain::contact::{ContactVerb, SaveContact};
use domain::profile::{ChangeEmail, ConfirmEmail};
use import::load_demo;

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
            assert!(report.notes.iter().any(|note| note.contains("dropped: the password")), "{:?}", report.notes);
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
        assert_eq!(told, ["Your email address for Portico was changed"]);
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
            ["test.jsonl:2: warning: skipped", "test.jsonl:3: warning: skipped", "test.jsonl:1: warning: skipped"]
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
        let id = world.imported_account("t:acct").await.parse().expect("an id");
        let acting = Acting { account: id, viewing: None };
        let new = SaveContact { submission: Some(submission()), ..form("Nele", "new@test.example") };
        world.portal().ports.contacts.save(&owner, acting, new).await.expect("added");
        let file = format!(
            r#"{SMALL}{{"type":"contact","id":"t:c3","account":"t:acct","email":"new@test.example","first_name":"N","last_name":"B"}}
{{"type":"service","id":"t:more","account":"t:acct","name":"more","product":"VPS","kind":"vps","status":"active"}}"#
        );
        let report = loaded(&world, &file).await;
        assert_eq!((report.services.added, report.contacts.added), (1, 0));
        assert!(report.notes[0].contains("skipped: Nele Example has this address"), "{:?}", report.notes);
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
fn an_import_takes_the_deleted_contact_from_whom_it_makes_another_one() {
    for_each_database(async |world| {
        loaded(&world, SMALL).await;
        let token = world.ask_for_link("owner@test.example", START).await;
        world.set_password(&token, PASSWORD, START).await.expect("the password does");
        let owner = world.signed_in("owner@test.example", LATER).await;
        let acting = Acting { account: world.imported_account("t:acct").await.parse().expect("an id"), viewing: None };
        let line = |id: &str, who: &str| format!(r#"{{"type":"contact","id":"{id}","account":"t:acct",{who}}}"#);
        let unlinked = line("t:c-changed", r#""email":"free@test.example","first_name":"Tim","last_name":"Free""#);
        loaded(&world, &unlinked).await;
        let linked = "SELECT COUNT(*) FROM contacts WHERE state = 'deleted' AND person_id IS NOT NULL";
        // Once as a new contact, once as one that is there.
        for (deleted, other) in [("t:c-tech", "t:c-new"), ("t:c-new", "t:c-changed")] {
            let id = world.imported_contact(deleted).await.parse().expect("an id");
            run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
            assert_eq!(world.number(linked).await, 1, "{deleted}");
            assert_eq!(loaded(&world, &line(other, r#""person":"t:tech""#)).await.written(), 1, "{other}");
            assert_eq!(world.number(linked).await, 0, "a restoration gives no login back that is another contact's");
        }
    });
}
