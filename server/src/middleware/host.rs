//! Refuses requests for another host (SECURITY T25), and with them DNS rebinding.

use super::refusal;
use crate::site::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// The path that answers under every name, for load balancers.
pub const HEALTH: &str = "/healthz";

/// Lets a request through that names us once and consistently.
pub async fn check(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let ours = authority(request.headers(), request.uri()).is_some_and(|name| site.public_url.is_ours(name));
    if ours || request.uri().path() == HEALTH {
        next.run(request).await
    } else {
        refusal(StatusCode::MISDIRECTED_REQUEST, "This host is not served here.\n")
    }
}

/// The host that the request is for: exactly one `Host`, which an absolute address must not contradict.
pub fn authority<'a>(headers: &'a HeaderMap, uri: &Uri) -> Option<&'a str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?;
    let alone = hosts.next().is_none();
    let consistent = uri.authority().is_none_or(|named| named.as_str().eq_ignore_ascii_case(host));
    (alone && consistent).then_some(host)
}
