//! The table `jobs` as work.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::contacts::bulk::CarryOn;
use crate::dns::Settle;
use crate::jobs::lease::{LEASE, Lease, Table, table};
use crate::jobs::sweep::Sweep;
use crate::jobs::worker::{Clock, Work};
use crate::unit::core::Core;
use crate::unit::jobs::{self, Context, Job, JobError, NewJob, Next};
use crate::unit::notices::Waiting;
use domain::caller::Principal;
use domain::time::Timestamp;
use sqlx::FromRow;

/// The jobs that this version knows; those of a newer one, which shares the database, are its own worker's.
const KNOWN: [&str; 4] = [CarryOn::NAME, Settle::NAME, Waiting::NAME, Sweep::NAME];

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

    async fn carry_out<J: Job>(&self, row: &Leased, clock: Clock<'_>) -> Result<Next, JobError> {
        let job: J = serde_json::from_str(&row.payload)
            .map_err(|error| JobError::Failed(format!("its payload is invalid: {error}")))?;
        let caller = self.core.system(Principal::Job(J::NAME), clock());
        job.run(&Context { core: self.core, caller, clock }).await
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
        lease: LEASE,
        waits: [5, 30, 300, 1_800, 7_200, 43_200],
    );

    fn lease(row: &Leased) -> &Lease {
        &row.lease
    }

    async fn begin(&self, now: Timestamp) -> Result<(), Failure> {
        jobs::recur(&self.core.database, now, NewJob::of(&"", &Sweep)?).await
    }

    async fn take(&self, now: Timestamp) -> Result<Vec<Leased>, Failure> {
        Self::TABLE.take(&self.core.database, now, Some(serde_json::to_string(&KNOWN)?)).await
    }

    async fn run(&mut self, row: &Leased, clock: Clock<'_>) -> Result<Next, JobError> {
        match row.name.as_str() {
            CarryOn::NAME => self.carry_out::<CarryOn>(row, clock).await,
            Settle::NAME => self.carry_out::<Settle>(row, clock).await,
            Waiting::NAME => self.carry_out::<Waiting>(row, clock).await,
            Sweep::NAME => self.carry_out::<Sweep>(row, clock).await,
            name => Err(JobError::Failed(format!("unknown job {name}"))),
        }
    }

    async fn ended(&self, row: &Leased, next: Next, now: Timestamp) -> Result<(), Failure> {
        ended(&self.core.database, &row.lease, next, now).await
    }
}

/// Writes down what is next for a job that ran well.
pub(crate) async fn ended(database: &Database, lease: &Lease, next: Next, now: Timestamp) -> Result<(), Failure> {
    let due = match next {
        Next::Done => return jobs::delete(database, &lease.id, lease.until).await,
        Next::Again => now,
        Next::After(seconds) => now.plus_seconds(seconds),
    };
    jobs::put_back(database, &lease.id, lease.until, due).await
}
