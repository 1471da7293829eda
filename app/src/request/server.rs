//! The request, on the server: who asks, and what the answer carries beside its body.

use super::{FunctionError, SessionCookie, internal};
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::person::DEVICE_KNOWN_SECONDS;
use domain::ports::Portal;
use http::{HeaderName, HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

/// The use-cases, which the server gives as a context value.
pub fn portal() -> Result<Portal, FunctionError> {
    use_context().ok_or_else(|| FunctionError(internal()))
}

/// Who asks, which the server gives as a context value.
pub fn caller() -> Result<Caller, FunctionError> {
    use_context().ok_or_else(|| FunctionError(internal()))
}

/// Makes the answer of a use-case that of a server function, with the HTTP status that goes with it.
pub fn respond<T>(answer: Result<T, PortalError>) -> Result<T, FunctionError> {
    answer.map_err(|error| {
        label(&error);
        FunctionError(error)
    })
}

/// Gives the framework the nonce of the content security policy.
pub fn provide_nonce(nonce: &str) {
    provide_context(leptos::nonce::Nonce::from_value(nonce));
}

/// Whether a page is being rendered, and not a server function called over HTTP.
fn renders_page() -> bool {
    use_context::<Parts>().is_some_and(|parts| !parts.uri.path().starts_with("/fn/"))
}

/// Sets status and headers for an error of a server function. A page decides itself which of its failures count.
pub(super) fn label(error: &PortalError) {
    if renders_page() {
        return;
    }
    set_status(error.status());
    if let PortalError::TooMany { retry_after } = error {
        add_header(header::RETRY_AFTER, &retry_after.to_string());
    }
}

pub(super) fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

fn add_header(name: HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.append_header(name, value);
    }
}

/// Leads on to `path`: the browser's router follows, and a form without JavaScript is answered with 303. It does not
/// stop the function that calls it, so it is never a guard.
pub fn see_other(path: &str) {
    let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) else {
        return;
    };
    response.insert_header(header::LOCATION, location);
    let wants_html = use_context::<Parts>().is_some_and(|parts| {
        parts.headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().windows(9).any(|w| w == b"text/html"))
    });
    if renders_page() {
        response.set_status(StatusCode::FOUND);
    } else if wants_html {
        response.set_status(StatusCode::SEE_OTHER);
    } else {
        let name = HeaderName::from_static(leptos::server_fn::redirect::REDIRECT_HEADER);
        response.insert_header(name, HeaderValue::from_static(""));
    }
}

fn set_cookie(name: &str, cookie: &SessionCookie, value: &str, end: &str) {
    let secure = if cookie.secure { "; Secure" } else { "" };
    add_header(header::SET_COOKIE, &format!("{name}={value}; Path=/; HttpOnly{secure}; SameSite=Lax{end}"));
}

/// Gives the browser a new session's token, and the one by which it is known again later.
pub fn start_session(session: &NewSession) {
    let Some(cookie) = use_context::<SessionCookie>() else { return };
    set_cookie(&cookie.name, &cookie, session.token.expose(), "");
    if let Some(device) = &session.device {
        let end = format!("; Max-Age={DEVICE_KNOWN_SECONDS}");
        set_cookie(&cookie.device_name(), &cookie, device.expose(), &end);
    }
}

/// Takes the session from the browser, and whatever else pages have stored there. Not the other cookies: they may be those
/// of the provider's sibling hosts (SECURITY T50).
pub fn end_session() {
    if let Some(cookie) = use_context::<SessionCookie>() {
        set_cookie(&cookie.name, &cookie, "", "; Max-Age=0");
    }
    add_header(HeaderName::from_static("clear-site-data"), "\"storage\"");
}
