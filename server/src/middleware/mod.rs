//! What happens to every request before and after it is answered, one concern a file.

pub mod cross_site;
pub mod headers;
pub mod host;
pub mod limits;
pub mod mark;
pub mod panic;
pub mod session;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// A refusal in one fixed sentence. It tells nothing of what was asked.
pub fn refusal(status: StatusCode, text: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
