//! Facts about accounts.

use serde::Serialize;

facts! {
    /// What happened to accounts.
    AccountFact, AccountFactKind;
    /// An account was made by the operator.
    Created {
        /// The customer's name.
        name: String,
    } = "account_created", Nobody;
    /// Data was imported by the operator.
    Imported {
        /// The file it came from.
        file: String,
        /// What was written, where the row is of the whole import.
        written: Vec<Written>,
    } = "imported", Nobody;
    /// Somebody put an account at the top of their own list.
    Pinned = "account_pinned", Nobody;
    /// Somebody took an account from the top of their own list.
    Unpinned = "account_unpinned", Nobody;
}

/// How many records of a type an import wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    /// The type, as reports call it.
    pub of: &'static str,
    /// New ones.
    pub added: usize,
    /// Those that were there and are different now.
    pub changed: usize,
}

#[cfg(test)]
const KEYS: &[&str] = &["account_created", "imported", "account_pinned", "account_unpinned"];
