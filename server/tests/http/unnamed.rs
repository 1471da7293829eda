//! Forms that name no page of ours: whatever else speaks for them, they are refused before anything is done.

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, TestPortal, adding, build, contact_on, post_with};
use axum::http::{Method, StatusCode};
use domain::error::PortalError;
use leptos::server_fn::axum::server_fn_paths;

const SAVE: &str = "/fn/contacts/save";
const JSON: &str = "application/json";
const HTML: &str = "text/html";

/// The form of a new contact as a page posts it, but for where it stands: nothing, nowhere, elsewhere, in words, and twice.
fn unnamed() -> Vec<String> {
    let form = contact_on("/accounts");
    let mut bodies = vec![form.replace("return_to=/accounts&", "")];
    for page in [
        "",
        "accounts",
        "https%3A%2F%2Fevil.example%2F",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2Fa%0d%0ab",
        "%2Faccounts%23top",
        "http%3A%2F%2Flocalhost%3A8080%2Faccounts",
    ] {
        bodies.push(form.replace("return_to=/accounts", &format!("return_to={page}")));
    }
    // The first one counts.
    bodies.push(format!("return_to=&{form}"));
    bodies
}

#[tokio::test]
async fn a_form_that_names_no_page_is_refused_and_nothing_happens() {
    let portal = TestPortal::new().await;
    // It is not even tried.
    portal.panic_when_saving();
    for body in unnamed() {
        let reply = portal.send(post_with(SAVE, &[("accept", JSON)], &body)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(serde_json::from_str::<PortalError>(&reply.body).unwrap(), PortalError::Malformed, "{body}");
        let reply = portal.send(post_with(SAVE, &[("accept", HTML)], &body)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{body}");
        assert!(reply.header("content-type").starts_with("text/plain"), "{body}");
        assert_eq!((reply.header("location"), reply.header("set-cookie")), ("", ""), "{body}");
    }
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn no_referer_stands_in_for_the_page() {
    let portal = TestPortal::new().await;
    for page in [adding(), format!("/a/{ACCOUNT}/contacts"), "/accounts".to_owned()] {
        let referer = format!("http://localhost:8080{page}");
        for body in unnamed() {
            for accept in [JSON, HTML] {
                let reply = portal.send(post_with(SAVE, &[("accept", accept), ("referer", &referer)], &body)).await;
                assert_eq!((reply.status, reply.header("location")), (StatusCode::BAD_REQUEST, ""), "{page}: {body}");
            }
        }
    }
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn no_referer_speaks_against_the_page() {
    let portal = TestPortal::new().await;
    let referer = "http://localhost:8080/a/0192d3f0-7a5c-7cc0-8a61-00000000dead/contacts";
    let reply = portal.send(post_with(SAVE, &[("referer", referer)], &contact_on(&adding()))).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::SEE_OTHER, 1));
}

#[tokio::test]
async fn no_function_is_carried_out_without_a_page() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    for (path, _) in server_fn_paths() {
        for accept in [JSON, HTML] {
            let reply = portal.send(post_with(path, &[("accept", accept)], "")).await;
            assert_eq!((reply.status, reply.header("set-cookie")), (StatusCode::BAD_REQUEST, ""), "{path}");
        }
    }
    assert_eq!(portal.changes().await, 0);
    // Among them is signing out.
    let reply = portal.send(build(Method::GET, "/accounts", &[("cookie", &cookie)], "")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(portal.get("/accounts").await.status, StatusCode::FOUND);
}
