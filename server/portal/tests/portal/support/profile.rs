//! Another address, and the link that proves it.

use crate::support::{World, secret};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::profile::{ChangeEmail, ConfirmEmail, Profiles};
use domain::text::Secret;
use std::sync::Arc;

pub fn profiles(world: &World) -> Arc<dyn Profiles> {
    Arc::clone(&world.portal().ports.profiles)
}

/// Asks for another address.
pub async fn change(world: &World, who: &Caller, email: &str, current: &str) -> Result<(), PortalError> {
    let change = ChangeEmail { email: email.to_owned(), current: secret(current) };
    profiles(world).change_email(who, change).await
}

/// Follows the link that proves it.
pub async fn confirm(world: &World, who: &Caller, token: &Secret) -> Result<(), PortalError> {
    profiles(world).confirm_email(who, ConfirmEmail { token: token.clone() }).await
}

/// The token of the latest link that proves an address.
pub async fn link(world: &World) -> Secret {
    let mails = world.outbox().await;
    let line = mails.iter().find_map(|mail| mail.text.lines().find(|line| line.contains("/verify/")));
    let line = line.expect("a mail has a link").trim().to_owned();
    secret(line.strip_prefix("https://portal.example/verify/").expect("a link to the portal"))
}

/// Proves the present address of somebody who never did.
pub async fn prove(world: &World, who: &Caller) {
    profiles(world).verify_email(who).await.expect("sent");
    confirm(world, who, &link(world).await).await.expect("confirmed");
}
