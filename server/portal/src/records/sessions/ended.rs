//! The only writer of the table `ended_sessions`: whose session a token was, for a day after its end.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::unit::Unit;
use domain::id::{PersonId, SessionId};
use domain::time::Timestamp;

/// Keeps whose session this was, before it ends.
pub(super) async fn keep(unit: &mut Unit<'_>, person: PersonId, session: SessionId) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(
        "INSERT INTO ended_sessions (token_hash, person_id, ended_at) \
         SELECT token_hash, person_id, $3 FROM sessions WHERE id = $1 AND person_id = $2 \
         ON CONFLICT DO NOTHING",
    )
    .bind(session.to_string())
    .bind(person.to_string())
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// The same for every session of a person, but for the one with this id.
pub(super) async fn keep_all_of(unit: &mut Unit<'_>, person: PersonId, but: &str) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(
        "INSERT INTO ended_sessions (token_hash, person_id, ended_at) \
         SELECT token_hash, person_id, $3 FROM sessions WHERE person_id = $1 AND id <> $2 \
         ON CONFLICT DO NOTHING",
    )
    .bind(person.to_string())
    .bind(but)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Forgets whose sessions have ended; how many.
pub(crate) async fn forget_ended(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM ended_sessions").execute(unit.connection()).await?.rows_affected())
}

/// Forgets those that ended before then.
pub(crate) async fn sweep_ended(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM ended_sessions WHERE ended_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
