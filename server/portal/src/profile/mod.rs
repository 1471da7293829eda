//! One's own name, language, time zone and e-mail address.
//!
//! An address is proved by whoever has its mailbox: a link goes there, and counts only for the person it was made for. Until
//! then the old one stays what one signs in with, and its mailbox is told at once (SECURITY T23, T24).

mod change_email;
mod confirm;
mod contacts;
mod details;
pub(crate) mod letters;

use crate::unit::core::Core;
use crate::unit::run;
use domain::ports::{Answer, Caller, Profiles};
use domain::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, SaveProfile};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of one's own details.
#[derive(Debug, Clone)]
pub(crate) struct ProfileUseCases(pub(crate) Arc<Core>);

impl Profiles for ProfileUseCases {
    fn read<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Profile> {
        Box::pin(async move { run(caller, "profile.read", || details::read(&self.0, caller)).await })
    }

    fn save<'a>(&'a self, caller: &'a Caller, change: SaveProfile) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "profile.save", || details::save(&self.0, caller, &change)).await })
    }

    fn change_email<'a>(&'a self, caller: &'a Caller, change: ChangeEmail) -> Answer<'a, ()> {
        Box::pin(async move { change_email::change(&self.0, caller, &change).await })
    }

    fn verify_email<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()> {
        Box::pin(async move { change_email::verify_present(&self.0, caller).await })
    }

    fn cancel_email<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "profile.cancel_email", || change_email::cancel(&self.0, caller)).await })
    }

    fn email_link<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, EmailLink> {
        Box::pin(async move { run(caller, "profile.email_link", || confirm::look(&self.0, caller, &token)).await })
    }

    fn confirm_email<'a>(&'a self, caller: &'a Caller, change: ConfirmEmail) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "profile.confirm_email", || confirm::confirm(&self.0, caller, &change.token)).await
        })
    }
}
