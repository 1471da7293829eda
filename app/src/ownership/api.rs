//! The server functions of who owns an account.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::ownership::{ChangeOwner, OfferOwnership, OwnershipPage, TransferCommand};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[ChangeOwnerFn::PATH, TransferCommandFn::PATH];

/// The owners, who could be one, and the transfer under way.
#[server(name = ReadOwnershipFn, prefix = "/fn", endpoint = "ownership/read", input = GetUrl)]
pub async fn read(acting: Acting) -> Result<OwnershipPage, FunctionError> {
    ask!(ownership.read(acting))
}

/// Appoints or dismisses a co-owner.
#[server(name = ChangeOwnerFn, prefix = "/fn", endpoint = "ownership/change_owner")]
pub async fn change_owner(acting: Acting, change: ChangeOwner) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(ownership.change_owner(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}

/// Offers the account to somebody.
#[server(name = OfferOwnershipFn, prefix = "/fn", endpoint = "ownership/offer")]
pub async fn offer(acting: Acting, change: OfferOwnership) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(ownership.offer(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}

/// Accepts, withdraws or undoes a transfer.
#[server(name = TransferCommandFn, prefix = "/fn", endpoint = "ownership/move_transfer")]
pub async fn run_transfer_command(acting: Acting, change: TransferCommand) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(ownership.run_transfer_command(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}
