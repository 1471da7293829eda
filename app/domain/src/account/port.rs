//! The accounts a person may act for, as the pages call them.

use crate::account::{AccountEntry, AccountView, Dashboard, LeaveAccount, OwnAccess, PinAccount};
use crate::acting::Acting;
use crate::audit::{ActivityExport, ActivityFilter, ActivityQuery, ActivityRow};
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
    /// What its first page shows the caller.
    async fn dashboard(&self, caller: &Caller, acting: Acting) -> Result<Dashboard, PortalError>;
    /// What the caller may do there, with where each right comes from.
    async fn own_access(&self, caller: &Caller, acting: Acting) -> Result<OwnAccess, PortalError>;
    /// A page of who did what in it, latest first.
    async fn activity(
        &self,
        caller: &Caller,
        acting: Acting,
        query: ActivityQuery,
    ) -> Result<Page<ActivityRow>, PortalError>;
    /// The newest rows of the same, for a file.
    async fn activity_export(
        &self,
        caller: &Caller,
        acting: Acting,
        filter: ActivityFilter,
    ) -> Result<ActivityExport, PortalError>;
    /// Keeps an account at the top of the caller's own list, or no longer.
    async fn pin(&self, caller: &Caller, acting: Acting, change: PinAccount) -> Result<(), PortalError>;
    /// Ends the caller's own access.
    async fn leave(&self, caller: &Caller, acting: Acting, change: LeaveAccount) -> Result<(), PortalError>;
}
