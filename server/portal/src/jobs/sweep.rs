//! Clearing away what no longer counts. Nothing rests on it: every look-up asks the clock itself.

use crate::base::error::Failure;
use crate::records::devices;
use crate::unit::attempts;
use crate::unit::core::Core;
use crate::unit::jobs::{Context, Job, JobError, Next};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Seconds between two times.
const EVERY: i64 = 3_600;

/// The job, one for all nodes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Sweep;

impl Job for Sweep {
    const NAME: &'static str = "sweep";
    /// Nobody waits for it.
    const PRIORITY: i64 = 200;

    async fn run(&self, ctx: &Context<'_>) -> Result<Next, JobError> {
        sweep(ctx.core, ctx.caller.now).await?;
        Ok(Next::After(EVERY))
    }
}

/// For how many seconds a tab that was cut off can be told what it missed, one by one.
const TOLD_FOR: i64 = 3_600;

/// For how many seconds it is known what was sent to whom, what a bulk action did, and which jobs failed.
const KNOWN_FOR: i64 = 30 * 86_400;

/// Deletes what was over a day ago: sessions, links, attempts, outcomes of submissions, the text of mails that failed for good;
/// and ended views, what open tabs were told, browsers that nobody came back with, and mails of more than a month ago.
async fn sweep(core: &Core, now: Timestamp) -> Result<(), Failure> {
    let yesterday = now.plus_seconds(-86_400);
    for (statement, before) in [
        ("DELETE FROM sessions WHERE idle_until <= $1 OR expires_at <= $1", yesterday),
        ("DELETE FROM ended_sessions WHERE ended_at <= $1", yesterday),
        ("DELETE FROM devices WHERE seen_at <= $1", devices::forgotten(now)),
        ("DELETE FROM viewings WHERE expires_at <= $1", now),
        ("DELETE FROM tokens WHERE expires_at <= $1 OR used_at <= $1", yesterday),
        ("DELETE FROM email_tokens WHERE expires_at <= $1 OR used_at <= $1", yesterday),
        // The last one of each person stays: their numbers go on from it.
        (
            "DELETE FROM live_events WHERE at <= $1 AND number < \
             (SELECT MAX(o.number) FROM live_events o WHERE o.person_id = live_events.person_id)",
            now.plus_seconds(-TOLD_FOR),
        ),
        // They hold links as good as a password.
        (
            "UPDATE outbox SET subject = '', text_body = '', html_body = '' WHERE dead_at <= $1 AND html_body <> ''",
            yesterday,
        ),
        ("DELETE FROM bulk_actions WHERE created_at <= $1", now.plus_seconds(-KNOWN_FOR)),
        ("DELETE FROM jobs WHERE dead_at <= $1", now.plus_seconds(-KNOWN_FOR)),
        ("DELETE FROM outbox WHERE sent_at <= $1 OR dead_at <= $1", now.plus_seconds(-KNOWN_FOR)),
        ("DELETE FROM submissions WHERE created_at <= $1", yesterday),
    ] {
        sqlx::query(statement).bind(before.0).execute(core.database.writer()).await?;
    }
    attempts::sweep(&core.database, now).await
}
