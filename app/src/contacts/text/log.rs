//! What the log says of what was done to contacts.

use domain::audit::ContactFactKind;

/// A fact, before the names of so many contacts.
pub const fn fact_en(kind: ContactFactKind, targets: usize) -> &'static str {
    match kind {
        ContactFactKind::Added => "added a contact:",
        ContactFactKind::Edited => "edited a contact:",
        ContactFactKind::Suspended if targets > 1 => "suspended contacts:",
        ContactFactKind::Suspended => "suspended a contact:",
        ContactFactKind::Reactivated => "reactivated a contact:",
        ContactFactKind::Deleted if targets > 1 => "deleted contacts:",
        ContactFactKind::Deleted => "deleted a contact:",
        ContactFactKind::Restored => "restored a contact:",
        ContactFactKind::ResetSent => "sent a link to set a password:",
        ContactFactKind::ViewingStarted => "began to view the portal as:",
        ContactFactKind::ViewingStopped => "stopped viewing the portal as:",
        ContactFactKind::Left => "left the account:",
    }
}

/// The same in German.
pub const fn fact_de(kind: ContactFactKind, targets: usize) -> &'static str {
    match kind {
        ContactFactKind::Added => "hat einen Kontakt hinzugefügt:",
        ContactFactKind::Edited => "hat einen Kontakt bearbeitet:",
        ContactFactKind::Suspended if targets > 1 => "hat Kontakte gesperrt:",
        ContactFactKind::Suspended => "hat einen Kontakt gesperrt:",
        ContactFactKind::Reactivated => "hat einen Kontakt wieder freigegeben:",
        ContactFactKind::Deleted if targets > 1 => "hat Kontakte gelöscht:",
        ContactFactKind::Deleted => "hat einen Kontakt gelöscht:",
        ContactFactKind::Restored => "hat einen Kontakt wiederhergestellt:",
        ContactFactKind::ResetSent => "hat einen Link für ein neues Passwort gesendet:",
        ContactFactKind::ViewingStarted => "hat begonnen, das Portal zu sehen als:",
        ContactFactKind::ViewingStopped => "hat aufgehört, das Portal zu sehen als:",
        ContactFactKind::Left => "hat das Konto verlassen:",
    }
}
