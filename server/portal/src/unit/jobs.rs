//! Jobs as rows: written in the transaction of the change that causes them, carried out by `jobs`.

use crate::base::error::Failure;
use crate::base::random;
use crate::unit::core::Core;
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
    fn run(&self, core: &Core, now: Timestamp) -> impl Future<Output = Result<Next, JobError>> + Send;
}

/// What is next for a job that ran well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing.
    Done,
    /// Its next part, after the other jobs that are due.
    Again,
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
    name: &'static str,
    key: String,
    payload: String,
    priority: i64,
}

impl NewJob {
    /// A job; of those that wait with the same key there is only one.
    pub(crate) fn of<J: Job>(key: &impl ToString, job: &J) -> Result<Self, Failure> {
        let payload = serde_json::to_string(job)?;
        Ok(Self { name: J::NAME, key: key.to_string(), payload, priority: J::PRIORITY })
    }
}

/// Writes it down, where there is none with its key.
pub(crate) async fn queue(connection: &mut AnyConnection, now: Timestamp, job: NewJob) -> Result<(), Failure> {
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
    .execute(connection)
    .await?;
    Ok(())
}
