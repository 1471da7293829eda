//! Statements of which some parts differ between the databases.

use super::Dialect;

/// A statement in the words of each database; [`both!`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Both {
    /// In those of SQLite.
    pub sqlite: &'static str,
    /// In those of PostgreSQL.
    pub postgres: &'static str,
}

impl Both {
    /// The words of this database.
    pub const fn on(self, dialect: Dialect) -> &'static str {
        dialect.pick(self.sqlite, self.postgres)
    }
}

/// A statement of which some parts differ: `list("$1")` stands for the texts of a JSON list, `rows("$1")` for its items,
/// each read with `e.value ->> 'column'`, `json("a, b")` for all rows as one JSON list of lists, and `lines("a, b")` for them as
/// lines ([`columns_of`]). With the embedded database each row is a switch between threads, so many rows cost less as one.
#[macro_export]
macro_rules! both {
    ($($part:tt $(($argument:literal))?),+ $(,)?) => {
        $crate::base::dialect::Both {
            sqlite: concat!($($crate::base::dialect::part!(sqlite $part $($argument)?)),+),
            postgres: concat!($($crate::base::dialect::part!(postgres $part $($argument)?)),+),
        }
    };
}
pub use both;

/// One part of [`both!`] in the words of one database.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    (sqlite list $values:literal) => {
        concat!("(SELECT value FROM json_each(", $values, "))")
    };
    (postgres list $values:literal) => {
        concat!("(SELECT value FROM json_array_elements_text(CAST(", $values, " AS json)))")
    };
    (sqlite rows $values:literal) => {
        concat!("json_each(", $values, ") AS e")
    };
    (postgres rows $values:literal) => {
        concat!("json_array_elements(CAST(", $values, " AS json)) AS e(value)")
    };
    (sqlite json $columns:literal) => {
        concat!("json_group_array(json_array(", $columns, "))")
    };
    (postgres json $columns:literal) => {
        concat!("COALESCE(CAST(json_agg(json_build_array(", $columns, ")) AS TEXT), '[]')")
    };
    ($database:ident lines $columns:literal) => {
        concat!("COALESCE(string_agg(concat_ws('|', ", $columns, "), '\n'), '')")
    };
    ($database:ident $text:literal) => {
        $text
    };
}
#[doc(hidden)]
pub use part;

/// The columns of each row that a statement gave with `lines`: cheaper than JSON, for ids and keys that are never NULL and
/// hold neither `|` nor a line's end. A row with another number of columns is left out.
pub(crate) fn columns_of<const N: usize>(lines: &str) -> impl Iterator<Item = [&str; N]> {
    lines.lines().filter_map(|line| {
        let mut columns = line.split('|');
        let row = std::array::from_fn(|_| columns.next());
        columns.next().is_none().then_some(())?;
        row.iter().all(Option::is_some).then(|| row.map(Option::unwrap_or_default))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_the_words_of_each_database() {
        let statement = both!("SELECT ", json("e.value"), " FROM ", rows("$1"), " WHERE x IN ", list("$2"));
        assert_eq!(
            statement.on(Dialect::Sqlite),
            "SELECT json_group_array(json_array(e.value)) FROM json_each($1) AS e \
             WHERE x IN (SELECT value FROM json_each($2))"
        );
        assert_eq!(
            statement.on(Dialect::Postgres),
            "SELECT COALESCE(CAST(json_agg(json_build_array(e.value)) AS TEXT), '[]') \
             FROM json_array_elements(CAST($1 AS json)) AS e(value) \
             WHERE x IN (SELECT value FROM json_array_elements_text(CAST($2 AS json)))"
        );
    }

    #[test]
    fn lines_are_read_as_rows_and_others_are_left_out() {
        let rows: Vec<[&str; 3]> = columns_of("a||c\na|b\na|b|c|d\n\nx|y|z").collect();
        assert_eq!(rows, [["a", "", "c"], ["x", "y", "z"]]);
        assert_eq!(columns_of::<2>("").count(), 0);
    }
}
