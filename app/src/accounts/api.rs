//! Server functions of accounts.

#![expect(missing_docs, reason = "the fields of the structs that the macro makes are the functions' arguments")]

use crate::request::Failure;
use domain::account::AccountEntry;
use domain::audit::ActivityRow;
use domain::ports::{AccountView, Acting};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

/// The accounts one may act for, by name.
#[server(name = MyAccountsFn, prefix = "/fn", endpoint = "accounts/mine", input = GetUrl)]
pub async fn mine() -> Result<Vec<AccountEntry>, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.mine(&caller()?).await)
}

/// What one is in an account.
#[server(name = OpenAccountFn, prefix = "/fn", endpoint = "accounts/open", input = GetUrl)]
pub async fn open(acting: Acting) -> Result<AccountView, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.open(&caller()?, acting).await)
}

/// Who did what in it, latest first.
#[server(name = ActivityFn, prefix = "/fn", endpoint = "accounts/activity", input = GetUrl)]
pub async fn activity(acting: Acting) -> Result<Vec<ActivityRow>, Failure> {
    use crate::request::{caller, portal, respond};
    respond(portal()?.accounts.activity(&caller()?, acting).await)
}
