//! Signing in and looking after oneself.
//!
//! A password is judged, verified and hashed before a transaction is begun, for that takes long, and the transaction asks
//! again whether what was verified still holds. Nobody has that work done without the right to it, and each try is counted
//! first.

mod change_password;
mod end_session;
mod forgot;
mod me;
mod reset;
pub(crate) mod sign_in;
mod sign_out;

use crate::unit::core::Core;
use crate::unit::run;
use domain::person::{ChangePassword, EndSession, Forgot, Me, ResetPassword, SessionRow, SignIn};
use domain::ports::{Answer, Caller, NewSession, People};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of people.
#[derive(Debug, Clone)]
pub(crate) struct PeopleUseCases(pub(crate) Arc<Core>);

impl People for PeopleUseCases {
    fn sign_in<'a>(&'a self, caller: &'a Caller, change: SignIn) -> Answer<'a, NewSession> {
        Box::pin(async move { sign_in::sign_in(&self.0, caller, &change).await })
    }

    fn sign_out<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "people.sign_out", || sign_out::sign_out(&self.0, caller)).await })
    }

    fn me<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Me> {
        Box::pin(async move { run(caller, "people.me", || me::me(&self.0, caller)).await })
    }

    fn change_password<'a>(&'a self, caller: &'a Caller, change: ChangePassword) -> Answer<'a, NewSession> {
        Box::pin(async move { change_password::change_password(&self.0, caller, &change).await })
    }

    fn forgot<'a>(&'a self, caller: &'a Caller, change: Forgot) -> Answer<'a, ()> {
        Box::pin(async move { forgot::forgot(&self.0, caller, &change).await })
    }

    fn reset_link<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, bool> {
        Box::pin(async move { run(caller, "people.reset_link", || reset::reset_link(&self.0, caller, &token)).await })
    }

    fn reset_password<'a>(&'a self, caller: &'a Caller, change: ResetPassword) -> Answer<'a, ()> {
        Box::pin(async move { reset::reset_password(&self.0, caller, &change).await })
    }

    fn sessions<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<SessionRow>> {
        Box::pin(async move { run(caller, "people.sessions", || end_session::list(&self.0, caller)).await })
    }

    fn end_session<'a>(&'a self, caller: &'a Caller, change: EndSession) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "people.end_session", || end_session::end_session(&self.0, caller, change.session)).await
        })
    }
}
