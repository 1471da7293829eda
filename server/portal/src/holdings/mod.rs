//! What an account has: services, domains, invoices. Every list is what `domain::access` lets through, row by row.

mod domains;
mod people;
mod service;
mod services;
mod usage;

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::{self, Wanted};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::page::{Key, Keyset, List};
use crate::unit::run::use_case;
use async_trait::async_trait;
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::billing::{self, InvoiceQuery, InvoiceRow, InvoiceStatus, Money, ShownInvoices};
use domain::caller::Caller;
use domain::domains::{DomainList, DomainPage, DomainQuery};
use domain::error::PortalError;
use domain::holdings::{Holdings, ServicePeople, ServiceUsage};
use domain::id::{DomainId, ServiceId};
use domain::list::{Direction, Page};
use domain::service::{ServiceCounts, ServicePage, ServiceQuery, ServiceRow};
use domain::time::Timestamp;
use serde::Deserialize;
use std::sync::Arc;

/// The use-cases of an account's holdings.
#[derive(Debug, Clone)]
pub(crate) struct HoldingsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Holdings for HoldingsUseCases {
    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ServiceQuery,
    ) -> Result<Page<ServiceRow>, PortalError> {
        let list = |unit, entered| services::list(unit, entered, &query);
        self.0.look(caller, acting, use_case!("holdings.services"), list).await
    }

    async fn service_counts(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ServiceQuery,
    ) -> Result<ServiceCounts, PortalError> {
        let counts = |unit, entered| services::counts(unit, entered, &query);
        self.0.look(caller, acting, use_case!("holdings.service_counts"), counts).await
    }

    async fn service(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<ServicePage, PortalError> {
        let read = |unit, entered| service::read(unit, entered, service);
        self.0.look(caller, acting, use_case!("holdings.service"), read).await
    }

    async fn service_people(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
        cursor: String,
    ) -> Result<ServicePeople, PortalError> {
        let core = &self.0;
        let read = |unit, entered| people::read(core, unit, entered, service, &cursor);
        core.look(caller, acting, use_case!("holdings.service_people"), read).await
    }

    async fn service_usage(
        &self,
        caller: &Caller,
        acting: Acting,
        service: ServiceId,
    ) -> Result<ServiceUsage, PortalError> {
        usage::read(&self.0, caller, acting, service).await
    }

    async fn domains(&self, caller: &Caller, acting: Acting, query: DomainQuery) -> Result<DomainList, PortalError> {
        let list = |unit, entered| domains::list(unit, entered, &query);
        self.0.look(caller, acting, use_case!("holdings.domains"), list).await
    }

    async fn domain(&self, caller: &Caller, acting: Acting, domain: DomainId) -> Result<DomainPage, PortalError> {
        let read = |unit, entered| domains::one(unit, entered, domain);
        self.0.look(caller, acting, use_case!("holdings.domain"), read).await
    }

    async fn invoices(
        &self,
        caller: &Caller,
        acting: Acting,
        query: InvoiceQuery,
    ) -> Result<Page<InvoiceRow>, PortalError> {
        let list = |unit, entered| invoices(unit, entered, &query);
        self.0.look(caller, acting, use_case!("holdings.invoices"), list).await
    }
}

/// An invoice as a row, its fields in the order of the columns.
#[derive(Deserialize)]
struct Invoice {
    id: String,
    number: String,
    status: String,
    issued_at: i64,
    due_at: Option<i64>,
    total_minor: i64,
    currency: String,
}

async fn invoices(mut unit: Unit<'_>, entered: Entered, query: &InvoiceQuery) -> Result<Page<InvoiceRow>, Failure> {
    entered.actor.check(HoldingAction::SeeInvoices)?;
    let account = entered.actor.account().to_string();
    let wanted = Wanted::read(&query.search);
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(account.as_str());
        match query.shown {
            ShownInvoices::All => {}
            ShownInvoices::Unpaid => {
                statement.push(" AND status = 'unpaid'");
            }
        }
        if let Some(wanted) = &wanted {
            wanted.invoices(statement);
        }
    };
    let list = List {
        columns: "id, number, status, issued_at, due_at, total_minor, currency",
        from: "invoices",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Number("issued_at"), Direction::Descending, &query.cursor),
    };
    let beside = |row: &Invoice| (row.id.clone(), row.issued_at.to_string());
    let statement = Statement::new(unit.dialect());
    let page = list.page(&mut unit, statement, beside).await?;
    let Page { rows, total, previous, next } = page;
    let rows = rows.into_iter().map(|row| invoice(row, &entered)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total, previous, next })
}

fn invoice(row: Invoice, entered: &Entered) -> Result<InvoiceRow, Failure> {
    let status =
        InvoiceStatus::from_key(&row.status).ok_or_else(|| holdings::unknown("invoice status", &row.status))?;
    let reader = &entered.author.reader;
    Ok(InvoiceRow {
        id: row.id.parse()?,
        number: row.number,
        status,
        issued: reader.date(Timestamp(row.issued_at)),
        due: row.due_at.map(|at| reader.date(Timestamp(at))),
        overdue: billing::is_overdue(status, row.due_at, entered.now.0),
        total: Money { minor: row.total_minor, currency: row.currency },
    })
}
