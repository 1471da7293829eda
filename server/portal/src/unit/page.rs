//! Pages of lists, read by keyset: a page begins after, or ends before, the row that its cursor names.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::unit::Unit;
use domain::list::{COUNTED, Direction, PAGE_ROWS, Page, Total};
use serde::de::DeserializeOwned;
use sqlx::FromRow;
use uuid::Uuid;

/// A column that a list is sorted by, and the ids within equal ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Text(&'static str),
    Number(&'static str),
}

/// In which order a list is read, and from where on.
#[derive(Debug, Clone)]
pub(crate) struct Keyset {
    key: Key,
    direction: Direction,
    from: Option<Cursor>,
}

/// The row beside a page.
#[derive(Debug, Clone)]
struct Cursor {
    way: Way,
    id: String,
    key: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    After,
    Before,
}

#[derive(Debug, Clone)]
enum Bound {
    Text(String),
    Number(i64),
}

impl Keyset {
    /// With the cursor of an address; anything that is none is the first page.
    pub(crate) fn new(key: Key, direction: Direction, cursor: &str) -> Self {
        Self { key, direction, from: Cursor::parse(cursor, key) }
    }

    /// The same list from a row on that was read, in the same way; for lists that are sorted by a number.
    pub(crate) fn past(&self, id: &str, key: i64) -> Self {
        Self { from: Some(Cursor { way: self.way(), id: id.to_owned(), key: Bound::Number(key) }), ..self.clone() }
    }

    /// The page that rows make which were read with [`List::beyond`], one more than it holds.
    pub(crate) fn page<R>(&self, mut rows: Vec<R>, total: Total, beside: impl Fn(&R) -> (String, String)) -> Page<R> {
        if self.backward() {
            rows.reverse();
        }
        self.cut(rows, total, beside)
    }

    fn way(&self) -> Way {
        self.from.as_ref().map_or(Way::After, |from| from.way)
    }

    fn backward(&self) -> bool {
        self.way() == Way::Before
    }

    /// The direction in which the rows are read.
    const fn read(direction: Direction, way: Way) -> Direction {
        match (direction, way) {
            (direction, Way::After) => direction,
            (Direction::Ascending, Way::Before) => Direction::Descending,
            (Direction::Descending, Way::Before) => Direction::Ascending,
        }
    }

    const fn column(&self) -> &'static str {
        match self.key {
            Key::Text(column) | Key::Number(column) => column,
        }
    }

    /// The condition that the page's rows lie beyond the cursor.
    fn seek(&self, statement: &mut Statement) {
        let Some(from) = &self.from else { return };
        let beyond = match Self::read(self.direction, from.way) {
            Direction::Ascending => ", id) > (",
            Direction::Descending => ", id) < (",
        };
        statement.push(" AND (").push(self.column()).push(beyond);
        match &from.key {
            Bound::Text(key) => statement.bind(key.as_str()),
            Bound::Number(key) => statement.bind(*key),
        };
        statement.push(", ").bind(from.id.as_str()).push(")");
    }

    fn order(&self, statement: &mut Statement, way: Way) {
        let order = match Self::read(self.direction, way) {
            Direction::Ascending => " ASC, id ASC",
            Direction::Descending => " DESC, id DESC",
        };
        statement.push(" ORDER BY ").push(self.column()).push(order);
    }

    /// The rows of the page, of which one more was read, with the cursors of its neighbours.
    fn cut<R>(&self, mut rows: Vec<R>, total: Total, beside: impl Fn(&R) -> (String, String)) -> Page<R> {
        let more = rows.len() > PAGE_ROWS;
        let (has_previous, has_next) = if self.backward() { (more, true) } else { (self.from.is_some(), more) };
        if more && self.backward() {
            rows.remove(0);
        }
        rows.truncate(PAGE_ROWS);
        let cursor = |way: &str, row: &R| {
            let (id, key) = beside(row);
            format!("{way}~{id}~{key}")
        };
        let previous = rows.first().filter(|_| has_previous).map(|row| cursor("before", row));
        let next = rows.last().filter(|_| has_next).map(|row| cursor("after", row));
        Page { rows, total, previous, next }
    }
}

impl Cursor {
    fn parse(text: &str, key: Key) -> Option<Self> {
        let (way, rest) = text.split_once('~')?;
        let (id, bound) = rest.split_once('~')?;
        Uuid::parse_str(id).ok()?;
        let way = match way {
            "after" => Way::After,
            "before" => Way::Before,
            _ => return None,
        };
        let key = match key {
            Key::Text(_) => Bound::Text(bound.to_owned()),
            Key::Number(_) => Bound::Number(bound.parse().ok()?),
        };
        Some(Self { way, id: id.to_owned(), key })
    }
}

/// A list of which a page is read.
pub(crate) struct List<'a> {
    /// Its columns: the fields of the row in their order, and the key among them.
    pub(crate) columns: &'static str,
    /// Its table, in SQL.
    pub(crate) from: &'static str,
    /// Adds the condition that every row meets.
    pub(crate) filter: &'a (dyn Fn(&mut Statement) + Sync),
    /// What tells the rows that stand before all others on the first page, and the others.
    pub(crate) pinned: Option<Pinned>,
    pub(crate) keyset: Keyset,
}

