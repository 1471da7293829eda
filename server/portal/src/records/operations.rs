//! What is done to services, as rows.

use crate::base::db::Database;
use crate::base::dialect::Statement;
use crate::base::error::{Failure, StoredError};
use crate::unit::audit;
use crate::unit::page::{Key, Keyset, List};
use crate::unit::{Author, Unit};
use domain::access::{Authority, Deed};
use domain::by::By;
use domain::caller::SignedIn;
use domain::id::{AccountId, ContactId, OrderId, PersonId, ServiceId, SessionId};
use domain::list::{Direction, Page};
use domain::operations::OperationStatus;
use domain::ordered::FailureReason;
use domain::provisioning::{Machine, Task};
use domain::time::Timestamp;
use serde::Deserialize;
use sqlx::FromRow;

/// An operation as a row; its fields have the order of [`COLUMNS`].
#[derive(Deserialize, FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    service_id: String,
    task: String,
    person_id: String,
    session_id: String,
    contact_id: String,
    asked_by_name: String,
    asked_by: String,
    status: String,
    percent: Option<i64>,
    reason: Option<String>,
    tries: i64,
    pub(crate) created_at: i64,
    begun_at: Option<i64>,
    ended_at: Option<i64>,
    driver: Option<String>,
    machine: Option<String>,
}

const COLUMNS: &str = "id, service_id, task, person_id, session_id, contact_id, asked_by_name, asked_by, status, \
                       percent, reason, tries, created_at, begun_at, ended_at, driver, machine";

/// An operation.
#[derive(Debug, Clone)]
pub(crate) struct OperationRecord {
    pub(crate) account: AccountId,
    pub(crate) id: OrderId,
    pub(crate) service: ServiceId,
    pub(crate) task: Task,
    /// In whose name.
    pub(crate) person: PersonId,
    /// The session in which it was asked for; it may have ended.
    pub(crate) session: SessionId,
    pub(crate) contact: ContactId,
    /// The name of that contact at the time.
    pub(crate) name: String,
    pub(crate) by: By,
    pub(crate) status: OperationStatus,
    /// How often in a row the driver could not be asked.
    pub(crate) tries: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) begun_at: Option<Timestamp>,
    pub(crate) ended_at: Option<Timestamp>,
    /// The driver that it was handed to, and the machine as that was told of it.
    pub(crate) driven: Option<(String, Machine)>,
}

impl OperationRecord {
    fn read(account: AccountId, row: Row) -> Result<Self, Failure> {
        let machine = row.machine.as_deref().map(serde_json::from_str).transpose()?;
        Ok(Self {
            account,
            driven: row.driver.zip(machine),
            id: row.id.parse()?,
            service: row.service_id.parse()?,
            task: serde_json::from_str(&row.task)?,
            person: row.person_id.parse()?,
            session: row.session_id.parse()?,
            contact: row.contact_id.parse()?,
            by: audit::author(Some(&row.asked_by), row.asked_by_name.clone())?,
            name: row.asked_by_name,
            status: status(&row.status, row.percent, row.reason.as_deref())?,
            tries: row.tries,
            created_at: Timestamp(row.created_at),
            begun_at: row.begun_at.map(Timestamp),
            ended_at: row.ended_at.map(Timestamp),
        })
    }
}

fn status(key: &str, percent: Option<i64>, reason: Option<&str>) -> Result<OperationStatus, StoredError> {
    match key {
        "waiting" => Ok(OperationStatus::Waiting),
        "running" => {
            let percent = percent.and_then(|percent| u8::try_from(percent).ok());
            Ok(OperationStatus::Running { percent })
        }
        "done" => Ok(OperationStatus::Done),
        // A reason of a later version is one that this one has no words for.
        "failed" => {
            let reason = reason.and_then(FailureReason::from_key).unwrap_or(FailureReason::Other);
            Ok(OperationStatus::Failed(reason))
        }
        "unknown" => Ok(OperationStatus::Unknown),
        key => Err(StoredError(format!("unknown status of an operation {key}"))),
    }
}

/// What is asked to be done.
pub(crate) struct NewOperation<'a> {
    pub(crate) id: OrderId,
    pub(crate) service: ServiceId,
    pub(crate) task: &'a Task,
    pub(crate) asker: SignedIn,
    pub(crate) contact: ContactId,
    pub(crate) by: &'a Author,
}

/// Writes down what is to be done; whether nothing else is being done to the service.
pub(crate) async fn add(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    new: &NewOperation<'_>,
) -> Result<bool, Failure> {
    authority.covers_service(Deed::Operate, new.service)?;
    let now = unit.now();
    let added = sqlx::query(
        "INSERT INTO service_operations (account_id, id, service_id, task, person_id, session_id, contact_id, \
         asked_by_name, asked_by, status, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10) \
         ON CONFLICT DO NOTHING",
    )
    .bind(authority.account().to_string())
    .bind(new.id.to_string())
    .bind(new.service.to_string())
    .bind(serde_json::to_string(new.task)?)
    .bind(new.asker.person.to_string())
    .bind(new.asker.session.to_string())
    .bind(new.contact.to_string())
    .bind(&new.by.name)
    .bind(serde_json::to_string(&new.by.by())?)
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(added == 1)
}

