//! The pages: every route of the app, rendered on the server.
//!
//! This router is also called from within, to show a page again with the form that was posted on it. It does no check of
//! its own; whoever asks for a page has put the `Caller` into the request.

use crate::middleware::mark::RequestMark;
use crate::middleware::{limits, refusal};
use crate::site::Site;
use app::forms::FormEcho;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use domain::caller::Caller;
use domain::live::Position;
use leptos::prelude::provide_context;
use leptos_axum::AxumRouteListing;
use leptos_router::components::provide_server_redirect;
use std::sync::{Arc, LazyLock};

/// Every route of the app, and its own "not found" for the rest.
pub fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new();
    for listing in routes() {
        router = router.route(listing.path(), get(page));
    }
    router.fallback(missing).layer(from_fn(limits::address)).with_state(site)
}

// INVARIANT: generated once in a process, and before anything is rendered. While the framework generates them, no
// resource of any page loads, on no thread: a page rendered meanwhile would wait for ever.
static ROUTES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| leptos_axum::generate_route_list(app::App));

/// The routes of the app, as its router component declares them.
pub fn routes() -> &'static [AxumRouteListing] {
    &ROUTES
}

async fn page(State(site): State<Arc<Site>>, request: Request) -> Response {
    let mut response = render(&site, request).await;
    // The same address differs by person and language.
    let vary = HeaderValue::from_static("cookie, accept-language, accept");
    response.headers_mut().insert(header::VARY, vary);
    response
}

async fn missing(State(site): State<Arc<Site>>, request: Request) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return refusal(StatusCode::METHOD_NOT_ALLOWED, "There is nothing here to send to.\n");
    }
    let mut response = page(State(site), request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn render(site: &Arc<Site>, request: Request) -> Response {
    let extensions = request.extensions();
    let (Some(mark), Some(caller)) = (extensions.get::<RequestMark>().cloned(), extensions.get::<Caller>().cloned())
    else {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    };
    let echo = extensions.get::<FormEcho>().cloned();
    let heard = heard(site, &caller).await;
    let site = Arc::clone(site);
    let contexts = move || {
        provide_shared(&site, &caller);
        provide_context(heard);
        app::request::provide_nonce(&mark.nonce);
        provide_context(site.files.addresses());
        // The framework's own panics on what does not fit into a header.
        provide_server_redirect(app::request::see_other);
        if let Some(echo) = echo.clone() {
            provide_context(echo);
        }
    };
    leptos_axum::render_app_async_with_context(contexts, app::shell::shell)(request).await
}

/// Up to where the page will know everything that concerns whoever asks. INVARIANT: read before the page is, so that
/// nothing falls between the page and what its tab hears. Where it can't be read, the tab begins at the beginning.
async fn heard(site: &Site, caller: &Caller) -> Position {
    match caller.signed_in() {
        Some(signed_in) => site.portal.ports.live.position(signed_in.person).await.unwrap_or_default(),
        None => Position::default(),
    }
}

/// What pages and server functions both find in their context.
pub fn provide_shared(site: &Site, caller: &Caller) {
    provide_context(site.portal.ports.clone());
    provide_context(caller.clone());
    provide_context(caller.language);
    provide_context(site.provider.clone());
    provide_context(site.cookie.clone());
}
