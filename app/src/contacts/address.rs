//! What the address of the contacts page says: search, filter, order and page; and, after a step without JavaScript, what
//! was done.

use domain::acting::Acting;
use domain::contact::{AccessFilter, BulkCommand, BulkOutcome, ContactFilter, ContactQuery, ContactSort, ContactVerb};
use domain::id::{BulkId, ContactId, SubmissionId};
use domain::invitation::{InvitationVerb, Invited};
use domain::list::Direction;
use domain::paths;
use domain::role::Role;
use domain::status::ContactStatus;
use leptos_router::params::ParamsMap;

/// The key of a filter by access.
pub fn access_key(access: &AccessFilter) -> String {
    match access {
        AccessFilter::Role(role) => format!("role-{}", role.key()),
        AccessFilter::Template(key) => format!("template-{key}"),
        AccessFilter::Owner => "owner".to_owned(),
        AccessFilter::Nothing => "nothing".to_owned(),
    }
}

/// The filter by access with this key.
pub fn access_from_key(key: &str) -> Option<AccessFilter> {
    match key {
        "owner" => Some(AccessFilter::Owner),
        "nothing" => Some(AccessFilter::Nothing),
        _ => match key.split_once('-')? {
            ("role", role) => Role::from_key(role).map(AccessFilter::Role),
            ("template", template) => Some(AccessFilter::Template(template.to_owned())),
            _ => None,
        },
    }
}

/// The key of an order.
pub const fn sort_key(sort: ContactSort) -> &'static str {
    match sort {
        ContactSort::Name => "name",
        ContactSort::Email => "email",
        ContactSort::Status => "status",
        ContactSort::LastSignIn => "last_sign_in",
    }
}

fn sort_from_key(key: &str) -> ContactSort {
    match key {
        "email" => ContactSort::Email,
        "status" => ContactSort::Status,
        "last_sign_in" => ContactSort::LastSignIn,
        _ => ContactSort::Name,
    }
}

/// The key of a direction.
pub const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "",
        Direction::Descending => "down",
    }
}

/// What the address asks for. What it can't mean is left out.
pub fn read(query: &ParamsMap) -> ContactQuery {
    let text = |name| query.get_str(name).unwrap_or_default();
    ContactQuery {
        filter: ContactFilter {
            search: text("search").trim().to_owned(),
            status: ContactStatus::from_key(text("status")),
            access: access_from_key(text("access")),
        },
        sort: sort_from_key(text("sort")),
        direction: if text("direction") == "down" { Direction::Descending } else { Direction::Ascending },
        cursor: text("cursor").to_owned(),
    }
}

/// The address of a list.
pub fn write(acting: Acting, query: &ContactQuery) -> String {
    let access = query.filter.access.as_ref().map(access_key).unwrap_or_default();
    let sort = if query.sort == ContactSort::default() { "" } else { sort_key(query.sort) };
    let pairs = [
        ("search", query.filter.search.as_str()),
        ("status", query.filter.status.map(ContactStatus::key).unwrap_or_default()),
        ("access", &access),
        ("sort", sort),
        ("direction", direction_key(query.direction)),
        ("cursor", &query.cursor),
    ];
    paths::with_query(paths::contacts(acting), pairs)
}

/// The address that sorts by a column: the other way round when it is sorted by it already. Begins at the first page.
pub fn sorted_by(acting: Acting, query: &ContactQuery, sort: ContactSort) -> String {
    let direction = match (query.sort == sort, query.direction) {
        (true, Direction::Ascending) => Direction::Descending,
        (true, Direction::Descending) | (false, _) => Direction::Ascending,
    };
    write(acting, &ContactQuery { sort, direction, cursor: String::new(), filter: query.filter.clone() })
}

/// The address of another page of the same list.
pub fn turned_to(acting: Acting, query: &ContactQuery, cursor: Option<&str>) -> Option<String> {
    cursor.map(|cursor| write(acting, &ContactQuery { cursor: cursor.to_owned(), ..query.clone() }))
}

/// The value that stands for what becomes of a contact, in forms and addresses.
pub const fn verb_key(to: ContactVerb) -> &'static str {
    match to {
        ContactVerb::Suspend => "suspend",
        ContactVerb::Reactivate => "reactivate",
        ContactVerb::Delete => "delete",
        ContactVerb::Restore => "restore",
        ContactVerb::RestoreBare => "restore_bare",
        ContactVerb::SendReset => "send_reset",
    }
}

/// What becomes of a contact, by the value that stands for it.
pub fn verb_from_key(key: &str) -> Option<ContactVerb> {
    [
        ContactVerb::Suspend,
        ContactVerb::Reactivate,
        ContactVerb::Delete,
        ContactVerb::Restore,
        ContactVerb::RestoreBare,
        ContactVerb::SendReset,
    ]
    .into_iter()
    .find(|to| verb_key(*to) == key)
}

