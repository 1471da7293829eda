//! Which contacts a list shows: filter, search, order, keyset pages.
//!
//! Owners are few and stand first in every order; they come with the first page, the others follow in pages. A needle
//! that few rows hold is found by the trigram index, and its hits are sorted; one that many hold is found by walking the
//! order's index, which soon has a page full.

use crate::base::canon;
use crate::base::dialect::Dialect;
use crate::base::error::Failure;
use crate::records::contacts::{ContactRecord, contact_columns};
use crate::unit::Unit;
use domain::contact::{AccessFilter, ContactFilter, ContactQuery, ContactSort, ContactStatus};
use domain::id::{AccountId, ContactId};
use domain::list::{COUNTED, Direction, PAGE_ROWS, Total};
use domain::time::Timestamp;

/// A page of rows.
pub(crate) struct Found {
    pub(crate) records: Vec<ContactRecord>,
    pub(crate) total: Total,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

/// What every statement here is asked with: the filter, as values.
struct Asked {
    account: String,
    /// '' for all that are not deleted, else the one state.
    state: &'static str,
    /// -1: whatever; 0 or 1: whether access or invitation has run out.
    over: i64,
    access_kind: &'static str,
    access_key: String,
    /// The pattern of LIKE; '' where nothing is searched. One or two characters match the start of words.
    like: String,
    /// The needle for the trigram index, three characters at least; '' where it can't help.
    needle: String,
    now: i64,
}

impl Asked {
    fn new(account: AccountId, filter: &ContactFilter, now: i64) -> Self {
        let (state, over) = match filter.status {
            None => ("", -1),
            Some(ContactStatus::ContactOnly) => ("contact_only", -1),
            Some(ContactStatus::RequestPending) => ("pending", 0),
            Some(ContactStatus::InvitationExpired) => ("pending", 1),
            Some(ContactStatus::Active) => ("active", 0),
            Some(ContactStatus::AccessExpired) => ("active", 1),
            Some(ContactStatus::Suspended) => ("suspended", -1),
            Some(ContactStatus::Declined) => ("declined", -1),
            Some(ContactStatus::Deleted) => ("deleted", -1),
        };
        let (access_kind, access_key) = match &filter.access {
            None => ("", String::new()),
            Some(AccessFilter::Role(role)) => ("role", role.key().to_owned()),
            Some(AccessFilter::Template(key)) => ("template", key.clone()),
            Some(AccessFilter::Owner) => ("owner", String::new()),
            Some(AccessFilter::Nothing) => ("nothing", String::new()),
        };
        let typed = canon::fold(&filter.search.chars().take(200).collect::<String>());
        let (needle, length) = match typed.chars().count() {
            0 => (String::new(), 0),
            // Every word of the text that is searched has a space before it.
            1 | 2 => (format!(" {typed}"), typed.chars().count() + 1),
            length => (typed, length),
        };
        let escaped = needle.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = if length == 0 { String::new() } else { format!("%{escaped}%") };
        let needle = if length < 3 { String::new() } else { needle };
        Self { account: account.to_string(), state, over, access_kind, access_key, like, needle, now }
    }
}

/// The conditions of the filter, with `$1` account to `$7`.
macro_rules! filtered {
    () => {
        "account_id = $1 AND (state = $2 OR ($2 = '' AND state <> 'deleted')) \
         AND ($3 = -1 OR $3 = CASE WHEN ends_at IS NOT NULL AND ends_at <= $4 THEN 1 ELSE 0 END) \
         AND ($5 = '' OR ($5 = 'owner' AND rank = 0) OR ($5 = 'template' AND template = $6) \
         OR ($5 = 'role' AND EXISTS (SELECT 1 FROM grants g WHERE g.account_id = contacts.account_id \
         AND g.subject_id = contacts.id AND g.kind = 'role' AND g.key = $6)) \
         OR ($5 = 'nothing' AND rank = 1 AND NOT EXISTS (SELECT 1 FROM grants g \
         WHERE g.account_id = contacts.account_id AND g.subject_id = contacts.id)))"
    };
}

// A bare parameter after LIKE would have SQLite prepare the statement anew for every value.
macro_rules! matching {
    () => {
        "($7 = '' OR search_text LIKE ('' || $7) ESCAPE '\\')"
    };
}

/// The statements of one order: `$8` rank, `$9` the key and `$10` the id to go on from, `$11` how many rows.
struct Statements {
    /// Walks the order.
    walk: &'static str,
    /// Takes the hits of the trigram index instead.
    indexed_sqlite: &'static str,
    indexed_postgres: &'static str,
}

macro_rules! statements {
    ($column:literal, $beyond:literal, $order:literal) => {
        Statements {
            walk: concat!(
                "SELECT ",
                contact_columns!(),
                " FROM contacts WHERE ",
                filtered!(),
                " AND ",
                matching!(),
                " AND rank = $8 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($9, $10) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $11"
            ),
            indexed_sqlite: concat!(
                "SELECT ",
                contact_columns!(),
                " FROM contacts WHERE id IN (SELECT r.contact_id FROM contact_search s \
                 JOIN contact_search_rows r ON r.row_number = s.rowid WHERE contact_search MATCH $12) AND ",
                filtered!(),
                " AND ",
                matching!(),
                " AND +rank = $8 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($9, $10) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $11"
            ),
            indexed_postgres: concat!(
                "WITH hits AS MATERIALIZED (SELECT * FROM contacts WHERE account_id = $1 AND search_text LIKE $12) \
                 SELECT ",
                contact_columns!(),
                " FROM hits AS contacts WHERE ",
                filtered!(),
                " AND ",
                matching!(),
                " AND rank = $8 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($9, $10) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $11"
            ),
        }
    };
}

const fn statements(sort: ContactSort, forward: bool) -> Statements {
    match (sort, forward) {
        (ContactSort::Name, true) => statements!("sort_name", ">", "ASC"),
        (ContactSort::Name, false) => statements!("sort_name", "<", "DESC"),
        (ContactSort::Email, true) => statements!("email_key", ">", "ASC"),
        (ContactSort::Email, false) => statements!("email_key", "<", "DESC"),
        (ContactSort::Status, true) => statements!("state", ">", "ASC"),
        (ContactSort::Status, false) => statements!("state", "<", "DESC"),
        (ContactSort::LastSignIn, true) => statements!("last_sign_in", ">", "ASC"),
        (ContactSort::LastSignIn, false) => statements!("last_sign_in", "<", "DESC"),
    }
}

/// Where a page begins, and which way it is read from there.
#[derive(Debug, Clone)]
struct Cursor {
    forward: bool,
    id: String,
    key: String,
}

impl Cursor {
    /// The cursor in an address; anything else is the first page.
    fn parse(text: &str) -> Option<Self> {
        let (way, rest) = text.split_once('~')?;
        let (id, key) = rest.split_once('~')?;
        id.parse::<ContactId>().ok()?;
        let forward = match way {
            "after" => true,
            "before" => false,
            _ => return None,
        };
        Some(Self { forward, id: id.to_owned(), key: key.to_owned() })
    }

