//! The real portal with the demo data and a few people more, in process. It is filled once; each test has a copy of what is
//! on its disk then, and so has each row of the matrix.

use crate::arrivals::{self, Colleague, Kind};
use crate::harness::{self, Reply, build};
use crate::people::{Cookie, Person, everybody};
use crate::reference::{Place, Whom};
use crate::rows::{Form, NOTHING, form};
use axum::Router;
use axum::http::{Method, StatusCode};
use domain::contact::BulkOutcome;
use domain::id::ServiceId;
use domain::status::AccountStatus;
use domain::time::Timestamp;
use import::{DEMO_PASSWORD, import_from, load_demo};
use portal::Opened;
use serde_json::{Value, json};
use server::router::router;
use server::settings::{Arguments, Settings, Sources};
use sqlx::{Connection as _, SqliteConnection};
use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::sync::OnceCell;

pub const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// What all worlds are copies of.
static FILLED: OnceCell<Filled> = OnceCell::const_new();

struct Filled {
    database: Vec<u8>,
    cast: Cast,
}

/// Who is there.
#[derive(Debug, Clone, Default)]
struct Cast {
    people: Vec<Person>,
    /// Accounts, contacts and services by their names in what was imported.
    ids: HashMap<String, String>,
    /// By a person's name.
    cookies: HashMap<&'static str, String>,
    /// Of everybody's password.
    hash: String,
    requests: u32,
}

/// The portal of a test.
pub struct World {
    pub people: Vec<Person>,
    pub status: AccountStatus,
    pub portal: Arc<Opened>,
    pub database: SqliteConnection,
    router: Router,
    cast: Cast,
    arrived: usize,
    folders: [TempDir; 2],
}

impl World {
    /// With the demo account in this status.
    pub async fn open(status: AccountStatus) -> Self {
        Self::open_with(status, "").await
    }

    /// The same with settings of the provider's.
    pub async fn open_with(status: AccountStatus, settings: &str) -> Self {
        let filled = FILLED.get_or_init(Self::filled).await;
        let data = tempfile::tempdir().unwrap();
        std::fs::write(data.path().join("portico.db"), &filled.database).unwrap();
        let mut world = Self::on(data, settings, filled.cast.clone()).await;
        world.set_status(status).await;
        world
    }

    async fn on(data: TempDir, settings: &str, cast: Cast) -> Self {
        let dist = harness::bundle();
        let arguments = Arguments { demo: true, data: Some(data.path().to_owned()), ..Arguments::default() };
        // Invitations are accepted by everybody. The clock stands still here, and a few people do everything there is.
        let file =
            format!("registered_people = \"after_acceptance\"\n{settings}\n[limits]\nwrites_per_minute = 1_000_000\n");
        let file = Some(("portico.toml".to_owned(), file));
        let settings = Settings::from_sources(Sources { file, arguments, ..Sources::default() }).unwrap();
        let site = harness::open(&settings, dist.path(), Arc::new(|| NOW), |_| {}).await;
        let portal = Arc::clone(&site.portal);
        let file = data.path().join("portico.db");
        let database = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
        Self {
            people: cast.people.clone(),
            status: AccountStatus::Active,
            portal,
            database,
            router: router(Arc::new(site)),
            cast,
            arrived: 0,
            folders: [data, dist],
        }
    }

    async fn filled() -> Filled {
        let mut world = Self::on(tempfile::tempdir().unwrap(), "", Cast::default()).await;
        load_demo(&world.portal, NOW).await.unwrap();
        world.fill().await;
        world.portal.close().await;
        let database = world.bytes().await;
        Filled { database, cast: Cast { people: world.people, ..world.cast } }
    }

