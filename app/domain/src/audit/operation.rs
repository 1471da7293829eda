//! Facts about what is done to services.

use crate::id::ServiceId;
use crate::ordered::{FailureReason, OperationVerb};

facts! {
    /// What was done to services.
    OperationFact, OperationFactKind;
    /// Something was asked to be done.
    Asked {
        /// To which service.
        service: ServiceId,
        /// What.
        verb: OperationVerb,
    } = "operation_asked", Contacts;
    /// It was done.
    Finished {
        /// To which service.
        service: ServiceId,
        /// What.
        verb: OperationVerb,
    } = "operation_finished", Contacts;
    /// It was not done, or not to its end.
    Failed {
        /// To which service.
        service: ServiceId,
        /// What.
        verb: OperationVerb,
        /// Why.
        reason: FailureReason,
    } = "operation_failed", Contacts;
    /// Nobody can tell whether it was done.
    Unknown {
        /// To which service.
        service: ServiceId,
        /// What.
        verb: OperationVerb,
    } = "operation_unknown", Contacts;
    /// Somebody was shown how one signs in on a service.
    CredentialsShown {
        /// On which.
        service: ServiceId,
    } = "operation_credentials_shown", Nobody;
    /// Somebody opened the panel of a service.
    PanelOpened {
        /// Of which.
        service: ServiceId,
    } = "operation_panel_opened", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &[
    "operation_asked",
    "operation_finished",
    "operation_failed",
    "operation_unknown",
    "operation_credentials_shown",
    "operation_panel_opened",
];
