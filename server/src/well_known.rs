//! `/.well-known/`: where researchers and password managers look by themselves.

use crate::middleware::refusal;
use crate::site::Site;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use domain::paths;
use std::sync::Arc;

/// Whom to tell of a vulnerability (RFC 9116).
const SECURITY: &str = "/.well-known/security.txt";
/// Where one's own password is changed (W3C, "A Well-Known URL for Changing Passwords").
const CHANGE_PASSWORD: &str = "/.well-known/change-password";

/// For how many seconds a copy of it counts. The RFC asks for less than a year; the address is that of the settings.
const COUNTS_FOR: i64 = 30 * 86_400;

/// Both routes.
pub fn routes(site: &Arc<Site>) -> Router {
    Router::new()
        .route(SECURITY, get(security))
        .route(CHANGE_PASSWORD, get(|| async { Redirect::to(paths::SECURITY) }))
        .with_state(Arc::clone(site))
}

async fn security(State(site): State<Arc<Site>>) -> Response {
    let address = &site.provider.support_email;
    let expires = (site.clock)().plus_seconds(COUNTS_FOR);
    let Ok(expires) = jiff::Timestamp::from_millisecond(expires.0) else { return nobody() };
    if address.is_empty() {
        return nobody();
    }
    let contact = paths::mail_to(address);
    let expires = expires.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!("Contact: {contact}\nExpires: {expires}\nCanonical: {}{SECURITY}\n", site.public_url).into_response()
}

fn nobody() -> Response {
    refusal(StatusCode::NOT_FOUND, "The provider named no contact.\n")
}
