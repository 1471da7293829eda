//! The pages: every route of the app, rendered on the server.
//!
//! This router is also called from within, to show a page again with the form that was posted on it. It does no check of
//! its own; whoever asks for a page has put the `Caller` into the request.

use crate::console;
use crate::middleware::mark::RequestMark;
use crate::middleware::{limits, refusal, session};
use crate::site::Site;
use app::forms::FormEcho;
use app::request::{PageNonce, PageRequest, Query, SessionMark, Theme};
use app::shell::{Download, Rendered, Route, nowhere_on_account};
use axum::Router;
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use domain::caller::Caller;
use domain::live::Position;
use leptos::prelude::provide_context;
use portal::Sessions;
use std::collections::HashMap;
use std::sync::Arc;

/// Says that an answer is a page of the portal: the browser's program puts nothing else in place.
pub const PAGE: HeaderName = HeaderName::from_static("portico-page");

/// What stands in the places of a route, by their names.
type Places = HashMap<String, String>;

/// Every route of the app, and its own "not found" for the rest.
pub fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new();
    for route in app::routes().into_iter().chain(app::downloads()) {
        let path = route.path.clone();
        let page = move |State(site): State<Arc<Site>>, places: RawPathParams, request: Request| {
            let places = places.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            page(site, Some(route.clone()), places, request)
        };
        router = router.route(&path, get(page));
    }
    router.fallback(missing).layer(from_fn(limits::address)).with_state(site)
}

async fn page(site: Arc<Site>, route: Option<Route>, places: Places, request: Request) -> Response {
    // The body of a request can't be shared between threads.
    let (parts, _) = request.into_parts();
    let mut response = render(&site, route, places, &parts).await;
    // The same address differs by person and language.
    let vary = HeaderValue::from_static("cookie, accept-language, accept");
    response.headers_mut().insert(header::VARY, vary);
    response
}

async fn missing(State(site): State<Arc<Site>>, request: Request) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return refusal(StatusCode::METHOD_NOT_ALLOWED, "There is nothing here to send to.\n");
    }
    // To a browser `//evil.example` is another site: nothing of ours is shown at such an address.
    if request.uri().path().contains("//") {
        return refusal(StatusCode::NOT_FOUND, "There is no such page.\n");
    }
    let (route, places) = match below_account(request.uri().path()) {
        Some(places) => (Some(nowhere_on_account()), places),
        None => (None, Places::new()),
    };
    page(site, route, places, request).await
}

/// The places of the account and the view that an address lies below, where it is that of no page.
fn below_account(path: &str) -> Option<Places> {
    let mut parts = path.strip_prefix("/a/")?.split('/');
    let mut places = Places::from([("account".to_owned(), parts.next()?.to_owned())]);
    if parts.next() == Some("as") {
        // Without one it is no view: then it is nobody's, like any other that is no id.
        places.insert("viewing".to_owned(), parts.next().unwrap_or_default().to_owned());
    }
    Some(places)
}

async fn render(site: &Arc<Site>, route: Option<Route>, places: Places, request: &Parts) -> Response {
    let extensions = &request.extensions;
    let (Some(mark), Some(caller)) = (extensions.get::<RequestMark>().cloned(), extensions.get::<Caller>().cloned())
    else {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    };
    let echo = extensions.get::<FormEcho>().cloned();
    let asked = PageRequest { step: is_step(&request.headers), ..asked(&request.uri, places) };
    let heard = heard(site, &caller).await;
    let session = session_mark(site, &caller, &request.headers);
    let theme = theme(site, &request.headers);
    let nonce = mark.nonce.clone();
    let contexts = || {
        provide_shared(site, &caller);
        provide_context(asked);
        provide_context(heard);
        provide_context(session);
        provide_context(theme);
        provide_context(PageNonce(mark.nonce));
        provide_context(site.files.addresses());
        if let Some(echo) = echo {
            provide_context(echo);
        }
    };
    match app::shell::render(route, contexts).await {
        Rendered::Document { status, html, bare: false } => document(status, html),
        Rendered::Document { status, html, bare: true } => {
            console::document(document(status, html), &nonce, &site.public_url)
        }
        Rendered::Elsewhere(path) => elsewhere(&path),
        Rendered::File(file) => download(file),
    }
}

/// The browser's program takes HTML and nothing else; browsers take more.
fn is_step(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept == "text/html")
}

fn asked(uri: &Uri, places: Places) -> PageRequest {
    let address = uri.path_and_query().map_or_else(|| uri.path().to_owned(), |address| address.as_str().to_owned());
    PageRequest { address, query: Query::read(uri.query().unwrap_or_default()), places: Arc::new(places), step: false }
}

fn document(status: u16, html: String) -> Response {
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(PAGE, HeaderValue::from_static("1"));
    response
}

/// A file that the browser keeps and never shows.
fn download(file: Download) -> Response {
    let named = format!("attachment; filename=\"{}\"", file.name);
    let Ok(named) = HeaderValue::from_str(&named) else {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    };
    let mut response = Response::new(Body::from(file.content));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    headers.insert(header::CONTENT_DISPOSITION, named);
    response
}

fn elsewhere(path: &str) -> Response {
    let Ok(path) = HeaderValue::from_str(path) else {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    response.headers_mut().insert(header::LOCATION, path);
    response
}

/// Up to where the page will know everything that concerns whoever asks. INVARIANT: read before the page is, so that
/// nothing falls between the page and what its tab hears. Where it can't be read, the tab begins at the beginning.
async fn heard(site: &Site, caller: &Caller) -> Position {
    match caller.signed_in() {
        Some(signed_in) => site.portal.ports.live.position(signed_in.person).await.unwrap_or_default(),
        None => Position::default(),
    }
}

/// A mark of the caller's session.
fn session_mark(site: &Site, caller: &Caller, headers: &HeaderMap) -> SessionMark {
    let token = session::token(headers, &site.cookie.name).filter(|_| caller.signed_in().is_some());
    SessionMark(token.map(Sessions::mark).unwrap_or_default())
}

/// What the browser keeps of light and dark.
fn theme(site: &Site, headers: &HeaderMap) -> Theme {
    session::token(headers, &site.cookie.theme_name()).map(Theme::read).unwrap_or_default()
}

/// What pages and server functions both find in their context.
pub fn provide_shared(site: &Site, caller: &Caller) {
    provide_context(site.portal.ports.clone());
    provide_context(caller.clone());
    provide_context(caller.language);
    provide_context(site.provider.clone());
    provide_context(site.cookie.clone());
}