    /// The database as it is on the disk, once the portal is closed.
    async fn bytes(&mut self) -> Vec<u8> {
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut self.database).await.unwrap();
        assert_eq!(busy, 0, "nobody else writes");
        let [data, _] = &self.folders;
        std::fs::read(data.path().join("portico.db")).unwrap()
    }

    async fn fill(&mut self) {
        self.read_ids().await;
        self.people = everybody(self.web_01());
        self.cast.hash = self.hash_of("owner@demo.example").await;
        let lines = arrivals::all(&self.people, &self.cast.hash);
        self.import(&lines).await;
        self.read_ids().await;
        for person in self.people.clone() {
            if person.cookie != Cookie::None {
                let cookie = self.sign_in(&person).await;
                self.cast.cookies.insert(person.name, cookie);
            }
        }
        let host = self.sign_in_as("host").await;
        self.cast.cookies.insert("host", host);
        self.owner_moves("suspend", &["matrix:suspended".to_owned()]).await;
        let mut deleted = vec!["matrix:removed".to_owned(), "matrix:leaver".to_owned()];
        let standing_by = arrivals::standing_by().filter(|colleague| colleague.kind == Kind::Deleted);
        deleted.extend(standing_by.map(Colleague::name));
        self.owner_moves("delete", &deleted).await;
        self.invite_those_who_wait(NOW).await;
        self.let_everybody_ask().await;
        let viewed = self.viewed().id.to_string();
        let form = form([("acting[account]", &self.id("demo:hosting")), ("change[contact]", &viewed)]);
        let reply = self.call("/fn/contacts/view_as", &self.cookie("viewer"), &form).await;
        assert_eq!(reply.status, StatusCode::OK, "the viewer begins the view: {}", reply.body);
    }

    /// Brings the demo account into a status.
    pub async fn set_status(&mut self, status: AccountStatus) {
        if status != AccountStatus::Active {
            let name = "Demo Hosting GmbH";
            let account = json!({"type": "account", "id": "demo:hosting", "name": name, "status": status.key(),
                "currency": "EUR"});
            self.import(&[account]).await;
        }
        self.status = status;
    }

    /// Imports lines, as an operator does.
    pub async fn import(&self, lines: &[Value]) {
        let text = lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
        let size = text.len() as u64;
        import_from(&self.portal, "matrix.jsonl", text.as_bytes(), size, NOW, &mut |_| {}).await.unwrap();
    }

    /// A new contact on an account, as those are that are there from the beginning; gives its name.
    pub async fn arrive(&mut self, account: &str, whom: Whom, kind: Kind) -> String {
        self.arrived += 1;
        let colleague = Colleague { account, whom, kind, number: self.arrived };
        let lines = colleague.lines(&self.cast.hash);
        self.import(&lines).await;
        self.read_ids().await;
        let name = colleague.name();
        match kind {
            Kind::Deleted => self.owner_moves("delete", std::slice::from_ref(&name)).await,
            Kind::Pending => self.invite_those_who_wait(NOW).await,
            Kind::Active | Kind::Suspended | Kind::CoOwner => {}
        }
        self.let_everybody_ask().await;
        name
    }

    async fn read_ids(&mut self) {
        self.cast.ids = self.imported().await;
    }

    async fn owner_moves(&mut self, to: &str, contacts: &[String]) {
        let ids: Vec<String> = contacts.iter().map(|name| self.id(name)).collect();
        let mut fields = form([("change[to]", to), ("ask", "false")]);
        fields.extend(ids.into_iter().map(|id| ("change[contacts][]".to_owned(), id)));
        let (owner, account) = (self.cookie("owner"), self.id("demo:hosting"));
        let reply = self.does(&owner, &account, "/fn/contacts/move_many", fields).await;
        let outcome: BulkOutcome = serde_json::from_str(&reply.body).unwrap();
        assert_eq!(outcome.done, contacts.len(), "{outcome:?}");
    }

    /// The id of what was imported under a name.
    pub fn id(&self, name: &str) -> String {
        self.cast.ids.get(name).unwrap_or_else(|| panic!("{name} was not imported")).clone()
    }

    /// The service on which one of the people has one operation.
    pub fn web_01(&self) -> ServiceId {
        self.id("demo:web-01").parse().unwrap()
    }

    /// The id of the account in an address.
    pub fn account(&self, place: Place) -> String {
        match place {
            Place::Demo => self.id("demo:hosting"),
            Place::Elsewhere => self.id("demo:elsewhere"),
            Place::Nowhere => NOTHING.to_owned(),
        }
    }

    /// The cookie that somebody has kept, empty for none.
    pub fn cookie(&self, name: &str) -> String {
        self.cast.cookies.get(name).cloned().unwrap_or_default()
    }

    /// Signs in, in a session of its own; gives the cookie.
    pub async fn sign_in(&mut self, person: &Person) -> String {
        self.sign_in_as(person.login).await
    }

    async fn sign_in_as(&mut self, login: &str) -> String {
        let email = format!("{login}@demo.example");
        let form = form([("change[email]", &email), ("change[password]", DEMO_PASSWORD)]);
        let reply = self.call("/fn/people/sign_in", "", &form).await;
        let mut cookies = reply.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
        let session = cookies.find(|cookie| cookie.starts_with("__Host-portico="));
        let session = session.unwrap_or_else(|| panic!("{login} signs in: {}", reply.body));
        session.split(';').next().unwrap_or_default().to_owned()
    }

    /// The id of the session that a cookie belongs to; of none where it can't be told.
    pub async fn session_of(&self, cookie: &str) -> String {
        let (_, token) = cookie.split_once('=').unwrap_or_default();
        let signed_in = self.portal.sessions.look(token, NOW).await.unwrap();
        signed_in.map_or_else(|| NOTHING.to_owned(), |signed_in| signed_in.session.to_string())
    }

    /// A number that no request had before.
    pub const fn number(&self) -> u32 {
        self.cast.requests
    }

    /// The same, and the next one is another.
    pub const fn next_number(&mut self) -> u32 {
        self.cast.requests += 1;
        self.cast.requests
    }

    /// Posts a form on an account, which is done.
    pub async fn does(&mut self, cookie: &str, account: &str, path: &str, fields: Form) -> Reply {
        let submission = format!("00000000-0000-7000-9000-{:012x}", self.number());
        let mut form = form([("acting[account]", account), ("change[submission]", &submission)]);
        form.extend(fields);
        let reply = self.call(path, cookie, &form).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.body);
        reply
    }

    /// Calls a server function, on the first page unless the form names another one.
    pub async fn call(&mut self, path: &str, cookie: &str, form: &Form) -> Reply {
        let headers = [("accept", "application/json"), ("sec-fetch-site", "same-origin"), FORM, ("cookie", cookie)];
        self.send(&Method::POST, path, &headers, &encoded(&on_a_page(form))).await
    }

    /// Goes to a page.
    pub async fn get(&mut self, path: &str, cookie: &str) -> Reply {
        self.send(&Method::GET, path, &[("accept", "text/html"), ("cookie", cookie)], "").await
    }

    /// Sends a request, each from an address of its own: nobody is to be refused for the attempts of others.
    pub async fn send(&mut self, method: &Method, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let from = Ipv4Addr::from(0x0a00_0000 + self.next_number());
        let headers: Vec<_> = headers.iter().copied().filter(|(_, value)| !value.is_empty()).collect();
        harness::send(&self.router, build(method.clone(), path, &headers, body), from).await
    }
}

/// What a form says it is.
pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A form that names a page: the first one, where it names none.
pub fn on_a_page(form: &Form) -> Form {
    let mut form = form.clone();
    if form.iter().all(|(name, _)| name != "return_to") {
        form.push(("return_to".to_owned(), "/".to_owned()));
    }
    form
}

/// A form as it is sent.
pub fn encoded(form: &Form) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish()
}
