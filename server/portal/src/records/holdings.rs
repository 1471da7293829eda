//! Services and domains as rows, and the writers of what accounts have.

mod domains;
pub(crate) mod expiring;
mod facts;
mod filtered;
mod found;
mod writing;

pub(crate) use domains::{
    DOMAIN_COLUMNS, DomainRecord, SeenDomains, StoredDomain, domain, domain_choices, domains_there, known_domains,
    known_domains_of,
};
pub(crate) use facts::{FACTS, FactsRow, ServiceFacts, facts, find_services};
pub(crate) use filtered::Asked;
pub(crate) use found::{Wanted, find_domains, find_invoices};
pub(crate) use writing::see_service;
pub use writing::{add_domains, add_invoices, add_services, update_domain, update_invoice, update_service};

use crate::base::dialect::Statement;
use crate::base::error::{Failure, StoredError};
use crate::unit::Unit;
use domain::access::{ServiceTarget, sees_service};
use domain::id::{AccountId, ServiceId};
use domain::rights::{Effective, Rights, ServiceSight};
use domain::service::{
    FEW_SERVICES, GIVEN_SERVICES, MoreServices, ServiceChoice, ServiceKind, ServiceStatus, Shown, is_expiring,
};
use domain::time::Timestamp;
use serde::Deserialize;
use sqlx::FromRow;
use std::collections::{BTreeSet, HashSet};

/// A service as stored.
pub(crate) struct ServiceRecord {
    pub(crate) id: ServiceId,
    pub(crate) name: String,
    pub(crate) product: String,
    pub(crate) kind: ServiceKind,
    pub(crate) status: ServiceStatus,
    pub(crate) expires_at: Option<i64>,
}

/// A service as a row; its fields have the order of [`COLUMNS`].
#[derive(Deserialize, FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    name: String,
    product: String,
    kind: String,
    status: String,
    expires_at: Option<i64>,
}

pub(crate) const COLUMNS: &str = "id, name, product, kind, status, expires_at";

impl TryFrom<Row> for ServiceRecord {
    type Error = Failure;

    fn try_from(row: Row) -> Result<Self, Failure> {
        Ok(Self {
            id: row.id.parse()?,
            name: row.name,
            product: row.product,
            kind: ServiceKind::from_key(&row.kind).ok_or_else(|| unknown("kind of service", &row.kind))?,
            status: ServiceStatus::from_key(&row.status).ok_or_else(|| unknown("service status", &row.status))?,
            expires_at: row.expires_at,
        })
    }
}

/// The services of an account, by name: all of them, for rights are given on each.
pub(crate) async fn services(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceRecord>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    let by_name = |statement: &mut Statement| {
        statement.push(" ORDER BY sort_name, id");
    };
    statement.push("SELECT ").push_json(COLUMNS, by_name);
    statement.push(" FROM services WHERE account_id = ").bind(account.to_string());
    let (rows,): (String,) = statement.fetch_one(unit.connection()).await?;
    serde_json::from_str::<Vec<Row>>(&rows)?.into_iter().map(ServiceRecord::try_from).collect()
}

/// One of them.
pub(crate) async fn service(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
) -> Result<Option<ServiceRecord>, Failure> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, name, product, kind, status, expires_at FROM services WHERE account_id = $1 AND id = $2",
    )
    .bind(account.to_string())
    .bind(service.to_string())
    .fetch_optional(unit.connection())
    .await?;
    row.map(ServiceRecord::try_from).transpose()
}

/// The services that somebody sees, as a condition in SQL: what [`sees_service`] says.
pub(crate) enum Seen {
    All,
    /// These, as a list, and at this time those that end soon or have run out.
    Some {
        each: String,
        expiring_at: Option<Timestamp>,
    },
}

impl Seen {
    /// By whoever holds this.
    pub(crate) fn by(held: &Effective, now: Timestamp) -> Result<Self, Failure> {
        let (each, expiring_at) = match held.sight() {
            ServiceSight::All => return Ok(Self::All),
            ServiceSight::ExpiringAnd(each) => (each, Some(now)),
            ServiceSight::Only(each) => (each, None),
        };
        let ids: Vec<ServiceId> = each.iter().map(|(service, _)| *service).collect();
        Ok(Self::Some { each: serde_json::to_string(&ids)?, expiring_at })
    }

    /// Adds the condition.
    pub(crate) fn filter(&self, statement: &mut Statement) {
        let Self::Some { each, expiring_at } = self else { return };
        statement.push(" AND (id IN ").bind_list(each.clone());
        if let Some(now) = expiring_at {
            statement.push(" OR ");
            expiring::services(statement, *now);
        }
        statement.push(")");
    }

    /// Adds the condition of what My Services begins with: the active ones for whoever sees all (PRODUCT D8).
    pub(crate) fn listed(&self, statement: &mut Statement) {
        match self {
            Self::All => {
                statement.push(" AND status = 'active'");
            }
            Self::Some { .. } => self.filter(statement),
        }
    }
}

