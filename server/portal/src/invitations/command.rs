//! What becomes of an invitation that was sent: it goes out again, is passed on by hand, or is taken back.

use crate::base::error::Failure;
use crate::invitations::letters;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::records::contacts;
use crate::records::grants;
use crate::records::invitations::{self, Ending, Invitation, InvitationState, Way, valid_until};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{Action, ContactAction, InvitationAction, Permit, authorize};
use domain::audit::{InvitationFact, Subject};
use domain::change::ContactChange;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::invitation::{InvitationCommand, InvitationVerb};

pub(crate) async fn run(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &InvitationCommand,
) -> Result<(), Failure> {
    let action = |target| match change.to {
        InvitationVerb::Resend => Action::from(InvitationAction::Resend(target)),
        InvitationVerb::Cancel => Action::from(ContactAction::Delete(target)),
    };
    let found = TargetContact::asked_for(&mut unit, &entered.actor, change.contact, action).await?;
    match change.to {
        InvitationVerb::Resend => {
            let permit = authorize(&entered.actor, InvitationAction::Resend(found.target()))?;
            resend(core, unit, &entered, found, permit).await
        }
        InvitationVerb::Cancel => {
            let permit = authorize(&entered.actor, ContactAction::Delete(found.target()))?;
            cancel(unit, &entered, found, permit).await
        }
    }
}

/// The contact stands where there is nothing to offer or to take back.
fn state_conflict(contact: &Contact) -> Failure {
    PortalError::overtaken_with(None, [ContactChange::State { now: contact.now.state }]).into()
}

async fn resend(
    core: &Core,
    mut unit: Unit<'_>,
    entered: &Entered,
    found: TargetContact,
    permit: Permit,
) -> Result<(), Failure> {
    let (account, id) = (permit.account(), found.contact.id);
    let conflict = state_conflict(&found.contact);
    let Ok(revision) = found.contact.invite_again() else { return Err(conflict) };
    let before = invitations::of_contact(&mut unit, account, id).await?;
    attempts::note(&mut unit, &Key::invitations(account)).await?;
    let invitation = Invitation {
        account,
        contact: id,
        invited_by: entered.actor.person(),
        email_key: found.record.email_key,
        state: InvitationState::Open,
        expires: valid_until(unit.now()),
        access_ends: before.and_then(|before| before.access_ends),
    };
    invitations::save(&mut unit, permit.authority(), &invitation).await?;
    invitations::kill_tokens(&mut unit, permit.authority(), id).await?;
    let token = invitations::make_token(&mut unit, permit.authority(), &invitation, Way::Mail).await?;
    let changes = revision.before.now.changes_to(&revision.after);
    if !changes.is_empty() {
        contacts::save(&mut unit, permit.authority(), &entered.author.by(), &revision, &invitation.email_key).await?;
    }
    // Whoever invited first may be gone by now, or may give less: from here on it is offered by whoever sends it again.
    grants::replace_granter(&mut unit, permit.authority(), id).await?;
    contacts::set_end(&mut unit, permit.authority(), id, Some(invitation.expires)).await?;
    let details = &revision.after.details;
    let (by, of) = (entered.author.signature(), &entered.account_name);
    letters::offered(core, &mut unit, &invitation, (by, of), &details.email, &token)?;
    let event = AuditEvent::new(InvitationFact::Resent, Subject::Invitation(id), entered.author.by())
        .to(id, details.name())
        .with(changes);
    unit.commit(permit, (), event).await
}

async fn cancel(mut unit: Unit<'_>, entered: &Entered, found: TargetContact, permit: Permit) -> Result<(), Failure> {
    let (id, name) = (found.contact.id, found.contact.name());
    let conflict = state_conflict(&found.contact);
    // What was accepted meanwhile is no invitation any more.
    let Ok(waiting) = found.contact.invite_again() else { return Err(conflict) };
    let revision = waiting.before.delete().map_err(|_| conflict)?;
    contacts::save(&mut unit, permit.authority(), &entered.author.by(), &revision, &found.record.email_key).await?;
    invitations::end(&mut unit, permit.authority(), id, Ending::Cancelled, "").await?;
    let changes = revision.before.now.changes_to(&revision.after);
    let event = AuditEvent::new(InvitationFact::Cancelled, Subject::Invitation(id), entered.author.by())
        .to(id, name)
        .with(changes);
    unit.commit(permit, (), event).await
}

pub(crate) async fn link(core: &Core, mut unit: Unit<'_>, entered: Entered, id: ContactId) -> Result<String, Failure> {
    let found = TargetContact::asked_for(&mut unit, &entered.actor, id, InvitationAction::Resend).await?;
    let permit = authorize(&entered.actor, InvitationAction::Resend(found.target()))?;
    let invitation = invitations::of_contact(&mut unit, entered.actor.account(), id).await?;
    let now = unit.now();
    let open = invitation.filter(|it| it.state == InvitationState::Open && it.is_live(now));
    let Some(invitation) = open else { return Err(state_conflict(&found.contact)) };
    attempts::note(&mut unit, &Key::invitations(entered.actor.account())).await?;
    let token = invitations::make_token(&mut unit, permit.authority(), &invitation, Way::Hand).await?;
    let event = AuditEvent::new(InvitationFact::LinkMade, Subject::Invitation(id), entered.author.by())
        .to(id, found.contact.name());
    unit.commit(permit, letters::address(core, &token), event).await
}
