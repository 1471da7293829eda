//! The words for the details of a contact, and for where it stands.

use crate::status::ContactState;

pub(super) fn detail_en(field: &str) -> &'static str {
    match field {
        "first_name" => "First name",
        "last_name" => "Last name",
        "email" => "Email address",
        "phone" => "Telephone",
        "note" => "Note",
        _ => "A detail",
    }
}

pub(super) fn detail_de(field: &str) -> &'static str {
    match field {
        "first_name" => "Vorname",
        "last_name" => "Nachname",
        "email" => "E-Mail-Adresse",
        "phone" => "Telefon",
        "note" => "Notiz",
        _ => "Eine Angabe",
    }
}

pub(super) const fn state_en(state: ContactState) -> &'static str {
    match state {
        ContactState::ContactOnly => "Contact only",
        ContactState::Pending => "Request Pending",
        ContactState::Active => "Active",
        ContactState::Suspended => "Suspended",
        ContactState::Declined => "Declined",
        ContactState::Deleted => "Deleted",
    }
}

pub(super) const fn state_de(state: ContactState) -> &'static str {
    match state {
        ContactState::ContactOnly => "Nur Kontakt",
        ContactState::Pending => "Anfrage offen",
        ContactState::Active => "Aktiv",
        ContactState::Suspended => "Gesperrt",
        ContactState::Declined => "Abgelehnt",
        ContactState::Deleted => "Gelöscht",
    }
}
