//! What can go wrong, as people are told it.

use crate::access::Denied;
use crate::asking::RequestProblem;
use crate::audit::{By, Change};
use crate::contact::ContactProblem;
use crate::id::RequestId;
use crate::invitation::InvitationProblem;
use crate::person::PersonProblem;
use crate::rules::TemplateProblem;
use serde::{Deserialize, Serialize};

/// Why a request was not carried out. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "error", rename_all = "snake_case")]
pub enum PortalError {
    /// Nobody is signed in, or the session ended.
    #[error("sign in first")]
    SignInRequired,
    /// Somebody is signed in who must first choose an own password (PRODUCT D5).
    #[error("choose an own password first")]
    PasswordChangeRequired,
    /// It does not exist, or it is not the caller's to know of.
    #[error("not found")]
    NotFound,
    /// The caller may know of it but not do this.
    #[error("denied: {why}")]
    Denied {
        /// What is missing.
        why: Denied,
    },
    /// Something typed is invalid.
    #[error("invalid input")]
    Invalid {
        /// What, field by field.
        fields: Vec<FieldProblem>,
    },
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict {
        /// Who, where known.
        by: Option<By>,
        /// What is different now, where that is known.
        changed: Vec<Change>,
    },
    /// Too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// Seconds until the next one counts.
        retry_after: u32,
    },
    /// The portal is too busy or a part of it does not answer.
    #[error("unavailable")]
    Unavailable,
    /// The request could not be read.
    #[error("malformed request")]
    Malformed,
    /// A fault of the portal; the log has it under this id.
    #[error("internal error {request_id}")]
    Internal {
        /// The request.
        request_id: RequestId,
    },
}

impl From<Denied> for PortalError {
    fn from(why: Denied) -> Self {
        Self::Denied { why }
    }
}

impl PortalError {
    /// One problem with one field.
    pub fn invalid(field: &str, problem: impl Into<Problem>) -> Self {
        Self::Invalid { fields: vec![FieldProblem { field: field.to_owned(), problem: problem.into() }] }
    }

    /// It was changed meanwhile, and there is nothing to say but that.
    pub const fn overtaken() -> Self {
        Self::Conflict { by: None, changed: Vec::new() }
    }

    /// It was changed meanwhile by somebody who is known.
    pub const fn overtaken_by(by: By) -> Self {
        Self::Conflict { by: Some(by), changed: Vec::new() }
    }

    /// The same with what is different now.
    pub fn overtaken_with<C: Into<Change>>(by: Option<By>, changed: impl IntoIterator<Item = C>) -> Self {
        Self::Conflict { by, changed: changed.into_iter().map(Into::into).collect() }
    }

    /// The HTTP status that goes with it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignInRequired => 401,
            Self::PasswordChangeRequired | Self::Denied { .. } => 403,
            Self::NotFound => 404,
            Self::Invalid { .. } => 422,
            Self::Conflict { .. } => 409,
            Self::TooMany { .. } => 429,
            Self::Unavailable => 503,
            Self::Malformed => 400,
            Self::Internal { .. } => 500,
        }
    }
}

/// A problem with a field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name, as in its command struct.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with something typed; the text catalogue has the words. What only one family says is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    Required,
    /// More than so many characters.
    TooLong {
        /// The most there may be.
        max: usize,
    },
    /// Fewer than so many characters.
    TooShort {
        /// The least there must be.
        min: usize,
    },
    /// Control, invisible or direction-turning characters.
    HiddenCharacters,
    /// Not an e-mail address.
    NotAnEmail,
    /// The address reads like another one; whoever types it says that it is meant so (SECURITY T22).
    Lookalike {
        /// The address.
        address: String,
    },
    /// Not a telephone number.
    NotAPhoneNumber,
    /// Not a day as `YYYY-MM-DD`.
    NotADate,
    /// The day is over.
    InThePast,
    /// The value is none of those offered.
    NotOffered,
    /// The service is not one of the account's active ones, or has no such operation.
    NoSuchOperation,
    /// The link was used, replaced or has run out.
    LinkDead,
    /// The form was opened too long ago.
    FormTooOld,
    // INVARIANT: written as their own, without a family, as reasons of bulk actions are stored; no two share a name.
    /// Of a contact.
    #[serde(untagged)]
    Contact(ContactProblem),
    /// Of an invitation.
    #[serde(untagged)]
    Invitation(InvitationProblem),
    /// Of a template or a role.
    #[serde(untagged)]
    Template(TemplateProblem),
    /// Of a request for access.
    #[serde(untagged)]
    Request(RequestProblem),
    /// Of a person's own sign-in.
    #[serde(untagged)]
    Person(PersonProblem),
}

macro_rules! of_families {
    ($($family:ident($problem:ident);)+) => {$(
        impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$family(problem)
            }
        }
    )+};
}

of_families! {
    Contact(ContactProblem);
    Invitation(InvitationProblem);
    Template(TemplateProblem);
    Request(RequestProblem);
    Person(PersonProblem);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_problem_of_a_family_is_written_as_it_was_before_there_were_families() {
        let contact = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        for (problem, stored) in [
            (Problem::TooLong { max: 3 }, json!({ "problem": "too_long", "max": 3 })),
            (ContactProblem::HasLogin.into(), json!({ "problem": "has_login" })),
            (
                ContactProblem::TakenBy { contact: contact.parse().expect("an id"), name: "Tina".to_owned() }.into(),
                json!({ "problem": "taken_by", "contact": contact, "name": "Tina" }),
            ),
            (InvitationProblem::LinkByHand.into(), json!({ "problem": "link_by_hand" })),
            (TemplateProblem::TooManyTemplates { max: 3 }.into(), json!({ "problem": "too_many_templates", "max": 3 })),
            (RequestProblem::AskerInactive.into(), json!({ "problem": "asker_inactive" })),
            (PersonProblem::WrongPassword.into(), json!({ "problem": "wrong_password" })),
        ] {
            assert_eq!(serde_json::to_value(&problem).expect("JSON"), stored);
            assert_eq!(serde_json::from_value::<Problem>(stored).expect("a problem"), problem);
        }
    }
}
