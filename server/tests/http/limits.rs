//! What is too large, of the wrong kind, or not asked for by anybody is refused (SECURITY T72, T83).

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, TestPortal, adding, build, contact_on, post_with};
use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use domain::error::PortalError;
use http_body_util::StreamBody;
use hyper::body::Frame;
use server::middleware::limits::FORM_BYTES;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const SAVE: &str = "/fn/contacts/save";

#[tokio::test]
async fn a_body_that_is_told_to_be_too_large_is_not_read() {
    let portal = TestPortal::new().await;
    let told = (FORM_BYTES + 1).to_string();
    let reply = portal.send(post_with(SAVE, &[("content-length", &told)], "")).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::PAYLOAD_TOO_LARGE, 0));
}

#[tokio::test]
async fn a_body_that_never_ends_is_read_no_further_than_the_limit() {
    let portal = TestPortal::new().await;
    let read = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&read);
    let chunks = std::iter::repeat_with(move || {
        counted.fetch_add(4096, Ordering::SeqCst);
        Ok::<_, Infallible>(Frame::data(Bytes::from_static(&[b'a'; 4096])))
    });
    let endless = Body::new(StreamBody::new(Endless(chunks)));
    let reply = portal.send(post_with(SAVE, &[], "").map(|_| endless)).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::PAYLOAD_TOO_LARGE, 0));
    assert!(read.load(Ordering::SeqCst) <= FORM_BYTES + 2 * 4096);
}

/// An iterator as a stream.
struct Endless<I>(I);

impl<I: Iterator + Unpin> futures_core::Stream for Endless<I> {
    type Item = I::Item;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.next())
    }
}

#[tokio::test]
async fn a_body_that_never_arrives_is_not_waited_for() {
    let portal = TestPortal::new().await;
    let pending = Body::new(StreamBody::new(Pending));
    // By nobody: the time that runs ahead would not wait for the database.
    tokio::time::pause();
    let reply = portal.send(post_with(SAVE, &[("cookie", "")], "").map(|_| pending)).await;
    tokio::time::resume();
    assert_eq!((reply.status, portal.changes().await), (StatusCode::REQUEST_TIMEOUT, 0));
}

/// A stream that has nothing yet.
struct Pending;

impl futures_core::Stream for Pending {
    type Item = Result<Frame<Bytes>, Infallible>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

#[tokio::test]
async fn a_form_just_below_the_limit_is_taken() {
    let portal = TestPortal::new().await;
    let mut body = contact_on("/accounts");
    body.push_str("&padding=");
    body.push_str(&"a".repeat(FORM_BYTES - body.len()));
    assert_eq!(body.len(), FORM_BYTES);
    let reply = portal.send(post_with(SAVE, &[("accept", "application/json")], &body)).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::OK, 1));
}

#[tokio::test]
async fn only_forms_are_taken() {
    let portal = TestPortal::new().await;
    for kind in [
        "text/plain",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/cbor",
        "application/x-www-form-urlencodedx",
        "nonsense",
        "",
    ] {
        let reply = portal.send(post_with(SAVE, &[("content-type", kind)], &contact_on("/accounts"))).await;
        assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind:?}");
    }
    let kind = "Application/X-WWW-Form-Urlencoded; charset=UTF-8";
    let reply = portal.send(post_with(SAVE, &[("content-type", kind)], &contact_on("/accounts"))).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::SEE_OTHER, 1));
}

#[tokio::test]
async fn nobody_is_visited_by_a_guess() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    for (name, purpose) in [
        ("sec-purpose", "prefetch"),
        ("sec-purpose", "prefetch;prerender"),
        ("purpose", "Prefetch"),
        ("x-moz", "prefetch"),
    ] {
        let headers = [("cookie", cookie.as_str()), (name, purpose)];
        let reply = portal.send(build(Method::GET, "/accounts", &headers, "")).await;
        assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{name}: {purpose}");
    }
}

#[tokio::test]
async fn a_session_that_cannot_be_looked_up_is_no_sign_out() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    portal.site.portal.close().await;
    let reply = portal.send(build(Method::GET, "/accounts", &[("cookie", &cookie)], "")).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(reply.header("set-cookie").is_empty());
}

#[tokio::test]
async fn a_panic_ends_one_request_and_tells_nothing() {
    let portal = TestPortal::new().await;
    portal.panic_when_saving();
    let reply = portal.send(post_with(SAVE, &[], &contact_on("/accounts"))).await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    let id = reply.header("x-request-id");
    assert_eq!(reply.body, format!("Something went wrong here. If it happens again, tell us this number: {id}\n"));
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(portal.get("/healthz").await.status, StatusCode::OK);
}

/// A NUL, once and twice encoded: nothing hangs on how often an address is decoded.
const NULS: [&str; 4] = ["%00", "%2500", "%25%30%30", "ab%00cd"];

#[tokio::test]
async fn no_address_with_a_nul_is_answered() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    for nul in NULS {
        for path in [
            format!("/a/{ACCOUNT}/contacts?search={nul}"),
            format!("/a/{ACCOUNT}/contacts?{nul}=x"),
            format!("/reset/{nul}"),
            format!("/{nul}"),
            format!("{SAVE}?acting%5Baccount%5D={nul}"),
        ] {
            let reply =
                portal.send(build(Method::GET, &path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        }
        // Nor is it when a form that failed leads back to it.
        let body = contact_on(&format!("/accounts?search={}", nul.replace('%', "%25")));
        portal.fail_saving_with(PortalError::NotFound);
        let reply = portal.send(post_with(SAVE, &[], &body)).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (StatusCode::BAD_REQUEST, "text/plain; charset=utf-8")
        );
    }
    for own in ["/sign-in?next=100%25", "/sign-in?next=%2F%25", "/sign-in?next=200", "/sign-in?%0=0"] {
        assert_eq!(portal.get(own).await.status, StatusCode::OK, "{own}");
    }
}

#[tokio::test]
async fn no_form_with_a_nul_is_carried_out() {
    let portal = TestPortal::new().await;
    for field in ["change%5Bnote%5D=ab%00cd", "change%5Bnote%5D=\0", "a%00=b"] {
        let body = format!("{}&{field}", contact_on(&adding()));
        let reply = portal.send(post_with(SAVE, &[("accept", "application/json")], &body)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{field}");
        assert_eq!(serde_json::from_str::<PortalError>(&reply.body).unwrap(), PortalError::Malformed, "{field}");
        let reply = portal.send(post_with(SAVE, &[], &body)).await;
        assert!(reply.status == StatusCode::BAD_REQUEST && reply.body.contains("zoe@example.com"), "{field}");
    }
    assert_eq!(portal.changes().await, 0);
}
