//! The server functions of requests for access.

use crate::request::{FunctionError, see_other, told};
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, RequestOutcome, WithdrawRequest};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[DecideFn::PATH, WithdrawFn::PATH];

/// Requests for access, told what was done there.
fn requests_after(acting: Acting, done: &str) -> String {
    told(&paths::requests(acting), &[("done", done)])
}

/// Asks for a right, then leads to one's requests.
#[server(name = AskFn, prefix = "/fn", endpoint = "asking/ask")]
pub async fn ask(acting: Acting, change: AskForAccess) -> Result<(), FunctionError> {
    ask!(asking.ask(acting, change))?;
    see_other(&requests_after(acting, "asked"));
    Ok(())
}

/// Grants or declines a request, then leads back to the requests.
#[server(name = DecideFn, prefix = "/fn", endpoint = "asking/decide")]
pub async fn decide(acting: Acting, change: DecideAccess) -> Result<RequestOutcome, FunctionError> {
    let outcome = ask!(asking.decide(acting, change))?;
    see_other(&requests_after(acting, outcome.key()));
    Ok(outcome)
}

/// Withdraws a request of one's own, then leads back to the requests.
#[server(name = WithdrawFn, prefix = "/fn", endpoint = "asking/withdraw")]
pub async fn withdraw(acting: Acting, change: WithdrawRequest) -> Result<(), FunctionError> {
    ask!(asking.withdraw(acting, change))?;
    see_other(&requests_after(acting, RequestOutcome::Withdrawn.key()));
    Ok(())
}
