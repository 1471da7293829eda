//! The accounts that somebody keeps at the top of their own list.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::pins;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::{AccountAction, authorize};
use domain::account::PinAccount;
use domain::audit::{AccountFact, Subject};

pub(crate) async fn pin(mut unit: Unit<'_>, entered: Entered, change: &PinAccount) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, AccountAction::Pin)?;
    let (fact, changed) = if change.pinned {
        (AccountFact::Pinned, pins::set(&mut unit, permit.authority()).await?)
    } else {
        (AccountFact::Unpinned, pins::clear(&mut unit, permit.authority()).await?)
    };
    if !changed {
        return unit.commit_progress(()).await;
    }
    // What somebody's own list looks like is no news to the people of the account.
    unit.commit_own((), AuditEvent::new(fact, Subject::Account(permit.account()), entered.author.by())).await
}
