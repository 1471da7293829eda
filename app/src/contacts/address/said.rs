//! What was done just before, and what is asked, in the addresses of pages.

use super::{verb_from_key, verb_key};
use crate::request::Query;
use domain::acting::Acting;
use domain::contact::{BulkCommand, BulkOutcome, BulkProgress, ContactVerb};
use domain::id::{BulkId, ContactId};
use domain::invitation::Invited;
use domain::paths;

/// What the list is told of a step before it: it says so in a toast.
const DONE: &[&str] = &["done", "who", "told", "count", "left", "bulk", REST];

/// What pages are told of a step before them beside that: it stands there until one leaves.
const SAID: &[&str] = &["saved", "at_once", "waiting", "invitation", "notified"];

/// What pages ask, and the menu that is open.
const ASKED: &[&str] = &["confirm", "picked", NEXT, MENU];

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

/// The page a step came from, told what was done. An address of another site is not gone to.
pub fn after(return_to: &str, said: &[(&str, &str)]) -> String {
    let page = without(paths::safe_next(return_to), &[DONE, SAID, ASKED]);
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
    if is_list && !goes_on { without(address, &[DONE, &[MENU]]) } else { address.to_owned() }
}

/// The list after something was done to many: what it was, and by which id the page asks for what came of it.
pub fn after_bulk(return_to: &str, outcome: &BulkOutcome) -> String {
    let (count, left) = (outcome.done.to_string(), (outcome.unchanged + outcome.refused_count).to_string());
    let bulk = outcome.id.map(|bulk| bulk.to_string());
    let mut said = vec![("done", verb_key(outcome.to)), ("count", &*count), ("left", &*left)];
    said.extend(bulk.as_deref().map(|bulk| ("bulk", bulk)));
    if outcome.progress == BulkProgress::UnderWay {
        said.push((REST, "follows"));
    }
    after(return_to, &said)
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

/// Whether something was just done to many: whoever was picked for it is picked no more.
pub fn is_done(query: &Query) -> bool {
    let to = query.get("done").and_then(verb_from_key);
    matches!(to, Some(ContactVerb::Suspend | ContactVerb::Delete)) && query.get("count").is_some()
}

/// The list after a contact was saved.
pub fn after_save(acting: Acting, contact: ContactId) -> String {
    paths::with_query(paths::contacts(acting), [("saved", contact.to_string().as_str())])
}

/// The list after people were invited.
pub fn after_inviting(acting: Acting, invited: Invited) -> String {
    let (at_once, waiting) = (invited.at_once.to_string(), invited.waiting.to_string());
    paths::with_query(paths::contacts(acting), [("at_once", at_once.as_str()), ("waiting", waiting.as_str())])
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

/// A question about many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What would become of them: suspending and deleting only.
    pub to: ContactVerb,
    pub picked: Picked,
}

/// Whom a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// All that match the filter.
    Everybody,
    /// Those that were ticked.
    These(Vec<ContactId>),
}

const EVERYBODY: &str = "all";

/// Where a form is led to before it does something to many: the list it stands on, which asks. Nothing where there is
/// nobody to ask about.
pub fn question(return_to: &str, change: &BulkCommand) -> Option<String> {
    let anybody = change.everything || !change.contacts.is_empty();
    if return_to.is_empty() || !anybody {
        return None;
    }
    let picked = if change.everything {
        EVERYBODY.to_owned()
    } else {
        change.contacts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    };
    Some(after(return_to, &[("confirm", verb_key(change.to)), ("picked", &picked)]))
}

/// What the address asks about many.
pub fn asked(query: &Query) -> Option<Question> {
    let to = query.get("confirm").and_then(verb_from_key)?;
    if !matches!(to, ContactVerb::Suspend | ContactVerb::Delete) {
        return None;
    }
    let picked = match query.get("picked")? {
        EVERYBODY => Picked::Everybody,
        ids => Picked::These(ids.split('.').filter_map(|id| id.parse().ok()).collect()),
    };
    (picked != Picked::These(Vec::new())).then_some(Question { to, picked })
}
