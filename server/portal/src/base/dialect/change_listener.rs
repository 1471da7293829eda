//! Hearing that another process may have told something.

use super::Dialect;
use sqlx::postgres::PgListener;
use sqlx::{AnyConnection, Connection as _};
use std::time::Duration;

/// The channel of PostgreSQL's notifications.
const CHANNEL: &str = "portico_live";
/// How often an SQLite file is asked whether somebody else wrote to it.
const POLL: Duration = Duration::from_millis(250);

/// A connection of its own, beside the pools, that hears of other processes.
#[derive(Debug)]
pub(crate) enum ChangeListener {
    /// The file's version, as this connection last saw it.
    File(AnyConnection, i64),
    /// Notifications of the server.
    Server(PgListener),
}

impl Dialect {
    /// The statement that wakes other processes once its transaction commits, where one is needed.
    pub(crate) const fn wake_others(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("NOTIFY portico_live"),
        }
    }

    /// Begins to hear.
    pub(crate) async fn change_listener(self, url: &str) -> Result<ChangeListener, sqlx::Error> {
        match self {
            Self::Sqlite => {
                let mut connection = AnyConnection::connect(url).await?;
                let version = version(&mut connection).await?;
                Ok(ChangeListener::File(connection, version))
            }
            Self::Postgres => {
                let mut listener = PgListener::connect(url).await?;
                listener.listen(CHANNEL).await?;
                Ok(ChangeListener::Server(listener))
            }
        }
    }
}

impl ChangeListener {
    /// Returns once something may have been told. After an error it is of no more use.
    pub(crate) async fn changed(&mut self) -> Result<(), sqlx::Error> {
        match self {
            Self::File(connection, seen) => loop {
                tokio::time::sleep(POLL).await;
                let now = version(connection).await?;
                if now != *seen {
                    *seen = now;
                    return Ok(());
                }
            },
            // Nothing instead of a notification: the connection was lost and is there again. What came meanwhile is in
            // the table.
            Self::Server(listener) => listener.try_recv().await.map(drop),
        }
    }
}

/// A number that changes when another connection commits to the file.
async fn version(connection: &mut AnyConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("PRAGMA data_version").fetch_one(connection).await
}
