//! Light or dark: a cookie of one browser, which says nothing of who it is.

use crate::demo::OWNER;
use crate::portal::{TestPortal, build, post, post_with};
use axum::http::{Method, StatusCode};

const SET: &str = "/fn/profile/set_theme";

async fn page(portal: &TestPortal, theme: &str) -> String {
    let cookie = format!("__Host-portico={OWNER}; __Host-portico-theme={theme}");
    portal.send(build(Method::GET, "/me", &[("cookie", &cookie)], "")).await.body
}

#[tokio::test]
async fn what_is_chosen_is_kept_by_the_browser_for_a_year() {
    let portal = TestPortal::new().await;
    let reply = portal.send(post(SET, "return_to=/me&theme=dark")).await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, "/me"));
    let kept = "__Host-portico-theme=dark; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=31536000";
    assert_eq!(reply.header("set-cookie"), kept);
    let reply = portal.send(post(SET, "return_to=/me&theme=system")).await;
    let gone = "__Host-portico-theme=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0";
    assert_eq!(reply.header("set-cookie"), gone);
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn a_page_is_drawn_as_the_browser_keeps_it() {
    let portal = TestPortal::new().await;
    let dark = page(&portal, "dark").await;
    assert!(dark.contains("data-theme=\"dark\"") && dark.contains("name=\"color-scheme\" content=\"dark\""), "{dark}");
    assert!(dark.contains("value=\"dark\" aria-pressed=\"true\""), "{dark}");
    for odd in ["", "system", "sepia", "\"dark\""] {
        let html = page(&portal, odd).await;
        assert!(!html.contains("data-theme"), "{odd}");
        assert!(html.contains("name=\"color-scheme\" content=\"light dark\""), "{odd}");
    }
}

#[tokio::test]
async fn nothing_else_is_a_theme() {
    let portal = TestPortal::new().await;
    for theme in ["", "sepia", "Dark"] {
        let headers = [("accept", "application/json")];
        let reply = portal.send(post_with(SET, &headers, &format!("return_to=/me&theme={theme}"))).await;
        assert_eq!((reply.status, reply.header("set-cookie")), (StatusCode::BAD_REQUEST, ""), "{theme}");
    }
}