pub(crate) async fn active(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceRecord>, Failure> {
    let mut active = services(unit, account).await?;
    active.retain(|service| service.status == ServiceStatus::Active);
    Ok(active)
}

/// Those that somebody sees, by name: the first so many whose name or product holds what is searched.
pub(crate) async fn search(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    shown: Shown,
    (text, limit): (&str, usize),
) -> Result<Vec<ServiceRecord>, Failure> {
    let now = unit.now();
    let statement = searching(unit, (COLUMNS, account), held, shown, (text, limit))?;
    let rows: Vec<Row> = statement.fetch_all(unit.connection()).await?;
    let rows = rows.into_iter().map(ServiceRecord::try_from).collect::<Result<Vec<_>, _>>()?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    Ok(rows.into_iter().filter(|row| sees_service(held, row.target(now))).collect())
}

/// The statement for these columns of them.
fn searching(
    unit: &Unit<'_>,
    (columns, account): (&'static str, AccountId),
    held: &Effective,
    shown: Shown,
    (text, limit): (&str, usize),
) -> Result<Statement, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(columns).push(" FROM services WHERE account_id = ").bind(account.to_string());
    if shown == Shown::Active {
        statement.push(" AND status = 'active'");
    }
    Seen::by(held, unit.now())?.filter(&mut statement);
    if let Some(wanted) = Wanted::read(text) {
        wanted.services(&mut statement);
    }
    statement.push(" ORDER BY sort_name, id LIMIT ").bind(i64::try_from(limit).unwrap_or(i64::MAX));
    Ok(statement)
}

/// The active ones of these, as somebody who holds this knows them.
pub(crate) async fn active_of(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    ids: &BTreeSet<ServiceId>,
) -> Result<Vec<ServiceChoice>, Failure> {
    let mut services = of_ids(unit, account, ids).await?;
    services.retain(|service| service.status == ServiceStatus::Active);
    Ok(known_to(held, &services, unit.now()))
}

/// Those of these that the account has, as somebody who holds this knows them.
pub(crate) async fn known_of(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    ids: &BTreeSet<ServiceId>,
) -> Result<Vec<ServiceChoice>, Failure> {
    let services = of_ids(unit, account, ids).await?;
    Ok(known_to(held, &services, unit.now()))
}

/// Those of these that the account has, in the order of their names.
async fn of_ids(
    unit: &mut Unit<'_>,
    account: AccountId,
    ids: &BTreeSet<ServiceId>,
) -> Result<Vec<ServiceRecord>, Failure> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(COLUMNS).push(" FROM services WHERE account_id = ").bind(account.to_string());
    statement.push(" AND id IN ").bind_list(serde_json::to_string(ids)?).push(" ORDER BY sort_name, id");
    let rows: Vec<Row> = statement.fetch_all(unit.connection()).await?;
    rows.into_iter().map(ServiceRecord::try_from).collect()
}

/// All services, as somebody who holds this knows them.
pub(crate) async fn known(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
) -> Result<Vec<ServiceChoice>, Failure> {
    Ok(known_to(held, &services(unit, account).await?, unit.now()))
}

/// Those without a name come last: their place among the others would tell what they are called.
fn known_to(held: &Effective, services: &[ServiceRecord], now: Timestamp) -> Vec<ServiceChoice> {
    let mut known: Vec<ServiceChoice> = services.iter().map(|service| service.known_to(held, now)).collect();
    known.sort_by_key(|service| service.name.is_none());
    known
}

/// The rows that a rights form begins with: the active services that the actor sees, where these are few, and those on
/// which `before` gives something. Without their names those that the actor does not see, who may take that away.
pub(crate) async fn choices(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    before: &Rights,
) -> Result<(Vec<ServiceChoice>, Option<MoreServices>), Failure> {
    let mut seen = search(unit, account, held, Shown::Active, ("", FEW_SERVICES + 1)).await?;
    let are_few = seen.len() <= FEW_SERVICES;
    if !are_few {
        seen.clear();
    }
    let mut rows = known_to(held, &seen, unit.now());
    let given = active_of(unit, account, held, &before.services.keys().copied().collect()).await?;
    let mut given = given.into_iter().filter(|given| seen.iter().all(|row| row.id != given.id));
    rows.extend(given.by_ref().take(GIVEN_SERVICES));
    let kept = given.count();
    Ok((rows, (!are_few || kept > 0).then_some(MoreServices { kept })))
}

/// The ids of all services.
pub(crate) async fn ids(unit: &mut Unit<'_>, account: AccountId) -> Result<HashSet<ServiceId>, Failure> {
    let rows: Vec<(String,)> = sqlx::query_as("SELECT id FROM services WHERE account_id = $1")
        .bind(account.to_string())
        .fetch_all(unit.connection())
        .await?;
    rows.into_iter().map(|(id,)| Ok(id.parse()?)).collect()
}

impl ServiceRecord {
    /// What decides whether somebody sees it.
    pub(crate) fn target(&self, now: Timestamp) -> ServiceTarget {
        ServiceTarget { id: self.id, expiring: is_expiring(self.status, self.expires_at, now.0) }
    }

    /// As somebody who holds this knows it.
    pub(crate) fn known_to(&self, held: &Effective, now: Timestamp) -> ServiceChoice {
        let seen = sees_service(held, self.target(now));
        ServiceChoice { id: self.id, name: seen.then(|| self.name.clone()), kind: self.kind }
    }
}

/// A stored key that this version does not know.
pub(crate) fn unknown(what: &str, key: &str) -> StoredError {
    StoredError(format!("unknown {what} {key}"))
}
