//! Server functions of the person.

use crate::request::FunctionError;
use domain::person::{ChangePassword, EndSession, Forgot, Me, ResetPassword, SessionRow, SignIn};
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[SignOutFn::PATH, EndSessionFn::PATH];

/// Signs in, and goes to `next` when it is a path of this portal.
#[server(name = SignInFn, prefix = "/fn", endpoint = "people/sign_in")]
pub async fn sign_in(change: SignIn, next: Option<String>) -> Result<(), FunctionError> {
    use crate::request::{see_other, start_session};
    use domain::paths::{safe_next, security_before};
    let session = ask!(people.sign_in(change))?;
    start_session(&session);
    let next = safe_next(next.as_deref().unwrap_or_default());
    see_other(&if session.must_change_password { security_before(next) } else { next.to_owned() });
    Ok(())
}

/// Signs out, and goes to `next` when it is a path of this portal.
#[server(name = SignOutFn, prefix = "/fn", endpoint = "people/sign_out")]
pub async fn sign_out(next: Option<String>) -> Result<(), FunctionError> {
    use crate::request::{end_session, see_other};
    use domain::paths::{SIGN_IN, safe_next};
    ask!(people.sign_out())?;
    end_session();
    see_other(next.as_deref().map_or(SIGN_IN, safe_next));
    Ok(())
}

/// Whoever is signed in.
#[server(name = MeFn, prefix = "/fn", endpoint = "people/me", input = GetUrl)]
pub async fn me() -> Result<Me, FunctionError> {
    ask!(people.me())
}

/// Changes one's own password. Every other session ends, this one goes on under a new token. Whoever had to change it goes
/// on to `next`, when it is a path of this portal.
#[server(name = ChangePasswordFn, prefix = "/fn", endpoint = "people/change_password")]
pub async fn change_password(change: ChangePassword, next: Option<String>) -> Result<(), FunctionError> {
    use crate::request::{see_other, start_session};
    use domain::paths::{safe_next, security_changed};
    let session = ask!(people.change_password(change))?;
    start_session(&session);
    see_other(&next.map_or_else(security_changed, |next| safe_next(&next).to_owned()));
    Ok(())
}

/// Sends a link to set a new password. Answers the same whether the address is somebody's or not.
#[server(name = ForgotFn, prefix = "/fn", endpoint = "people/forgot")]
pub async fn forgot(change: Forgot) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(people.forgot(change))?;
    see_other(&domain::paths::forgot_sent());
    Ok(())
}

/// Whether a link to set a password still works. A POST, so that the token stands in no log; consumes nothing.
#[server(name = ResetLinkFn, prefix = "/fn", endpoint = "people/reset_link")]
pub async fn reset_link(token: Secret) -> Result<bool, FunctionError> {
    ask!(people.reset_link(token))
}

/// Sets a new password with such a link. Nobody is signed in by it.
#[server(name = ResetPasswordFn, prefix = "/fn", endpoint = "people/reset_password")]
pub async fn reset_password(change: ResetPassword) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(people.reset_password(change))?;
    see_other(&domain::paths::sign_in_after_reset());
    Ok(())
}

/// One's own sessions, latest first.
#[server(name = SessionsFn, prefix = "/fn", endpoint = "people/sessions", input = GetUrl)]
pub async fn sessions() -> Result<Vec<SessionRow>, FunctionError> {
    ask!(people.sessions())
}

/// Ends one of one's own sessions.
#[server(name = EndSessionFn, prefix = "/fn", endpoint = "people/end_session")]
pub async fn end_session(change: EndSession) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(people.end_session(change))?;
    see_other(domain::paths::SECURITY);
    Ok(())
}
