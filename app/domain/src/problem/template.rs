//! What is wrong with a template or role.

use serde::{Deserialize, Serialize};

/// What is wrong with a template or a role of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum TemplateProblem {
    /// A template of the account has this name.
    TakenName,
    /// So many templates are kept that there may be no more.
    TooManyTemplates {
        /// The most there may be.
        max: usize,
    },
}
