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

use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{answer, observe, use_case};
use async_trait::async_trait;
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::person::{ChangePassword, EndSession, Forgot, Me, People, ResetPassword, SessionRow, SignIn};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of people.
#[derive(Debug, Clone)]
pub(crate) struct PeopleUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl People for PeopleUseCases {
    async fn sign_in(&self, caller: &Caller, change: SignIn) -> Result<NewSession, PortalError> {
        observe(caller, None, sign_in::NAME, sign_in::sign_in(&self.0, caller, &change)).await
    }

    async fn sign_out(&self, caller: &Caller) -> Result<(), PortalError> {
        answer(caller, None, use_case!("people.sign_out"), || sign_out::sign_out(&self.0, caller)).await
    }

    async fn me(&self, caller: &Caller) -> Result<Me, PortalError> {
        answer(caller, None, use_case!("people.me"), || me::me(&self.0, caller)).await
    }

    async fn change_password(&self, caller: &Caller, change: ChangePassword) -> Result<NewSession, PortalError> {
        let answer = change_password::change_password(&self.0, caller, &change);
        observe(caller, None, change_password::NAME, answer).await
    }

    async fn forgot(&self, caller: &Caller, change: Forgot) -> Result<(), PortalError> {
        observe(caller, None, forgot::NAME, forgot::forgot(&self.0, caller, &change)).await
    }

    async fn reset_link(&self, caller: &Caller, token: Secret) -> Result<bool, PortalError> {
        answer(caller, None, use_case!("people.reset_link"), || reset::reset_link(&self.0, caller, &token)).await
    }

    async fn reset_password(&self, caller: &Caller, change: ResetPassword) -> Result<(), PortalError> {
        observe(caller, None, reset::NAME, reset::reset_password(&self.0, caller, &change)).await
    }

    async fn sessions(&self, caller: &Caller) -> Result<Vec<SessionRow>, PortalError> {
        self.0.read(caller, use_case!("people.sessions"), end_session::list).await
    }

    async fn end_session(&self, caller: &Caller, change: EndSession) -> Result<(), PortalError> {
        let end = |unit| end_session::end_session(unit, change.session);
        self.0.write(caller, use_case!("people.end_session"), Writes::Other, end).await
    }
}
