//! The server functions of the contacts pages, and what these ask for in several parts.

use super::address;
use super::notice::Outcome;
use super::service_rows::unless_searched;
use crate::forms::any_echo;
use crate::request::{FunctionError, Query, caller, portal, said, see_other};
use domain::acting::Acting;
use domain::contact::{
    BulkCommand, BulkOutcome, BulkPreview, BulkVerb, ContactCommand, ContactCounts, ContactQuery, ContactRow,
    SaveContact, UndoContacts, ViewContactAs,
};
use domain::id::{ContactId, SubmissionId};
use domain::list::{Page, Total};
use domain::live::Reached;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::{Deserialize, Serialize};

/// The forms that are single buttons.
pub const BUTTONS: &[&str] =
    &[ContactCommandFn::PATH, BulkCommandFn::PATH, UndoContactsFn::PATH, ViewAsFn::PATH, StopViewingFn::PATH];

/// A page of the list, and the submission id for what is done on it.
pub struct ContactList {
    pub page: Page<ContactRow>,
    /// How many people there are around it.
    pub counts: ContactCounts,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// What a form about many is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BulkAnswer {
    /// The question before it: nothing was done.
    Asked(BulkPreview),
    /// It was carried out.
    Done(BulkOutcome),
}

/// A page of the list.
pub async fn list(acting: Acting, query: ContactQuery) -> Result<ContactList, FunctionError> {
    let counts = ask!(contacts.counts(acting, query.filter.clone()))?;
    let page = ask!(contacts.list(acting, query))?;
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    Ok(ContactList { page, counts, submission: SubmissionId::new(caller()?.request.uuid()) })
}

/// What the form about many that comes back with this page was answered.
pub fn bulk_answer() -> Option<BulkAnswer> {
    any_echo().filter(|echo| echo.form == BulkCommandFn::PATH)?.answer()
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
        return Ok(outcome);
    }
    let said = said();
    outcome.saved = said.parse("saved");
    if let Some(contact) = outcome.saved.or_else(|| said.parse("who")) {
        outcome.name = ask!(contacts.read(acting, contact)).ok().map(|page| page.row.name);
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
        let reached = if address::closes(to) {
            portal()?.live.sessions_reached(&caller()?, acting, contact).await.unwrap_or_default()
        } else {
            Reached::default()
        };
        let some = |count: usize| (count > 0).then(|| count.to_string());
        let (who, told, consoles) = (contact.to_string(), some(reached.sessions), some(reached.consoles));
        let mut said = vec![("done", address::verb_key(to)), ("who", &*who)];
        said.extend(told.as_deref().map(|told| ("told", told)));
        said.extend(consoles.as_deref().map(|consoles| ("consoles", consoles)));
        see_other(&address::after(&return_to, &said));
    }
    Ok(())
}

/// Does something to many, then leads back to `return_to`. A form is answered with the question first where it wants to be
/// asked, and before anything but suspending unless it was (`ask=false`).
#[server(name = BulkCommandFn, prefix = "/fn", endpoint = "contacts/move_many")]
pub async fn run_bulk_command(
    acting: Acting,
    change: BulkCommand,
    #[server(default)] ask: Option<bool>,
    #[server(default)] return_to: String,
) -> Result<BulkAnswer, FunctionError> {
    if ask.unwrap_or(change.to != BulkVerb::Suspend) {
        let preview = ask!(contacts.preview_many(acting, change))?;
        let is_anybody = preview.total != Total::Exact(0);
        return Ok(if is_anybody { BulkAnswer::Asked(preview) } else { BulkAnswer::Done(preview.left) });
    }
    let outcome = ask!(contacts.run_bulk_command(acting, change))?;
    lead_back(&return_to, &outcome);
    Ok(BulkAnswer::Done(outcome))
}

/// Takes what was done to many back, then leads back to `return_to`.
#[server(name = UndoContactsFn, prefix = "/fn", endpoint = "contacts/undo_many")]
pub async fn undo_many(
    acting: Acting,
    change: UndoContacts,
    #[server(default)] return_to: String,
) -> Result<BulkOutcome, FunctionError> {
    let outcome = ask!(contacts.undo_many(acting, change))?;
    lead_back(&return_to, &outcome);
    Ok(outcome)
}

/// Where nothing was done there is nothing to ask for later: the answer itself is shown.
fn lead_back(return_to: &str, outcome: &BulkOutcome) {
    if let Some(bulk) = outcome.id {
        see_other(&address::after_bulk(return_to, bulk, outcome.progress));
    }
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
