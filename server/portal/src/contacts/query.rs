//! Which contacts a list shows: filter, search, order, keyset pages.
//!
//! Owners are few and stand first in every order; they come with the first page, the others follow in pages. A search
//! walks the order's index as far as 2,000 rows; where that finds less than a page, the trigram index names every
//! hit, and those are sorted. So a needle that many rows hold is found by walking, one that few hold by the index.

use crate::canon;
use crate::contacts::store::{ContactRecord, contact_columns};
use crate::dialect::Dialect;
use crate::error::Failure;
use crate::unit::Unit;
use domain::access::Permit;
use domain::contact::{AccessFilter, ContactFilter, ContactQuery, ContactSort, ContactStatus};
use domain::id::ContactId;
use domain::list::{COUNTED, Direction, PAGE_ROWS, Total};

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
    /// The patterns of LIKE; '' where nothing is searched. For one or two characters they match the start of words.
    like_one: String,
    like_two: String,
    /// The needle for the trigram index; '' where it can't help.
    needle: String,
    now: i64,
}

impl Asked {
    fn new(permit: &Permit, filter: &ContactFilter, now: i64) -> Self {
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
        let needle = canon::fold(&filter.search.chars().take(200).collect::<String>());
        let escaped = needle.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let (like_one, like_two) = match needle.chars().count() {
            0 => (String::new(), String::new()),
            1 | 2 => (format!("{escaped}%"), format!("% {escaped}%")),
            _ => (format!("%{escaped}%"), String::new()),
        };
        let needle = if needle.chars().count() < 3 { String::new() } else { needle };
        Self {
            account: permit.account().to_string(),
            state,
            over,
            access_kind,
            access_key,
            like_one,
            like_two,
            needle,
            now,
        }
    }

    fn searches(&self) -> bool {
        !self.like_one.is_empty()
    }
}

/// The conditions of the filter, with `$1` account to `$8`.
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

macro_rules! matching {
    () => {
        "($7 = '' OR search_text LIKE $7 ESCAPE '\\' OR ($8 <> '' AND search_text LIKE $8 ESCAPE '\\'))"
    };
}

/// The three statements of one order: `$9` rank, `$10` the key and `$11` the id to go on from, `$12` how many rows.
struct Statements {
    /// Walks the order.
    walk: &'static str,
    /// Walks at most 2,000 rows of it, for a search.
    bounded: &'static str,
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
                " AND rank = $9 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($10, $11) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $12"
            ),
            bounded: concat!(
                "SELECT ",
                contact_columns!(),
                " FROM (SELECT * FROM contacts WHERE account_id = $1 AND rank = $9 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($10, $11) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT 2000) AS contacts WHERE ",
                filtered!(),
                " AND ",
                matching!(),
                " ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $12"
            ),
            indexed_sqlite: concat!(
                "SELECT ",
                contact_columns!(),
                " FROM contacts WHERE id IN (SELECT r.contact_id FROM contact_search s \
                 JOIN contact_search_rows r ON r.row_number = s.rowid WHERE contact_search MATCH $13) AND ",
                filtered!(),
                " AND ",
                matching!(),
                " AND +rank = $9 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($10, $11) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $12"
            ),
            indexed_postgres: concat!(
                "WITH hits AS MATERIALIZED (SELECT * FROM contacts WHERE account_id = $1 AND search_text LIKE $13) \
                 SELECT ",
                contact_columns!(),
                " FROM hits AS contacts WHERE ",
                filtered!(),
                " AND ",
                matching!(),
                " AND rank = $9 AND (",
                $column,
                ", id) ",
                $beyond,
                " ($10, $11) ORDER BY ",
                $column,
                " ",
                $order,
                ", id ",
                $order,
                " LIMIT $12"
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
pub(crate) async fn page(unit: &mut Unit<'_>, permit: &Permit, query: &ContactQuery) -> Result<Found, Failure> {
    let asked = Asked::new(permit, &query.filter, unit.now().0);
    let down = query.direction == Direction::Ascending;
    let given = Cursor::parse(&query.cursor);
    let read_forward = given.as_ref().is_none_or(|cursor| cursor.forward);
    let ascending = down == read_forward;
    let from = given.clone().unwrap_or_else(|| Cursor::start(ascending));
    let limit = i64::try_from(PAGE_ROWS).unwrap_or(50) + 1;
    let mut rows = read(unit, &asked, query.sort, ascending, 1, &from, limit).await?;
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
        records = read(unit, &asked, query.sort, down, 0, &Cursor::start(down), limit).await?;
    }
    records.extend(rows);
    let total = match (has_previous, has_next) {
        (false, false) => Total::Exact(i64::try_from(records.len()).unwrap_or(0)),
        _ => count(unit, &asked).await?,
    };
    Ok(Found { records, total, previous, next })
}

