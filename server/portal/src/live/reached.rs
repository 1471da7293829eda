//! What a change reached: how many open sessions heard of it at once, and how many consoles it closed, in all processes as
//! far as they have said so.

use super::Seq;
use super::listeners::Listeners;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::ask_first;
use crate::records::{consoles, contacts};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::live::LATELY;
use domain::access::{ContactAction, Credentials, HoldingAction, ServiceTarget, Target};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::live::Reached;
use std::time::Duration;

/// How often it is looked whether consoles have closed that have to, and how long is waited each time. They do so within a
/// second.
const LOOKS: u32 = 15;
const PAUSE: Duration = Duration::from_millis(100);

pub(super) async fn reached(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    listeners: &Listeners,
    contact: ContactId,
) -> Result<Reached, Failure> {
    let account = entered.actor.account();
    ask_first(&entered.actor, contact, ContactAction::Suspend)?;
    let record = contacts::record(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let seen = contacts::contact(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let target = Target { contact, owner: seen.owner, rights: &seen.now.rights, credentials: Credentials::None };
    entered.actor.check(ContactAction::Suspend(target))?;
    let Some(person) = record.person()? else { return Ok(Reached::default()) };
    let last: Option<(i64,)> = sqlx::query_as(
        "SELECT seq FROM live_events WHERE person_id = $1 AND account_id = $2 AND at > $3 ORDER BY seq DESC LIMIT 1",
    )
    .bind(person.to_string())
    .bind(account.to_string())
    .bind(unit.now().plus_seconds(-LATELY).0)
    .fetch_optional(unit.connection())
    .await?;
    let Some((seq,)) = last else { return Ok(Reached::default()) };
    let caller = unit.caller();
    // What it reached is written after this view of the data.
    drop(unit);
    listeners.reached(Seq(seq)).await;
    for _ in 0..LOOKS {
        if !has_to_close(core, caller, account, person).await? {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    let (told, closed): (i64, i64) = sqlx::query_as("SELECT told, consoles FROM live_events WHERE seq = $1")
        .bind(seq)
        .fetch_one(core.database.readers())
        .await?;
    let number = |count: i64| usize::try_from(count).unwrap_or(0);
    Ok(Reached { sessions: number(told), consoles: number(closed) })
}

/// Whether somebody has a console open on the account that they may not have any more.
async fn has_to_close(core: &Core, caller: &Caller, account: AccountId, person: PersonId) -> Result<bool, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let open = consoles::of_person(&mut unit, account, person).await?;
    if open.is_empty() {
        return Ok(false);
    }
    let Some(actor) = unit.actor_of(account, person).await? else { return Ok(true) };
    Ok(open.into_iter().any(|(id, mode)| {
        // Whether it ends soon only decides who sees it.
        let service = ServiceTarget { id, expiring: false };
        actor.check(HoldingAction::Operate(service, mode.operation())).is_err()
    }))
}
