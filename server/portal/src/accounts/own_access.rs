//! What the caller may do on an account, with where each right comes from.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::{contacts, templates};
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::AccountAction;
use domain::account::OwnAccess;
use domain::contact::{AccessSummary, HeldOrigin, HeldRight};
use domain::error::PortalError;
use domain::rights::{Held, Origin};

pub(super) async fn read(core: &Core, mut unit: Unit<'_>, entered: Entered) -> Result<OwnAccess, Failure> {
    entered.actor.check(AccountAction::SeeDashboard)?;
    let standing = entered.actor.standing();
    if standing.owner.is_some() {
        return Ok(OwnAccess::default());
    }
    let found = contacts::contact(&mut unit, standing.account, standing.contact).await?;
    let contact = found.ok_or(PortalError::NotFound)?;
    let rights = contact.now.rights;
    let templates = templates::naming(core, &mut unit, standing.account, &[&rights]).await?;
    let access = AccessSummary::of(&rights, &templates);
    let template = rights.began_with().and_then(|key| templates.into_iter().find(|template| template.key == key));
    let reading = Reading::of(&mut unit, &entered).await?;
    let reader = &entered.author.reader;
    let origin = |Origin { source, with, until }| HeldOrigin { source, with, until: until.map(|at| reader.moment(at)) };
    let right = |Held { right, place, origins }| HeldRight {
        right,
        place: reading.place(place),
        origins: origins.into_iter().map(origin).collect(),
    };
    let held = rights.origins(template.as_ref()).into_iter().map(right).collect();
    Ok(OwnAccess { access, ends: contact.ends.map(|at| reader.moment(at)), template, held })
}
