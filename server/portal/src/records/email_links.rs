//! Links that prove an address: one-time tokens in mails, of which only the hash is kept. A new one ends the earlier ones.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::id::PersonId;
use domain::text::Secret;
use domain::time::Timestamp;
use sqlx::FromRow;

/// How long a link works, in seconds.
pub(crate) const VALID: i64 = 86_400;

/// An address that waits to be proved.
#[derive(Debug, Clone)]
pub(crate) struct PendingAddress {
    pub(crate) person: PersonId,
    pub(crate) email: String,
    pub(crate) key: String,
    pub(crate) until: Timestamp,
}

#[derive(FromRow)]
struct Row {
    person_id: String,
    email: String,
    email_key: String,
    expires_at: i64,
}

fn pending_of(row: Row) -> Result<PendingAddress, Failure> {
    let Row { person_id, email, email_key: key, expires_at } = row;
    Ok(PendingAddress { person: person_id.parse()?, email, key, until: Timestamp(expires_at) })
}

/// Makes a token with which a person proves an address; earlier ones are dead.
pub(crate) async fn issue(unit: &mut Unit<'_>, person: PersonId, email: &str, key: &str) -> Result<String, Failure> {
    kill(unit, person).await?;
    let token = random::token();
    let now = unit.now();
    sqlx::query(
        "INSERT INTO email_tokens (hash, person_id, email, email_key, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(random::hash(&token))
    .bind(person.to_string())
    .bind(email)
    .bind(key)
    .bind(now.0)
    .bind(now.plus_seconds(VALID).0)
    .execute(unit.connection())
    .await?;
    Ok(token)
}

/// Ends every such link of a person; whether there was one.
pub(crate) async fn kill(unit: &mut Unit<'_>, person: PersonId) -> Result<bool, Failure> {
    let now = unit.now();
    let ended = sqlx::query("UPDATE email_tokens SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL")
        .bind(person.to_string())
        .bind(now.0)
        .execute(unit.connection())
        .await?
        .rows_affected();
    Ok(ended > 0)
}

/// The address of a person that waits to be proved.
pub(crate) async fn pending(unit: &mut Unit<'_>, person: PersonId) -> Result<Option<PendingAddress>, Failure> {
    let now = unit.now();
    let row: Option<Row> = sqlx::query_as(
        "SELECT person_id, email, email_key, expires_at FROM email_tokens \
         WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(person.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(pending_of).transpose()
}

/// What a token proves for whom, as long as it works. Consumes nothing.
pub(crate) async fn find(unit: &mut Unit<'_>, token: &Secret) -> Result<Option<PendingAddress>, Failure> {
    let now = unit.now();
    let row: Option<Row> = sqlx::query_as(
        "SELECT person_id, email, email_key, expires_at FROM email_tokens \
         WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(random::hash(token.expose()))
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(pending_of).transpose()
}

/// Spends a person's token; whether it still worked. Of any number at once, one spends it.
pub(crate) async fn spend(unit: &mut Unit<'_>, token: &Secret, person: PersonId) -> Result<bool, Failure> {
    let now = unit.now();
    let spent = sqlx::query(
        "UPDATE email_tokens SET used_at = $3 \
         WHERE hash = $1 AND person_id = $2 AND used_at IS NULL AND expires_at > $3",
    )
    .bind(random::hash(token.expose()))
    .bind(person.to_string())
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(spent == 1)
}

/// Deletes everybody's; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM email_tokens").execute(unit.connection()).await?.rows_affected())
}

/// Deletes what was over before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM email_tokens WHERE expires_at <= $1 OR used_at <= $1")
        .bind(before.0)
        .execute(database.writer())
        .await?;
    Ok(())
}
