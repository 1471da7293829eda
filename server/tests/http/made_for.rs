//! Forms of the page of one person, posted where another has signed in since: nothing is done, and nothing that was typed
//! is shown (SECURITY T12).

use crate::demo::{NEWCOMER, OVER, OWNER, PASSWORD, session};
use crate::headers::pages;
use crate::portal::{Reply, TestPortal, adding, build, contact_on, post, post_with};
use app::forms::FOR;
use axum::http::{Method, StatusCode};
use domain::error::PortalError;

const SAVE: &str = "/fn/contacts/save";
const SIGN_IN: &str = "/fn/people/sign_in";
const SIGN_OUT: &str = "/fn/people/sign_out";
const SAID: &str = "Somebody else is now signed in in this browser. Nothing was done.";

fn cookie(token: &str) -> String {
    format!("__Host-portico={token}")
}

async fn open(portal: &TestPortal, path: &str, cookie: &str) -> Reply {
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", cookie)], "")).await
}

/// Somebody signs in in the browser of the owner, over their session; gives the cookie.
async fn sign_in_over(portal: &TestPortal, name: &str) -> String {
    let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
    let reply = portal.send(post(SIGN_IN, &form)).await;
    cookie(&session(&reply).unwrap_or_else(|| panic!("{name} signs in: {reply:?}")))
}

/// For whom the forms of the owner's pages are.
async fn owners(portal: &TestPortal) -> String {
    format!("&{FOR}={}", open(portal, "/me", &cookie(&OWNER)).await.input(FOR))
}

#[tokio::test]
async fn every_form_of_a_page_says_for_whom_it_was_made() {
    let portal = TestPortal::new().await;
    let mut forms = 0;
    for path in pages() {
        for token in [&*OWNER, &*NEWCOMER, ""] {
            let page = open(&portal, &path, &cookie(token)).await.body;
            let (posted, said) =
                (page.matches(" method=\"post\"").count(), page.matches(&format!(" name=\"{FOR}\"")).count());
            assert_eq!(said, if token.is_empty() { 0 } else { posted }, "{path}");
            forms += said;
        }
    }
    assert!(forms > 20, "{forms} forms");
}

#[tokio::test]
async fn a_form_made_for_somebody_else_does_nothing_and_shows_nothing_that_was_typed() {
    let portal = TestPortal::new().await;
    let owners = owners(&portal).await;
    let outsider = sign_in_over(&portal, "outsider").await;
    let before = portal.changes().await;
    let typed = "return_to=/me&change[version]=1&change[first_name]=Typed&change[last_name]=Typed&change[language]=\
                 &change[time_zone]=";
    // Not even where it would be refused for another reason: that would show it again.
    let none_of_ours = format!("{}{owners}", contact_on("/me").replace("zoe", "no%00"));
    for (path, body) in [("/fn/profile/save", format!("{typed}{owners}")), (SAVE, none_of_ours)] {
        let page = portal.send(post_with(path, &[("cookie", &outsider)], &body)).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{path}: {page:?}");
        assert!(page.body.contains(SAID) && page.body.contains("role=\"alert\""), "{path}: {}", page.body);
        assert!(!page.body.contains("Typed"), "{path}: {}", page.body);
        assert_eq!((page.header("location"), page.header("set-cookie")), ("", ""), "{path}");
        let json = portal.send(post_with(path, &[("cookie", &outsider), ("accept", "application/json")], &body)).await;
        assert_eq!(json.status, StatusCode::CONFLICT, "{path}");
        assert_eq!(serde_json::from_str::<PortalError>(&json.body).unwrap(), PortalError::SomebodyElse, "{path}");
    }
    let german = [("cookie", &*outsider), ("accept-language", "de")];
    let page = portal.send(post_with("/fn/profile/save", &german, &format!("{typed}{owners}"))).await;
    assert!(page.body.contains("jemand anderes angemeldet. Es wurde nichts ausgeführt."), "{}", page.body);
    // Nor is anybody signed out by it, and a page without a frame says so too.
    for page in ["/me/security", "/invitations/declined"] {
        let form = format!("return_to={page}{owners}");
        let page = portal.send(post_with(SIGN_OUT, &[("cookie", &outsider)], &form)).await;
        assert!(page.status == StatusCode::CONFLICT && page.body.contains(SAID), "{page:?}");
    }
    assert_eq!(open(&portal, "/me", &outsider).await.status, StatusCode::OK);
    assert_eq!(portal.changes().await, before);
}

#[tokio::test]
async fn a_form_of_an_earlier_session_of_the_same_person_is_carried_out() {
    let portal = TestPortal::new().await;
    let owners = owners(&portal).await;
    let again = sign_in_over(&portal, "owner").await;
    let before = portal.changes().await;
    let form = format!("{}{owners}", contact_on(&adding()));
    assert_eq!(portal.send(post_with(SAVE, &[("cookie", &again)], &form)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(portal.changes().await, before + 1);
}

#[tokio::test]
async fn signing_in_does_not_ask_for_whom_its_page_was_made() {
    let portal = TestPortal::new().await;
    let owners = owners(&portal).await;
    let outsider = sign_in_over(&portal, "outsider").await;
    let form = format!("return_to=/sign-in&change[email]=owner@demo.example&change[password]={PASSWORD}{owners}");
    let reply = portal.send(post_with(SIGN_IN, &[("cookie", &outsider)], &form)).await;
    assert!(reply.status == StatusCode::SEE_OTHER && session(&reply).is_some(), "{reply:?}");
}

#[tokio::test]
async fn a_form_that_met_the_ended_session_of_somebody_else_is_not_carried_to_them() {
    let portal = TestPortal::new().await;
    let owners = owners(&portal).await;
    let form = format!("{}{owners}", contact_on(&adding()));
    let outsider = sign_in_over(&portal, "outsider").await;
    portal.send(post_with(SIGN_OUT, &[("cookie", &outsider)], "return_to=/")).await;
    let page = portal.send(post_with(SAVE, &[("cookie", &outsider)], &form)).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.body.contains("name=\"carried\"") && !page.body.contains("zoe@example.com"), "{}", page.body);
    // The ended session of its own person carries it.
    let page = portal.send(post_with(SAVE, &[("cookie", &cookie(&OVER))], &form)).await;
    assert!(page.input("carried").contains("zoe@example.com"), "{}", page.body);
}
