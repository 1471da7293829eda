//! The account itself, as one of its people.

use crate::access::managing::needs;
use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Deed, Denied, Standing};
use crate::owner::OwnerKind;
use crate::privilege::Privilege;
use crate::status::ContactState;

/// What is done with an account by one of its people.
#[derive(Debug, Clone, Copy)]
pub enum AccountAction {
    /// Open the account's dashboard.
    SeeDashboard,
    /// See the account's details.
    SeeDetails,
    /// Read who did what.
    SeeActivity,
    /// Keep the account at the top of one's own list, or no longer.
    Pin,
    /// End one's own access.
    Leave,
}

/// It is a deletion of oneself, of whoever owns nothing any more.
const LEAVING: &[Deed] = &[
    Deed::SetOwner(None),
    Deed::SetState(ContactState::Deleted),
    Deed::SetSignIn,
    Deed::EndInvitation,
    Deed::SetTransfer,
    Deed::EndViews,
    Deed::Pin,
];

impl AccountAction {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        let held = &who.effective;
        match self {
            Self::SeeDashboard => Rule::looks(Kind::Entry, Ok(())),
            Self::SeeDetails => Rule::looks(Kind::Read, needs(held, Privilege::AccountView)),
            Self::SeeActivity => Rule::looks(Kind::Read, needs(held, Privilege::AuditView)),
            Self::Pin => Rule::writes(Kind::Own, Scope::Account, &[Deed::Pin], Ok(())),
            Self::Leave => Rule::writes(Kind::Own, Scope::Contact(who.contact), LEAVING, not_legal_owner(who)),
        }
    }
}

fn not_legal_owner(who: &Standing) -> Result<(), Denied> {
    match who.owner {
        Some(OwnerKind::Legal) => Err(Denied::LegalOwnerStays),
        Some(OwnerKind::CoOwner) | None => Ok(()),
    }
}
