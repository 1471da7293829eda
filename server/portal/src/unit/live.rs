//! Who is told of a change, and the only writer of what open tabs are told: `Unit::finish`, from the change's own audit
//! event, in its transaction.

use crate::base::db::Database;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::audit::{self, AuditEvent};
use domain::audit::Audience;
use domain::id::{AccountId, PersonId};
use domain::time::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;

/// The people to be told, and of which account.
#[derive(Debug)]
pub(crate) struct Publication {
    people: BTreeSet<String>,
    account: Option<String>,
}

impl Publication {
    /// Whom an event concerns.
    pub(crate) async fn of(unit: &mut Unit<'_>, chain: &str, event: &AuditEvent) -> Result<Self, Failure> {
        let account = (chain != audit::INSTALLATION).then(|| chain.to_owned());
        let mut people: BTreeSet<String> = unit.published_to().clone();
        people.extend(match event.fact.kind().audience() {
            Audience::Nobody => Vec::new(),
            Audience::Actor => unit.caller().signed_in().iter().map(|signed_in| signed_in.person.to_string()).collect(),
            Audience::Subject => event.subject.person().iter().map(PersonId::to_string).collect(),
            Audience::Contacts => contacts(unit, chain, event).await?,
            Audience::Everybody => everybody(unit, chain).await?,
        });
        Ok(Self { people, account })
    }

    /// Writes it down; whether there was anybody. The last statement before the commit: it holds a lock that every such
    /// change waits for.
    pub(crate) async fn write(self, unit: &mut Unit<'_>) -> Result<bool, Failure> {
        let Some(count) = i64::try_from(self.people.len()).ok().filter(|count| *count > 0) else { return Ok(false) };
        let (now, dialect) = (unit.now(), unit.dialect());
        let (head,): (i64,) = sqlx::query_as("UPDATE live_head SET seq = seq + $1 RETURNING seq")
            .bind(count)
            .fetch_one(unit.connection())
            .await?;
        // INVARIANT: numbered under that lock, so that no two changes give somebody the same number.
        let rows: Vec<Row> = (head - count + 1..).zip(self.people).map(|(seq, person)| Row { seq, person }).collect();
        let statement = both!(
            "INSERT INTO live_events (seq, at, person_id, number, account_id) \
             SELECT CAST(e.value ->> 'seq' AS BIGINT), $2, e.value ->> 'person', \
             1 + COALESCE((SELECT MAX(o.number) FROM live_events o WHERE o.person_id = e.value ->> 'person'), 0), $3 \
             FROM ",
            rows("$1"),
            " WHERE 1 = 1"
        )
        .on(dialect);
        sqlx::query(statement)
            .bind(serde_json::to_string(&rows)?)
            .bind(now.0)
            .bind(self.account)
            .execute(unit.connection())
            .await?;
        if let Some(wake) = dialect.wake_others() {
            sqlx::query(wake).execute(unit.connection()).await?;
        }
        Ok(true)
    }
}

#[derive(Serialize)]
struct Row {
    seq: i64,
    person: String,
}

/// The people of an event's contacts, and whoever views the portal as one of them.
async fn contacts(unit: &mut Unit<'_>, account: &str, event: &AuditEvent) -> Result<Vec<String>, Failure> {
    let contacts: Vec<String> = event.contacts.iter().map(|(contact, _)| contact.to_string()).collect();
    let statement = both!(
        "SELECT person_id FROM contacts WHERE account_id = $1 AND id IN ",
        list("$2"),
        " AND person_id IS NOT NULL \
         UNION SELECT s.person_id FROM viewings v JOIN sessions s ON s.id = v.session_id \
         WHERE v.account_id = $1 AND v.contact_id IN ",
        list("$2"),
        " AND v.expires_at > $3"
    )
    .on(unit.dialect());
    let now = unit.now();
    let rows: Vec<(String,)> = sqlx::query_as(statement)
        .bind(account)
        .bind(serde_json::to_string(&contacts)?)
        .bind(now.0)
        .fetch_all(unit.connection())
        .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

async fn everybody(unit: &mut Unit<'_>, account: &str) -> Result<Vec<String>, Failure> {
    let now = unit.now();
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT c.person_id FROM contacts c WHERE c.account_id = $1 AND c.state = 'active' AND c.person_id IS NOT NULL \
         AND EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = c.person_id AND s.expires_at > $2)",
    )
    .bind(account)
    .bind(now.0)
    .fetch_all(unit.connection())
    .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// Adds to how many open sessions an event was handed, over all processes, for whoever wants to know what a change reached.
pub(crate) async fn count(database: &Database, seq: i64, sessions: usize) -> Result<(), Failure> {
    sqlx::query("UPDATE live_events SET told = told + $2 WHERE seq = $1")
        .bind(seq)
        .bind(i64::try_from(sessions).unwrap_or(i64::MAX))
        .execute(database.writer())
        .await?;
    Ok(())
}

/// For how many seconds a change is the last one.
pub(crate) const LATELY: i64 = 60;

/// Adds a console that was closed to what the last change of somebody's access did, where there was one lately.
pub(crate) async fn count_console(unit: &mut Unit<'_>, account: AccountId, person: PersonId) -> Result<(), Failure> {
    let since = unit.now().plus_seconds(-LATELY);
    sqlx::query(
        "UPDATE live_events SET consoles = consoles + 1 WHERE seq = \
         (SELECT MAX(seq) FROM live_events WHERE person_id = $1 AND account_id = $2 AND at > $3)",
    )
    .bind(person.to_string())
    .bind(account.to_string())
    .bind(since.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Deletes those from before then. The last one of each person stays: their numbers go on from it.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM live_events WHERE at <= $1 AND number < \
         (SELECT MAX(o.number) FROM live_events o WHERE o.person_id = live_events.person_id)",
    )
    .bind(before.0)
    .execute(database.writer())
    .await?;
    Ok(())
}
