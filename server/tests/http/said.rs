//! What a step did is said to the session that did it, and no address that somebody made up says anything.

use crate::demo::{OWNER, PASSWORD, session};
use crate::portal::{ACCOUNT, Reply, TestPortal, build, post, post_with};
use axum::http::{Method, StatusCode};

async fn open(portal: &TestPortal, path: &str, token: &str) -> Reply {
    let cookie = format!("__Host-portico={token}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

async fn contact_of(portal: &TestPortal, email: &str) -> String {
    sqlx::query_scalar(
        "SELECT c.id FROM contacts c JOIN accounts a ON a.id = c.account_id \
         WHERE a.external_id = 'demo:hosting' AND c.email_key = $1",
    )
    .bind(email)
    .fetch_one(&mut portal.database().await)
    .await
    .unwrap()
}

async fn sign_in(portal: &TestPortal, name: &str) -> String {
    let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
    session(&portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await).unwrap()
}

#[tokio::test]
async fn an_address_that_somebody_made_up_claims_nothing() {
    let portal = TestPortal::new().await;
    let who = contact_of(&portal, "technician@demo.example").await;
    let (list, page) = (format!("/a/{ACCOUNT}/contacts"), format!("/a/{ACCOUNT}/contacts/{who}"));
    for (claim, said) in [
        (format!("done=suspend&who={who}"), "was suspended."),
        (format!("done=delete&who={who}&told=3"), "was deleted."),
        (format!("done=send_reset&who={who}"), "reset link was sent"),
        ("done=delete&count=12&left=3".to_owned(), "12 deleted."),
        (format!("saved={who}"), "The contact was saved."),
        (format!("notified={who}"), "The notifications were saved."),
        ("invitation=resend".to_owned(), "The invitation was sent again."),
    ] {
        for place in [&list, &page] {
            for mark in ["", "&mark=", "&mark=0123456789abcdef"] {
                let reply = open(&portal, &format!("{place}?{claim}{mark}"), &OWNER).await;
                assert_eq!(reply.status, StatusCode::OK, "{claim}");
                assert!(!reply.body.contains(said) && !reply.body.contains("data-toast"), "{claim}: {}", reply.body);
            }
        }
    }
}

#[tokio::test]
async fn what_a_step_did_is_said_to_the_session_that_did_it() {
    let portal = TestPortal::new().await;
    let who = contact_of(&portal, "technician@demo.example").await;
    let other = contact_of(&portal, "buyer@demo.example").await;
    let list = format!("/a/{ACCOUNT}/contacts");
    let form = format!(
        "return_to={list}&acting[account]={ACCOUNT}&change[contact]={who}&change[to]=suspend\
         &change[submission]=00000000-0000-7000-8000-00000000f00d"
    );
    let led = portal.send(post("/fn/contacts/move_one", &form)).await;
    let address = led.header("location");
    let told = open(&portal, address, &OWNER).await.body;
    assert!(told.contains("was suspended.") && told.contains("Undo"), "{address}: {told}");
    for made_of_it in [
        address.replace("done=suspend", "done=delete"),
        address.replace(&who, &other),
        address.replace("done=suspend", "done=suspend&told=7"),
    ] {
        let told = open(&portal, &made_of_it, &OWNER).await.body;
        assert!(!told.contains("was suspended.") && !told.contains("was deleted."), "{made_of_it}: {told}");
    }
    for name in ["owner", "coowner"] {
        let another = sign_in(&portal, name).await;
        let told = open(&portal, address, &another).await.body;
        assert!(!told.contains("was suspended.") && told.contains("data-bulk"), "{name}: {told}");
    }
}
