//! The worker that carries jobs out.

use crate::base::error::Failure;
use crate::contacts::bulk::CarryOn;
use crate::unit::core::Core;
use crate::unit::jobs::{Job, JobError, Next};
use domain::error::PortalError;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

/// Seconds for which a job is one worker's.
const LEASE: i64 = 300;
/// Seconds between tries; after the last one a job is dead.
const WAITS: [i64; 6] = [5, 30, 300, 1_800, 7_200, 43_200];
/// How often the table is looked at when nothing rings.
const POLL: Duration = Duration::from_secs(1);

/// The jobs and their worker.
#[derive(Clone)]
pub struct Jobs {
    core: Arc<Core>,
}

/// The jobs that this version knows; those of a newer one, which shares the database, are its own worker's.
const KNOWN: [&str; 1] = [CarryOn::NAME];

#[derive(FromRow)]
struct Leased {
    id: String,
    name: String,
    payload: String,
    attempts: i64,
    #[sqlx(rename = "leased_until")]
    until: i64,
}

impl Jobs {
    pub(crate) const fn new(core: Arc<Core>) -> Self {
        Self { core }
    }

    /// Carries jobs out until `shutdown`, waking when one is queued and once a second. `clock` tells the time.
    pub async fn run(&self, clock: impl Fn() -> Timestamp + Send + Sync, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        loop {
            let round = async {
                if let Err(failure) = self.run_all(&clock).await {
                    tracing::error!(error = %failure, "failed to read the jobs");
                }
                tokio::select! {
                    () = self.core.database.job_queued() => {}
                    () = tokio::time::sleep(POLL) => {}
                }
            };
            // A job that is dropped in the middle was a transaction that did not commit; its lease runs out.
            tokio::select! {
                () = &mut shutdown => return,
                () = round => {}
            }
        }
    }

    /// Carries out what is due at `now`; how many steps that took.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer. A job that fails is no error: it is tried again later.
    pub async fn run_due(&self, now: Timestamp) -> Result<usize, PortalError> {
        self.run_all(&|| now).await.map_err(|failure| {
            tracing::error!(error = %failure, "failed to read the jobs");
            PortalError::Unavailable
        })
    }

    async fn run_all(&self, clock: &(dyn Fn() -> Timestamp + Send + Sync)) -> Result<usize, Failure> {
        let mut steps = 0;
        while let Some(job) = self.lease(clock()).await? {
            steps += 1;
            match self.step(&job, clock()).await {
                Ok(Next::Done) => self.delete(&job).await?,
                Ok(Next::Again) => self.put_back(&job, clock()).await?,
                Err(JobError::Retry(problem)) => self.retry(&job, clock(), &problem).await?,
                Err(JobError::Failed(problem)) => self.fail(&job, clock(), &problem).await?,
            }
        }
        Ok(steps)
    }

    async fn step(&self, job: &Leased, now: Timestamp) -> Result<Next, JobError> {
        match job.name.as_str() {
            CarryOn::NAME => payload::<CarryOn>(job)?.run(&self.core, now).await,
            name => Err(JobError::Failed(format!("unknown job {name}"))),
        }
    }

    async fn lease(&self, now: Timestamp) -> Result<Option<Leased>, Failure> {
        // The conditions stand outside once more: of two workers that chose one row, the second finds it leased.
        let statement = self.core.database.dialect().spelled(
            "UPDATE jobs SET leased_until = $2, attempts = attempts + 1 WHERE id = (\
                 SELECT id FROM jobs WHERE dead_at IS NULL AND due_at <= $1 AND leased_until <= $1 \
                 AND name IN LIST($3) ORDER BY priority, due_at, id LIMIT 1) \
             AND dead_at IS NULL AND leased_until <= $1 RETURNING id, name, payload, attempts, leased_until",
        );
        Ok(sqlx::query_as(statement)
            .bind(now.0)
            .bind(now.plus_seconds(LEASE).0)
            .bind(serde_json::to_string(&KNOWN)?)
            .fetch_optional(self.core.database.writer())
            .await?)
    }

    async fn delete(&self, job: &Leased) -> Result<(), Failure> {
        // INVARIANT, here and below: a worker whose lease ran out ends nobody else's.
        sqlx::query("DELETE FROM jobs WHERE id = $1 AND leased_until = $2")
            .bind(&job.id)
            .bind(job.until)
            .execute(self.core.database.writer())
            .await?;
        Ok(())
    }

    /// For its next part; what it did so far was no failed try.
    async fn put_back(&self, job: &Leased, now: Timestamp) -> Result<(), Failure> {
        sqlx::query(
            "UPDATE jobs SET leased_until = 0, attempts = 0, due_at = $2, last_error = NULL \
             WHERE id = $1 AND leased_until = $3",
        )
        .bind(&job.id)
        .bind(now.0)
        .bind(job.until)
        .execute(self.core.database.writer())
        .await?;
        Ok(())
    }

    async fn retry(&self, job: &Leased, now: Timestamp, problem: &str) -> Result<(), Failure> {
        let tries = usize::try_from(job.attempts).unwrap_or(usize::MAX);
        let Some(wait) = tries.checked_sub(1).and_then(|wait| WAITS.get(wait)) else {
            return self.fail(job, now, problem).await;
        };
        tracing::warn!(job = job.id, name = job.name, problem, wait, "job failed, to be tried again");
        sqlx::query(
            "UPDATE jobs SET due_at = $2, leased_until = 0, last_error = $3 WHERE id = $1 AND leased_until = $4",
        )
        .bind(&job.id)
        .bind(now.plus_seconds(*wait).0)
        .bind(problem)
        .bind(job.until)
        .execute(self.core.database.writer())
        .await?;
        Ok(())
    }

    async fn fail(&self, job: &Leased, now: Timestamp, problem: &str) -> Result<(), Failure> {
        tracing::error!(job = job.id, name = job.name, problem, "job failed for good");
        sqlx::query(
            "UPDATE jobs SET dead_at = $2, leased_until = 0, last_error = $3 WHERE id = $1 AND leased_until = $4",
        )
        .bind(&job.id)
        .bind(now.0)
        .bind(problem)
        .bind(job.until)
        .execute(self.core.database.writer())
        .await?;
        Ok(())
    }
}

fn payload<J: Job>(job: &Leased) -> Result<J, JobError> {
    serde_json::from_str(&job.payload).map_err(|error| JobError::Failed(format!("its payload is invalid: {error}")))
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}
