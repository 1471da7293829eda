//! How often something may be tried: counted in the database, so that a restart, a second node or many requests at once
//! gain nothing.
//!
//! A try is counted before it is looked at, and whether the address exists is not asked here: known and unknown ones are
//! limited alike. The first few are free, then each costs a wait that doubles. One that is refused counts nowhere, and one
//! that was not looked at is given back.

mod key;

pub(crate) use key::{Key, Purpose};

use crate::base::db::Database;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::attempts::key::{DAY, Whom};
use domain::error::PortalError;
use domain::time::Timestamp;
use sqlx::AnyConnection;

/// A try that was counted under a key.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    key: Key,
    /// The end of the wait that it began, 0 where it began none.
    until: i64,
}

/// What became of a try.
enum Try {
    /// It counts; with the end of the wait that it began, 0 where it began none.
    Counted(i64),
    /// It does not, until then.
    Refused(i64),
}

/// Counts a try under every key, or refuses it.
///
/// # Errors
/// `TooMany` with the seconds to wait.
pub(crate) async fn count(database: &Database, now: Timestamp, keys: &[Key]) -> Result<Vec<Counted>, Failure> {
    let mut transaction = database.writer().begin_with(database.dialect().begin_write()).await?;
    let mut counted = Vec::with_capacity(keys.len());
    for key in keys {
        match count_one(&mut transaction, now, key).await? {
            Try::Counted(until) => counted.push(Counted { key: key.clone(), until }),
            Try::Refused(until) => {
                transaction.rollback().await?;
                return Err(too_many(until, now).into());
            }
        }
    }
    transaction.commit().await?;
    Ok(counted)
}

fn too_many(until: i64, now: Timestamp) -> PortalError {
    let seconds = (until - now.0 + 999) / 1000;
    PortalError::TooMany { retry_after: u32::try_from(seconds.max(1)).unwrap_or(u32::MAX) }
}

/// Counts something in a unit that is told next, and is counted only if the unit is committed.
///
/// # Errors
/// `TooMany` with the seconds to wait.
pub(crate) async fn note(unit: &mut Unit<'_>, key: &Key) -> Result<(), Failure> {
    over(unit, key).await?.map_or(Ok(()), |why| Err(why.into()))
}

/// The same, for what goes on without it: the refusal, when it is over the limit.
pub(crate) async fn over(unit: &mut Unit<'_>, key: &Key) -> Result<Option<PortalError>, Failure> {
    let now = unit.now();
    match count_one(unit.connection(), now, key).await? {
        Try::Counted(_) => Ok(None),
        Try::Refused(until) => Ok(Some(too_many(until, now))),
    }
}

/// Counts nothing, but refuses while there is a wait.
///
/// # Errors
/// `TooMany` with the seconds to wait.
pub(crate) async fn check(unit: &mut Unit<'_>, key: &Key) -> Result<(), Failure> {
    let now = unit.now();
    match wait_until(unit, key).await? {
        Some(until) => Err(too_many(until, now).into()),
        None => Ok(()),
    }
}

/// Until when there is a wait, if there is one. Counts nothing.
pub(crate) async fn wait_until(unit: &mut Unit<'_>, key: &Key) -> Result<Option<i64>, Failure> {
    let now = unit.now();
    Ok(blocked_until(unit.connection(), key).await?.filter(|until| *until > now.0))
}

/// What was tried and turned out wrong, within a day.
pub(crate) struct Lately {
    /// How often.
    pub(crate) count: i64,
    /// Until when no try counts, while there is a wait.
    pub(crate) blocked_until: Option<Timestamp>,
}

/// What was tried lately under these keys.
pub(crate) async fn lately(unit: &mut Unit<'_>, keys: &[Key]) -> Result<Lately, Failure> {
    let now = unit.now();
    let names: Vec<&str> = keys.iter().map(|key| key.name.as_str()).collect();
    let statement = both!(
        "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT), COALESCE(MAX(blocked_until), 0) FROM attempts \
         WHERE key IN ",
        list("$1"),
        " AND first_at > $2"
    )
    .on(unit.dialect());
    let (count, blocked_until): (i64, i64) = sqlx::query_as(statement)
        .bind(serde_json::to_string(&names)?)
        .bind(now.plus_seconds(-DAY).0)
        .fetch_one(unit.connection())
        .await?;
    Ok(Lately { count, blocked_until: (blocked_until > now.0).then_some(Timestamp(blocked_until)) })
}

async fn blocked_until(connection: &mut AnyConnection, key: &Key) -> Result<Option<i64>, Failure> {
    let row: Option<(i64,)> = sqlx::query_as("SELECT blocked_until FROM attempts WHERE key = $1")
        .bind(&key.name)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(until,)| until))
}

