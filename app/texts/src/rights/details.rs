//! The words for the details of a contact, and for where it stands.

use crate::RightsDetailsText;
use domain::status::ContactState;

impl RightsDetailsText {
    /// A detail of a contact, by the name of its field.
    pub(super) fn detail(&self, field: &str) -> &'static str {
        match field {
            "first_name" => self.detail_first_name,
            "last_name" => self.detail_last_name,
            "email" => self.detail_email,
            "phone" => self.detail_phone,
            "note" => self.detail_note,
            _ => self.detail_other,
        }
    }

    /// Where a contact stands.
    pub(super) const fn state(&self, state: ContactState) -> &'static str {
        match state {
            ContactState::ContactOnly => self.state_contact_only,
            ContactState::Pending => self.state_pending,
            ContactState::Active => self.state_active,
            ContactState::Suspended => self.state_suspended,
            ContactState::Declined => self.state_declined,
            ContactState::Deleted => self.state_deleted,
        }
    }
}
