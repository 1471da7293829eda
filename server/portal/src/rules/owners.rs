//! Co-owners: appointed and dismissed by the legal owner (PRODUCT D4a).

use crate::audit::AuditEvent;
use crate::contacts::credentials;
use crate::contacts::found::{Found, ask_first};
use crate::core::Core;
use crate::error::Failure;
use crate::invitations::store::{self as invitations, Ending};
use crate::notifications::event::AccountEvent;
use crate::rules::transfer;
use crate::unit::{Unit, Writes};
use domain::access::{Authority, Credentials, Deed, Denied, OwnershipAction, Target, authorize};
use domain::account::OwnerKind;
use domain::audit::AuditKind;
use domain::contact::{Contact, ContactState};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::ports::{Acting, Caller};
use domain::rules::{ChangeOwner, OwnerChange, OwnerEvent};

pub(crate) async fn change(core: &Core, caller: &Caller, acting: Acting, change: &ChangeOwner) -> Result<(), Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Rights).await?;
    let entered = unit.acting(acting).await?;
    if unit.replay::<()>(change.submission).await?.is_some() {
        return Ok(());
    }
    ask_first(&entered.actor, change.contact, |contact| action(change.to, contact))?;
    let (contact, credentials) = candidate(&mut unit, acting.account, change.contact).await?;
    let permit = authorize(&entered.actor, action(change.to, target(&contact, credentials)))?;
    let (kind, event, owner) = match change.to {
        OwnerChange::Appoint => (AuditKind::OwnerAppointed, OwnerEvent::Appointed, Some(OwnerKind::CoOwner)),
        OwnerChange::Dismiss => (AuditKind::OwnerDismissed, OwnerEvent::Dismissed, None),
    };
    if contact.owner == owner {
        // Somebody else was quicker.
        return Err(PortalError::Conflict { by: None, changed: Vec::new() }.into());
    }
    // INVARIANT: whoever may still undo a transfer stays an owner until then (SECURITY T5).
    let undoable = transfer::of_account(&mut unit, acting.account).await?;
    if undoable.is_some_and(|transfer| transfer.is_done_by(contact.id)) {
        return Err(Denied::OwnerProtected.into());
    }
    unit.password_given_lately().await?;
    set(&mut unit, permit.authority(), contact.id, owner).await?;
    credentials::end_viewings(&mut unit, permit.authority(), contact.id).await?;
    AccountEvent::owners(&entered, event, contact.name())
        .tell_concerned(core, &mut unit, &entered, &[contact.id])
        .await?;
    let event = AuditEvent::new(kind, entered.author.by()).to(contact.id, contact.name());
    unit.commit(permit, (), event).await
}

const fn action(to: OwnerChange, target: Target<'_>) -> OwnershipAction<'_> {
    match to {
        OwnerChange::Appoint => OwnershipAction::Appoint(target),
        OwnerChange::Dismiss => OwnershipAction::Dismiss(target),
    }
}

/// A contact, with who looks after its sign-in; one that is not active counts as having none.
pub(crate) async fn candidate(
    unit: &mut Unit<'_>,
    account: AccountId,
    id: ContactId,
) -> Result<(Contact, Credentials), Failure> {
    let Found { contact, credentials, .. } = Found::read(unit, account, id).await?;
    let held_by = match contact.now.state {
        ContactState::Active => credentials,
        ContactState::ContactOnly
        | ContactState::Pending
        | ContactState::Suspended
        | ContactState::Declined
        | ContactState::Deleted => Credentials::None,
    };
    Ok((contact, held_by))
}

/// It as what is decided about.
pub(crate) const fn target(contact: &Contact, credentials: Credentials) -> Target<'_> {
    Target { contact: contact.id, owner: contact.owner, rights: &contact.now.rights, credentials }
}

/// Writes what somebody owns. An owner's access does not end, nor is there an invitation left to refuse. Whoever is an
/// ordinary contact again has access until it would have ended (SECURITY I4).
pub(crate) async fn set(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    owner: Option<OwnerKind>,
) -> Result<(), Failure> {
    authority.covers(Deed::SetOwner(owner), contact)?;
    let now = unit.now();
    sqlx::query(
        "UPDATE contacts SET owner = $3, rank = $4, updated_at = $5, \
         ends_at = CASE WHEN $4 = 1 THEN COALESCE(ends_at_as_contact, ends_at) ELSE NULL END, \
         ends_at_as_contact = CASE WHEN $4 = 1 THEN NULL ELSE COALESCE(ends_at_as_contact, ends_at) END \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(owner.map(OwnerKind::key))
    .bind(i64::from(owner.is_none()))
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    if owner.is_some() {
        invitations::end(unit, authority, contact, Ending::Accepted, "").await?;
    }
    Ok(())
}
