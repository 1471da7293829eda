//! The SSH keys of accounts, as rows.

use crate::base::canon;
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::by::By;
use domain::id::{AccountId, SshKeyId};
use sqlx::FromRow;
use std::collections::BTreeSet;

/// A key as stored.
#[derive(FromRow)]
pub(crate) struct SshKeyRecord {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) algorithm: String,
    pub(crate) fingerprint: String,
    pub(crate) line: String,
    added_by: String,
    pub(crate) added_at: i64,
}

impl SshKeyRecord {
    /// Its id.
    pub(crate) fn key(&self) -> Result<SshKeyId, Failure> {
        Ok(self.id.parse()?)
    }

    /// Who added it.
    pub(crate) fn added_by(&self) -> Result<By, Failure> {
        Ok(serde_json::from_str(&self.added_by)?)
    }
}

/// A key that is to be stored.
pub(crate) struct NewSshKey<'k> {
    pub(crate) label: &'k str,
    pub(crate) algorithm: &'k str,
    pub(crate) fingerprint: &'k str,
    pub(crate) line: &'k str,
}

/// Every key of the account, by name. `ssh_keys::add` keeps them few.
pub(crate) async fn all(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<SshKeyRecord>, Failure> {
    Ok(sqlx::query_as(
        "SELECT id, label, algorithm, fingerprint, line, added_by, added_at FROM ssh_keys \
         WHERE account_id = $1 ORDER BY sort_label, id",
    )
    .bind(account.to_string())
    .fetch_all(unit.connection())
    .await?)
}

/// Those of these that the account has, by name.
pub(crate) async fn some(
    unit: &mut Unit<'_>,
    account: AccountId,
    keys: &BTreeSet<SshKeyId>,
) -> Result<Vec<SshKeyRecord>, Failure> {
    let mut statement = Statement::new(unit.dialect());
    statement
        .push("SELECT id, label, algorithm, fingerprint, line, added_by, added_at FROM ssh_keys WHERE account_id = ");
    statement.bind(account.to_string()).push(" AND id IN ").bind_list(serde_json::to_string(keys)?);
    statement.push(" ORDER BY sort_label, id");
    Ok(statement.fetch_all(unit.connection()).await?)
}

/// Writes a new one.
pub(crate) async fn insert(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    key: &NewSshKey<'_>,
    by: &By,
) -> Result<SshKeyId, Failure> {
    authority.allows(Deed::KeepSshKeys)?;
    let now = unit.now();
    let id = SshKeyId::new(random::id(now));
    sqlx::query(
        "INSERT INTO ssh_keys (account_id, id, label, sort_label, algorithm, fingerprint, line, added_by, added_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(authority.account().to_string())
    .bind(id.to_string())
    .bind(key.label)
    .bind(canon::fold(key.label))
    .bind(key.algorithm)
    .bind(key.fingerprint)
    .bind(key.line)
    .bind(serde_json::to_string(by)?)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(id)
}

/// Deletes one.
pub(crate) async fn remove(unit: &mut Unit<'_>, authority: Authority<'_>, key: SshKeyId) -> Result<(), Failure> {
    authority.allows(Deed::KeepSshKeys)?;
    sqlx::query("DELETE FROM ssh_keys WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(key.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
