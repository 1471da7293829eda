//! `/outbound/{token}/follow`: leads the browser to another site, once. INVARIANT: the one answer with an address that is
//! not ours, and only of a link that the server made for this session (SECURITY T45).

use crate::site::Site;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use domain::caller::Caller;
use domain::paths;
use domain::text::Secret;
use std::sync::Arc;

/// The one route.
pub fn routes(site: &Arc<Site>) -> Router {
    Router::new().route("/outbound/{token}/follow", get(follow)).with_state(Arc::clone(site))
}

async fn follow(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let followed = site.portal.ports.outbound.follow(&caller, Secret::new(token.clone())).await;
    match followed {
        Ok(Some(address)) => see_other(address.expose()),
        // Its page says why.
        Ok(None) | Err(_) => see_other(&paths::outbound(&token)),
    }
}

fn see_other(address: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if let Ok(address) = HeaderValue::from_str(address) {
        headers.insert(header::LOCATION, address);
    }
    response
}
