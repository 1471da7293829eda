//! Contacts: people on an account, with or without a login, and what may become of them.

mod bulk;
mod bulk_deed;
mod command;
mod form;
mod list;
mod page;
mod port;
mod revision;
mod snapshot;

pub use bulk::{BulkCommand, BulkOutcome, BulkPicked, BulkPreview, BulkProgress, BulkRefusal, BulkWith, UndoContacts};
pub use bulk_deed::{BulkDeed, BulkVerb};
pub use command::{ContactCommand, ContactVerb, ViewContactAs};
pub use form::{DOMAIN_KEY, RequiredField, SERVICE_KEY, SaveContact};
pub(crate) use form::{domain_keys, service_keys};
pub use list::{
    AccessFilter, AccessSummary, ContactCounts, ContactFilter, ContactQuery, ContactRow, ContactSort, EXPORTED,
    Notifications, OnlyService, RowMenu, TemplateUse, Verdict,
};
pub use page::{ContactForm, ContactPage, EditedContact, EndingRight, HeldOrigin, HeldRight, HistoryEntry, Restorable};
pub use port::Contacts;
pub use revision::{Contact, ReviseProblem, Revision};
pub use snapshot::ContactSnapshot;

/// The longest first or last name, in characters.
pub const NAME_MAX: usize = 100;
/// The longest note, in characters.
pub const NOTE_MAX: usize = 1000;
/// The longest telephone number, in characters.
pub const PHONE_MAX: usize = 40;
