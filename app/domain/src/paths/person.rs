//! The pages of the person: their accounts, their details, their password and sessions.

use crate::id::AccountId;
use crate::paths::{HOME, encode, with_query};

/// The chooser of accounts.
pub const ACCOUNTS: &str = "/accounts";
/// The part of the chooser that the list of Management Mode shows, with the account of the page; empty when it has none.
pub fn accounts_to_switch_to(current: &str) -> String {
    with_query(ACCOUNTS.to_owned(), [("part", "switcher"), ("current", current)])
}

/// One's own password and sessions.
pub const SECURITY: &str = "/me/security";

/// My Account: oneself, on whichever account.
pub const ME: &str = "/me";

/// Proving an address with a link's token.
pub fn verify(token: &str) -> String {
    format!("/verify/{}", encode(token))
}

/// The page of a link that leads to another site.
pub fn outbound(token: &str) -> String {
    format!("/outbound/{}", encode(token))
}

/// Follows such a link.
pub fn follow_outbound(token: &str) -> String {
    format!("{}/follow", outbound(token))
}

/// What tells open tabs of changes (server-sent events).
pub const EVENTS: &str = "/me/events";
/// The same, asked once.
pub const EVENTS_SINCE: &str = "/me/events/since";

/// The events after a position.
pub fn events(after: &str) -> String {
    EVENTS.to_owned() + "?after=" + after
}

/// What changed since a position.
pub fn events_since(after: &str) -> String {
    EVENTS_SINCE.to_owned() + "?after=" + after
}

/// The chooser, asking whether to leave an account.
pub fn leave(account: AccountId) -> String {
    with_query(ACCOUNTS.to_owned(), [("leave", account.to_string().as_str())])
}

/// Changing one's own password first, then on to `next`.
pub fn security_before(next: &str) -> String {
    if next == HOME { SECURITY.to_owned() } else { with_query(SECURITY.to_owned(), [("next", next)]) }
}
