//! What the log says of who owns an account.

use crate::OwnershipText;
use domain::audit::OwnershipFactKind;
use domain::ownership::OwnerEvent;

impl OwnershipText {
    /// What the log says of a fact of ownership, before a name.
    pub const fn fact(&self, kind: OwnershipFactKind) -> &'static str {
        match kind {
            OwnershipFactKind::Appointed => self.fact_appointed,
            OwnershipFactKind::Dismissed => self.fact_dismissed,
            OwnershipFactKind::Offered => self.fact_offered,
            OwnershipFactKind::OfferEnded => self.fact_offer_ended,
            OwnershipFactKind::Transferred => self.fact_transferred,
            OwnershipFactKind::TransferUndone => self.fact_transfer_undone,
        }
    }

    /// A line of a mail about the person it happened to.
    pub const fn event(&self, event: OwnerEvent) -> &'static str {
        match event {
            OwnerEvent::Appointed => self.event_appointed,
            OwnerEvent::Dismissed => self.event_dismissed,
            OwnerEvent::Offered => self.event_offered,
            OwnerEvent::Withdrawn => self.event_withdrawn,
            OwnerEvent::Transferred => self.event_transferred,
            OwnerEvent::Undone => self.event_undone,
        }
    }
}
