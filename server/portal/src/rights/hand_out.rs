//! Which roles managers may hand out (PRODUCT D4).

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::accounts;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::{RightsAction, authorize};
use domain::audit::{RoleFact, Subject};
use domain::role::Role;
use domain::roles::SetHandOut;

pub(crate) async fn set(mut unit: Unit<'_>, entered: Entered, change: &SetHandOut) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, RightsAction::SetHandOut)?;
    if entered.actor.standing().hand_out == change.roles {
        return unit.commit_progress(()).await;
    }
    unit.password_given_lately().await?;
    let keys: Vec<&str> = change.roles.iter().map(Role::key).collect();
    accounts::set_hand_out(&mut unit, permit.authority(), &keys).await?;
    let fact = RoleFact::HandOutChanged { roles: change.roles };
    let event = AuditEvent::new(fact, Subject::Account(permit.account()), entered.author.by());
    unit.commit(permit, (), event).await
}
