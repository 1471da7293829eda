//! The database that every test's portal begins with: the demo data and a few sessions, made once.

use crate::harness::{self, Reply, build};
use axum::Router;
use axum::http::Method;
use domain::time::Timestamp;
use import::{DEMO_PASSWORD, import_from, load_demo};
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use sqlx::{Connection as _, SqliteConnection};
use std::fmt;
use std::net::Ipv4Addr;
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::{fs, thread};
use tokio::runtime::Runtime;

/// When everything happens.
pub const NOW: Timestamp = Timestamp(1_800_000_000_000);
/// The password of everybody.
pub const PASSWORD: &str = DEMO_PASSWORD;

/// The account of the demo.
pub static ACCOUNT: Made = Made(|demo| &demo.account);
/// The token of the owner's session.
pub static OWNER: Made = Made(|demo| &demo.owner);
/// The token of a session of the owner that has ended.
pub static OVER: Made = Made(|demo| &demo.over);
/// The token of somebody who must choose an own password first.
pub static NEWCOMER: Made = Made(|demo| &demo.newcomer);

/// A text of the demo, to be used like any other.
pub struct Made(fn(&'static Demo) -> &'static str);

impl Deref for Made {
    type Target = str;

    fn deref(&self) -> &str {
        (self.0)(&DEMO)
    }
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

static DEMO: LazyLock<Demo> = LazyLock::new(|| {
    // With a runtime of its own: whoever needs it first is in one.
    thread::spawn(|| Runtime::new().unwrap().block_on(Demo::make())).join().unwrap()
});

/// The database as a file, and what is in it.
pub struct Demo {
    database: Vec<u8>,
    account: String,
    owner: String,
    over: String,
    newcomer: String,
}

impl Demo {
    /// Writes the database into a data folder.
    pub fn write(data: &Path) {
        fs::write(data.join("portico.db"), &DEMO.database).unwrap();
    }

    async fn make() -> Self {
        let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
        let arguments = Arguments { data: Some(data.path().to_owned()), ..Arguments::default() };
        let settings = Settings::from_sources(Sources { arguments, ..Sources::default() }).unwrap();
        let site = harness::open(&settings, dist.path(), Arc::new(|| NOW), |_| {}).await;
        let portal = Arc::clone(&site.portal);
        load_demo(&portal, NOW).await.unwrap();
        let mut database = database(data.path()).await;
        let hash: String = sqlx::query_scalar("SELECT password_hash FROM persons WHERE email = 'owner@demo.example'")
            .fetch_one(&mut database)
            .await
            .unwrap();
        let newcomer = newcomer(&hash);
        import_from(&portal, "newcomer.jsonl", newcomer.as_bytes(), newcomer.len() as u64, NOW, &mut |_| {})
            .await
            .unwrap();
        let account: String = sqlx::query_scalar("SELECT id FROM accounts WHERE external_id = 'demo:hosting'")
            .fetch_one(&mut database)
            .await
            .unwrap();
        let router = router(Arc::new(site));
        let over = sign_in(&router, "owner").await;
        post(&router, "/fn/people/sign_out", &over, "return_to=/").await;
        let (owner, newcomer) = (sign_in(&router, "owner").await, sign_in(&router, "newcomer").await);
        portal.close().await;
        // Everything is in the one file then.
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut database).await.unwrap();
        database.close().await.unwrap();
        let database = fs::read(data.path().join("portico.db")).unwrap();
        Self { database, account, owner, over, newcomer }
    }
}

/// A look behind the portal of this data folder.
pub async fn database(data: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", data.join("portico.db").display())).await.unwrap()
}

/// Somebody whose password was set by somebody else, as they are imported.
fn newcomer(hash: &str) -> String {
    let person = serde_json::json!({"type": "person", "id": "http:newcomer", "email": "newcomer@demo.example",
        "first_name": "Nina", "last_name": "Neu", "password_hash": hash, "password_by": "other", "verified": true});
    let contact = serde_json::json!({"type": "contact", "id": "http:newcomer", "account": "demo:hosting",
        "person": "http:newcomer", "state": "active"});
    format!("{person}\n{contact}\n")
}

async fn sign_in(router: &Router, name: &str) -> String {
    let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
    let reply = post(router, "/fn/people/sign_in", "", &form).await;
    session(&reply).unwrap_or_else(|| panic!("{name} signs in: {reply:?}"))
}

async fn post(router: &Router, path: &str, session: &str, form: &str) -> Reply {
    let cookie = format!("__Host-portico={session}");
    let headers = [
        ("accept", "application/json"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie.as_str()),
    ];
    harness::send(router, build(Method::POST, path, &headers, form), Ipv4Addr::LOCALHOST).await
}

/// The token of the session that an answer begins.
pub fn session(reply: &Reply) -> Option<String> {
    let mut cookies = reply.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let token = cookies.find_map(|cookie| cookie.split(';').next()?.strip_prefix("__Host-portico="))?;
    Some(token.to_owned()).filter(|token| !token.is_empty())
}
