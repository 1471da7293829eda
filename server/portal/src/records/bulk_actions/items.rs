//! What came of a bulk action for each contact, as rows.

use crate::base::dialect::both;
use crate::base::error::{Failure, StoredError};
use crate::records::bulk_actions::Bulk;
use crate::unit::Unit;
use domain::contact::{BulkOutcome, BulkRefusal};
use domain::details::full_name;
use domain::id::ContactId;
use serde::Serialize;
use sqlx::FromRow;

#[derive(Serialize)]
struct Item {
    contact: ContactId,
    result: &'static str,
    reason: Option<String>,
    version: Option<i64>,
}

/// Writes down what came of each: the version that was left, or why nothing was done.
pub(crate) async fn record(
    unit: &mut Unit<'_>,
    bulk: &Bulk,
    results: &[(ContactId, Result<i64, BulkRefusal>)],
) -> Result<(), Failure> {
    let mut items = Vec::with_capacity(results.len());
    for (contact, result) in results {
        let (result, reason, version) = match result {
            Ok(version) => ("done", None, Some(*version)),
            Err(BulkRefusal::Unchanged) => ("unchanged", None, None),
            Err(BulkRefusal::Refused(why)) => ("refused", Some(serde_json::to_string(why)?), None),
        };
        items.push(Item { contact: *contact, result, reason, version });
    }
    let statement = both!(
        "INSERT INTO bulk_items (account_id, bulk_id, contact_id, result, reason, version) \
         SELECT $2, $3, e.value ->> 'contact', e.value ->> 'result', e.value ->> 'reason', \
         CAST(e.value ->> 'version' AS BIGINT) FROM ",
        rows("$1"),
        " WHERE 1 = 1"
    )
    .on(unit.dialect());
    sqlx::query(statement)
        .bind(serde_json::to_string(&items)?)
        .bind(bulk.account.to_string())
        .bind(bulk.id.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct NamedItem {
    first_name: String,
    last_name: String,
    email: String,
    reason: Option<String>,
}

/// What came of it so far: the counts, and the first names.
pub(crate) async fn outcome(unit: &mut Unit<'_>, bulk: &Bulk) -> Result<BulkOutcome, Failure> {
    let counts: Vec<(String, i64)> = sqlx::query_as(
        "SELECT result, COUNT(*) FROM bulk_items WHERE account_id = $1 AND bulk_id = $2 GROUP BY result",
    )
    .bind(bulk.account.to_string())
    .bind(bulk.id.to_string())
    .fetch_all(unit.connection())
    .await?;
    let count = |wanted: &str| {
        let found = counts.iter().find(|(result, _)| result == wanted);
        found.and_then(|(_, count)| usize::try_from(*count).ok()).unwrap_or(0)
    };
    let (done, unchanged, refused_count) = (count("done"), count("unchanged"), count("refused"));
    let names = named(unit, bulk, "done").await?.into_iter().map(|(name, _)| name).collect();
    let mut refused = Vec::new();
    for (name, reason) in named(unit, bulk, "refused").await? {
        let reason = reason.ok_or_else(|| StoredError("a refusal has no reason".to_owned()))?;
        refused.push((name, serde_json::from_str(&reason)?));
    }
    Ok(BulkOutcome {
        to: bulk.deed.verb(),
        id: Some(bulk.id),
        done,
        names,
        unchanged,
        refused,
        refused_count,
        progress: bulk.progress,
    })
}

async fn named(
    unit: &mut Unit<'_>,
    bulk: &Bulk,
    result: &'static str,
) -> Result<Vec<(String, Option<String>)>, Failure> {
    let rows: Vec<NamedItem> = sqlx::query_as(
        "SELECT c.first_name, c.last_name, c.email, i.reason FROM bulk_items i \
         JOIN contacts c ON c.account_id = i.account_id AND c.id = i.contact_id \
         WHERE i.account_id = $1 AND i.bulk_id = $2 AND i.result = $3 ORDER BY i.contact_id LIMIT $4",
    )
    .bind(bulk.account.to_string())
    .bind(bulk.id.to_string())
    .bind(result)
    .bind(i64::try_from(BulkOutcome::NAMED).unwrap_or(i64::MAX))
    .fetch_all(unit.connection())
    .await?;
    Ok(rows.into_iter().map(|row| (full_name(&row.first_name, &row.last_name, &row.email), row.reason)).collect())
}
