//! The only place that knows which database it is.

mod both;
mod change_listener;

pub(crate) use both::columns_of;
#[doc(hidden)]
pub use both::part;
pub use both::{Both, both};
pub(crate) use change_listener::ChangeListener;

use sqlx::any::{AnyArguments, AnyPoolOptions, AnyRow};
use sqlx::{Any, AnyConnection, AnyPool, Arguments as _, AssertSqlSafe, Encode, FromRow, Type};
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

/// A statement that is put together of literals, with a value wherever one belongs. sqlx's own `QueryBuilder` writes `?`
/// for a value of `Any`, which PostgreSQL does not take.
pub(crate) struct Statement {
    dialect: Dialect,
    sql: String,
    values: AnyArguments,
}

impl Statement {
    pub(crate) fn new(dialect: Dialect) -> Self {
        Self { dialect, sql: String::new(), values: AnyArguments::default() }
    }

    /// Adds SQL. What was typed by anybody goes through [`Self::bind`].
    pub(crate) fn push(&mut self, sql: &'static str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// The same where the databases differ.
    pub(crate) fn push_both(&mut self, sql: Both) -> &mut Self {
        self.push(sql.on(self.dialect))
    }

    /// Adds a value.
    pub(crate) fn bind<'t, T: Encode<'t, Any> + Type<Any>>(&mut self, value: T) -> &mut Self {
        self.values.add(value).expect("INVARIANT: texts and numbers can be encoded");
        self.sql.push('$');
        self.sql.push_str(&self.values.len().to_string());
        self
    }

    /// Adds the texts of a JSON list, after IN.
    pub(crate) fn bind_list(&mut self, list: String) -> &mut Self {
        self.push_both(Both {
            sqlite: "(SELECT value FROM json_each(",
            postgres: "(SELECT value FROM json_array_elements_text(CAST(",
        });
        self.bind(list);
        self.push_both(Both { sqlite: "))", postgres: " AS json)))" })
    }

    /// Adds the items of a JSON list, after FROM; each is read with `e.value ->> 'column'`.
    pub(crate) fn bind_rows(&mut self, rows: String) -> &mut Self {
        self.push_both(Both { sqlite: "json_each(", postgres: "json_array_elements(CAST(" });
        self.bind(rows);
        self.push_both(Both { sqlite: ") AS e", postgres: " AS json)) AS e(value)" })
    }

    /// Adds these columns of all rows as one JSON list of lists, in the order that `order` adds.
    pub(crate) fn push_json(&mut self, columns: &'static str, order: impl FnOnce(&mut Self)) -> &mut Self {
        self.push_both(Both {
            sqlite: "json_group_array(json_array(",
            postgres: "COALESCE(CAST(json_agg(json_build_array(",
        });
        self.push(columns).push(")");
        order(self);
        self.push_both(Both { sqlite: ")", postgres: ") AS TEXT), '[]')" })
    }

    /// Every row.
    pub(crate) async fn fetch_all<R>(self, connection: &mut AnyConnection) -> Result<Vec<R>, sqlx::Error>
    where
        R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        // Only literals of this program are in it.
        sqlx::query_as_with::<Any, R, _>(AssertSqlSafe(self.sql), self.values).fetch_all(connection).await
    }

    /// The one row.
    pub(crate) async fn fetch_one<R>(self, connection: &mut AnyConnection) -> Result<R, sqlx::Error>
    where
        R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        sqlx::query_as_with::<Any, R, _>(AssertSqlSafe(self.sql), self.values).fetch_one(connection).await
    }
}

/// The pattern for `LIKE .. ESCAPE '\'` of what holds this text.
pub(crate) fn holding(text: &str) -> String {
    format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
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
                    "PRAGMA cache_size = -2000",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbered_as_they_come() {
        let mut statement = Statement::new(Dialect::Sqlite);
        statement.push("SELECT 1 WHERE a = ").bind("x").push(" AND b IN ").bind_list("[]".to_owned());
        assert_eq!(statement.sql, "SELECT 1 WHERE a = $1 AND b IN (SELECT value FROM json_each($2))");
    }
}