/// Counts in one statement, so that tries at once are counted one after the other. Without a wait there is no time in the
/// row that a node whose clock is behind would wait for.
async fn count_one(connection: &mut AnyConnection, now: Timestamp, key: &Key) -> Result<Try, Failure> {
    let counted: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO attempts (key, count, first_at, blocked_until) \
         VALUES ($1, 1, $2, CASE WHEN $4 > 1 THEN 0 ELSE $2 + $6 END) \
         ON CONFLICT (key) DO UPDATE SET \
         count = CASE WHEN attempts.first_at <= $3 THEN 1 ELSE attempts.count + 1 END, \
         first_at = CASE WHEN attempts.first_at <= $3 THEN $2 ELSE attempts.first_at END, \
         blocked_until = CASE \
             WHEN $4 > 1 AND (attempts.first_at <= $3 OR attempts.count + 1 < $4) THEN 0 \
             WHEN attempts.first_at <= $3 THEN $2 + $6 \
             WHEN attempts.count + 1 - $4 >= $5 THEN $2 + $6 * (CAST(1 AS BIGINT) << CAST($5 AS INTEGER)) \
             ELSE $2 + $6 * (CAST(1 AS BIGINT) << CAST(attempts.count + 1 - $4 AS INTEGER)) END \
         WHERE attempts.blocked_until <= $2 RETURNING blocked_until",
    )
    .bind(&key.name)
    .bind(now.0)
    .bind(now.plus_seconds(-key.forgotten_after).0)
    .bind(key.free)
    .bind(key.doublings)
    .bind(1000 * key.wait)
    .fetch_optional(&mut *connection)
    .await?;
    match counted {
        Some((until,)) => Ok(Try::Counted(until)),
        None => Ok(Try::Refused(blocked_until(connection, key).await?.unwrap_or(now.0))),
    }
}

/// The try turned out right: it was no guess. In a transaction of its own, as it was counted: everybody's tries are in the
/// same rows, and no unit holds them while it waits for something else.
pub(crate) async fn settle(database: &Database, tries: &[Counted]) -> Result<(), Failure> {
    let mut transaction = database.writer().begin_with(database.dialect().begin_write()).await?;
    for counted in tries {
        match counted.key.whom {
            Whom::One => delete(&mut transaction, &counted.key).await?,
            Whom::Many => take_back(&mut transaction, counted).await?,
        }
    }
    Ok(transaction.commit().await?)
}

/// Takes back a try that was not looked at.
pub(crate) async fn give_back(database: &Database, tries: &[Counted]) -> Result<(), Failure> {
    let mut transaction = database.writer().begin_with(database.dialect().begin_write()).await?;
    for counted in tries {
        take_back(&mut transaction, counted).await?;
    }
    Ok(transaction.commit().await?)
}

/// Takes back one try and the wait that it began; the others stay counted, and so does the wait of a later one.
async fn take_back(connection: &mut AnyConnection, counted: &Counted) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE attempts SET count = count - 1, \
         blocked_until = CASE WHEN blocked_until = $2 THEN 0 ELSE blocked_until END WHERE key = $1 AND count > 0",
    )
    .bind(&counted.key.name)
    .bind(counted.until)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets every try under a key.
pub(crate) async fn forget(unit: &mut Unit<'_>, key: &Key) -> Result<(), Failure> {
    delete(unit.connection(), key).await
}

async fn delete(connection: &mut AnyConnection, key: &Key) -> Result<(), Failure> {
    sqlx::query("DELETE FROM attempts WHERE key = $1").bind(&key.name).execute(connection).await?;
    Ok(())
}

/// Deletes what no longer counts.
pub(crate) async fn sweep(database: &Database, now: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM attempts WHERE first_at <= $1 AND blocked_until <= $2")
        .bind(now.plus_seconds(-DAY).0)
        .bind(now.0)
        .execute(database.writer())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Secret;

    const NOW: Timestamp = Timestamp(1_767_225_600_000);

    #[tokio::test]
    async fn a_try_that_is_taken_back_leaves_the_wait_of_a_later_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(folder.path(), None).await.expect("it opens");
        let keys = [Key::address(Purpose::SignIn, "anna@example.com")];
        for _ in 0..3 {
            count(&database, NOW, &keys).await.expect("free");
        }
        let busy = count(&database, NOW, &keys).await.expect("the fourth is free too");
        let wrong = count(&database, NOW, &keys).await.expect("the fifth begins a wait");
        give_back(&database, &busy).await.expect("given back");
        assert!(count(&database, NOW, &keys).await.is_err(), "the wrong one still makes others wait");
        give_back(&database, &wrong).await.expect("given back");
        count(&database, NOW, &keys).await.expect("nobody waits for what was not looked at");
        database.close().await;
    }

    #[tokio::test]
    async fn guesses_in_one_known_browser_keep_nobody_from_another() {
        const ANNA: &str = "anna@example.com";
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(folder.path(), None).await.expect("it opens");
        let keys = |browser: &str| {
            let browser = Secret::new(browser.to_owned());
            [Key::device(Purpose::SignIn, &browser, ANNA), Key::devices(Purpose::SignIn, ANNA)]
        };
        let borrowed = keys("borrowed");
        let (mut now, mut guesses) = (NOW, 0);
        while now < NOW.plus_seconds(DAY) {
            match count(&database, now, &borrowed).await {
                Ok(_) => guesses += 1,
                Err(Failure::Answer(PortalError::TooMany { retry_after })) => {
                    now = now.plus_seconds(i64::from(retry_after));
                }
                Err(fault) => panic!("{fault}"),
            }
        }
        assert_eq!(guesses, 98);
        let late = NOW.plus_seconds(DAY - 1);
        for browser in ["own", "another"] {
            count(&database, late, &keys(browser)).await.expect("nobody waits");
        }
        assert!(count(&database, late, &keys("a third")).await.is_err(), "a hundred together");
        database.close().await;
    }
}
