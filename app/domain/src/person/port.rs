//! Signing in and looking after oneself, as the pages call it.

use crate::caller::{Caller, NewSession};
use crate::error::PortalError;
use crate::person::{ChangePassword, EndSession, Forgot, Me, ResetPassword, SessionRow, SignIn};
use crate::text::Secret;
use async_trait::async_trait;

/// Signing in and looking after oneself.
#[async_trait]
pub trait People: Send + Sync {
    /// Signs in with e-mail address and password.
    async fn sign_in(&self, caller: &Caller, change: SignIn) -> Result<NewSession, PortalError>;
    /// Ends the caller's session. Answers also when there is none.
    async fn sign_out(&self, caller: &Caller) -> Result<(), PortalError>;
    /// Whoever is signed in.
    async fn me(&self, caller: &Caller) -> Result<Me, PortalError>;
    /// Changes the caller's password; every other session ends and this one gets a new token.
    async fn change_password(&self, caller: &Caller, change: ChangePassword) -> Result<NewSession, PortalError>;
    /// Sends a link to set a new password, if the address is somebody's. Says the same and works as long if not.
    async fn forgot(&self, caller: &Caller, change: Forgot) -> Result<(), PortalError>;
    /// Whether a link to set a password still works. Consumes nothing.
    async fn reset_link(&self, caller: &Caller, token: Secret) -> Result<bool, PortalError>;
    /// Sets a new password with such a link; every session ends, and nobody is signed in by it.
    async fn reset_password(&self, caller: &Caller, change: ResetPassword) -> Result<(), PortalError>;
    /// The caller's sessions, latest first.
    async fn sessions(&self, caller: &Caller) -> Result<Vec<SessionRow>, PortalError>;
    /// Ends one of the caller's sessions.
    async fn end_session(&self, caller: &Caller, change: EndSession) -> Result<(), PortalError>;
}
