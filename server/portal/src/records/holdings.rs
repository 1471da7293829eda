//! Services as rows.

use crate::base::error::{Failure, StoredError};
use crate::unit::Unit;
use domain::access::{ServiceTarget, sees_service};
use domain::id::{AccountId, ServiceId};
use domain::rights::{Effective, Rights};
use domain::service::{ServiceChoice, ServiceKind, ServiceStatus, is_expiring};
use domain::time::Timestamp;
use std::collections::HashSet;

/// A service as stored.
pub(crate) struct ServiceRecord {
    pub(crate) id: ServiceId,
    pub(crate) name: String,
    pub(crate) product: String,
    pub(crate) kind: ServiceKind,
    pub(crate) status: ServiceStatus,
    pub(crate) expires_at: Option<i64>,
}

/// The services of an account, by name.
pub(crate) async fn services(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceRecord>, Failure> {
    let rows: Vec<(String, String, String, String, String, Option<i64>)> = sqlx::query_as(
        "SELECT id, name, product, kind, status, expires_at FROM services WHERE account_id = $1 \
         ORDER BY sort_name, id LIMIT 1000",
    )
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|(id, name, product, kind, status, expires_at)| {
            Ok(ServiceRecord {
                id: id.parse()?,
                name,
                product,
                kind: ServiceKind::from_key(&kind).ok_or_else(|| unknown("kind of service", &kind))?,
                status: ServiceStatus::from_key(&status).ok_or_else(|| unknown("service status", &status))?,
                expires_at,
            })
        })
        .collect()
}

/// The active services.
pub(crate) async fn active(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceRecord>, Failure> {
    let mut active = services(unit, account).await?;
    active.retain(|service| service.status == ServiceStatus::Active);
    Ok(active)
}

/// All services, as somebody who holds this knows them.
pub(crate) async fn known(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
) -> Result<Vec<ServiceChoice>, Failure> {
    Ok(known_to(held, services(unit, account).await?, unit.now()))
}

/// Those without a name come last: their place among the others would tell what they are called.
fn known_to(held: &Effective, services: Vec<ServiceRecord>, now: Timestamp) -> Vec<ServiceChoice> {
    let mut known: Vec<ServiceChoice> = services
        .into_iter()
        .map(|service| {
            let seen = sees_service(held, service.target(now));
            ServiceChoice { id: service.id, name: seen.then_some(service.name), kind: service.kind }
        })
        .collect();
    known.sort_by_key(|service| service.name.is_none());
    known
}

/// The rows of a rights form: the active services that the actor sees, and without their names those on which `before`
/// gives something, which the actor may take away.
pub(crate) async fn choices(
    unit: &mut Unit<'_>,
    account: AccountId,
    held: &Effective,
    before: &Rights,
) -> Result<Vec<ServiceChoice>, Failure> {
    let mut rows = known_to(held, active(unit, account).await?, unit.now());
    rows.retain(|service| service.name.is_some() || before.services.contains_key(&service.id));
    Ok(rows)
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
}

/// A stored key that this version does not know.
pub(crate) fn unknown(what: &str, key: &str) -> StoredError {
    StoredError(format!("unknown {what} {key}"))
}
