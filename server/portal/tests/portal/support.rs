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
pub mod import;
pub mod invitations;
pub mod owners;
pub mod ports;
pub mod profile;
pub mod sights;

use domain::caller::{Caller, NewSession, Principal};
use domain::error::PortalError;
use domain::id::{AccountId, RequestId};
use domain::owner::OwnerKind;
use domain::person::{Forgot, Language, People, ResetPassword, SignIn};
use domain::provider::{PeopleWord, Provider, RegisteredPeople, WayToAdd};
use domain::text::Secret;
use domain::time::Timestamp;
use portal::SentMail;
use portal::{
    AuditChain, AuditHead, Config, DatabaseSettings, MailSettings, NewAccount, NotificationSettings, Opened, Origin,
    PasswordSettings, PasswordWork, SessionSettings,
};
use sqlx::{Any, AnyPool, Connection, Transaction};
use std::collections::BTreeMap;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tracing::instrument::WithSubscriber as _;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, SubscriberExt as _};

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

/// Counts what sqlx logs: each statement, but neither BEGIN nor ROLLBACK.
struct Statements(Arc<AtomicUsize>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, _: &Event<'_>, _: Context<'_, S>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// How many statements PostgreSQL is asked for some work.
pub async fn statements<T>(work: impl Future<Output = T>) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Statements(Arc::clone(&count));
    let counter = counter.with_filter(Targets::new().with_target("sqlx::query", LevelFilter::DEBUG));
    work.with_subscriber(tracing_subscriber::registry().with(counter)).await;
    count.load(Ordering::SeqCst)
}

/// An open portal, and a look behind it.
pub struct World {
    portal: Option<Opened>,
    config: Config,
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
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = runtime();
    let mut config = config(folder.path(), None);
    settings(&mut config);
    runtime.block_on(async { test(World::open(config, folder).await).await });
    if let Some(server) = postgres() {
        eprintln!("on PostgreSQL:");
        on_postgres(&server, &settings, &test);
    }
}

/// Runs a test on each of the data directories and dumps that an earlier version left behind, brought up to date.
pub fn for_each_stored(version: &'static str, test: impl AsyncFn(World, Stored)) {
    let runtime = runtime();
    eprintln!("{version} on SQLite:");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("portico.db"), unpacked(version, "sqlite.gz")).expect("the file is written");
    let config_of_file = config(folder.path(), None);
    runtime.block_on(async {
        let stored = Stored::read(version, "sqlite", &config_of_file).await;
        test(World::open(config_of_file, folder).await, stored).await;
    });
    if let Some(server) = postgres() {
        eprintln!("{version} on PostgreSQL:");
        let dump = String::from_utf8(unpacked(version, "postgres.sql.gz")).expect("a dump is text");
        on_database(&server, async |folder, url| {
            administer(&url, dump.clone()).await;
            let config = config(folder.path(), Some(url));
            let stored = Stored::read(version, "postgres", &config).await;
            test(World::open(config, folder).await, stored).await;
        });
    }
}

/// What an earlier version said of its data, on its own pages.
#[derive(Debug, serde::Deserialize)]
pub struct Stored {
    /// What each contact of the demo account was given, and in which state it was.
    pub contacts: BTreeMap<String, StoredContact>,
    /// What each person could do, by name of the demo person and account.
    pub people: BTreeMap<String, StoredStanding>,
    /// The chains of its audit log, verified before it was brought up to date.
    #[serde(skip)]
    pub chains: Vec<AuditChain>,
}

/// A contact as an earlier version showed it.
#[derive(Debug, serde::Deserialize)]
pub struct StoredContact {
    pub state: String,
    pub rights: serde_json::Value,
}

/// What somebody was on an account.
#[derive(Debug, serde::Deserialize)]
pub struct StoredStanding {
    pub owner: Option<OwnerKind>,
    pub effective: serde_json::Value,
}

impl Stored {
    async fn read(version: &str, database: &str, config: &Config) -> Self {
        let text = std::fs::read_to_string(stored(version, &format!("{database}.json"))).expect("it is stored");
        let url = config.database.url.as_ref().map(Secret::expose);
        let chains = portal::verify_audit(&config.data, url, &[]).await.expect("the database is read");
        Self { chains, ..serde_json::from_str(&text).expect("it is JSON") }
    }
}

