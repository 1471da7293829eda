//! Pages: complete, with the right status, whatever the address holds.

use crate::demo::{NEWCOMER, OWNER};
use crate::headers::pages;
use crate::portal::{ACCOUNT, TestPortal, build};
use axum::http::{Method, StatusCode};
use server::settings::Arguments;

/// Nothing comes later, and nothing is there twice: no data for a program, no marks of where parts meet.
#[tokio::test]
async fn every_page_is_one_complete_document() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    let mut documents = 0;
    for path in pages() {
        for cookie in ["", &cookie] {
            let reply =
                portal.send(build(Method::GET, &path, &[("accept", "text/html"), ("cookie", cookie)], "")).await;
            if reply.status.is_redirection() {
                assert_eq!(reply.body, "", "{path}");
                continue;
            }
            documents += 1;
            let html = &reply.body;
            assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"), "{path}: {html}");
            for part in ["<html", "</head>", "<body", "<script", "</html>"] {
                assert_eq!(html.matches(part).count(), 1, "{path}: {part}");
            }
            for mark in ["<!>", "<!--", "data-hk", "__RESOLVED", "__INCOMPLETE", "__SERIALIZED"] {
                assert!(!html.contains(mark), "{path}: {mark}");
            }
        }
    }
    assert!(documents > 20, "{documents} documents");
}

#[tokio::test]
async fn an_unknown_cookie_is_nobody() {
    let portal = TestPortal::new().await;
    let plain = format!("portico={OWNER}");
    for cookie in ["", "__Host-portico=unknown", "__Host-portico=%00", &plain] {
        let reply = portal.send(build(Method::GET, "/me/security", &[("cookie", cookie)], "")).await;
        assert!(reply.status == StatusCode::FOUND && reply.header("location").starts_with("/sign-in"), "{cookie}");
    }
    let cookie = format!("__Host-portico={NEWCOMER}");
    let reply = portal.send(build(Method::GET, "/me/security", &[("cookie", &cookie)], "")).await;
    assert_eq!(reply.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_that_does_not_exist_is_not_found() {
    let portal = TestPortal::new().await;
    for path in ["/nowhere", "/sign-in/x", "/a", "/me/nobody", "/fnord", "/dev", "/index.html", "/.env"] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert!(reply.body.contains("<html"), "{path}");
    }
}

#[tokio::test]
async fn a_page_that_does_not_exist_keeps_the_menu_of_whoever_is_signed_in() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    let open = async |path: &str, cookie: &str| {
        portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", cookie)], "")).await
    };
    let (services, accounts) = (format!("href=\"/a/{ACCOUNT}/services\""), "href=\"/accounts\"");
    for (below, menu) in [
        (format!("/a/{ACCOUNT}/nowhere"), &*services),
        (format!("/a/{ACCOUNT}/contacts/new/nowhere"), &*services),
        // Neither a view that is none nor an account of nobody's has one.
        (format!("/a/{ACCOUNT}/as/nobody/nowhere"), accounts),
        (format!("/a/{ACCOUNT}/as"), accounts),
        ("/a/0192d3f0-7a5c-7cc0-8a61-00000000dead/nowhere".to_owned(), accounts),
        ("/a/nobody/nowhere".to_owned(), accounts),
        ("/nowhere".to_owned(), accounts),
    ] {
        let reply = open(&below, &cookie).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{below}");
        let nav = reply.body.split("id=\"shell-menu\"").nth(1).unwrap_or_else(|| panic!("{below}: no menu"));
        assert!(nav.split("</nav>").next().unwrap().contains(menu), "{below}: {nav}");
        assert_eq!(nav.contains(&*services), menu == services, "{below}");
    }
    let nobody = open(&format!("/a/{ACCOUNT}/nowhere"), "").await;
    assert!(nobody.status == StatusCode::FOUND && nobody.header("location").starts_with("/sign-in"), "{nobody:?}");
    assert!(!open("/nowhere", "").await.body.contains("shell-menu"));
}

/// Each area that has no function yet, with its words in both languages.
#[tokio::test]
async fn areas_without_a_function_lead_to_the_provider_s_own_or_to_support() {
    let set = "support_email = 'help@hosting.example'\n[areas]\norders = 'https://shop.hosting.example/new?a=b'\n\
               data_center = 'mailto:visits@hosting.example'";
    let portal = TestPortal::with(set, Arguments::default()).await;
    let cookie = format!("__Host-portico={OWNER}");
    for (area, href, place, words) in [
        ("tickets", "mailto:help@hosting.example", "help@hosting.example", ["Contact support", "Support kontaktieren"]),
        ("data-center", "mailto:visits@hosting.example", "visits@hosting.example", ["Plan a visit", "Besuch planen"]),
        ("orders", "https://shop.hosting.example/new?a=b", "shop.hosting.example", ["Order now", "Jetzt bestellen"]),
    ] {
        for (language, words) in ["en", "de"].into_iter().zip(words) {
            let headers = [("accept", "text/html"), ("accept-language", language), ("cookie", &*cookie)];
            let reply = portal.send(build(Method::GET, &format!("/a/{ACCOUNT}/{area}"), &headers, "")).await;
            assert_eq!(reply.status, StatusCode::OK, "{area}");
            let main = reply.body.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
            assert!(main.contains(&format!("href=\"{href}\"")) && main.contains(place), "{area}: {main}");
            assert!(main.contains(words), "{area} {language}: {main}");
        }
    }
}

