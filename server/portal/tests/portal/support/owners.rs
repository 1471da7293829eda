//! Co-owners, and handing an account over.

use crate::support::contacts::submission;
use crate::support::{PASSWORD, World, secret};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::ports::Rules;
use domain::rules::{ChangeOwner, MoveTransfer, OfferOwnership, OwnerChange, TransferMove};
use std::sync::Arc;

pub fn rules(world: &World) -> Arc<dyn Rules> {
    Arc::clone(&world.portal().ports.rules)
}

pub async fn change_owner(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: OwnerChange,
) -> Result<(), PortalError> {
    rules(world)
        .change_owner(caller, acting, ChangeOwner { submission: submission(), contact, to, current: secret(PASSWORD) })
        .await
}

pub async fn offer(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> Result<(), PortalError> {
    let change = OfferOwnership { submission: submission(), contact: Some(contact), current: secret(PASSWORD) };
    rules(world).offer(caller, acting, change).await
}

pub async fn go_on(world: &World, caller: &Caller, acting: Acting, to: TransferMove) -> Result<(), PortalError> {
    rules(world)
        .move_transfer(caller, acting, MoveTransfer { submission: submission(), to, current: secret(PASSWORD) })
        .await
}
