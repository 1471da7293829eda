//! The accounts that somebody keeps at the top of their own list.

use crate::base::error::Failure;
use crate::records::pins;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{AccountAction, authorize};
use domain::account::PinAccount;
use domain::audit::{AccountFact, Subject};
use domain::ports::{Acting, Caller};

pub(crate) async fn pin(core: &Core, caller: &Caller, acting: Acting, change: &PinAccount) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let entered = unit.acting(acting).await?;
    let permit = authorize(&entered.actor, AccountAction::Pin)?;
    let (fact, changed) = if change.pinned {
        (AccountFact::Pinned, pins::set(&mut unit, permit.authority()).await?)
    } else {
        (AccountFact::Unpinned, pins::clear(&mut unit, permit.authority()).await?)
    };
    if !changed {
        return Ok(());
    }
    // What somebody's own list looks like is no news to the people of the account.
    unit.commit_own((), AuditEvent::new(fact, Subject::Account(permit.account()), entered.author.by())).await
}
