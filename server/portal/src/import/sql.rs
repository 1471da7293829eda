//! Statements that take many rows at once. The rows go in as one JSON text, which both databases can unfold; a thousand
//! contacts then cost a handful of statements instead of thousands.

use crate::base::dialect::Dialect;
use crate::base::error::Failure;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, FromRow};

/// How many rows go into one statement.
pub(crate) const AT_ONCE: usize = 500;

/// The rows a statement finds; each of `lists` becomes a JSON list.
pub(crate) async fn find<R>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    statement: &'static str,
    lists: &[&[String]],
) -> Result<Vec<R>, Failure>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut query = sqlx::query_as(dialect.spelled(statement));
    for list in lists {
        query = query.bind(serde_json::to_string(list)?);
    }
    Ok(query.fetch_all(connection).await?)
}

/// The rows that go with others, whose keys a statement unfolds from `$1`.
pub(crate) async fn find_by<R, K>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    statement: &'static str,
    keys: &[K],
) -> Result<Vec<R>, Failure>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    K: Serialize,
{
    Ok(sqlx::query_as(dialect.spelled(statement)).bind(serde_json::to_string(keys)?).fetch_all(connection).await?)
}

/// Writes many rows with a statement whose `$1` is the list of them and `$2` the time. `on_rows` is told how many were
/// written.
pub(crate) async fn write<R: Serialize>(
    connection: &mut AnyConnection,
    dialect: Dialect,
    statement: &'static str,
    rows: &[R],
    now: i64,
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    for some in rows.chunks(AT_ONCE) {
        sqlx::query(dialect.spelled(statement))
            .bind(serde_json::to_string(some)?)
            .bind(now)
            .execute(&mut *connection)
            .await?;
        on_rows(some.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_spelled_for_each_database() {
        let statement = "SELECT e.value ->> 'id' FROM ROWS($1) AS e WHERE x IN LIST($2)";
        assert_eq!(
            Dialect::Sqlite.spelled(statement).0,
            "SELECT e.value ->> 'id' FROM json_each($1) AS e WHERE x IN (SELECT value FROM json_each($2))"
        );
        assert_eq!(
            Dialect::Postgres.spelled(statement).0,
            "SELECT e.value ->> 'id' FROM json_array_elements(CAST($1 AS json)) AS e(value) WHERE x IN \
             (SELECT value FROM json_array_elements_text(CAST($2 AS json)))"
        );
    }
}
