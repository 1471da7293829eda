//! The people of an account.

pub(crate) mod bulk;
pub(crate) mod list;
pub(crate) mod moving;
pub(crate) mod page;
pub(crate) mod save;
mod sign_in_check;
pub(crate) mod viewing;

use crate::membership::confirm::run_confirmed;
use crate::unit::core::Core;
use crate::unit::run;
use domain::contact::{
    BulkOutcome, ContactForm, ContactPage, ContactQuery, ContactRow, MoveContact, MoveContacts, SaveContact,
    UndoContacts, ViewContactAs,
};
use domain::id::{BulkId, ContactId};
use domain::list::Page;
use domain::ports::{Acting, Answer, Caller, Contacts};
use std::sync::Arc;

/// The use-cases of contacts.
#[derive(Debug, Clone)]
pub(crate) struct ContactsUseCases(pub(crate) Arc<Core>);

impl Contacts for ContactsUseCases {
    fn list<'a>(&'a self, caller: &'a Caller, acting: Acting, query: ContactQuery) -> Answer<'a, Page<ContactRow>> {
        Box::pin(async move { run(caller, "contacts.list", || list::list(&self.0, caller, acting, &query)).await })
    }

    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: ContactId) -> Answer<'a, ContactPage> {
        Box::pin(async move { run(caller, "contacts.read", || page::read(&self.0, caller, acting, contact)).await })
    }

    fn form<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: Option<ContactId>) -> Answer<'a, ContactForm> {
        Box::pin(async move { run(caller, "contacts.form", || page::form(&self.0, caller, acting, contact)).await })
    }

    fn save<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SaveContact) -> Answer<'a, ContactId> {
        Box::pin(async move {
            // The slow part, hashing, is done before the transaction holds the one writer.
            let password = save::prepare(&self.0, caller, acting, &change).await?;
            run(caller, save::NAME, || save::save(&self.0, caller, acting, &change, password.as_deref())).await
        })
    }

    fn move_one<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveContact) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "contacts.move", || moving::one(&self.0, caller, acting, &change)).await })
    }

    fn move_many<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveContacts) -> Answer<'a, BulkOutcome> {
        Box::pin(async move { run(caller, "contacts.bulk", || bulk::many(&self.0, caller, acting, &change)).await })
    }

    fn undo_many<'a>(&'a self, caller: &'a Caller, acting: Acting, change: UndoContacts) -> Answer<'a, BulkOutcome> {
        Box::pin(
            async move { run(caller, "contacts.bulk_undo", || bulk::undo(&self.0, caller, acting, &change)).await },
        )
    }

    fn bulk<'a>(&'a self, caller: &'a Caller, acting: Acting, bulk: BulkId) -> Answer<'a, BulkOutcome> {
        Box::pin(async move { run(caller, "contacts.bulk_look", || bulk::look(&self.0, caller, acting, bulk)).await })
    }

    fn view_as<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ViewContactAs) -> Answer<'a, ()> {
        Box::pin(async move {
            let start = || viewing::start(&self.0, caller, acting, change.contact);
            run_confirmed(&self.0, caller, "contacts.view_as", &change.current, start).await
        })
    }

    fn stop_viewing<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "contacts.stop_viewing", || viewing::stop(&self.0, caller, acting)).await })
    }
}
