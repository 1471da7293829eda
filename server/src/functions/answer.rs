//! What a server function answered, read back from the framework's response, and how it is told.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::error::PortalError;
use domain::id::RequestId;
use http_body_util::BodyExt as _;
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

/// Headers of a function that also count when a page is shown in its place.
const KEPT: [HeaderName; 3] =
    [header::SET_COOKIE, header::RETRY_AFTER, header::HeaderName::from_static("clear-site-data")];

/// What a function answered.
pub enum Answer {
    /// It was carried out.
    Done {
        /// Its headers: cookies, and where it leads.
        headers: HeaderMap,
        /// Its value as JSON.
        body: Bytes,
    },
    /// It was not.
    Failed {
        /// Why.
        error: PortalError,
        headers: HeaderMap,
    },
}

impl Answer {
    /// Reads the framework's response. The framework says 500 for errors it met itself, whatever they are.
    pub async fn read(response: Response, request: RequestId) -> Self {
        let (mut parts, body) = response.into_parts();
        let failed = parts.headers.remove(SERVER_FN_ERROR_HEADER).is_some() || parts.status.is_client_error();
        let Ok(body) = body.collect().await else {
            return Self::Failed { error: PortalError::Internal { request_id: request }, headers: parts.headers };
        };
        let body = body.to_bytes();
        if !failed && !parts.status.is_server_error() {
            return Self::Done { headers: parts.headers, body };
        }
        let error = match serde_json::from_slice(&body) {
            // The app knows no request; the log has this one.
            Ok(PortalError::Internal { .. }) | Err(_) => PortalError::Internal { request_id: request },
            Ok(error) => error,
        };
        Self::Failed { error, headers: parts.headers }
    }

    /// For whoever takes no HTML.
    pub fn into_json(self) -> Response {
        match self {
            Self::Done { headers, body } => {
                let mut response = Response::new(Body::from(body));
                *response.headers_mut() = headers;
                response
            }
            Self::Failed { error, headers } => {
                let mut response = json(&error);
                keep(&headers, response.headers_mut());
                response
            }
        }
    }
}

/// The status that goes with an error.
pub fn status(error: &PortalError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// An error for whoever takes no HTML.
pub fn json(error: &PortalError) -> Response {
    let mut response = Response::new(Body::from(serde_json::to_vec(error).unwrap_or_default()));
    *response.status_mut() = status(error);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// On to another page of ours.
pub fn see_other(path: &str, headers: &HeaderMap) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    keep(headers, response.headers_mut());
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response
}

/// A page in the place of the function's answer, with the status of that answer unless the page has one of its own.
pub fn shown(mut page: Response, status: StatusCode, headers: &HeaderMap) -> Response {
    if page.status() == StatusCode::OK {
        *page.status_mut() = status;
    } else if page.status().is_redirection() {
        // The browser shall get the other page, whatever it was about to send.
        *page.status_mut() = StatusCode::SEE_OTHER;
    }
    keep(headers, page.headers_mut());
    page
}

fn keep(from: &HeaderMap, to: &mut HeaderMap) {
    for name in KEPT {
        for value in from.get_all(&name) {
            to.append(name.clone(), value.clone());
        }
    }
}
