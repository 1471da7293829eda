//! Statements that find many rows at once. What they look for goes in as one JSON text, which both databases can unfold; a
//! thousand contacts then cost a handful of statements instead of thousands.

use portal::base::dialect::{Both, Dialect};
use portal::base::error::Failure;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, FromRow};

/// The rows a statement finds; each of `lists` becomes a JSON list.
pub(crate) async fn find<R>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    statement: Both,
    lists: &[&[String]],
) -> Result<Vec<R>, Failure>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut query = sqlx::query_as(statement.on(dialect));
    for list in lists {
        query = query.bind(serde_json::to_string(list)?);
    }
    Ok(query.fetch_all(connection).await?)
}

/// The rows that go with others, whose keys a statement unfolds from `$1`.
pub(crate) async fn find_by<R, K>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    statement: Both,
    keys: &[K],
) -> Result<Vec<R>, Failure>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    K: Serialize,
{
    Ok(sqlx::query_as(statement.on(dialect)).bind(serde_json::to_string(keys)?).fetch_all(connection).await?)
}
