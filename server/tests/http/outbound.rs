//! Forms that lead to another site, and the links by which they do.

use crate::demo::{self, NEWCOMER, NOW, OWNER, PASSWORD};
use crate::portal::{Reply, TestPortal, build, post, post_with};
use app::request::FunctionError;
use axum::http::{Method, StatusCode};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::paths;
use domain::person::Language;
use domain::text::Secret;
use domain::time::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;
use tokio::task::JoinSet;

const PANEL: &str = "https://panel.example/sso?key=k%2F1";
const LEAD: &str = "/fn/tests/lead";

/// What a function does that opens a panel or a payment page. Those come to their addresses by themselves.
#[server(name = LeadFn, prefix = "/fn", endpoint = "tests/lead")]
async fn lead(address: String) -> Result<(), FunctionError> {
    app::outbound::lead_to(Secret::new(address)).await
}

/// Somebody in their session, at a time.
async fn caller(portal: &TestPortal, token: &str, now: Timestamp) -> Caller {
    let signed_in = portal.site.portal.sessions.look(token, NOW).await.unwrap();
    let request = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().unwrap();
    Caller::system(signed_in.into(), Language::EN, now, request)
}

async fn issue(portal: &TestPortal, now: Timestamp) -> String {
    let caller = caller(portal, &OWNER, now).await;
    let token = portal.site.portal.ports.outbound.issue(&caller, Secret::new(PANEL.to_owned())).await.unwrap();
    token.expose().to_owned()
}

/// Goes to an address in somebody's session.
async fn open(portal: &TestPortal, path: &str, session: &str) -> Reply {
    let cookie = format!("__Host-portico={session}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

fn leads(reply: &Reply) -> (StatusCode, &str) {
    (reply.status, reply.header("location"))
}

async fn links(portal: &TestPortal) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM outbound_links").fetch_one(&mut portal.database().await).await.unwrap()
}

#[tokio::test]
async fn a_form_leads_to_another_site_by_a_page_of_ours_with_a_link_that_works_once() {
    // It is called by its form alone, which the compiler does not see.
    let _ = lead;
    let portal = TestPortal::new().await;
    let form = "return_to=/me&address=https%3A%2F%2Fpanel.example%2Fsso%3Fkey%3Dk%252F1";
    let reply = portal.send(post(LEAD, form)).await;
    let between = reply.header("location").to_owned();
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{reply:?}");
    assert!(between.starts_with("/outbound/"), "{between}");
    let follow = format!("{between}/follow");

    // Looking at it spends nothing, and shows no more than the host.
    for _ in 0..2 {
        let page = open(&portal, &between, &OWNER).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!((page.header("portico-page"), page.header("cache-control")), ("1", "no-store"));
        for part in ["Go to panel.example</h1>", "Continue to panel.example", &format!("href=\"{follow}\"")] {
            assert!(page.body.contains(part), "{part}: {}", page.body);
        }
        assert!(
            page.body.contains("data-onward")
                && page.body.contains("data-load")
                && !page.body.contains("panel.example/sso")
        );
    }
    let reply = open(&portal, &follow, &OWNER).await;
    assert_eq!(leads(&reply), (StatusCode::SEE_OTHER, PANEL));
    assert_eq!((reply.header("referrer-policy"), reply.header("cache-control")), ("no-referrer", "no-store"));
    assert_eq!((reply.header("portico-page"), reply.body.as_str()), ("", ""));

    assert_eq!(leads(&open(&portal, &follow, &OWNER).await), (StatusCode::SEE_OTHER, between.as_str()));
    let page = open(&portal, &between, &OWNER).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("This link has expired or was already used") && !page.body.contains("data-onward"));
    assert_eq!((links(&portal).await, portal.changes().await), (0, 0));
}

#[tokio::test]
async fn whoever_takes_no_html_is_told_of_the_page_and_not_of_the_other_site() {
    let portal = TestPortal::new().await;
    let form = "return_to=/me&address=https%3A%2F%2Fpanel.example%2F";
    let reply = portal.send(post_with(LEAD, &[("accept", "application/json")], form)).await;
    assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    assert!(reply.header("location").starts_with("/outbound/"), "{reply:?}");
}

