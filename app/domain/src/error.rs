//! What can go wrong, as people are told it.

use crate::access::Denied;
use crate::audit::Change;
use crate::by::By;
use crate::id::RequestId;
use crate::problem::{FieldProblem, Problem};
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
        /// What the form changes beside what it began with, where that is known.
        wanted: Vec<Change>,
    },
    /// The page of the form was made for somebody else than whoever is signed in.
    #[error("somebody else is signed in")]
    SomebodyElse,
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
        Self::Conflict { by: None, changed: Vec::new(), wanted: Vec::new() }
    }

    /// It was changed meanwhile by somebody who is known.
    pub const fn overtaken_by(by: By) -> Self {
        Self::Conflict { by: Some(by), changed: Vec::new(), wanted: Vec::new() }
    }

    /// The same with what is different now.
    pub fn overtaken_with<C: Into<Change>>(by: Option<By>, changed: impl IntoIterator<Item = C>) -> Self {
        Self::Conflict { by, changed: changed.into_iter().map(Into::into).collect(), wanted: Vec::new() }
    }

    /// The HTTP status that goes with it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignInRequired => 401,
            Self::PasswordChangeRequired | Self::Denied { .. } => 403,
            Self::NotFound => 404,
            Self::Invalid { .. } => 422,
            Self::Conflict { .. } | Self::SomebodyElse => 409,
            Self::TooMany { .. } => 429,
            Self::Unavailable => 503,
            Self::Malformed => 400,
            Self::Internal { .. } => 500,
        }
    }
}
