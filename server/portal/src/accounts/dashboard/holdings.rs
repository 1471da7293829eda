//! The first services, and by name what ends, has run out or is to be paid.

use super::due;
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::{FACTS, FactsRow, Row, Seen, SeenDomains, ServiceFacts, ServiceRecord, expiring};
use crate::unit::Unit;
use domain::access::{HoldingAction, sees_service};
use domain::account::dashboard::{Expiring, Few, InvoiceUnpaid, NAMED, SERVICES};
use domain::billing::{self, InvoiceStatus, Money};
use domain::domains::DomainStatus;
use domain::id::DomainId;
use domain::list::Total;
use domain::service::{ServiceRow, ServiceStatus};
use serde::Deserialize;
use sqlx::FromRow;

/// The rows of each kind. Where the reader may not see a kind, there are none.
pub(super) struct First {
    listed: Option<Vec<ServiceFacts>>,
    services: Vec<ServiceRecord>,
    domains: Vec<Domain>,
    invoices: Vec<Invoice>,
}

/// The same as JSON.
#[derive(FromRow)]
struct Found {
    listed: String,
    services: String,
    domains: String,
    invoices: String,
}

/// A domain as a row, its fields in the order of the columns.
#[derive(Deserialize)]
struct Domain {
    id: DomainId,
    name: String,
    status: String,
    expires_at: Option<i64>,
}

/// An invoice as a row, its fields in the order of the columns.
#[derive(Deserialize)]
struct Invoice {
    id: String,
    number: String,
    due_at: Option<i64>,
    total_minor: i64,
    currency: String,
}

pub(super) async fn first(unit: &mut Unit<'_>, entered: &Entered) -> Result<First, Failure> {
    let (account, now) = (entered.actor.account().to_string(), entered.now);
    let held = &entered.actor.standing().effective;
    let (seen, seen_domains) = (Seen::by(held, now)?, SeenDomains::by(held)?);
    let [services, domains, invoices] =
        [HoldingAction::SeeServices, HoldingAction::SeeDomains, HoldingAction::SeeInvoices]
            .map(|action| entered.actor.check(action).is_ok());
    let nearest = |all: &mut Statement| {
        all.push(" ORDER BY expires_at IS NULL, ABS(expires_at - ").bind(now.0).push("), name");
    };
    let mut all = Statement::new(unit.dialect());
    all.push("SELECT ");
    let of = |columns, name| Table { columns, name, account: &account };
    let service = "id, name, product, kind, status, expires_at";
    let by_name = |all: &mut Statement| {
        all.push(" ORDER BY sort_name, id");
    };
    rows(&mut all, services.then(|| of(FACTS, "services")), SERVICES, |all| seen.listed(all), by_name);
    all.push(" AS listed, ");
    let ending = |all: &mut Statement| {
        all.push(" AND ");
        expiring::services(all, now);
        seen.filter(all);
    };
    rows(&mut all, services.then(|| of(service, "services")), NAMED, ending, nearest);
    all.push(" AS services, ");
    let ending = |all: &mut Statement| {
        all.push(" AND ");
        expiring::domains(all, now);
        seen_domains.filter(all);
    };
    rows(&mut all, domains.then(|| of("id, name, status, expires_at", "domains")), NAMED, ending, nearest);
    all.push(" AS domains, ");
    let invoice = "id, number, due_at, total_minor, currency";
    let unpaid = |all: &mut Statement| {
        all.push(" AND status = 'unpaid'");
    };
    let due_first = |all: &mut Statement| {
        all.push(" ORDER BY due_at IS NULL, due_at, id");
    };
    rows(&mut all, invoices.then(|| of(invoice, "invoices")), NAMED, unpaid, due_first);
    all.push(" AS invoices");
    let found: Found = all.fetch_one(unit.connection()).await?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let records = |rows: &str| -> Result<Vec<ServiceRecord>, Failure> {
        let rows = serde_json::from_str::<Vec<Row>>(rows)?.into_iter().map(ServiceRecord::try_from);
        let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
        rows.retain(|row| sees_service(held, row.target(now)));
        Ok(rows)
    };
    let facts = |rows: &str| -> Result<Vec<ServiceFacts>, Failure> {
        let rows = serde_json::from_str::<Vec<FactsRow>>(rows)?.into_iter().map(ServiceFacts::try_from);
        let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
        rows.retain(|row| sees_service(held, row.service.target(now)));
        Ok(rows)
    };
    let mut domains = serde_json::from_str::<Vec<Domain>>(&found.domains)?;
    domains.retain(|row| held.sees_domain(row.id));
    Ok(First {
        listed: services.then(|| facts(&found.listed)).transpose()?,
        services: records(&found.services)?,
        domains,
        invoices: serde_json::from_str(&found.invoices)?,
    })
}

