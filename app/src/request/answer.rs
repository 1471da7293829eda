//! Who asks, and what the answer of a server function carries beside its body.

use super::{FunctionError, SessionCookie, Theme, internal};
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::person::DEVICE_KNOWN_SECONDS;
use domain::ports::Portal;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// How long a browser keeps light or dark: a year.
const THEME_SECONDS: u32 = 365 * 86_400;

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

/// Sets status and headers for an error of a server function. While a page is rendered there is nothing to set them on: it
/// says itself what it comes to.
pub(super) fn label(error: &PortalError) {
    set_status(error.status());
    if let PortalError::TooMany { retry_after } = error {
        add_header(header::RETRY_AFTER, &retry_after.to_string());
    }
}

fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

fn add_header(name: HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.append_header(name, value);
    }
}

/// Leads on to `path`: the form is answered with 303. It does not stop the function that calls it, so it is never a guard.
pub fn see_other(path: &str) {
    if let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        response.insert_header(header::LOCATION, location);
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

/// Has the browser keep light or dark for a year; what the system says needs no cookie.
pub fn keep_theme(theme: Theme) {
    let Some(cookie) = use_context::<SessionCookie>() else { return };
    let (value, seconds) = theme.attribute().map_or(("", 0), |value| (value, THEME_SECONDS));
    set_cookie(&cookie.theme_name(), &cookie, value, &format!("; Max-Age={seconds}"));
}

/// Takes the session from the browser, and whatever else pages have stored there. Not the other cookies: they may be those
/// of the provider's sibling hosts (SECURITY T50).
pub fn end_session() {
    if let Some(cookie) = use_context::<SessionCookie>() {
        set_cookie(&cookie.name, &cookie, "", "; Max-Age=0");
    }
    add_header(HeaderName::from_static("clear-site-data"), "\"storage\"");
}
