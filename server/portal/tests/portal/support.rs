//! A world for each test: an empty portal on a database of its own, on SQLite and then on PostgreSQL.
//!
//! PostgreSQL is the server that `PORTICO_TEST_POSTGRES` names (a superuser's `postgres://` address); each test makes a
//! database there and drops it. Without the variable that half is left out, unless `PORTICO_TEST_POSTGRES_REQUIRED` is
//! set or this is a `CI`.

pub mod acts;
pub mod behind;
pub mod canaries;
mod canary_rows;
pub mod contacts;
mod database;
mod empty;
pub mod import;
pub mod invitations;
pub mod owners;
mod people;
pub mod ports;
pub mod profile;
pub mod sights;
mod statements;
mod stored;
pub mod zones;

pub use statements::{asked, logged, statements};
pub use stored::{Stored, for_each_stored, for_each_stored_after};

use self::zones::Zones;

use domain::caller::{Caller, Principal};
use domain::dns::NameServer;
use domain::id::{AccountId, RequestId};
use domain::person::People;
use domain::person::{Language, SignIn};
use domain::provider::{Areas, Brand, Links, PeopleWord, Provider, RegisteredPeople, WayToAdd};
use domain::provisioning::Provisioner;
use domain::text::Secret;
use domain::time::Timestamp;
use portal::SentMail;
use portal::{
    Config, DatabaseSettings, Drivers, MailSettings, NewAccount, NotificationSettings, Opened, Origin,
    PasswordSettings, PasswordWork, SessionSettings,
};
use sqlx::{AnyPool, Connection};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// When tests begin: 2026-01-01T00:00:00Z.
pub const START: Timestamp = Timestamp(1_767_225_600_000);
/// When accounts were made: the mails of that are older than those of the test.
pub const BEFORE: Timestamp = START.plus_seconds(-86_400);
/// For how many seconds what people are told waits for more.
pub const DIGEST: i64 = 120;
/// A password that does.
pub const PASSWORD: &str = "plumber orbit lantern moss";
/// Another one.
pub const OTHER_PASSWORD: &str = "velvet tractor umbrella nine";

/// An open portal, and a look behind it.
pub struct World {
    portal: Option<Opened>,
    config: Config,
    drivers: Drivers,
    zones: Arc<Zones>,
    database: AnyPool,
    _folder: TempDir,
}

/// Runs a test on each database.
pub fn for_each_database(test: impl AsyncFn(World)) {
    for_each_database_with(|_| {}, test);
}

/// The same with other settings.
pub fn for_each_database_with(settings: impl Fn(&mut Config), test: impl AsyncFn(World)) {
    eprintln!("on SQLite:");
    let folder = empty::folder();
    let runtime = runtime();
    let mut config = config(folder.path(), None);
    settings(&mut config);
    runtime.block_on(async { test(World::open(config, folder).await).await });
    if let Some(server) = postgres() {
        eprintln!("on PostgreSQL:");
        on_postgres(&server, &settings, &test);
    }
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

fn postgres() -> Option<String> {
    if let Ok(server) = std::env::var("PORTICO_TEST_POSTGRES") {
        return Some(server);
    }
    let required = ["CI", "PORTICO_TEST_POSTGRES_REQUIRED"].iter().any(|name| std::env::var_os(name).is_some());
    assert!(!required, "PORTICO_TEST_POSTGRES names no server to test on");
    eprintln!("NOT on PostgreSQL: PORTICO_TEST_POSTGRES names no server");
    None
}

fn on_postgres(server: &str, settings: &impl Fn(&mut Config), test: &impl AsyncFn(World)) {
    on_database(server, empty::database(server), async |folder, url| {
        let mut config = config(folder.path(), Some(url));
        settings(&mut config);
        test(World::open(config, folder).await).await;
    });
}

/// A database of its own, a copy of this one, dropped in the end.
fn on_database(server: &str, template: &str, test: impl AsyncFn(TempDir, String)) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("portico_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let (address, _) = server.rsplit_once('/').expect("an address with a database");
    let runtime = runtime();
    runtime.block_on(administer(server, format!("CREATE DATABASE {name} TEMPLATE {template}")));
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let folder = tempfile::tempdir().expect("a folder");
        runtime.block_on(test(folder, format!("{address}/{name}")));
    }));
    runtime.block_on(administer(server, format!("DROP DATABASE {name} WITH (FORCE)")));
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

async fn administer(server: &str, statement: String) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server).await.expect("the database answers");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.expect("the statement runs");
    connection.close().await.expect("the connection closes");
}

fn config(data: &Path, database_url: Option<String>) -> Config {
    Config {
        data: data.to_owned(),
        database: DatabaseSettings { url: database_url.map(Secret::new), ..DatabaseSettings::default() },
        public_url: Origin::new("https://portal.example"),
        provider: Provider {
            name: "Portico".to_owned(),
            brand: Brand::default(),
            links: Links::default(),
            areas: Areas::default(),
            people: PeopleWord::Contacts,
            support_email: "help@portal.example".to_owned(),
            language: Language::EN,
            ways_to_add: vec![WayToAdd::AddContact, WayToAdd::InviteUser],
            registered_people: RegisteredPeople::AtOnce,
            restore_days: 30,
            demo: false,
        },
        templates: Vec::new(),
        required: Vec::new(),
        password: PasswordSettings::default(),
        // Tests of wrong passwords need not wait for their answers.
        password_work: PasswordWork { refused_after: Duration::ZERO, ..PasswordWork::of_this_machine() },
        sessions: SessionSettings::default(),
        writes_per_minute: 120,
        mail: MailSettings { from: Some("Portico <noreply@portal.example>".to_owned()), ..MailSettings::default() },
        notifications: NotificationSettings { digest_seconds: DIGEST },
    }
}

