//! The server functions of notifications.

use crate::contacts::address;
use crate::request::{FunctionError, see_other};
use domain::acting::Acting;
use domain::notification::ChooseNotifications;
use leptos::prelude::*;

/// Chooses for one contact, then leads to `next`, from where somebody came to choose, else back to `return_to`.
#[server(name = ChooseNotificationsFn, prefix = "/fn", endpoint = "notifications/choose")]
pub async fn choose(
    acting: Acting,
    change: ChooseNotifications,
    #[server(default)] return_to: String,
    next: Option<String>,
) -> Result<(), FunctionError> {
    ask!(notifications.choose(acting, change))?;
    see_other(&address::after(next.as_deref().unwrap_or(&return_to), &[("done", "notified")]));
    Ok(())
}
