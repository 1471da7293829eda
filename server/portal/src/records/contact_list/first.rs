//! The first contacts that a search finds, for the search across an account: as the list finds them, but without a count
//! and without sorting more than a few hundred.

use super::{Asked, FEW, Search, key, phrase};
use crate::base::canon;
use crate::base::dialect::{Dialect, Statement};
use crate::base::error::Failure;
use crate::records::contacts::{ContactRecord, contact_columns};
use crate::unit::Unit;
use crate::unit::page::Key;
use domain::contact::{ContactFilter, ContactSort};
use domain::id::AccountId;

/// How many hits of the index are sorted. Where there are more, the first ones that were added are.
const SORTED: i64 = 200;

/// The first so many whom the list of contacts finds by these words, deleted ones left out. In an account of many
/// contacts one letter finds whose name begins with it.
pub(crate) async fn first(
    unit: &mut Unit<'_>,
    account: AccountId,
    words: &str,
    limit: usize,
) -> Result<Vec<ContactRecord>, Failure> {
    let filter = ContactFilter { search: words.to_owned(), ..ContactFilter::default() };
    let asked = Asked::new(account, &filter, unit.now().0);
    let Some(like) = &asked.like else { return Ok(Vec::new()) };
    // INVARIANT: as for the list, an account of few contacts never looks in the index that all accounts share.
    let plan = if asked.contacts(unit).await? <= FEW {
        Search::Small
    } else if asked.needle.is_some() {
        Search::Index
    } else {
        Search::Walk
    };
    tracing::debug!(?plan, "search planned");
    let (Key::Text(name) | Key::Number(name)) = key(ContactSort::Name);
    let mut statement = Statement::new(unit.dialect());
    match (plan, unit.dialect(), &asked.needle) {
        (Search::Index, Dialect::Sqlite, Some(needle)) => {
            statement
                .push(concat!("SELECT ", contact_columns!(), " FROM (SELECT c.* FROM contact_search_accounts a"))
                // CROSS JOIN has SQLite keep this order: hit by hit, until there are enough.
                .push(
                    " CROSS JOIN contact_search s ON s.rowid BETWEEN (a.number << 32) AND (a.number << 32) + a.given \
                     CROSS JOIN contact_search_rows r ON r.row_number = s.rowid \
                     CROSS JOIN contacts c ON c.account_id = a.account_id AND c.id = r.contact_id \
                     WHERE a.account_id = ",
                )
                .bind(asked.account.as_str())
                .push(" AND contact_search MATCH ")
                .bind(phrase(needle))
                .push(" AND c.state <> 'deleted' AND c.search_text LIKE ('' || ")
                .bind(like.as_str())
                .push(") ESCAPE '\\' LIMIT ")
                .bind(SORTED)
                .push(") AS hits");
        }
        (Search::Index, _, _) => {
            statement.push("WITH hits AS MATERIALIZED (SELECT * FROM contacts WHERE ");
            asked.filter(&mut statement);
            statement.push(" LIMIT ").bind(SORTED).push(") ");
            statement.push(concat!("SELECT ", contact_columns!(), " FROM hits"));
        }
        (Search::Small, Dialect::Postgres, _) => {
            // What is materialized has no trigram index that the planner could choose.
            statement.push("WITH own AS MATERIALIZED (SELECT * FROM contacts WHERE account_id = ");
            statement.bind(asked.account.as_str()).push(") ");
            statement.push(concat!("SELECT ", contact_columns!(), " FROM own AS contacts WHERE "));
            asked.filter(&mut statement);
        }
        (Search::Small, Dialect::Sqlite, _) => {
            statement.push(concat!("SELECT ", contact_columns!(), " FROM contacts WHERE "));
            asked.filter(&mut statement);
        }
        (Search::Walk, _, _) => {
            let begins = canon::fold(words);
            statement.push(concat!("SELECT ", contact_columns!(), " FROM contacts WHERE "));
            asked.filter(&mut statement);
            statement.push(" AND rank IN (0, 1) AND ").push(name).push(" >= ").bind(begins.as_str());
            statement.push(" AND ").push(name).push(" < ").bind(format!("{begins}\u{10ffff}"));
        }
    }
    statement.push(" ORDER BY rank, ").push(name).push(", id LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX));
    Ok(statement.fetch_all(unit.connection()).await?)
}