    fn text(way: &str, record: &ContactRecord, sort: ContactSort) -> String {
        let key = match sort {
            ContactSort::Name => record.sort_name.clone(),
            ContactSort::Email => record.email_key.clone(),
            ContactSort::Status => record.state.clone(),
            ContactSort::LastSignIn => record.last_sign_in.to_string(),
        };
        format!("{way}~{}~{key}", record.id)
    }

    /// Before everything, in the order read.
    fn start(ascending: bool) -> Self {
        // The last character there is, more often than any name has it, is beyond every name and id.
        let beyond = "\u{10FFFF}".repeat(4);
        if ascending {
            Self { forward: true, id: String::new(), key: String::new() }
        } else {
            Self { forward: true, id: beyond.clone(), key: beyond }
        }
    }
}

/// A page of contacts.
pub(crate) async fn page(unit: &mut Unit<'_>, account: AccountId, query: &ContactQuery) -> Result<Found, Failure> {
    let asked = Asked::new(account, &query.filter, unit.now().0);
    let down = query.direction == Direction::Ascending;
    let given = Cursor::parse(&query.cursor);
    let read_forward = given.as_ref().is_none_or(|cursor| cursor.forward);
    let ascending = down == read_forward;
    let from = given.clone().unwrap_or_else(|| Cursor::start(ascending));
    let by = Search::choose(unit, &asked).await?;
    let limit = i64::try_from(PAGE_ROWS).unwrap_or(50) + 1;
    let ask = |ascending, rank, from| Ask { asked: &asked, sort: query.sort, ascending, rank, from, limit };
    let mut rows = ask(ascending, 1, &from).run(unit, by).await?;
    let more = rows.len() > PAGE_ROWS;
    rows.truncate(PAGE_ROWS);
    if !read_forward {
        rows.reverse();
    }
    let (has_previous, has_next) = if read_forward { (given.is_some(), more) } else { (more, true) };
    let previous = rows.first().filter(|_| has_previous).map(|row| Cursor::text("before", row, query.sort));
    let next = rows.last().filter(|_| has_next).map(|row| Cursor::text("after", row, query.sort));
    let mut records = Vec::new();
    if !has_previous {
        records = ask(down, 0, &Cursor::start(down)).run(unit, by).await?;
    }
    records.extend(rows);
    let total = match (has_previous, has_next) {
        (false, false) => Total::Exact(i64::try_from(records.len()).unwrap_or(0)),
        _ => count(unit, &asked, by).await?,
    };
    Ok(Found { records, total, previous, next })
}

/// How the rows of a search are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    /// In the order of the page, row by row.
    Walk,
    /// By the trigram index.
    Index,
}

/// More hits than these are walked to: sorting them would take longer.
const FEW: i64 = 1000;

