//! How often something may be tried: counted in the database, so that a restart, a second node or many requests at once
//! gain nothing.
//!
//! A try is counted before it is looked at, and whether the address exists is not asked here: known and unknown ones are
//! limited alike. The first few are free, then each costs a wait that doubles. One that is refused counts nowhere, and one
//! that was not looked at is given back.

use crate::base::canon;
use crate::base::db::Database;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId, SessionId};
use domain::text::Secret;
use domain::time::Timestamp;
use sqlx::AnyConnection;
use std::fmt::Display;
use std::net::IpAddr;

/// Seconds of a minute.
const MINUTE: i64 = 60;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// What is counted, under a name that has one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    name: String,
    /// Whom it limits.
    whom: Whom,
    /// How many tries are free.
    free: i64,
    /// Seconds of the first wait.
    wait: i64,
    /// How often the wait doubles.
    doublings: i64,
    /// Seconds after the first try when all are forgotten.
    forgotten_after: i64,
}

/// Whom a key limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    /// Tries on one thing: a right one clears the others of suspicion.
    One,
    /// Tries of many: a right one says nothing of the others.
    Many,
}

impl Key {
    /// Five a day, then waits that double up to seventeen minutes: 98 tries in a day.
    const fn of_one(name: String) -> Self {
        Self { name, whom: Whom::One, free: 5, wait: 1, doublings: 10, forgotten_after: DAY }
    }

    /// Tries on one person's account, by the address they sign in with; what is no address counts as typed.
    pub(crate) fn address(purpose: Purpose, typed: &str) -> Self {
        let spelling = EmailAddress::parse(typed)
            .and_then(|address| canon::email_key(&address))
            .unwrap_or_else(|_| canon::fold(typed));
        // Hashed: what people type there is not for keeping.
        Self::of_one(format!("{}:address:{}", purpose.key(), random::hash(&spelling)))
    }

    /// Tries from a browser that its person has signed in with before, and from no other.
    pub(crate) fn device(purpose: Purpose, device: &Secret, person: &str) -> Self {
        Self::known_device(purpose, &random::hash(device.expose()), person)
    }

    /// The same, where only the hash of the browser's token is known.
    pub(crate) fn known_device(purpose: Purpose, device_hash: &str, person: &str) -> Self {
        Self::of_one(format!("{}:device:{device_hash}:{person}", purpose.key()))
    }

    /// Tries of one session on the password of its person. A borrowed one uses up its own tries, and its person changes the
    /// password in another; who has none of that person's sessions gets none without the password.
    pub(crate) fn session(purpose: Purpose, session: SessionId) -> Self {
        Self::of_one(format!("{}:session:{session}", purpose.key()))
    }

    /// What somebody signed in asks for.
    pub(crate) fn person(purpose: Purpose, person: PersonId) -> Self {
        Self::of_one(format!("{}:person:{person}", purpose.key()))
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
        let name = format!("{}:place:{place}", purpose.key());
        Self { name, whom: Whom::Many, free: 20, wait: 1, doublings: 10, forgotten_after: 3_600 }
    }

    /// Tries of all the world: six hundred a minute, then one a second. It slows down whoever guesses from everywhere,
    /// and leaves the server something to do for those signed in.
    pub(crate) fn everybody(purpose: Purpose) -> Self {
        let name = format!("{}:everybody", purpose.key());
        Self { name, whom: Whom::Many, free: 600, wait: 1, doublings: 0, forgotten_after: 60 }
    }

    /// Passwords that somebody chooses, for themselves or for others: twenty a minute, then one every two seconds. Judging
    /// one is work; how much of it is done at once for everybody is limited in `base::passwords`.
    pub(crate) fn new_password(who: impl Display) -> Self {
        let name = format!("new_password:{who}");
        Self { name, whom: Whom::Many, free: 20, wait: 2, doublings: 0, forgotten_after: 60 }
    }

