//! What was billed in the months behind, each currency by itself.

use super::year::as_rows;
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::base::moment::MonthSpan;
use crate::membership::acting::Entered;
use crate::unit::Unit;
use domain::access::HoldingAction;
use domain::account::dashboard::{Billed, CURRENCIES, MONTHS, MonthBilled};
use domain::billing::InvoiceStatus;
use serde::Deserialize;
use std::cmp::Reverse;

/// The invoices of a month in one currency and of one status, as a row; its fields have the order of the columns.
#[derive(Deserialize)]
struct Found {
    number: usize,
    currency: String,
    status: String,
    counted: i64,
    total: i64,
}

/// INVARIANT: nothing is summed up for whoever may not see the invoices (SECURITY I8).
pub(super) async fn billed(unit: &mut Unit<'_>, entered: &Entered) -> Result<Option<Vec<Billed>>, Failure> {
    if entered.actor.check(HoldingAction::SeeInvoices).is_err() {
        return Ok(None);
    }
    let count = i32::try_from(MONTHS).unwrap_or(i32::MAX);
    let months = entered.author.reader.months(entered.now, 1 - count, count);
    let mut sums = Statement::new(unit.dialect());
    sums.push("SELECT ").push_json("number, currency, status, counted, total", |sums| {
        sums.push(" ORDER BY number, currency, status");
    });
    sums.push(
        " FROM (SELECT CAST(e.value ->> 'number' AS BIGINT) AS number, i.currency, i.status, COUNT(*) AS counted, \
         CAST(SUM(i.total_minor) AS BIGINT) AS total FROM ",
    );
    // CROSS JOIN has SQLite look up each month in the index.
    sums.bind_rows(as_rows(&months)?).push(" CROSS JOIN invoices i WHERE i.account_id = ");
    sums.bind(entered.actor.account().to_string());
    sums.push(
        " AND i.issued_at >= CAST(e.value ->> 'from' AS BIGINT) AND i.issued_at < CAST(e.value ->> 'until' AS BIGINT) \
         AND i.status IN ('paid', 'unpaid') GROUP BY 1, 2, 3) AS sums",
    );
    let (rows,): (String,) = sums.fetch_one(unit.connection()).await?;
    Ok(Some(by_currency(&months, serde_json::from_str(&rows)?)))
}

/// The currencies of most invoices, each with every month.
fn by_currency(months: &[MonthSpan], rows: Vec<Found>) -> Vec<Billed> {
    let empty = |span: &MonthSpan| MonthBilled { month: span.month, paid: 0, unpaid: 0 };
    let mut all: Vec<(i64, Billed)> = Vec::new();
    for Found { number, currency, status, counted, total } in rows {
        let at = all.iter().position(|(_, billed)| billed.currency == currency).unwrap_or_else(|| {
            all.push((0, Billed { currency, months: months.iter().map(empty).collect() }));
            all.len() - 1
        });
        let (invoices, billed) = &mut all[at];
        *invoices += counted;
        let Some(month) = billed.months.get_mut(number) else { continue };
        if InvoiceStatus::from_key(&status) == Some(InvoiceStatus::Paid) {
            month.paid += total;
        } else {
            month.unpaid += total;
        }
    }
    all.sort_by_key(|(invoices, _)| Reverse(*invoices));
    all.into_iter().map(|(_, billed)| billed).take(CURRENCIES).collect()
}