/// What rows are read of.
struct Table<'a> {
    columns: &'static str,
    name: &'static str,
    account: &'a str,
}

/// Adds the first rows of a table that meet the condition.
///
/// INVARIANT: nothing is read for whoever may not see it (SECURITY I8).
fn rows(
    statement: &mut Statement,
    table: Option<Table<'_>>,
    limit: usize,
    condition: impl FnOnce(&mut Statement),
    order: impl Fn(&mut Statement),
) {
    let Some(Table { columns, name, account }) = table else {
        statement.push("'[]'");
        return;
    };
    statement.push("(SELECT ").push_json(columns, &order);
    statement.push(" FROM (SELECT ").push(columns).push(" FROM ").push(name).push(" WHERE account_id = ");
    statement.bind(account);
    condition(statement);
    order(statement);
    statement.push(" LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX)).push(") AS found)");
}

impl First {
    /// Of so many unpaid invoices.
    pub(super) fn invoices(&self, all: Option<Total>, entered: &Entered) -> Result<Few<InvoiceUnpaid>, Failure> {
        let row = |row: &Invoice| {
            Ok(InvoiceUnpaid {
                id: row.id.parse()?,
                number: row.number.clone(),
                due: row.due_at.map(|at| due(entered, at)),
                overdue: billing::is_overdue(InvoiceStatus::Unpaid, row.due_at, entered.now.0),
                total: Money { minor: row.total_minor, currency: row.currency.clone() },
            })
        };
        let rows = self.invoices.iter().map(row).collect::<Result<_, Failure>>()?;
        Ok(Few::of(rows, all.unwrap_or(Total::Exact(0))))
    }

    /// Of so many services that end soon or have run out.
    pub(super) fn expiring_services(&self, all: Total, entered: &Entered) -> Few<Expiring> {
        let row = |row: &ServiceRecord| {
            expiring_row(row.name.clone(), row.status == ServiceStatus::Expired, row.expires_at, entered)
        };
        Few::of(self.services.iter().map(row).collect(), all)
    }

    /// Of so many domains that do.
    pub(super) fn expiring_domains(&self, all: Total, entered: &Entered) -> Few<Expiring> {
        let is_expired = |status: &str| DomainStatus::from_key(status) == Some(DomainStatus::Expired);
        let row = |row: &Domain| expiring_row(row.name.clone(), is_expired(&row.status), row.expires_at, entered);
        Few::of(self.domains.iter().map(row).collect(), all)
    }

    /// The first services of the list.
    pub(super) fn services(self, entered: &Entered) -> Option<Vec<ServiceRow>> {
        let (held, reader) = (&entered.actor.standing().effective, &entered.author.reader);
        let row = |record: ServiceFacts| record.row(held, reader, entered.now);
        self.listed.map(|listed| listed.into_iter().map(row).collect())
    }
}

fn expiring_row(name: String, expired: bool, expires_at: Option<i64>, entered: &Entered) -> Expiring {
    let past = expires_at.is_some_and(|at| at <= entered.now.0);
    Expiring { name, ends: expires_at.map(|at| due(entered, at)), expired: expired || past }
}
