//! Gives each request its id and nonce, and writes one line to the log when it is answered.
//!
//! INVARIANT: the log has the route's template and never the path, which may hold a token; nor any header or body.

use super::panic::Panicked;
use crate::clock;
use crate::site::Site;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::id::RequestId;
use domain::time::Timestamp;
use std::sync::Arc;
use std::time::Instant;

/// What was fixed when the request came; an extension of it.
#[derive(Debug, Clone)]
pub struct RequestMark {
    /// Its id, for log and support.
    pub request: RequestId,
    /// The nonce of its content security policy.
    pub nonce: String,
    /// When it came.
    pub now: Timestamp,
}

/// On a response: which server function answered. Its name is fixed, unlike the path of a request.
#[derive(Debug, Clone, Copy)]
pub struct Function(pub &'static str);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The outermost layer.
pub async fn mark(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let now = (site.clock)();
    let mark = RequestMark { request: clock::request_id(now), nonce: clock::nonce(), now };
    let id = mark.request;
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    request.extensions_mut().insert(mark);

    let mut response = next.run(request).await;

    let function = response.extensions().get::<Function>().map(|function| function.0);
    let route = function.or(route.as_ref().map(MatchedPath::as_str)).unwrap_or("(none)");
    let (status, took) = (response.status().as_u16(), begun.elapsed().as_millis());
    if status >= 500 {
        tracing::warn!(request = %id, %method, route, status, took, "answered");
    } else {
        tracing::info!(request = %id, %method, route, status, took, "answered");
    }
    if response.extensions().get::<Panicked>().is_some() {
        let text = format!("Something went wrong here. If it happens again, tell us this number: {id}\n");
        *response.body_mut() = Body::from(text);
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
