//! The outcomes of forms that were sent, so that a retry or a double click gets the same answer.

use crate::base::db::Database;
use crate::base::error::Failure;
use domain::id::{PersonId, SubmissionId};
use domain::time::Timestamp;
use sqlx::AnyConnection;

/// The outcome of a submission, as JSON, if it was carried out before.
pub(super) async fn outcome(
    connection: &mut AnyConnection,
    (person, submission): (PersonId, SubmissionId),
) -> Result<Option<String>, Failure> {
    let row: Option<(String,)> = sqlx::query_as("SELECT outcome FROM submissions WHERE person_id = $1 AND id = $2")
        .bind(person.to_string())
        .bind(submission.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(outcome,)| outcome))
}

/// Writes the outcome of one.
pub(super) async fn write(
    connection: &mut AnyConnection,
    (person, submission): (PersonId, SubmissionId),
    outcome: String,
    now: Timestamp,
) -> Result<(), Failure> {
    sqlx::query("INSERT INTO submissions (person_id, id, outcome, created_at) VALUES ($1, $2, $3, $4)")
        .bind(person.to_string())
        .bind(submission.to_string())
        .bind(outcome)
        .bind(now.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes those from before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM submissions WHERE created_at <= $1").bind(before.0).execute(database.writer()).await?;
    Ok(())
}
