//! Facts about contacts.

facts! {
    /// What happened to contacts.
    ContactFact, ContactFactKind;
    /// A contact was added.
    Added = "contact_added", Contacts;
    /// A contact's details or rights were changed.
    Edited = "contact_edited", Contacts;
    /// A contact was suspended.
    Suspended = "contact_suspended", Contacts;
    /// A contact's suspension was ended.
    Reactivated = "contact_reactivated", Contacts;
    /// A contact was deleted.
    Deleted = "contact_deleted", Contacts;
    /// A deleted contact was restored.
    Restored = "contact_restored", Contacts;
    /// A contact was sent a link to set a password.
    ResetSent = "reset_sent", Nobody;
    /// Somebody began to view the portal as a contact.
    ViewingStarted = "viewing_started", Nobody;
    /// Somebody stopped viewing the portal as a contact.
    ViewingStopped = "viewing_stopped", Nobody;
    /// Somebody ended their own access.
    Left = "contact_left", Contacts;
}

#[cfg(test)]
const KEYS: &[&str] = &[
    "contact_added",
    "contact_edited",
    "contact_suspended",
    "contact_reactivated",
    "contact_deleted",
    "contact_restored",
    "reset_sent",
    "viewing_started",
    "viewing_stopped",
    "contact_left",
];
