//! Jobs as rows: written in the transaction of the change that causes them, carried out by `jobs`.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::caller::Caller;
use domain::time::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::AnyConnection;

/// A kind of work; its fields are stored as JSON.
pub(crate) trait Job: Serialize + DeserializeOwned + Send + Sync {
    /// The name of its use-case, `contacts.bulk` say. Stored: never change it.
    const NAME: &'static str;
    /// Smaller ones first.
    const PRIORITY: i64 = 100;

    /// Carries it out, or a part of it.
    fn run(&self, ctx: &Context<'_>) -> impl Future<Output = Result<Next, JobError>> + Send;
}

/// What a job runs with.
pub(crate) struct Context<'c> {
    pub(crate) core: &'c Core,
    /// The job itself, at the time of this run.
    pub(crate) caller: Caller,
    /// Tells the time, which goes on while another server is waited for.
    pub(crate) clock: &'c (dyn Fn() -> Timestamp + Send + Sync),
}

/// What is next for a job that ran well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing.
    Done,
    /// Its next part, after the other jobs that are due.
    Again,
    /// The same again after so many seconds: it recurs.
    After(i64),
}

/// Why a job did not run to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// It is tried again later.
    #[error("{0}")]
    Retry(String),
    /// It is not tried again.
    #[error("{0}")]
    Failed(String),
}

impl From<Failure> for JobError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Stored(_) => Self::Failed(failure.to_string()),
            Failure::Answer(_) | Failure::Database(_) | Failure::Fault(_) => Self::Retry(failure.to_string()),
        }
    }
}

/// A job to be queued with the commit of a unit.
#[derive(Debug)]
pub(crate) struct NewJob {
    pub(crate) name: &'static str,
    pub(crate) key: String,
    pub(crate) payload: String,
    pub(crate) priority: i64,
    due: Option<Timestamp>,
}

impl NewJob {
    /// A job, due at once; of those that wait with the same key there is only one.
    pub(crate) fn of<J: Job>(key: &impl ToString, job: &J) -> Result<Self, Failure> {
        let payload = serde_json::to_string(job)?;
        Ok(Self { name: J::NAME, key: key.to_string(), payload, priority: J::PRIORITY, due: None })
    }

    /// The same, due later.
    pub(crate) fn due_at(self, due: Timestamp) -> Self {
        Self { due: Some(due), ..self }
    }

    /// Units that queue the same jobs do so in one order, so that none waits for another one that waits for it.
    pub(crate) fn order(&self) -> (&str, &str) {
        (self.name, &self.key)
    }
}

/// Writes it down. One that waits with its key is due at the earlier of both times. One that is being carried out is
/// carried out once more, as it may have looked already: its lease is taken away, so that its end does not delete it.
pub(crate) async fn queue(connection: &mut AnyConnection, now: Timestamp, job: NewJob) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (name, key) WHERE dead_at IS NULL DO UPDATE SET leased_until = 0, due_at = CASE \
             WHEN jobs.leased_until > excluded.created_at OR jobs.due_at > excluded.due_at THEN excluded.due_at \
             ELSE jobs.due_at END",
    )
    .bind(random::id(now).to_string())
    .bind(job.name)
    .bind(job.key)
    .bind(job.payload)
    .bind(job.priority)
    .bind(job.due.unwrap_or(now).0)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// Makes one due at once that is there, waiting or being carried out; the latter as [`queue`] does.
pub(crate) async fn wake(
    connection: &mut AnyConnection,
    now: Timestamp,
    name: &'static str,
    key: &str,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE jobs SET leased_until = 0, due_at = $3 \
         WHERE name = $1 AND key = $2 AND dead_at IS NULL AND (due_at > $3 OR leased_until > $3)",
    )
    .bind(name)
    .bind(key)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// A recurring job, where it is not there: it was never queued, or has failed for good.
pub(crate) async fn recur(database: &Database, now: Timestamp, job: NewJob) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $6) \
         ON CONFLICT (name, key) WHERE dead_at IS NULL DO NOTHING",
    )
    .bind(random::id(now).to_string())
    .bind(job.name)
    .bind(job.key)
    .bind(job.payload)
    .bind(job.priority)
    .bind(now.0)
    .execute(database.writer())
    .await?;
    Ok(())
}

/// Deletes one that is done, unless its lease, which ended then, is another worker's by now.
pub(crate) async fn delete(database: &Database, id: &str, leased_until: i64) -> Result<(), Failure> {
    sqlx::query("DELETE FROM jobs WHERE id = $1 AND leased_until = $2")
        .bind(id)
        .bind(leased_until)
        .execute(database.writer())
        .await?;
    Ok(())
}

/// Leaves one for its next part; what it did so far was no failed try. Its lease as in [`delete`].
pub(crate) async fn put_back(database: &Database, id: &str, leased_until: i64, due: Timestamp) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE jobs SET leased_until = 0, attempts = 0, due_at = $2, last_error = NULL \
         WHERE id = $1 AND leased_until = $3",
    )
    .bind(id)
    .bind(due.0)
    .bind(leased_until)
    .execute(database.writer())
    .await?;
    Ok(())
}

/// Deletes all of them; how many. The sweep is nobody's, and stays.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM jobs WHERE name <> 'sweep'").execute(unit.connection()).await?.rows_affected())
}

/// Deletes those that failed for good before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM jobs WHERE dead_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
