//! The server function of consoles.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::id::ServiceId;
use domain::text::Secret;
use leptos::prelude::*;

/// Makes a ticket to open the console of a service once. The program of its document posts it, and keeps the answer for one
/// connection.
#[server(name = IssueTicketFn, prefix = "/fn", endpoint = "console/issue")]
pub async fn issue_ticket(acting: Acting, service: ServiceId) -> Result<Secret, FunctionError> {
    Ok(ask!(consoles.issue(acting, service))?)
}
