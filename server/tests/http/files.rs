//! The bundle and the files of the brand: only what is listed, compressed as asked for, kept by browsers.

use crate::portal::{TestPortal, build};
use axum::http::{Method, StatusCode};
use server::assets::{BrandFile, Files};
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

const BRAND: &str = "[brand]\nlogo = 'any.svg'\nlogo_wide = 'wide.png'\nlogo_dark = 'dark.png'\n\
    favicon = 'icon.ico'\nfont = 'font.woff2'\ncolour = '#ff5a00'";

#[tokio::test]
async fn the_files_of_the_brand_are_what_they_are_and_can_do_nothing() {
    let portal = TestPortal::with(BRAND, Arguments::default()).await;
    for (path, kind) in [
        ("/brand/logo.svg", "image/svg+xml"),
        ("/brand/logo-wide.png", "image/png"),
        ("/brand/logo-dark.png", "image/png"),
        ("/brand/favicon.ico", "image/x-icon"),
        ("/brand/font.woff2", "font/woff2"),
    ] {
        let reply = portal.get(path).await;
        assert_eq!((reply.status, reply.header("content-type")), (StatusCode::OK, kind), "{path}");
        assert!(reply.header("content-security-policy").ends_with("sandbox"), "{path}");
        // The logo stands in mails too, which others show.
        assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin", "{path}");
        assert_eq!(TestPortal::new().await.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn pages_show_the_brand() {
    let portal = TestPortal::with(BRAND, Arguments::default()).await;
    let reply = portal.get("/sign-in").await;
    let html = &reply.body;
    assert!(html.contains("<link rel=\"icon\" href=\"/brand/favicon.ico\" type=\"image/x-icon\""), "{html}");
    // The wide logo stands in place of the name, once for each theme; the square one is not needed.
    for part in ["wide.png\" alt=\"Portico\"", "dark.png\" alt=\"Portico\"", "shell-logo-wide in-light", "wide in-dark"]
    {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("/brand/logo.svg") && !html.contains("<span>Portico</span>"), "{html}");
    let style = html.split("<style").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    assert!(style.contains(&format!("nonce=\"{}\"", reply.nonce())), "{style}");
    assert!(
        style.contains("src: url(/brand/font.woff2);") && style.contains("--brand: light-dark(#ff5a00, "),
        "{style}"
    );
    assert!(!style.contains('&'), "{style}");

    // The browser's program keeps the head it has; a style in what it reads would be refused, and told of.
    let step = portal.send(build(Method::GET, "/sign-in", &[("accept", "text/html")], "")).await.body;
    assert!(step.contains("</head>") && !step.contains("<style"), "{step}");

    let plain = TestPortal::new().await.get("/sign-in").await.body;
    assert!(plain.contains("href=\"/favicon.svg\"") && plain.contains("<span>Portico</span>"), "{plain}");
    assert!(!plain.contains("<style") && !plain.contains("<img"), "{plain}");
}

#[test]
fn a_file_that_is_no_font_or_is_too_large_stops_the_start_with_its_key() {
    let dist = crate::harness::bundle();
    let serve = |key, name: &str, content: &[u8]| {
        let file = dist.path().join(name);
        std::fs::write(&file, content).unwrap();
        let brand = BrandFile { key, file, address: format!("/brand/{name}") };
        Files::in_directory(dist.path()).unwrap().with_brand(&[brand]).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(serve("brand.font", "a.woff2", b"wOF2"), Ok(()));
    let told = serve("brand.font", "b.woff2", b"OTTO").unwrap_err();
    assert!(told.starts_with("brand.font: ") && told.ends_with("it is no WOFF2 file"), "{told}");
    let told = serve("brand.logo_wide", "c.png", &vec![0; 262_145]).unwrap_err();
    assert!(told.starts_with("brand.logo_wide: ") && told.ends_with("at most 262144 bytes"), "{told}");
}
