//! How much there is. Each number is that of the rows which the list shows that it leads to.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::{Seen, SeenDomains};
use crate::unit::Unit;
use domain::access::{Action, ContactAction, HoldingAction};
use domain::account::dashboard::Numbers;
use domain::list::{COUNTED, Total};
use sqlx::FromRow;

#[derive(FromRow)]
struct Totals {
    services: Option<i64>,
    domains: Option<i64>,
    invoices: Option<i64>,
    contacts: Option<i64>,
}

pub(super) async fn numbers(unit: &mut Unit<'_>, entered: &Entered) -> Result<Numbers, Failure> {
    let seen = Seen::by(&entered.actor.standing().effective, entered.now)?;
    let seen_domains = SeenDomains::by(&entered.actor.standing().effective)?;
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ");
    count(&mut statement, entered, HoldingAction::SeeServices, " FROM services", |statement| seen.listed(statement));
    statement.push(" AS services, ");
    let filter = |statement: &mut Statement| seen_domains.filter(statement);
    count(&mut statement, entered, HoldingAction::SeeDomains, " FROM domains", filter);
    statement.push(" AS domains, ");
    count(&mut statement, entered, HoldingAction::SeeInvoices, " FROM invoices", |statement| {
        statement.push(" AND status = 'unpaid'");
    });
    statement.push(" AS invoices, ");
    count(&mut statement, entered, ContactAction::List, " FROM contacts", |statement| {
        statement.push(" AND state <> 'deleted'");
    });
    statement.push(" AS contacts");
    let totals: Totals = statement.fetch_one(unit.connection()).await?;
    Ok(Numbers {
        services: totals.services.map(Total::of),
        domains: totals.domains.map(Total::of),
        invoices: totals.invoices.map(Total::of),
        contacts: totals.contacts.map(Total::of),
    })
}

/// Adds the number of rows that meet the condition.
///
/// INVARIANT: nothing is counted for whoever may not see it (SECURITY I8).
fn count(
    statement: &mut Statement,
    entered: &Entered,
    action: impl Into<Action<'static>>,
    from: &'static str,
    condition: impl FnOnce(&mut Statement),
) {
    if entered.actor.check(action).is_err() {
        statement.push("CAST(NULL AS BIGINT)");
        return;
    }
    statement.push("(SELECT COUNT(*) FROM (SELECT 1").push(from).push(" WHERE account_id = ");
    statement.bind(entered.actor.account().to_string());
    condition(statement);
    statement.push(" LIMIT ").bind(COUNTED + 1).push(") AS rows_counted)");
}
