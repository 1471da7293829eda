//! While developing: open pages ask which build is served, and reload themselves when it is another one.

use crate::assets::Files;
use crate::middleware::mark::RequestMark;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use http_body_util::BodyExt as _;

const SCRIPT: &str = "\
let first;
setInterval(async () => {
  try {
    const answer = await fetch('/dev/build-id', { cache: 'no-store' });
    const id = answer.ok && await answer.text();
    if (id) { first ??= id; if (id !== first) location.reload(); }
  } catch { /* the server is being restarted */ }
}, 700);
";

/// Whether `make dev` started the server.
pub fn is_wanted() -> bool {
    std::env::var_os("PORTICO_LIVE_RELOAD").is_some_and(|wanted| wanted == "1")
}

/// The script and what it asks for.
pub fn routes(files: Files) -> Router {
    let script = || async {
        let mut response = Response::new(Body::from(SCRIPT));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript"));
        response
    };
    let build_id = move || {
        let files = files.clone();
        async move { files.build_id().await.unwrap_or_default() }
    };
    Router::new().route("/dev/reload.js", get(script)).route("/dev/build-id", get(build_id))
}

/// Pages with the script after their end.
pub fn with_script(pages: Router) -> Router {
    pages.layer(from_fn(add_script))
}

async fn add_script(request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<RequestMark>().map(|mark| mark.nonce.clone()).unwrap_or_default();
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(page) = body.collect().await else { return Response::from_parts(parts, Body::empty()) };
    let mut page = page.to_bytes().to_vec();
    page.extend_from_slice(format!("<script nonce=\"{nonce}\" src=\"/dev/reload.js\"></script>").as_bytes());
    Response::from_parts(parts, Body::from(page))
}
