//! Which mails the people of an account get, as the pages call it.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::ContactId;
use crate::notification::{ChooseNotifications, NotificationChoice, NotificationMatrix};
use async_trait::async_trait;

/// Which mails the people of an account get.
#[async_trait]
pub trait NotificationChoices: Send + Sync {
    /// What one contact gets.
    async fn read(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
    ) -> Result<NotificationChoice, PortalError>;
    /// Chooses for one contact.
    async fn choose(&self, caller: &Caller, acting: Acting, change: ChooseNotifications) -> Result<(), PortalError>;
    /// Who gets what: a page of people, from a cursor on, and how many get each category.
    async fn matrix(&self, caller: &Caller, acting: Acting, cursor: String) -> Result<NotificationMatrix, PortalError>;
}
