//! Links that lead one session to another site. Only the hash of a token is kept, and a link that was followed is gone.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::text::Secret;
use domain::time::Timestamp;

/// For how many seconds a link works: panels and payment pages give theirs no longer.
const LASTS: i64 = 60;
/// How many links of one session work at a time.
const ALIVE: i64 = 10;

/// Makes a link for the session of whoever is signed in; its token.
pub(crate) async fn issue(unit: &mut Unit<'_>, address: &str) -> Result<Secret, Failure> {
    make_room(unit).await?;
    let (session, now, token) = (unit.signed_in()?.session, unit.now(), random::token());
    sqlx::query(
        "INSERT INTO outbound_links (token_hash, session_id, address, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(random::hash(&token))
    .bind(session.to_string())
    .bind(address)
    .bind(now.0)
    .bind(now.plus_seconds(LASTS).0)
    .execute(unit.connection())
    .await?;
    Ok(Secret::new(token))
}

/// Deletes what is over of the session, and its oldest links until there is room for one more.
async fn make_room(unit: &mut Unit<'_>) -> Result<(), Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    sqlx::query(
        "DELETE FROM outbound_links WHERE session_id = $1 AND token_hash NOT IN (\
             SELECT token_hash FROM outbound_links WHERE session_id = $1 AND expires_at > $2 \
             ORDER BY created_at DESC, token_hash LIMIT $3)",
    )
    .bind(session.to_string())
    .bind(now.0)
    .bind(ALIVE - 1)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Where a link of the session leads, as long as it works. Consumes nothing.
pub(crate) async fn find(unit: &mut Unit<'_>, token: &Secret) -> Result<Option<String>, Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT address FROM outbound_links WHERE token_hash = $1 AND session_id = $2 AND expires_at > $3",
    )
    .bind(random::hash(token.expose()))
    .bind(session.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    Ok(row.map(|(address,)| address))
}

/// Spends a link of the session; where it led, if it still worked. Of any number at once, one spends it.
pub(crate) async fn spend(unit: &mut Unit<'_>, token: &Secret) -> Result<Option<String>, Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    let row: Option<(String,)> = sqlx::query_as(
        "DELETE FROM outbound_links WHERE token_hash = $1 AND session_id = $2 AND expires_at > $3 RETURNING address",
    )
    .bind(random::hash(token.expose()))
    .bind(session.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    Ok(row.map(|(address,)| address))
}

/// Deletes those that were over by then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM outbound_links WHERE expires_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
