//! What the HTTP side needs of the portal behind it, and nothing more.

use domain::id::{PersonId, SessionId};
use domain::live::SessionStanding;
use domain::ports::{Answer, Portal, SignedIn};
use domain::time::Timestamp;
use std::sync::Arc;

/// Everything behind the pages.
#[derive(Clone)]
pub struct Backend {
    pub ports: Portal,
    /// The sessions behind the cookies.
    pub sessions: Arc<dyn Sessions>,
    /// The mails that were not sent by SMTP; only with `--demo`.
    pub mailbox: Option<Arc<dyn Mailbox>>,
}

/// The sessions behind the cookies.
pub trait Sessions: Send + Sync {
    /// The live session with this token; `None` for any other text.
    fn resolve<'a>(&'a self, token: &'a str, now: Timestamp) -> Answer<'a, Option<SignedIn>>;

    /// The same, without counting as use of the session.
    fn look<'a>(&'a self, token: &'a str, now: Timestamp) -> Answer<'a, Option<SignedIn>>;

    /// How a session stands that was live with this token.
    fn standing<'a>(&'a self, session: SessionId, token: &'a str, now: Timestamp) -> Answer<'a, SessionStanding>;

    /// Whose session it is or was, for a day after its end. A form that was being filled in goes back to that person
    /// only.
    fn last_person<'a>(&'a self, token: &'a str) -> Answer<'a, Option<PersonId>>;
}

/// A mail that was not sent by SMTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its id: letters, digits and dashes.
    pub id: String,
    pub to: String,
    pub subject: String,
    /// The text part.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Where those mails are.
pub trait Mailbox: Send + Sync {
    /// All of them, latest first.
    fn list(&self) -> Answer<'_, Vec<Mail>>;
}
