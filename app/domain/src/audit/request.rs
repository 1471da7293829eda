//! Facts about requests for access.

use crate::asked::Asked;

facts! {
    /// What happened to requests for access.
    RequestFact, RequestFactKind;
    /// A right was asked for.
    Asked {
        /// Which.
        asked: Asked,
        /// Why, in the words of whoever asks.
        reason: String,
    } = "access_asked", Nobody;
    /// What a contact asked for was given.
    Granted {
        /// What it was.
        asked: Asked,
    } = "access_granted", Contacts;
    /// What a contact asked for was declined.
    Declined {
        /// What it was.
        asked: Asked,
    } = "access_declined", Nobody;
    /// What a contact asked for was there by then.
    Met {
        /// What it was.
        asked: Asked,
    } = "access_met", Nobody;
    /// Whoever asked withdrew it, while nobody had decided.
    Withdrawn {
        /// What it was.
        asked: Asked,
    } = "access_withdrawn", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["access_asked", "access_granted", "access_declined", "access_met", "access_withdrawn"];
