//! What is wrong with having something done to a service.

use serde::{Deserialize, Serialize};

/// What is wrong with having something done to a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum OperationProblem {
    /// Something is being done to it already.
    ServiceBusy {
        /// The service's name.
        name: String,
    },
    /// It is not active.
    ServiceNotActive {
        /// The service's name.
        name: String,
    },
    /// It cannot be done with such a service here.
    NotPossible {
        /// The service's name.
        name: String,
    },
    /// The name typed is not that of the service.
    OtherName,
    /// Not a host name.
    NotAHost,
    /// The other side did not answer in time, or not as it should.
    NoAnswer,
}
