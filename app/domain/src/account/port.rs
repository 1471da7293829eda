//! The accounts a person may act for, as the pages call them.

use crate::account::{AccountEntry, AccountView, Dashboard, LeaveAccount, PinAccount};
use crate::acting::Acting;
use crate::audit::ActivityRow;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::list::Page;
use async_trait::async_trait;

/// The accounts a person may act for.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Those accounts with what waits there: first those the person keeps at the top, then the others, each by name.
    async fn mine(&self, caller: &Caller) -> Result<Vec<AccountEntry>, PortalError>;
    /// What the caller is in one account.
    async fn open(&self, caller: &Caller, acting: Acting) -> Result<AccountView, PortalError>;
    /// What the caller sees there, in numbers.
    async fn dashboard(&self, caller: &Caller, acting: Acting) -> Result<Dashboard, PortalError>;
    /// A page of who did what in it, latest first, from a cursor on.
    async fn activity(&self, caller: &Caller, acting: Acting, cursor: String)
    -> Result<Page<ActivityRow>, PortalError>;
    /// Keeps an account at the top of the caller's own list, or no longer.
    async fn pin(&self, caller: &Caller, acting: Acting, change: PinAccount) -> Result<(), PortalError>;
    /// Ends the caller's own access.
    async fn leave(&self, caller: &Caller, acting: Acting, change: LeaveAccount) -> Result<(), PortalError>;
}
