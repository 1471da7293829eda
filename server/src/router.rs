//! Assembles the portal's routes and what surrounds them.
//!
//! From outside inwards: mark and log, security headers, panics, host, body limit, cross-site check; then, for what
//! reads the session only, prefetch and session. INVARIANT: every route that reads the session cookie lies under the
//! cross-site check. Signed callbacks read none, come from no browser, and lie outside of it.

use crate::middleware::{cross_site, headers, host, limits, mark, panic, session};
use crate::site::Site;
use crate::{callbacks, console, dev_outbox, events, functions, live_reload, outbound, pages, well_known};
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;

/// The longest that an answer may take to begin. A page that was being rendered is given up; a change that has begun is
/// brought to its end, as for a client that went away.
const ANSWER_TIME: Duration = Duration::from_mins(1);

/// The whole portal.
pub fn router(site: Arc<Site>) -> Router {
    let mut router = with_session(&site)
        .merge(events::routes(&site))
        .merge(console::routes(&site))
        .merge(well_known::routes(&site))
        .merge(site.files.routes())
        .route(host::HEALTH, get(|| async { "ok" }));
    if live_reload::is_wanted() {
        router = router.merge(live_reload::routes(site.files.clone()));
    }
    router
        .layer(from_fn_with_state(Arc::clone(&site), cross_site::check))
        .merge(callbacks::routes(&site))
        .layer(from_fn(limits::body))
        .layer(from_fn_with_state(Arc::clone(&site), host::check))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(Arc::clone(&site), headers::add))
        .layer(from_fn_with_state(site, mark::mark))
}

/// The routes that know who asks, and compress what they say.
fn with_session(site: &Arc<Site>) -> Router {
    let mut pages = pages::router(Arc::clone(site));
    if live_reload::is_wanted() {
        pages = live_reload::with_script(pages);
    }
    pages
        .clone()
        .merge(functions::router(Arc::clone(site), pages))
        .merge(dev_outbox::routes(site))
        .merge(outbound::routes(site))
        .layer(from_fn_with_state(Arc::clone(site), session::resolve))
        .layer(from_fn(limits::prefetch))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_TIME))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
}
