//! Forms about many contacts: the question before them is an answer of its own, however many were ticked.

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, Reply, TestPortal, build, post};
use axum::http::{Method, StatusCode};

const MANY: &str = "/fn/contacts/move_many";

/// The id and the name of somebody on the account of the demo.
async fn somebody(portal: &TestPortal, name: &str) -> (String, String) {
    sqlx::query_as(
        "SELECT c.id, c.first_name || ' ' || c.last_name FROM contacts c JOIN accounts a ON a.id = c.account_id \
         WHERE a.external_id = 'demo:hosting' AND c.email_key = $1",
    )
    .bind(format!("{name}@demo.example"))
    .fetch_one(&mut portal.database().await)
    .await
    .unwrap()
}

fn list() -> String {
    format!("/a/{ACCOUNT}/contacts")
}

/// A form of the list, with as many more fields.
fn form(to: &str, number: usize, more: &[(&str, &str)]) -> String {
    let submission = format!("00000000-0000-7000-8000-{number:012x}");
    let list = list();
    let pairs = [("return_to", &*list), ("acting[account]", &*ACCOUNT), ("change[submission]", &*submission)];
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs).append_pair("change[to]", to).extend_pairs(more);
    form.finish()
}

async fn get(portal: &TestPortal, path: &str) -> Reply {
    let cookie = format!("__Host-portico={OWNER}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

#[tokio::test]
async fn five_thousand_that_are_ticked_are_asked_about_and_those_of_the_account_are_counted_once_and_named() {
    let portal = TestPortal::new().await;
    let ((buyer, one), (technician, other)) = (somebody(&portal, "buyer").await, somebody(&portal, "technician").await);
    let unknown = (0..4_997).map(|number| format!("00000000-0000-7000-8000-{number:012x}"));
    let others: Vec<String> = unknown.chain([technician.clone(), technician.clone()]).collect();
    let ticked = [("change[contacts][]", &*buyer), ("change[contacts][]", &*others.join("."))];
    let asked = portal.send(post(MANY, &form("delete", 1, &ticked))).await;
    assert_eq!((asked.status, asked.header("location"), portal.changes().await), (StatusCode::OK, "", 0));
    assert!(asked.body.contains("data-question") && asked.body.contains("Delete 2 people from "), "{}", asked.body);
    for name in [one, other] {
        assert!(asked.body.contains(&format!("<li>{name}</li>")), "{name}: {}", asked.body);
    }
    let picked = asked.input("change[contacts][]");
    assert_eq!(picked.split('.').count(), 2, "{picked}");

    // Sent once more, as a browser that loads the page anew does, it asks once more.
    let again = portal.send(post(MANY, &form("delete", 1, &ticked))).await;
    assert!(again.body.contains("Delete 2 people from ") && portal.changes().await == 0, "{}", again.body);

    let answered = [("change[contacts][]", &*picked), ("ask", "false")];
    let led = portal.send(post(MANY, &form("delete", 2, &answered))).await;
    assert_eq!((led.status, portal.changes().await), (StatusCode::SEE_OTHER, 1));
    let address = led.header("location");
    assert!(address.starts_with(&format!("{}?bulk=", list())), "{address}");
    let told = get(&portal, address).await.body;
    assert!(told.contains("2 deleted.") && told.contains("data-done"), "{told}");
}

#[tokio::test]
async fn a_question_about_nobody_says_so_and_asks_nothing() {
    let portal = TestPortal::new().await;
    let (owner, _) = somebody(&portal, "owner").await;
    let unknown = "0192d3f0-7a5c-7cc0-8a61-00000000dead";
    for (contact, said) in [(unknown, "Select at least one person."), (&*owner, "0 deleted. 1 skipped.")] {
        let reply = portal.send(post(MANY, &form("delete", 1, &[("change[contacts][]", contact)]))).await;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::OK, ""));
        assert!(reply.body.contains(said) && !reply.body.contains("data-question"), "{said}: {}", reply.body);
    }
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn what_changed_nobody_is_said_in_the_answer_and_in_no_address() {
    let portal = TestPortal::new().await;
    let (owner, name) = somebody(&portal, "owner").await;
    let fields = [("change[contacts][]", &*owner), ("ask", "false")];
    let reply = portal.send(post(MANY, &form("suspend", 1, &fields))).await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::OK, ""));
    let said = format!("0 suspended. 1 skipped. {name}: ");
    assert!(reply.body.contains(&said), "{}", reply.body);
}

#[tokio::test]
async fn an_address_asks_nothing_about_many() {
    let portal = TestPortal::new().await;
    let (technician, _) = somebody(&portal, "technician").await;
    let reply = get(&portal, &format!("{}?confirm=delete&picked={technician}", list())).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(!reply.body.contains("data-question"), "{}", reply.body);
}
