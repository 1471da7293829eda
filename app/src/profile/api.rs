//! The server functions of one's own details.

#![expect(clippy::unused_async, reason = "a server function is a future, also where it asks nothing")]

use crate::request::{FunctionError, Theme, keep_theme, see_other, told};
use domain::paths;
use domain::profile::{ChangeEmail, ConfirmEmail, SaveProfile};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[VerifyEmailFn::PATH, CancelEmailFn::PATH, SetThemeFn::PATH];

/// My Account, told what was done there.
fn me_after(done: &str) -> String {
    told(paths::ME, &[("done", done)])
}

/// Changes one's name, language and time zone.
#[server(name = SaveProfileFn, prefix = "/fn", endpoint = "profile/save")]
pub async fn save_profile(change: SaveProfile) -> Result<(), FunctionError> {
    ask!(profiles.save(change))?;
    see_other(&me_after("saved"));
    Ok(())
}

/// Asks for another address to sign in with.
#[server(name = ChangeEmailFn, prefix = "/fn", endpoint = "profile/change_email")]
pub async fn change_email(change: ChangeEmail) -> Result<(), FunctionError> {
    ask!(profiles.change_email(change))?;
    see_other(&me_after("sent"));
    Ok(())
}

/// Sends a link that proves the present address.
#[server(name = VerifyEmailFn, prefix = "/fn", endpoint = "profile/verify_email")]
pub async fn verify_email() -> Result<(), FunctionError> {
    ask!(profiles.verify_email())?;
    see_other(&me_after("sent"));
    Ok(())
}

/// Calls off the link that is on its way.
#[server(name = CancelEmailFn, prefix = "/fn", endpoint = "profile/cancel_email")]
pub async fn cancel_email() -> Result<(), FunctionError> {
    ask!(profiles.cancel_email())?;
    see_other(&me_after("cancelled"));
    Ok(())
}

/// Proves an address with such a link.
#[server(name = ConfirmEmailFn, prefix = "/fn", endpoint = "profile/confirm_email")]
pub async fn confirm_email(change: ConfirmEmail) -> Result<(), FunctionError> {
    ask!(profiles.confirm_email(change))?;
    see_other(&me_after("confirmed"));
    Ok(())
}

/// Light or dark in this browser. Nothing of it is stored here, so anybody may.
#[server(name = SetThemeFn, prefix = "/fn", endpoint = "profile/set_theme")]
pub async fn set_theme(theme: Theme) -> Result<(), FunctionError> {
    keep_theme(theme);
    see_other(paths::ME);
    Ok(())
}
