//! What was done just before, and what is asked, in the addresses of pages.

use crate::request::{Query, caller};
use crate::shell::mark_of;
use domain::acting::Acting;
use domain::contact::BulkProgress;
use domain::id::{BulkId, ContactId};
use domain::invitation::Invited;
use domain::paths;

/// What the list is told of a step before it: it says so in a toast.
const DONE: &[&str] = &["done", "who", "told", "bulk", REST];

/// What pages are told of a step before them beside that: it stands there until one leaves.
const SAID: &[&str] = &["saved", "at_once", "waiting", "invitation", "notified"];

/// By what a session knows what it was told: an address that somebody made up claims nothing.
const MARK: &str = "mark";

/// What pages ask, and the menu that is open.
const ASKED: &[&str] = &["confirm", NEXT, MENU];

/// There while a bulk action goes on.
const REST: &str = "rest";

/// The part of the list that says how far one is.
const PROGRESS: (&str, &str) = ("part", "progress");

/// The page that a question was asked on, and leads to. Without a value it is the account's whole list of contacts.
const NEXT: &str = "next";

/// Whose row shows its menu, where no program opens it.
pub const MENU: &str = "menu";

/// An address without the pairs of these names.
fn without(address: &str, names: &[&[&str]]) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_one = |pair: &str| names.iter().any(|some| some.contains(&pair.split('=').next().unwrap_or_default()));
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_one(pair)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The mark of this session on what an address says was done; of nobody there is none.
fn mark(query: &Query) -> Option<String> {
    let session = caller().ok()?.signed_in()?.session.to_string();
    let words: Vec<Option<&str>> = DONE.iter().chain(SAID).map(|name| query.get(name)).collect();
    Some(mark_of(&(session, words)))
}

/// Whether this session was told what the address says, by a step of its own.
pub fn is_told(query: &Query) -> bool {
    query.get(MARK).is_some_and(|given| mark(query).as_deref() == Some(given))
}

/// The page a step came from, told what was done. An address of another site is not gone to.
pub fn after(return_to: &str, said: &[(&str, &str)]) -> String {
    let mark = mark(&Query::of(said));
    let mut said = said.to_vec();
    said.extend(mark.as_deref().map(|mark| (MARK, mark)));
    led_back(return_to, &said)
}

fn led_back(return_to: &str, said: &[(&str, &str)]) -> String {
    let page = without(paths::safe_next(return_to), &[DONE, SAID, ASKED, &[MARK]]);
    let told = paths::with_query(String::new(), said.iter().copied());
    match told.strip_prefix('?') {
        Some(told) if page.contains('?') => format!("{page}&{told}"),
        Some(told) => format!("{page}?{told}"),
        None => page,
    }
}

/// The address of a page that is not told again what it says once: what was done on the list, in a toast, and whose menu
/// is open. A bulk action that goes on is looked at again.
pub fn without_said(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_list = paths::acting_at(path).is_some_and(|acting| path == paths::contacts(acting));
    let goes_on = is_under_way(&Query::read(query));
    if !is_list || goes_on {
        return address.to_owned();
    }
    let left = without(address, &[DONE, &[MENU]]);
    let (_, query) = left.split_once('?').unwrap_or_default();
    let query = Query::read(query);
    if SAID.iter().any(|name| query.get(name).is_some()) { left } else { without(&left, &[&[MARK]]) }
}

/// The list after something was done to many: by this id the page asks for what came of it, and its person alone is told.
pub fn after_bulk(return_to: &str, bulk: BulkId, progress: BulkProgress) -> String {
    let bulk = bulk.to_string();
    let mut said = vec![("bulk", &*bulk)];
    if progress == BulkProgress::UnderWay {
        said.push((REST, "follows"));
    }
    led_back(return_to, &said)
}

/// The bulk action that the address speaks of.
pub fn bulk(query: &Query) -> Option<BulkId> {
    query.parse("bulk")
}

/// Whether the address speaks of a bulk action that goes on.
pub fn is_under_way(query: &Query) -> bool {
    query.get(REST).is_some()
}

/// The part of the list that says how far a bulk action is.
pub fn progress(acting: Acting, bulk: BulkId) -> String {
    paths::with_query(paths::contacts(acting), [("bulk", &*bulk.to_string()), PROGRESS])
}

/// Whether the address asks for that part.
pub fn wants_progress(query: &Query) -> bool {
    let (name, value) = PROGRESS;
    query.get(name) == Some(value)
}

/// The same address once the bulk action is through.
pub fn through_with(address: &str) -> String {
    without(address, &[&[REST]])
}

/// The list after a contact was saved.
pub fn after_save(acting: Acting, contact: ContactId) -> String {
    after(&paths::contacts(acting), &[("saved", &contact.to_string())])
}

/// The list after people were invited.
pub fn after_inviting(acting: Acting, invited: Invited) -> String {
    let (at_once, waiting) = (invited.at_once.to_string(), invited.waiting.to_string());
    after(&paths::contacts(acting), &[("at_once", &at_once), ("waiting", &waiting)])
}

/// The page of a contact, asking whether to delete it; then it leads to `next`, the list that it was asked on.
pub fn confirm_delete(acting: Acting, contact: ContactId, next: Option<&str>) -> String {
    let pairs = [("confirm", "delete"), (NEXT, next.unwrap_or_default())];
    paths::with_query(paths::contact(acting, contact), pairs)
}

/// A page that leads to `next` then.
pub fn leading_to(acting: Acting, page: String, next: &str) -> String {
    // Every row of the list has such a link.
    if next == paths::contacts(acting) { format!("{page}?{NEXT}") } else { paths::with_query(page, [(NEXT, next)]) }
}

/// Where the address says that its question leads.
pub fn next(acting: Acting, query: &Query) -> Option<String> {
    match query.get(NEXT)? {
        "" => Some(paths::contacts(acting)),
        next => paths::is_own(next).then(|| next.to_owned()),
    }
}

/// Whose menu the address asks for.
pub fn menu(query: &Query) -> Option<ContactId> {
    query.parse(MENU)
}

/// One's own page, asking whether to leave the account.
pub fn confirm_leave(acting: Acting, contact: ContactId) -> String {
    paths::with_query(paths::contact(acting, contact), [("confirm", "leave")])
}
