//! The portal of a test, and requests to it.

use crate::fake::{Fake, OWNER};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use domain::time::Timestamp;
use http_body_util::BodyExt as _;
use server::assets::Files;
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use server::site::Site;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Some account.
pub const ACCOUNT: &str = "0192d3f0-7a5c-7cc0-8a61-0000000000a1";

/// The portal of a test.
pub struct TestPortal {
    /// Its routes.
    pub router: Router,
    /// Its use-cases.
    pub fake: Arc<Fake>,
    dist: TempDir,
}

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
}

impl TestPortal {
    /// With the default settings.
    pub fn new() -> Self {
        Self::with("", Arguments::default())
    }

    /// With demo data.
    pub fn demo() -> Self {
        Self::with("", Arguments { demo: true, ..Arguments::default() })
    }

    /// With settings.
    pub fn with(file: &str, arguments: Arguments) -> Self {
        let file = Some(("portico.toml".to_owned(), file.to_owned()));
        let settings = Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap();
        let dist = dist();
        let mut files = Files::in_directory(dist.path()).unwrap();
        if let Some(address) = &settings.provider.logo {
            files = files.with_logo(&dist.path().join("favicon.svg"), address).unwrap();
        }
        let fake = Arc::new(Fake::default());
        let public_url = settings.public_url(settings.listen);
        let clock = Arc::new(|| Timestamp(1_800_000_000_000));
        let site = Site::new(&settings, public_url, fake.backend(), files, clock);
        Self { router: router(Arc::new(site)), fake, dist }
    }

    /// The file of the bundle.
    pub fn bundled(&self, path: &str) -> String {
        fs::read_to_string(self.dist.path().join(path)).unwrap()
    }

    /// Sends a request.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let mut request = request;
        let peer = SocketAddr::from((Ipv4Addr::new(192, 0, 2, 1), 50_000));
        request.extensions_mut().insert(server::client::Peer(peer));
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Reply { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// Goes to a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(get(path)).await
    }
}

/// A bundle as small as it gets.
fn dist() -> TempDir {
    let dist = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| {
        let file = dist.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    };
    write("pkg/portico.00.js", "js");
    write("pkg/portico.00.js.br", "js as br");
    write("pkg/portico.00.js.gz", "js as gz");
    write("pkg/portico.00.wasm", "wasm");
    write("pkg/portico.00.css", "css");
    write("favicon.svg", "<svg/>");
    write("robots.txt", "User-agent: *");
    write("unlisted.txt", "not in the manifest");
    write(
        "manifest.json",
        r#"{"js": "pkg/portico.00.js", "wasm": "pkg/portico.00.wasm", "css": "pkg/portico.00.css", "files": {
            "pkg/portico.00.js": {"size": 2, "type": "text/javascript; charset=utf-8", "hash": "00", "br": 8, "gz": 8},
            "pkg/portico.00.wasm": {"size": 4, "type": "application/wasm", "hash": "01"},
            "pkg/portico.00.css": {"size": 3, "type": "text/css; charset=utf-8", "hash": "02"},
            "favicon.svg": {"size": 6, "type": "image/svg+xml", "hash": "03"},
            "robots.txt": {"size": 13, "type": "text/plain; charset=utf-8", "hash": "04"}}}"#,
    );
    dist
}

/// A step to a page, as a browser takes it.
pub fn get(path: &str) -> Request<Body> {
    build(Method::GET, path, &[("accept", "text/html")], "")
}

/// A form of our own, posted without JavaScript by the owner.
pub fn post(path: &str, body: &str) -> Request<Body> {
    post_with(path, &[], body)
}

/// The same with more headers, or with others in the place of these.
pub fn post_with(path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let cookie = format!("__Host-portico={OWNER}");
    let mut all = vec![
        ("accept", "text/html,application/xhtml+xml"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie.as_str()),
    ];
    all.retain(|(name, _)| headers.iter().all(|(other, _)| other != name));
    all.extend(headers.iter().filter(|(_, value)| !value.is_empty()));
    build(Method::POST, path, &all, body)
}

/// Any request for the host of the tests.
pub fn build(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).header("host", "localhost:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

/// The body of a form that adds a contact, standing on `page`.
pub fn contact_on(page: &str) -> String {
    format!(
        "return_to={page}&acting%5Baccount%5D={ACCOUNT}&change%5Bfirst_name%5D=Zo%C3%AB&change%5Blast_name%5D=Typed\
         &change%5Bemail%5D=zoe%40example.com&change%5Bpassword%5D=hunter2hunter2"
    )
}
