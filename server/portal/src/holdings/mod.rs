//! What an account has: services, domains, invoices. Every list is what `domain::access` lets through, row by row.

use crate::base::error::Failure;
use crate::records::holdings as store;
use crate::unit::core::Core;
use crate::unit::{Unit, run};
use domain::access::{HoldingAction, sees_service};
use domain::billing::{self, InvoiceRow, InvoiceStatus, Money};
use domain::domains::{self, DomainRow, DomainStatus};
use domain::ports::{Acting, Answer, Caller, Holdings};
use domain::service::ServiceRow;
use domain::time::Timestamp;
use std::sync::Arc;

/// The use-cases of an account's holdings.
#[derive(Debug, Clone)]
pub(crate) struct HoldingsUseCases(pub(crate) Arc<Core>);

impl Holdings for HoldingsUseCases {
    fn services<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Vec<ServiceRow>> {
        Box::pin(async move { run(caller, "holdings.services", || services(&self.0, caller, acting)).await })
    }

    fn domains<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Vec<DomainRow>> {
        Box::pin(async move { run(caller, "holdings.domains", || domains(&self.0, caller, acting)).await })
    }

    fn invoices<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Vec<InvoiceRow>> {
        Box::pin(async move { run(caller, "holdings.invoices", || invoices(&self.0, caller, acting)).await })
    }
}

async fn services(core: &Core, caller: &Caller, acting: Acting) -> Result<Vec<ServiceRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(HoldingAction::SeeServices)?;
    let held = &entered.actor.standing().effective;
    let rows = store::services(&mut unit, acting.account).await?;
    let visible = rows.into_iter().filter_map(|row| {
        let target = row.target(entered.now);
        sees_service(held, target).then(|| ServiceRow {
            operations: held.operations_on(row.id).intersection(row.kind.operations()),
            expires: row.expires_at.map(|at| entered.author.reader.date(Timestamp(at))),
            id: row.id,
            name: row.name,
            product: row.product,
            kind: row.kind,
            status: row.status,
            expiring: target.expiring,
        })
    });
    Ok(visible.collect())
}

async fn domains(core: &Core, caller: &Caller, acting: Acting) -> Result<Vec<DomainRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(HoldingAction::SeeDomains)?;
    let rows: Vec<(String, String, String, Option<i64>)> = sqlx::query_as(
        "SELECT id, name, status, expires_at FROM domains WHERE account_id = $1 ORDER BY sort_name, id LIMIT 1000",
    )
    .bind(acting.account.to_string())
    .fetch_all(unit.connection())
    .await?;
    let now = unit.now().0;
    rows.into_iter()
        .map(|(id, name, status, expires)| {
            let status = DomainStatus::from_key(&status).ok_or_else(|| store::unknown("domain status", &status))?;
            Ok(DomainRow {
                id: id.parse()?,
                name,
                status,
                expiring: domains::is_expiring(status, expires, now),
                expires: expires.map(|at| entered.author.reader.date(Timestamp(at))),
            })
        })
        .collect()
}

async fn invoices(core: &Core, caller: &Caller, acting: Acting) -> Result<Vec<InvoiceRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(HoldingAction::SeeInvoices)?;
    let rows: Vec<(String, String, String, i64, Option<i64>, i64, String)> = sqlx::query_as(
        "SELECT id, number, status, issued_at, due_at, total_minor, currency FROM invoices WHERE account_id = $1 \
         ORDER BY issued_at DESC, id DESC LIMIT 1000",
    )
    .bind(acting.account.to_string())
    .fetch_all(unit.connection())
    .await?;
    let now = unit.now().0;
    rows.into_iter()
        .map(|(id, number, status, issued, due, minor, currency)| {
            let status = InvoiceStatus::from_key(&status).ok_or_else(|| store::unknown("invoice status", &status))?;
            let reader = &entered.author.reader;
            Ok(InvoiceRow {
                id: id.parse()?,
                number,
                status,
                issued: reader.date(Timestamp(issued)),
                due: due.map(|at| reader.date(Timestamp(at))),
                overdue: billing::is_overdue(status, due, now),
                total: Money { minor, currency },
            })
        })
        .collect()
}
