//! The icons of what the log says of requests.

use crate::ui::Icon;
use domain::audit::RequestFactKind;

pub const fn fact_icon(kind: RequestFactKind) -> Icon {
    match kind {
        RequestFactKind::Asked => Icon::Mail,
        RequestFactKind::Granted | RequestFactKind::Declined | RequestFactKind::Met => Icon::Check,
        RequestFactKind::Withdrawn => Icon::Undo,
    }
}
