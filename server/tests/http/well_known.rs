//! Where researchers and password managers look by themselves.

use crate::portal::TestPortal;
use axum::http::StatusCode;
use server::settings::{Arguments, Settings, Sources};

#[tokio::test]
async fn whoever_finds_a_vulnerability_is_told_whom_to_tell() {
    let portal = TestPortal::with("support_email = 'help+us@hosting.example'", Arguments::default()).await;
    let reply = portal.get("/.well-known/security.txt").await;
    assert_eq!((reply.status, reply.header("content-type")), (StatusCode::OK, "text/plain; charset=utf-8"));
    // The clock of the tests stands at 2027-01-15.
    assert_eq!(
        reply.body,
        "Contact: mailto:help%2Bus@hosting.example\nExpires: 2027-02-14T08:00:00Z\n\
         Canonical: http://localhost:8080/.well-known/security.txt\n"
    );
}

#[tokio::test]
async fn without_an_address_there_is_nobody_to_tell() {
    let mut settings = Settings::from_sources(Sources::default()).unwrap();
    settings.portal.provider.support_email = String::new();
    let reply = TestPortal::of(settings).await.get("/.well-known/security.txt").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_password_manager_finds_where_the_password_is_changed() {
    let portal = TestPortal::new().await;
    let reply = portal.get("/.well-known/change-password").await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, "/me/security"));
    // They try this one too: where everything leads on, nothing is known.
    let reply = portal.get("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}
