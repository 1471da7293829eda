//! Requests to a portal in process, and what comes back: for every test here that speaks HTTP.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use portal::Opened;
use server::assets::{BrandFile, Files};
use server::clock::Clock;
use server::commands::open::{config, drivers};
use server::settings::Settings;
use server::site::Site;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    /// A header's text, empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The nonce of its policy.
    pub fn nonce(&self) -> &str {
        let policy = self.header("content-security-policy");
        policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap()
    }

    /// The value of a hidden input, as a browser would send it.
    pub fn input(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\"");
        let tag = self.body.split("<input").find(|tag| tag.split('>').next().unwrap().contains(&mark));
        let tag = tag.unwrap_or_else(|| panic!("the page has no {name}: {}", self.body));
        let value = tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        unescaped(value)
    }

    /// Whatever a page runs is its own: each script has the nonce, and no attribute holds a script or a style.
    pub fn check_scripts(&self, what: &str) {
        let nonce = format!("nonce=\"{}\"", self.nonce());
        for script in self.body.split("<script").skip(1) {
            assert!(script.split('>').next().unwrap().contains(&nonce), "{what}");
        }
        assert!(!self.body.contains(" style=\"") && !self.body.contains(" onclick="), "{what}");
    }
}

/// What stands in an attribute, as a browser reads it.
pub fn unescaped(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'").replace("&amp;", "&")
}

/// Any request for the host of the tests.
pub fn build(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).header("host", "localhost:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

/// Sends a request, as if from this address.
pub async fn send(router: &Router, mut request: Request<Body>, from: Ipv4Addr) -> Reply {
    request.extensions_mut().insert(server::client::Peer(SocketAddr::from((from, 50_000))));
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Reply { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// The real portal with these settings, to be served with a bundle; `change` has it first.
pub async fn open(settings: &Settings, dist: &Path, clock: Clock, change: impl FnOnce(&mut Opened)) -> Site {
    let public_url = settings.public_url(settings.listen);
    let files = Files::in_directory(dist).unwrap();
    // Whatever file the settings name, one of the bundle is served.
    let of_bundle = |mut brand: BrandFile| {
        brand.file = dist.join(if brand.key == "brand.font" { "font.woff2" } else { "favicon.svg" });
        brand
    };
    let brand: Vec<BrandFile> = settings.brand_files.iter().cloned().map(of_bundle).collect();
    let files = files.with_brand(&brand).unwrap();
    let drivers = |stores| drivers(settings, &public_url, &stores, &clock);
    let mut portal = portal::open(config(settings, &public_url), drivers).await.unwrap();
    change(&mut portal);
    Site::new(settings, public_url, Arc::new(portal), files, clock)
}

/// A bundle as small as it gets.
pub fn bundle() -> TempDir {
    let dist = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| {
        let file = dist.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    };
    write("pkg/client.00.js", "js");
    write("pkg/client.00.js.br", "js as br");
    write("pkg/client.00.js.gz", "js as gz");
    write("pkg/client.00.wasm", "wasm");
    write("pkg/rights.00.js", "rights");
    write("pkg/palette.00.js", "palette");
    write("pkg/console.00.js", "console");
    write("pkg/console.00.css", "console css");
    write("pkg/portico.00.css", "css");
    write("pkg/icons.00.svg", "<svg/>");
    write("favicon.svg", "<svg/>");
    write("robots.txt", "User-agent: *");
    write("font.woff2", "wOF2 and more");
    write("unlisted.txt", "not in the manifest");
    write(
        "manifest.json",
        r#"{"js": "pkg/client.00.js", "wasm": "pkg/client.00.wasm", "rights": "pkg/rights.00.js", "palette": "pkg/palette.00.js", "css": "pkg/portico.00.css", "icons": "pkg/icons.00.svg", "console_js": "pkg/console.00.js", "console_css": "pkg/console.00.css", "files": {
            "pkg/client.00.js": {"size": 2, "type": "text/javascript; charset=utf-8", "hash": "00", "br": 8, "gz": 8},
            "pkg/client.00.wasm": {"size": 4, "type": "application/wasm", "hash": "01"},
            "pkg/rights.00.js": {"size": 6, "type": "text/javascript; charset=utf-8", "hash": "05"},
            "pkg/palette.00.js": {"size": 7, "type": "text/javascript; charset=utf-8", "hash": "07"},
            "pkg/console.00.js": {"size": 7, "type": "text/javascript; charset=utf-8", "hash": "08"},
            "pkg/console.00.css": {"size": 11, "type": "text/css; charset=utf-8", "hash": "09"},
            "pkg/portico.00.css": {"size": 3, "type": "text/css; charset=utf-8", "hash": "02"},
            "pkg/icons.00.svg": {"size": 6, "type": "image/svg+xml", "hash": "06"},
            "favicon.svg": {"size": 6, "type": "image/svg+xml", "hash": "03"},
            "robots.txt": {"size": 13, "type": "text/plain; charset=utf-8", "hash": "04"}}}"#,
    );
    dist
}
