//! One's own name, language, time zone and e-mail address.
//!
//! An address is proved by whoever has its mailbox: a link goes there, and counts only for the person it was made for. Until
//! then the old one stays what one signs in with, and its mailbox is told at once (SECURITY T23, T24).

mod change_email;
mod confirm;
mod contacts;
mod details;
pub(crate) mod imported;
pub(crate) mod letters;

use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{observe, use_case};
use async_trait::async_trait;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, Profiles, SaveProfile};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of one's own details.
#[derive(Debug, Clone)]
pub(crate) struct ProfileUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Profiles for ProfileUseCases {
    async fn read(&self, caller: &Caller) -> Result<Profile, PortalError> {
        self.0.read(caller, use_case!("profile.read"), details::read).await
    }

    async fn save(&self, caller: &Caller, change: SaveProfile) -> Result<(), PortalError> {
        let save = |unit| details::save(unit, &change);
        self.0.write(caller, use_case!("profile.save"), Writes::Other, save).await
    }

    async fn change_email(&self, caller: &Caller, change: ChangeEmail) -> Result<(), PortalError> {
        observe(caller, None, change_email::CHANGE, change_email::change(&self.0, caller, &change)).await
    }

    async fn verify_email(&self, caller: &Caller) -> Result<(), PortalError> {
        observe(caller, None, change_email::VERIFY, change_email::verify_present(&self.0, caller)).await
    }

    async fn cancel_email(&self, caller: &Caller) -> Result<(), PortalError> {
        self.0.write(caller, use_case!("profile.cancel_email"), Writes::Other, change_email::cancel).await
    }

    async fn email_link(&self, caller: &Caller, token: Secret) -> Result<EmailLink, PortalError> {
        self.0.read(caller, use_case!("profile.email_link"), |unit| confirm::look(unit, &token)).await
    }

    async fn confirm_email(&self, caller: &Caller, change: ConfirmEmail) -> Result<(), PortalError> {
        let confirm = |unit| confirm::confirm(&self.0, unit, &change.token);
        self.0.write(caller, use_case!("profile.confirm_email"), Writes::Rights, confirm).await
    }
}