/// One of the account.
pub(crate) async fn read(
    unit: &mut Unit<'_>,
    account: AccountId,
    order: OrderId,
) -> Result<Option<OperationRecord>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(COLUMNS).push(" FROM service_operations WHERE account_id = ");
    statement.bind(account.to_string()).push(" AND id = ").bind(order.to_string());
    let rows: Vec<Row> = statement.fetch_all(unit.connection()).await?;
    rows.into_iter().next().map(|row| OperationRecord::read(account, row)).transpose()
}

/// What is being done to a service of the account.
pub(crate) async fn open(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
) -> Result<Option<OperationRecord>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push(COLUMNS).push(" FROM service_operations WHERE account_id = ");
    statement.bind(account.to_string()).push(" AND service_id = ").bind(service.to_string());
    statement.push(" AND ended_at IS NULL");
    let rows: Vec<Row> = statement.fetch_all(unit.connection()).await?;
    rows.into_iter().next().map(|row| OperationRecord::read(account, row)).transpose()
}

/// A page of what was done to a service of the account, latest first.
pub(crate) async fn past(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
    cursor: &str,
) -> Result<Page<OperationRecord>, Failure> {
    let (key, of) = (account.to_string(), service.to_string());
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(key.as_str()).push(" AND service_id = ").bind(of.as_str());
        statement.push(" AND ended_at IS NOT NULL");
    };
    let list = List {
        columns: COLUMNS,
        from: "service_operations",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Number("created_at"), Direction::Descending, cursor),
    };
    let statement = Statement::new(unit.dialect());
    let beside = |row: &Row| (row.id.clone(), row.created_at.to_string());
    let Page { rows, total, previous, next } = list.page(unit, statement, beside).await?;
    let rows = rows.into_iter().map(|row| OperationRecord::read(account, row)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total, previous, next })
}

/// Notes that it is about to be handed to the driver; whether it still waited.
pub(crate) async fn begin(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    operation: &OperationRecord,
    (driver, machine): (&str, &Machine),
) -> Result<bool, Failure> {
    authority.covers_service(Deed::Report, operation.service)?;
    let begun = sqlx::query(
        "UPDATE service_operations SET status = 'running', begun_at = COALESCE(begun_at, $3), driver = $4, \
         machine = $5 WHERE account_id = $1 AND id = $2 AND status = 'waiting'",
    )
    .bind(authority.account().to_string())
    .bind(operation.id.to_string())
    .bind(unit.now().0)
    .bind(driver)
    .bind(serde_json::to_string(machine)?)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(begun == 1)
}

/// How an operation goes on that has not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Advance {
    /// Waiting: nothing has begun. Running: the driver may be at it.
    pub(crate) status: OperationStatus,
    /// How often in a row the driver could not be asked.
    pub(crate) tries: i64,
}

/// Notes how far it is, where it has not ended.
pub(crate) async fn advance(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    operation: &OperationRecord,
    to: Advance,
) -> Result<(), Failure> {
    authority.covers_service(Deed::Report, operation.service)?;
    let percent = if let OperationStatus::Running { percent } = to.status { percent } else { None };
    sqlx::query(
        "UPDATE service_operations SET status = $3, percent = $4, tries = $5 \
         WHERE account_id = $1 AND id = $2 AND ended_at IS NULL",
    )
    .bind(authority.account().to_string())
    .bind(operation.id.to_string())
    .bind(to.status.key())
    .bind(percent.map(i64::from))
    .bind(to.tries)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// How many characters of a driver's words are kept.
const CAUSE_MAX: usize = 2_000;

/// Writes down what came of it, with what an operator should know; whether nobody had before.
pub(crate) async fn finish(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    operation: &OperationRecord,
    (outcome, cause): (OperationStatus, &str),
) -> Result<bool, Failure> {
    authority.covers_service(Deed::Report, operation.service)?;
    let reason = if let OperationStatus::Failed(reason) = outcome { Some(reason.key()) } else { None };
    // PostgreSQL takes no NUL, and whatever a driver says, its operation ends.
    let cause: String = cause.chars().filter(|c| !c.is_control()).take(CAUSE_MAX).collect();
    let ended = sqlx::query(
        "UPDATE service_operations SET status = $3, percent = NULL, reason = $4, cause = $5, ended_at = $6 \
         WHERE account_id = $1 AND id = $2 AND ended_at IS NULL",
    )
    .bind(authority.account().to_string())
    .bind(operation.id.to_string())
    .bind(outcome.key())
    .bind(reason)
    .bind((!cause.is_empty()).then_some(cause))
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(ended == 1)
}

/// Ends all that have not ended, on every account, once a backup was restored: what came of them since is not known.
pub(crate) async fn end_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    let now = unit.now();
    Ok(sqlx::query(
        "UPDATE service_operations SET status = 'unknown', percent = NULL, cause = 'a backup was restored', \
         ended_at = $1 WHERE ended_at IS NULL",
    )
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected())
}

/// Those that were asked for before then and have no job any more: it failed for good.
pub(crate) async fn left_behind(
    database: &Database,
    job: &'static str,
    before: Timestamp,
) -> Result<Vec<(AccountId, OrderId)>, Failure> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT o.account_id, o.id FROM service_operations o WHERE o.ended_at IS NULL AND o.created_at <= $2 \
         AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.name = $1 AND j.key = o.id AND j.dead_at IS NULL) LIMIT 100",
    )
    .bind(job)
    .bind(before.0)
    .fetch_all(database.readers())
    .await?;
    rows.into_iter().map(|(account, order)| Ok((account.parse()?, order.parse()?))).collect()
}
