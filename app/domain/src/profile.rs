//! One's own name, language, time zone and e-mail address: what belongs to the person, on whichever account.

mod port;

pub use port::Profiles;

use crate::access::Denied;
use crate::contact::NAME_MAX;
use crate::error::PortalError;
use crate::id::AccountId;
use crate::owner::OwnerKind;
use crate::person::Language;
use crate::problem::{FieldProblem, Problem};
use crate::text::{self, Secret};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// The page My Account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The address one signs in with.
    pub email: String,
    /// Whether that address was proved.
    pub verified: bool,
    /// The address a link is on its way to.
    pub pending: Option<PendingEmail>,
    /// The language chosen; `None` follows the browser.
    pub language: Option<Language>,
    /// The time zone chosen; `None` is UTC.
    pub time_zone: Option<String>,
    /// The time zones offered.
    pub time_zones: Vec<String>,
    /// Raised with every change; a stale edit overwrites nothing.
    pub version: i64,
    /// The accounts one may open, one's own first, with the way to their people.
    pub accounts: Vec<ProfileAccount>,
}

/// An address that waits to be proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingEmail {
    /// The address.
    pub email: String,
    /// Until when its link works.
    pub until: Moment,
}

/// An account on the page My Account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileAccount {
    /// Which account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Whether one owns it.
    pub owner: Option<OwnerKind>,
    /// Why its people are not one's to see; `None` where they are.
    pub refused: Option<Denied>,
}

/// Changing one's own details.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SaveProfile {
    /// The version that was edited.
    pub version: i64,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The tag of a language; empty follows the browser.
    pub language: String,
    /// The name of a time zone; empty is UTC.
    pub time_zone: String,
}

/// One's own details, checked but for the time zone, which the server knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The language; `None` follows the browser.
    pub language: Option<Language>,
}

impl SaveProfile {
    /// The details typed, checked.
    ///
    /// # Errors
    /// Every problem found, field by field.
    pub fn checked(&self) -> Result<Details, PortalError> {
        let mut fields = Vec::new();
        let mut name = |field: &str, typed: &str| match text::line(typed, NAME_MAX) {
            Ok(name) if !name.is_empty() => name,
            Ok(_) => {
                fields.push(FieldProblem { field: field.to_owned(), problem: Problem::Required });
                String::new()
            }
            Err(problem) => {
                fields.push(FieldProblem { field: field.to_owned(), problem });
                String::new()
            }
        };
        let (first_name, last_name) = (name("first_name", &self.first_name), name("last_name", &self.last_name));
        let language = Language::from_tag(&self.language);
        if language.is_none() && !self.language.is_empty() {
            fields.push(FieldProblem { field: "language".to_owned(), problem: Problem::NotOffered });
        }
        if fields.is_empty() {
            Ok(Details { first_name, last_name, language })
        } else {
            Err(PortalError::Invalid { fields })
        }
    }
}

/// Changing the address one signs in with. It stays until the new one is proved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChangeEmail {
    /// The new address.
    pub email: String,
    /// The present password.
    pub current: Secret,
}

/// Proving an address with a link that came by mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfirmEmail {
    /// The token of the link.
    pub token: Secret,
}

/// What a link to prove an address is, for whoever opens it. Looking consumes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "link", rename_all = "snake_case")]
pub enum EmailLink {
    /// It was used, replaced, called off, or is too old.
    Dead,
    /// It works, for whoever it was made for; nobody is signed in.
    SignIn,
    /// It was made for somebody else than who is signed in.
    Other,
    /// It works.
    Ready {
        /// The address it proves.
        email: String,
        /// The address one signs in with at present.
        current: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_checked_field_by_field() {
        let typed = SaveProfile {
            first_name: " Zoë ".to_owned(),
            last_name: "Lee".to_owned(),
            language: "de".to_owned(),
            ..SaveProfile::default()
        };
        let details =
            Details { first_name: "Zoë".to_owned(), last_name: "Lee".to_owned(), language: Some(Language::DE) };
        assert_eq!(typed.checked(), Ok(details));
        let bad = SaveProfile {
            first_name: String::new(),
            last_name: "a\u{202e}b".to_owned(),
            language: "klingon".to_owned(),
            ..typed
        };
        let Err(PortalError::Invalid { fields }) = bad.checked() else { panic!("it is refused") };
        let named: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(named, ["first_name", "last_name", "language"]);
    }
}
