//! Invitations that were sent: sent again, and answered by whoever has their link.

use super::contacts::{ContactAction, may_give_again};
use crate::access::rule::{Rule, Scope, Writes};
use crate::access::status::Kind;
use crate::access::{Actor, Deed, Denied, Permit, Standing, Target, decide};
use crate::id::{AccountId, ContactId, PersonId};
use crate::owner::OwnerKind;
use crate::privilege::Privilege;
use crate::right::Right;
use crate::rights::Rights;
use crate::status::ContactState;

/// What is done with an invitation that was sent. Cancelling one is a deletion of its contact.
#[derive(Debug, Clone, Copy)]
pub enum InvitationAction<'a> {
    /// Offer a contact again what it was invited to, or hand out a link to it.
    Resend(Target<'a>),
}

impl InvitationAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        match self {
            Self::Resend(target) => {
                let needed = may_give_again(who, &target, target.rights);
                Rule::writes(Kind::Business, Scope::Contact(target.contact), RESENDING, needed)
            }
        }
    }
}

const RESENDING: &[Deed] =
    &[Deed::EditContact, Deed::SetState(ContactState::Pending), Deed::Invite, Deed::MakeLink, Deed::SetEnd];
const ACCEPTING: &[Deed] = &[Deed::SetState(ContactState::Active), Deed::SetSignIn, Deed::SetEnd, Deed::EndInvitation];
const DECLINING: &[Deed] =
    &[Deed::SetState(ContactState::Declined), Deed::SetSignIn, Deed::EndInvitation, Deed::SetTransfer, Deed::EndViews];

/// Somebody who gave a part of what an invitation offers, and that part.
#[derive(Debug)]
pub struct Granter {
    /// Whoever gave it, as they stand now.
    pub by: Actor,
    /// What they gave.
    pub rights: Rights,
}

/// Whether an invitation may be accepted. The token of its link shows that it is meant for whoever accepts; what it
/// offers must still be theirs to give who offered it.
///
/// # Errors
/// What one of them may not give any more. Without a granter nobody offers anything.
pub fn accept(
    account: AccountId,
    contact: ContactId,
    person: PersonId,
    granters: &[Granter],
) -> Result<Permit, Denied> {
    if granters.is_empty() || granters.iter().any(|granter| granter.by.account() != account) {
        return Err(Denied::Missing(Right::Privilege(Privilege::ContactsManage)));
    }
    for granter in granters {
        decide(granter.by.standing(), ContactAction::Add(&[], &granter.rights).into())?;
    }
    Ok(Permit::new(account, Some(person), to(contact, ACCEPTING)))
}

/// Whether an invitation may be declined. Whoever has its link may: it takes something from nobody but themselves.
///
/// # Errors
/// When the contact owns the account: no link reduces an owner.
pub const fn decline(
    account: AccountId,
    contact: ContactId,
    owner: Option<OwnerKind>,
    person: Option<PersonId>,
) -> Result<Permit, Denied> {
    match owner {
        Some(OwnerKind::Legal | OwnerKind::CoOwner) => Err(Denied::OwnerProtected),
        None => Ok(Permit::new(account, person, to(contact, DECLINING))),
    }
}

/// The permit to mail a link of an invitation to its address. Whoever has another one may: nobody else gets it.
pub const fn mail_link(account: AccountId, contact: ContactId) -> Permit {
    Permit::new(account, None, to(contact, &[Deed::MakeLink]))
}

const fn to(contact: ContactId, deeds: &'static [Deed]) -> Writes {
    Writes { scope: Scope::Contact(contact), deeds }
}
