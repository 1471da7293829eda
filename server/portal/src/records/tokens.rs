//! One-time tokens of mailed links to set a password. Only their hash is kept; the purpose is part of every look-up. All of
//! a person's end when one is used.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::id::PersonId;
use domain::text::Secret;
use domain::time::Timestamp;
use sqlx::AnyConnection;

/// For how many seconds no other link ends one. Anybody can ask for links to anybody's address: each would keep the one
/// before it short-lived. How often they can is limited, so there are never many.
const UNDISTURBED: i64 = 900;
/// How many links later ones leave alive, after that time.
const ALIVE: i64 = 5;

/// Makes a token with which a person can set a password.
pub(crate) async fn issue(unit: &mut Unit<'_>, person: PersonId, valid_seconds: i64) -> Result<String, Failure> {
    end_oldest(unit, person).await?;
    let token = random::token();
    let now = unit.now();
    sqlx::query(
        "INSERT INTO tokens (hash, purpose, person_id, created_at, expires_at) \
         VALUES ($1, 'reset_password', $2, $3, $4)",
    )
    .bind(random::hash(&token))
    .bind(person.to_string())
    .bind(now.0)
    .bind(now.plus_seconds(valid_seconds).0)
    .execute(unit.connection())
    .await?;
    Ok(token)
}

/// Leaves a person's newest links alive, and one fewer than may be.
async fn end_oldest(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(
        "UPDATE tokens SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL AND created_at <= $3 AND hash NOT IN (\
             SELECT hash FROM tokens WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2 \
             ORDER BY created_at DESC, hash LIMIT $4)",
    )
    .bind(person.to_string())
    .bind(now.0)
    .bind(now.plus_seconds(-UNDISTURBED).0)
    .bind(ALIVE - 1)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Whose token it is, as long as it works. Consumes nothing.
pub(crate) async fn find(
    connection: &mut AnyConnection,
    token: &Secret,
    now: Timestamp,
) -> Result<Option<PersonId>, Failure> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT person_id FROM tokens \
         WHERE hash = $1 AND purpose = 'reset_password' AND used_at IS NULL AND expires_at > $2",
    )
    .bind(random::hash(token.expose()))
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(person,)| person.parse()).transpose()?)
}

/// Spends a token; whether it still worked. Of any number at once, one spends it.
pub(crate) async fn spend(unit: &mut Unit<'_>, token: &Secret, person: PersonId) -> Result<bool, Failure> {
    let now = unit.now();
    let spent = sqlx::query(
        "UPDATE tokens SET used_at = $3 \
         WHERE hash = $1 AND purpose = 'reset_password' AND person_id = $2 AND used_at IS NULL AND expires_at > $3",
    )
    .bind(random::hash(token.expose()))
    .bind(person.to_string())
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(spent == 1)
}

/// Ends every link of a person.
pub(crate) async fn kill(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query("UPDATE tokens SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL")
        .bind(person.to_string())
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Deletes everybody's; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM tokens").execute(unit.connection()).await?.rows_affected())
}

/// Deletes what was over before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM tokens WHERE expires_at <= $1 OR used_at <= $1")
        .bind(before.0)
        .execute(database.writer())
        .await?;
    Ok(())
}
