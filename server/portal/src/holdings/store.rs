//! Services as rows.

use crate::error::{Failure, StoredError};
use crate::unit::Unit;
use domain::id::{AccountId, ServiceId};
use domain::service::{ServiceChoice, ServiceKind, ServiceStatus};
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

/// The active services, as rows of the rights form.
pub(crate) async fn choices(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceChoice>, Failure> {
    let active = services(unit, account).await?.into_iter().filter(|service| service.status == ServiceStatus::Active);
    Ok(active.map(ServiceChoice::from).collect())
}

/// All services, for names in histories.
pub(crate) async fn all_choices(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<ServiceChoice>, Failure> {
    Ok(services(unit, account).await?.into_iter().map(ServiceChoice::from).collect())
}

/// The ids of all services.
pub(crate) async fn ids(unit: &mut Unit<'_>, account: AccountId) -> Result<HashSet<ServiceId>, Failure> {
    let rows: Vec<(String,)> = sqlx::query_as("SELECT id FROM services WHERE account_id = $1")
        .bind(account.to_string())
        .fetch_all(unit.connection())
        .await?;
    rows.into_iter().map(|(id,)| Ok(id.parse()?)).collect()
}

impl From<ServiceRecord> for ServiceChoice {
    fn from(service: ServiceRecord) -> Self {
        Self { id: service.id, name: service.name, kind: service.kind }
    }
}

/// A stored key that this version does not know.
pub(crate) fn unknown(what: &str, key: &str) -> StoredError {
    StoredError(format!("unknown {what} {key}"))
}