#[tokio::test]
async fn a_link_to_another_site_is_of_one_session_alone() {
    let portal = TestPortal::new().await;
    let token = issue(&portal, NOW).await;
    let (between, follow) = (paths::outbound(&token), paths::follow_outbound(&token));
    let form = format!("return_to=/sign-in&change[email]=owner@demo.example&change[password]={PASSWORD}");
    let other = demo::session(&portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await).unwrap();
    // Another session of the same person, and somebody else who is signed in.
    assert_eq!(open(&portal, &between, &other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(leads(&open(&portal, &follow, &other).await), (StatusCode::SEE_OTHER, between.as_str()));
    // Nobody, and whoever must choose a password first.
    for session in ["", &*NEWCOMER] {
        assert_eq!(open(&portal, &between, session).await.status, StatusCode::FOUND);
        assert_eq!(leads(&open(&portal, &follow, session).await), (StatusCode::SEE_OTHER, between.as_str()));
    }
    assert_eq!(leads(&open(&portal, &follow, &OWNER).await), (StatusCode::SEE_OTHER, PANEL));
}

#[tokio::test]
async fn a_link_to_another_site_works_for_a_minute_and_ends_with_its_session() {
    let portal = TestPortal::new().await;
    for (age, status) in [(59, StatusCode::OK), (60, StatusCode::NOT_FOUND)] {
        let token = issue(&portal, NOW.plus_seconds(-age)).await;
        assert_eq!(open(&portal, &paths::outbound(&token), &OWNER).await.status, status, "after {age} seconds");
        let reply = open(&portal, &paths::follow_outbound(&token), &OWNER).await;
        assert_eq!(reply.header("location") == PANEL, status == StatusCode::OK, "after {age} seconds");
    }
    issue(&portal, NOW).await;
    assert!(links(&portal).await > 0);
    portal.send(post("/fn/people/sign_out", "return_to=/")).await;
    assert_eq!(links(&portal).await, 0);
}

#[tokio::test]
async fn a_session_has_ten_links_to_other_sites_and_the_oldest_give_way() {
    let portal = TestPortal::new().await;
    let mut tokens = Vec::new();
    for second in 0..12 {
        tokens.push(issue(&portal, NOW.plus_seconds(second - 12)).await);
    }
    assert_eq!(links(&portal).await, 10);
    for (number, token) in tokens.iter().enumerate() {
        let works = open(&portal, &paths::outbound(token), &OWNER).await.status == StatusCode::OK;
        assert_eq!(works, number >= 2, "{number}");
    }
}

#[tokio::test]
async fn of_many_who_follow_a_link_at_once_one_gets_there() {
    let portal = Arc::new(TestPortal::new().await);
    let follow = paths::follow_outbound(&issue(&portal, NOW).await);
    let mut asking = JoinSet::new();
    for _ in 0..8 {
        let (portal, follow) = (Arc::clone(&portal), follow.clone());
        asking.spawn(async move { open(&portal, &follow, &OWNER).await });
    }
    let replies = asking.join_all().await;
    assert_eq!(replies.iter().filter(|reply| reply.header("location") == PANEL).count(), 1);
}

#[tokio::test]
async fn no_link_leads_where_no_tls_is_or_nowhere() {
    let portal = TestPortal::new().await;
    let owner = caller(&portal, &OWNER, NOW).await;
    for address in ["http://panel.example/", "javascript:alert(1)", "/accounts", "//panel.example/", ""] {
        let failed = portal.site.portal.ports.outbound.issue(&owner, Secret::new(address.to_owned())).await;
        assert!(matches!(failed, Err(PortalError::Internal { .. })), "{address}: {failed:?}");
    }
    // Nor for anybody without a session or a password of their own.
    let outbound = &portal.site.portal.ports.outbound;
    let newcomer = caller(&portal, &NEWCOMER, NOW).await;
    let nobody = caller(&portal, "", NOW).await;
    for (who, error) in [(newcomer, PortalError::PasswordChangeRequired), (nobody, PortalError::SignInRequired)] {
        assert_eq!(outbound.issue(&who, Secret::new(PANEL.to_owned())).await.err(), Some(error));
    }
    assert_eq!(links(&portal).await, 0);
}

#[tokio::test]
async fn a_guess_spends_no_link_to_another_site() {
    let portal = TestPortal::new().await;
    let follow = paths::follow_outbound(&issue(&portal, NOW).await);
    let cookie = format!("__Host-portico={OWNER}");
    let headers = [("accept", "text/html"), ("cookie", cookie.as_str()), ("sec-purpose", "prefetch")];
    let reply = portal.send(build(Method::GET, &follow, &headers, "")).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(leads(&open(&portal, &follow, &OWNER).await), (StatusCode::SEE_OTHER, PANEL));
}
