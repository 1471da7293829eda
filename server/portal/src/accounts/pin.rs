//! The accounts that somebody keeps at the top of their own list.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::{AccountAction, Authority, Deed, authorize};
use domain::account::PinAccount;
use domain::audit::{AccountFact, Subject};

pub(crate) async fn pin(mut unit: Unit<'_>, entered: Entered, change: &PinAccount) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, AccountAction::Pin)?;
    let (fact, changed) = if change.pinned {
        (AccountFact::Pinned, set(&mut unit, permit.authority()).await?)
    } else {
        (AccountFact::Unpinned, clear(&mut unit, permit.authority()).await?)
    };
    if !changed {
        return Ok(());
    }
    // What somebody's own list looks like is no news to the people of the account.
    unit.commit_own((), AuditEvent::new(fact, Subject::Account(permit.account()), entered.author.by())).await
}

/// Pins the account; whether it was not pinned before.
async fn set(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<bool, Failure> {
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
pub(super) async fn clear(unit: &mut Unit<'_>, authority: Authority<'_>) -> Result<bool, Failure> {
    authority.allows(Deed::Pin)?;
    let unpinned = sqlx::query("DELETE FROM account_pins WHERE person_id = $1 AND account_id = $2")
        .bind(authority.person().map(|person| person.to_string()))
        .bind(authority.account().to_string())
        .execute(unit.connection())
        .await?
        .rows_affected();
    Ok(unpinned > 0)
}
