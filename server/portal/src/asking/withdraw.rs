//! Withdrawing what one asked for, while nobody has decided. Those who could decide are told, as they were of the
//! request, and it counts as a request does (SECURITY T28): nobody is mailed without end by asking and withdrawing in
//! turns. Over the limit it succeeds, and nobody is told.

use crate::asking::decide::closed;
use crate::asking::deciders;
use crate::asking::letters;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::contacts;
use crate::records::holdings;
use crate::records::requests::{self, RequestVerdict};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{RequestAction, authorize};
use domain::asking::{RequestOutcome, WithdrawRequest};
use domain::audit::Subject;
use domain::error::PortalError;

pub(crate) async fn withdraw(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &WithdrawRequest,
) -> Result<(), Failure> {
    let permit = authorize(&entered.actor, RequestAction::Withdraw)?;
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let found = requests::request(&mut unit, account, change.request).await?.ok_or(PortalError::NotFound)?;
    if found.contact()? != contact {
        // INVARIANT: another's request is answered as one that is not there (SECURITY I11).
        return Err(PortalError::NotFound.into());
    }
    let asked = found.asked()?.ok_or(PortalError::NotFound)?;
    let reading = Reading::of(&mut unit, &entered).await?;
    let outcome = RequestOutcome::Withdrawn;
    let verdict = RequestVerdict { outcome, by: &entered.author, until: None, word: "" };
    if !requests::close(&mut unit, permit.authority(), (contact, change.request), &verdict).await? {
        return Err(PortalError::overtaken_by(reading.by(found.decided_by()?)).into());
    }
    let who = contacts::contact(&mut unit, account, contact).await?.ok_or(PortalError::NotFound)?;
    let service = match asked.service {
        Some(service) => holdings::service(&mut unit, account, service).await?,
        None => None,
    };
    let language = core.config.provider.language;
    let deciders = deciders::of(&mut unit, &entered, &who, (asked, service.as_ref()), language).await?;
    let limit = Key::contact(Purpose::AskForAccess, contact);
    if !deciders.is_empty() && attempts::over(&mut unit, &limit).await?.is_none() {
        letters::notify_of_withdrawal(core, &mut unit, &entered, &deciders, (change.request, asked.right))?;
    }
    let event = AuditEvent::new(closed(outcome, asked), Subject::Request(change.request), entered.author.by())
        .to(contact, who.name());
    unit.commit(permit, (), event).await
}
