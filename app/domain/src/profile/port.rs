//! One's own name, language, time zone and address, as the pages call them.

use crate::caller::Caller;
use crate::error::PortalError;
use crate::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, SaveProfile};
use crate::text::Secret;
use async_trait::async_trait;

/// One's own name, language, time zone and address.
#[async_trait]
pub trait Profiles: Send + Sync {
    /// What the page My Account shows.
    async fn read(&self, caller: &Caller) -> Result<Profile, PortalError>;
    /// Changes name, language and time zone.
    async fn save(&self, caller: &Caller, change: SaveProfile) -> Result<(), PortalError>;
    /// Asks for another address to sign in with: a link goes there, and the present one is told. Says the same and works
    /// as long when somebody has it.
    async fn change_email(&self, caller: &Caller, change: ChangeEmail) -> Result<(), PortalError>;
    /// Sends a link that proves the present address.
    async fn verify_email(&self, caller: &Caller) -> Result<(), PortalError>;
    /// Calls off whatever link is on its way.
    async fn cancel_email(&self, caller: &Caller) -> Result<(), PortalError>;
    /// What such a link is for the caller. Consumes nothing.
    async fn email_link(&self, caller: &Caller, token: Secret) -> Result<EmailLink, PortalError>;
    /// Proves an address with such a link, which becomes the one to sign in with.
    async fn confirm_email(&self, caller: &Caller, change: ConfirmEmail) -> Result<(), PortalError>;
}
