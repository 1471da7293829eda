//! What is wrong with an SSH key.

use serde::{Deserialize, Serialize};

/// What is wrong with an SSH key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum SshKeyProblem {
    /// It is a private key.
    PrivateKey,
    /// It is no public key of OpenSSH.
    NotAPublicKey,
    /// It is of a kind that servers accept no longer: DSA, or RSA below 2,048 bits.
    TooWeak,
    /// The account has it under this name.
    KnownKey {
        /// The name.
        label: String,
    },
    /// So many keys are kept that there may be no more.
    TooManyKeys {
        /// The most there may be.
        max: usize,
    },
}
