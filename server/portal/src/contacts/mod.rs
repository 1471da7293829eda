//! The people of an account.

pub(crate) mod bulk;
mod bulk_preview;
mod bulk_step;
pub(crate) mod command;
mod history;
pub(crate) mod list;
pub(crate) mod page;
mod restore;
pub(crate) mod save;
mod send_reset;
mod services;
mod sign_in_check;
pub(crate) mod viewing;

use crate::membership::confirm::run_confirmed;
use crate::membership::enter::enter;
use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
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
use std::sync::Arc;

/// The use-cases of contacts.
#[derive(Debug, Clone)]
pub(crate) struct ContactsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Contacts for ContactsUseCases {
    async fn list(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ContactQuery,
    ) -> Result<Page<ContactRow>, PortalError> {
        let list = |unit, entered| list::list(&self.0, unit, entered, &query);
        self.0.look(caller, acting, use_case!("contacts.list"), list).await
    }

    async fn counts(
        &self,
        caller: &Caller,
        acting: Acting,
        filter: ContactFilter,
    ) -> Result<ContactCounts, PortalError> {
        let counts = |unit, entered| list::counts(unit, entered, &filter);
        self.0.look(caller, acting, use_case!("contacts.counts"), counts).await
    }

    async fn export(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ContactQuery,
    ) -> Result<Vec<ContactRow>, PortalError> {
        let _turn = self.0.long_reads.turn().await?;
        let export = |unit, entered| list::export(&self.0, unit, entered, &query);
        self.0.look(caller, acting, use_case!("contacts.export"), export).await
    }

    async fn read(&self, caller: &Caller, acting: Acting, contact: ContactId) -> Result<ContactPage, PortalError> {
        let read = |unit, entered| page::read(&self.0, unit, entered, contact);
        self.0.look(caller, acting, use_case!("contacts.read"), read).await
    }

    async fn history(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
        cursor: String,
    ) -> Result<Page<HistoryEntry>, PortalError> {
        let history = |unit, entered| history::history(unit, entered, contact, &cursor);
        self.0.look(caller, acting, use_case!("contacts.history"), history).await
    }

    async fn form(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: Option<ContactId>,
    ) -> Result<ContactForm, PortalError> {
        let form = |unit, entered| page::form(&self.0, unit, entered, contact);
        self.0.look(caller, acting, use_case!("contacts.form"), form).await
    }

    async fn services(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: Option<ContactId>,
        search: ServiceSearch,
    ) -> Result<FoundServices, PortalError> {
        let services = |unit, entered| services::services(unit, entered, contact, &search);
        self.0.look(caller, acting, use_case!("contacts.services"), services).await
    }

    async fn save(&self, caller: &Caller, acting: Acting, change: SaveContact) -> Result<ContactId, PortalError> {
        save::save(&self.0, caller, acting, &change).await
    }

    async fn run_command(&self, caller: &Caller, acting: Acting, change: ContactCommand) -> Result<(), PortalError> {
        let run = |unit, entered| command::run(&self.0, unit, entered, &change);
        let name = command::use_case(change.to);
        self.0.change(caller, acting, name, Writes::Rights, change.submission, run).await
    }

    async fn run_bulk_command(
        &self,
        caller: &Caller,
        acting: Acting,
        change: BulkCommand,
    ) -> Result<BulkOutcome, PortalError> {
        let many = || bulk::many(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("contacts.bulk"), many).await
    }

    async fn preview_many(
        &self,
        caller: &Caller,
        acting: Acting,
        bulk: BulkCommand,
    ) -> Result<BulkPreview, PortalError> {
        let preview = |unit, entered| bulk_preview::preview(unit, entered, &bulk);
        self.0.look(caller, acting, use_case!("contacts.bulk_preview"), preview).await
    }

    async fn undo_many(
        &self,
        caller: &Caller,
        acting: Acting,
        change: UndoContacts,
    ) -> Result<BulkOutcome, PortalError> {
        let undo = |unit, entered| bulk::undo(&self.0, unit, entered, &change);
        self.0.change(caller, acting, use_case!("contacts.bulk_undo"), Writes::Rights, change.submission, undo).await
    }

    async fn bulk(&self, caller: &Caller, acting: Acting, bulk: BulkId) -> Result<BulkOutcome, PortalError> {
        let look = |unit, entered| bulk::look(unit, entered, bulk);
        self.0.look(caller, acting, use_case!("contacts.bulk_look"), look).await
    }

    async fn view_as(&self, caller: &Caller, acting: Acting, change: ViewContactAs) -> Result<(), PortalError> {
        let start = |unit, entered| viewing::start(&self.0, unit, entered, change.contact);
        let start = || enter(&self.0, caller, acting, Writes::Other, start);
        run_confirmed(&self.0, caller, acting, use_case!("contacts.view_as"), &change.current, start).await
    }

    async fn stop_viewing(&self, caller: &Caller, acting: Acting) -> Result<(), PortalError> {
        let stop = || viewing::stop(&self.0, caller, acting);
        answer(caller, Some(acting.account), use_case!("contacts.stop_viewing"), stop).await
    }
}
