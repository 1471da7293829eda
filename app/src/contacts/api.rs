//! The server functions of the contacts pages.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::contact::{
    BulkCommand, BulkOutcome, ContactCommand, ContactForm, ContactPage, ContactQuery, ContactRow, HistoryEntry,
    SaveContact, UndoContacts, ViewContactAs,
};
use domain::id::{BulkId, ContactId, SubmissionId};
use domain::list::Page;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The forms that are single buttons.
pub const BUTTONS: &[&str] =
    &[ContactCommandFn::PATH, BulkCommandFn::PATH, UndoContactsFn::PATH, ViewAsFn::PATH, StopViewingFn::PATH];

/// A page of the list, and the submission id for what is done on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactList {
    pub page: Page<ContactRow>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// A page of the list.
#[server(name = ListContactsFn, prefix = "/fn", endpoint = "contacts/list", input = GetUrl)]
pub async fn list(acting: Acting, query: ContactQuery) -> Result<ContactList, FunctionError> {
    use crate::request::caller;
    let page = ask!(contacts.list(acting, query))?;
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    Ok(ContactList { page, submission: SubmissionId::new(caller()?.request.uuid()) })
}

/// One contact.
#[server(name = ReadContactFn, prefix = "/fn", endpoint = "contacts/read", input = GetUrl)]
pub async fn read(acting: Acting, contact: ContactId) -> Result<ContactPage, FunctionError> {
    ask!(contacts.read(acting, contact))
}

/// A page of a contact's history.
#[server(name = ContactHistoryFn, prefix = "/fn", endpoint = "contacts/history", input = GetUrl)]
pub async fn history(
    acting: Acting,
    contact: ContactId,
    #[server(default)] cursor: String,
) -> Result<Page<HistoryEntry>, FunctionError> {
    ask!(contacts.history(acting, contact, cursor))
}

/// What the form needs, for adding (`None`) or editing.
#[server(name = ContactFormFn, prefix = "/fn", endpoint = "contacts/form", input = GetUrl)]
pub async fn form(acting: Acting, #[server(default)] contact: Option<ContactId>) -> Result<ContactForm, FunctionError> {
    ask!(contacts.form(acting, contact))
}

/// Adds or edits a contact, then leads to the list.
#[server(name = SaveContactFn, prefix = "/fn", endpoint = "contacts/save")]
pub async fn save(acting: Acting, change: SaveContact) -> Result<ContactId, FunctionError> {
    use crate::contacts::address;
    use crate::request::see_other;
    let id = ask!(contacts.save(acting, change))?;
    see_other(&address::after_save(acting, id));
    Ok(id)
}

/// Suspends, reactivates, deletes or restores one contact, or sends it a reset link; then leads back to `return_to`.
#[server(name = ContactCommandFn, prefix = "/fn", endpoint = "contacts/move_one")]
pub async fn run_command(
    acting: Acting,
    change: ContactCommand,
    #[server(default)] return_to: String,
) -> Result<(), FunctionError> {
    use crate::contacts::address;
    use crate::request::{caller, portal, see_other};
    let (to, contact) = (change.to, change.contact);
    ask!(contacts.run_command(acting, change))?;
    if !return_to.is_empty() {
        let told = if address::closes(to) {
            portal()?.live.sessions_reached(&caller()?, acting, contact).await.unwrap_or(0)
        } else {
            0
        };
        let (who, told) = (contact.to_string(), (told > 0).then(|| told.to_string()));
        let mut said = vec![("done", address::verb_key(to)), ("who", &*who)];
        said.extend(told.as_deref().map(|told| ("told", told)));
        see_other(&address::after(&return_to, &said));
    }
    Ok(())
}

/// How many open sessions of a contact's person were told at once of what was just done to it.
#[server(name = SessionsReachedFn, prefix = "/fn", endpoint = "contacts/told", input = GetUrl)]
pub async fn sessions_reached(acting: Acting, contact: ContactId) -> Result<usize, FunctionError> {
    ask!(live.sessions_reached(acting, contact))
}

/// Suspends or deletes many, then leads back to `return_to`; a form that was not asked about deleting is asked first.
#[server(name = BulkCommandFn, prefix = "/fn", endpoint = "contacts/move_many")]
pub async fn run_bulk_command(
    acting: Acting,
    change: BulkCommand,
    #[server(default)] return_to: String,
) -> Result<BulkOutcome, FunctionError> {
    use crate::contacts::address;
    use crate::request::see_other;
    if let Some(question) = address::question(&return_to, &change) {
        see_other(&question);
        return Ok(BulkOutcome::nothing(change.to));
    }
    let outcome = ask!(contacts.run_bulk_command(acting, change))?;
    if !return_to.is_empty() {
        see_other(&address::after_bulk(&return_to, &outcome));
    }
    Ok(outcome)
}

/// Takes what was done to many back, then leads back to `return_to`.
#[server(name = UndoContactsFn, prefix = "/fn", endpoint = "contacts/undo_many")]
pub async fn undo_many(
    acting: Acting,
    change: UndoContacts,
    #[server(default)] return_to: String,
) -> Result<BulkOutcome, FunctionError> {
    use crate::contacts::address;
    use crate::request::see_other;
    let outcome = ask!(contacts.undo_many(acting, change))?;
    if !return_to.is_empty() {
        see_other(&address::after_bulk(&return_to, &outcome));
    }
    Ok(outcome)
}

/// How far a bulk action is.
#[server(name = BulkFn, prefix = "/fn", endpoint = "contacts/bulk", input = GetUrl)]
pub async fn bulk(acting: Acting, bulk: BulkId) -> Result<BulkOutcome, FunctionError> {
    ask!(contacts.bulk(acting, bulk))
}

/// Begins to view the portal as a contact.
#[server(name = ViewAsFn, prefix = "/fn", endpoint = "contacts/view_as")]
pub async fn view_as(acting: Acting, change: ViewContactAs) -> Result<(), FunctionError> {
    use crate::request::see_other;
    use domain::paths;
    let viewing = Some(change.contact);
    ask!(contacts.view_as(acting, change))?;
    see_other(&paths::dashboard(Acting { viewing, ..acting }));
    Ok(())
}

/// Ends that view.
#[server(name = StopViewingFn, prefix = "/fn", endpoint = "contacts/stop_viewing")]
pub async fn stop_viewing(acting: Acting) -> Result<(), FunctionError> {
    use crate::request::see_other;
    use domain::paths;
    ask!(contacts.stop_viewing(acting))?;
    see_other(&paths::contacts(Acting { viewing: None, ..acting }));
    Ok(())
}
