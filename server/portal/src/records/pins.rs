//! The accounts that people keep at the top of their own lists, as rows.

use crate::base::error::Failure;
use crate::unit::Unit;
use domain::access::{Authority, Deed};

/// Pins the account; whether it was not pinned before.
pub(crate) async fn set(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<bool, Failure> {
    authority.allows(Deed::Pin)?;
    let pinned = sqlx::query(
        "INSERT INTO account_pins (person_id, account_id, pinned_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person_id, account_id) DO NOTHING",
    )
    .bind(authority.person().map(|person| person.to_string()))
    .bind(authority.account().to_string())
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(pinned > 0)
}

/// The account stands with the others again; whether it was pinned before.
pub(crate) async fn clear(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<bool, Failure> {
    authority.allows(Deed::Pin)?;
    let unpinned = sqlx::query("DELETE FROM account_pins WHERE person_id = $1 AND account_id = $2")
        .bind(authority.person().map(|person| person.to_string()))
        .bind(authority.account().to_string())
        .execute(unit.connection())
        .await?
        .rows_affected();
    Ok(unpinned > 0)
}
