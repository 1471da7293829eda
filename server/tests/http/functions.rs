//! Server functions for whoever takes no HTML: JSON with the real status.

use crate::portal::{ACCOUNT, TestPortal, build, contact_on, post_with};
use axum::http::{Method, StatusCode};
use domain::access::Denied;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::problem::Problem;
use leptos::server_fn::axum::server_fn_paths;

const JSON: (&str, &str) = ("accept", "application/json");

/// One of each error.
fn errors() -> [PortalError; 8] {
    [
        PortalError::invalid("email", Problem::NotAnEmail),
        PortalError::overtaken(),
        PortalError::TooMany { retry_after: 30 },
        PortalError::Denied { why: Denied::NotToOneself },
        PortalError::NotFound,
        PortalError::Unavailable,
        PortalError::SignInRequired,
        PortalError::PasswordChangeRequired,
    ]
}

#[tokio::test]
async fn a_success_is_json_and_says_where_to_go() {
    let portal = TestPortal::new().await;
    let reply = portal.send(post_with("/fn/contacts/save", &[JSON], &contact_on("/accounts"))).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(serde_json::from_str::<ContactId>(&reply.body).is_ok(), "{reply:?}");
    assert!(reply.header("location").starts_with(&format!("/a/{ACCOUNT}")));
    assert!(!reply.headers.contains_key("serverfnredirect"));
}

#[tokio::test]
async fn each_error_is_json_with_its_own_status() {
    let portal = TestPortal::new().await;
    for error in errors() {
        portal.fail_saving_with(error.clone());
        let reply = portal.send(post_with("/fn/contacts/save", &[JSON], &contact_on("/accounts"))).await;
        assert_eq!(reply.status.as_u16(), error.status(), "{error:?}");
        assert_eq!(serde_json::from_str::<PortalError>(&reply.body).unwrap(), error);
        assert_eq!(reply.header("content-type"), "application/json");
        assert_eq!(reply.header("location"), "");
        let waits = matches!(error, PortalError::TooMany { .. });
        assert_eq!(reply.header("retry-after"), if waits { "30" } else { "" });
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_malformed() {
    let portal = TestPortal::new().await;
    let extra = format!("{}&change%5Bowner%5D=true", contact_on("/accounts"));
    let unknown = format!("{}&change%5Bprivileges%5D%5B%5D=everything", contact_on("/accounts"));
    let twice = format!("{}&change%5Bemail%5D=b%40example.com", contact_on("/accounts"));
    let id = contact_on("/accounts").replace(&*ACCOUNT, "1");
    let bare = ["", "&nonsense", "&acting=1", "&%ff%fe"].map(|rest| format!("return_to=/accounts{rest}"));
    for body in bare.iter().chain([&extra, &unknown, &twice, &id]) {
        let reply = portal.send(post_with("/fn/contacts/save", &[JSON], body)).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(serde_json::from_str::<PortalError>(&reply.body).unwrap(), PortalError::Malformed, "{body}");
    }
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn a_function_that_does_not_exist_is_not_found() {
    let portal = TestPortal::new().await;
    for path in ["/fn/contacts/everything", "/fn/x", "/fn/contacts/save/", "/fn//contacts/save"] {
        let reply = portal.send(post_with(path, &[JSON], "")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!reply.body.to_lowercase().contains("server"), "{}", reply.body);
    }
}

#[tokio::test]
async fn a_function_is_posted_to() {
    let portal = TestPortal::new().await;
    let reply = portal.send(build(Method::GET, "/fn/contacts/save", &[JSON], "")).await;
    assert_eq!((reply.status, reply.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
}

#[tokio::test]
async fn every_registered_function_goes_through_the_wrapper() {
    let portal = TestPortal::new().await;
    let functions: Vec<_> = server_fn_paths().collect();
    assert!(functions.len() > 3, "the functions are registered");
    for (path, method) in functions {
        assert!(path.starts_with("/fn/"), "{path} lies outside of the wrapped route");
        assert_eq!(method, Method::POST, "{path}: what pages show has no address of its own");
        // Only the wrapper refuses other content types, and only it answers an HTML client without a redirect to the Referer.
        let reply = portal.send(post_with(path, &[("content-type", "text/plain")], "")).await;
        assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path}");
        let headers = [("cookie", ""), ("referer", "https://evil.example/")];
        let reply = portal.send(post_with(path, &headers, "return_to=/sign-in")).await;
        assert!(!reply.header("location").contains("evil.example"), "{path}");
        assert!(!reply.headers.contains_key("serverfnerror"), "{path}");
    }
}
