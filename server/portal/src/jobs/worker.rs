//! The worker: three lanes that go on at once, so that a slow mail server holds up no job, and no driver anything else. Each
//! takes what is due in one table of work, carries it out, and says how it ended.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::jobs::lease::{Lease, Table};
use crate::jobs::mail::{Mailer, Outbox};
use crate::jobs::orders::{self, Orders};
use crate::jobs::queue::Queue;
use crate::unit::core::Core;
use crate::unit::jobs::{JobError, Next};
use domain::error::PortalError;
use domain::time::Timestamp;
use std::future::{Future, ready};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How often a table is looked at when nothing rings.
pub(crate) const POLL: Duration = Duration::from_secs(1);

/// A table of work, and how a row of it is carried out.
pub(crate) trait Work: Send {
    /// A row, leased.
    type Row: Send + Sync;
    const TABLE: &'static Table;

    /// The lease of a row.
    fn lease(row: &Self::Row) -> &Lease;

    /// What comes first, each time that the worker looks at the table.
    fn begin(&self, _now: Timestamp) -> impl Future<Output = Result<(), Failure>> + Send {
        ready(Ok(()))
    }

    /// Leases what is due.
    fn take(&self, now: Timestamp) -> impl Future<Output = Result<Vec<Self::Row>, Failure>> + Send;

    /// Carries a row out, or a part of it.
    fn run(&mut self, row: &Self::Row, clock: Clock<'_>) -> impl Future<Output = Result<Next, JobError>> + Send;

    /// Writes down that it ran well.
    fn ended(&self, row: &Self::Row, next: Next, now: Timestamp) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// The worker of this process. Any number of processes may have one, on one database.
#[derive(Clone)]
pub struct Jobs {
    core: Arc<Core>,
    mailer: Mailer,
}

/// What was carried out and ran well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Jobs, each part counted.
    pub jobs: usize,
    /// Mails that went out.
    pub mails: usize,
}

/// Tells the time.
pub(crate) type Clock<'c> = &'c (dyn Fn() -> Timestamp + Send + Sync);

impl Jobs {
    /// The worker for `core`. `Err` says what is wrong with the settings for mails.
    pub(crate) fn open(core: Arc<Core>) -> Result<Self, String> {
        Ok(Self { mailer: Mailer::open(Arc::clone(&core))?, core })
    }

    /// Works until `shutdown`, waking when something is queued and once a second. What was leased by then is carried out
    /// first: a mail that was left in the middle would go again. `clock` tells the time.
    pub async fn run(&self, clock: impl Fn() -> Timestamp + Send + Sync, shutdown: impl Future<Output = ()> + Send) {
        let (stop, stopped) = watch::channel(false);
        let (job_bell, mail_bell) = (self.core.database.job_bell(), self.core.database.mail_bell());
        let lanes = async {
            tokio::join!(
                self.lane(|| Queue::new(&self.core), &job_bell, &clock, stopped.clone()),
                self.lane(|| Outbox::new(&self.mailer), &mail_bell, &clock, stopped.clone()),
                orders::lane(&self.core, &clock, stopped.clone()),
            );
        };
        tokio::pin!(shutdown, lanes);
        tokio::select! {
            () = &mut shutdown => {}
            () = &mut lanes => return,
        }
        stop.send_replace(true);
        lanes.await;
    }

    /// Carries out what is due at `now`, the orders to drivers after the other jobs, and then the mails.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer. A job that fails is no error: it is tried again later.
    pub async fn run_due(&self, now: Timestamp) -> Result<Done, PortalError> {
        self.run_all(&|| now).await.map_err(|failure| {
            tracing::error!(error = %failure, "failed to read what is due");
            PortalError::Unavailable
        })
    }

    async fn run_all(&self, clock: Clock<'_>) -> Result<Done, Failure> {
        let (_stop, stopped) = watch::channel(false);
        let jobs = round(&self.core.database, &mut Queue::new(&self.core), clock, &stopped).await?;
        let orders = round(&self.core.database, &mut Orders::new(&self.core), clock, &stopped).await?;
        let mails = round(&self.core.database, &mut Outbox::new(&self.mailer), clock, &stopped).await?;
        Ok(Done { jobs: jobs + orders, mails })
    }

    async fn lane<W: Work>(
        &self,
        work: impl Fn() -> W + Send + Sync,
        bell: &Notify,
        clock: Clock<'_>,
        mut stopped: watch::Receiver<bool>,
    ) {
        loop {
            let mut work = work();
            let round = async {
                work.begin(clock()).await?;
                round(&self.core.database, &mut work, clock, &stopped).await
            };
            if let Err(failure) = round.await {
                tracing::error!(table = W::TABLE.name, error = %failure, "failed to read what is due");
            }
            tokio::select! {
                _ = stopped.changed() => return,
                () = bell.notified() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }
}

/// Carries out what is due; how much of it ran well.
async fn round<W: Work>(
    database: &Database,
    work: &mut W,
    clock: Clock<'_>,
    stopped: &watch::Receiver<bool>,
) -> Result<usize, Failure> {
    let is_over = || *stopped.borrow();
    let mut done = 0;
    while !is_over() {
        // INVARIANT: each lease begins when it is taken. Many rows take longer than one lease, and another node would take
        // up what was leased by a clock that stood still.
        let rows = work.take(clock()).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            done += usize::from(one(database, work, &row, clock).await?);
        }
    }
    Ok(done)
}

/// Carries one row out and writes down how that ended; whether it ran well.
pub(crate) async fn one<W: Work>(
    database: &Database,
    work: &mut W,
    row: &W::Row,
    clock: Clock<'_>,
) -> Result<bool, Failure> {
    match work.run(row, clock).await {
        Ok(next) => {
            work.ended(row, next, clock()).await?;
            return Ok(true);
        }
        Err(JobError::Retry(problem)) => W::TABLE.retry(database, W::lease(row), clock(), &problem).await?,
        Err(JobError::Failed(problem)) => W::TABLE.fail(database, W::lease(row), clock(), &problem).await?,
    }
    Ok(false)
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}
