//! The icons of what the log says of people.

use crate::ui::Icon;
use domain::audit::PersonFactKind;

pub const fn fact_icon(kind: PersonFactKind) -> Icon {
    match kind {
        PersonFactKind::SignedIn | PersonFactKind::SignedOut | PersonFactKind::SessionEnded => Icon::Lock,
        PersonFactKind::PasswordConfirmed
        | PersonFactKind::PasswordChanged
        | PersonFactKind::ResetRequested
        | PersonFactKind::PasswordReset => Icon::Key,
        PersonFactKind::ProfileChanged | PersonFactKind::Renamed => Icon::Pencil,
        PersonFactKind::EmailAsked | PersonFactKind::EmailCancelled | PersonFactKind::EmailConfirmed => Icon::Mail,
    }
}
