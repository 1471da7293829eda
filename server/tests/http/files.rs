//! The bundle and the logo: only what is listed, compressed as asked for, kept by browsers.

use crate::portal::{TestPortal, build};
use axum::http::{Method, StatusCode};
use server::settings::Arguments;

#[tokio::test]
async fn hashed_files_never_change() {
    let portal = TestPortal::new().await;
    let reply = portal.get("/pkg/client.00.wasm").await;
    assert_eq!((reply.status, reply.body.as_str()), (StatusCode::OK, "wasm"));
    assert_eq!(reply.header("content-type"), "application/wasm");
    assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn other_files_are_asked_for_again() {
    let portal = TestPortal::new().await;
    let reply = portal.get("/robots.txt").await;
    assert_eq!(reply.body, portal.bundled("robots.txt"));
    assert_eq!(reply.header("cache-control"), "public, max-age=3600");
    let tag = reply.header("etag").to_owned();
    let again = portal.send(build(Method::GET, "/robots.txt", &[("if-none-match", &tag)], "")).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
}

#[tokio::test]
async fn ready_compressed_files_are_sent() {
    let portal = TestPortal::new().await;
    for (accepted, coding, body) in
        [("gzip, br", "br", "js as br"), ("gzip", "gzip", "js as gz"), ("br;q=0", "", "js"), ("", "", "js")]
    {
        let reply = portal.send(build(Method::GET, "/pkg/client.00.js", &[("accept-encoding", accepted)], "")).await;
        assert_eq!((reply.header("content-encoding"), reply.body.as_str()), (coding, body));
        assert_eq!(reply.header("vary"), "accept-encoding");
    }
    let plain = portal.send(build(Method::GET, "/pkg/client.00.wasm", &[("accept-encoding", "br")], "")).await;
    assert_eq!((plain.header("content-encoding"), plain.body.as_str()), ("", "wasm"));
}

#[tokio::test]
async fn nothing_but_the_listed_files_is_there() {
    let portal = TestPortal::new().await;
    for path in [
        "/pkg/nothing.js",
        "/pkg/client.00.js.br",
        "/pkg/../manifest.json",
        "/pkg/..%2fmanifest.json",
        "/pkg/%2e%2e/manifest.json",
        "/pkg//etc/passwd",
        "/unlisted.txt",
        "/manifest.json",
        "/.build-id",
    ] {
        assert_eq!(portal.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_head_has_no_body() {
    let portal = TestPortal::new().await;
    for path in ["/pkg/client.00.wasm", "/sign-in", "/healthz"] {
        let reply = portal.send(build(Method::HEAD, path, &[], "")).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::OK, ""), "{path}");
    }
}

#[tokio::test]
async fn the_logo_can_do_nothing() {
    let portal = TestPortal::with("[brand]\nlogo = 'any.svg'", Arguments::default()).await;
    let reply = portal.get("/brand/logo.svg").await;
    assert_eq!((reply.status, reply.header("content-type")), (StatusCode::OK, "image/svg+xml"));
    assert!(reply.header("content-security-policy").ends_with("sandbox"));
    assert_eq!(TestPortal::new().await.get("/brand/logo.svg").await.status, StatusCode::NOT_FOUND);
}
