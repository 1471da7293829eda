//! What was done just before, and what is asked, in the addresses of pages.

use crate::request::{GOES_ON, Query, anew, told, without};
use domain::acting::Acting;
use domain::contact::BulkProgress;
use domain::id::{BulkId, ContactId};
use domain::invitation::Invited;
use domain::paths;

/// What pages ask. Where a step leads, it was answered.
const ASKED: &[&str] = &["confirm", NEXT];

/// The part of the list that says how far one is.
const PROGRESS: (&str, &str) = ("part", "progress");

/// The page that a question was asked on, and leads to. Without a value it is the account's whole list of contacts.
const NEXT: &str = "next";

/// Whose row shows its menu, where no program opens it.
pub const MENU: &str = "menu";

/// The page that a form stands on, with nothing asked. An address of another site is not gone to.
fn page_of(return_to: &str) -> String {
    without(paths::safe_next(return_to), ASKED)
}

/// The page a step came from, told what was done.
pub fn after(return_to: &str, said: &[(&str, &str)]) -> String {
    told(&page_of(return_to), said)
}

/// The list after something was done to many: by this id the page asks for what came of it, and its person alone is told.
pub fn after_bulk(return_to: &str, bulk: BulkId, progress: BulkProgress) -> String {
    let bulk = bulk.to_string();
    let mut said = vec![("bulk", &*bulk)];
    if progress == BulkProgress::UnderWay {
        said.push((GOES_ON, "follows"));
    }
    anew(&page_of(return_to), &said)
}

/// The bulk action that the address speaks of.
pub fn bulk(query: &Query) -> Option<BulkId> {
    query.parse("bulk")
}

/// Whether the address speaks of a bulk action that goes on.
pub fn is_under_way(query: &Query) -> bool {
    query.get(GOES_ON).is_some()
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
    without(address, &[GOES_ON])
}

/// The list after a contact was saved.
pub fn after_save(acting: Acting, contact: ContactId) -> String {
    told(&paths::contacts(acting), &[("saved", &contact.to_string())])
}

/// The list after people were invited.
pub fn after_inviting(acting: Acting, invited: Invited) -> String {
    let (at_once, later) = (invited.at_once.to_string(), invited.waiting.to_string());
    told(&paths::contacts(acting), &[("at_once", &at_once), ("later", &later)])
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
