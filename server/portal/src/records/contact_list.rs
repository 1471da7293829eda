//! Which contacts a list shows: filter, search, order, keyset pages.
//!
//! Owners are few and stand first in every order; they come with the first page, the others follow in pages. In an account
//! of few contacts a search reads them all. In a larger one a needle that few rows of the account hold is found by the
//! trigram index, and its hits are sorted; one that many hold is found by walking the order's index, which soon has a page
//! full.

mod counts;
mod first;
mod of_service;

pub(crate) use counts::counts;
pub(crate) use first::first;
pub(crate) use of_service::of_service;

use crate::base::canon;
use crate::base::dialect::{Dialect, Statement, holding};
use crate::base::error::Failure;
use crate::records::contacts::{ContactRecord, contact_columns};
use crate::unit::Unit;
use crate::unit::page::{Key, Keyset, List, Pinned};
use domain::contact::{AccessFilter, ContactFilter, ContactQuery, ContactSort};
use domain::id::{AccountId, ContactId};
use domain::list::Page;
use domain::status::ContactStatus;
use domain::time::Timestamp;

/// What every statement here is asked with: the filter, as values.
struct Asked {
    account: String,
    /// The one state; else all but deleted ones.
    state: Option<&'static str>,
    /// Whether access or invitation has run out, where it matters.
    over: Option<Over>,
    access: Option<AccessFilter>,
    /// The pattern of LIKE, where something is searched. One or two characters match the start of words.
    like: Option<String>,
    /// The needle for the trigram index, three characters at least.
    needle: Option<String>,
    now: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Yes,
    No,
}

impl Asked {
    fn new(account: AccountId, filter: &ContactFilter, now: i64) -> Self {
        let (state, over) = match filter.status {
            None => (None, None),
            Some(ContactStatus::ContactOnly) => (Some("contact_only"), None),
            Some(ContactStatus::RequestPending) => (Some("pending"), Some(Over::No)),
            Some(ContactStatus::InvitationExpired) => (Some("pending"), Some(Over::Yes)),
            Some(ContactStatus::Active) => (Some("active"), Some(Over::No)),
            Some(ContactStatus::AccessExpired) => (Some("active"), Some(Over::Yes)),
            Some(ContactStatus::Suspended) => (Some("suspended"), None),
            Some(ContactStatus::Declined) => (Some("declined"), None),
            Some(ContactStatus::Deleted) => (Some("deleted"), None),
        };
        let typed = canon::fold(&filter.search.chars().take(200).collect::<String>());
        let (needle, length) = match typed.chars().count() {
            0 => (String::new(), 0),
            // Every word of the text that is searched has a space before it.
            1 | 2 => (format!(" {typed}"), typed.chars().count() + 1),
            length => (typed, length),
        };
        let like = (length > 0).then(|| holding(&needle));
        let needle = (length >= 3).then_some(needle);
        Self { account: account.to_string(), state, over, access: filter.access.clone(), like, needle, now }
    }

    /// The condition that a row meets.
    fn filter(&self, statement: &mut Statement) {
        statement.push("account_id = ").bind(self.account.as_str());
        match self.state {
            None => statement.push(" AND state <> 'deleted'"),
            // With the bare column SQLite would sort all of a state instead of walking the order's index.
            Some(state) => statement.push(" AND COALESCE(state, '') = ").bind(state),
        };
        match self.over {
            None => {}
            Some(Over::Yes) => {
                statement.push(" AND ends_at <= ").bind(self.now);
            }
            Some(Over::No) => {
                statement.push(" AND (ends_at IS NULL OR ends_at > ").bind(self.now).push(")");
            }
        }
        self.found(statement);
    }

    /// The condition of search and access, whatever the state.
    fn found(&self, statement: &mut Statement) {
        self.having(statement);
        if let Some(like) = &self.like {
            // A bare parameter after LIKE would have SQLite prepare the statement anew for every value.
            statement.push(" AND search_text LIKE ('' || ").bind(like.as_str()).push(") ESCAPE '\\'");
        }
    }

    /// The condition of what the contact was given.
    fn having(&self, statement: &mut Statement) {
        match &self.access {
            None => {}
            Some(AccessFilter::Owner) => {
                statement.push(" AND rank = 0");
            }
            Some(AccessFilter::Template(key)) => {
                statement.push(" AND template = ").bind(key.as_str());
            }
            Some(AccessFilter::Role(role)) => {
                statement
                    .push(
                        " AND EXISTS (SELECT 1 FROM grants g WHERE g.account_id = contacts.account_id \
                         AND g.subject_id = contacts.id AND g.kind = 'role' AND g.key = ",
                    )
                    .bind(role.key())
                    .push(")");
            }
            Some(AccessFilter::Nothing) => {
                statement.push(
                    " AND rank = 1 AND NOT EXISTS (SELECT 1 FROM grants g \
                     WHERE g.account_id = contacts.account_id AND g.subject_id = contacts.id)",
                );
            }
        }
    }

    /// The same, with the hits of the trigram index only.
    fn filter_hits(&self, statement: &mut Statement) {
        self.filter(statement);
        if let Some(needle) = &self.needle {
            // CROSS JOIN has SQLite keep this order, and look in the index between the rows of the account only.
            statement
                .push(
                    " AND id IN (SELECT r.contact_id FROM contact_search_accounts a CROSS JOIN contact_search s \
                     ON s.rowid BETWEEN (a.number << 32) AND (a.number << 32) + a.given \
                     CROSS JOIN contact_search_rows r ON r.row_number = s.rowid WHERE a.account_id = ",
                )
                .bind(self.account.as_str())
                .push(" AND contact_search MATCH ")
                .bind(phrase(needle))
                .push(")");
        }
    }
}

