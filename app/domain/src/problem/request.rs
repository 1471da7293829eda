//! What is wrong with deciding on a request.

use serde::{Deserialize, Serialize};

/// What is wrong with deciding on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum RequestProblem {
    /// Whoever asked cannot act on the account at present.
    AskerInactive,
}
