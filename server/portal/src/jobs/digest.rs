//! The digest of one contact in one category: queued with each notice, due with the first of them.

use crate::notifications::digest;
use crate::unit::jobs::{Context, Job, JobError, Next};
use crate::unit::notices::Waiting;

impl Job for Waiting {
    const NAME: &'static str = "notifications.digest";
    /// People wait for it, as for no bulk action.
    const PRIORITY: i64 = 50;

    async fn run(&self, ctx: &Context<'_>) -> Result<Next, JobError> {
        Ok(digest::send(ctx.core, &ctx.caller, self).await?)
    }
}
