//! Who asks for something, and their session.

use crate::id::{PersonId, RequestId, SessionId};
use crate::language::Language;
use crate::text::Secret;
use crate::time::Timestamp;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    /// Nobody who is known.
    Nobody,
    /// A person in a session.
    Person(SignedIn),
    /// The operator, on the command line.
    Operator,
    /// A job of this name.
    Job(&'static str),
}

impl From<Option<SignedIn>> for Principal {
    fn from(signed_in: Option<SignedIn>) -> Self {
        signed_in.map_or(Self::Nobody, Self::Person)
    }
}

/// Who asks, made once per request by the session middleware, or by a job or command for itself.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who it is.
    pub principal: Principal,
    /// The client's address, from the connection or a trusted proxy.
    pub ip: String,
    /// The browser's own description, at most 200 characters.
    pub agent: String,
    /// The token by which the browser is known again once somebody has signed in with it.
    pub device: Option<Secret>,
    /// The language the browser prefers.
    pub language: Language,
    /// The time of the request.
    pub now: Timestamp,
    /// The request, for log and support.
    pub request: RequestId,
}

impl Caller {
    /// One without a browser: a job, or the operator.
    pub const fn system(principal: Principal, language: Language, now: Timestamp, request: RequestId) -> Self {
        Self { principal, ip: String::new(), agent: String::new(), device: None, language, now, request }
    }

    /// The person's session, where it is a person.
    pub const fn signed_in(&self) -> Option<SignedIn> {
        match self.principal {
            Principal::Person(signed_in) => Some(signed_in),
            Principal::Nobody | Principal::Operator | Principal::Job(_) => None,
        }
    }
}

/// A live session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Which person.
    pub person: PersonId,
    /// Which session.
    pub session: SessionId,
    /// Whether the password must be changed before anything else (PRODUCT D5).
    pub must_change_password: bool,
    /// The language they chose; `None` follows the browser.
    pub language: Option<Language>,
}

/// A new session's token for the cookie, and what comes next.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The token; only its hash is stored.
    pub token: Secret,
    /// Whether the password must be changed first.
    pub must_change_password: bool,
    /// After signing in: the token by which the browser is known again; only its hash is stored.
    pub device: Option<Secret>,
}
