//! The security headers stand on every response (SECURITY T50, T51).

use crate::demo::OWNER;
use crate::portal::{Reply, TestPortal, build, contact_on, post, post_with};
use axum::http::{Method, StatusCode};
use server::settings::Arguments;
use std::collections::BTreeSet;

fn check(reply: &Reply, what: &str) {
    let policy = reply.header("content-security-policy");
    for part in [
        "default-src 'none'; ",
        "'strict-dynamic' 'wasm-unsafe-eval'; ",
        "style-src 'self' 'nonce-",
        "img-src 'self' data:; ",
        "form-action 'self'; ",
        "base-uri 'none'; ",
        "frame-ancestors 'none'; ",
    ] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(reply.header(name), value, "{what}: {name}");
    }
    assert!(reply.header("permissions-policy").contains("camera=()"), "{what}");
    assert!(!reply.header("x-request-id").is_empty(), "{what}");
    for name in ["server", "x-powered-by", "serverfnerror", "serverfnredirect"] {
        assert_eq!(reply.header(name), "", "{what}: {name}");
    }
}

#[tokio::test]
async fn they_stand_on_every_response() {
    let portal = TestPortal::demo().await;
    let mut paths: Vec<String> = app::routes().iter().map(|route| filled(&route.path)).collect();
    assert!(paths.len() > 3, "the pages are registered");
    paths.extend(["/nowhere", "/healthz", "/dev/outbox", "/fn/people/sign_out", "/fn/nothing"].map(str::to_owned));
    for path in paths {
        for method in [Method::GET, Method::HEAD] {
            let reply = portal.send(build(method.clone(), &path, &[("accept", "text/html")], "")).await;
            check(&reply, &path);
            // What a page waits for in vain ends as 503, after a minute.
            assert_ne!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{method} {path}");
            assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        }
    }
    for path in ["/robots.txt", "/pkg/client.00.js", "/pkg/nothing.js"] {
        check(&portal.get(path).await, path);
    }
}

/// The address of every page.
pub fn pages() -> Vec<String> {
    app::routes().into_iter().map(|route| filled(&route.path)).collect()
}

/// A route with something in the place of its parameters.
pub fn filled(route: &str) -> String {
    let mut path = String::new();
    for (i, part) in route.split(['{', '}']).enumerate() {
        path.push_str(if i % 2 == 0 { part } else { &crate::portal::ACCOUNT });
    }
    path
}

#[tokio::test]
async fn they_stand_on_refusals_and_posts() {
    let portal = TestPortal::new().await;
    check(&portal.send(build(Method::POST, "/sign-in", &[], "")).await, "cross-site");
    check(&portal.send(post("/sign-in", "")).await, "wrong method");
    check(&portal.send(post("/fn/contacts/save", &contact_on("/accounts"))).await, "see other");
    check(&portal.send(post("/fn/contacts/save", "nonsense")).await, "malformed");
    check(&portal.send(axum::http::Request::new(axum::body::Body::empty())).await, "no host");
}

#[tokio::test]
async fn each_response_has_a_nonce_of_its_own_and_its_scripts_carry_it() {
    let portal = TestPortal::new().await;
    let owner = format!("__Host-portico={OWNER}");
    let mut nonces = BTreeSet::new();
    let mut answers = 0;
    for path in pages().into_iter().chain(["/nowhere".to_owned()]) {
        for cookie in ["", owner.as_str()] {
            let reply =
                portal.send(build(Method::GET, &path, &[("accept", "text/html"), ("cookie", cookie)], "")).await;
            // Nobody signed in is led on from most of them, which takes no page.
            assert_eq!(reply.body.contains("<script"), reply.header("location").is_empty(), "{path} {cookie}");
            reply.check_scripts(&path);
            nonces.insert(reply.nonce().to_owned());
            answers += 1;
        }
    }
    assert_eq!(nonces.len(), answers);
}

#[tokio::test]
async fn signing_out_clears_what_pages_stored_and_no_cookies() {
    let portal = TestPortal::new().await;
    for accept in ["text/html", "application/json"] {
        let reply = portal.send(post_with("/fn/people/sign_out", &[("accept", accept)], "return_to=/")).await;
        assert_eq!(reply.header("clear-site-data"), "\"storage\"", "{accept}");
        assert!(reply.header("set-cookie").starts_with("__Host-portico=; "), "{accept}");
    }
    assert_eq!(portal.get("/sign-in").await.header("clear-site-data"), "");
}

#[tokio::test]
async fn transport_security_is_for_https_only() {
    assert_eq!(TestPortal::new().await.get("/sign-in").await.header("strict-transport-security"), "");
    let portal = TestPortal::with("public_url = 'https://portal.example'", Arguments::default()).await;
    let request = axum::http::Request::builder().uri("/sign-in").header("host", "portal.example");
    let reply = portal.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(reply.header("strict-transport-security"), "max-age=63072000");
}
