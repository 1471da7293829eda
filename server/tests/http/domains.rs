//! Whoever has something on one domain finds that one and no other, whatever they ask the portal for.

use crate::demo::{ACCOUNT, PASSWORD, session};
use crate::portal::{Reply, TestPortal, build, post_with};
use axum::http::{Method, StatusCode};

/// The visitor sees no domain by their role, and may read the log here.
const GIVE: &str = "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, domain_id, granted_at) \
    SELECT d.account_id, c.id, 'operation', 'domain', d.id, 'domains.dns', d.id, 0 FROM domains d JOIN contacts c \
    ON c.account_id = d.account_id WHERE d.name = 'demo-shop.example' AND c.email_key = 'visitor@demo.example' \
    UNION ALL SELECT c.account_id, c.id, 'privilege', 'account', '', 'audit.view', NULL, 0 FROM contacts c \
    WHERE c.email_key = 'visitor@demo.example'";

/// The id and name of each.
const DOMAINS: &str = "SELECT id || ' ' || name FROM domains WHERE account_id = \
    (SELECT id FROM accounts WHERE external_id = 'demo:hosting') ORDER BY name";

/// Without what differs between any two answers.
fn comparable(reply: &Reply, id: &str) -> String {
    let nonce = reply.body.split(" nonce=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let request = reply.header("x-request-id").to_owned();
    let mut body = reply.body.replace(id, "ID");
    for differs in [nonce, request.as_str()] {
        if !differs.is_empty() {
            body = body.replace(differs, "");
        }
    }
    body
}

#[tokio::test]
async fn a_second_domain_is_found_by_no_address_search_count_export_or_activity() {
    let portal = TestPortal::new().await;
    portal.execute(GIVE).await;
    let form = format!("return_to=/sign-in&change[email]=visitor@demo.example&change[password]={PASSWORD}");
    let signed_in = portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await;
    let cookie = format!("__Host-portico={}", session(&signed_in).expect("a session"));
    let get = async |path: &str| {
        let headers = [("accept", "text/html"), ("cookie", cookie.as_str())];
        portal.send(build(Method::GET, &format!("/a/{}{path}", &*ACCOUNT), &headers, "")).await
    };
    let rows: Vec<String> = sqlx::query_scalar(DOMAINS).fetch_all(&mut portal.database().await).await.unwrap();
    let domains: Vec<(&str, &str)> = rows.iter().map(|row| row.split_once(' ').unwrap()).collect();
    assert!(domains.len() > 3, "{domains:?}");

    let nowhere = "00000000-0000-7000-8000-000000000009";
    let nothing = get(&format!("/domains/{nowhere}")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    for (id, name) in &domains {
        let page = get(&format!("/domains/{id}")).await;
        if *name == "demo-shop.example" {
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains(name), "{}", page.body);
        } else {
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
            assert_eq!(comparable(&page, id), comparable(&nothing, nowhere), "{name}");
        }
    }
    for path in [
        "",
        "/domains",
        "/domains?show=expiring",
        "/domains?show=active",
        "/domains?show=expired",
        "/domains?search=demo",
        "/search?q=demo",
        "/search?q=example&part=palette",
        "/activity",
        "/activity.csv",
        "/activity.json",
        "/requests",
        "/settings",
    ] {
        let body = get(path).await.body;
        for (id, name) in domains.iter().filter(|(_, name)| *name != "demo-shop.example") {
            assert!(!body.contains(name) && !body.contains(id), "{name} in {path}");
        }
        if matches!(path, "/domains" | "/domains?show=expiring" | "/search?q=demo" | "/settings") {
            assert!(body.contains("demo-shop.example"), "{path}: {body}");
        }
    }
    let list = get("/domains").await.body;
    assert!(list.contains("1 domain") && !list.contains("2 domains"), "counted is what is seen: {list}");
}
