//! The public pages: signing in, and what a mailed link opens.

use crate::paths::{HOME, encode, with_query};

/// Sign-in, with nowhere in particular to go afterwards.
pub const SIGN_IN: &str = "/sign-in";
/// Asking for a link to set a new password.
pub const FORGOT: &str = "/forgot";

/// Sign-in, then on to `next`.
pub fn sign_in(next: &str) -> String {
    if next == HOME { SIGN_IN.to_owned() } else { with_query(SIGN_IN.to_owned(), [("next", next)]) }
}

/// Sign-in after a password was set with a link.
pub fn sign_in_after_reset() -> String {
    with_query(SIGN_IN.to_owned(), [("reset", "done")])
}

/// What is said after a link was asked for.
pub fn forgot_sent() -> String {
    with_query(FORGOT.to_owned(), [("sent", "yes")])
}

/// Setting a new password with a link's token.
pub fn reset(token: &str) -> String {
    format!("/reset/{}", encode(token))
}

/// What stands in the place of a token once the invitation was declined.
pub const DECLINED: &str = "declined";

/// The same once a link was mailed to the invited address.
pub const MAILED: &str = "mailed";

/// Answering an invitation with a link's token.
pub fn invitation(token: &str) -> String {
    format!("/invitations/{}", encode(token))
}

/// What is said after an invitation was declined.
pub fn invitation_declined() -> String {
    invitation(DECLINED)
}

/// What is said after a link was mailed.
pub fn invitation_mailed() -> String {
    invitation(MAILED)
}
