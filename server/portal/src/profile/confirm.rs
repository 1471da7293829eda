//! Proving an address: the page of a link shows, a POST acts, once, and for the person it was made for alone.

use crate::base::error::Failure;
use crate::membership::credentials;
use crate::profile::contacts;
use crate::profile::letters;
use crate::records::email_links::{self, PendingAddress};
use crate::records::invitations;
use crate::records::persons::{self, PersonRecord};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::audit::{PersonFact, Subject};
use domain::error::PortalError;
use domain::id::PersonId;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::profile::EmailLink;
use domain::text::Secret;

/// What a link is for whoever opens it.
pub(crate) async fn look(mut unit: Unit<'_>, token: &Secret) -> Result<EmailLink, Failure> {
    let Some(pending) = email_links::find(&mut unit, token).await? else { return Ok(EmailLink::Dead) };
    // INVARIANT: neither address is shown to anybody but the person.
    let Some(signed_in) = unit.caller().signed_in() else { return Ok(EmailLink::SignIn) };
    if signed_in.person != pending.person {
        return Ok(EmailLink::Other);
    }
    let person = persons::by_id(unit.connection(), pending.person).await?.ok_or(PortalError::SignInRequired)?;
    Ok(EmailLink::Ready { email: pending.email, current: person.email })
}

pub(crate) async fn confirm(core: &Core, mut unit: Unit<'_>, token: &Secret) -> Result<(), Failure> {
    let signed_in = unit.signed_in()?;
    let dead = || PortalError::invalid("token", Problem::LinkDead);
    // Who may not is refused before any account is locked.
    let proved = email_links::find(&mut unit, token).await?.ok_or_else(dead)?;
    if proved.person != signed_in.person {
        return Err(PortalError::invalid("token", PersonProblem::OtherPerson).into());
    }
    let linked = contacts::locked(&mut unit, signed_in.person).await?;
    let person = persons::by_id(unit.connection(), proved.person).await?.ok_or(PortalError::SignInRequired)?;
    // People before their links, as a change of password: of two one waits, and never in a circle.
    if !persons::keep_address(&mut unit, &proved).await? {
        // Somebody else signs in with it by now, or always did.
        return Err(dead().into());
    }
    if !email_links::spend(&mut unit, token, signed_in.person).await? {
        return Err(dead().into());
    }
    let mut event = AuditEvent::new(PersonFact::EmailConfirmed, Subject::Person(proved.person), person.by());
    if person.email != proved.email {
        moved(core, &mut unit, (proved.person, &person), &proved, signed_in.session).await?;
        for (contact, name) in contacts::follow(&mut unit, linked, &proved).await? {
            event = event.to(contact, name);
        }
    }
    unit.commit_own((), event).await
}

/// What goes with another address: whatever was open elsewhere or mailed to the old one ends, and the old one is told.
async fn moved(
    core: &Core,
    unit: &mut Unit<'_>,
    (id, person): (PersonId, &PersonRecord),
    proved: &PendingAddress,
    session: domain::id::SessionId,
) -> Result<(), Failure> {
    credentials::end_everything(unit, id, Some(session)).await?;
    attempts::forget(unit, &Key::address(Purpose::SignIn, &proved.email)).await?;
    // Whoever has the old address next gets nothing that was meant for this person (SECURITY T20).
    invitations::void(unit, id, &person.email_key).await?;
    letters::changed(core, unit, person, &proved.email)
}
