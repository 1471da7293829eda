//! Statements that take many rows at once. The rows go in as one JSON text, which both databases can unfold; a thousand
//! contacts then cost a handful of statements instead of thousands.

use crate::dialect::Dialect;
use crate::error::Failure;
use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

/// How many rows go into one statement.
pub(crate) const AT_ONCE: usize = 500;

/// The statement in a database's own words: `LIST($n)` stands for the texts of a JSON list, `ROWS($n) AS e` for its
/// items, each then read with `e.value ->> 'column'`.
pub(crate) fn spelled(dialect: Dialect, statement: &'static str) -> AssertSqlSafe<String> {
    let list = dialect.pick("(SELECT value FROM json_each(", "(SELECT value FROM json_array_elements_text(CAST(");
    let rows = dialect.pick("json_each(", "json_array_elements(CAST(");
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
            (list, dialect.pick("))", " AS json)))"))
        } else {
            (rows, dialect.pick(")", " AS json))"))
        };
        spelled.push_str(open);
        spelled.push('$');
        spelled.push_str(number);
        spelled.push_str(close);
        rest = after.get(end + 1..).unwrap_or("");
    }
    spelled.push_str(rest);
    if dialect == Dialect::Postgres {
        spelled = spelled.replace(" AS e ", " AS e(value) ");
    }
    // Every statement is a constant of this program with two phrases exchanged: nothing typed by anybody is in it.
    AssertSqlSafe(spelled)
}

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
    let mut query = sqlx::query_as(spelled(dialect, statement));
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
    Ok(sqlx::query_as(spelled(dialect, statement)).bind(serde_json::to_string(keys)?).fetch_all(connection).await?)
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
        sqlx::query(spelled(dialect, statement))
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
            spelled(Dialect::Sqlite, statement).0,
            "SELECT e.value ->> 'id' FROM json_each($1) AS e WHERE x IN (SELECT value FROM json_each($2))"
        );
        assert_eq!(
            spelled(Dialect::Postgres, statement).0,
            "SELECT e.value ->> 'id' FROM json_array_elements(CAST($1 AS json)) AS e(value) WHERE x IN \
             (SELECT value FROM json_array_elements_text(CAST($2 AS json)))"
        );
    }
}
