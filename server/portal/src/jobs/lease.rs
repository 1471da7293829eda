//! Leasing: how a row of work becomes one worker's for a while, is tried again later, or fails for good. The one spelling of
//! it, for both tables of work: the jobs, and the outbox.
//!
//! A mail is leased in the outbox itself, and has no job: its row outlives the sending by a month, shows operators what
//! failed and is revived there, and one row can't disagree with another one about whether it was sent.

use crate::base::db::Database;
use crate::base::dialect::Both;
use crate::base::error::Failure;
use domain::time::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow};

/// Seconds for which a row is one worker's, where nothing else is said.
pub(crate) const LEASE: i64 = 300;

/// A table of work, made by [`table!`].
#[derive(Debug)]
pub(crate) struct Table {
    /// As logs name it.
    pub(crate) name: &'static str,
    pub(crate) take: Both,
    pub(crate) retry: &'static str,
    pub(crate) fail: &'static str,
    /// Seconds for which a row is one worker's.
    pub(crate) lease: i64,
    /// Seconds between tries; after the last one a row is dead.
    pub(crate) waits: &'static [i64],
}

/// The statements of a table of work. `open` says which rows are to be looked at, in parts as [`both!`] takes them,
/// `columns` what is read of them.
///
/// [`both!`]: crate::base::dialect::both
macro_rules! table {
    (
        $table:literal, open: [$($open:tt)+], order: $order:literal, at_once: $at_once:literal, columns: $columns:literal,
        lease: $lease:expr, waits: $waits:expr $(,)?
    ) => {
        $crate::jobs::lease::Table {
            name: $table,
            // The conditions stand outside once more: of two workers that chose one row, the second finds it leased.
            take: $crate::base::dialect::both!(
                "UPDATE ",
                $table,
                " SET leased_until = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM ",
                $table,
                " WHERE dead_at IS NULL AND due_at <= $1 AND leased_until <= $1 AND ",
                $($open)+,
                " ORDER BY ",
                $order,
                " LIMIT ",
                $at_once,
                ") AND dead_at IS NULL AND leased_until <= $1 AND ",
                $($open)+,
                " RETURNING id, attempts, leased_until, ",
                $columns
            ),
            // INVARIANT, here and below: a worker whose lease ran out ends nobody else's.
            retry: concat!(
                "UPDATE ",
                $table,
                " SET due_at = $2, leased_until = 0, last_error = $3 WHERE id = $1 AND leased_until = $4"
            ),
            fail: concat!(
                "UPDATE ",
                $table,
                " SET dead_at = $2, leased_until = 0, last_error = $3 WHERE id = $1 AND leased_until = $4"
            ),
            lease: $lease,
            waits: &$waits,
        }
    };
}
pub(crate) use table;

/// What a worker holds of a row.
#[derive(Debug, FromRow)]
pub(crate) struct Lease {
    pub(crate) id: String,
    attempts: i64,
    #[sqlx(rename = "leased_until")]
    pub(crate) until: i64,
}

impl Table {
    /// Leases what is due. `names`, a JSON list, is the third value of the statement where it has one.
    pub(crate) async fn take<R>(
        &self,
        database: &Database,
        now: Timestamp,
        names: Option<String>,
    ) -> Result<Vec<R>, Failure>
    where
        R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        let query = sqlx::query_as::<Any, R>(self.take.on(database.dialect()));
        let mut query = query.bind(now.0).bind(now.plus_seconds(self.lease).0);
        if let Some(names) = names {
            query = query.bind(names);
        }
        Ok(query.fetch_all(database.writer()).await?)
    }

    /// Leaves a row for later, or marks it as failed for good after its last try.
    pub(crate) async fn retry(
        &self,
        database: &Database,
        lease: &Lease,
        now: Timestamp,
        problem: &str,
    ) -> Result<(), Failure> {
        let tries = usize::try_from(lease.attempts).unwrap_or(usize::MAX);
        let Some(wait) = tries.checked_sub(1).and_then(|wait| self.waits.get(wait)) else {
            return self.fail(database, lease, now, problem).await;
        };
        tracing::warn!(table = self.name, id = lease.id, problem, wait, "job failed, to be retried");
        end(database, self.retry, lease, now.plus_seconds(*wait), problem).await
    }

    /// Marks a row as failed for good.
    pub(crate) async fn fail(
        &self,
        database: &Database,
        lease: &Lease,
        now: Timestamp,
        problem: &str,
    ) -> Result<(), Failure> {
        tracing::warn!(table = self.name, id = lease.id, problem, "job failed for good");
        end(database, self.fail, lease, now, problem).await
    }
}

async fn end(
    database: &Database,
    statement: &'static str,
    lease: &Lease,
    at: Timestamp,
    problem: &str,
) -> Result<(), Failure> {
    sqlx::query(statement)
        .bind(&lease.id)
        .bind(at.0)
        .bind(problem)
        .bind(lease.until)
        .execute(database.writer())
        .await?;
    Ok(())
}
