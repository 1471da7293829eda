//! Sending an invitation again: with a new link, for another seven days. The old links die.

use crate::base::error::Failure;
use crate::invitations::letters;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::records::contacts;
use crate::records::grants;
use crate::records::invitations::{self, Invitation, InvitationState, Way, valid_until};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::Permit;
use domain::audit::{InvitationFact, Subject};

pub(super) async fn resend(
    core: &Core,
    mut unit: Unit<'_>,
    entered: &Entered,
    found: TargetContact,
    permit: Permit,
) -> Result<(), Failure> {
    let (account, id) = (permit.account(), found.contact.id);
    let conflict = found.state_conflict();
    let Ok(revision) = found.contact.invite_again() else { return Err(conflict.into()) };
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
