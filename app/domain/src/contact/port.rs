//! The people of an account, as the pages call them.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::contact::{
    BulkCommand, BulkOutcome, BulkPreview, ContactCommand, ContactCounts, ContactFilter, ContactForm, ContactPage,
    ContactQuery, ContactRow, HistoryEntry, SaveContact, UndoContacts, ViewContactAs,
};
use crate::error::PortalError;
use crate::id::{BulkId, ContactId};
use crate::list::Page;
use crate::service::{FoundServices, ServiceSearch};
use async_trait::async_trait;

/// The people of an account.
#[async_trait]
pub trait Contacts: Send + Sync {
    /// A page of the list.
    async fn list(&self, caller: &Caller, acting: Acting, query: ContactQuery)
    -> Result<Page<ContactRow>, PortalError>;
    /// How many people there are around a page of the list.
    async fn counts(
        &self,
        caller: &Caller,
        acting: Acting,
        filter: ContactFilter,
    ) -> Result<ContactCounts, PortalError>;
    /// The people of all pages of the list, as far as a file holds them.
    async fn export(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ContactQuery,
    ) -> Result<Vec<ContactRow>, PortalError>;
    /// One contact, with the first page of its history.
    async fn read(&self, caller: &Caller, acting: Acting, contact: ContactId) -> Result<ContactPage, PortalError>;
    /// A page of a contact's history.
    async fn history(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
        cursor: String,
    ) -> Result<Page<HistoryEntry>, PortalError>;
    /// What the form needs, for adding (`None`) or editing.
    async fn form(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: Option<ContactId>,
    ) -> Result<ContactForm, PortalError>;
    /// The services that get a row in that form later on, or in the one that invites.
    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: Option<ContactId>,
        search: ServiceSearch,
    ) -> Result<FoundServices, PortalError>;
    /// Adds or edits a contact: details, sign-in, rights, services, all or nothing (S0.19).
    async fn save(&self, caller: &Caller, acting: Acting, change: SaveContact) -> Result<ContactId, PortalError>;
    /// Suspends, reactivates, deletes or restores one contact, or sends it a reset link.
    async fn run_command(&self, caller: &Caller, acting: Acting, change: ContactCommand) -> Result<(), PortalError>;
    /// Does something to many: the first portion at once, the rest by a job.
    async fn run_bulk_command(
        &self,
        caller: &Caller,
        acting: Acting,
        change: BulkCommand,
    ) -> Result<BulkOutcome, PortalError>;
    /// Whom that would be done to.
    async fn preview_many(
        &self,
        caller: &Caller,
        acting: Acting,
        bulk: BulkCommand,
    ) -> Result<BulkPreview, PortalError>;
    /// Takes a bulk action of one's own back, in the same way.
    async fn undo_many(
        &self,
        caller: &Caller,
        acting: Acting,
        change: UndoContacts,
    ) -> Result<BulkOutcome, PortalError>;
    /// How far a bulk action of one's own is.
    async fn bulk(&self, caller: &Caller, acting: Acting, bulk: BulkId) -> Result<BulkOutcome, PortalError>;
    /// Begins to view the portal as a contact, for 30 minutes.
    async fn view_as(&self, caller: &Caller, acting: Acting, change: ViewContactAs) -> Result<(), PortalError>;
    /// Ends that view.
    async fn stop_viewing(&self, caller: &Caller, acting: Acting) -> Result<(), PortalError>;
}
