//! People: one human, one e-mail address, one password, many accounts.

mod port;

pub use crate::language::Language;
pub use port::People;

use crate::id::{PersonId, SessionId};
use crate::text::Secret;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Whoever is signed in, for the shell of the pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Which person.
    pub person: PersonId,
    /// The name shown at the top right.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// How many accounts they may act for.
    pub accounts: usize,
    /// The date of the request as they read it: printed pages say it.
    pub today: String,
    /// Whether the password must be changed before anything else (PRODUCT D5).
    pub must_change_password: bool,
}

/// Signing in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignIn {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: Secret,
}

/// For how many seconds a browser that somebody has signed in with stays known without being used: 180 days.
pub const DEVICE_KNOWN_SECONDS: i64 = 180 * 86_400;

/// Asking for a link to set a new password.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Forgot {
    /// E-mail address.
    pub email: String,
}

/// Setting a new password with a link that came by mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ResetPassword {
    /// The token of the link.
    pub token: Secret,
    /// The new password.
    pub password: Secret,
    /// Once more.
    pub again: Secret,
}

/// Changing one's own password.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChangePassword {
    /// The present password.
    pub current: Secret,
    /// The new password.
    pub password: Secret,
    /// Once more.
    pub again: Secret,
}

/// Ending one of one's own sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndSession {
    /// Which one.
    pub session: SessionId,
}

/// A session in one's own list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Which session.
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// When it began.
    pub began: Moment,
    /// When it was last used, to the minute.
    pub seen: Moment,
    /// From where.
    pub ip: String,
    /// With which browser.
    pub agent: String,
}
