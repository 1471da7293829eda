//! Exporting an account: the format of the import, so that what is written can be read back. Importing an export where
//! it came from changes nothing; importing it elsewhere makes the account anew, with the same ids for what has no name
//! in another system. Deleted contacts, history and whatever ends by itself stay behind.

mod rows;

use domain::caller::{Caller, Principal};
use domain::id::RequestId;
use domain::person::Language;
use domain::time::Timestamp;
use portal::base::db::Database;
use portal::base::error::Failure;
use portal::base::random;
use portal::unit::Unit;
use std::io::Write;

/// Whether password hashes leave the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hashes {
    /// They stay.
    Leave,
    /// They are written; whoever has the file can try to guess the passwords.
    Include,
}

/// Why an export was not written, or not to its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is no such account.
    #[error("there is no account {0}")]
    NoAccount(String),
    /// Stored data has something that the format can't say.
    #[error("failed to export stored data: {0}")]
    Data(String),
    /// The file can't be written.
    #[error("failed to write: {0}")]
    Write(#[from] std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Failure),
}

/// Writes the account with this id or external id, one record a line, and says how many there were.
///
/// # Errors
/// When there is no such account, the output fails, or the database does.
pub async fn export_account(
    database: &Database,
    account: &str,
    hashes: Hashes,
    now: Timestamp,
    out: &mut (impl Write + Send),
) -> Result<usize, ExportError> {
    // Nothing is written to anybody, so the language does not matter.
    let caller = Caller::system(Principal::Operator, Language::default(), now, RequestId::new(random::id(now)));
    let mut unit = Unit::read(database, &caller).await?;
    let id = rows::find(&mut unit, account).await?.ok_or_else(|| ExportError::NoAccount(account.to_owned()))?;
    let records = rows::read(&mut unit, &id, hashes).await?;
    for record in &records {
        let line = serde_json::to_string(record).map_err(|error| ExportError::Data(error.to_string()))?;
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(records.len())
}
