//! Bulk actions as rows: whom they are for, how far they are, and what came of them.

mod items;

pub(crate) use items::{outcome, record};

use crate::base::db::Database;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::base::random;
use crate::records::contact_list;
use crate::unit::Unit;
use domain::contact::{BulkDeed, BulkProgress, ContactFilter};
use domain::error::PortalError;
use domain::id::{AccountId, BulkId, ContactId, PersonId, SessionId};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::collections::BTreeSet;

/// The job that carries bulk actions out. Stored: never change it.
pub(crate) const JOB: &str = "contacts.bulk";

/// A bulk action.
pub(crate) struct Bulk {
    pub(crate) account: AccountId,
    pub(crate) id: BulkId,
    pub(crate) person: PersonId,
    pub(crate) session: SessionId,
    pub(crate) deed: BulkDeed,
    pub(crate) targets: Targets,
    /// The last contact that was looked at; empty at first.
    pub(crate) reached: String,
    pub(crate) progress: BulkProgress,
}

impl Bulk {
    /// One that has looked at nobody yet, in the name and the session of whoever asks.
    pub(crate) fn new(unit: &Unit<'_>, account: AccountId, deed: BulkDeed, targets: Targets) -> Result<Self, Failure> {
        let signed_in = unit.signed_in()?;
        Ok(Self {
            account,
            id: BulkId::new(random::id(unit.now())),
            person: signed_in.person,
            session: signed_in.session,
            deed,
            targets,
            reached: String::new(),
            progress: BulkProgress::UnderWay,
        })
    }
}

/// Whom it is for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Targets {
    /// Those that were ticked.
    Chosen(BTreeSet<ContactId>),
    /// All that matched when it was asked for.
    Matching { filter: ContactFilter, until: Timestamp },
    /// Those that another bulk action was done to.
    DoneBy(BulkId),
}

/// A contact to look at.
#[derive(Clone, Copy)]
pub(crate) struct NextContact {
    pub(crate) contact: ContactId,
    /// The version that the action to be taken back left; `None` where there is none, or it is not known.
    pub(crate) version: Option<i64>,
}

impl NextContact {
    const fn any_version(contact: ContactId) -> Self {
        Self { contact, version: None }
    }
}

#[derive(FromRow)]
struct Row {
    person_id: String,
    session_id: String,
    action: String,
    targets: String,
    reached: String,
    progress: String,
}

/// Refuses to go on where the account lacks one of these.
///
/// # Errors
/// `NotFound`, whichever it is.
pub(crate) async fn all_there(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &BTreeSet<ContactId>,
) -> Result<(), Failure> {
    let statement =
        both!("SELECT COUNT(*) FROM contacts WHERE account_id = $1 AND id IN ", list("$2")).on(unit.dialect());
    let (there,): (i64,) = sqlx::query_as(statement)
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .fetch_one(unit.connection())
        .await?;
    if usize::try_from(there) == Ok(contacts.len()) { Ok(()) } else { Err(PortalError::NotFound.into()) }
}

/// Whether a bulk action of this person is carried out on the account now.
pub(crate) async fn is_under_way(unit: &mut Unit<'_>, account: AccountId, person: PersonId) -> Result<bool, Failure> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT b.id FROM bulk_actions b JOIN jobs j ON j.name = $3 AND j.key = b.id AND j.dead_at IS NULL \
         WHERE b.account_id = $1 AND b.person_id = $2 AND b.progress = 'under_way' LIMIT 1",
    )
    .bind(account.to_string())
    .bind(person.to_string())
    .bind(JOB)
    .fetch_optional(unit.connection())
    .await?;
    Ok(row.is_some())
}

