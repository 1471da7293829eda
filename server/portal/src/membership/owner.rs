//! Who owns an account (PRODUCT D4a).

use crate::base::error::Failure;
use crate::membership::target_contact::TargetContact;
use crate::records::contacts;
use crate::records::invitations::{self, Ending};
use crate::unit::Unit;
use domain::access::{Authority, Credentials, Target};
use domain::contact::Contact;
use domain::id::{AccountId, ContactId};
use domain::owner::OwnerKind;
use domain::status::ContactState;

/// A contact, with who looks after its sign-in; one that is not active counts as having none.
pub(crate) async fn candidate(
    unit: &mut Unit<'_>,
    account: AccountId,
    id: ContactId,
) -> Result<(Contact, Credentials), Failure> {
    let TargetContact { contact, credentials, .. } = TargetContact::read(unit, account, id).await?;
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
    contacts::set_owner(unit, authority, contact, owner).await?;
    if owner.is_some() {
        invitations::end(unit, authority, contact, Ending::Accepted, "").await?;
    }
    Ok(())
}
