//! The log as files: guarded as its page is, kept by the browser and by nothing in between.

use crate::demo::{NEWCOMER, OWNER};
use crate::portal::{ACCOUNT, Reply, TestPortal, build, contact_on, post};
use axum::http::{Method, StatusCode};
use serde_json::Value;

async fn open(portal: &TestPortal, path: &str, token: &str) -> Reply {
    let cookie = format!("__Host-portico={token}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

#[tokio::test]
async fn the_files_are_kept_and_never_cached_nor_shown() {
    let portal = TestPortal::new().await;
    for (path, content_type) in [("activity.csv", "text/csv; charset=utf-8"), ("activity.json", "application/json")] {
        let reply = open(&portal, &format!("/a/{ACCOUNT}/{path}"), &OWNER).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        let (_, ends) = path.split_once('.').unwrap();
        // The day of the clock that tests have.
        let named = format!("attachment; filename=\"activity-2027-01-15.{ends}\"");
        for (name, value) in [
            ("content-type", content_type),
            ("content-disposition", &named),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("portico-page", ""),
        ] {
            assert_eq!(reply.header(name), value, "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn whoever_gets_no_page_gets_no_file() {
    let portal = TestPortal::new().await;
    for path in ["activity.csv", "activity.json"] {
        let path = format!("/a/{ACCOUNT}/{path}");
        for (token, leads) in [("", "/sign-in"), (&*NEWCOMER, "/me/security")] {
            let reply = open(&portal, &path, token).await;
            assert_eq!((reply.status, &*reply.body), (StatusCode::FOUND, ""), "{path}");
            assert!(reply.header("location").starts_with(leads), "{path}: {}", reply.header("location"));
            assert_eq!(reply.header("content-disposition"), "", "{path}");
        }
        let elsewhere = path.replace(&*ACCOUNT, "00000000-0000-7000-8000-000000000009");
        let reply = open(&portal, &elsewhere, &OWNER).await;
        assert_eq!((reply.status, reply.header("content-disposition")), (StatusCode::NOT_FOUND, ""), "{path}");
    }
}

#[tokio::test]
async fn another_site_gets_no_file() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={}", &*OWNER);
    for path in ["activity.csv", "activity.json?topic=people", "contacts/export"] {
        let path = format!("/a/{ACCOUNT}/{path}");
        for (sites, status) in [
            (&["same-origin"][..], StatusCode::OK),
            (&[], StatusCode::OK),
            (&["none"], StatusCode::OK),
            (&["cross-site"], StatusCode::FORBIDDEN),
            (&["same-site"], StatusCode::FORBIDDEN),
            (&["same-origin", "cross-site"], StatusCode::FORBIDDEN),
        ] {
            for method in [Method::GET, Method::HEAD] {
                let sites = sites.iter().map(|site| ("sec-fetch-site", *site));
                let headers: Vec<_> = sites.chain([("cookie", &*cookie), ("sec-fetch-mode", "navigate")]).collect();
                let reply = portal.send(build(method, &path, &headers, "")).await;
                assert_eq!(reply.status, status, "{path} {headers:?}");
                assert_eq!(reply.header("content-disposition").is_empty(), status != StatusCode::OK, "{path}");
            }
        }
    }
    let headers = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("cookie", &*cookie)];
    let page = portal.send(build(Method::GET, &format!("/a/{ACCOUNT}/activity"), &headers, "")).await;
    assert_eq!(page.status, StatusCode::OK, "a page is one that anybody may link to");
}

#[tokio::test]
async fn a_file_is_no_page_that_a_form_could_stand_on() {
    let portal = TestPortal::new().await;
    let view = "as/00000000-0000-7000-8000-000000000009";
    for path in ["activity.csv", "activity.json?topic=people", "contacts/export", &format!("{view}/activity.csv")] {
        // One that would be carried out, and one whose page would be shown again.
        for form in [contact_on(&format!("/a/{ACCOUNT}/{path}")), format!("return_to=/a/{ACCOUNT}/{path}")] {
            let before = portal.changes().await;
            let reply = portal.send(post("/fn/contacts/save", &form)).await;
            assert_eq!((reply.status, reply.header("content-disposition")), (StatusCode::BAD_REQUEST, ""), "{path}");
            assert_eq!(portal.changes().await, before, "{path}");
        }
    }
}

#[tokio::test]
async fn a_name_that_begins_like_a_formula_is_text_in_the_file() {
    let portal = TestPortal::new().await;
    let added = contact_on("/me").replace("Zo%C3%AB", "%3D1%2B1");
    let reply = portal.send(post("/fn/contacts/save", &added)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    let csv = open(&portal, &format!("/a/{ACCOUNT}/activity.csv?topic=people"), &OWNER).await.body;
    assert!(
        csv.starts_with("\u{feff}\"Time (UTC)\",\"Who\",\"Email\",\"Event\",\"Kind\",\"About\",\"Changes\"\r\n"),
        "{csv}"
    );
    let newest = csv.lines().nth(1).unwrap();
    assert!(newest.contains(",\"contact_added\",\"'=1+1"), "{newest}");
    let json = open(&portal, &format!("/a/{ACCOUNT}/activity.json?person=%3D1%2B1"), &OWNER).await.body;
    let log: Value = serde_json::from_str(&json).unwrap();
    let events = log["events"].as_array().unwrap();
    assert_eq!(events.len(), 1, "{json}");
    assert_eq!((&events[0]["kind"], &log["more"]), (&Value::from("contact_added"), &Value::from(false)));
    let none = open(&portal, &format!("/a/{ACCOUNT}/activity.json?to=1999-12-31"), &OWNER).await.body;
    assert_eq!(serde_json::from_str::<Value>(&none).unwrap()["events"], Value::Array(Vec::new()));
}
