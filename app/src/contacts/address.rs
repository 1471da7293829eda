//! What the address of the contacts page says: search, filter, order and page; and, in a part of its own, what was just
//! done and what is asked.

mod said;

pub use said::{
    MENU, after, after_bulk, after_inviting, after_save, bulk, confirm_delete, confirm_leave, is_under_way, leading_to,
    menu, next, progress, through_with, wants_progress,
};

use crate::request::Query;
use domain::acting::Acting;
use domain::contact::{AccessFilter, ContactFilter, ContactQuery, ContactSort, ContactVerb};
use domain::id::{BulkId, ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use domain::list::Direction;
use domain::paths;
use domain::role::Role;
use domain::status::ContactStatus;

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

/// An order: by which column, and which way.
pub type Order = (ContactSort, Direction);

/// Every order, with the key that stands for it in addresses and forms.
pub const ORDERS: [(Order, &str); 8] = [
    ((ContactSort::Name, Direction::Ascending), "name"),
    ((ContactSort::Name, Direction::Descending), "name-down"),
    ((ContactSort::Email, Direction::Ascending), "email"),
    ((ContactSort::Email, Direction::Descending), "email-down"),
    ((ContactSort::Status, Direction::Ascending), "status"),
    ((ContactSort::Status, Direction::Descending), "status-down"),
    ((ContactSort::LastSignIn, Direction::Descending), "last_sign_in-down"),
    ((ContactSort::LastSignIn, Direction::Ascending), "last_sign_in"),
];

/// The key of an order.
pub fn order_key(order: Order) -> &'static str {
    ORDERS.iter().find(|(each, _)| *each == order).map_or("", |(_, key)| key)
}

fn order_from_key(key: &str) -> Order {
    ORDERS.iter().find(|(_, each)| *each == key).map(|(order, _)| *order).unwrap_or_default()
}

/// What the address asks for. What it can't mean is left out.
pub fn read(query: &Query) -> ContactQuery {
    let (sort, direction) = order_from_key(query.text("sort"));
    ContactQuery {
        filter: ContactFilter {
            search: query.text("search").trim().to_owned(),
            status: ContactStatus::from_key(query.text("status")),
            access: access_from_key(query.text("access")),
        },
        sort,
        direction,
        cursor: query.text("cursor").to_owned(),
    }
}

/// What the address of a list says of it; what it does not say is empty.
pub fn pairs(query: &ContactQuery) -> [(&'static str, String); 5] {
    let order = (query.sort, query.direction);
    let sort = if order == Order::default() { "" } else { order_key(order) };
    [
        ("search", query.filter.search.clone()),
        ("status", query.filter.status.map(ContactStatus::key).unwrap_or_default().to_owned()),
        ("access", query.filter.access.as_ref().map(access_key).unwrap_or_default()),
        ("sort", sort.to_owned()),
        ("cursor", query.cursor.clone()),
    ]
}

/// The address of a list.
pub fn write(acting: Acting, query: &ContactQuery) -> String {
    let pairs = pairs(query);
    paths::with_query(paths::contacts(acting), pairs.iter().map(|(name, value)| (*name, value.as_str())))
}

/// The address of the same list with another status, or whatever the status. Begins at the first page.
pub fn with_status(acting: Acting, query: &ContactQuery, status: Option<ContactStatus>) -> String {
    let filter = ContactFilter { status, ..query.filter.clone() };
    write(acting, &ContactQuery { filter, cursor: String::new(), ..query.clone() })
}

/// The address of the list as a file.
pub fn export(acting: Acting, query: &ContactQuery) -> String {
    let pairs = pairs(&ContactQuery { cursor: String::new(), ..query.clone() });
    paths::with_query(paths::export_contacts(acting), pairs.iter().map(|(name, value)| (*name, value.as_str())))
}

/// The filter as text: the address of all that it finds, in whatever order.
pub fn filtered_by(acting: Acting, filter: &ContactFilter) -> String {
    write(acting, &ContactQuery { filter: filter.clone(), ..ContactQuery::default() })
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

/// Whether a step ends what somebody has open.
pub const fn closes(step: ContactVerb) -> bool {
    match step {
        ContactVerb::Suspend | ContactVerb::Delete => true,
        ContactVerb::Reactivate | ContactVerb::Restore | ContactVerb::RestoreBare | ContactVerb::SendReset => false,
    }
}

/// A submission id for one step on one contact. A page has one id, which its forms share; steps on different contacts must
/// not pass for retries of each other, and two clicks on the same one must. `step` tells the steps apart.
pub fn submission(page: SubmissionId, contact: ContactId, step: u8) -> SubmissionId {
    // In front, where ids made within some centuries are the same.
    let step = u128::from(step) << 120;
    let bits = page.uuid().as_u128() ^ contact.uuid().as_u128().rotate_left(64) ^ step;
    let hex = format!("{bits:032x}");
    let text = format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]);
    text.parse().unwrap_or(page)
}

/// The submission id for taking a bulk action back, which counts once wherever it is pressed.
pub const fn undo_submission(bulk: BulkId) -> SubmissionId {
    SubmissionId::new(bulk.uuid())
}

#[cfg(test)]
mod tests;
