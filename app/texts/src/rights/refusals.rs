//! Why something is refused.

use crate::RightsText;
use domain::access::Denied;

impl RightsText {
    /// Why something is refused, and what to do about it.
    pub fn denied(&self, why: &Denied) -> String {
        let text = &self.refusals;
        let said = match why {
            Denied::Missing(right) => return text.missing(self.right_name(*right)),
            Denied::BeyondGrant(rights) => {
                let names: Vec<&str> = rights.iter().map(|right| self.right_name(*right)).collect();
                return text.beyond_grant(&names.join(", "));
            }
            Denied::StrongerTarget => text.stronger_target,
            Denied::OwnerProtected => text.owner_protected,
            Denied::OwnersChoice => text.owners_choice,
            Denied::OwnersOnly => text.owners_only,
            Denied::LegalOwnerOnly => text.legal_owner_only,
            Denied::NotYours => text.not_yours,
            Denied::CannotOwn => text.cannot_own,
            Denied::AddressUnproved => text.address_unproved,
            Denied::NotToOneself => text.not_to_oneself,
            Denied::OwnCredentials => text.own_credentials,
            Denied::NoLogin => text.no_login,
            Denied::LegalOwnerStays => text.legal_owner_stays,
            Denied::ViewOnly => text.view_only,
            Denied::HeldAlready => text.held_already,
            Denied::AccountSuspended => text.account_suspended,
            Denied::AccountClosed => text.account_closed,
        };
        said.to_owned()
    }
}
