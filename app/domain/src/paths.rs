//! Every address of the portal is built here, and nowhere else.
//!
//! The account stands in the address, and so does viewing as a contact: what a page acts on is never kept anywhere else.

use crate::acting::Acting;
use crate::asking::Outcome;
use crate::id::{AccountId, ContactId, TemplateId};
use crate::live::Position;
use std::fmt::Write as _;

/// The public pages and those of the person.
pub const HOME: &str = "/";
/// Sign-in, with nowhere in particular to go afterwards.
pub const SIGN_IN: &str = "/sign-in";
/// Asking for a link to set a new password.
pub const FORGOT: &str = "/forgot";
/// The chooser of accounts.
pub const ACCOUNTS: &str = "/accounts";
/// One's own password and sessions.
pub const SECURITY: &str = "/me/security";

/// My Account: oneself, on whichever account.
pub const ME: &str = "/me";

/// My Account, after something was done there.
pub fn me_after(done: &str) -> String {
    with_query(ME.to_owned(), [("done", done)])
}

/// Proving an address with a link's token.
pub fn verify(token: &str) -> String {
    format!("/verify/{}", encode(token))
}

/// What tells open tabs of changes (server-sent events).
pub const EVENTS: &str = "/me/events";
/// The same, asked once.
pub const EVENTS_SINCE: &str = "/me/events/since";

/// The events after a position.
pub fn events(after: Position) -> String {
    with_query(EVENTS.to_owned(), [("after", after.0.to_string().as_str())])
}

/// What changed since a position.
pub fn events_since(after: Position) -> String {
    with_query(EVENTS_SINCE.to_owned(), [("after", after.0.to_string().as_str())])
}

/// The chooser, asking whether to leave an account.
pub fn leave(account: AccountId) -> String {
    with_query(ACCOUNTS.to_owned(), [("leave", account.to_string().as_str())])
}

/// The chooser after one account was left.
pub fn accounts_after_leaving() -> String {
    with_query(ACCOUNTS.to_owned(), [("left", "yes")])
}

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

/// Changing one's own password first, then on to `next`.
pub fn security_before(next: &str) -> String {
    if next == HOME { SECURITY.to_owned() } else { with_query(SECURITY.to_owned(), [("next", next)]) }
}

/// One's own password and sessions, after the password was changed.
pub fn security_changed() -> String {
    with_query(SECURITY.to_owned(), [("changed", "yes")])
}

/// An account, seen as oneself: where Management Mode leads.
pub fn account(account: AccountId) -> String {
    format!("/a/{account}")
}

/// Where a page of an account acts, from its path; `None` for any other page.
pub fn acting_at(path: &str) -> Option<Acting> {
    let path = path.split(['?', '#']).next()?;
    let mut parts = path.strip_prefix("/a/")?.split('/');
    let account = parts.next()?.parse().ok()?;
    let viewing = match parts.next() {
        Some("as") => Some(parts.next()?.parse().ok()?),
        Some(_) | None => None,
    };
    Some(Acting { account, viewing })
}

/// The first page of an account.
pub fn dashboard(acting: Acting) -> String {
    match acting.viewing {
        None => account(acting.account),
        Some(contact) => format!("/a/{}/as/{contact}", acting.account),
    }
}

fn page(acting: Acting, name: &str) -> String {
    format!("{}/{name}", dashboard(acting))
}

/// My Services.
pub fn services(acting: Acting) -> String {
    page(acting, "services")
}

/// My Services with those that are not active too (PRODUCT D8).
pub fn all_services(acting: Acting) -> String {
    with_query(services(acting), [("show", "all")])
}

/// Domains.
pub fn domains(acting: Acting) -> String {
    page(acting, "domains")
}

/// Billing & Payment.
pub fn billing(acting: Acting) -> String {
    page(acting, "billing")
}

/// Support.
pub fn tickets(acting: Acting) -> String {
    page(acting, "tickets")
}

/// Data Center.
pub fn data_center(acting: Acting) -> String {
    page(acting, "data-center")
}

/// Order.
pub fn orders(acting: Acting) -> String {
    page(acting, "orders")
}

/// Who did what.
pub fn activity(acting: Acting) -> String {
    page(acting, "activity")
}

/// What one may do on the account.
pub fn settings(acting: Acting) -> String {
    page(acting, "settings")
}

/// Requests for access.
pub fn requests(acting: Acting) -> String {
    page(acting, "requests")
}

/// Requests for access, asking for the right with this key.
pub fn ask_for(acting: Acting, right: &str) -> String {
    with_query(requests(acting), [("right", right)])
}

/// Requests for access, after asking.
pub fn requests_asked(acting: Acting) -> String {
    with_query(requests(acting), [("asked", "yes")])
}

/// Requests for access, after deciding one.
pub fn requests_decided(acting: Acting, outcome: Outcome) -> String {
    with_query(requests(acting), [("done", outcome.key())])
}

/// Manage Contacts. For a search, a filter, an order or a page, add them with [`with_query`].
pub fn contacts(acting: Acting) -> String {
    page(acting, "contacts")
}

/// Add New Contact.
pub fn add_contact(acting: Acting) -> String {
    page(acting, "contacts/new")
}

/// Invite User.
pub fn invite(acting: Acting) -> String {
    page(acting, "contacts/invite")
}

/// Access rules.
pub fn rules(acting: Acting) -> String {
    page(acting, "rules")
}

