//! Who owns an account: co-owners are appointed and dismissed, and the account is handed over.

mod owners;
mod page;
mod transfer;

use crate::membership::confirm::run_confirmed;
use crate::membership::enter::once;
use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{observe, use_case};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::ownership::{ChangeOwner, OfferOwnership, Ownership, OwnershipPage, TransferCommand};
use std::sync::Arc;

/// The use-cases of who owns an account.
#[derive(Debug, Clone)]
pub(crate) struct OwnershipUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Ownership for OwnershipUseCases {
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<OwnershipPage, PortalError> {
        self.0.look(caller, acting, use_case!("ownership.read"), page::read).await
    }

    async fn change_owner(&self, caller: &Caller, acting: Acting, change: ChangeOwner) -> Result<(), PortalError> {
        let carry_out = |unit, entered| owners::change(&self.0, unit, entered, &change);
        let carry_out = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), carry_out);
        run_confirmed(&self.0, caller, acting, use_case!("ownership.change_owner"), &change.current, carry_out).await
    }

    async fn offer(&self, caller: &Caller, acting: Acting, change: OfferOwnership) -> Result<(), PortalError> {
        let answer = transfer::offer(&self.0, caller, acting, &change);
        observe(caller, Some(acting.account), transfer::NAME, answer).await
    }

    async fn run_transfer_command(
        &self,
        caller: &Caller,
        acting: Acting,
        change: TransferCommand,
    ) -> Result<(), PortalError> {
        let go_on = |unit, entered| transfer::go_on(&self.0, unit, entered, &change);
        let go_on = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), go_on);
        run_confirmed(&self.0, caller, acting, use_case!("ownership.transfer"), &change.current, go_on).await
    }
}
