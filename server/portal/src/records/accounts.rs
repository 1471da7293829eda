//! Accounts as rows.

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::rows::{AccountRow, Permitted};
use crate::unit::Unit;
use domain::access::{Authority, Deed, NotPermitted};

/// Writes new accounts.
pub async fn add(unit: &mut Unit<'_>, rows: &[Permitted<'_, AccountRow>]) -> Result<(), Failure> {
    for (authority, row) in rows {
        covers(*authority, row)?;
    }
    let rows: Vec<&AccountRow> = rows.iter().map(|(_, row)| *row).collect();
    let statement = both!(
        "INSERT INTO accounts (id, external_id, name, status, currency, hand_out, created_at) \
         SELECT e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'name', e.value ->> 'status', \
         e.value ->> 'currency', e.value ->> 'hand_out', $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(&rows)?)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes what the provider's systems say of an account that is there.
pub async fn update(unit: &mut Unit<'_>, (authority, row): Permitted<'_, AccountRow>) -> Result<(), Failure> {
    covers(authority, row)?;
    sqlx::query(
        "UPDATE accounts SET name = $2, status = $3, currency = $4, hand_out = $5, version = version + 1 WHERE id = $1",
    )
    .bind(&row.id)
    .bind(&row.name)
    .bind(&row.status)
    .bind(&row.currency)
    .bind(&row.hand_out)
    .execute(unit.connection())
    .await?;
    Ok(())
}

fn covers(authority: Authority<'_>, row: &AccountRow) -> Result<(), NotPermitted> {
    authority.allows(Deed::Provision)?;
    if authority.account().to_string() == row.id { Ok(()) } else { Err(NotPermitted) }
}

/// Writes which roles managers may hand out, by their keys.
pub(crate) async fn set_hand_out(unit: &mut Unit<'_>, authority: Authority<'_>, keys: &[&str]) -> Result<(), Failure> {
    authority.allows(Deed::SetHandOut)?;
    sqlx::query("UPDATE accounts SET hand_out = $2, version = version + 1 WHERE id = $1")
        .bind(authority.account().to_string())
        .bind(serde_json::to_string(keys)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}