/// What the page is told of the step before it, in its address.
const SAID: &[&str] = &[
    "saved",
    "done",
    "who",
    "told",
    "count",
    "left",
    "bulk",
    "confirm",
    "picked",
    "at_once",
    "waiting",
    "invitation",
    "notified",
];

/// The page a step came from, told what was done. An address of another site is not gone to.
pub fn after(return_to: &str, said: &[(&str, &str)]) -> String {
    let page = paths::safe_next(return_to);
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let old = |pair: &&str| SAID.iter().any(|name| pair.split('=').next() == Some(name));
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !old(pair)).collect();
    let told = paths::with_query(String::new(), said.iter().copied());
    let all: Vec<&str> = kept.into_iter().chain(Some(told.trim_start_matches('?'))).filter(|s| !s.is_empty()).collect();
    if all.is_empty() { path.to_owned() } else { format!("{path}?{}", all.join("&")) }
}

/// The list after something was done to many: what it was, and by which id the page asks for what came of it.
pub fn after_bulk(return_to: &str, outcome: &BulkOutcome) -> String {
    let (count, left) = (outcome.done.to_string(), (outcome.unchanged + outcome.refused_count).to_string());
    let bulk = outcome.id.map(|bulk| bulk.to_string());
    let mut said = vec![("done", verb_key(outcome.to)), ("count", &*count), ("left", &*left)];
    said.extend(bulk.as_deref().map(|bulk| ("bulk", bulk)));
    after(return_to, &said)
}

/// The bulk action that the address speaks of.
pub fn bulk(query: &ParamsMap) -> Option<BulkId> {
    query.get_str("bulk").and_then(|id| id.parse().ok())
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

/// The value that stands for what becomes of an invitation, in forms and addresses.
pub const fn invitation_key(to: InvitationVerb) -> &'static str {
    match to {
        InvitationVerb::Resend => "resend",
        InvitationVerb::Cancel => "cancel",
    }
}

/// What becomes of an invitation, by the value that stands for it.
pub fn invitation_from_key(key: &str) -> Option<InvitationVerb> {
    [InvitationVerb::Resend, InvitationVerb::Cancel].into_iter().find(|to| invitation_key(*to) == key)
}

/// The page of a contact, asking whether to delete it.
pub fn confirm_delete(acting: Acting, contact: ContactId) -> String {
    paths::with_query(paths::contact(acting, contact), [("confirm", "delete")])
}

/// One's own page, asking whether to leave the account.
pub fn confirm_leave(acting: Acting, contact: ContactId) -> String {
    paths::with_query(paths::contact(acting, contact), [("confirm", "leave")])
}

/// Whether a step ends what somebody has open.
pub const fn closes(step: ContactVerb) -> bool {
    match step {
        ContactVerb::Suspend | ContactVerb::Delete => true,
        ContactVerb::Reactivate | ContactVerb::Restore | ContactVerb::RestoreBare | ContactVerb::SendReset => false,
    }
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

/// The list a plain form came from, asking whether to delete whom it picked; `None` where that was asked already, or
/// nothing is deleted. A living page asks by itself, and returns nowhere.
pub fn question(return_to: &str, change: &BulkCommand) -> Option<String> {
    let asked = return_to.split(['?', '&']).any(|pair| pair == "confirm=delete");
    let anybody = change.everything || !change.contacts.is_empty();
    if return_to.is_empty() || asked || !anybody || change.to != ContactVerb::Delete {
        return None;
    }
    let picked = if change.everything {
        EVERYBODY.to_owned()
    } else {
        change.contacts.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    };
    Some(after(return_to, &[("confirm", "delete"), ("picked", &picked)]))
}

/// Whom the address asks about.
pub fn asked(query: &ParamsMap) -> Option<Picked> {
    let picked = query.get_str("picked").filter(|_| query.get_str("confirm") == Some("delete"))?;
    if picked == EVERYBODY {
        return Some(Picked::Everybody);
    }
    let ids: Vec<ContactId> = picked.split('.').filter_map(|id| id.parse().ok()).collect();
    (!ids.is_empty()).then_some(Picked::These(ids))
}

/// A submission id for one step on one contact. A page has one id; steps on different contacts must not pass for
/// retries of each other, and two clicks on the same one must.
pub fn submission(page: SubmissionId, contact: ContactId, to: ContactVerb) -> SubmissionId {
    let bits = page.uuid().as_u128() ^ contact.uuid().as_u128().rotate_left(64) ^ u128::from(to as u8);
    let hex = format!("{bits:032x}");
    let text = format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]);
    text.parse().unwrap_or(page)
}

