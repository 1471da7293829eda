//! What is wrong with what people typed of their own sign-in.

use serde::{Deserialize, Serialize};

/// What is wrong with somebody's own sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum PersonProblem {
    /// The password is known or easily guessed.
    GuessablePassword,
    /// The two passwords differ.
    PasswordsDiffer,
    /// The address and the password do not go together.
    WrongCredentials,
    /// The present password is not right.
    WrongPassword,
    /// It is the address already.
    SameAddress,
    /// The link was made for somebody else.
    OtherPerson,
}
