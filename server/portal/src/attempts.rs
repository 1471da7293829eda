//! How often something may be tried: counted in the database, so that a restart, a second node or many requests at once
//! gain nothing.
//!
//! A try is counted before it is looked at, and whether the address exists is not asked here: known and unknown ones are
//! limited alike. The first few are free, then each costs a wait that doubles.

use crate::db::Database;
use crate::error::Failure;
use crate::unit::Unit;
use crate::{canon, random};
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::PersonId;
use domain::time::Timestamp;
use sqlx::AnyConnection;
use std::net::IpAddr;

/// The longest wait is 2 to this power of seconds, seventeen minutes: 98 tries on one address in a day.
const LONGEST: i64 = 10;

/// What is counted, under a name that has one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    name: String,
    /// How many tries are free.
    free: i64,
    /// Seconds after the first try when all are forgotten.
    forgotten_after: i64,
}

impl Key {
    /// Tries on one person's account, by the address they sign in with; what is no address counts as typed.
    pub(crate) fn address(purpose: Purpose, typed: &str) -> Self {
        let spelling = EmailAddress::parse(typed)
            .and_then(|address| canon::email_key(&address))
            .unwrap_or_else(|_| canon::fold(typed));
        // Hashed: what people type there is not for keeping.
        Self {
            name: format!("{}:address:{}", purpose.key(), random::hash(&spelling)),
            free: 5,
            forgotten_after: 86_400,
        }
    }

    /// Tries of somebody signed in, on their own password.
    pub(crate) fn person(purpose: Purpose, person: PersonId) -> Self {
        Self { name: format!("{}:person:{person}", purpose.key()), free: 5, forgotten_after: 86_400 }
    }

    /// Tries from one place: an IPv4 address, or the /64 that an IPv6 customer has. Many may sit behind one, hence more
    /// are free and all are forgotten sooner.
    pub(crate) fn place(purpose: Purpose, ip: &str) -> Self {
        let place = match ip.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
            Ok(IpAddr::V4(ip)) => ip.to_string(),
            Ok(IpAddr::V6(ip)) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            Err(_) => "unknown".to_owned(),
        };
        Self { name: format!("{}:place:{place}", purpose.key()), free: 20, forgotten_after: 3_600 }
    }
}

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Signing in.
    SignIn,
    /// Asking for a link by mail.
    Forgot,
    /// Giving the present password to change it.
    Password,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Forgot => "forgot",
            Self::Password => "password",
        }
    }
}

/// Counts a try under every key, or refuses it.
///
/// # Errors
/// `TooMany` with the seconds to wait.
pub(crate) async fn count(database: &Database, now: Timestamp, keys: &[Key]) -> Result<(), Failure> {
    let mut transaction = database.writer().begin_with(database.dialect().begin_write()).await?;
    let mut refused = None;
    for key in keys {
        refused = count_one(&mut transaction, now, key).await?;
        if refused.is_some() {
            break;
        }
    }
    transaction.commit().await?;
    match refused {
        None => Ok(()),
        Some(until) => {
            let seconds = (until - now.0 + 999) / 1000;
            Err(PortalError::TooMany { retry_after: u32::try_from(seconds.max(1)).unwrap_or(u32::MAX) }.into())
        }
    }
}

/// Counts in one statement, so that tries at once are counted one after the other; gives the end of the wait when there
/// is one.
async fn count_one(connection: &mut AnyConnection, now: Timestamp, key: &Key) -> Result<Option<i64>, Failure> {
    let counted: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO attempts (key, count, first_at, blocked_until) VALUES ($1, 1, $2, $2) \
         ON CONFLICT (key) DO UPDATE SET \
         count = CASE WHEN attempts.first_at <= $3 THEN 1 ELSE attempts.count + 1 END, \
         first_at = CASE WHEN attempts.first_at <= $3 THEN $2 ELSE attempts.first_at END, \
         blocked_until = $2 + CASE \
             WHEN attempts.first_at <= $3 OR attempts.count + 1 < $4 THEN 0 \
             WHEN attempts.count + 1 - $4 >= $5 THEN 1000 * (CAST(1 AS BIGINT) << CAST($5 AS INTEGER)) \
             ELSE 1000 * (CAST(1 AS BIGINT) << CAST(attempts.count + 1 - $4 AS INTEGER)) END \
         WHERE attempts.blocked_until <= $2 RETURNING count",
    )
    .bind(&key.name)
    .bind(now.0)
    .bind(now.plus_seconds(-key.forgotten_after).0)
    .bind(key.free)
    .bind(LONGEST)
    .fetch_optional(&mut *connection)
    .await?;
    if counted.is_some() {
        return Ok(None);
    }
    let blocked: Option<(i64,)> = sqlx::query_as("SELECT blocked_until FROM attempts WHERE key = $1")
        .bind(&key.name)
        .fetch_optional(connection)
        .await?;
    Ok(Some(blocked.map_or(now.0, |(until,)| until)))
}

/// Takes back the try that turned out right: it was no guess. Others from the same place stay counted.
pub(crate) async fn take_back(unit: &mut Unit<'_>, key: &Key) -> Result<(), Failure> {
    sqlx::query("UPDATE attempts SET count = count - 1, blocked_until = $2 WHERE key = $1 AND count > 0")
        .bind(&key.name)
        .bind(unit.now().0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Forgets every try under a key.
pub(crate) async fn forget(unit: &mut Unit<'_>, key: &Key) -> Result<(), Failure> {
    sqlx::query("DELETE FROM attempts WHERE key = $1").bind(&key.name).execute(unit.connection()).await?;
    Ok(())
}

/// Deletes what no longer counts.
pub(crate) async fn sweep(database: &Database, now: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM attempts WHERE first_at <= $1 AND blocked_until <= $2")
        .bind(now.plus_seconds(-86_400).0)
        .bind(now.0)
        .execute(database.writer())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_and_one_place_have_one_key() {
        let address = |typed| Key::address(Purpose::SignIn, typed);
        assert_eq!(address("Anna@Example.com"), address(" anna@example.COM. "));
        assert_ne!(address("anna@example.com"), address("anne@example.com"));
        assert_ne!(address("anna@example.com"), Key::address(Purpose::Forgot, "anna@example.com"));
        assert_eq!(address(" Not an address"), address("not  an ADDRESS"));

        let place = |ip| Key::place(Purpose::SignIn, ip);
        assert_eq!(place("2001:db8:1:2::1"), place("2001:0db8:0001:0002:ffff::9"));
        assert_ne!(place("2001:db8:1:2::1"), place("2001:db8:1:3::1"));
        assert_eq!(place("192.0.2.1"), place("::ffff:192.0.2.1"));
        assert_ne!(place("192.0.2.1"), place("192.0.2.2"));
    }
}