const fn key(sort: ContactSort) -> Key {
    match sort {
        ContactSort::Name => Key::Text("sort_surname"),
        ContactSort::Email => Key::Text("email_key"),
        ContactSort::Status => Key::Text("state"),
        ContactSort::LastSignIn => Key::Number("last_sign_in"),
    }
}

fn key_of(record: &ContactRecord, sort: ContactSort) -> String {
    match sort {
        ContactSort::Name => record.sort_surname.clone(),
        ContactSort::Email => record.email_key.clone(),
        ContactSort::Status => record.state.clone(),
        ContactSort::LastSignIn => record.last_sign_in.to_string(),
    }
}

/// A page of contacts.
pub(crate) async fn page(
    unit: &mut Unit<'_>,
    account: AccountId,
    query: &ContactQuery,
) -> Result<Page<ContactRecord>, Failure> {
    let asked = Asked::new(account, &query.filter, unit.now().0);
    let mut statement = Statement::new(unit.dialect());
    let (walk, hits) = (|s: &mut Statement| asked.filter(s), |s: &mut Statement| asked.filter_hits(s));
    let mut list = List {
        columns: contact_columns!(),
        from: "contacts",
        filter: &walk,
        pinned: Some(Pinned { first: "rank = 0", others: "rank = 1" }),
        keyset: Keyset::new(key(query.sort), query.direction, &query.cursor),
    };
    match (Search::choose(unit, &asked).await?, unit.dialect(), &asked.like) {
        (Search::Index, Dialect::Sqlite, _) => {
            list.filter = &hits;
            // Without the sign SQLite would walk the order's index after all.
            list.pinned = Some(Pinned { first: "+rank = 0", others: "+rank = 1" });
        }
        (Search::Index, Dialect::Postgres, Some(like)) => {
            statement.push("WITH hits AS MATERIALIZED (SELECT * FROM contacts WHERE account_id = ");
            statement.bind(asked.account.as_str()).push(" AND search_text LIKE ").bind(like.as_str()).push(") ");
            list.from = "hits AS contacts";
        }
        (Search::Small, Dialect::Postgres, _) => {
            // What is materialized has no trigram index that the planner could choose.
            statement.push("WITH own AS MATERIALIZED (SELECT * FROM contacts WHERE account_id = ");
            statement.bind(asked.account.as_str()).push(") ");
            list.from = "own AS contacts";
        }
        (Search::Walk, ..) | (Search::Small, Dialect::Sqlite, _) | (Search::Index, Dialect::Postgres, None) => {}
    }
    list.page(unit, statement, |record: &ContactRecord| (record.id.clone(), key_of(record, query.sort))).await
}

/// How the rows of a search are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    /// Among all rows of the account, which are few.
    Small,
    /// In the order of the page, row by row.
    Walk,
    /// By the trigram index.
    Index,
}

/// An account of no more contacts is searched without an index. More hits than these are walked to: sorting them would take
/// longer.
const FEW: i64 = 1000;

impl Search {
    // INVARIANT: an account of few contacts never looks in the trigram index, which all accounts share: the time that its
    // searches take would tell how often others have a word. In a larger one only hits on the account are counted.
    async fn choose(unit: &mut Unit<'_>, asked: &Asked) -> Result<Self, Failure> {
        let Some(like) = &asked.like else { return Ok(Self::Walk) };
        let plan = if asked.contacts(unit).await? <= FEW {
            Self::Small
        } else if let Some(needle) = &asked.needle
            && asked.hits(unit, needle, like).await? <= FEW
        {
            Self::Index
        } else {
            Self::Walk
        };
        tracing::debug!(?plan, "search planned");
        Ok(plan)
    }
}

impl Asked {
    /// How many contacts the account has; one more than [`FEW`] stands for all above.
    async fn contacts(&self, unit: &mut Unit<'_>) -> Result<i64, Failure> {
        let (contacts,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE account_id = $1 LIMIT $2) AS few")
                .bind(&self.account)
                .bind(FEW + 1)
                .fetch_one(unit.connection())
                .await?;
        Ok(contacts)
    }

    /// How many of them hold the needle, counted in the trigram index; one more than [`FEW`] stands for all above.
    async fn hits(&self, unit: &mut Unit<'_>, needle: &str, like: &str) -> Result<i64, Failure> {
        let (hits,): (i64,) = match unit.dialect() {
            Dialect::Sqlite => sqlx::query_as(
                "SELECT COUNT(*) FROM (SELECT 1 FROM contact_search_accounts a CROSS JOIN contact_search s \
                 ON s.rowid BETWEEN (a.number << 32) AND (a.number << 32) + a.given \
                 WHERE a.account_id = $1 AND contact_search MATCH $2 LIMIT $3) AS hits",
            )
            .bind(&self.account)
            .bind(phrase(needle)),
            Dialect::Postgres => sqlx::query_as(
                "SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE account_id = $1 AND search_text LIKE $2 LIMIT $3) \
                 AS hits",
            )
            .bind(&self.account)
            .bind(like),
        }
        .bind(FEW + 1)
        .fetch_one(unit.connection())
        .await?;
        Ok(hits)
    }
}

/// A needle as a phrase of the trigram index.
fn phrase(needle: &str) -> String {
    format!("\"{}\"", needle.replace('"', "\"\""))
}

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
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT id FROM contacts WHERE ");
    asked.filter(&mut statement);
    statement.push(" AND created_at <= ").bind(until.0).push(" AND updated_at <= ").bind(until.0);
    statement.push(" AND id > ").bind(reached).push(" ORDER BY id LIMIT ");
    statement.bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows: Vec<(String,)> = statement.fetch_all(unit.connection()).await?;
    rows.into_iter().map(|(id,)| Ok(id.parse()?)).collect()
}
