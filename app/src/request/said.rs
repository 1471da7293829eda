//! What a step did, which the page that it leads to says once.
//!
//! It stands in the address, with a mark of the session: an address that somebody made up claims nothing. Whatever names a
//! page afterwards (the address that the browser shows, forms, links) leaves it out, so nothing says it again.

use super::caller;
use super::query::{PageRequest, Query, request};
use crate::forms::any_echo;
use crate::shell::mark_of;
use domain::paths;

/// What an address says once: what was done, to whom, to how many; the bulk action that is over, and the menu that is open.
/// INVARIANT: nothing else that a page reads of its address has one of these names.
const ONCE: &[&str] =
    &["done", "saved", "who", "told", "consoles", "at_once", "later", "reset", "bulk", GOES_ON, "menu", MARK];

/// There while what the address speaks of goes on: then it is looked at again.
pub const GOES_ON: &str = "rest";

/// By what a session knows what it was told.
const MARK: &str = "mark";

/// The mark of this session on what the page of an address is told; of nobody there is none.
fn mark(address: &str, query: &Query) -> Option<String> {
    let session = caller().ok()?.signed_in()?.session.to_string();
    let path = address.split('?').next().unwrap_or_default();
    let words: Vec<&str> = ONCE.iter().filter(|name| **name != MARK).map(|name| query.text(name)).collect();
    Some(mark_of(&(session, path, words)))
}

/// The address of a page that is told what a step of this session did. It forgets what it was told before.
pub fn told(page: &str, said: &[(&str, &str)]) -> String {
    let mark = mark(page, &Query::of(said));
    let mut said = said.to_vec();
    said.extend(mark.as_deref().map(|mark| (MARK, mark)));
    anew(page, &said)
}

/// The address of a page with these of what is said once, in place of those that it has.
pub fn anew(page: &str, said: &[(&str, &str)]) -> String {
    let page = without(page, ONCE);
    let said = paths::with_query(String::new(), said.iter().copied());
    match said.strip_prefix('?') {
        Some(said) if page.contains('?') => format!("{page}&{said}"),
        Some(said) => format!("{page}?{said}"),
        None => page,
    }
}

/// What the page says of the step before: what its address says, where this session was told so. Nothing on a page that
/// answers a form: that says what came of the form.
pub fn said() -> Query {
    let PageRequest { address, query, .. } = request();
    let is_told = query.get(MARK).is_some_and(|given| mark(&address, &query).as_deref() == Some(given));
    if is_told && any_echo().is_none() { query.only(ONCE) } else { Query::default() }
}

/// An address without what is said once.
pub(super) fn without_said(address: &str) -> String {
    let (_, query) = address.split_once('?').unwrap_or_default();
    let goes_on = Query::read(query).get(GOES_ON).is_some();
    if goes_on { address.to_owned() } else { without(address, ONCE) }
}

/// An address without the pairs of these names.
pub fn without(address: &str, names: &[&str]) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_one = |pair: &str| names.contains(&pair.split('=').next().unwrap_or_default());
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_one(pair)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{FormEcho, FormOutcome};
    use domain::caller::{Caller, Principal, SignedIn};
    use domain::error::PortalError;
    use domain::person::Language;
    use domain::time::Timestamp;
    use leptos::prelude::{Owner, provide_context};

    const ID: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
    const OTHER: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70";

    fn in_session<T>(session: &str, does: impl FnOnce() -> T) -> T {
        let (person, session) = (ID.parse().expect("an id"), session.parse().expect("an id"));
        let signed_in = SignedIn { person, session, must_change_password: false, language: None };
        let (principal, request) = (Principal::Person(signed_in), ID.parse().expect("an id"));
        Owner::new().with(|| {
            provide_context(Caller::system(principal, Language::EN, Timestamp(0), request));
            does()
        })
    }

    fn at(address: &str) {
        let (_, query) = address.split_once('?').unwrap_or_default();
        let (address, query) = (address.to_owned(), Query::read(query));
        provide_context(PageRequest { address, query, ..PageRequest::default() });
    }

    /// What the page of an address says was done.
    fn done(address: &str) -> Option<String> {
        at(address);
        said().get("done").map(ToOwned::to_owned)
    }

    #[test]
    fn a_page_says_what_its_session_was_told_there_and_nothing_else() {
        let led = in_session(ID, || told("/a/1/requests?own=x&done=asked&mark=0f", &[("done", "granted")]));
        let (page, mark) = led.split_once("&mark=").expect("a mark");
        assert_eq!(page, "/a/1/requests?own=x&done=granted");
        let says = |address: &str| in_session(ID, || done(address));
        assert_eq!(says(&led), Some("granted".to_owned()));
        for made_of_it in [
            page.to_owned(),
            format!("{page}&mark="),
            format!("{page}&mark=0123456789abcdef"),
            led.replace("granted", "declined"),
            led.replace("/a/1/", "/a/2/"),
            format!("{led}&told=3"),
            format!("/me?done=granted&mark={mark}"),
        ] {
            assert_eq!(says(&made_of_it), None, "{made_of_it}");
        }
        assert_eq!(in_session(OTHER, || done(&led)), None, "another session");
        assert_eq!(Owner::new().with(|| done(&led)), None, "nobody");
    }

    #[test]
    fn a_page_that_answers_a_form_says_nothing_of_the_step_before() {
        let (form, outcome) = ("/fn/profile/save".to_owned(), FormOutcome::Failed(PortalError::Malformed));
        let echo = FormEcho { form, fields: Vec::new(), outcome };
        let said = in_session(ID, || {
            let led = told("/me", &[("done", "saved")]);
            provide_context(echo);
            done(&led)
        });
        assert_eq!(said, None);
    }

    #[test]
    fn only_what_is_said_once_is_read_of_it() {
        in_session(ID, || {
            at(&(told("/me", &[("done", "saved")]) + "&confirm=delete"));
            assert_eq!((said().get("done"), said().get("confirm")), (Some("saved"), None));
        });
    }

    #[test]
    fn no_address_names_again_what_a_page_says_once() {
        for (asked, left) in [
            ("/me?done=saved&mark=0f", "/me"),
            ("/a/1/contacts?search=a%26b&done=delete&who=2&told=2&mark=0f", "/a/1/contacts?search=a%26b"),
            ("/a/1/contacts?saved=2&mark=0f", "/a/1/contacts"),
            ("/a/1/contacts?at_once=1&later=2&mark=0f", "/a/1/contacts"),
            ("/a/1/contacts?search=x&menu=2", "/a/1/contacts?search=x"),
            ("/a/1/contacts?bulk=2", "/a/1/contacts"),
            ("/a/1/requests?own=x&waiting=y&done=granted", "/a/1/requests?own=x&waiting=y"),
            ("/sign-in?reset=done&next=%2Fme", "/sign-in?next=%2Fme"),
            // What goes on is looked at again.
            ("/a/1/contacts?bulk=2&rest=follows", "/a/1/contacts?bulk=2&rest=follows"),
            ("/a/1/owners?confirm=appoint&contact=2", "/a/1/owners?confirm=appoint&contact=2"),
        ] {
            assert_eq!(without_said(asked), left);
        }
    }
}
