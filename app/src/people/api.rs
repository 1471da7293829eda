//! Server functions of the person.

use crate::request::{self, FunctionError, see_other, start_session, told};
use domain::paths;
use domain::person::{ChangePassword, EndSession, Forgot, ResetPassword, SignIn};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[SignOutFn::PATH, EndSessionFn::PATH];

/// Signs in, and goes to `next` when it is a path of this portal.
#[server(name = SignInFn, prefix = "/fn", endpoint = "people/sign_in")]
pub async fn sign_in(change: SignIn, next: Option<String>) -> Result<(), FunctionError> {
    let session = ask!(people.sign_in(change))?;
    start_session(&session);
    let next = paths::safe_next(next.as_deref().unwrap_or_default());
    see_other(&if session.must_change_password { paths::security_before(next) } else { next.to_owned() });
    Ok(())
}

/// Signs out, and goes to `next` when it is a path of this portal.
#[server(name = SignOutFn, prefix = "/fn", endpoint = "people/sign_out")]
pub async fn sign_out(next: Option<String>) -> Result<(), FunctionError> {
    ask!(people.sign_out())?;
    request::end_session();
    see_other(next.as_deref().map_or(paths::SIGN_IN, paths::safe_next));
    Ok(())
}

/// Changes one's own password. Every other session ends, this one goes on under a new token. Whoever had to change it goes
/// on to `next`, when it is a path of this portal.
#[server(name = ChangePasswordFn, prefix = "/fn", endpoint = "people/change_password")]
pub async fn change_password(change: ChangePassword, next: Option<String>) -> Result<(), FunctionError> {
    let session = ask!(people.change_password(change))?;
    start_session(&session);
    let changed = || told(paths::SECURITY, &[("done", "changed")]);
    see_other(&next.map_or_else(changed, |next| paths::safe_next(&next).to_owned()));
    Ok(())
}

/// Sends a link to set a new password. Answers the same whether the address is somebody's or not.
#[server(name = ForgotFn, prefix = "/fn", endpoint = "people/forgot")]
pub async fn forgot(change: Forgot) -> Result<(), FunctionError> {
    ask!(people.forgot(change))?;
    see_other(&paths::forgot_sent());
    Ok(())
}

/// Sets a new password with such a link. Nobody is signed in by it.
#[server(name = ResetPasswordFn, prefix = "/fn", endpoint = "people/reset_password")]
pub async fn reset_password(change: ResetPassword) -> Result<(), FunctionError> {
    ask!(people.reset_password(change))?;
    see_other(&paths::sign_in_after_reset());
    Ok(())
}

/// Ends one of one's own sessions.
#[server(name = EndSessionFn, prefix = "/fn", endpoint = "people/end_session")]
pub async fn end_session(change: EndSession) -> Result<(), FunctionError> {
    ask!(people.end_session(change))?;
    see_other(paths::SECURITY);
    Ok(())
}
