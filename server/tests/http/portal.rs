//! The portal of a test, and requests to it.

pub use crate::demo::ACCOUNT;
pub use crate::harness::{Reply, build};

use crate::demo::{self, Demo, NOW, OWNER};
use crate::faulty::{Fault, Faulty};
use crate::harness;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use domain::error::PortalError;
use domain::live::Position;
use domain::time::Timestamp;
use server::clock::Clock;
use server::console;
use server::events::Pace;
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use server::site::Site;
use sqlx::SqliteConnection;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tempfile::TempDir;

/// The portal of a test: the real one, with the demo data in a database of its own.
pub struct TestPortal {
    pub router: Router,
    /// What they share.
    pub site: Arc<Site>,
    fault: Arc<Mutex<Option<Fault>>>,
    data: TempDir,
    dist: TempDir,
    begun_with: i64,
}

impl TestPortal {
    /// With the default settings.
    pub async fn new() -> Self {
        Self::with("", Arguments::default()).await
    }

    /// With the outbox of a demonstration.
    pub async fn demo() -> Self {
        Self::with("", Arguments { demo: true, ..Arguments::default() }).await
    }

    /// With settings.
    pub async fn with(file: &str, arguments: Arguments) -> Self {
        let file = Some(("portico.toml".to_owned(), file.to_owned()));
        Self::of(Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap()).await
    }

    /// With settings that were read.
    pub async fn of(settings: Settings) -> Self {
        Self::open(settings, Arc::new(|| NOW), Pace::default(), console::Pace::default()).await
    }

    /// One that tells open tabs of changes, and whose clock goes.
    pub async fn with_live_feed(pace: Pace) -> Self {
        let settings = Settings::from_sources(Sources::default()).unwrap();
        Self::living(settings, pace, console::Pace::default()).await
    }

    /// The same with a demo driver whose machines have this screen.
    pub async fn with_screen(screen: SocketAddr, pace: console::Pace) -> Self {
        let file = format!("[[driver]]\nkind = \"demo\"\nname = \"demo\"\nconsole = \"{screen}\"");
        let (file, arguments) =
            (Some(("portico.toml".to_owned(), file)), Arguments { demo: true, ..Arguments::default() });
        let settings = Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap();
        Self::living(settings, Pace::default(), pace).await
    }

    async fn living(settings: Settings, pace: Pace, console_pace: console::Pace) -> Self {
        let begun = Instant::now();
        let clock = move || Timestamp(NOW.0 + i64::try_from(begun.elapsed().as_millis()).unwrap());
        let portal = Self::open(settings, Arc::new(clock), pace, console_pace).await;
        let feed = portal.site.portal.feed.clone();
        tokio::spawn(async move { feed.run(std::future::pending()).await });
        portal
    }

    async fn open(mut settings: Settings, clock: Clock, pace: Pace, console_pace: console::Pace) -> Self {
        let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
        Demo::write(data.path());
        data.path().clone_into(&mut settings.portal.data);
        let fault = Arc::new(Mutex::new(None));
        let mut site = harness::open(&settings, dist.path(), clock, |portal| {
            let real = Arc::clone(&portal.ports.contacts);
            portal.ports.contacts = Arc::new(Faulty { real, fault: Arc::clone(&fault) });
        })
        .await;
        (site.pace, site.console_pace) = (pace, console_pace);
        let site = Arc::new(site);
        let mut portal = Self { router: router(Arc::clone(&site)), site, fault, data, dist, begun_with: 0 };
        portal.begun_with = portal.changes().await;
        portal
    }

    /// How many changes were made.
    pub async fn changes(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM audit").await - self.begun_with
    }

    /// The latest change that concerns the owner.
    pub async fn told(&self) -> Position {
        let owner = "SELECT COALESCE(MAX(e.number), 0) FROM live_events e JOIN persons p ON p.id = e.person_id \
                     WHERE p.email = 'owner@demo.example'";
        Position(self.number(owner).await)
    }

    async fn number(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(&mut self.database().await).await.unwrap()
    }

    /// The database, for a look behind the portal.
    pub async fn database(&self) -> SqliteConnection {
        demo::database(self.data.path()).await
    }

    /// Changes the database behind the portal's back.
    pub async fn execute(&self, statement: &'static str) {
        sqlx::query(statement).execute(&mut self.database().await).await.unwrap();
    }

    /// Changes what everybody on the account is told of.
    pub async fn change_rules(&self) {
        let body = format!(
            "return_to=/&acting[account]={ACCOUNT}&change[submission]={}&change[roles][]=visitation\
             &change[roles][]=billing",
            submission()
        );
        let reply = self.send(post_with("/fn/rules/set_hand_out", &[("accept", "application/json")], &body)).await;
        assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    }

    /// What saving a contact, or viewing as one, shall fail with.
    pub fn fail_saving_with(&self, error: PortalError) {
        self.fail(move || Err(error.clone()));
    }

    /// Makes saving a contact panic.
    pub fn panic_when_saving(&self) {
        self.fail(|| panic!("a secret in a panic: {}", "hunter2"));
    }

    fn fail(&self, fault: impl Fn() -> Result<(), PortalError> + Send + Sync + 'static) {
        *self.fault.lock().unwrap() = Some(Arc::new(fault));
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

/// A page, as a browser asks for it.
pub fn get(path: &str) -> Request<Body> {
    build(Method::GET, path, &[("accept", "text/html,application/xhtml+xml")], "")
}

/// A form of our own, posted by the owner's browser.
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

/// A submission that no form had before.
pub fn submission() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    format!("00000000-0000-7000-8000-{:012x}", COUNT.fetch_add(1, Ordering::SeqCst))
}

/// The page with the form that adds a contact.
pub fn adding() -> String {
    format!("/a/{ACCOUNT}/contacts/new")
}

/// The body of a form that adds a contact, standing on `page`.
pub fn contact_on(page: &str) -> String {
    format!(
        "return_to={page}&acting%5Baccount%5D={ACCOUNT}&change%5Bsubmission%5D={}&change%5Bfirst_name%5D=Zo%C3%AB\
         &change%5Blast_name%5D=Typed&change%5Bemail%5D=zoe%40example.com\
         &change%5Bpassword%5D=hunter2-plumber-orbit-lantern",
        submission()
    )
}