impl Search {
    async fn choose(unit: &mut Unit<'_>, asked: &Asked) -> Result<Self, Failure> {
        if asked.needle.is_empty() {
            return Ok(Self::Walk);
        }
        let dialect = unit.dialect();
        let (hits,): (i64,) = match dialect {
            Dialect::Sqlite => sqlx::query_as(
                "SELECT COUNT(*) FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH $1 LIMIT $2) AS hits",
            )
            .bind(phrase(&asked.needle)),
            Dialect::Postgres => sqlx::query_as(
                "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE search_text LIKE $1 LIMIT $2) AS hits",
            )
            .bind(&asked.like),
        }
        .bind(FEW + 1)
        .fetch_one(unit.connection())
        .await?;
        Ok(if hits > FEW { Self::Walk } else { Self::Index })
    }
}

impl Asked {
    /// What the index is asked for.
    fn hits(&self, dialect: Dialect) -> String {
        match dialect {
            Dialect::Sqlite => phrase(&self.needle),
            Dialect::Postgres => self.like.clone(),
        }
    }
}

/// A needle as a phrase of the trigram index.
fn phrase(needle: &str) -> String {
    format!("\"{}\"", needle.replace('"', "\"\""))
}

struct Ask<'a> {
    asked: &'a Asked,
    sort: ContactSort,
    ascending: bool,
    rank: i64,
    from: &'a Cursor,
    limit: i64,
}

impl Ask<'_> {
    async fn run(&self, unit: &mut Unit<'_>, by: Search) -> Result<Vec<ContactRecord>, Failure> {
        let (asked, dialect) = (self.asked, unit.dialect());
        let statements = statements(self.sort, self.ascending);
        let statement = match (by, dialect) {
            (Search::Walk, _) => statements.walk,
            (Search::Index, Dialect::Sqlite) => statements.indexed_sqlite,
            (Search::Index, Dialect::Postgres) => statements.indexed_postgres,
        };
        let mut query = sqlx::query_as(statement)
            .bind(&asked.account)
            .bind(asked.state)
            .bind(asked.over)
            .bind(asked.now)
            .bind(asked.access_kind)
            .bind(&asked.access_key)
            .bind(&asked.like)
            .bind(self.rank);
        query = match self.sort {
            ContactSort::LastSignIn => query.bind(self.instant()),
            ContactSort::Name | ContactSort::Email | ContactSort::Status => query.bind(&self.from.key),
        };
        query = query.bind(&self.from.id).bind(self.limit);
        if by == Search::Index {
            query = query.bind(asked.hits(dialect));
        }
        Ok(query.fetch_all(unit.connection()).await?)
    }

    fn instant(&self) -> i64 {
        match self.from.key.as_str() {
            "" => i64::MIN,
            key => key.parse().unwrap_or(i64::MAX),
        }
    }
}

const COUNT: &str = concat!(
    "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE ",
    filtered!(),
    " AND ",
    matching!(),
    " LIMIT $8) AS counted"
);
const COUNT_SQLITE: &str = concat!(
    "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE id IN (SELECT r.contact_id FROM contact_search s \
     JOIN contact_search_rows r ON r.row_number = s.rowid WHERE contact_search MATCH $9) AND ",
    filtered!(),
    " AND ",
    matching!(),
    " LIMIT $8) AS counted"
);

async fn count(unit: &mut Unit<'_>, asked: &Asked, by: Search) -> Result<Total, Failure> {
    // PostgreSQL finds its index by itself.
    let indexed = by == Search::Index && unit.dialect() == Dialect::Sqlite;
    let mut query = sqlx::query_as::<_, (i64,)>(if indexed { COUNT_SQLITE } else { COUNT })
        .bind(&asked.account)
        .bind(asked.state)
        .bind(asked.over)
        .bind(asked.now)
        .bind(asked.access_kind)
        .bind(&asked.access_key)
        .bind(&asked.like)
        .bind(COUNTED + 1);
    if indexed {
        query = query.bind(phrase(&asked.needle));
    }
    let (counted,) = query.fetch_one(unit.connection()).await?;
    Ok(if counted > COUNTED { Total::Many } else { Total::Exact(counted) })
}

const AFTER: &str = concat!(
    "SELECT id FROM contacts WHERE ",
    filtered!(),
    " AND ",
    matching!(),
    " AND created_at <= $8 AND updated_at <= $8 AND id > $9 ORDER BY id LIMIT $10"
);

/// The contacts that a filter finds of those who have stood as they are since `until`, in the order of their ids: so many
/// after one. Who was changed since then did not match when it was asked for, as far as anybody knows.
pub(crate) async fn after(
    unit: &mut Unit<'_>,
    account: AccountId,
    filter: &ContactFilter,
    until: Timestamp,
    (reached, limit): (&str, usize),
) -> Result<Vec<ContactId>, Failure> {
    let asked = Asked::new(account, filter, unit.now().0);
    let rows: Vec<(String,)> = sqlx::query_as(AFTER)
        .bind(&asked.account)
        .bind(asked.state)
        .bind(asked.over)
        .bind(asked.now)
        .bind(asked.access_kind)
        .bind(&asked.access_key)
        .bind(&asked.like)
        .bind(until.0)
        .bind(reached)
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(unit.connection())
        .await?;
    rows.into_iter().map(|(id,)| Ok(id.parse()?)).collect()
}
