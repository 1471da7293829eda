//! Orders to drivers as work: jobs of the table `jobs` with a lane of their own, in which many are carried out at once. One
//! that waits for a driver holds up neither other jobs nor orders to other drivers.

use crate::base::error::Failure;
use crate::jobs::lease::{Lease, Table, table};
use crate::jobs::queue;
use crate::jobs::worker::{Clock, POLL, Work, one};
use crate::operations::CarryOut;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, Next};
use domain::caller::Principal;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::watch;

/// How many are carried out at once by this process; more where that many could be with drivers that hang.
const AT_ONCE: usize = 40;
/// How many are leased at a time.
const TAKEN: usize = 8;
/// For how long those under way are waited for when the process stops. Others go on with them.
const LAST: Duration = Duration::from_secs(5);

/// The jobs of this lane.
const KNOWN: [&str; 1] = [CarryOut::NAME];

/// The orders as work.
pub(crate) struct Orders<'c> {
    core: &'c Core,
}

/// An order, leased.
#[derive(FromRow)]
pub(crate) struct Leased {
    #[sqlx(flatten)]
    lease: Lease,
    payload: String,
}

impl<'c> Orders<'c> {
    pub(crate) const fn new(core: &'c Core) -> Self {
        Self { core }
    }
}

impl Work for Orders<'_> {
    type Row = Leased;
    const TABLE: &'static Table = &table!(
        "jobs",
        open: ["name IN ", list("$3")],
        order: "priority, due_at, id",
        at_once: 8,
        columns: "payload",
        // Far longer than a driver is waited for, and short for whoever waits after a crash.
        lease: 60,
        waits: [1, 5, 30, 300, 1_800],
    );

    fn lease(row: &Leased) -> &Lease {
        &row.lease
    }

    async fn take(&self, now: Timestamp) -> Result<Vec<Leased>, Failure> {
        Self::TABLE.take(&self.core.database, now, Some(serde_json::to_string(&KNOWN)?)).await
    }

    async fn run(&mut self, row: &Leased, clock: Clock<'_>) -> Result<Next, JobError> {
        let job: CarryOut = serde_json::from_str(&row.payload)
            .map_err(|error| JobError::Failed(format!("its payload is invalid: {error}")))?;
        let caller = self.core.system(Principal::Job(CarryOut::NAME), clock());
        job.run(&Context { core: self.core, caller, clock }).await
    }

    async fn ended(&self, row: &Leased, next: Next, now: Timestamp) -> Result<(), Failure> {
        queue::ended(&self.core.database, &row.lease, next, now).await
    }
}

/// Those under way.
type Running<'r> = Vec<Pin<Box<dyn Future<Output = ()> + Send + 'r>>>;

/// Carries out what is due until `stopped`.
pub(crate) async fn lane(core: &Core, clock: Clock<'_>, mut stopped: watch::Receiver<bool>) {
    let bell = core.database.order_bell();
    let mut running: Running<'_> = Vec::new();
    // Those with drivers that hang fill their places and no more: there is always room to look at others.
    let most = AT_ONCE.max(core.turns.places() + TAKEN);
    loop {
        while running.len() + TAKEN <= most {
            let taken = beside(&mut running, Orders::new(core).take(clock())).await;
            match taken {
                Ok(rows) if rows.is_empty() => break,
                Ok(rows) => running.extend(rows.into_iter().map(|row| begun(core, row, clock))),
                Err(failure) => {
                    tracing::error!(error = %failure, "failed to read which orders are due");
                    break;
                }
            }
        }
        tokio::select! {
            _ = stopped.changed() => break,
            () = bell.notified() => {}
            () = tokio::time::sleep(POLL) => {}
            () = one_of(&mut running), if !running.is_empty() => {}
        }
    }
    let rest = async {
        while !running.is_empty() {
            one_of(&mut running).await;
        }
    };
    if tokio::time::timeout(LAST, rest).await.is_err() {
        tracing::warn!("left orders under way: they are asked about once their leases have run out");
    }
}

fn begun<'r>(core: &'r Core, row: Leased, clock: Clock<'r>) -> Pin<Box<dyn Future<Output = ()> + Send + 'r>> {
    Box::pin(async move {
        if let Err(failure) = one(&core.database, &mut Orders::new(core), &row, clock).await {
            tracing::error!(error = %failure, "failed to write down how an order goes on");
        }
    })
}

/// Waits for something while they go on, and forgets those that end.
///
/// INVARIANT: nothing else is waited for while they stand still: the connection that it waits for may be held by one of
/// them, on SQLite the one writer.
async fn beside<T>(running: &mut Running<'_>, awaited: impl Future<Output = T>) -> T {
    let mut awaited = pin!(awaited);
    poll_fn(|context| {
        running.retain_mut(|order| order.as_mut().poll(context).is_pending());
        awaited.as_mut().poll(context)
    })
    .await
}

/// Waits until one or more of them have ended, and forgets those.
async fn one_of(running: &mut Running<'_>) {
    poll_fn(|context| {
        let before = running.len();
        running.retain_mut(|order| order.as_mut().poll(context).is_pending());
        if running.len() < before { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::Semaphore;
    use tokio::task::yield_now;

    #[tokio::test]
    async fn orders_under_way_go_on_while_the_next_are_looked_for() {
        let writer = Semaphore::new(1);
        let order = async {
            let _place = writer.acquire().await;
            yield_now().await;
        };
        let mut running: Running<'_> = vec![Box::pin(order)];
        // It has begun, and holds the writer.
        beside(&mut running, std::future::ready(())).await;
        assert_eq!((running.len(), writer.available_permits()), (1, 0));
        let looked = tokio::time::timeout(Duration::from_secs(10), beside(&mut running, writer.acquire())).await;
        assert!(looked.is_ok_and(|place| place.is_ok()), "it gives the writer back");
        assert!(running.is_empty());
    }
}
