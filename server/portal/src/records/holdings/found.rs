//! What is searched among services, domains and invoices: conditions for lists, and the first that are found.

use crate::base::canon;
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::records::holdings::domains::{DOMAIN_COLUMNS, DomainRecord, StoredDomain, of_account};
use crate::records::holdings::unknown;
use crate::unit::Unit;
use domain::billing::{InvoiceStatus, Money, is_overdue};
use domain::id::AccountId;
use domain::rights::Effective;
use domain::search::{DomainHit, InvoiceHit, LONGEST};
use sqlx::FromRow;

/// Patterns of LIKE for what holds a text.
pub(crate) struct Wanted {
    /// For names as they are sorted.
    folded: String,
    /// For what is stored as it was written.
    lower: String,
}

impl Wanted {
    /// Reads what was typed; `None` where that is nothing: everything is wanted.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text: String = text.trim().chars().take(LONGEST).collect();
        let folded = canon::fold(&text);
        (!folded.is_empty()).then(|| Self { folded: holding(&folded), lower: holding(&text.to_lowercase()) })
    }

    /// Adds the condition for services.
    pub(crate) fn services(&self, statement: &mut Statement) {
        // A bare parameter after LIKE would have SQLite prepare the statement anew for every value.
        statement.push(" AND (sort_name LIKE ('' || ").bind(self.folded.as_str());
        statement.push(") ESCAPE '\\' OR LOWER(product) LIKE ('' || ").bind(self.lower.as_str());
        statement.push(") ESCAPE '\\' OR LOWER(address) LIKE ('' || ").bind(self.lower.as_str());
        statement.push(") ESCAPE '\\')");
    }

    /// Adds the condition for domains.
    pub(crate) fn domains(&self, statement: &mut Statement) {
        statement.push(" AND sort_name LIKE ('' || ").bind(self.folded.as_str()).push(") ESCAPE '\\'");
    }

    /// Adds the condition for invoices.
    pub(crate) fn invoices(&self, statement: &mut Statement) {
        statement.push(" AND LOWER(number) LIKE ('' || ").bind(self.lower.as_str()).push(") ESCAPE '\\'");
    }
}

/// The pattern of LIKE for what holds a text.
fn holding(text: &str) -> String {
    format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// The first so many domains that somebody who holds this sees and whose name holds what is searched, by name.
pub(crate) async fn find_domains(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    (text, limit): (&str, usize),
) -> Result<Vec<DomainHit>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(DOMAIN_COLUMNS);
    of_account(&mut statement, account, held)?;
    if let Some(wanted) = Wanted::read(text) {
        wanted.domains(&mut statement);
    }
    statement.push(" ORDER BY sort_name, id LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows: Vec<StoredDomain> = statement.fetch_all(unit.connection()).await?;
    let rows = rows.into_iter().map(DomainRecord::try_from).collect::<Result<Vec<_>, _>>()?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let seen = rows.into_iter().filter(|row| held.sees_domain(row.id));
    Ok(seen.map(|DomainRecord { id, name, status, .. }| DomainHit { id, name, status }).collect())
}

#[derive(FromRow)]
struct InvoiceFound {
    number: String,
    status: String,
    due_at: Option<i64>,
    total_minor: i64,
    currency: String,
}

/// The first so many invoices whose number holds what is searched, latest first.
pub(crate) async fn find_invoices(
    unit: &mut Unit<'_>,
    account: AccountId,
    text: &str,
    limit: usize,
) -> Result<Vec<InvoiceHit>, Failure> {
    let now = unit.now().0;
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT number, status, due_at, total_minor, currency FROM invoices WHERE account_id = ");
    statement.bind(account.to_string());
    if let Some(wanted) = Wanted::read(text) {
        wanted.invoices(&mut statement);
    }
    statement.push(" ORDER BY issued_at DESC, id DESC LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows: Vec<InvoiceFound> = statement.fetch_all(unit.connection()).await?;
    let hit = |row: InvoiceFound| {
        let status = InvoiceStatus::from_key(&row.status).ok_or_else(|| unknown("invoice status", &row.status))?;
        Ok(InvoiceHit {
            number: row.number,
            status,
            overdue: is_overdue(status, row.due_at, now),
            total: Money { minor: row.total_minor, currency: row.currency },
        })
    };
    rows.into_iter().map(hit).collect()
}
