//! The server functions of one's own details.

use crate::request::FunctionError;
use domain::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, SaveProfile};
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[VerifyEmailFn::PATH, CancelEmailFn::PATH];

/// What the page My Account shows.
#[server(name = ProfileFn, prefix = "/fn", endpoint = "profile/read", input = GetUrl)]
pub async fn profile() -> Result<Profile, FunctionError> {
    ask!(profiles.read())
}

/// Changes one's name, language and time zone.
#[server(name = SaveProfileFn, prefix = "/fn", endpoint = "profile/save")]
pub async fn save_profile(change: SaveProfile) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(profiles.save(change))?;
    see_other(&domain::paths::me_after("saved"));
    Ok(())
}

/// Asks for another address to sign in with.
#[server(name = ChangeEmailFn, prefix = "/fn", endpoint = "profile/change_email")]
pub async fn change_email(change: ChangeEmail) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(profiles.change_email(change))?;
    see_other(&domain::paths::me_after("sent"));
    Ok(())
}

/// Sends a link that proves the present address.
#[server(name = VerifyEmailFn, prefix = "/fn", endpoint = "profile/verify_email")]
pub async fn verify_email() -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(profiles.verify_email())?;
    see_other(&domain::paths::me_after("sent"));
    Ok(())
}

/// Calls off the link that is on its way.
#[server(name = CancelEmailFn, prefix = "/fn", endpoint = "profile/cancel_email")]
pub async fn cancel_email() -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(profiles.cancel_email())?;
    see_other(&domain::paths::me_after("cancelled"));
    Ok(())
}

/// What a link that proves an address is for whoever looks. A POST, so that the token stands in no log; consumes nothing.
#[server(name = EmailLinkFn, prefix = "/fn", endpoint = "profile/email_link")]
pub async fn email_link(token: Secret) -> Result<EmailLink, FunctionError> {
    ask!(profiles.email_link(token))
}

/// Proves an address with such a link.
#[server(name = ConfirmEmailFn, prefix = "/fn", endpoint = "profile/confirm_email")]
pub async fn confirm_email(change: ConfirmEmail) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(profiles.confirm_email(change))?;
    see_other(&domain::paths::me_after("confirmed"));
    Ok(())
}
