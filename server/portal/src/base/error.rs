//! What goes wrong below the use-cases, and what people are told of it.

use domain::error::PortalError;
use domain::id::RequestId;

/// What a log line says of a use-case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cause {
    /// The request.
    pub(crate) request: RequestId,
    /// The use-case, `contacts.save` say.
    pub(crate) name: &'static str,
}

/// Why a use-case stopped: either an answer to give, or a fault to log.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What the caller is told.
    #[error(transparent)]
    Answer(#[from] PortalError),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// Stored data can't be understood.
    #[error("stored data: {0}")]
    Stored(#[from] StoredError),
    /// Something else that should work did not.
    #[error("{0}")]
    Fault(String),
}

/// Stored data that can't be understood: a bug, or somebody else's hand in the database.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StoredError(pub String);

impl From<domain::access::Denied> for Failure {
    fn from(why: domain::access::Denied) -> Self {
        Self::Answer(why.into())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Stored(StoredError(error.to_string()))
    }
}

impl From<domain::id::ParseIdError> for Failure {
    fn from(_: domain::id::ParseIdError) -> Self {
        Self::Stored(StoredError("an id is malformed".to_owned()))
    }
}

impl Failure {
    /// What the caller is told. A fault is logged here, once, and becomes a number to ask support about.
    pub(crate) fn answer(self, cause: Cause) -> PortalError {
        match self {
            Self::Answer(answer) => answer,
            Self::Database(sqlx::Error::PoolTimedOut | sqlx::Error::Io(_)) => {
                tracing::error!(request.id = %cause.request, use_case = cause.name, "the database does not answer");
                PortalError::Unavailable
            }
            fault @ (Self::Database(_) | Self::Stored(_) | Self::Fault(_)) => {
                tracing::error!(request.id = %cause.request, use_case = cause.name, error = %fault, "use-case failed");
                PortalError::Internal { request_id: cause.request }
            }
        }
    }

    pub(crate) fn is_retryable(&self) -> bool {
        matches!(self, Self::Database(error) if crate::base::dialect::is_retryable(error))
    }
}
