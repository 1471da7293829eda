//! One service.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_service::seen;
use crate::unit::Unit;
use domain::id::ServiceId;
use domain::service::ServicePage;

pub(super) async fn read(mut unit: Unit<'_>, entered: Entered, id: ServiceId) -> Result<ServicePage, Failure> {
    let found = seen(&mut unit, &entered, id).await?;
    Ok(found.page(&entered.actor.standing().effective, &entered.author.reader, entered.now))
}
