//! Changes of zones, and which name server has the zone of a domain.

use crate::base::error::{Failure, StoredError};
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::by::By;
use domain::dns::{ChangeSet, ChangeState};
use domain::domains::DomainStatus;
use domain::id::{AccountId, DomainId, PersonId, SessionId, ZoneChangeId};
use domain::time::Timestamp;
use sqlx::FromRow;

/// A domain, and where its zone is.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Home {
    /// As people read it.
    pub(crate) name: String,
    pub(crate) driver: Option<String>,
    handle: Option<String>,
    status: String,
}

impl Home {
    /// Whether the account has the domain. INVARIANT: one that has moved away, or that is still to come, may be that of
    /// another account, and so may its zone (SECURITY T8).
    pub(crate) fn is_held(&self) -> bool {
        matches!(DomainStatus::from_key(&self.status), Some(DomainStatus::Active | DomainStatus::Expired))
    }

    /// What the driver calls the zone; of a name in another script whatever `ascii` makes of it.
    pub(crate) fn handle(&self, ascii: fn(&str) -> Option<String>) -> String {
        self.handle.clone().or_else(|| ascii(&self.name)).unwrap_or_else(|| self.name.clone())
    }
}

/// One domain of an account.
pub(crate) async fn home(unit: &mut Unit<'_>, account: AccountId, domain: DomainId) -> Result<Option<Home>, Failure> {
    Ok(sqlx::query_as("SELECT name, driver, handle, status FROM domains WHERE account_id = $1 AND id = $2")
        .bind(account.to_string())
        .bind(domain.to_string())
        .fetch_optional(unit.connection())
        .await?)
}

/// A change.
#[derive(Debug, Clone)]
pub(crate) struct ZoneChange {
    pub(crate) account: AccountId,
    pub(crate) id: ZoneChangeId,
    pub(crate) domain: DomainId,
    pub(crate) person: PersonId,
    pub(crate) session: SessionId,
    pub(crate) by: By,
    pub(crate) driver: String,
    pub(crate) handle: String,
    pub(crate) changes: ChangeSet,
    pub(crate) state: ChangeState,
    pub(crate) at: Timestamp,
}

#[derive(FromRow)]
struct Row {
    id: String,
    domain_id: String,
    person_id: String,
    session_id: String,
    author: String,
    driver: String,
    handle: String,
    changes: String,
    state: String,
    created_at: i64,
}

impl Row {
    fn change(self, account: AccountId) -> Result<ZoneChange, Failure> {
        let state = ChangeState::from_key(&self.state);
        Ok(ZoneChange {
            account,
            id: self.id.parse()?,
            domain: self.domain_id.parse()?,
            person: self.person_id.parse()?,
            session: self.session_id.parse()?,
            by: serde_json::from_str(&self.author)?,
            driver: self.driver,
            handle: self.handle,
            changes: serde_json::from_str(&self.changes)?,
            state: state.ok_or_else(|| StoredError("unknown state of a change of a zone".to_owned()))?,
            at: Timestamp(self.created_at),
        })
    }
}

/// Writes one down that is about to be handed over; whether there was none under way for the domain.
pub(crate) async fn insert(unit: &mut Unit<'_>, by: Authority<'_>, change: &ZoneChange) -> Result<bool, Failure> {
    by.covers_domain(Deed::ChangeZone, change.domain)?;
    let inserted = sqlx::query(
        "INSERT INTO zone_changes (account_id, id, domain_id, person_id, session_id, author, driver, handle, changes, \
         state, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (account_id, domain_id) WHERE state = 'under_way' DO NOTHING",
    )
    .bind(by.account().to_string())
    .bind(change.id.to_string())
    .bind(change.domain.to_string())
    .bind(change.person.to_string())
    .bind(change.session.to_string())
    .bind(serde_json::to_string(&change.by)?)
    .bind(&change.driver)
    .bind(&change.handle)
    .bind(serde_json::to_string(&change.changes)?)
    .bind(change.state.key())
    .bind(change.at.0)
    .execute(unit.connection())
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Writes down what came of one that is under way, with what an operator should know; whether it was under way.
pub(crate) async fn end(
    unit: &mut Unit<'_>,
    by: Authority<'_>,
    change: &ZoneChange,
    (state, cause): (ChangeState, Option<&str>),
) -> Result<bool, Failure> {
    by.covers_domain(Deed::ReportZone, change.domain)?;
    let now = unit.now().0;
    let ended = sqlx::query(
        "UPDATE zone_changes SET state = $3, cause = $4, ended_at = $5 \
         WHERE account_id = $1 AND id = $2 AND state = 'under_way'",
    )
    .bind(by.account().to_string())
    .bind(change.id.to_string())
    .bind(state.key())
    .bind(cause)
    .bind(now)
    .execute(unit.connection())
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// One of them.
pub(crate) async fn read(
    unit: &mut Unit<'_>,
    account: AccountId,
    change: ZoneChangeId,
) -> Result<Option<ZoneChange>, Failure> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, domain_id, person_id, session_id, author, driver, handle, changes, state, created_at \
         FROM zone_changes WHERE account_id = $1 AND id = $2",
    )
    .bind(account.to_string())
    .bind(change.to_string())
    .fetch_optional(unit.connection())
    .await?;
    row.map(|row| row.change(account)).transpose()
}

/// The latest of a domain, latest first.
pub(crate) async fn latest(
    unit: &mut Unit<'_>,
    account: AccountId,
    domain: DomainId,
    limit: i64,
) -> Result<Vec<ZoneChange>, Failure> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, domain_id, person_id, session_id, author, driver, handle, changes, state, created_at \
         FROM zone_changes WHERE account_id = $1 AND domain_id = $2 ORDER BY created_at DESC, id DESC LIMIT $3",
    )
    .bind(account.to_string())
    .bind(domain.to_string())
    .bind(limit)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(|row| row.change(account)).collect()
}

/// Leaves those that are under way, on every account, to whoever reads the zones: the jobs that would are gone.
pub(crate) async fn stop_all(unit: &mut Unit<'_>) -> Result<(), Failure> {
    unit.by_operator()?;
    let now = unit.now().0;
    sqlx::query(
        "UPDATE zone_changes SET state = 'unknown', cause = 'a backup was restored', ended_at = $1 \
         WHERE state = 'under_way'",
    )
    .bind(now)
    .execute(unit.connection())
    .await?;
    Ok(())
}
