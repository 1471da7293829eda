//! Consoles: `/a/{account}/services/{service}/console/socket`, a WebSocket that relays between a viewer and the RFB server of
//! a machine's screen.
//!
//! INVARIANT: only a page of ours connects, in a live session, with a ticket of that session that works once (SECURITY T15,
//! T38). The relay connects to the address that the service's driver names, and to nothing that came with a request.

mod relay;
mod rfb;
pub mod slots;
mod viewer;
mod visit;

use crate::middleware::{cross_site, refusal, session};
use crate::pages::PAGE;
use crate::serve::Place;
use crate::settings::PublicUrl;
use crate::site::Site;
use axum::Router;
use axum::extract::{FromRequestParts as _, Path, Query, Request, State, WebSocketUpgrade};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::caller::Caller;
use domain::text::Secret;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use visit::Visit;

/// The largest message of a viewer: a full clipboard, and little more.
const MESSAGE_BYTES: usize = 96 * 1024;
/// How much is read of a viewer at a time: keys are small.
const READ_BYTES: usize = 4 * 1024;

/// How long consoles may be open, and how often it is asked whether they still may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The right is asked again so often, and whenever something is heard of it.
    pub check: Duration,
    /// The longest time in which nothing is shown and nothing typed.
    pub idle: Duration,
    /// The longest time.
    pub life: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { check: Duration::from_secs(1), idle: Duration::from_mins(30), life: Duration::from_hours(12) }
    }
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    ticket: String,
}

/// The one route.
pub fn routes(site: &Arc<Site>) -> Router {
    Router::new()
        .route("/a/{account}/services/{service}/console/socket", get(socket))
        .layer(from_fn_with_state(Arc::clone(site), session::resolve))
        .with_state(Arc::clone(site))
}

async fn socket(
    State(site): State<Arc<Site>>,
    Path((account, service)): Path<(String, String)>,
    Query(Asked { ticket }): Query<Asked>,
    request: Request,
) -> Response {
    let (mut parts, _) = request.into_parts();
    if !cross_site::names_own_origin(&parts.headers, &parts.uri, &site.public_url) {
        return refusal(StatusCode::FORBIDDEN, "This is for the pages of this portal only.\n");
    }
    let (Some(caller), Some(token)) =
        (parts.extensions.get::<Caller>().cloned(), session::token(&parts.headers, &site.cookie.name))
    else {
        return refusal(StatusCode::UNAUTHORIZED, "Sign in first.\n");
    };
    let Some(signed_in) = caller.signed_in() else {
        return refusal(StatusCode::UNAUTHORIZED, "Sign in first.\n");
    };
    let (Ok(account), Ok(service)) = (account.parse(), service.parse()) else {
        return refusal(StatusCode::NOT_FOUND, "There is no such console.\n");
    };
    let (token, ticket) = (token.to_owned(), Secret::new(ticket));
    // The connection stays one of those that are counted.
    let place = parts.extensions.get::<Place>().cloned();
    let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade,
        Err(rejection) => return rejection.into_response(),
    };
    let slot = site.consoles.take(signed_in.person);
    let visit = Visit { site, caller, signed_in, token, account, service, ticket, slot, place };
    upgrade
        .max_message_size(MESSAGE_BYTES)
        .max_frame_size(MESSAGE_BYTES)
        .read_buffer_size(READ_BYTES)
        // Nothing is gathered: what a viewer did not take yet is one piece at most.
        .write_buffer_size(0)
        .on_upgrade(|socket| visit.run(socket))
}

/// The document of a console may run its own program, and connect to us alone.
pub fn document(mut document: Response, nonce: &str, url: &PublicUrl) -> Response {
    // Older browsers do not take a WebSocket for `'self'`.
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self' {}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src \
         'none'",
        url.socket_origin()
    );
    let headers = document.headers_mut();
    // The program of other pages puts nothing of it in its own place.
    headers.remove(PAGE);
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    document
}