/// Two conditions, in SQL.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pinned {
    pub(crate) first: &'static str,
    pub(crate) others: &'static str,
}

#[derive(FromRow)]
struct PageRow {
    pinned: String,
    listed: String,
    counted: i64,
}

impl List<'_> {
    /// The page, in one statement and one row; `statement` holds what comes before its SELECT. `beside` gives id and key
    /// of a row.
    pub(crate) async fn page<R: DeserializeOwned>(
        &self,
        unit: &mut Unit<'_>,
        mut statement: Statement,
        beside: impl Fn(&R) -> (String, String),
    ) -> Result<Page<R>, Failure> {
        statement.push("SELECT ");
        match self.pinned {
            Some(pinned) if self.keyset.from.is_none() || self.keyset.backward() => {
                self.rows(&mut statement, Some(pinned.first), Way::After, |_| {});
            }
            Some(_) | None => {
                statement.push("'[]'");
            }
        }
        statement.push(" AS pinned, ");
        let others = self.pinned.map(|pinned| pinned.others);
        self.rows(&mut statement, others, Way::After, |statement| self.cut_off(statement, PAGE_ROWS + 1));
        statement.push(" AS listed, (SELECT COUNT(*) FROM (SELECT 1 FROM ").push(self.from).push(" WHERE ");
        (self.filter)(&mut statement);
        statement.push(" LIMIT ").bind(COUNTED + 1).push(") AS rows_counted) AS counted");
        let found: PageRow = statement.fetch_one(unit.connection()).await?;
        let mut page = self.keyset.cut(serde_json::from_str(&found.listed)?, Total::of(found.counted), beside);
        if page.previous.is_none() {
            let mut rows: Vec<R> = serde_json::from_str(&found.pinned)?;
            rows.append(&mut page.rows);
            page.rows = rows;
        }
        Ok(page)
    }

    /// Up to `limit` rows beyond the cursor, the nearest first: for lists of which a reader sees some rows, as
    /// `domain::access` decides of each.
    pub(crate) async fn beyond<R: DeserializeOwned>(
        &self,
        unit: &mut Unit<'_>,
        limit: usize,
    ) -> Result<Vec<R>, Failure> {
        let mut statement = Statement::new(unit.dialect());
        statement.push("SELECT ");
        self.rows(&mut statement, None, self.keyset.way(), |statement| self.cut_off(statement, limit));
        let (rows,): (String,) = statement.fetch_one(unit.connection()).await?;
        Ok(serde_json::from_str(&rows)?)
    }

    /// The rows that meet `condition` as well, as one text, sorted as they are shown or, the other way, read.
    fn rows(
        &self,
        statement: &mut Statement,
        condition: Option<&'static str>,
        way: Way,
        beyond: impl FnOnce(&mut Statement),
    ) {
        statement.push("(SELECT ");
        statement.push_json(self.columns, |statement| self.keyset.order(statement, way));
        statement.push(" FROM (SELECT ").push(self.columns).push(" FROM ").push(self.from).push(" WHERE ");
        (self.filter)(statement);
        if let Some(condition) = condition {
            statement.push(" AND ").push(condition);
        }
        beyond(statement);
        statement.push(") AS found)");
    }

    fn cut_off(&self, statement: &mut Statement, limit: usize) {
        self.keyset.seek(statement);
        self.keyset.order(statement, self.keyset.way());
        statement.push(" LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    #[test]
    fn a_cursor_that_is_none_is_the_first_page() {
        let first = |key, cursor: &str| Keyset::new(key, Direction::Ascending, cursor).from.is_none();
        for odd in ["", "after", "after~x~y", "beside~x~y", &format!("beside~{ID}~y")] {
            assert!(first(Key::Text("name"), odd), "{odd}");
        }
        assert!(first(Key::Number("at"), &format!("after~{ID}~soon")));
        assert!(!first(Key::Text("name"), &format!("after~{ID}~a~b")));
    }

    #[test]
    fn a_page_names_its_neighbours() {
        let rows = |count: usize| (0..count).collect::<Vec<_>>();
        let beside = |row: &usize| (ID.to_owned(), row.to_string());
        let ends = |cursor: &str, count: usize| {
            let page =
                Keyset::new(Key::Number("at"), Direction::Ascending, cursor).cut(rows(count), Total::Many, beside);
            (page.rows.first().copied(), page.previous.is_some(), page.next.is_some())
        };
        let (after, before) = (format!("after~{ID}~7"), format!("before~{ID}~7"));
        assert_eq!(ends("", PAGE_ROWS), (Some(0), false, false));
        assert_eq!(ends("", PAGE_ROWS + 1), (Some(0), false, true));
        assert_eq!(ends(&after, 3), (Some(0), true, false));
        assert_eq!(ends(&before, PAGE_ROWS), (Some(0), false, true));
        assert_eq!(ends(&before, PAGE_ROWS + 1), (Some(1), true, true));
    }
}
