//! What a row says beside who and when, as JSON: written in the present format, read in every format there was.

use super::{AuditEvent, FORMAT};
use crate::base::error::{Failure, StoredError};
use domain::audit::Change;
use domain::by::By;
use domain::change::ContactChange;
use domain::id::ContactId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The JSON of a row. The job is for the operator: nothing reads it back.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Details<C = Change> {
    /// Who did it. Some rows of format 0 have the name in a column alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<By>,
    /// The contacts it was done to, by name at the time.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(crate) targets: Vec<(ContactId, String)>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(crate) changes: Vec<C>,
    /// What the fact keeps, of which `accounts::activity` reads some.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(crate) fact: Value,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    job: Option<String>,
}

impl Details {
    pub(super) fn of(event: AuditEvent) -> Result<Self, Failure> {
        Ok(Self {
            fact: serde_json::to_value(&event.fact)?,
            by: Some(event.by),
            targets: event.contacts,
            changes: event.changes,
            job: event.job.map(str::to_owned),
        })
    }

    /// What a row of this format says.
    pub(crate) fn read(format: i64, details: &str) -> Result<Self, Failure> {
        match format {
            0 => {
                // All changes were of contacts, and there was a note to the operator, which nothing read.
                let Details::<ContactChange> { by, targets, changes, job, .. } = serde_json::from_str(details)?;
                let changes = changes.into_iter().map(Change::from).collect();
                Ok(Self { by, targets, changes, fact: Value::Null, job })
            }
            FORMAT => Ok(serde_json::from_str(details)?),
            other => Err(StoredError(format!("an audit row of format {other}")).into()),
        }
    }
}
