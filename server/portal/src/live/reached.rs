//! What a change reached: how many open sessions heard of it at once, in all processes as far as they have said so.

use super::Seq;
use super::listeners::Listeners;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::ask_first;
use crate::records::contacts;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials, Target};
use domain::error::PortalError;
use domain::id::ContactId;

/// For how many seconds a change is the last one.
const LATELY: i64 = 60;

pub(super) async fn reached(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    listeners: &Listeners,
    contact: ContactId,
) -> Result<usize, Failure> {
    let account = entered.actor.account();
    ask_first(&entered.actor, contact, ContactAction::Suspend)?;
    let record = contacts::record(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let seen = contacts::contact(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let target = Target { contact, owner: seen.owner, rights: &seen.now.rights, credentials: Credentials::None };
    entered.actor.check(ContactAction::Suspend(target))?;
    let Some(person) = record.person()? else { return Ok(0) };
    let last: Option<(i64,)> = sqlx::query_as(
        "SELECT seq FROM live_events WHERE person_id = $1 AND account_id = $2 AND at > $3 ORDER BY seq DESC LIMIT 1",
    )
    .bind(person.to_string())
    .bind(account.to_string())
    .bind(unit.now().plus_seconds(-LATELY).0)
    .fetch_optional(unit.connection())
    .await?;
    let Some((seq,)) = last else { return Ok(0) };
    // What it reached is written after this view of the data.
    drop(unit);
    listeners.reached(Seq(seq)).await;
    let told: i64 = sqlx::query_scalar("SELECT told FROM live_events WHERE seq = $1")
        .bind(seq)
        .fetch_one(core.database.readers())
        .await?;
    Ok(usize::try_from(told).unwrap_or(0))
}