/// The submission id for taking a bulk action back, which counts once wherever it is pressed.
pub const fn undo_submission(bulk: BulkId) -> SubmissionId {
    SubmissionId::new(bulk.uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";

    fn acting() -> Acting {
        Acting { account: ID.parse().expect("an id"), viewing: None }
    }

    fn map(pairs: &[(&str, &str)]) -> ParamsMap {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let query = ContactQuery {
            filter: ContactFilter {
                search: "Zoë & co".to_owned(),
                status: Some(ContactStatus::Suspended),
                access: Some(AccessFilter::Template("accounting".to_owned())),
            },
            sort: ContactSort::LastSignIn,
            direction: Direction::Descending,
            cursor: "abc".to_owned(),
        };
        let address = write(acting(), &query);
        assert_eq!(
            address,
            format!(
                "/a/{ID}/contacts?search=Zo%C3%AB%20%26%20co&status=suspended&access=template-accounting&sort=last_sign_in&direction=down&cursor=abc"
            )
        );
        let pairs = [
            ("search", "Zoë & co"),
            ("status", "suspended"),
            ("access", "template-accounting"),
            ("sort", "last_sign_in"),
            ("direction", "down"),
            ("cursor", "abc"),
        ];
        assert_eq!(read(&map(&pairs)), query);
        assert_eq!(write(acting(), &ContactQuery::default()), format!("/a/{ID}/contacts"));
    }

    #[test]
    fn what_an_address_cannot_mean_is_left_out() {
        let odd = map(&[("status", "x"), ("access", "role-king"), ("sort", "shoe_size"), ("direction", "up")]);
        assert_eq!(read(&odd), ContactQuery::default());
    }

    #[test]
    fn a_second_click_on_a_column_turns_the_order() {
        let query = ContactQuery { cursor: "abc".to_owned(), ..ContactQuery::default() };
        assert_eq!(sorted_by(acting(), &query, ContactSort::Name), format!("/a/{ID}/contacts?direction=down"));
        assert_eq!(sorted_by(acting(), &query, ContactSort::Email), format!("/a/{ID}/contacts?sort=email"));
    }

    #[test]
    fn the_page_after_a_step_keeps_its_query_and_forgets_older_steps() {
        let page = "/a/1/contacts?search=a%26b&done=delete&who=x";
        assert_eq!(after(page, &[("done", "suspend")]), "/a/1/contacts?search=a%26b&done=suspend");
        assert_eq!(after("/a/1/contacts/2?confirm=delete", &[]), "/a/1/contacts/2");
        assert_eq!(after("//evil.example", &[("done", "suspend")]), "/?done=suspend");
    }

    #[test]
    fn a_plain_form_is_asked_once_before_it_deletes_many() {
        let (page, id): (SubmissionId, ContactId) = (ID.parse().expect("an id"), ID.parse().expect("an id"));
        let these = BulkCommand {
            submission: page,
            to: ContactVerb::Delete,
            contacts: vec![id, id],
            everything: false,
            filter: ContactFilter::default(),
        };
        let asks = format!("/a/1/contacts?search=x&confirm=delete&picked={ID}.{ID}");
        assert_eq!(question("/a/1/contacts?search=x&done=suspend", &these), Some(asks.clone()));
        assert_eq!(question(&asks, &these), None);
        assert_eq!(question("", &these), None);
        assert_eq!(question("/a/1/contacts", &BulkCommand { to: ContactVerb::Suspend, ..these.clone() }), None);
        assert_eq!(question("/a/1/contacts", &BulkCommand { contacts: Vec::new(), ..these }), None);

        let picked = format!("{ID}.x");
        assert_eq!(asked(&map(&[("confirm", "delete"), ("picked", &picked)])), Some(Picked::These(vec![id])));
        assert_eq!(asked(&map(&[("confirm", "delete"), ("picked", "all")])), Some(Picked::Everybody));
        assert_eq!(asked(&map(&[("picked", "all")])), None);
    }

    #[test]
    fn steps_on_different_contacts_are_different_submissions() {
        let page: SubmissionId = ID.parse().expect("an id");
        let (one, two): (ContactId, ContactId) = (
            "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70".parse().expect("an id"),
            "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e71".parse().expect("an id"),
        );
        assert_eq!(submission(page, one, ContactVerb::Delete), submission(page, one, ContactVerb::Delete));
        assert_ne!(submission(page, one, ContactVerb::Delete), submission(page, two, ContactVerb::Delete));
        assert_ne!(submission(page, one, ContactVerb::Delete), submission(page, one, ContactVerb::Restore));
    }
}
