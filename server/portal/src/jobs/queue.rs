//! Queueing jobs.

use super::Job;
use crate::error::Failure;
use crate::random;
use domain::time::Timestamp;
use sqlx::AnyConnection;

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
