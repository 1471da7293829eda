//! Whatever could change something must come from a page of our own (SECURITY T38).

use crate::demo::OWNER;
use crate::portal::{TestPortal, build, contact_on};
use axum::http::{Method, StatusCode};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

async fn status(portal: &TestPortal, method: Method, headers: &[(&str, &str)]) -> StatusCode {
    let cookie = format!("__Host-portico={OWNER}");
    // Another address each time: nobody is added twice.
    let body = contact_on("/accounts").replace("zoe%40", &format!("zoe{}%40", portal.changes().await));
    let all = [&[FORM, ("cookie", cookie.as_str())], headers].concat();
    portal.send(build(method, "/fn/contacts/save", &all, &body)).await.status
}

#[tokio::test]
async fn a_post_must_come_from_our_own_pages() {
    let portal = TestPortal::new().await;
    let site = |value: &'static str| ("sec-fetch-site", value);
    let origin = |value: &'static str| ("origin", value);
    for (headers, allowed) in [
        (&[site("same-origin")][..], true),
        (&[origin("http://localhost:8080")], true),
        (&[site("none"), origin("http://localhost:8080")], true),
        (&[site("cross-site"), origin("http://evil.example")], false),
        (&[site("same-site"), origin("http://localhost:9090")], false),
        (&[site("cross-site"), origin("http://localhost:8080")], false),
        (&[site("none")], false),
        (&[origin("null")], false),
        (&[origin("http://evil.example")], false),
        (&[origin("https://localhost:8080")], false),
        (&[origin("http://127.0.0.1:8080")], false),
        (&[origin("http://localhost:8080"), origin("http://evil.example")], false),
        (&[site("same-origin"), site("cross-site")], false),
        (&[], false),
    ] {
        let before = portal.changes().await;
        let status = status(&portal, Method::POST, headers).await;
        let expected = if allowed { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(status, expected, "{headers:?}");
        assert_eq!(portal.changes().await - before, i64::from(allowed), "{headers:?}");
    }
}

#[tokio::test]
async fn every_unsafe_method_is_checked_everywhere() {
    let portal = TestPortal::demo().await;
    for path in ["/", "/sign-in", "/healthz", "/robots.txt", "/dev/outbox", "/nowhere", "/fn/people/sign_out"] {
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let reply = portal.send(build(method, path, &[("sec-fetch-site", "cross-site")], "")).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn a_plain_text_post_from_elsewhere_changes_nothing() {
    let portal = TestPortal::new().await;
    let headers = [("content-type", "text/plain"), ("sec-fetch-site", "cross-site"), ("accept", "text/html")];
    let reply = portal.send(build(Method::POST, "/fn/people/sign_out", &headers, "")).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::FORBIDDEN, 0));
}

#[tokio::test]
async fn reading_changes_nothing() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    let query = contact_on("/accounts");
    let functions = leptos_axum_paths();
    assert!(functions.len() > 3, "the functions are registered");
    for path in functions {
        for method in [Method::GET, Method::HEAD] {
            let address = format!("{path}?{query}");
            let headers = [("cookie", cookie.as_str()), ("accept", "text/html"), ("sec-fetch-site", "cross-site")];
            portal.send(build(method, &address, &headers, "")).await;
        }
    }
    assert_eq!(portal.changes().await, 0);
}

fn leptos_axum_paths() -> Vec<String> {
    leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect()
}
