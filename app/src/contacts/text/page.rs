//! The words of the page of one contact.

/// Those words in one language.
#[derive(Debug)]
pub struct PageText {
    /// The button beside the name.
    pub remove: &'static str,
    pub rights: &'static str,
    /// What owners may do.
    pub owner_rights: &'static str,
    /// Nothing was given.
    pub no_rights: &'static str,
    pub history: &'static str,
    /// The first entry.
    pub added: fn(&str) -> String,
    /// Who changed it.
    pub changed_by: fn(&str) -> String,
    /// A version without differences that can be shown.
    pub nothing_changed: &'static str,
    /// When it was added.
    pub added_on: &'static str,
    pub restore_title: &'static str,
    /// Until when that is possible.
    pub restore_until: fn(&str) -> String,
    /// Restores with the rights it had.
    pub restore_with: &'static str,
    /// Restores without rights.
    pub restore_bare: &'static str,
    /// What the contact could do.
    pub had_rights: &'static str,
}

pub const EN: PageText = PageText {
    remove: "Remove",
    rights: "Rights",
    owner_rights: "Owners may do everything on this account, always.",
    no_rights: "This contact may do nothing on the account.",
    history: "History",
    added: |by| format!("Added by {by}"),
    changed_by: |by| format!("Changed by {by}"),
    nothing_changed: "Sign-in data changed",
    added_on: "Added",
    restore_title: "This contact is deleted",
    restore_until: |moment| {
        format!(
            "It can be restored until {moment}. Look at the rights it had: they may be out of date. Its old password and sessions stay gone."
        )
    },
    restore_with: "Restore with these rights",
    restore_bare: "Restore without rights",
    had_rights: "Rights it had",
};

pub const DE: PageText = PageText {
    remove: "Entfernen",
    rights: "Rechte",
    owner_rights: "Inhaber dürfen auf diesem Konto alles, immer.",
    no_rights: "Dieser Kontakt darf auf dem Konto nichts.",
    history: "Verlauf",
    added: |by| format!("Hinzugefügt von {by}"),
    changed_by: |by| format!("Geändert von {by}"),
    nothing_changed: "Zugangsdaten geändert",
    added_on: "Hinzugefügt",
    restore_title: "Dieser Kontakt ist gelöscht",
    restore_until: |moment| {
        format!(
            "Er lässt sich bis {moment} wiederherstellen. Sehen Sie sich die früheren Rechte an: sie können überholt sein. Das alte Passwort und alte Sitzungen bleiben ungültig."
        )
    },
    restore_with: "Mit diesen Rechten wiederherstellen",
    restore_bare: "Ohne Rechte wiederherstellen",
    had_rights: "Frühere Rechte",
};
