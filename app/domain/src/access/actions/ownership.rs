//! Who owns the account (PRODUCT D4a).

use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Credentials, Deed, Denied, Standing, Target};
use crate::id::ContactId;
use crate::owner::OwnerKind;

/// What is done with ownership.
#[derive(Debug, Clone, Copy)]
pub enum OwnershipAction<'a> {
    /// Make a contact a co-owner.
    Appoint(Target<'a>),
    /// Make a co-owner an ordinary contact again.
    Dismiss(Target<'a>),
    /// Offer the account to a contact.
    Offer(Target<'a>),
    /// Accept the offer made to this contact by that one.
    Accept(Target<'a>, ContactId),
    /// Take the offer made to this contact back, or decline it.
    Withdraw(ContactId),
    /// Undo the transfer that this contact made to that one.
    Undo(Target<'a>, ContactId),
}

impl OwnershipAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let (kind, scope, deeds, needed) = match self {
            Self::Appoint(target) => {
                (Kind::Business, Scope::Contact(target.contact), APPOINTING, may_appoint(who, &target))
            }
            Self::Dismiss(target) => {
                (Kind::Change, Scope::Contact(target.contact), DISMISSING, may_dismiss(who, &target))
            }
            Self::Offer(target) => (Kind::Business, Scope::Contact(target.contact), TRANSFER, may_offer(who, &target)),
            Self::Accept(to, from) => {
                (Kind::Business, Scope::Contacts(vec![to.contact, from]), ACCEPTING, is_theirs(who, &to))
            }
            Self::Withdraw(to) => (Kind::Change, Scope::Contact(to), TRANSFER, may_withdraw(who, to)),
            Self::Undo(from, to) => {
                (Kind::Change, Scope::Contacts(vec![from.contact, to]), UNDOING, is_theirs(who, &from))
            }
        };
        Rule::writes(kind, scope, deeds, needed)
    }
}

const CO_OWNER: Deed = Deed::SetOwner(Some(OwnerKind::CoOwner));
const LEGAL_OWNER: Deed = Deed::SetOwner(Some(OwnerKind::Legal));
const NO_OWNER: Deed = Deed::SetOwner(None);
// Whoever becomes an owner has no invitation left to refuse.
const APPOINTING: &[Deed] = &[CO_OWNER, Deed::EndInvitation, Deed::EndViews];
const DISMISSING: &[Deed] = &[NO_OWNER, Deed::EndViews];
const TRANSFER: &[Deed] = &[Deed::SetTransfer];
const ACCEPTING: &[Deed] = &[CO_OWNER, LEGAL_OWNER, Deed::EndInvitation, Deed::SetTransfer];
const UNDOING: &[Deed] = &[NO_OWNER, CO_OWNER, LEGAL_OWNER, Deed::EndInvitation, Deed::SetTransfer];

fn may_appoint(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    legal_owner(who)?;
    can_own(target)?;
    if target.owner.is_some() { Err(Denied::OwnerProtected) } else { Ok(()) }
}

fn may_dismiss(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    legal_owner(who)?;
    if target.owner == Some(OwnerKind::Legal) { Err(Denied::OwnerProtected) } else { Ok(()) }
}

fn may_offer(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    legal_owner(who)?;
    can_own(target)?;
    if target.contact == who.contact { Err(Denied::NotToOneself) } else { Ok(()) }
}

/// Accepting and undoing are for the contact that the transfer names.
fn is_theirs(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    if target.contact != who.contact {
        return Err(Denied::NotYours);
    }
    can_own(target)
}

fn may_withdraw(who: &Standing, to: ContactId) -> Result<(), Denied> {
    if who.contact == to || who.owner == Some(OwnerKind::Legal) { Ok(()) } else { Err(Denied::NotYours) }
}

fn legal_owner(who: &Standing) -> Result<(), Denied> {
    if who.owner == Some(OwnerKind::Legal) { Ok(()) } else { Err(Denied::LegalOwnerOnly) }
}

/// Whoever owns an account looks after their own login: nobody else could take it over, and the account with it.
fn can_own(target: &Target<'_>) -> Result<(), Denied> {
    match target.credentials {
        Credentials::Own => Ok(()),
        // INVARIANT: nobody owns an account by an address that they only claim (SECURITY T90).
        Credentials::Unproved => Err(Denied::AddressUnproved),
        Credentials::HeldHere | Credentials::None => Err(Denied::CannotOwn),
    }
}
