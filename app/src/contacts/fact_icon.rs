//! The icons of what the log says of contacts.

use crate::ui::Icon;
use domain::audit::ContactFactKind;

pub const fn fact_icon(kind: ContactFactKind) -> Icon {
    match kind {
        ContactFactKind::Added => Icon::Plus,
        ContactFactKind::Edited => Icon::Pencil,
        ContactFactKind::Suspended => Icon::Pause,
        ContactFactKind::Reactivated => Icon::Check,
        ContactFactKind::Deleted => Icon::Trash,
        ContactFactKind::Restored => Icon::Undo,
        ContactFactKind::ResetSent => Icon::Key,
        ContactFactKind::ViewingStarted | ContactFactKind::ViewingStopped => Icon::Eye,
        ContactFactKind::Left => Icon::SignOut,
    }
}
