//! Every version of a contact, as rows: its history, what a stale edit is compared with, and what a deletion can be undone
//! with.

use crate::base::dialect::{Statement, both};
use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::audit;
use crate::unit::page::{Key, Keyset, List};
use domain::access::{Authority, Deed};
use domain::by::By;
use domain::contact::ContactSnapshot;
use domain::id::{AccountId, ContactId, PersonId};
use domain::list::{Direction, Page};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// A version to be written as a part of `deed`.
pub struct NewVersion<'a> {
    /// What proves that it may be written.
    pub authority: Authority<'a>,
    /// What the version is a part of.
    pub deed: Deed,
    /// Whose it is, on the account of the authority.
    pub contact: ContactId,
    /// Its number, from 1.
    pub version: i64,
    /// The contact as it is from then on.
    pub snapshot: &'a ContactSnapshot,
}

#[derive(Serialize)]
struct NewRow {
    account: AccountId,
    contact: ContactId,
    version: i64,
    person: Option<PersonId>,
    snapshot: String,
}

/// Writes versions of contacts, in one statement for thousands as for one.
pub async fn write(unit: &mut Unit<'_>, by: &By, versions: &[NewVersion<'_>]) -> Result<(), Failure> {
    let mut rows = Vec::with_capacity(versions.len());
    for new in versions {
        new.authority.covers(new.deed, new.contact)?;
        rows.push(NewRow {
            account: new.authority.account(),
            contact: new.contact,
            version: new.version,
            person: new.authority.person(),
            snapshot: serde_json::to_string(new.snapshot)?,
        });
    }
    insert(unit, by, &rows).await
}

/// Writes a version of a contact whose own person changed it.
pub(super) async fn write_own(
    unit: &mut Unit<'_>,
    by: &By,
    (account, contact): (AccountId, ContactId),
    version: i64,
    snapshot: &ContactSnapshot,
) -> Result<(), Failure> {
    let person = Some(unit.signed_in()?.person);
    let row = NewRow { account, contact, version, person, snapshot: serde_json::to_string(snapshot)? };
    insert(unit, by, &[row]).await
}

async fn insert(unit: &mut Unit<'_>, by: &By, rows: &[NewRow]) -> Result<(), Failure> {
    if rows.is_empty() {
        return Ok(());
    }
    let statement = both!(
        "INSERT INTO contact_versions (account_id, contact_id, version, at, by_person, by_name, author, snapshot) \
         SELECT e.value ->> 'account', e.value ->> 'contact', CAST(e.value ->> 'version' AS BIGINT), $2, \
         e.value ->> 'person', $3, $4, e.value ->> 'snapshot' FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(rows)?)
        .bind(now.0)
        .bind(by.name())
        .bind(serde_json::to_string(by)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// One version of a contact's history.
pub(crate) struct ContactVersion {
    pub(crate) version: i64,
    pub(crate) at: Timestamp,
    pub(crate) by: By,
    pub(crate) snapshot: ContactSnapshot,
}

/// A version as a row, its fields in the order of the columns; its id is the contact's.
#[derive(FromRow, Deserialize)]
struct VersionRow {
    id: String,
    version: i64,
    at: i64,
    by_name: String,
    author: Option<String>,
    snapshot: String,
}

impl TryFrom<VersionRow> for ContactVersion {
    type Error = Failure;

    fn try_from(row: VersionRow) -> Result<Self, Failure> {
        let by = audit::author(row.author.as_deref(), row.by_name)?;
        let snapshot = serde_json::from_str(&row.snapshot)?;
        Ok(Self { version: row.version, at: Timestamp(row.at), by, snapshot })
    }
}

/// A page of a contact's versions, latest first.
pub(crate) async fn page(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    cursor: &str,
) -> Result<Page<ContactVersion>, Failure> {
    let (account, contact) = (account.to_string(), contact.to_string());
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(account.as_str()).push(" AND id = ").bind(contact.as_str());
    };
    let list = List {
        columns: "id, version, at, by_name, author, snapshot",
        from: "(SELECT account_id, contact_id AS id, version, at, by_name, author, snapshot FROM contact_versions) \
               AS versions",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Number("version"), Direction::Descending, cursor),
    };
    let beside = |row: &VersionRow| (row.id.clone(), row.version.to_string());
    let statement = Statement::new(unit.dialect());
    let Page { rows, total, previous, next } = list.page(unit, statement, beside).await?;
    let rows = rows.into_iter().map(ContactVersion::try_from).collect::<Result<_, _>>()?;
    Ok(Page { rows, total, previous, next })
}

/// The version of a contact with this number, or the latest one before it.
pub(crate) async fn up_to(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    version: i64,
) -> Result<Option<ContactVersion>, Failure> {
    let row: Option<VersionRow> = sqlx::query_as(
        "SELECT contact_id AS id, version, at, by_name, author, snapshot FROM contact_versions \
         WHERE account_id = $1 AND contact_id = $2 AND version <= $3 ORDER BY version DESC LIMIT 1",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(version)
    .fetch_optional(unit.connection())
    .await?;
    row.map(ContactVersion::try_from).transpose()
}

/// The latest `limit` versions of a contact, latest first.
pub(crate) async fn latest(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    limit: i64,
) -> Result<Vec<ContactVersion>, Failure> {
    let rows: Vec<VersionRow> = sqlx::query_as(
        "SELECT contact_id AS id, version, at, by_name, author, snapshot FROM contact_versions \
         WHERE account_id = $1 AND contact_id = $2 ORDER BY version DESC LIMIT $3",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(limit)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(ContactVersion::try_from).collect()
}
