//! Server functions of accounts.

use crate::request::Failure;
use domain::account::{AccountEntry, Dashboard, LeaveAccount, PinAccount};
use domain::audit::ActivityRow;
use domain::id::SubmissionId;
use domain::list::Page;
use domain::ports::{AccountView, Acting};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

/// The accounts one may act for, and the submission id for what is done in their list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyAccounts {
    /// The accounts, pinned ones first.
    pub accounts: Vec<AccountEntry>,
    pub submission: SubmissionId,
}

/// The accounts one may act for, with what waits there.
#[server(name = MyAccountsFn, prefix = "/fn", endpoint = "accounts/mine", input = GetUrl)]
pub async fn mine() -> Result<MyAccounts, Failure> {
    use crate::request::{caller, portal, respond};
    let caller = caller()?;
    let accounts = respond(portal()?.accounts.mine(&caller).await)?;
    // The request's own id: new with every rendering, and the same for the retries of what that rendering offers.
    Ok(MyAccounts { accounts, submission: SubmissionId::new(caller.request.uuid()) })
}

/// What one is in an account.
#[server(name = OpenAccountFn, prefix = "/fn", endpoint = "accounts/open", input = GetUrl)]
pub async fn open(acting: Acting) -> Result<AccountView, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.open(&caller()?, acting).await)
}

/// What one sees there, in numbers.
#[server(name = DashboardFn, prefix = "/fn", endpoint = "accounts/dashboard", input = GetUrl)]
pub async fn dashboard(acting: Acting) -> Result<Dashboard, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.dashboard(&caller()?, acting).await)
}

/// A page of who did what in it, latest first, from a cursor on.
#[server(name = ActivityFn, prefix = "/fn", endpoint = "accounts/activity", input = GetUrl)]
pub async fn activity(acting: Acting, #[server(default)] cursor: String) -> Result<Page<ActivityRow>, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.activity(&caller()?, acting, cursor).await)
}

/// Keeps an account at the top of one's own list, or no longer; a plain form goes back to its page.
#[server(name = PinAccountFn, prefix = "/fn", endpoint = "accounts/pin")]
pub async fn pin(acting: Acting, change: PinAccount) -> Result<(), Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.pin(&caller()?, acting, change).await)
}

/// Ends one's own access, then leads to the accounts that are left.
#[server(name = LeaveAccountFn, prefix = "/fn", endpoint = "accounts/leave")]
pub async fn leave(acting: Acting, change: LeaveAccount) -> Result<(), Failure> {
    use crate::request::{caller, portal, respond, see_other};
    use domain::paths;
    respond(portal()?.accounts.leave(&caller()?, acting, change).await)?;
    see_other(&paths::accounts_after_leaving());
    Ok(())
}
