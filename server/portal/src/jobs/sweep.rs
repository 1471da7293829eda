//! Clearing away what no longer counts. Nothing rests on it: every look-up asks the clock itself.

use crate::base::error::Failure;
use crate::operations::CarryOut;
use crate::records::bulk_actions;
use crate::records::consoles;
use crate::records::devices;
use crate::records::driver_reports;
use crate::records::email_links;
use crate::records::operations;
use crate::records::outbound_links;
use crate::records::sessions;
use crate::records::tokens;
use crate::records::viewings;
use crate::unit::attempts;
use crate::unit::core::Core;
use crate::unit::jobs::{self, Context, Job, JobError, Next};
use crate::unit::live;
use crate::unit::outbox;
use crate::unit::submissions;
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

/// After how many seconds an order without a job gets one again.
const LEFT_BEHIND: i64 = 600;

/// Deletes what was over a day ago: sessions, links, attempts, outcomes of submissions, the text of mails that failed for good;
/// and ended views, links to other sites, what drivers called back, what open tabs were told, browsers that nobody came back with, and mails of more than a month ago.
async fn sweep(core: &Core, now: Timestamp) -> Result<(), Failure> {
    let database = &core.database;
    let (yesterday, last_month) = (now.plus_seconds(-86_400), now.plus_seconds(-KNOWN_FOR));
    sessions::sweep(database, yesterday).await?;
    sessions::sweep_ended(database, yesterday).await?;
    devices::sweep(database, now).await?;
    viewings::sweep(database, now).await?;
    outbound_links::sweep(database, now).await?;
    driver_reports::sweep(database, now, last_month).await?;
    consoles::sweep(database, now, yesterday).await?;
    tokens::sweep(database, yesterday).await?;
    email_links::sweep(database, yesterday).await?;
    live::sweep(database, now.plus_seconds(-TOLD_FOR)).await?;
    outbox::sweep_texts(database, yesterday).await?;
    bulk_actions::sweep(database, last_month).await?;
    // Before the jobs that failed for good: what they were about must not stay open for ever.
    for (account, order) in operations::left_behind(database, CarryOut::NAME, now.plus_seconds(-LEFT_BEHIND)).await? {
        jobs::recur(database, now, CarryOut::job(account, order)?).await?;
    }
    jobs::sweep(database, last_month).await?;
    outbox::sweep(database, last_month).await?;
    submissions::sweep(database, yesterday).await?;
    attempts::sweep(database, now).await
}
