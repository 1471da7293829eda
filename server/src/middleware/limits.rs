//! Bounds what a request may send, and refuses those that nobody asked for.

use super::refusal;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::Limited;

/// The largest body of a form.
pub const FORM_BYTES: usize = 256 * 1024;

/// Says that a body is too large.
pub fn too_large() -> Response {
    refusal(StatusCode::PAYLOAD_TOO_LARGE, "This is more than the portal takes. Nothing was changed.\n")
}

/// Bounds the body: at once when its length is told, else where it is read.
pub async fn body(request: Request, next: Next) -> Response {
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if told.and_then(|length| length.parse::<u64>().ok()).is_some_and(|length| length > FORM_BYTES as u64) {
        return too_large();
    }
    next.run(request.map(|body| Body::new(Limited::new(body, FORM_BYTES)))).await
}

/// Refuses an address with a NUL in it: no text has one, and neither database takes it. An address may hold another one
/// (`next`), which is decoded by itself.
pub async fn address(request: Request, next: Next) -> Response {
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    if [path, query].into_iter().any(decodes_to_nul) {
        refusal(StatusCode::BAD_REQUEST, "This address is malformed.\n")
    } else {
        next.run(request).await
    }
}

fn decodes_to_nul(encoded: &str) -> bool {
    let holds = |text: &str| text.contains('\0') || text.contains("%00");
    form_urlencoded::parse(encoded.as_bytes()).any(|(name, value)| holds(&name) || holds(&value))
}

/// Refuses to answer a browser that guesses where somebody will go next (SECURITY T83): the guess would count as a visit.
pub async fn prefetch(request: Request, next: Next) -> Response {
    if is_prefetch(request.headers()) {
        refusal(StatusCode::SERVICE_UNAVAILABLE, "Pages of this portal are not loaded in advance.\n")
    } else {
        next.run(request).await
    }
}

fn is_prefetch(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-purpose", "x-moz"].into_iter().any(|name| {
        headers.get_all(HeaderName::from_static(name)).iter().any(|value| {
            let purpose = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
            ["prefetch", "prerender", "preview"].iter().any(|guess| purpose.contains(guess))
        })
    })
}
