//! The only place that knows which database it is.

mod elsewhere;

pub(crate) use elsewhere::Elsewhere;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe};
use std::path::Path;
use std::time::Duration;

/// The databases that Portico keeps its data in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// A file, embedded.
    Sqlite,
    /// A server that several nodes share.
    Postgres,
}

/// The oldest SQLite that is trusted: older ones can corrupt the database when the write-ahead log is reset.
pub const SQLITE_AT_LEAST: (u32, u32, u32) = (3, 51, 3);

impl Dialect {
    /// Which one an address speaks of.
    pub fn of(url: &str) -> Option<Self> {
        if url.starts_with("sqlite:") {
            Some(Self::Sqlite)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Some(Self::Postgres)
        } else {
            None
        }
    }

    /// The address of a database file.
    pub fn sqlite_url(file: &Path) -> String {
        format!("sqlite://{}?mode=rwc", file.display())
    }

    /// The same, for whoever only reads it.
    pub fn sqlite_url_to_read(file: &Path) -> String {
        format!("sqlite://{}?mode=ro", file.display())
    }

    /// The statement that begins a transaction which will write.
    pub const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// The statement that begins a transaction which only reads, on one state of the data.
    pub const fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Picks the one of two statements that this database wants.
    pub const fn pick(self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite => sqlite,
            Self::Postgres => postgres,
        }
    }

    /// The statement in a database's own words: `LIST($n)` stands for the texts of a JSON list, `ROWS($n) AS e` for its
    /// items, each then read with `e.value ->> 'column'`.
    pub(crate) fn spelled(self, statement: &'static str) -> AssertSqlSafe<String> {
        let list = self.pick("(SELECT value FROM json_each(", "(SELECT value FROM json_array_elements_text(CAST(");
        let rows = self.pick("json_each(", "json_array_elements(CAST(");
        let mut spelled = String::with_capacity(statement.len() + 64);
        let mut rest = statement;
        while let Some((at, word)) =
            ["LIST($", "ROWS($"].iter().filter_map(|word| rest.find(word).map(|at| (at, *word))).min()
        {
            spelled.push_str(&rest[..at]);
            let after = &rest[at + word.len()..];
            let end = after.find(')').unwrap_or(after.len());
            let number = &after[..end];
            let (open, close) = if word == "LIST($" {
                (list, self.pick("))", " AS json)))"))
            } else {
                (rows, self.pick(")", " AS json))"))
            };
            spelled.push_str(open);
            spelled.push('$');
            spelled.push_str(number);
            spelled.push_str(close);
            rest = after.get(end + 1..).unwrap_or("");
        }
        spelled.push_str(rest);
        if self == Self::Postgres {
            spelled = spelled.replace(" AS e ", " AS e(value) ");
        }
        // Every statement is a constant of this program with two phrases exchanged: nothing typed by anybody is in it.
        AssertSqlSafe(spelled)
    }

    /// A pool with so many connections, each made ready.
    pub async fn pool(self, url: &str, connections: u32) -> Result<AnyPool, sqlx::Error> {
        AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(matches!(self, Self::Postgres))
            .after_connect(move |connection, _| Box::pin(self.ready(connection)))
            .connect(url)
            .await
    }

    async fn ready(self, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite => {
                for pragma in [
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA synchronous = FULL",
                    "PRAGMA foreign_keys = ON",
                    "PRAGMA busy_timeout = 10000",
                    "PRAGMA cache_size = -8000",
                    "PRAGMA temp_store = MEMORY",
                ] {
                    sqlx::raw_sql(pragma).execute(&mut *connection).await?;
                }
            }
            Self::Postgres => {
                for setting in ["SET lock_timeout = '10s'", "SET statement_timeout = '30s'"] {
                    sqlx::raw_sql(setting).execute(&mut *connection).await?;
                }
            }
        }
        Ok(())
    }

    /// Refuses a database that does not keep what it acknowledged.
    pub async fn check(self, pool: &AnyPool) -> Result<(), UnsafeDatabase> {
        match self {
            Self::Sqlite => {
                let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
                let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
                let mut part = || parts.next().unwrap_or(0);
                if (part(), part(), part()) < SQLITE_AT_LEAST {
                    return Err(UnsafeDatabase::OldSqlite(version));
                }
            }
            Self::Postgres => {
                let fsync: String =
                    sqlx::query_scalar("SELECT setting FROM pg_settings WHERE name = 'fsync'").fetch_one(pool).await?;
                if fsync != "on" {
                    return Err(UnsafeDatabase::NoFsync);
                }
            }
        }
        Ok(())
    }
}

/// Why a database is not used.
#[derive(Debug, thiserror::Error)]
pub enum UnsafeDatabase {
    /// The SQLite library is older than [`SQLITE_AT_LEAST`].
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The server may lose what it acknowledged.
    #[error("PostgreSQL runs with fsync off and would lose what it acknowledged")]
    NoFsync,
    /// It could not be asked.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Whether a statement failed because another transaction was in the way, so that the whole use-case is worth another
/// try: serialisation failure, deadlock, lock timeout, or two first writers of one row.
pub fn is_retryable(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else { return false };
    error.is_unique_violation()
        || error.code().is_some_and(|code| matches!(code.as_ref(), "40001" | "40P01" | "55P03" | "5" | "517"))
}