#[tokio::test]
async fn imprint_privacy_and_terms_stand_in_the_foot_of_every_page() {
    let set = "[links]\nimprint = 'https://hosting.example/imprint'\nprivacy = 'mailto:dpo@hosting.example'";
    let portal = TestPortal::with(set, Arguments::default()).await;
    let cookie = format!("__Host-portico={OWNER}");
    for (path, cookie) in [("/sign-in", ""), ("/nowhere", ""), ("/me", &*cookie), ("/accounts", &*cookie)] {
        for (language, words) in [("en", ["Imprint", "Privacy"]), ("de", ["Impressum", "Datenschutz"])] {
            let headers = [("accept", "text/html"), ("accept-language", language), ("cookie", cookie)];
            let html = portal.send(build(Method::GET, path, &headers, "")).await.body;
            for (href, word) in ["https://hosting.example/imprint", "mailto:dpo@hosting.example"].iter().zip(words) {
                assert!(html.contains(&format!("<a href=\"{href}\">{word}</a>")), "{path} {language}: {html}");
            }
            assert!(!html.contains(">Terms<") && !html.contains(">AGB<"), "{path}");
        }
    }
    let plain = TestPortal::new().await.get("/sign-in").await.body;
    assert!(!plain.contains("auth-legal"), "{plain}");
}

#[tokio::test]
async fn odd_addresses_do_no_harm() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    for path in [
        "/%00",
        "/%ff%fe",
        "/%",
        "/%zz",
        "//evil.example",
        "//evil.example/x",
        "/a/%2e%2e/%2f",
        "/a/not-an-id/contacts",
        "/sign-in?next=%ff",
        "/sign-in?next=//evil.example",
        "/sign-in?%=%&&&===",
        "/sign-in?next=%0d%0aset-cookie:%20x=y",
        "/reset/%F0%9F%92%A9",
        "/*",
        "/{account}",
        "/:account",
    ] {
        let reply = portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await;
        assert_ne!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(!reply.header("location").contains("evil.example"), "{path}");
        assert!(!reply.header("set-cookie").contains("x=y"), "{path}");
    }
}

#[tokio::test]
async fn the_page_speaks_the_browsers_language() {
    let portal = TestPortal::new().await;
    for (wish, language) in [("de-AT,de;q=0.9,en;q=0.5", "de"), ("en", "en"), ("fr", "en")] {
        let reply = portal.send(build(Method::GET, "/sign-in", &[("accept-language", wish)], "")).await;
        assert!(reply.body.contains(&format!("lang=\"{language}\"")), "{wish}");
        assert!(reply.header("vary").contains("accept-language"));
    }
}

#[tokio::test]
async fn pages_name_the_bundle() {
    let reply = TestPortal::new().await.get("/sign-in").await;
    for file in ["/pkg/client.00.js", "/pkg/client.00.wasm", "/pkg/rights.00.js", "/pkg/portico.00.css"] {
        assert!(reply.body.contains(file), "{file}");
    }
}

#[tokio::test]
async fn pages_are_compressed_on_the_way() {
    let portal = TestPortal::new().await;
    let reply = portal.send(build(Method::GET, "/sign-in", &[("accept-encoding", "br")], "")).await;
    assert_eq!(reply.header("content-encoding"), "br");
    assert!(reply.header("vary").contains("accept-encoding") || reply.headers.get_all("vary").iter().count() > 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_do_not_hang_when_many_are_asked_for() {
    let portal = std::sync::Arc::new(TestPortal::new().await);
    let path = format!("/a/{ACCOUNT}/services");
    let mut asking = tokio::task::JoinSet::new();
    for at in 0..8 {
        let (portal, path) = (std::sync::Arc::clone(&portal), path.clone());
        asking.spawn(async move {
            for _ in 0..50 {
                let asked = tokio::time::timeout(std::time::Duration::from_secs(20), portal.get(&path)).await;
                assert!(asked.is_ok(), "{at} waits for ever");
            }
        });
    }
    asking.join_all().await;
}

#[test]
fn the_documented_proxy_writes_down_no_token() {
    let document = include_str!("../../../docs/operations.md");
    let with_tokens: Vec<String> = app::routes()
        .iter()
        .filter_map(|route| route.path.split_once("{token}").map(|(before, _)| before.to_owned()))
        .collect();
    assert!(with_tokens.len() >= 3, "{with_tokens:?}");
    for before in with_tokens {
        assert!(document.contains(&format!("\n    ~^{before} ")), "{before} is not left out of the proxy's log");
    }
    assert!(document.contains("access_log /var/log/nginx/portico.log portico;"));
}

/// Whether the menu has the entry that leads to `href` as the current one.
fn is_current(html: &str, href: &str) -> bool {
    let link = html.split("<a ").find(|link| link.contains("shell-link") && link.contains(&format!("href=\"{href}\"")));
    link.and_then(|link| link.split('>').next()).expect("the entry is there").contains("aria-current=\"page\"")
}

#[tokio::test]
async fn each_tab_of_a_section_has_its_entry_as_the_current_one() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={OWNER}");
    let people = format!("/a/{ACCOUNT}/contacts");
    for (page, expected) in [
        ("contacts", true),
        ("requests", true),
        ("notifications", true),
        ("rules", true),
        ("owners", true),
        ("activity", false),
        ("settings", false),
    ] {
        let path = format!("/a/{ACCOUNT}/{page}");
        let reply = portal.send(build(Method::GET, &path, &[("cookie", &cookie)], "")).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert_eq!(is_current(&reply.body, &people), expected, "{path}");
    }
}
