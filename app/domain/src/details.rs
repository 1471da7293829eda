//! The details of a contact.

use crate::email::EmailAddress;
use serde::{Deserialize, Serialize};

/// A contact's details, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDetails {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address as typed.
    pub email: EmailAddress,
    /// Telephone number, may be empty.
    pub phone: String,
    /// A note for the account's managers, may be empty.
    pub note: String,
}

impl ContactDetails {
    /// First and last name; the address of whoever was invited and has not said theirs yet.
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name, self.email.as_str())
    }
}

/// First and last name, or the address where neither is known.
pub fn full_name(first_name: &str, last_name: &str, email: &str) -> String {
    let name = format!("{first_name} {last_name}");
    if name.trim().is_empty() { email.to_owned() } else { name }
}
