//! What can go wrong, as people are told it.

use crate::access::Denied;
use crate::audit::By;
use crate::contact::ContactChange;
use crate::id::ContactId;
use crate::id::RequestId;
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
    /// Something typed does not do.
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
        /// What is different now.
        changed: Vec<ContactChange>,
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
    pub fn invalid(field: &str, problem: Problem) -> Self {
        Self::Invalid { fields: vec![FieldProblem { field: field.to_owned(), problem }] }
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

/// What is wrong with something typed; the text catalogue has the words.
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
    /// One of several addresses is none.
    BadAddress {
        /// What was typed, without what can't be seen.
        address: String,
    },
    /// More than so many addresses at once.
    TooManyAddresses {
        /// The most there may be.
        max: usize,
    },
    /// Not a day as `YYYY-MM-DD`.
    NotADate,
    /// The day is over.
    InThePast,
    /// The rights were changed after their summary was shown.
    ReviewFirst,
    /// The invitation went to this address: it is taken back, and another one sent, rather than changed.
    InvitedAddress,
    /// Not a telephone number.
    NotAPhoneNumber,
    /// A contact of the account has this address.
    TakenBy {
        /// Which contact.
        contact: ContactId,
        /// Its name.
        name: String,
    },
    /// The address belongs to somebody who looks after their own login: nobody sets a password for them.
    HasLogin,
    /// The password is known or easily guessed.
    GuessablePassword,
    /// The two passwords differ.
    PasswordsDiffer,
    /// The address and the password do not go together.
    WrongCredentials,
    /// The present password is not right.
    WrongPassword,
    /// The link was used, replaced or has run out.
    LinkDead,
    /// The address reads like another one; whoever types it says that it is meant so (SECURITY T22).
    Lookalike {
        /// The address.
        address: String,
    },
    /// The link was passed on by hand: only one that was mailed does this.
    LinkByHand,
    /// A template of the account has this name.
    TakenName,
    /// So many templates are kept that there may be no more.
    TooManyTemplates {
        /// The most there may be.
        max: usize,
    },
    /// The invitation is somebody else's than whose session it is.
    InvitedSomebodyElse,
    /// Whoever gave what an invitation offers may not give it any more, or the account gives nothing at present.
    InvitationLapsed,
    /// Whoever accepts is on the account already.
    AlreadyMember,
    /// The value is none of those offered.
    NotOffered,
    /// The service is not one of the account's active ones, or has no such operation.
    NoSuchOperation,
    /// The template's ticks were filled in and want a look before they are saved.
    TemplateFilledIn,
    /// The form was opened too long ago.
    FormTooOld,
    /// Whoever asked cannot act on the account at present.
    AskerInactive,
    /// It is the address already.
    SameAddress,
    /// The link was made for somebody else.
    OtherPerson,
}
