//! The server functions of requests for access.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, RequestOutcome, Requests, RequestsQuery, WithdrawRequest};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[DecideFn::PATH, WithdrawFn::PATH];

/// Asks for a right, then leads to one's requests.
#[server(name = AskFn, prefix = "/fn", endpoint = "asking/ask")]
pub async fn ask(acting: Acting, change: AskForAccess) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(asking.ask(acting, change))?;
    see_other(&domain::paths::requests_asked(acting));
    Ok(())
}

/// A page of one's own requests, and one of those that one can decide.
#[server(name = RequestsFn, prefix = "/fn", endpoint = "asking/requests", input = GetUrl)]
pub async fn requests(acting: Acting, #[server(default)] query: RequestsQuery) -> Result<Requests, FunctionError> {
    ask!(asking.requests(acting, query))
}

/// Grants or declines a request, then leads back to the requests.
#[server(name = DecideFn, prefix = "/fn", endpoint = "asking/decide")]
pub async fn decide(acting: Acting, change: DecideAccess) -> Result<RequestOutcome, FunctionError> {
    use crate::request::see_other;
    let outcome = ask!(asking.decide(acting, change))?;
    see_other(&domain::paths::requests_decided(acting, outcome));
    Ok(outcome)
}

/// Withdraws a request of one's own, then leads back to the requests.
#[server(name = WithdrawFn, prefix = "/fn", endpoint = "asking/withdraw")]
pub async fn withdraw(acting: Acting, change: WithdrawRequest) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(asking.withdraw(acting, change))?;
    see_other(&domain::paths::requests_decided(acting, RequestOutcome::Withdrawn));
    Ok(())
}
