//! Who owns an account, as the pages call the use-cases of it.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::ownership::{ChangeOwner, OfferOwnership, OwnershipPage, TransferCommand};
use async_trait::async_trait;

/// Who owns an account.
#[async_trait]
pub trait Ownership: Send + Sync {
    /// The owners, who could be one, and the transfer under way.
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<OwnershipPage, PortalError>;
    /// Appoints or dismisses a co-owner.
    async fn change_owner(&self, caller: &Caller, acting: Acting, change: ChangeOwner) -> Result<(), PortalError>;
    /// Offers the account to somebody.
    async fn offer(&self, caller: &Caller, acting: Acting, change: OfferOwnership) -> Result<(), PortalError>;
    /// Accepts, withdraws or undoes a transfer.
    async fn run_transfer_command(
        &self,
        caller: &Caller,
        acting: Acting,
        change: TransferCommand,
    ) -> Result<(), PortalError>;
}
