//! The portal of a test, and requests to it.

pub use crate::harness::{Reply, build};

use crate::fake::{Fake, OWNER};
use crate::harness;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use domain::time::Timestamp;
use server::assets::Files;
use server::events::places::Places;
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use server::site::Site;
use std::fs;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tempfile::TempDir;

/// Some account.
pub const ACCOUNT: &str = "0192d3f0-7a5c-7cc0-8a61-0000000000a1";

pub struct TestPortal {
    pub router: Router,
    pub fake: Arc<Fake>,
    pub places: Arc<Places>,
    dist: TempDir,
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
        Self::of(&Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap())
    }

    /// With settings that were read.
    pub fn of(settings: &Settings) -> Self {
        let dist = harness::bundle();
        let mut files = Files::in_directory(dist.path()).unwrap();
        if let Some(address) = &settings.portal.provider.logo {
            files = files.with_logo(&dist.path().join("favicon.svg"), address).unwrap();
        }
        let fake = Arc::new(Fake::default());
        let public_url = settings.public_url(settings.listen);
        let clock = Arc::new(|| Timestamp(1_800_000_000_000));
        let site = Site::new(settings, public_url, fake.backend(), files, clock);
        let places = Arc::clone(&site.places);
        Self { router: router(Arc::new(site)), fake, places, dist }
    }

    /// The file of the bundle.
    pub fn bundled(&self, path: &str) -> String {
        fs::read_to_string(self.dist.path().join(path)).unwrap()
    }

    /// Sends a request.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        harness::send(&self.router, request, Ipv4Addr::new(192, 0, 2, 1)).await
    }

    /// Goes to a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(get(path)).await
    }
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

/// The body of a form that adds a contact, standing on `page`.
pub fn contact_on(page: &str) -> String {
    format!(
        "return_to={page}&acting%5Baccount%5D={ACCOUNT}&change%5Bfirst_name%5D=Zo%C3%AB&change%5Blast_name%5D=Typed\
         &change%5Bemail%5D=zoe%40example.com&change%5Bpassword%5D=hunter2hunter2"
    )
}
