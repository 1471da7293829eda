//! Consoles: tickets to open one, of which only the hash is kept and of which one that was used is gone; and those that
//! are open.

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::records::holdings::unknown;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::console::ConsoleMode;
use domain::id::{AccountId, ConsoleId, PersonId, ServiceId};
use domain::text::Secret;
use domain::time::Timestamp;

/// For how many seconds a ticket works: its page uses it at once.
const LASTS: i64 = 30;
/// How many tickets of one session work at a time.
const ALIVE: i64 = 10;

/// Makes a ticket for the session of whoever is signed in; its token.
pub(crate) async fn issue(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    service: ServiceId,
    mode: ConsoleMode,
) -> Result<Secret, Failure> {
    authority.covers_service(Deed::Operate, service)?;
    make_room(unit).await?;
    let (session, now, token) = (unit.signed_in()?.session, unit.now(), random::token());
    sqlx::query(
        "INSERT INTO console_tickets (token_hash, session_id, account_id, service_id, mode, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(random::hash(&token))
    .bind(session.to_string())
    .bind(authority.account().to_string())
    .bind(service.to_string())
    .bind(mode.key())
    .bind(now.0)
    .bind(now.plus_seconds(LASTS).0)
    .execute(unit.connection())
    .await?;
    Ok(Secret::new(token))
}

/// Deletes what is over of the session, and its oldest tickets until there is room for one more.
async fn make_room(unit: &mut Unit<'_>) -> Result<(), Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    sqlx::query(
        "DELETE FROM console_tickets WHERE session_id = $1 AND token_hash NOT IN (\
             SELECT token_hash FROM console_tickets WHERE session_id = $1 AND expires_at > $2 \
             ORDER BY created_at DESC, token_hash LIMIT $3)",
    )
    .bind(session.to_string())
    .bind(now.0)
    .bind(ALIVE - 1)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// What a ticket of the session for this service gives, as long as it works. Consumes nothing.
pub(crate) async fn find(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
    ticket: &Secret,
) -> Result<Option<ConsoleMode>, Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT mode FROM console_tickets \
         WHERE token_hash = $1 AND session_id = $2 AND account_id = $3 AND service_id = $4 AND expires_at > $5",
    )
    .bind(random::hash(ticket.expose()))
    .bind(session.to_string())
    .bind(account.to_string())
    .bind(service.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|(mode,)| read_mode(&mode)).transpose()
}

/// Spends it; what it gave, if it still worked. Of any number at once, one spends it.
pub(crate) async fn spend(
    unit: &mut Unit<'_>,
    account: AccountId,
    service: ServiceId,
    ticket: &Secret,
) -> Result<Option<ConsoleMode>, Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    let row: Option<(String,)> = sqlx::query_as(
        "DELETE FROM console_tickets \
         WHERE token_hash = $1 AND session_id = $2 AND account_id = $3 AND service_id = $4 AND expires_at > $5 \
         RETURNING mode",
    )
    .bind(random::hash(ticket.expose()))
    .bind(session.to_string())
    .bind(account.to_string())
    .bind(service.to_string())
    .bind(now.0)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|(mode,)| read_mode(&mode)).transpose()
}

fn read_mode(key: &str) -> Result<ConsoleMode, Failure> {
    Ok(ConsoleMode::from_key(key).ok_or_else(|| unknown("mode of a console", key))?)
}

/// Writes down that somebody has a console open.
pub(crate) async fn open(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    person: PersonId,
    (service, mode): (ServiceId, ConsoleMode),
) -> Result<ConsoleId, Failure> {
    authority.covers_service(Deed::Operate, service)?;
    let now = unit.now();
    let id = ConsoleId::new(random::id(now));
    sqlx::query(
        "INSERT INTO consoles (account_id, id, person_id, service_id, mode, opened_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(person.to_string())
    .bind(service.to_string())
    .bind(mode.key())
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(id)
}

/// Writes down that it is not open any more; whether it was.
pub(crate) async fn close(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    service: ServiceId,
    id: ConsoleId,
) -> Result<bool, Failure> {
    authority.covers_service(Deed::Report, service)?;
    let closed = sqlx::query("DELETE FROM consoles WHERE account_id = $1 AND id = $2 AND service_id = $3")
        .bind(authority.account().to_string())
        .bind(id.to_string())
        .bind(service.to_string())
        .execute(unit.connection())
        .await?
        .rows_affected();
    Ok(closed > 0)
}

/// The services and modes of the consoles that somebody has open on an account.
pub(crate) async fn of_person(
    unit: &mut Unit<'_>,
    account: AccountId,
    person: PersonId,
) -> Result<Vec<(ServiceId, ConsoleMode)>, Failure> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT service_id, mode FROM consoles WHERE account_id = $1 AND person_id = $2 ORDER BY id LIMIT 100",
    )
    .bind(account.to_string())
    .bind(person.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(|(service, mode)| Ok((service.parse()?, read_mode(&mode)?))).collect()
}

/// Deletes tickets that were over by `now`, and what nobody closed who had it open before `before`: its node was killed.
pub(crate) async fn sweep(database: &Database, now: Timestamp, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM console_tickets WHERE expires_at <= $1").bind(now.0).execute(database.writer()).await?;
    sqlx::query("DELETE FROM consoles WHERE opened_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
