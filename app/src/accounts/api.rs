//! Server functions of accounts.

use crate::request::{FunctionError, see_other, told};
use domain::account::{LeaveAccount, PinAccount};
use domain::acting::Acting;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[PinAccountFn::PATH, LeaveAccountFn::PATH];

/// Keeps an account at the top of one's own list, or no longer; its form goes back to its page.
#[server(name = PinAccountFn, prefix = "/fn", endpoint = "accounts/pin")]
pub async fn pin(acting: Acting, change: PinAccount) -> Result<(), FunctionError> {
    ask!(accounts.pin(acting, change))
}

/// Ends one's own access, then leads to the accounts that are left.
#[server(name = LeaveAccountFn, prefix = "/fn", endpoint = "accounts/leave")]
pub async fn leave(acting: Acting, change: LeaveAccount) -> Result<(), FunctionError> {
    ask!(accounts.leave(acting, change))?;
    see_other(&told(paths::ACCOUNTS, &[("done", "left")]));
    Ok(())
}
