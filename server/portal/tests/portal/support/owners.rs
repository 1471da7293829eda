//! Co-owners, and handing an account over.

use crate::support::contacts::{colleague, submission, with_login};
use crate::support::profile::prove;
use crate::support::{PASSWORD, World, secret};
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::owner::OwnerKind;
use domain::ownership::{ChangeOwner, OfferOwnership, OwnerChange, Ownership, TransferCommand, TransferVerb};
use domain::role::Role;
use std::sync::Arc;

pub fn ownership(world: &World) -> Arc<dyn Ownership> {
    Arc::clone(&world.portal().ports.ownership)
}

pub async fn kind(world: &World, caller: &Caller, acting: Acting) -> Option<OwnerKind> {
    world.portal().ports.accounts.open(caller, acting).await.expect("they enter").actor.standing.owner
}

pub fn denied(why: Denied) -> Result<(), PortalError> {
    Err(PortalError::Denied { why })
}

pub fn conflict() -> Result<(), PortalError> {
    Err(PortalError::overtaken())
}

/// An active contact with a login of their own and a proved address, signed in.
pub async fn settled(world: &World, acting: Acting, owner: &Caller, change: SaveContact) -> (ContactId, Caller) {
    let (contact, caller) = colleague(world, acting, owner, change).await;
    prove(world, &caller).await;
    (contact, caller)
}

pub async fn max(world: &World, acting: Acting, owner: &Caller, roles: &[Role]) -> (ContactId, Caller) {
    settled(world, acting, owner, with_login("Max", "max@example.com", roles)).await
}

pub async fn change_owner(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: OwnerChange,
) -> Result<(), PortalError> {
    ownership(world)
        .change_owner(caller, acting, ChangeOwner { submission: submission(), contact, to, current: secret(PASSWORD) })
        .await
}

pub async fn offer(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> Result<(), PortalError> {
    let change = OfferOwnership { submission: submission(), contact: Some(contact), current: secret(PASSWORD) };
    ownership(world).offer(caller, acting, change).await
}

pub async fn go_on(world: &World, caller: &Caller, acting: Acting, to: TransferVerb) -> Result<(), PortalError> {
    ownership(world)
        .run_transfer_command(
            caller,
            acting,
            TransferCommand { submission: submission(), to, current: secret(PASSWORD) },
        )
        .await
}
