//! The server functions of notifications.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::id::ContactId;
use domain::notification::{ChooseNotifications, NotificationChoice, NotificationMatrix};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// What one contact gets.
#[server(name = ReadNotificationsFn, prefix = "/fn", endpoint = "notifications/read", input = GetUrl)]
pub async fn read(acting: Acting, contact: ContactId) -> Result<NotificationChoice, FunctionError> {
    ask!(notifications.read(acting, contact))
}

/// Chooses for one contact, then leads back to `return_to`.
#[server(name = ChooseNotificationsFn, prefix = "/fn", endpoint = "notifications/choose")]
pub async fn choose(
    acting: Acting,
    change: ChooseNotifications,
    #[server(default)] return_to: String,
) -> Result<(), FunctionError> {
    use crate::contacts::address;
    use crate::request::see_other;
    let contact = change.contact.to_string();
    ask!(notifications.choose(acting, change))?;
    if !return_to.is_empty() {
        see_other(&address::after(&return_to, &[("notified", &contact)]));
    }
    Ok(())
}

/// Who gets what: a page of people, from a cursor on.
#[server(name = NotificationMatrixFn, prefix = "/fn", endpoint = "notifications/matrix", input = GetUrl)]
pub async fn matrix(acting: Acting, #[server(default)] cursor: String) -> Result<NotificationMatrix, FunctionError> {
    ask!(notifications.matrix(acting, cursor))
}
