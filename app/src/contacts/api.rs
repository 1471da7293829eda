//! The server functions of the contacts pages, and what these ask for in several parts.

use super::address;
use super::notice::{NAMED, Outcome};
use super::service_rows::unless_searched;
use crate::forms::any_echo;
use crate::request::{FunctionError, Query, caller, portal, see_other};
use domain::acting::Acting;
use domain::contact::{
    BulkCommand, BulkOutcome, ContactCommand, ContactQuery, ContactRow, ContactVerb, SaveContact, UndoContacts,
    ViewContactAs,
};
use domain::id::{ContactId, SubmissionId};
use domain::list::Page;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] =
    &[ContactCommandFn::PATH, BulkCommandFn::PATH, UndoContactsFn::PATH, ViewAsFn::PATH, StopViewingFn::PATH];

/// A page of the list, and the submission id for what is done on it.
pub struct ContactList {
    pub page: Page<ContactRow>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// A page of the list.
pub async fn list(acting: Acting, query: ContactQuery) -> Result<ContactList, FunctionError> {
    let page = ask!(contacts.list(acting, query))?;
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    Ok(ContactList { page, submission: SubmissionId::new(caller()?.request.uuid()) })
}

/// The names of the first of some contacts, whether they stand on this page of the list or not. Whoever is gone is left
/// out.
pub async fn names(acting: Acting, ids: &[ContactId], page: &[ContactRow]) -> Result<Vec<String>, FunctionError> {
    let mut names = Vec::new();
    for id in ids.iter().take(NAMED) {
        match page.iter().find(|row| row.id == *id) {
            Some(row) => names.push(row.name.clone()),
            None => names.extend(name(acting, *id).await?),
        }
    }
    names.sort();
    Ok(names)
}

async fn name(acting: Acting, contact: ContactId) -> Result<Option<String>, FunctionError> {
    Ok(ask!(contacts.read(acting, contact)).ok().map(|page| page.row.name))
}

/// What came of the step that the address speaks of, with names. What is not there any more is not told.
pub async fn outcome(acting: Acting, query: &Query) -> Result<Outcome, FunctionError> {
    let mut outcome = Outcome::default();
    // A page that answers a form says that, and not what was done before.
    if any_echo().is_some() {
        return Ok(outcome);
    }
    if let Some(bulk) = address::bulk(query) {
        outcome.bulk = ask!(contacts.bulk(acting, bulk)).ok();
    } else if let Some(contact) = query.parse("who") {
        outcome.name = name(acting, contact).await?;
    }
    Ok(outcome)
}

/// Adds or edits a contact, then leads to the list. With `find` it comes back with the services that it searches.
#[server(name = SaveContactFn, prefix = "/fn", endpoint = "contacts/save")]
pub async fn save(
    acting: Acting,
    change: SaveContact,
    #[server(default)] find: String,
    #[server(default)] search: String,
) -> Result<ContactId, FunctionError> {
    unless_searched(acting, change.contact, (&find, &search)).await?;
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
    let (to, contact) = (change.to, change.contact);
    // INVARIANT: here and nowhere else, so that no form can forget it.
    let submission = address::submission(change.submission, contact, to as u8);
    ask!(contacts.run_command(acting, ContactCommand { submission, ..change }))?;
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

/// Suspends or deletes many, then leads back to `return_to`. A form is led to the question first where it wants to be
/// asked, before deleting unless it was (`ask=false`).
#[server(name = BulkCommandFn, prefix = "/fn", endpoint = "contacts/move_many")]
pub async fn run_bulk_command(
    acting: Acting,
    change: BulkCommand,
    #[server(default)] ask: Option<bool>,
    #[server(default)] return_to: String,
) -> Result<BulkOutcome, FunctionError> {
    let asks = ask.unwrap_or(change.to == ContactVerb::Delete);
    if let Some(question) = address::question(&return_to, &change).filter(|_| asks) {
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
    let outcome = ask!(contacts.undo_many(acting, change))?;
    if !return_to.is_empty() {
        see_other(&address::after_bulk(&return_to, &outcome));
    }
    Ok(outcome)
}

/// Begins to view the portal as a contact.
#[server(name = ViewAsFn, prefix = "/fn", endpoint = "contacts/view_as")]
pub async fn view_as(acting: Acting, change: ViewContactAs) -> Result<(), FunctionError> {
    let viewing = Some(change.contact);
    ask!(contacts.view_as(acting, change))?;
    see_other(&paths::dashboard(Acting { viewing, ..acting }));
    Ok(())
}

/// Ends that view.
#[server(name = StopViewingFn, prefix = "/fn", endpoint = "contacts/stop_viewing")]
pub async fn stop_viewing(acting: Acting) -> Result<(), FunctionError> {
    ask!(contacts.stop_viewing(acting))?;
    see_other(&paths::contacts(Acting { viewing: None, ..acting }));
    Ok(())
}
