//! The server functions of SSH keys.

use crate::request::{FunctionError, see_other, told};
use domain::acting::Acting;
use domain::paths;
use domain::ssh_key::{AddSshKey, RemoveSshKey};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[RemoveSshKeyFn::PATH];

/// Adds one.
#[server(name = AddSshKeyFn, prefix = "/fn", endpoint = "ssh_keys/add")]
pub async fn add_ssh_key(acting: Acting, change: AddSshKey) -> Result<(), FunctionError> {
    ask!(ssh_keys.add(acting, change))?;
    see_other(&told(&paths::ssh_keys(acting), &[("done", "added")]));
    Ok(())
}

/// Removes one.
#[server(name = RemoveSshKeyFn, prefix = "/fn", endpoint = "ssh_keys/remove")]
pub async fn remove_ssh_key(acting: Acting, change: RemoveSshKey) -> Result<(), FunctionError> {
    ask!(ssh_keys.remove(acting, change))?;
    see_other(&told(&paths::ssh_keys(acting), &[("done", "removed")]));
    Ok(())
}