fn stored(version: &str, kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/data").join(format!("{version}.{kind}"))
}

fn unpacked(version: &str, kind: &str) -> Vec<u8> {
    let file = std::fs::File::open(stored(version, kind)).expect("it is stored");
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("it is gzip");
    bytes
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
    on_database(server, async |folder, url| {
        let mut config = config(folder.path(), Some(url));
        settings(&mut config);
        test(World::open(config, folder).await).await;
    });
}

/// A database of its own, dropped in the end.
fn on_database(server: &str, test: impl AsyncFn(TempDir, String)) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("portico_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let (address, _) = server.rsplit_once('/').expect("an address with a database");
    let runtime = runtime();
    runtime.block_on(administer(server, format!("CREATE DATABASE {name}")));
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
    let mut connection = sqlx::AnyConnection::connect(server).await.expect("the PostgreSQL server answers");
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
            logo: None,
            colour: None,
            people: PeopleWord::Contacts,
            support_email: "help@portal.example".to_owned(),
            language: Language::En,
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
    portal::open(config(folder, None)).await.expect("the portal opens")
}

impl World {
    async fn open(config: Config, folder: TempDir) -> Self {
        let portal = portal::open(config.clone()).await.expect("the portal opens");
        let file = format!("sqlite://{}", config.data.join("portico.db").display());
        let url = config.database.url.as_ref().map_or(file.as_str(), Secret::expose);
        let database = AnyPool::connect_lazy(url).expect("an address");
        Self { portal: Some(portal), config, database, _folder: folder }
    }

    pub fn portal(&self) -> &Opened {
        self.portal.as_ref().expect("the portal is open")
    }

    /// A second portal on the same database, as another process would be.
    pub async fn another(&self) -> Opened {
        let file = format!("sqlite://{}", self.config.data.join("portico.db").display());
        let mut config = self.config.clone();
        config.database.url.get_or_insert_with(|| Secret::new(file));
        portal::open(config).await.expect("the portal opens twice")
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
        self.portal = Some(portal::open(self.config.clone()).await.expect("the portal opens again"));
    }

    /// Runs a statement behind the portal's back.
    pub async fn execute(&self, statement: &'static str) {
        sqlx::raw_sql(statement).execute(&self.database).await.expect("the statement runs");
    }

