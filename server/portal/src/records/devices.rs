//! The browsers that somebody has signed in with. Whoever comes back with one is not held up by what others try on their
//! address (SECURITY T29). A known browser opens nothing: the password is asked all the same. What ends a person's sessions
//! forgets their browsers too: those were begun with a password that another may have known.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::id::PersonId;
use domain::person::DEVICE_KNOWN_SECONDS;
use domain::text::Secret;
use domain::time::Timestamp;

/// The most browsers that are known as one person's.
const KNOWN_MAX: i64 = 20;

/// Before when an unused browser is no longer known.
const fn forgotten(now: Timestamp) -> Timestamp {
    now.plus_seconds(-DEVICE_KNOWN_SECONDS)
}

/// Whether the person whose address has this canonical key has signed in with this browser.
pub(crate) async fn is_known(unit: &mut Unit<'_>, device: &Secret, email_key: &str) -> Result<bool, Failure> {
    let now = unit.now();
    let (known,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM devices d JOIN persons p ON p.id = d.person_id \
         WHERE d.token_hash = $1 AND p.email_key = $2 AND d.seen_at > $3",
    )
    .bind(random::hash(device.expose()))
    .bind(email_key)
    .bind(forgotten(now).0)
    .fetch_one(unit.connection())
    .await?;
    Ok(known > 0)
}

/// Whether the caller's browser is one that this person has signed in with.
pub(crate) async fn is_own(unit: &mut Unit<'_>, person: PersonId) -> Result<bool, Failure> {
    let Some(device) = &unit.caller().device else { return Ok(false) };
    let now = unit.now();
    let (known,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM devices WHERE token_hash = $1 AND person_id = $2 AND seen_at > $3")
            .bind(random::hash(device.expose()))
            .bind(person.to_string())
            .bind(forgotten(now).0)
            .fetch_one(unit.connection())
            .await?;
    Ok(known > 0)
}

/// Remembers the caller's browser as one of a person's; its token, a new one unless it is known as somebody's already. A
/// person has [`KNOWN_MAX`]; one more forgets the one unused for longest.
pub(crate) async fn remember(unit: &mut Unit<'_>, person: PersonId) -> Result<Secret, Failure> {
    let now = unit.now();
    let token = match &unit.caller().device {
        Some(device) if is_somebodys(unit, device).await? => device.clone(),
        Some(_) | None => Secret::new(random::token()),
    };
    let hash = random::hash(token.expose());
    make_room(unit, person, &hash).await?;
    sqlx::query(
        "INSERT INTO devices (token_hash, person_id, seen_at) VALUES ($1, $2, $3) \
         ON CONFLICT (token_hash, person_id) DO UPDATE SET seen_at = $3",
    )
    .bind(hash)
    .bind(person.to_string())
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(token)
}

/// Forgets the browsers of a person that are unused for longest, until there is room for this one.
async fn make_room(unit: &mut Unit<'_>, person: PersonId, hash: &str) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM devices WHERE person_id = $1 AND token_hash <> $2 AND token_hash NOT IN (\
             SELECT token_hash FROM devices WHERE person_id = $1 AND token_hash <> $2 \
             ORDER BY seen_at DESC, token_hash LIMIT $3)",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(KNOWN_MAX - 1)
    .execute(unit.connection())
    .await?;
    Ok(())
}

async fn is_somebodys(unit: &mut Unit<'_>, device: &Secret) -> Result<bool, Failure> {
    let (known,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM devices WHERE token_hash = $1")
        .bind(random::hash(device.expose()))
        .fetch_one(unit.connection())
        .await?;
    Ok(known > 0)
}

/// Forgets every browser of a person, but for `keep`.
pub(crate) async fn forget_all_of(unit: &mut Unit<'_>, person: PersonId, keep: Option<&Secret>) -> Result<(), Failure> {
    let keep = keep.map(|device| random::hash(device.expose())).unwrap_or_default();
    sqlx::query("DELETE FROM devices WHERE person_id = $1 AND token_hash <> $2")
        .bind(person.to_string())
        .bind(keep)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Forgets everybody's; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM devices").execute(unit.connection()).await?.rows_affected())
}

/// Forgets those that nobody came back with.
pub(crate) async fn sweep(database: &Database, now: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM devices WHERE seen_at <= $1").bind(forgotten(now).0).execute(database.writer()).await?;
    Ok(())
}
