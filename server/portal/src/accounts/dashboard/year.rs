//! What comes due in the months ahead: services and domains that end, invoices to be paid.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::base::moment::MonthSpan;
use crate::membership::acting::Entered;
use crate::records::holdings::{Seen, SeenDomains};
use crate::unit::Unit;
use domain::access::HoldingAction;
use domain::account::dashboard::{Ending, MONTHS, MonthAhead, NAMED_A_MONTH};
use domain::billing::Money;
use serde::Deserialize;

/// A month as a row, its fields in the order of the columns; what is in it as JSON.
#[derive(Deserialize)]
struct Found {
    number: usize,
    services: i64,
    service_names: String,
    domains: i64,
    domain_names: String,
    to_pay: String,
}

pub(super) async fn year(unit: &mut Unit<'_>, entered: &Entered) -> Result<Option<Vec<MonthAhead>>, Failure> {
    let [services, domains, invoices] =
        [HoldingAction::SeeServices, HoldingAction::SeeDomains, HoldingAction::SeeInvoices]
            .map(|action| entered.actor.check(action).is_ok());
    if !(services || domains || invoices) {
        return Ok(None);
    }
    let mut months = entered.author.reader.months(entered.now, 0, i32::try_from(MONTHS).unwrap_or(i32::MAX));
    if let Some(present) = months.first_mut() {
        // What is past needs its reader already.
        present.from = entered.now.0;
    }
    let account = entered.actor.account().to_string();
    let seen = Seen::by(&entered.actor.standing().effective, entered.now)?;
    let seen_domains = SeenDomains::by(&entered.actor.standing().effective)?;
    let alive = |all: &mut Statement| {
        all.push("services WHERE status IN ('active', 'suspended')");
        seen.filter(all);
        during(all, &account, "expires_at");
    };
    let registered = |all: &mut Statement| {
        all.push("domains WHERE status = 'active'");
        seen_domains.filter(all);
        during(all, &account, "expires_at");
    };
    let unpaid = |all: &mut Statement| {
        all.push("invoices WHERE status = 'unpaid'");
        during(all, &account, "due_at");
    };
    let mut all = Statement::new(unit.dialect());
    all.push("SELECT ");
    all.push_json("number, services, service_names, domains, domain_names, to_pay", |all| {
        all.push(" ORDER BY number");
    });
    all.push(" FROM (SELECT CAST(e.value ->> 'number' AS BIGINT) AS number, ");
    count(&mut all, services, alive);
    all.push(" AS services, ");
    names(&mut all, services, alive);
    all.push(" AS service_names, ");
    count(&mut all, domains, registered);
    all.push(" AS domains, ");
    names(&mut all, domains, registered);
    all.push(" AS domain_names, ");
    sums(&mut all, invoices, unpaid);
    all.push(" AS to_pay FROM ").bind_rows(as_rows(&months)?).push(") AS months");
    let (rows,): (String,) = all.fetch_one(unit.connection()).await?;
    let rows = serde_json::from_str::<Vec<Found>>(&rows)?;
    rows.into_iter()
        .filter_map(|row| Some(month_ahead(months.get(row.number)?, &row)))
        .collect::<Result<_, _>>()
        .map(Some)
}

/// The months as the items of a list that a statement reads.
pub(super) fn as_rows(months: &[MonthSpan]) -> Result<String, Failure> {
    let item = |(number, span): (usize, &MonthSpan)| serde_json::json!({ "number": number, "from": span.from, "until": span.until });
    Ok(serde_json::to_string(&months.iter().enumerate().map(item).collect::<Vec<_>>())?)
}

/// Adds the condition that a row is of the account, and its date in the month.
fn during(statement: &mut Statement, account: &str, date: &'static str) {
    statement.push(" AND account_id = ").bind(account);
    statement.push(" AND ").push(date).push(" >= CAST(e.value ->> 'from' AS BIGINT) AND ").push(date);
    statement.push(" < CAST(e.value ->> 'until' AS BIGINT)");
}

/// Adds how many rows there are.
///
/// INVARIANT: nothing is counted, named or summed up for whoever may not see it (SECURITY I8).
fn count(statement: &mut Statement, seen: bool, rows: impl FnOnce(&mut Statement)) {
    if !seen {
        statement.push("0");
        return;
    }
    statement.push("(SELECT COUNT(*) FROM ");
    rows(statement);
    statement.push(")");
}

/// Adds the names of the first rows.
fn names(statement: &mut Statement, seen: bool, rows: impl FnOnce(&mut Statement)) {
    if !seen {
        statement.push("'[]'");
        return;
    }
    statement.push("(SELECT ").push_json("name", |all| {
        all.push(" ORDER BY expires_at, name");
    });
    statement.push(" FROM (SELECT name, expires_at FROM ");
    rows(statement);
    statement.push(" ORDER BY expires_at, name LIMIT ").bind(i64::try_from(NAMED_A_MONTH).unwrap_or(i64::MAX));
    statement.push(") AS first_ones)");
}

/// Adds the number of rows and their sum, each currency by itself.
fn sums(statement: &mut Statement, seen: bool, rows: impl FnOnce(&mut Statement)) {
    if !seen {
        statement.push("'[]'");
        return;
    }
    statement.push("(SELECT ").push_json("currency, counted, total", |all| {
        all.push(" ORDER BY counted DESC, currency");
    });
    statement.push(" FROM (SELECT currency, COUNT(*) AS counted, CAST(SUM(total_minor) AS BIGINT) AS total FROM ");
    rows(statement);
    statement.push(" GROUP BY currency) AS sums)");
}

fn month_ahead(span: &MonthSpan, row: &Found) -> Result<MonthAhead, Failure> {
    let sums = serde_json::from_str::<Vec<(String, i64, i64)>>(&row.to_pay)?;
    Ok(MonthAhead {
        month: span.month,
        services: ending(row.services, &row.service_names)?,
        domains: ending(row.domains, &row.domain_names)?,
        invoices: sums.iter().map(|(_, counted, _)| counted).sum(),
        to_pay: sums.into_iter().map(|(currency, _, minor)| Money { minor, currency }).collect(),
    })
}

fn ending(count: i64, names: &str) -> Result<Ending, Failure> {
    let names = serde_json::from_str::<Vec<(String,)>>(names)?;
    Ok(Ending { count, first: names.into_iter().map(|(name,)| name).collect() })
}
