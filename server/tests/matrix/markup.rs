//! Markup in every name that people choose or bring along, on every page, loaded by its address: the server writes the
//! whole document then, its title included (SECURITY T46).

use crate::harness::Reply;
use crate::rows::{self, Form, form};
use crate::world::{FORM, World, encoded};
use axum::http::{Method, StatusCode};
use domain::rights::Rights;
use domain::status::AccountStatus;
use serde_json::{Value, json};

/// Ends the title and leads the browser away, which no policy stops.
const AWAY: &str = "</title><meta http-equiv=refresh content=0;url=//evil.ex>";
/// The same as it is written where it is text.
const WRITTEN: &str = "&lt;/title&gt;&lt;meta http-equiv=refresh content=0;url=//evil.ex&gt;";
/// Ends whatever else a name stands in.
const SCRIPT: &str = "\"'--></title></textarea></script><script>alert(1)</script>";

/// What an operator imports, as another program's customers typed it.
fn imported() -> Vec<Value> {
    vec![
        json!({"type": "account", "id": "demo:hosting", "name": AWAY, "status": "active", "currency": "EUR"}),
        json!({"type": "service", "id": "demo:web-01", "account": "demo:hosting", "name": AWAY, "product": SCRIPT,
            "kind": "vps", "status": "active"}),
        json!({"type": "person", "id": "demo:manager", "email": "manager@demo.example", "first_name": AWAY,
            "last_name": SCRIPT, "verified": true}),
        json!({"type": "contact", "id": "demo:contact-manager", "account": "demo:hosting", "person": "demo:manager",
            "first_name": AWAY, "last_name": SCRIPT, "note": SCRIPT, "roles": ["manager"]}),
    ]
}

/// Posts a form on the demo account as somebody.
async fn post(world: &mut World, who: &str, path: &str, fields: Form) -> Reply {
    let (cookie, number) = (world.cookie(who), world.number());
    let mut form = form([("acting[account]", &world.id("demo:hosting"))]);
    form.push(("change[submission]".to_owned(), format!("00000000-0000-7000-8000-{number:012x}")));
    form.extend(fields);
    let reply = world.call(path, &cookie, &form).await;
    assert_eq!(reply.status, StatusCode::OK, "{path} by {who}: {}", reply.body);
    reply
}

/// Somebody who is signed in calls themselves so, in their profile.
async fn rename(world: &mut World, who: &str) {
    let cookie = world.cookie(who);
    let version = world.get("/me", &cookie).await.input("change[version]");
    let fields = form([
        ("change[version]", &version),
        ("change[first_name]", AWAY),
        ("change[last_name]", SCRIPT),
        ("change[language]", "en"),
        ("change[time_zone]", ""),
    ]);
    let reply = world.call("/fn/profile/save", &cookie, &fields).await;
    assert_eq!(reply.status, StatusCode::OK, "{who}: {}", reply.body);
}

/// The owner invites somebody; gives the token of the link that is mailed.
async fn invite(world: &mut World, email: &str) -> String {
    let reviewed = Rights::default().fingerprint();
    post(world, "owner", "/fn/invitations/send", form([("change[emails]", email), ("change[reviewed]", &reviewed)]))
        .await;
    let mail = world.latest_mail_to(email).await;
    let (_, token) = mail.split_once("/invitations/").unwrap();
    token.chars().take_while(|c| !c.is_whitespace()).collect()
}

/// Somebody without any right chooses their name as they accept. Gives the id of their contact.
async fn join(world: &mut World) -> String {
    let token = invite(world, "guest@matrix.example").await;
    let fields = form([
        ("change[token]", &token),
        ("change[first_name]", AWAY),
        ("change[last_name]", SCRIPT),
        ("change[password]", "plumber orbit lantern moss"),
        ("change[again]", "plumber orbit lantern moss"),
    ]);
    let reply = world.call("/fn/invitations/join", "", &fields).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
    world.contact_with("guest@matrix.example").await
}

/// The owner calls a contact, a template and a role so. Gives the contact's id.
async fn add(world: &mut World) -> String {
    let contact = form([
        ("change[first_name]", AWAY),
        ("change[last_name]", SCRIPT),
        ("change[email]", "named@matrix.example"),
        ("change[note]", SCRIPT),
        ("change[privileges][]", "services.view"),
    ]);
    let reply = post(world, "owner", "/fn/contacts/save", contact).await;
    let contact: String = serde_json::from_str(&reply.body).unwrap();
    for (kind, name) in [("template", AWAY), ("role", SCRIPT)] {
        let kept = form([("change[contact]", &contact), ("change[name]", name), ("change[kind]", kind)]);
        post(world, "owner", "/fn/rules/save_template", kept).await;
    }
    contact
}

