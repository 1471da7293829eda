//! Which mails the people of an account get: their choices, and who is told of what happens.

pub(crate) mod choose;
pub(crate) mod digest;
pub(crate) mod event;
pub(crate) mod letters;
pub(crate) mod matrix;
pub(crate) mod narrowed;
pub(crate) mod notice;
pub(crate) mod recipients;
pub(crate) mod store;

use crate::core::Core;
use crate::unit::run;
use domain::id::ContactId;
use domain::notification::{ChooseNotifications, NotificationChoice, NotificationMatrix};
use domain::ports::{Acting, Answer, Caller, NotificationChoices};
use std::sync::Arc;

/// The use-cases of notifications.
#[derive(Debug, Clone)]
pub(crate) struct NotificationsUseCases(pub(crate) Arc<Core>);

impl NotificationChoices for NotificationsUseCases {
    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: ContactId) -> Answer<'a, NotificationChoice> {
        Box::pin(
            async move { run(caller, "notifications.read", || choose::read(&self.0, caller, acting, contact)).await },
        )
    }

    fn choose<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ChooseNotifications) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "notifications.choose", || choose::choose(&self.0, caller, acting, &change)).await
        })
    }

    fn matrix<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, NotificationMatrix> {
        Box::pin(async move {
            run(caller, "notifications.matrix", || matrix::matrix(&self.0, caller, acting, &cursor)).await
        })
    }
}