    /// What a unit that writes has to itself, until it is committed or dropped: the one writer, or the locks of all accounts.
    pub async fn hold_writer(&self) -> Transaction<'static, Any> {
        let begin = if self.is_postgres() { "BEGIN" } else { "BEGIN IMMEDIATE" };
        let mut held = self.database.begin_with(begin).await.expect("it begins");
        if self.is_postgres() {
            sqlx::query("SELECT id FROM accounts FOR UPDATE").fetch_all(&mut *held).await.expect("they are locked");
        }
        held
    }

    /// Inserts or changes rows behind the portal's back.
    pub async fn insert(&self, statement: &'static str, values: &[&str]) {
        let mut query = sqlx::query(statement);
        for value in values {
            query = query.bind((*value).to_owned());
        }
        query.execute(&self.database).await.expect("the statement runs");
    }

    /// Changes one row of an account's audit chain, as somebody with the database in hand could.
    pub async fn tamper_with_audit(&self, account: AccountId, seq: i64) {
        let refused = sqlx::query("UPDATE audit SET person_name = 'Nobody' WHERE chain = $1 AND seq = $2");
        let refused = refused.bind(account.to_string()).bind(seq).execute(&self.database).await;
        assert!(refused.is_err(), "the log is append-only");
        self.unguard_audit().await;
        sqlx::query("UPDATE audit SET person_name = 'Nobody' WHERE chain = $1 AND seq = $2")
            .bind(account.to_string())
            .bind(seq)
            .execute(&self.database)
            .await
            .expect("unguarded, it can be changed");
    }

    /// Takes away what keeps the audit log append-only.
    pub async fn unguard_audit(&self) {
        let guards = if self.is_postgres() {
            "DROP TRIGGER IF EXISTS audit_no_update ON audit"
        } else {
            "DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete"
        };
        self.execute(guards).await;
    }

    /// Every chain of the audit log, verified against itself and these heads.
    pub async fn verify_audit(&self, kept: &[AuditHead]) -> Vec<AuditChain> {
        let url = self.config.database.url.as_ref().map(Secret::expose);
        portal::verify_audit(&self.config.data, url, kept).await.expect("the database is read")
    }

    /// The first bad row of an account's chain, or of the installation's; an empty chain has none.
    pub async fn first_bad_audit_row(&self, account: Option<AccountId>) -> Option<i64> {
        let name = account.map(|account| account.to_string()).unwrap_or_default();
        self.verify_audit(&[]).await.into_iter().find(|chain| chain.head.chain == name)?.first_bad
    }

    /// Gives everybody a password hash from elsewhere.
    pub async fn set_hash(&self, hash: &str) {
        sqlx::query("UPDATE persons SET password_hash = $1")
            .bind(hash)
            .execute(&self.database)
            .await
            .expect("the statement runs");
    }

    /// Keeps this hash for the person with this address.
    pub async fn set_hash_of(&self, email: &str, hash: &str) {
        self.insert("UPDATE persons SET password_hash = $1 WHERE email = $2", &[hash, email]).await;
    }

    /// The sessions that there are.
    pub async fn sessions(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT id FROM sessions").fetch_all(&self.database).await.expect("the ids")
    }

    /// The one number that a statement gives.
    pub async fn number(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(&self.database).await.expect("a number")
    }

    /// The one number that a statement gives at last, within ten seconds.
    pub async fn until(&self, statement: &'static str) -> i64 {
        for _ in 0..200 {
            let number = sqlx::query_scalar(statement).fetch_optional(&self.database).await.expect("a number, or none");
            if let Some(number) = number {
                return number;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("nothing came of {statement}");
    }

    /// The one number that a statement gives for a value.
    pub async fn number_of(&self, statement: &'static str, value: &str) -> i64 {
        sqlx::query_scalar(statement).bind(value.to_owned()).fetch_one(&self.database).await.expect("a number")
    }

    /// The one text that a statement gives.
    pub async fn text(&self, statement: &'static str) -> String {
        sqlx::query_scalar(statement).fetch_one(&self.database).await.expect("a text")
    }

    /// The one text that a statement gives for a value.
    pub async fn text_of(&self, statement: &'static str, value: &str) -> String {
        sqlx::query_scalar(statement).bind(value.to_owned()).fetch_one(&self.database).await.expect("a text")
    }

    /// An account whose owner has this address and [`PASSWORD`].
    pub async fn account_of(&self, email: &str) -> AccountId {
        let created = self.portal().create_account(&new_account(email), BEFORE).await.expect("the account is made");
        if let Some(link) = created.link {
            self.set_password(&token_of(&link), PASSWORD, BEFORE).await.expect("the password does");
        }
        created.account
    }

    /// Sets a password with a mailed link.
    pub async fn set_password(&self, token: &Secret, password: &str, now: Timestamp) -> Result<(), PortalError> {
        let (password, again) = (secret(password), secret(password));
        self.people().reset_password(&visitor(now), ResetPassword { token: token.clone(), password, again }).await
    }

    /// Signs in from one place.
    pub async fn sign_in(&self, email: &str, password: &str, now: Timestamp) -> Result<NewSession, PortalError> {
        self.people().sign_in(&visitor(now), credentials(email, password)).await
    }

    /// Whoever has this token, as the session middleware makes them.
    pub async fn caller(&self, token: &Secret, now: Timestamp) -> Option<Caller> {
        let signed_in = self.portal().sessions.resolve(token.expose(), now).await.expect("the database answers")?;
        Some(Caller { principal: Principal::Person(signed_in), ..visitor(now) })
    }

    /// Somebody signed in with [`PASSWORD`].
    pub async fn signed_in(&self, email: &str, now: Timestamp) -> Caller {
        let session = self.sign_in(email, PASSWORD, now).await.expect("the password is right");
        self.caller(&session.token, now).await.expect("the session lives")
    }

    /// Asks for a link to set a password, and takes it from the outbox.
    pub async fn ask_for_link(&self, email: &str, now: Timestamp) -> Secret {
        self.people().forgot(&visitor(now), Forgot { email: email.to_owned() }).await.expect("it is asked for");
        let mails = self.outbox().await;
        let link = mails.iter().find_map(|mail| mail.text.lines().find(|line| line.contains("/reset/")));
        token_of(link.expect("a mail has a link"))
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
        language: Language::En,
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