/// Every page, with these in the place of what an address names.
async fn addresses(world: &mut World, contacts: &[String]) -> Vec<String> {
    let account = world.id("demo:hosting");
    let templates = [world.template_called(AWAY).await, world.template_called(SCRIPT).await];
    let mut addresses = vec![format!("/invitations/{}", invite(world, "another@matrix.example").await)];
    // A file is no document: nothing in it is markup.
    let files: Vec<_> = app::downloads().into_iter().map(|file| file.path).collect();
    for row in rows::pages().into_iter().filter(|row| !files.iter().any(|file| file == row.path)) {
        let path = row.path.replace("{account}", &account).replace("{token}", "no-such-token");
        let named: &[String] = if path.contains("{contact}") { contacts } else { &templates };
        let each = named.iter().map(|id| path.replace("{contact}", id).replace("{template}", id));
        addresses.extend(each.take(if path.contains('{') { named.len() } else { 1 }));
    }
    for contact in contacts {
        let list = format!("/a/{account}/contacts");
        addresses.extend([
            format!("{list}/{contact}?confirm=delete"),
            format!("{list}/{contact}?confirm=leave"),
            format!("/a/{account}/owners?confirm=appoint&contact={contact}"),
        ]);
    }
    addresses.extend([format!("/accounts?leave={account}"), "/accounts?part=switcher".to_owned()]);
    addresses
}

#[tokio::test]
async fn no_name_leaves_its_place_on_any_page_loaded_by_its_address() {
    let mut world = World::open(AccountStatus::Active).await;
    world.import(&imported()).await;
    for who in ["owner", "technician"] {
        rename(&mut world, who).await;
    }
    let contacts = [join(&mut world).await, world.id("demo:contact-manager"), add(&mut world).await];
    let addresses = addresses(&mut world, &contacts).await;
    for who in ["owner", "anonymous", "technician"] {
        let cookie = world.cookie(who);
        for path in &addresses {
            let reply = world.get(path, &cookie).await;
            check(&reply, &format!("{path} by {who}: {}", reply.body));
        }
    }
}

fn check(reply: &Reply, what: &str) {
    reply.check_scripts(what);
    assert_eq!(reply.body.matches("</title>").count(), reply.body.matches("<title>").count(), "{what}");
    assert!(!reply.body.contains("<meta http-equiv"), "{what}");
    assert!(!reply.body.contains("<script>alert"), "{what}");
}

#[tokio::test]
async fn no_name_leaves_its_place_in_a_question_nor_in_what_was_done() {
    let mut world = World::open(AccountStatus::Active).await;
    let contacts = [join(&mut world).await, add(&mut world).await];
    let (cookie, account) = (world.cookie("owner"), world.id("demo:hosting"));
    let list = format!("/a/{account}/contacts");
    for contact in contacts {
        let mut asked = form([("return_to", &list), ("acting[account]", &account), ("change[to]", "delete")]);
        asked.push(("change[submission]".to_owned(), contact.clone()));
        asked.push(("change[contacts][]".to_owned(), contact.clone()));
        let headers = [("accept", "text/html"), ("sec-fetch-site", "same-origin"), FORM, ("cookie", &*cookie)];
        let question = world.send(&Method::POST, "/fn/contacts/move_many", &headers, &encoded(&asked)).await;
        check(&question, &question.body);
        assert!(question.body.contains("data-question") && question.body.contains(WRITTEN), "{}", question.body);
        let step = form([("return_to", &list), ("change[contact]", &contact), ("change[to]", "delete")]);
        let done = world.does(&cookie, &account, "/fn/contacts/move_one", step).await;
        let told = world.get(done.header("location"), &cookie).await;
        check(&told, &told.body);
        assert!(told.body.contains("was deleted.") && told.body.contains(WRITTEN), "{}", told.body);
    }
}

#[tokio::test]
async fn the_title_of_a_page_loaded_by_its_address_has_the_name_as_text() {
    let mut world = World::open(AccountStatus::Active).await;
    world.import(&imported()).await;
    let contact = join(&mut world).await;
    let (account, cookie) = (world.id("demo:hosting"), world.cookie("owner"));
    for page in [format!("contacts/{contact}"), format!("contacts/{contact}/edit"), "services".to_owned()] {
        let path = format!("/a/{account}/{page}");
        let reply = world.get(&path, &cookie).await;
        let title = reply.body.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let title = title.map(|(title, _)| title).unwrap_or_default();
        // The name of the page, which here and there is a person's, and that of the account.
        let names = if page == "services" { 1 } else { 2 };
        assert_eq!(title.matches(WRITTEN).count(), names, "{path}: {title}");
    }
}
