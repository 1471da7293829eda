//! Asking for a right. Identical requests collapse: while one is open, asking again changes nothing and tells nobody,
//! and counts as a change all the same.

use crate::asking::deciders::{self, Thing};
use crate::asking::letters;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::contacts;
use crate::records::requests;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{HoldingAction, RequestAction, authorize};
use domain::asked::Asked;
use domain::asking::AskForAccess;
use domain::audit::{RequestFact, Subject};
use domain::error::PortalError;
use domain::problem::Problem;
use domain::right::Right;

pub(crate) async fn ask(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &AskForAccess,
) -> Result<(), Failure> {
    let (asked, reason) = change.checked()?;
    let permit = authorize(&entered.actor, RequestAction::Ask(asked))?;
    let thing = offered(&mut unit, &entered, asked).await?;
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let who = contacts::contact(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let added = requests::add(&mut unit, permit.authority(), contact, asked, &reason).await?;
    let Some(request) = added else { return unit.commit_progress(()).await };
    attempts::note(&mut unit, &Key::contact(Purpose::AskForAccess, contact)).await?;
    let deciders = deciders::of(&mut unit, &entered, &who, (asked, &thing), core.config.provider.language).await?;
    letters::notify_deciders(core, &mut unit, &entered, &deciders, (request, asked.right), &reason)?;
    let fact = RequestFact::Asked { asked, reason };
    let event = AuditEvent::new(fact, Subject::Request(request), entered.author.by()).to(contact, who.name());
    unit.commit(permit, (), event).await
}

/// The service or domain it would hold on, if it is asked for on one. One that the asker cannot see is not found.
async fn offered(unit: &mut Unit<'_>, entered: &Entered, asked: Asked) -> Result<Thing, Failure> {
    let thing = Thing::of(unit, entered.actor.account(), asked).await?.ok_or(PortalError::NotFound)?;
    let sees = match &thing {
        Thing::All => Ok(()),
        Thing::Service(service) => entered.actor.check(HoldingAction::SeeService(service.target(entered.now))),
        Thing::Domain(domain) => entered.actor.check(HoldingAction::SeeDomain(domain.target())),
    };
    if sees.is_err() {
        return Err(PortalError::NotFound.into());
    }
    match (&thing, asked.right) {
        (Thing::Service(service), Right::Operation(operation)) if !service.kind.operations().contains(operation) => {
            Err(PortalError::invalid("right", Problem::NoSuchOperation).into())
        }
        _ => Ok(thing),
    }
}