/// An installation of its own in this folder.
pub async fn portal_in(folder: &Path) -> Opened {
    portal::open(config(folder, None), |_| Ok(Drivers::default())).await.expect("the portal opens")
}

impl World {
    async fn open(config: Config, folder: TempDir) -> Self {
        let zones = Arc::new(Zones::default());
        let mut drivers = Drivers::default();
        drivers.zones.insert(zones::DRIVER.to_owned(), Arc::clone(&zones) as Arc<dyn NameServer>);
        let opened = drivers.clone();
        let portal = portal::open(config.clone(), |_| Ok(opened)).await.expect("the portal opens");
        let file = format!("sqlite://{}", config.data.join("portico.db").display());
        let url = config.database.url.as_ref().map_or(file.as_str(), Secret::expose);
        let database = AnyPool::connect_lazy(url).expect("an address");
        Self { portal: Some(portal), config, drivers, zones, database, _folder: folder }
    }

    pub fn portal(&self) -> &Opened {
        self.portal.as_ref().expect("the portal is open")
    }

    /// A second portal on the same database, as another process would be.
    pub async fn another(&self) -> Opened {
        let file = format!("sqlite://{}", self.config.data.join("portico.db").display());
        let mut config = self.config.clone();
        config.database.url.get_or_insert_with(|| Secret::new(file));
        portal::open(config, |_| Ok(self.drivers.clone())).await.expect("the portal opens twice")
    }

    /// The name server of its domains.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// Whether it is on PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.config.database.url.is_some()
    }

    /// The use-cases of people, for tasks that run at once.
    pub fn people(&self) -> Arc<dyn People> {
        Arc::clone(&self.portal().ports.people)
    }

    /// The folder for files.
    pub fn data(&self) -> &Path {
        &self.config.data
    }

    /// Stops the portal and starts it again with other settings.
    pub async fn restart(&mut self, settings: impl FnOnce(&mut Config)) {
        self.portal().close().await;
        self.portal = None;
        settings(&mut self.config);
        let drivers = self.drivers.clone();
        self.portal = Some(portal::open(self.config.clone(), |_| Ok(drivers)).await.expect("the portal opens again"));
    }

    /// Starts the portal again, which waits no longer than this for drivers.
    pub async fn be_patient(&mut self, patience: Duration) {
        self.drivers.patience = patience;
        self.restart(|_| {}).await;
    }

    /// Starts the portal again with a driver of this name.
    pub async fn run_by(&mut self, name: &str, driver: Arc<dyn Provisioner>) {
        self.drivers.services.insert(name.to_owned(), driver);
        self.restart(|_| {}).await;
    }

    /// An account whose owner has this address and [`PASSWORD`].
    pub async fn account_of(&self, email: &str) -> AccountId {
        let created = self.portal().create_account(&new_account(email), BEFORE).await.expect("the account is made");
        if let Some(link) = created.link {
            self.set_password(&token_of(&link), PASSWORD, BEFORE).await.expect("the password does");
        }
        created.account
    }

    /// Lets what people are told by `now` become mails, and sends them.
    pub async fn send_digests(&self, now: Timestamp) {
        self.portal().jobs.run_due(now.plus_seconds(DIGEST)).await.expect("the database answers");
    }

    /// Sweeps, however lately that was done before.
    pub async fn sweep(&self, now: Timestamp) {
        self.execute(
            "DELETE FROM jobs WHERE name = 'sweep'; INSERT INTO jobs (id, name, key, payload, priority, due_at, \
             created_at) VALUES ('sweep', 'sweep', '', 'null', 200, 0, 0)",
        )
        .await;
        self.portal().jobs.run_due(now).await.expect("the database answers");
    }

    /// The mails written, newest first.
    pub async fn outbox(&self) -> Vec<SentMail> {
        self.portal().outbox(100).await.expect("the database answers")
    }
}

/// An account to be owned by whoever has this address.
pub fn new_account(email: &str) -> NewAccount {
    NewAccount {
        name: "Example Ltd".to_owned(),
        currency: "EUR".to_owned(),
        email: email.to_owned(),
        first_name: "Olivia".to_owned(),
        last_name: "Owner".to_owned(),
    }
}

/// Nobody in particular, at an address of their own.
pub fn visitor(now: Timestamp) -> Caller {
    Caller {
        principal: Principal::Nobody,
        ip: "192.0.2.1".to_owned(),
        agent: "test".to_owned(),
        device: None,
        language: Language::EN,
        now,
        request: RequestId::new(uuid::Uuid::nil()),
    }
}

/// What is typed to sign in.
pub fn credentials(email: &str, password: &str) -> SignIn {
    SignIn { email: email.to_owned(), password: secret(password) }
}

pub fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

/// The token of a link.
pub fn token_of(link: &str) -> Secret {
    secret(link.trim().strip_prefix("https://portal.example/reset/").expect("a link to the portal"))
}
