//! A contact that is acted on, with all that a decision about it needs, read once.

use crate::base::error::Failure;
use crate::membership::credentials;
use crate::records::contacts::{self, ContactRecord};
use crate::records::grants;
use crate::unit::Unit;
use domain::access::{Action, Actor, ContactAction, Credentials, Denied, Edit, SignInEdit, Target};
use domain::change::ContactChange;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};

/// The contact as its row, as what it was given, and who looks after its sign-in.
pub(crate) struct TargetContact {
    pub(crate) record: ContactRecord,
    pub(crate) contact: Contact,
    pub(crate) credentials: Credentials,
}

impl TargetContact {
    /// Deleted ones included.
    ///
    /// # Errors
    /// `NotFound` when the account has no such contact.
    pub(crate) async fn read(unit: &mut Unit<'_>, account: AccountId, id: ContactId) -> Result<Self, Failure> {
        let record = contacts::record(unit, account, id).await?.ok_or(PortalError::NotFound)?;
        let given = grants::of_contact(unit, account, id).await?;
        let contact = record.with_rights(account, given)?;
        let credentials = credentials::of_person(unit, account, record.person()?, &record.email_key).await?;
        Ok(Self { record, contact, credentials })
    }

    /// The same for an actor who wants to do `action` to it.
    ///
    /// # Errors
    /// `Denied` with what the actor lacks; else `NotFound` when the account has no such contact.
    pub(crate) async fn asked_for<A: Into<Action<'static>>>(
        unit: &mut Unit<'_>,
        actor: &Actor,
        id: ContactId,
        action: impl FnOnce(Target<'static>) -> A,
    ) -> Result<Self, Failure> {
        ask_first(actor, id, action)?;
        Self::read(unit, actor.account(), id).await
    }

    pub(crate) fn target(&self) -> Target<'_> {
        let Contact { id, owner, now, .. } = &self.contact;
        Target { contact: *id, owner: *owner, rights: &now.rights, credentials: self.credentials }
    }

    /// The conflict with the contact's present state, in which the command can't be done.
    pub(crate) fn state_conflict(&self) -> PortalError {
        PortalError::overtaken_with(None, [ContactChange::State { now: self.contact.now.state }])
    }
}

/// Refuses an actor who could do `action` to no other contact.
///
/// INVARIANT: asked before the contact is read, so a refusal does not tell whether it exists. What the actor may do to
/// their own contact, which exists, is decided once it is read.
pub(crate) fn ask_first<A: Into<Action<'static>>>(
    actor: &Actor,
    id: ContactId,
    action: impl FnOnce(Target<'static>) -> A,
) -> Result<(), Denied> {
    if id != actor.contact() {
        actor.check(action(Target::unread(id)))?;
    }
    Ok(())
}

/// An edit of nothing but details.
pub(crate) const fn editing(target: Target<'_>) -> ContactAction<'_> {
    ContactAction::Edit(target, Edit { rights: target.rights, sign_in: SignInEdit::Keep })
}
