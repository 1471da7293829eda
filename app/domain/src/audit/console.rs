//! Facts about consoles.

use crate::id::ServiceId;

facts! {
    /// What happened to consoles.
    ConsoleFact, ConsoleFactKind;
    /// Somebody opened one.
    Opened {
        /// Of which service.
        service: ServiceId,
        /// What they could do: the key of a mode.
        mode: &'static str,
    } = "console_opened", Nobody;
    /// It was closed.
    Closed {
        /// Of which service.
        service: ServiceId,
        /// Why: the key of an end.
        why: &'static str,
    } = "console_closed", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["console_opened", "console_closed"];
