//! What drivers without a place of their own must not forget, as rows.

use crate::base::db::Database;
use async_trait::async_trait;
use domain::provisioning::{DriverError, DriverMemory};

/// The longest value, in bytes.
const VALUE_MAX: usize = 64 * 1024;

/// The memory of drivers.
#[derive(Debug)]
pub(crate) struct Memory(pub(crate) Database);

#[async_trait]
impl DriverMemory for Memory {
    async fn load(&self, key: &str) -> Result<Option<(String, i64)>, DriverError> {
        // Where it was written: of two reads, the second sees no older state.
        sqlx::query_as("SELECT value, version FROM driver_memory WHERE key = $1")
            .bind(key)
            .fetch_optional(self.0.writer())
            .await
            .map_err(|error| DriverError::NotReached(error.to_string()))
    }

    async fn store(&self, key: &str, value: &str, version: i64) -> Result<bool, DriverError> {
        if value.len() > VALUE_MAX {
            return Err(DriverError::NotReached(format!("a value of {} bytes", value.len())));
        }
        let statement = if version == 0 {
            "INSERT INTO driver_memory (key, value, version) VALUES ($1, $2, $3 + 1) ON CONFLICT (key) DO NOTHING"
        } else {
            "UPDATE driver_memory SET value = $2, version = version + 1 WHERE key = $1 AND version = $3"
        };
        let stored = sqlx::query(statement)
            .bind(key)
            .bind(value)
            .bind(version)
            .execute(self.0.writer())
            .await
            // A commit may have been made although its answer was lost.
            .map_err(|error| DriverError::NoAnswer(error.to_string()))?;
        Ok(stored.rows_affected() == 1)
    }
}
