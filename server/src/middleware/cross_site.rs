//! Refuses whatever could change something and does not come from a page of our own, and every file that another site
//! asks for (SECURITY T38).

use super::{host, refusal};
use crate::settings::PublicUrl;
use crate::site::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets safe methods through, but for files that another site asks for; and others from our own pages only.
pub async fn check(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        // Nothing elsewhere needs to link to a file, and another site could learn from how large it is or how long it takes.
        return if is_others(request.headers()) && app::is_download(request.uri().path()) {
            refusal(
                StatusCode::FORBIDDEN,
                "Another site asked for this file. Download it from the page that lists it.\n",
            )
        } else {
            next.run(request).await
        };
    }
    let allowed = {
        let authority = host::authority(request.headers(), request.uri());
        authority.is_some_and(|authority| is_own(request.headers(), &site.public_url, authority))
    };
    if allowed {
        next.run(request).await
    } else {
        refusal(StatusCode::FORBIDDEN, "This request did not come from a page of this portal. Nothing was changed.\n")
    }
}

/// `Sec-Fetch-Site` decides alone where a browser sends it, except `none`, which a reload may send. Else `Origin` must
/// be the address asked for. A request with neither is refused: browsers send one of them with every post.
fn is_own(headers: &HeaderMap, url: &PublicUrl, authority: &str) -> bool {
    let has_own_origin =
        || matches!(single(headers, &header::ORIGIN), Single::Is(origin) if url.is_own_origin(origin, authority));
    match single(headers, &FETCH_SITE) {
        Single::Is("same-origin") => true,
        Single::Is("none") | Single::Missing => has_own_origin(),
        Single::Is(_) | Single::Unclear => false,
    }
}

/// Whether a browser says that another site asks. One that says nothing, and an address that somebody typed or kept, are no
/// other site.
fn is_others(headers: &HeaderMap) -> bool {
    match single(headers, &FETCH_SITE) {
        Single::Is("same-origin" | "none") | Single::Missing => false,
        Single::Is(_) | Single::Unclear => true,
    }
}

/// Whether a request says that it comes from a page of ours. Browsers say so with every WebSocket, which no other check
/// holds back (ASVS 4.4.2).
pub fn names_own_origin(headers: &HeaderMap, uri: &Uri, url: &PublicUrl) -> bool {
    let Some(authority) = host::authority(headers, uri) else { return false };
    matches!(single(headers, &header::ORIGIN), Single::Is(origin) if url.is_own_origin(origin, authority))
}

enum Single<'a> {
    Missing,
    Is(&'a str),
    /// There are several, or it is not text.
    Unclear,
}

fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Single<'a> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Single::Missing,
        (Some(value), None) => value.to_str().map_or(Single::Unclear, Single::Is),
        (Some(_), Some(_)) => Single::Unclear,
    }
}