async fn read(
    unit: &mut Unit<'_>,
    asked: &Asked,
    sort: ContactSort,
    ascending: bool,
    rank: i64,
    from: &Cursor,
    limit: i64,
) -> Result<Vec<ContactRecord>, Failure> {
    let statements = statements(sort, ascending);
    let ask = Ask { asked, sort, rank, from, limit };
    if asked.needle.is_empty() {
        return ask.run(unit, statements.walk, None).await;
    }
    let rows = ask.run(unit, statements.bounded, None).await?;
    if i64::try_from(rows.len()).unwrap_or(i64::MAX) >= limit {
        return Ok(rows);
    }
    match unit.dialect() {
        Dialect::Sqlite => ask.run(unit, statements.indexed_sqlite, Some(phrase(&asked.needle))).await,
        Dialect::Postgres => ask.run(unit, statements.indexed_postgres, Some(asked.like_one.clone())).await,
    }
}

/// A needle as a phrase of the trigram index.
fn phrase(needle: &str) -> String {
    format!("\"{}\"", needle.replace('"', "\"\""))
}

struct Ask<'a> {
    asked: &'a Asked,
    sort: ContactSort,
    rank: i64,
    from: &'a Cursor,
    limit: i64,
}

impl Ask<'_> {
    async fn run(
        &self,
        unit: &mut Unit<'_>,
        statement: &'static str,
        hits: Option<String>,
    ) -> Result<Vec<ContactRecord>, Failure> {
        let asked = self.asked;
        let mut query = sqlx::query_as(statement)
            .bind(&asked.account)
            .bind(asked.state)
            .bind(asked.over)
            .bind(asked.now)
            .bind(asked.access_kind)
            .bind(&asked.access_key)
            .bind(&asked.like_one)
            .bind(&asked.like_two)
            .bind(self.rank);
        query = match self.sort {
            ContactSort::LastSignIn => query.bind(self.instant()),
            ContactSort::Name | ContactSort::Email | ContactSort::Status => query.bind(&self.from.key),
        };
        query = query.bind(&self.from.id).bind(self.limit);
        if let Some(hits) = hits {
            query = query.bind(hits);
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
    " LIMIT $9) AS counted"
);
const COUNT_SQLITE: &str = concat!(
    "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE id IN (SELECT r.contact_id FROM contact_search s \
     JOIN contact_search_rows r ON r.row_number = s.rowid WHERE contact_search MATCH $10) AND ",
    filtered!(),
    " AND ",
    matching!(),
    " LIMIT $9) AS counted"
);

async fn count(unit: &mut Unit<'_>, asked: &Asked) -> Result<Total, Failure> {
    let indexed = asked.searches() && !asked.needle.is_empty() && unit.dialect() == Dialect::Sqlite;
    let mut query = sqlx::query_as::<_, (i64,)>(if indexed { COUNT_SQLITE } else { COUNT })
        .bind(&asked.account)
        .bind(asked.state)
        .bind(asked.over)
        .bind(asked.now)
        .bind(asked.access_kind)
        .bind(&asked.access_key)
        .bind(&asked.like_one)
        .bind(&asked.like_two)
        .bind(COUNTED + 1);
    if indexed {
        query = query.bind(phrase(&asked.needle));
    }
    let (counted,) = query.fetch_one(unit.connection()).await?;
    Ok(if counted > COUNTED { Total::Many } else { Total::Exact(counted) })
}

const ALL: &str = concat!("SELECT id FROM contacts WHERE ", filtered!(), " AND ", matching!(), " ORDER BY id");

/// Every contact that the filter finds, for bulk actions.
pub(crate) async fn all(
    unit: &mut Unit<'_>,
    permit: &Permit,
    filter: &ContactFilter,
) -> Result<Vec<ContactId>, Failure> {
    let asked = Asked::new(permit, filter, unit.now().0);
    let rows: Vec<(String,)> = sqlx::query_as(ALL)
        .bind(&asked.account)
        .bind(asked.state)
        .bind(asked.over)
        .bind(asked.now)
        .bind(asked.access_kind)
        .bind(&asked.access_key)
        .bind(&asked.like_one)
        .bind(&asked.like_two)
        .fetch_all(unit.connection())
        .await?;
    rows.into_iter().map(|(id,)| Ok(id.parse()?)).collect()
}
