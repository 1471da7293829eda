//! Which mails the people of an account get: their choices, and who is told of what happens.

pub(crate) mod choose;
pub(crate) mod digest;
pub(crate) mod matrix;

use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::notification::{ChooseNotifications, NotificationChoice, NotificationChoices, NotificationMatrix};
use std::sync::Arc;

/// The use-cases of notifications.
#[derive(Debug, Clone)]
pub(crate) struct NotificationsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl NotificationChoices for NotificationsUseCases {
    async fn read(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
    ) -> Result<NotificationChoice, PortalError> {
        let read = |unit, entered| choose::read(unit, entered, contact);
        self.0.look(caller, acting, use_case!("notifications.read"), read).await
    }

    async fn choose(&self, caller: &Caller, acting: Acting, change: ChooseNotifications) -> Result<(), PortalError> {
        // Under the account's lock, so that of two choices at once the second is compared with the first.
        let (writes, choose) = (Writes::Rights, |unit, entered| choose::choose(unit, entered, &change));
        self.0.change(caller, acting, use_case!("notifications.choose"), writes, change.submission, choose).await
    }

    async fn matrix(&self, caller: &Caller, acting: Acting, cursor: String) -> Result<NotificationMatrix, PortalError> {
        let matrix = |unit, entered| matrix::matrix(unit, entered, &cursor);
        self.0.look(caller, acting, use_case!("notifications.matrix"), matrix).await
    }
}
