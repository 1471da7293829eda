//! The table `jobs`: queueing, and the work of it.

use crate::base::error::Failure;
use crate::base::random;
use crate::contacts::bulk::CarryOn;
use crate::jobs::lease::{Lease, Table, table};
use crate::jobs::sweep::Sweep;
use crate::jobs::worker::Work;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, NewJob, Next};
use crate::unit::notices::Waiting;
use domain::ports::Principal;
use domain::time::Timestamp;
use sqlx::FromRow;

/// A recurring job, where it is not there: it was never queued, or has failed for good.
async fn recur(core: &Core, now: Timestamp, job: NewJob) -> Result<(), Failure> {
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
    .execute(core.database.writer())
    .await?;
    Ok(())
}

/// The jobs that this version knows; those of a newer one, which shares the database, are its own worker's.
const KNOWN: [&str; 3] = [CarryOn::NAME, Waiting::NAME, Sweep::NAME];

/// The jobs as work.
pub(crate) struct Queue<'c> {
    core: &'c Core,
}

/// A job, leased.
#[derive(FromRow)]
pub(crate) struct Leased {
    #[sqlx(flatten)]
    lease: Lease,
    name: String,
    payload: String,
}

impl<'c> Queue<'c> {
    pub(crate) const fn new(core: &'c Core) -> Self {
        Self { core }
    }

    async fn carry_out<J: Job>(&self, row: &Leased, now: Timestamp) -> Result<Next, JobError> {
        let job: J = serde_json::from_str(&row.payload)
            .map_err(|error| JobError::Failed(format!("its payload is invalid: {error}")))?;
        job.run(&Context { core: self.core, caller: self.core.system(Principal::Job(J::NAME), now) }).await
    }

    async fn delete(&self, lease: &Lease) -> Result<(), Failure> {
        sqlx::query("DELETE FROM jobs WHERE id = $1 AND leased_until = $2")
            .bind(&lease.id)
            .bind(lease.until)
            .execute(self.core.database.writer())
            .await?;
        Ok(())
    }

    /// For its next part; what it did so far was no failed try.
    async fn put_back(&self, lease: &Lease, due: Timestamp) -> Result<(), Failure> {
        sqlx::query(
            "UPDATE jobs SET leased_until = 0, attempts = 0, due_at = $2, last_error = NULL \
             WHERE id = $1 AND leased_until = $3",
        )
        .bind(&lease.id)
        .bind(due.0)
        .bind(lease.until)
        .execute(self.core.database.writer())
        .await?;
        Ok(())
    }
}

impl Work for Queue<'_> {
    type Row = Leased;
    const TABLE: &'static Table = &table!(
        "jobs",
        open: ["name IN ", list("$3")],
        order: "priority, due_at, id",
        at_once: 1,
        columns: "name, payload",
        waits: [5, 30, 300, 1_800, 7_200, 43_200],
    );

    fn lease(row: &Leased) -> &Lease {
        &row.lease
    }

    async fn begin(&self, now: Timestamp) -> Result<(), Failure> {
        recur(self.core, now, NewJob::of(&"", &Sweep)?).await
    }

    async fn take(&self, now: Timestamp) -> Result<Vec<Leased>, Failure> {
        Self::TABLE.take(&self.core.database, now, Some(serde_json::to_string(&KNOWN)?)).await
    }

    async fn run(&mut self, row: &Leased, now: Timestamp) -> Result<Next, JobError> {
        match row.name.as_str() {
            CarryOn::NAME => self.carry_out::<CarryOn>(row, now).await,
            Waiting::NAME => self.carry_out::<Waiting>(row, now).await,
            Sweep::NAME => self.carry_out::<Sweep>(row, now).await,
            name => Err(JobError::Failed(format!("unknown job {name}"))),
        }
    }

    async fn ended(&self, row: &Leased, next: Next, now: Timestamp) -> Result<(), Failure> {
        match next {
            Next::Done => self.delete(&row.lease).await,
            Next::Again => self.put_back(&row.lease, now).await,
            Next::After(seconds) => self.put_back(&row.lease, now.plus_seconds(seconds)).await,
        }
    }
}
