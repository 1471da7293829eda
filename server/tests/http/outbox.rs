//! The outbox page exists in a demonstration on this machine only (SECURITY T76).

use crate::portal::{TestPortal, build};
use axum::http::{Method, StatusCode};

/// A mail that a careless page would run.
const WRITTEN: &str = "INSERT INTO outbox (id, message_id, recipient, subject, text_body, html_body, created_at, due_at) \
    VALUES ('0192d3f0-7a5c-7cc0-8a61-00000000000a', 'a@portico.example', '<b>owner</b>@demo.example', \
    '<script>alert(1)</script>', \
    'Follow http://localhost:8080/reset/abc and not https://evil.example/ <b>', \
    '<p style=\"color:red\">Follow</p><script>alert(2)</script>', 1767225599000, 0)";
const MAIL: &str = "/dev/outbox/0192d3f0-7a5c-7cc0-8a61-00000000000a";
const HTML: &str = "/dev/outbox/0192d3f0-7a5c-7cc0-8a61-00000000000a/html";

#[tokio::test]
async fn it_shows_the_mails_of_a_demonstration() {
    let portal = TestPortal::demo().await;
    portal.execute(WRITTEN).await;
    let list = portal.get("/dev/outbox").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !list.body.contains("<script"));
    assert!(list.body.contains(&format!("href=\"{MAIL}\"")));
    assert!(list.body.contains("2025-12-31 23:59:59 UTC</time>"), "{}", list.body);
    let mail = portal.get(MAIL).await;
    assert!(mail.body.contains("<a href=\"http://localhost:8080/reset/abc\">"));
    assert!(!mail.body.contains("<b>") && !mail.body.contains("href=\"https://evil.example"));
    assert_eq!(portal.get("/dev/outbox/other").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_html_of_a_mail_is_shown_and_runs_nothing() {
    let portal = TestPortal::demo().await;
    portal.execute(WRITTEN).await;
    assert!(portal.get(MAIL).await.body.contains(&format!("href=\"{HTML}\"")));
    let html = portal.get(HTML).await;
    assert_eq!((html.status, html.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
    assert!(html.body.starts_with("<p style=\"color:red\">Follow</p>"), "{}", html.body);
    let policy = html.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; ") && policy.ends_with("; sandbox"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
    assert_eq!(portal.get("/dev/outbox/other/html").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_is_not_there_otherwise() {
    let portal = TestPortal::new().await;
    portal.execute(WRITTEN).await;
    for path in ["/dev/outbox", MAIL, HTML] {
        assert_eq!(portal.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn it_is_not_there_behind_a_proxy() {
    let portal = TestPortal::demo().await;
    portal.execute(WRITTEN).await;
    for name in ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-anything"] {
        for path in ["/dev/outbox", MAIL, HTML] {
            let reply = portal.send(build(Method::GET, path, &[(name, "x")], "")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{name} {path}");
        }
    }
}
