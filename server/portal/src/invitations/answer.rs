//! Accepting an invitation as whoever is signed in, and declining it.

use crate::base::error::Failure;
use crate::invitations::letters;
use crate::invitations::open::{self, invitee};
use crate::mail::letter::Signature;
use crate::records::contacts;
use crate::records::grants;
use crate::records::invitations::{self, Ending, Invitation, InvitationState};
use crate::records::transfers;
use crate::records::viewings;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::{Unit, Writes};
use domain::access::{self, Granter, Permit};
use domain::audit::{InvitationFact, Subject};
use domain::by::By;
use domain::caller::Caller;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, PersonId};
use domain::invitation::{DeclineInvitation, REASON_MAX};
use domain::problem::InvitationProblem;
use domain::problem::Problem;
use domain::rights::Rights;
use domain::text::{self, Secret};

pub(crate) fn dead() -> Failure {
    PortalError::invalid("token", Problem::LinkDead).into()
}

/// A unit that writes for whoever has a link that can still be answered: a made-up one takes nobody's turn at the one
/// writer. What is read here counts for nothing more.
pub(crate) async fn write_by_link<'c>(
    core: &Core,
    caller: &'c Caller,
    token: &Secret,
    writes: Writes,
) -> Result<Unit<'c>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    open::live(&mut unit, token).await?.ok_or_else(dead)?;
    drop(unit);
    Unit::write(&core.database, caller, writes).await
}

/// The invitation of a link that can still be answered, with the account's lock taken for the rest of the unit.
pub(crate) async fn locked(unit: &mut Unit<'_>, token: &Secret) -> Result<(Invitation, Contact), Failure> {
    let found = invitations::by_token(unit, token).await?.ok_or_else(dead)?;
    unit.lock_account(found.account).await?;
    // Only what is read after the lock counts.
    open::live(unit, token).await?.ok_or_else(dead)
}

pub(crate) async fn accept(core: &Core, mut unit: Unit<'_>, token: &Secret) -> Result<AccountId, Failure> {
    let signed_in = unit.signed_in()?.person;
    unit.session_lives().await?;
    let (invitation, contact) = locked(&mut unit, token).await?;
    let person = match invitee(&mut unit, &invitation).await? {
        // INVARIANT: never for whoever happens to be signed in (PRODUCT D11), nor for a login that nobody has proved.
        Some(invitee) if invitee.person == signed_in && invitee.proved => invitee.person,
        Some(_) | None => return Err(PortalError::invalid("token", InvitationProblem::InvitedSomebodyElse).into()),
    };
    let (permit, event) = take_in(core, &mut unit, (invitation, contact), person).await?;
    let account = permit.account();
    unit.commit(permit, account, event).await
}

/// Makes the contact that of `person`, if all that it offers may still be given.
pub(crate) async fn take_in(
    core: &Core,
    unit: &mut Unit<'_>,
    (invitation, contact): (Invitation, Contact),
    person: PersonId,
) -> Result<(Permit, AuditEvent), Failure> {
    let (account, id) = (invitation.account, invitation.contact);
    let record = contacts::record(unit, account, id).await?.ok_or_else(dead)?;
    let granters = granters(unit, &invitation).await?;
    let permit = access::accept(account, id, person, &granters)
        .map_err(|_| PortalError::invalid("token", InvitationProblem::InvitationLapsed))?;
    let (first_name, last_name): (String, String) =
        sqlx::query_as("SELECT first_name, last_name FROM persons WHERE id = $1")
            .bind(person.to_string())
            .fetch_one(unit.connection())
            .await?;
    if is_member(unit, account, person).await? {
        return Err(PortalError::invalid("token", InvitationProblem::AlreadyMember).into());
    }
    let revision = contact.accept(&first_name, &last_name).map_err(|_| dead())?;
    if !invitations::end(unit, permit.authority(), id, Ending::Accepted, "").await? {
        return Err(dead());
    }
    let details = &revision.after.details;
    let (by, name) = (By::of(id, details), details.name());
    contacts::save(unit, permit.authority(), &by, &revision, &record.email_key).await?;
    contacts::link(unit, permit.authority(), id, person).await?;
    contacts::set_end(unit, permit.authority(), id, invitation.access_ends).await?;
    letters::answered(core, unit, &invitation, Signature::of(&name, details), None).await?;
    let changes = revision.before.now.changes_to(&revision.after);
    let event = AuditEvent::new(InvitationFact::Accepted, Subject::Invitation(id), by).to(id, name).with(changes);
    Ok((permit, event))
}

/// Everybody who gave a part of what is offered, as they stand now. Whoever may not act on the account any more is
/// missing, and so is what they gave: then nobody offers it.
async fn granters(unit: &mut Unit<'_>, invitation: &Invitation) -> Result<Vec<Granter>, Failure> {
    let mut given = grants::by_granter(unit, invitation.account, invitation.contact).await?;
    given.entry(invitation.invited_by).or_insert_with(Rights::default);
    let mut granters = Vec::new();
    for (by, rights) in given {
        match unit.actor_of(invitation.account, by).await? {
            Some(by) => granters.push(Granter { by, rights }),
            None => return Ok(Vec::new()),
        }
    }
    Ok(granters)
}

async fn is_member(unit: &mut Unit<'_>, account: AccountId, person: PersonId) -> Result<bool, Failure> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT id FROM contacts WHERE account_id = $1 AND person_id = $2 AND state <> 'deleted'")
            .bind(account.to_string())
            .bind(person.to_string())
            .fetch_optional(unit.connection())
            .await?;
    Ok(row.is_some())
}

pub(crate) async fn decline(core: &Core, caller: &Caller, change: &DeclineInvitation) -> Result<(), Failure> {
    let reason = text::line(&change.reason, REASON_MAX).map_err(|problem| PortalError::invalid("reason", problem))?;
    let mut unit = write_by_link(core, caller, &change.token, Writes::Rights).await?;
    let (invitation, contact) = locked(&mut unit, &change.token).await?;
    let (account, id) = (invitation.account, invitation.contact);
    let record = contacts::record(&mut unit, account, id).await?.ok_or_else(dead)?;
    let permit = access::decline(account, id, contact.owner, record.person()?)?;
    let name = contact.name();
    let revision = contact.decline().map_err(|_| dead())?;
    if !invitations::end(&mut unit, permit.authority(), id, Ending::Declined, &reason).await? {
        return Err(dead());
    }
    let by = By::of(id, &revision.after.details);
    contacts::save(&mut unit, permit.authority(), &by, &revision, &record.email_key).await?;
    transfers::end_for(&mut unit, permit.authority(), id).await?;
    if invitation.state == InvitationState::Given {
        viewings::end_all(&mut unit, permit.authority(), id).await?;
        contacts::unlink(&mut unit, permit.authority(), id).await?;
    }
    let signature = Signature::of(&name, &revision.after.details);
    letters::answered(core, &mut unit, &invitation, signature, Some(&reason)).await?;
    let changes = revision.before.now.changes_to(&revision.after);
    let event = AuditEvent::new(InvitationFact::Declined, Subject::Invitation(id), by).to(id, name).with(changes);
    unit.commit(permit, (), event).await
}
