//! What goes wrong below the use-cases, and what people are told of it.

use domain::error::PortalError;
use domain::id::RequestId;

/// What a log line says of a use-case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cause {
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

impl From<domain::access::NotPermitted> for Failure {
    fn from(fault: domain::access::NotPermitted) -> Self {
        Self::Fault(fault.to_string())
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
                tracing::error!(request.id = %cause.request, use_case = cause.name, "database unavailable");
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::access::{Deed, mail_link};
    use domain::id::{AccountId, ContactId, RequestId};
    use uuid::Uuid;

    #[test]
    fn what_no_permit_covers_is_a_fault_and_tells_nothing() {
        let (contact, other) = (ContactId::new(Uuid::from_u128(1)), ContactId::new(Uuid::from_u128(2)));
        let permit = mail_link(AccountId::new(Uuid::from_u128(3)), contact);
        let request = RequestId::new(Uuid::from_u128(4));
        for (deed, contact) in [(Deed::MakeLink, other), (Deed::EditContact, contact)] {
            let fault = permit.authority().covers(deed, contact).expect_err("it is for something else");
            let answer = Failure::from(fault).answer(Cause { request, name: "a.test" });
            assert_eq!(answer, PortalError::Internal { request_id: request });
        }
    }
}
