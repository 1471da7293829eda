//! Clearing away what no longer counts. Nothing rests on it: every look-up asks the clock itself.

use crate::attempts;
use crate::core::Core;
use crate::error::Failure;
use domain::time::Timestamp;

/// Deletes ended sessions and views, dead links, old attempts and the outcomes of yesterday's submissions.
pub(crate) async fn sweep(core: &Core, now: Timestamp) -> Result<(), Failure> {
    let yesterday = now.plus_seconds(-86_400);
    for (statement, before) in [
        ("DELETE FROM sessions WHERE idle_until <= $1 OR expires_at <= $1", now),
        ("DELETE FROM viewings WHERE expires_at <= $1", now),
        ("DELETE FROM tokens WHERE expires_at <= $1 OR used_at <= $1", yesterday),
        ("DELETE FROM submissions WHERE created_at <= $1", yesterday),
    ] {
        sqlx::query(statement).bind(before.0).execute(core.database.writer()).await?;
    }
    attempts::sweep(&core.database, now).await
}
