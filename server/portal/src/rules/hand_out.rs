//! Which roles managers may hand out (PRODUCT D4).

use crate::base::error::Failure;
use crate::records::accounts;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{RightsAction, authorize};
use domain::audit::{RoleFact, Subject};
use domain::ports::{Acting, Caller};
use domain::role::Role;
use domain::rules::SetHandOut;

pub(crate) async fn set(core: &Core, caller: &Caller, acting: Acting, change: &SetHandOut) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    let permit = authorize(&entered.actor, RightsAction::SetHandOut)?;
    if entered.actor.standing().hand_out == change.roles {
        return Ok(());
    }
    unit.password_given_lately().await?;
    let keys: Vec<&str> = change.roles.iter().map(Role::key).collect();
    accounts::set_hand_out(&mut unit, permit.authority(), &keys).await?;
    let fact = RoleFact::HandOutChanged { roles: change.roles.clone() };
    let event = AuditEvent::new(fact, Subject::Account(permit.account()), entered.author.by());
    unit.commit(permit, (), event).await
}