    /// So many times, then not for a day.
    const fn a_day(name: String, free: i64) -> Self {
        Self { name, whom: Whom::Many, free, wait: DAY, doublings: 0, forgotten_after: DAY }
    }

    /// Mails that the people of one account cause to addresses they typed: a hundred a day.
    pub(crate) fn invitations(account: AccountId) -> Self {
        Self::a_day(format!("invitation:account:{account}"), 100)
    }

    /// What is told to the people of one account: twenty times a day.
    pub(crate) fn account(purpose: Purpose, account: AccountId) -> Self {
        Self::a_day(format!("{}:account:{account}", purpose.key()), 20)
    }

    /// What one person changes: so many times a minute, then not for a minute.
    pub(crate) fn writes(person: PersonId, a_minute: u32) -> Self {
        let name = format!("write:person:{person}");
        Self { name, whom: Whom::Many, free: i64::from(a_minute), wait: MINUTE, doublings: 0, forgotten_after: MINUTE }
    }

    /// How often one person signs in: three hundred times a day, then once in ten minutes.
    pub(crate) fn sign_ins(person: PersonId) -> Self {
        let name = format!("signed_in:person:{person}");
        Self { name, whom: Whom::Many, free: 300, wait: 10 * MINUTE, doublings: 0, forgotten_after: DAY }
    }

    /// The same beyond that from one browser they have signed in with: twenty times a day, which nobody else uses up.
    pub(crate) fn sign_ins_with(device: &Secret, person: PersonId) -> Self {
        Self::a_day(format!("signed_in:device:{}:{person}", random::hash(device.expose())), 20)
    }

    /// What one contact causes others to be told: ten times a day.
    pub(crate) fn contact(purpose: Purpose, contact: ContactId) -> Self {
        Self::a_day(format!("{}:contact:{contact}", purpose.key()), 10)
    }

    /// Mails that one person causes to one mailbox of others: twenty a day.
    pub(crate) fn mailbox(by: PersonId, email_key: &str) -> Self {
        Self::a_day(format!("mail:mailbox:{by}:{}", random::hash(email_key)), 20)
    }

    /// Mails that one person causes to addresses that nobody has proved: two hundred a day.
    pub(crate) fn unproved(by: PersonId) -> Self {
        Self::a_day(format!("mail:unproved:{by}"), 200)
    }

    /// Mails of one kind that people cause to their own mailbox.
    pub(crate) fn own_mailbox(letter: &str, email_key: &str, free: i64) -> Self {
        Self::a_day(format!("mail:own:{letter}:{free}:{}", random::hash(email_key)), free)
    }

    /// Mailboxes of logins that one account made whose people are warned of what was done with theirs: a hundred a day.
    pub(crate) fn warnings(account: AccountId) -> Self {
        Self::a_day(format!("mail:warnings:{account}"), 100)
    }

    /// The first mail of a day to somebody whose login an account made.
    pub(crate) fn first_of_day(email_key: &str) -> Self {
        Self::a_day(format!("mail:first:{}", random::hash(email_key)), 1)
    }

    /// The mail that somebody is viewed by one person: once for as long as one view lasts.
    pub(crate) fn viewed(by: PersonId, account: AccountId, contact: ContactId, lasts: i64) -> Self {
        let name = format!("mail:viewed:{account}:{contact}:{by}");
        Self { name, whom: Whom::Many, free: 1, wait: lasts, doublings: 0, forgotten_after: lasts }
    }
}

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    SignIn,
    /// Asking for a link by mail.
    Forgot,
    /// Giving the present password once more.
    Password,
    /// Asking for a login for an address, and hearing that somebody has one (PRODUCT D3).
    HasLogin,
    /// Asking for a right, of which others are told by mail.
    AskForAccess,
    /// Asking for a link that proves an address.
    ProveAddress,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Forgot => "forgot",
            Self::Password => "password",
            Self::HasLogin => "has_login",
            Self::AskForAccess => "ask_for_access",
            Self::ProveAddress => "prove_address",
        }
    }
}

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
