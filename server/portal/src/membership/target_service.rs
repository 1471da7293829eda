//! A service that is looked at or acted on.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::{self, ServiceFacts};
use crate::unit::Unit;
use domain::access::HoldingAction;
use domain::error::PortalError;
use domain::id::ServiceId;

/// The service, for whoever sees it.
///
/// INVARIANT: one that the actor does not see is answered as one that there is not (SECURITY T9): first what they would be
/// refused whichever it is, then the same `NotFound`.
pub(crate) async fn seen(unit: &mut Unit<'_>, entered: &Entered, id: ServiceId) -> Result<ServiceFacts, Failure> {
    entered.actor.check(HoldingAction::SeeServices)?;
    let found = holdings::facts(unit, entered.actor.account(), id).await?.ok_or(PortalError::NotFound)?;
    let target = found.service.target(entered.now);
    entered.actor.check(HoldingAction::SeeService(target)).map_err(|_| PortalError::NotFound)?;
    Ok(found)
}
