//! The security headers of every response, files and refusals included.

use super::mark::RequestMark;
use crate::site::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

const FIXED: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
];

/// Two years, as preload lists ask; hosts beside ours are not ours to bind.
const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// Adds them. A response that has policies or caching of its own keeps them.
pub async fn add(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<RequestMark>().map(|mark| mark.nonce.clone()).unwrap_or_default();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.public_url.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT_SECURITY));
    }
    or_insert(headers, header::CONTENT_SECURITY_POLICY, &policy(&nonce));
    // `no-referrer` would send `Origin: null` with forms, which the cross-site check refuses.
    or_insert(headers, header::REFERRER_POLICY, "same-origin");
    or_insert(headers, header::CACHE_CONTROL, "no-store");
    or_insert(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    response
}

/// The content security policy of pages. The drawings of icons (`<use>`) are images to it, in Firefox since 132.
pub fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self' \
         'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri \
         'none'; frame-ancestors 'none'; object-src 'none'"
    )
}

fn or_insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let (false, Ok(value)) = (headers.contains_key(&name), HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}
