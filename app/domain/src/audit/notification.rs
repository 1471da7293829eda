//! Facts about who gets which mails.

facts! {
    /// What happened to the choice of mails.
    NotificationFact, NotificationFactKind;
    /// The mails that a contact gets were chosen.
    Chosen = "notifications_chosen", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["notifications_chosen"];
