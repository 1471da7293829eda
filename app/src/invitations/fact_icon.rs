//! The icons of what the log says of invitations.

use crate::ui::Icon;
use domain::audit::InvitationFactKind;

pub const fn fact_icon(kind: InvitationFactKind) -> Icon {
    match kind {
        InvitationFactKind::Sent | InvitationFactKind::Resent | InvitationFactKind::LinkMade => Icon::Mail,
        InvitationFactKind::Cancelled | InvitationFactKind::Declined => Icon::Trash,
        InvitationFactKind::Accepted => Icon::Check,
    }
}
