//! Every address of the portal is built here, and nowhere else.
//!
//! The account stands in the address, and so does viewing as a contact: what a page acts on is never kept anywhere else.

mod account;
mod asking;
mod contacts;
mod dns;
mod person;
mod rules;
mod sign_in;

pub use account::{
    activity, activity_csv, activity_json, all_services, billing, console, console_socket, data_center, domain,
    domains, expiring_domains, expiring_services, orders, search, service, service_backups, service_credentials,
    service_network, service_people, service_progress, service_rebuild, service_usage, services, services_power,
    settings, shown_domains, ssh_keys, tickets, unpaid_invoices,
};
pub use asking::{ask_for, ask_for_on, ask_for_on_domain, requests};
pub use contacts::{
    add_contact, contact, contact_notifications, contacts, edit_contact, export_contacts, invite, notifications,
};
pub use dns::{export_zone, import_zone, zone};
pub use person::{
    ACCOUNTS, EVENTS, EVENTS_SINCE, ME, SECURITY, accounts_to_switch_to, events, events_since, follow_outbound, leave,
    outbound, security_before, verify,
};
pub use rules::{owners, rules, template};
pub use sign_in::{
    DECLINED, FORGOT, MAILED, SIGN_IN, forgot_sent, invitation, invitation_declined, invitation_mailed, reset, sign_in,
    sign_in_after_reset,
};

use crate::acting::Acting;
use crate::id::AccountId;
use std::fmt::Write as _;

/// The first page: the person's one account, or the chooser.
pub const HOME: &str = "/";

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

/// An address to write mail to.
pub fn mail_to(address: &str) -> String {
    format!("mailto:{}", encode(address).replace("%40", "@"))
}

/// `path` with a query; pairs without a value are left out.
pub fn with_query<'a>(mut path: String, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut mark = if path.contains('?') { '&' } else { '?' };
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
    use crate::id::ContactId;

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
            SECURITY.to_owned(),
            security_before("/a/1?x=1&y=2"),
            ME.to_owned(),
            verify("a/b"),
            outbound("a/b"),
            follow_outbound("a/b"),
            events("7"),
            events_since("7"),
            account(own.account),
            console_socket(own.account, CONTACT.parse().unwrap()),
            mail_to("help+us@demo.example"),
        ];
        for acting in [own, viewing] {
            all.extend([
                dashboard(acting),
                services(acting),
                all_services(acting),
                expiring_services(acting),
                service(acting, CONTACT.parse().unwrap()),
                service_people(acting, CONTACT.parse().unwrap()),
                console(acting, CONTACT.parse().unwrap()),
                service_progress(acting, CONTACT.parse().unwrap()),
                services_power(acting),
                service_rebuild(acting, CONTACT.parse().unwrap()),
                service_backups(acting, CONTACT.parse().unwrap()),
                service_network(acting, CONTACT.parse().unwrap()),
                service_credentials(acting, CONTACT.parse().unwrap()),
                service_usage(acting, CONTACT.parse().unwrap()),
                ssh_keys(acting),
                domains(acting),
                expiring_domains(acting),
                zone(acting, CONTACT.parse().unwrap()),
                import_zone(acting, CONTACT.parse().unwrap()),
                export_zone(acting, CONTACT.parse().unwrap()),
                shown_domains(acting, crate::domains::ShownDomains::All),
                domain(acting, CONTACT.parse().unwrap()),
                billing(acting),
                unpaid_invoices(acting),
                tickets(acting),
                data_center(acting),
                orders(acting),
                activity(acting),
                activity_csv(acting),
                activity_json(acting),
                search(acting),
                settings(acting),
                requests(acting),
                ask_for(acting, "role.technical"),
                ask_for_on(acting, "svc.power", CONTACT.parse().unwrap()),
                ask_for_on_domain(acting, "domains.dns", CONTACT.parse().unwrap()),
                contacts(acting),
                with_query(contacts(acting), [("search", "Zoë & co"), ("status", "")]),
                add_contact(acting),
                invite(acting),
                export_contacts(acting),
                rules(acting),
                owners(acting),
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
