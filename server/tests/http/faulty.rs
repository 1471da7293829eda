//! The real use-cases of contacts, of which saving and viewing fail as a test says.

use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{
    BulkCommand, BulkOutcome, BulkPreview, ContactCommand, ContactCounts, ContactFilter, ContactForm, ContactPage,
    ContactQuery, ContactRow, Contacts, HistoryEntry, SaveContact, UndoContacts, ViewContactAs,
};
use domain::error::PortalError;
use domain::id::{BulkId, ContactId};
use domain::list::Page;
use domain::service::{FoundServices, ServiceSearch};
use std::sync::{Arc, Mutex};

type Answer<T> = Result<T, PortalError>;
/// What goes wrong.
pub type Fault = Arc<dyn Fn() -> Answer<()> + Send + Sync>;

pub struct Faulty {
    pub real: Arc<dyn Contacts>,
    pub fault: Arc<Mutex<Option<Fault>>>,
}

impl Faulty {
    fn happen(&self) -> Answer<()> {
        let fault = self.fault.lock().unwrap().clone();
        fault.map_or(Ok(()), |fault| fault())
    }
}

#[async_trait]
impl Contacts for Faulty {
    async fn save(&self, caller: &Caller, acting: Acting, change: SaveContact) -> Answer<ContactId> {
        self.happen()?;
        self.real.save(caller, acting, change).await
    }
    async fn view_as(&self, caller: &Caller, acting: Acting, change: ViewContactAs) -> Answer<()> {
        self.happen()?;
        self.real.view_as(caller, acting, change).await
    }
    async fn list(&self, caller: &Caller, acting: Acting, query: ContactQuery) -> Answer<Page<ContactRow>> {
        self.real.list(caller, acting, query).await
    }
    async fn counts(&self, caller: &Caller, acting: Acting, filter: ContactFilter) -> Answer<ContactCounts> {
        self.real.counts(caller, acting, filter).await
    }
    async fn export(&self, caller: &Caller, acting: Acting, query: ContactQuery) -> Answer<Vec<ContactRow>> {
        self.real.export(caller, acting, query).await
    }
    async fn read(&self, caller: &Caller, acting: Acting, contact: ContactId) -> Answer<ContactPage> {
        self.real.read(caller, acting, contact).await
    }
    async fn history(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
        cursor: String,
    ) -> Answer<Page<HistoryEntry>> {
        self.real.history(caller, acting, contact, cursor).await
    }
    async fn form(&self, caller: &Caller, acting: Acting, contact: Option<ContactId>) -> Answer<ContactForm> {
        self.real.form(caller, acting, contact).await
    }
    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: Option<ContactId>,
        search: ServiceSearch,
    ) -> Answer<FoundServices> {
        self.real.services(caller, acting, contact, search).await
    }
    async fn run_command(&self, caller: &Caller, acting: Acting, change: ContactCommand) -> Answer<()> {
        self.real.run_command(caller, acting, change).await
    }
    async fn run_bulk_command(&self, caller: &Caller, acting: Acting, change: BulkCommand) -> Answer<BulkOutcome> {
        self.real.run_bulk_command(caller, acting, change).await
    }
    async fn preview_many(&self, caller: &Caller, acting: Acting, bulk: BulkCommand) -> Answer<BulkPreview> {
        self.real.preview_many(caller, acting, bulk).await
    }
    async fn undo_many(&self, caller: &Caller, acting: Acting, change: UndoContacts) -> Answer<BulkOutcome> {
        self.real.undo_many(caller, acting, change).await
    }
    async fn bulk(&self, caller: &Caller, acting: Acting, bulk: BulkId) -> Answer<BulkOutcome> {
        self.real.bulk(caller, acting, bulk).await
    }
    async fn stop_viewing(&self, caller: &Caller, acting: Acting) -> Answer<()> {
        self.real.stop_viewing(caller, acting).await
    }
}
