//! Services with all that lists and their pages show of them.

use super::{ServiceRecord, searching, unknown};
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::unit::Unit;
use domain::access::sees_service;
use domain::billing::Money;
use domain::id::{AccountId, ServiceId};
use domain::provisioning::Machine;
use domain::rights::Effective;
use domain::search::ServiceHit;
use domain::service::{
    MachineState, Period, Price, SeenState, ServiceKind, ServicePage, ServiceRow, ServiceStatus, Shown,
};
use domain::time::Timestamp;
use serde::Deserialize;
use sqlx::FromRow;

/// The columns of [`FactsRow`], in its order.
pub(crate) const FACTS: &str = "id, name, product, kind, status, expires_at, sort_name, driver, handle, state, address, \
                                seen_at, price_minor, currency, period, next_due_at, created_at";

/// A service with these columns; its fields have the order of [`FACTS`].
#[derive(Deserialize, FromRow)]
pub(crate) struct FactsRow {
    pub(crate) id: String,
    name: String,
    product: String,
    kind: String,
    status: String,
    pub(crate) expires_at: Option<i64>,
    pub(crate) sort_name: String,
    driver: Option<String>,
    handle: Option<String>,
    state: Option<String>,
    address: Option<String>,
    seen_at: Option<i64>,
    price_minor: Option<i64>,
    currency: Option<String>,
    period: Option<String>,
    pub(crate) next_due_at: Option<i64>,
    created_at: i64,
}

/// The same, read.
pub(crate) struct ServiceFacts {
    /// What decides who sees it.
    pub(crate) service: ServiceRecord,
    /// The name of the driver that runs it, and what that calls it.
    driver: Option<String>,
    handle: Option<String>,
    state: Option<MachineState>,
    address: Option<String>,
    seen_at: Option<i64>,
    price: Option<Price>,
    next_due_at: Option<i64>,
    created_at: i64,
}

impl TryFrom<FactsRow> for ServiceFacts {
    type Error = Failure;

    fn try_from(row: FactsRow) -> Result<Self, Failure> {
        let period = row.period.as_deref();
        let period = period.map(|key| Period::from_key(key).ok_or_else(|| unknown("period", key))).transpose()?;
        let amount = row.price_minor.zip(row.currency).map(|(minor, currency)| Money { minor, currency });
        // A state of a later version is one that this one can't tell.
        let state = row.state.as_deref().map(|key| MachineState::from_key(key).unwrap_or(MachineState::Unknown));
        Ok(Self {
            service: ServiceRecord {
                id: row.id.parse()?,
                name: row.name,
                product: row.product,
                kind: ServiceKind::from_key(&row.kind).ok_or_else(|| unknown("kind of service", &row.kind))?,
                status: ServiceStatus::from_key(&row.status).ok_or_else(|| unknown("service status", &row.status))?,
                expires_at: row.expires_at,
            },
            driver: row.driver,
            handle: row.handle,
            state,
            address: row.address,
            seen_at: row.seen_at,
            price: amount.map(|amount| Price { amount, period }),
            next_due_at: row.next_due_at,
            created_at: row.created_at,
        })
    }
}

impl ServiceFacts {
    /// As a row of the list of somebody who holds this, and sees it.
    pub(crate) fn row(self, held: &Effective, reader: &Reader, now: Timestamp) -> ServiceRow {
        let (state, service) = (self.machine_state(), self.service);
        let reads_price = held.reads_price(service.id);
        let at = self.seen_at.map(|at| reader.moment(Timestamp(at)));
        ServiceRow {
            operations: held.operations_on(service.id).intersection(service.kind.operations()),
            expires: service.expires_at.map(|at| reader.date(Timestamp(at))),
            expiring: service.target(now).expiring,
            id: service.id,
            name: service.name,
            product: service.product,
            kind: service.kind,
            status: service.status,
            state: state.map(|state| SeenState { state, at }),
            address: self.address,
            price: self.price.filter(|_| reads_price),
            next_due: self.next_due_at.filter(|_| reads_price).map(|at| reader.date(Timestamp(at))),
        }
    }

    /// Where a driver runs it and nobody has looked yet, it is unknown.
    fn machine_state(&self) -> Option<MachineState> {
        self.state.or(self.driver.as_ref().map(|_| MachineState::Unknown))
    }

    /// The driver that runs it, by name, and the service as that is told of it.
    pub(crate) fn machine(&self) -> Option<(String, Machine)> {
        let ServiceRecord { id, name, kind, .. } = &self.service;
        let handle = self.handle.clone().unwrap_or_default();
        let machine = Machine { service: *id, handle, name: name.clone(), kind: *kind };
        self.driver.clone().map(|driver| (driver, machine))
    }

    fn hit(self) -> ServiceHit {
        let (state, service) = (self.machine_state(), self.service);
        ServiceHit {
            id: service.id,
            name: service.name,
            product: service.product,
            kind: service.kind,
            status: service.status,
            state,
            address: self.address,
        }
    }

    /// As the page of somebody who holds this, and sees it.
    pub(crate) fn page(self, held: &Effective, reader: &Reader, now: Timestamp) -> ServicePage {
        let (is_driven, since) = (self.driver.is_some(), reader.date(Timestamp(self.created_at)));
        ServicePage { row: self.row(held, reader, now), is_driven, since }
    }
}

/// The first so many that somebody sees, by name, whose name, product or address holds what is searched.
pub(crate) async fn find_services(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    text: &str,
    limit: usize,
) -> Result<Vec<ServiceHit>, Failure> {
    let now = unit.now();
    let statement = searching(unit, (FACTS, account), held, Shown::All, (text, limit))?;
    let rows: Vec<FactsRow> = statement.fetch_all(unit.connection()).await?;
    let rows = rows.into_iter().map(ServiceFacts::try_from).collect::<Result<Vec<_>, _>>()?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let seen = rows.into_iter().filter(|row| sees_service(held, row.service.target(now)));
    Ok(seen.map(ServiceFacts::hit).collect())
}

/// One service of the account.
pub(crate) async fn facts(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
) -> Result<Option<ServiceFacts>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(FACTS).push(" FROM services WHERE account_id = ").bind(account.to_string());
    statement.push(" AND id = ").bind(service.to_string());
    let rows: Vec<FactsRow> = statement.fetch_all(unit.connection()).await?;
    rows.into_iter().next().map(ServiceFacts::try_from).transpose()
}
