//! The use-cases, as the pages call them. `portal` implements these traits; `server` hands them to the pages.
//!
//! Every method takes the [`Caller`]; those on an account also take [`Acting`], the account and the view from the
//! address of the page. Who that makes the caller there is read from the database, never from the request.

mod accounts;
mod asking;
mod contacts;
mod holdings;
mod invitations;
mod live;
mod notifications;
mod people;
mod profiles;

pub use accounts::Accounts;
pub use asking::Asking;
pub use contacts::Contacts;
pub use holdings::Holdings;
pub use invitations::Invitations;
pub use live::{Listening, Live};
pub use notifications::NotificationChoices;
pub use people::People;
pub use profiles::Profiles;

use crate::access::ActorView;
use crate::asking::OpenRequests;
use crate::id::{AccountId, PersonId, RequestId, SessionId};
use crate::ownership::Ownership;
use crate::person::Language;
use crate::roles::Roles;
use crate::template::Template;
use crate::text::Secret;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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

/// Everything the shell of an account page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// The account's name.
    pub name: String,
    /// What the caller may do in it.
    pub actor: ActorView,
    /// When viewing as a contact: that contact's name.
    pub viewing_name: Option<String>,
    /// Whether it is an account of somebody else, while the caller may act for several: Management Mode.
    pub management_mode: bool,
    /// Where leaving Management Mode leads: the one account the person owns, else the chooser.
    pub exit_to: Option<AccountId>,
    /// The provider's own templates and the account's, which are offered after the built-in ones, for whoever sees the
    /// list of contacts.
    pub own_templates: Vec<Template>,
    /// The requests for access that are open: one's own, and how many one can decide.
    pub requests: OpenRequests,
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

/// The use-cases in one value, as the server puts it into the context of every page and server function.
#[derive(Clone)]
pub struct Portal {
    /// Signing in and looking after oneself.
    pub people: Arc<dyn People>,
    /// One's own details.
    pub profiles: Arc<dyn Profiles>,
    /// The accounts a person may act for.
    pub accounts: Arc<dyn Accounts>,
    /// The people of an account.
    pub contacts: Arc<dyn Contacts>,
    /// Access that somebody is offered by mail.
    pub invitations: Arc<dyn Invitations>,
    /// Which mails they get.
    pub notifications: Arc<dyn NotificationChoices>,
    /// An account's named sets of rights.
    pub roles: Arc<dyn Roles>,
    /// Who owns an account.
    pub ownership: Arc<dyn Ownership>,
    /// Asking for access.
    pub asking: Arc<dyn Asking>,
    /// What an account has.
    pub holdings: Arc<dyn Holdings>,
    /// What tells open tabs that something changed.
    pub live: Arc<dyn Live>,
}