/// Access rules, after one was changed.
pub fn rules_changed(acting: Acting) -> String {
    with_query(rules(acting), [("changed", "yes")])
}

/// A template or a role of the account.
pub fn template(acting: Acting, template: TemplateId) -> String {
    page(acting, &format!("rules/{template}"))
}

/// One contact.
pub fn contact(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}"))
}

/// Editing one contact.
pub fn edit_contact(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}/edit"))
}

/// Which mails one contact gets.
pub fn contact_notifications(acting: Acting, contact: ContactId) -> String {
    page(acting, &format!("contacts/{contact}/notifications"))
}

/// Who gets which mails.
pub fn notifications(acting: Acting) -> String {
    page(acting, "notifications")
}

/// An address to write mail to.
pub fn mail_to(address: &str) -> String {
    format!("mailto:{}", encode(address).replace("%40", "@"))
}

/// `path` with a query; pairs without a value are left out.
pub fn with_query<'a>(mut path: String, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut mark = '?';
    for (name, value) in pairs {
        if !value.is_empty() {
            path.push(mark);
            path.push_str(&encode(name));
            path.push('=');
            path.push_str(&encode(value));
            mark = '&';
        }
    }
    path
}

/// Percent-encodes everything that has a meaning in addresses or forms.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether text that came back from a browser is a path of this portal, perhaps with a query: a single `/` in front, no
/// `\`, no `//` in the path, nothing but visible ASCII, no fragment, short enough for a header.
///
/// `//` is refused anywhere in the path: browsers drop dot segments, and `/..//evil.example` becomes `//evil.example`.
pub fn is_own(text: &str) -> bool {
    let path = text.split('?').next().unwrap_or_default();
    text.starts_with('/')
        && !path.contains("//")
        && !text.contains(['\\', '#'])
        && text.bytes().all(|byte| byte.is_ascii_graphic())
        && text.len() <= 8 * 1024
}

/// Where to go after signing in: `next` when it is a path of this portal, else the first page.
///
/// An address of another site would make the sign-in page a way to send people anywhere.
pub fn safe_next(next: &str) -> &str {
    if is_own(next) { next } else { HOME }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
    const CONTACT: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70";

    #[test]
    fn every_address() {
        let contact_id: ContactId = CONTACT.parse().unwrap();
        let own = Acting { account: ACCOUNT.parse().unwrap(), viewing: None };
        let viewing = Acting { viewing: Some(contact_id), ..own };
        let mut all = vec![
            HOME.to_owned(),
            sign_in("/"),
            sign_in("/a/1?x=1&y=2"),
            sign_in_after_reset(),
            FORGOT.to_owned(),
            forgot_sent(),
            reset("a/b"),
            invitation("a/b"),
            invitation_declined(),
            invitation_mailed(),
            ACCOUNTS.to_owned(),
            leave(own.account),
            accounts_after_leaving(),
            SECURITY.to_owned(),
            security_before("/a/1?x=1&y=2"),
            security_changed(),
            ME.to_owned(),
            me_after("saved"),
            verify("a/b"),
            events(Position(7)),
            events_since(Position(7)),
            account(own.account),
            mail_to("help+us@demo.example"),
        ];
        for acting in [own, viewing] {
            all.extend([
                dashboard(acting),
                services(acting),
                all_services(acting),
                domains(acting),
                billing(acting),
                tickets(acting),
                data_center(acting),
                orders(acting),
                activity(acting),
                settings(acting),
                requests(acting),
                ask_for(acting, "role.technical"),
                requests_asked(acting),
                requests_decided(acting, Outcome::Granted),
                contacts(acting),
                with_query(contacts(acting), [("search", "Zoë & co"), ("status", "")]),
                add_contact(acting),
                invite(acting),
                rules(acting),
                rules_changed(acting),
                template(acting, CONTACT.parse().unwrap()),
                contact(acting, contact_id),
                edit_contact(acting, contact_id),
                contact_notifications(acting, contact_id),
                notifications(acting),
            ]);
        }
        let text = all.join("\n").replace(ACCOUNT, "ACCOUNT").replace(CONTACT, "CONTACT");
        assert_eq!(text, include_str!("paths_snapshot.txt").trim_end());
    }

    #[test]
    fn a_page_says_where_it_acts() {
        let own = Acting { account: ACCOUNT.parse().unwrap(), viewing: None };
        let viewing = Acting { viewing: CONTACT.parse().ok(), ..own };
        for acting in [own, viewing] {
            for page in [dashboard(acting), edit_contact(acting, CONTACT.parse().unwrap()), all_services(acting)] {
                assert_eq!(acting_at(&page), Some(acting), "{page}");
            }
        }
        for other in ["/", "/accounts", "/a/me", "/a/", &format!("/b/{ACCOUNT}"), &format!("/a/{ACCOUNT}/as/x")] {
            assert_eq!(acting_at(other), None, "{other}");
        }
    }

    #[test]
    fn sign_in_leads_nowhere_else() {
        for own in ["/", "/a/1/contacts?search=x%20y&next=//z", "/accounts", "/me/security"] {
            assert_eq!(safe_next(own), own);
        }
        for other in [
            "",
            "accounts",
            "//evil.example",
            "/..//evil.example",
            "/.//evil.example",
            "/a//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "/a\tb",
            "javascript:alert(1)",
        ] {
            assert_eq!(safe_next(other), HOME, "{other:?}");
        }
    }
}
