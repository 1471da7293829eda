//! The server functions of who owns an account.

use crate::request::{FunctionError, see_other, told};
use domain::acting::Acting;
use domain::ownership::{ChangeOwner, OfferOwnership, TransferCommand};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[ChangeOwnerFn::PATH, TransferCommandFn::PATH];

/// The page of the owners, told that something there was changed.
fn owners_changed(acting: Acting) -> String {
    told(&paths::owners(acting), &[("done", "changed")])
}

/// Appoints or dismisses a co-owner.
#[server(name = ChangeOwnerFn, prefix = "/fn", endpoint = "ownership/change_owner")]
pub async fn change_owner(acting: Acting, change: ChangeOwner) -> Result<(), FunctionError> {
    ask!(ownership.change_owner(acting, change))?;
    see_other(&owners_changed(acting));
    Ok(())
}

/// Offers the account to somebody.
#[server(name = OfferOwnershipFn, prefix = "/fn", endpoint = "ownership/offer")]
pub async fn offer(acting: Acting, change: OfferOwnership) -> Result<(), FunctionError> {
    ask!(ownership.offer(acting, change))?;
    see_other(&owners_changed(acting));
    Ok(())
}

/// Accepts, withdraws or undoes a transfer.
#[server(name = TransferCommandFn, prefix = "/fn", endpoint = "ownership/move_transfer")]
pub async fn run_transfer_command(acting: Acting, change: TransferCommand) -> Result<(), FunctionError> {
    ask!(ownership.run_transfer_command(acting, change))?;
    see_other(&owners_changed(acting));
    Ok(())
}
