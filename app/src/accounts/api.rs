//! Server functions of accounts.

use crate::request::FunctionError;
use domain::account::{AccountEntry, AccountView, Dashboard, LeaveAccount, PinAccount};
use domain::acting::Acting;
use domain::audit::ActivityRow;
use domain::id::SubmissionId;
use domain::list::Page;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[PinAccountFn::PATH, LeaveAccountFn::PATH];

/// The accounts one may act for, and the submission id for what is done in their list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyAccounts {
    /// The accounts, pinned ones first.
    pub accounts: Vec<AccountEntry>,
    pub submission: SubmissionId,
}

/// The accounts one may act for, with what waits there.
#[server(name = MyAccountsFn, prefix = "/fn", endpoint = "accounts/mine", input = GetUrl)]
pub async fn mine() -> Result<MyAccounts, FunctionError> {
    use crate::request::caller;
    let accounts = ask!(accounts.mine())?;
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    Ok(MyAccounts { accounts, submission: SubmissionId::new(caller()?.request.uuid()) })
}

/// What one is in an account.
#[server(name = OpenAccountFn, prefix = "/fn", endpoint = "accounts/open", input = GetUrl)]
pub async fn open(acting: Acting) -> Result<AccountView, FunctionError> {
    ask!(accounts.open(acting))
}

/// What one sees there, in numbers.
#[server(name = DashboardFn, prefix = "/fn", endpoint = "accounts/dashboard", input = GetUrl)]
pub async fn dashboard(acting: Acting) -> Result<Dashboard, FunctionError> {
    ask!(accounts.dashboard(acting))
}

/// A page of who did what in it, latest first, from a cursor on.
#[server(name = ActivityFn, prefix = "/fn", endpoint = "accounts/activity", input = GetUrl)]
pub async fn activity(acting: Acting, #[server(default)] cursor: String) -> Result<Page<ActivityRow>, FunctionError> {
    ask!(accounts.activity(acting, cursor))
}

/// Keeps an account at the top of one's own list, or no longer; a plain form goes back to its page.
#[server(name = PinAccountFn, prefix = "/fn", endpoint = "accounts/pin")]
pub async fn pin(acting: Acting, change: PinAccount) -> Result<(), FunctionError> {
    ask!(accounts.pin(acting, change))
}

/// Ends one's own access, then leads to the accounts that are left.
#[server(name = LeaveAccountFn, prefix = "/fn", endpoint = "accounts/leave")]
pub async fn leave(acting: Acting, change: LeaveAccount) -> Result<(), FunctionError> {
    use crate::request::see_other;
    use domain::paths;
    ask!(accounts.leave(acting, change))?;
    see_other(&paths::accounts_after_leaving());
    Ok(())
}
