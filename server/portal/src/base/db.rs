//! The database: pools, migrations, and the lock that keeps two servers off one file.

use crate::base::dialect::{ChangeListener, Dialect, UnsafeDatabase};
use crate::base::private;
use crate::base::settings::SettingProblems;
use crate::base::transport::{self, Plaintext};
use domain::text::Secret;
use serde::Deserialize;
use sqlx::AnyPool;
use sqlx::migrate::{MigrateError, Migrator};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Notify;

static COMMON: Migrator = sqlx::migrate!("migrations/common");
static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The database: the key `database_url`, and the section `[database]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSettings {
    /// A database server; `None` keeps a file in the data folder. Its key stands above the sections.
    #[serde(skip)]
    pub url: Option<Secret>,
    /// Whether a server on another machine may be spoken to without verified TLS.
    pub allow_plaintext: Plaintext,
}

impl DatabaseSettings {
    /// Adds what is wrong, and has the address ask for verified TLS where it says nothing.
    pub fn check(&mut self, problems: &mut SettingProblems) {
        let Some(url) = &self.url else { return };
        if !["postgres://", "postgresql://"].iter().any(|scheme| url.expose().starts_with(scheme)) {
            problems.add("database_url", "it must begin with postgres://; without it the embedded database is used");
            return;
        }
        match transport::database_url(url.expose(), self.allow_plaintext) {
            Ok(url) => self.url = Some(url),
            Err(problem) => problems.add("database_url", problem),
        }
    }
}

/// The open database. Cloning it shares the pools.
#[derive(Debug, Clone)]
pub struct Database {
    dialect: Dialect,
    readers: AnyPool,
    writer: AnyPool,
    mail: Arc<Notify>,
    live: Arc<Notify>,
    jobs: Arc<Notify>,
    orders: Arc<Notify>,
    writes_per_minute: u32,
    // It may hold a password.
    url: Secret,
    // Held as long as the database is open; see `lock`.
    _lock: Option<Arc<File>>,
}

/// Why the database can't be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address names no database that Portico knows.
    #[error("DATABASE_URL must begin with sqlite: or postgres://")]
    UnknownUrl,
    /// Another process has the file.
    #[error("{0} is in use by another portico process")]
    InUse(PathBuf),
    /// The file or its folder can't be made or read.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The database is not safe to use.
    #[error(transparent)]
    Unsafe(#[from] UnsafeDatabase),
    /// The schema could not be brought up to date.
    #[error("failed to migrate the schema: {0}")]
    Migrate(#[from] MigrateError),
    /// The database does not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl Database {
    /// Opens the file `portico.db` in `data`, or the server that `url` names, and brings its schema up to date.
    ///
    /// # Errors
    /// When the database is in use, unsafe, unreachable, or of a newer schema.
    pub async fn open(data: &Path, url: Option<&str>) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        match url {
            Some(url) if Dialect::of(url) == Some(Dialect::Postgres) => Self::postgres(url).await,
            Some(url) if Dialect::of(url).is_none() => Err(OpenError::UnknownUrl),
            Some(url) => Self::sqlite(url, None).await,
            None => {
                let file = data.join("portico.db");
                in_file(data, private::folder)?;
                let lock = lock(&data.join("portico.lock"))?;
                // SQLite gives the files beside it the permissions that it has.
                in_file(&file, private::file)?;
                in_file(&data.join("portico.db-wal"), private::tighten)?;
                in_file(&data.join("portico.db-shm"), private::tighten)?;
                Self::sqlite(&Dialect::sqlite_url(&file), Some(lock)).await
            }
        }
    }

    /// The same database, to be read beside a portal that may be using it: without its lock, and as its schema is.
    pub(crate) async fn look(data: &Path, url: Option<&str>) -> Result<(AnyPool, Dialect), OpenError> {
        sqlx::any::install_default_drivers();
        let (url, dialect) = match url {
            Some(url) => (url.to_owned(), Dialect::of(url).ok_or(OpenError::UnknownUrl)?),
            None => (Dialect::sqlite_url_to_read(&data.join("portico.db")), Dialect::Sqlite),
        };
        Ok((dialect.pool(&url, 1).await?, dialect))
    }

    async fn sqlite(url: &str, lock: Option<File>) -> Result<Self, OpenError> {
        let dialect = Dialect::Sqlite;
        // INVARIANT: one writer connection, so that writers queue here and never meet a busy database.
        let writer = dialect.pool(url, 1).await?;
        dialect.check(&writer).await?;
        migrate(&writer, &SQLITE).await?;
        let readers = dialect.pool(url, 4).await?;
        let url = Secret::new(url.to_owned());
        let (mail, live, jobs, orders) = Default::default();
        let writes_per_minute = u32::MAX;
        Ok(Self {
            dialect,
            readers,
            writer,
            mail,
            live,
            jobs,
            orders,
            writes_per_minute,
            url,
            _lock: lock.map(Arc::new),
        })
    }

    async fn postgres(url: &str) -> Result<Self, OpenError> {
        let dialect = Dialect::Postgres;
        let pool = dialect.pool(url, 16).await?;
        dialect.check(&pool).await?;
        migrate(&pool, &POSTGRES).await?;
        let url = Secret::new(url.to_owned());
        let (mail, live, jobs, orders) = Default::default();
        let (readers, writes_per_minute) = (pool.clone(), u32::MAX);
        Ok(Self { dialect, readers, writer: pool, mail, live, jobs, orders, writes_per_minute, url, _lock: None })
    }

    /// The same with a limit to the changes that one person makes in a minute; without it there is none.
    #[must_use]
    pub(crate) fn with_writes_per_minute(self, writes_per_minute: u32) -> Self {
        Self { writes_per_minute, ..self }
    }

    /// Which database it is.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How many changes one person may make in a minute.
    pub(crate) const fn writes_per_minute(&self) -> u32 {
        self.writes_per_minute
    }

    pub(crate) const fn readers(&self) -> &AnyPool {
        &self.readers
    }

    pub(crate) const fn writer(&self) -> &AnyPool {
        &self.writer
    }

    /// Rung when a mail was committed by this process.
    pub(crate) fn mail_bell(&self) -> Arc<Notify> {
        Arc::clone(&self.mail)
    }

    /// Rung when open tabs were told something by this process.
    pub(crate) fn live_bell(&self) -> Arc<Notify> {
        Arc::clone(&self.live)
    }

    /// Returns once that bell was rung.
    pub(crate) async fn live_published(&self) {
        self.live.notified().await;
    }

    /// Rung when a job was queued by this process.
    pub(crate) fn job_bell(&self) -> Arc<Notify> {
        Arc::clone(&self.jobs)
    }

    /// The same for whoever carries out what is ordered of drivers.
    pub(crate) fn order_bell(&self) -> Arc<Notify> {
        Arc::clone(&self.orders)
    }

    /// Begins to hear of what other processes tell.
    pub(crate) async fn change_listener(&self) -> Result<ChangeListener, sqlx::Error> {
        self.dialect.change_listener(self.url.expose()).await
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn migrate(pool: &AnyPool, own: &Migrator) -> Result<(), MigrateError> {
    // Both sets keep their books in one table; neither knows the other's numbers.
    let mut all: Vec<_> = COMMON.iter().chain(own.iter()).cloned().collect();
    all.sort_by_key(|migration| migration.version);
    Migrator { migrations: all.into(), ..Migrator::DEFAULT }.run(pool).await
}

/// `SQLite` itself would let two processes write in turn; but sessions, limits and workers are one process's, and
/// migrating under a running server is no good.
fn lock(path: &Path) -> Result<File, OpenError> {
    let file = in_file(path, private::file)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(OpenError::File { path: path.to_owned(), error }),
    }
}

/// An error with the path that it is about.
fn in_file<T>(path: &Path, what: impl FnOnce(&Path) -> std::io::Result<T>) -> Result<T, OpenError> {
    what(path).map_err(|error| OpenError::File { path: path.to_owned(), error })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `SIGKILL` shows less than a power cut would, so what keeps acknowledged changes is read.
    #[tokio::test]
    async fn the_writer_keeps_what_it_acknowledged_through_a_power_cut() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(folder.path(), None).await.expect("it opens");
        let number = async |pool: &AnyPool, pragma: &'static str| {
            sqlx::query_scalar::<_, i64>(pragma).fetch_one(pool).await.expect("a number")
        };
        let journal: String =
            sqlx::query_scalar("PRAGMA journal_mode").fetch_one(database.writer()).await.expect("a mode");
        assert_eq!(journal, "wal");
        assert_eq!(number(database.writer(), "PRAGMA synchronous").await, 2, "FULL");
        assert_eq!(number(database.writer(), "PRAGMA foreign_keys").await, 1);
        assert_eq!(database.writer().options().get_max_connections(), 1, "no other connection writes");
        database.close().await;
    }

    #[tokio::test]
    async fn nobody_else_may_read_what_is_kept() {
        use std::os::unix::fs::PermissionsExt;
        let data = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| path.metadata().expect("it is there").permissions().mode() & 0o777;
        let everybody = std::fs::Permissions::from_mode;
        std::fs::write(data.path().join("portico.lock"), "").expect("written");
        std::fs::set_permissions(data.path().join("portico.lock"), everybody(0o644)).expect("set");
        std::fs::set_permissions(data.path(), everybody(0o755)).expect("set");
        let database = Database::open(data.path(), None).await.expect("it opens");
        assert_eq!(mode(data.path()), 0o700);
        for name in ["portico.lock", "portico.db", "portico.db-wal", "portico.db-shm"] {
            assert_eq!(mode(&data.path().join(name)), 0o600, "{name}");
        }
        database.close().await;
    }
}