pub(crate) async fn insert(unit: &mut Unit<'_>, bulk: &Bulk) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO bulk_actions (account_id, id, person_id, session_id, action, targets, reached, progress, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(bulk.account.to_string())
    .bind(bulk.id.to_string())
    .bind(bulk.person.to_string())
    .bind(bulk.session.to_string())
    .bind(serde_json::to_string(&bulk.deed)?)
    .bind(serde_json::to_string(&bulk.targets)?)
    .bind(&bulk.reached)
    .bind(bulk.progress.key())
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

pub(crate) async fn read(unit: &mut Unit<'_>, account: AccountId, bulk: BulkId) -> Result<Option<Bulk>, Failure> {
    let row: Option<Row> = sqlx::query_as(
        // Whose job failed for good is under way no longer.
        "SELECT person_id, session_id, action, targets, reached, CASE WHEN progress = 'under_way' AND NOT EXISTS \
         (SELECT 1 FROM jobs j WHERE j.name = $3 AND j.key = bulk_actions.id AND j.dead_at IS NULL) \
         THEN 'stopped' ELSE progress END AS progress FROM bulk_actions WHERE account_id = $1 AND id = $2",
    )
    .bind(account.to_string())
    .bind(bulk.to_string())
    .bind(JOB)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|row| {
        Ok(Bulk {
            account,
            id: bulk,
            person: row.person_id.parse()?,
            session: row.session_id.parse()?,
            deed: serde_json::from_str(&row.action)?,
            targets: serde_json::from_str(&row.targets)?,
            reached: row.reached,
            progress: BulkProgress::from_key(&row.progress),
        })
    })
    .transpose()
}

/// The bulk action that takes this one back.
pub(crate) async fn undo_of(unit: &mut Unit<'_>, bulk: &Bulk) -> Result<Option<Bulk>, Failure> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM bulk_actions WHERE account_id = $1 AND person_id = $2 AND targets = $3 \
         ORDER BY created_at, id LIMIT 1",
    )
    .bind(bulk.account.to_string())
    .bind(bulk.person.to_string())
    .bind(serde_json::to_string(&Targets::DoneBy(bulk.id))?)
    .fetch_optional(unit.connection())
    .await?;
    match row {
        Some((id,)) => read(unit, bulk.account, id.parse()?).await,
        None => Ok(None),
    }
}

/// Begins one that was stopped again, after the last contact that was looked at, in the session of whoever asks now.
pub(crate) async fn begin_again(unit: &mut Unit<'_>, stopped: Bulk) -> Result<Bulk, Failure> {
    let bulk = Bulk { session: unit.signed_in()?.session, progress: BulkProgress::UnderWay, ..stopped };
    sqlx::query("UPDATE bulk_actions SET session_id = $3, progress = $4 WHERE account_id = $1 AND id = $2")
        .bind(bulk.account.to_string())
        .bind(bulk.id.to_string())
        .bind(bulk.session.to_string())
        .bind(bulk.progress.key())
        .execute(unit.connection())
        .await?;
    Ok(bulk)
}

/// Notes how far it is; without a contact, as far as it was.
pub(crate) async fn advance(
    unit: &mut Unit<'_>,
    bulk: &Bulk,
    reached: Option<ContactId>,
    progress: BulkProgress,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE bulk_actions SET reached = COALESCE($3, reached), \
         progress = CASE WHEN progress = 'under_way' THEN $4 ELSE progress END WHERE account_id = $1 AND id = $2",
    )
    .bind(bulk.account.to_string())
    .bind(bulk.id.to_string())
    .bind(reached.map(|reached| reached.to_string()))
    .bind(progress.key())
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// The next contacts after the last that was looked at, in the order of their ids.
pub(crate) async fn next(unit: &mut Unit<'_>, bulk: &Bulk, limit: usize) -> Result<Vec<NextContact>, Failure> {
    match &bulk.targets {
        Targets::Chosen(chosen) => {
            let rest = chosen.iter().filter(|contact| contact.to_string() > bulk.reached);
            Ok(rest.take(limit).copied().map(NextContact::any_version).collect())
        }
        Targets::Matching { filter, until } => {
            let found = contact_list::after(unit, bulk.account, filter, *until, (&bulk.reached, limit)).await?;
            Ok(found.into_iter().map(NextContact::any_version).collect())
        }
        Targets::DoneBy(undone) => {
            let rows: Vec<(String, Option<i64>)> = sqlx::query_as(
                "SELECT contact_id, version FROM bulk_items WHERE account_id = $1 AND bulk_id = $2 \
                 AND result = 'done' AND contact_id > $3 ORDER BY contact_id LIMIT $4",
            )
            .bind(bulk.account.to_string())
            .bind(undone.to_string())
            .bind(&bulk.reached)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(unit.connection())
            .await?;
            rows.into_iter().map(|(id, version)| Ok(NextContact { contact: id.parse()?, version })).collect()
        }
    }
}

/// Stops all of them, on every account.
pub(crate) async fn stop_all(unit: &mut Unit<'_>) -> Result<(), Failure> {
    unit.by_operator()?;
    sqlx::query("UPDATE bulk_actions SET progress = 'stopped' WHERE progress = 'under_way'")
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Deletes those that were begun before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM bulk_actions WHERE created_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
