//! The request that is being answered: who asks, what the server knows, and how the answer is labelled.
//!
//! This is the one module of the crate that knows on which side it runs. In the browser there is no request: what a page
//! needs of it (provider, language, echoed form) travels with the page, and setting a status or a cookie does nothing.

use crate::forms::FormEcho;
use domain::error::PortalError;
use domain::id::RequestId;
use domain::person::Language;
use domain::provider::{PeopleWord, Provider, WayToAdd};
use leptos::prelude::{Resource, use_context};
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What every server function fails with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Failure(pub PortalError);

impl From<PortalError> for Failure {
    fn from(error: PortalError) -> Self {
        Self(error)
    }
}

impl FromServerFnError for Failure {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(value: ServerFnErrorErr) -> Self {
        let error = match value {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Serialization(_) => PortalError::Malformed,
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => PortalError::Unavailable,
            ServerFnErrorErr::Registration(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_) => internal(),
        };
        #[cfg(feature = "ssr")]
        server::label(&error);
        Self(error)
    }
}

/// A fault whose request is not known here.
fn internal() -> PortalError {
    // INVARIANT: the text is an id.
    let request_id: RequestId = "00000000-0000-0000-0000-000000000000".parse().expect("the nil id is an id");
    PortalError::Internal { request_id }
}

/// The addresses of the hashed files, as paths: `/assets/portico.0123abcd.js` say. A context value of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The JavaScript module that loads the WASM.
    pub js: String,
    /// The WASM.
    pub wasm: String,
    /// The style sheet.
    pub css: String,
}

/// The session cookie's attributes. A context value of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionCookie {
    /// Its name: `__Host-portico`, or a plain one for `--insecure-cookie`.
    pub name: String,
    /// Whether it is sent over TLS (and localhost) only.
    pub secure: bool,
}

/// What the provider has set. The server gives it as a context value; [`crate::App`] hands it on to the browser.
pub fn provider() -> Provider {
    use_context().unwrap_or_else(|| Provider {
        name: "Portico".to_owned(),
        logo: None,
        colour: None,
        people: PeopleWord::Contacts,
        support_email: String::new(),
        language: Language::En,
        ways_to_add: vec![WayToAdd::AddContact],
        demo: false,
    })
}

/// The language of the page: a context value of the server, handed on to the browser by [`crate::App`].
pub fn language() -> Language {
    use_context().unwrap_or_default()
}

/// The form that was posted without JavaScript and failed, as the server's wrapper gives it. In the browser it comes with
/// the page: read it through [`crate::forms`].
pub fn form_echo() -> Option<FormEcho> {
    use_context()
}

/// Sets the HTTP status of the page that is being rendered. Does nothing in the browser.
pub fn page_status(status: u16) {
    #[cfg(feature = "ssr")]
    server::set_status(status);
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}

/// Leads from the page that is being rendered to another one of this portal, without a step back in the browser's history.
pub fn lead_to(path: &str) {
    #[cfg(feature = "ssr")]
    see_other(path);
    #[cfg(not(feature = "ssr"))]
    leptos_router::hooks::use_navigate()(
        path,
        leptos_router::NavigateOptions { replace: true, ..Default::default() },
    );
}

/// The path and query of the page that is being rendered on the server, for the document: the browser may show another
/// address, when the page answers a posted form.
pub fn page_address() -> Option<String> {
    #[cfg(feature = "ssr")]
    return use_context::<http::request::Parts>()
        .and_then(|parts| parts.uri.path_and_query().map(|address| address.as_str().to_owned()));
    #[cfg(not(feature = "ssr"))]
    None
}

/// Whether this code runs on the server.
pub const ON_SERVER: bool = cfg!(feature = "ssr");

/// Remembers, on the server, the answers that the page has asked for. Once per page, above everything that asks.
pub fn provide_answers() {
    #[cfg(feature = "ssr")]
    server::provide_answers();
}

/// What a page asks the server for when it is shown, and again whenever `source` changes.
///
/// The framework makes the parts of a page that wait for something several times while it renders on the server. This
/// asks once all the same: per place in the code and value of `source`.
///
/// INVARIANT: only pages and layouts ask, and not what is shown once an answer is there ([`crate::shell::Loaded`]): the
/// answers are numbered in the order they are asked for, which must be the same in the browser.
#[track_caller]
pub fn page_resource<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Resource<Result<T, Failure>>
where
    S: std::fmt::Debug + PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = Result<T, Failure>> + Send + 'static,
{
    #[cfg(feature = "ssr")]
    return server::page_resource(source, fetch);
    #[cfg(not(feature = "ssr"))]
    Resource::new_blocking(source, fetch)
}

/// The nonce for the document's own scripts and styles.
pub fn nonce() -> Option<String> {
    leptos::nonce::use_nonce().map(|nonce| nonce.to_string())
}

#[cfg(feature = "ssr")]
pub use server::{caller, end_session_cookie, portal, provide_nonce, respond, see_other, start_session};

#[cfg(feature = "ssr")]
mod server {
    use super::{Failure, SessionCookie, internal};
    use domain::error::PortalError;
    use domain::ports::{Caller, NewSession, Portal};
    use http::{HeaderName, HeaderValue, StatusCode, header, request::Parts};
    use leptos::prelude::{ArcResource, Owner, Resource, provide_context, untrack, use_context};
    use leptos_axum::ResponseOptions;
    use leptos_router::location::RequestUrl;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use std::any::Any;
    use std::collections::HashMap;
    use std::panic::Location;
    use std::sync::{Arc, Mutex, PoisonError};

    /// The place in the code that asks, and for what.
    type Question = (&'static Location<'static>, String);

    /// The answers that a page has asked for, and what keeps them alive until it is rendered.
    #[derive(Clone)]
    struct Answers {
        owner: Owner,
        asked: Arc<Mutex<HashMap<Question, Box<dyn Any + Send>>>>,
    }

    pub(super) fn provide_answers() {
        if let Some(owner) = Owner::current() {
            provide_context(Answers { owner, asked: Arc::default() });
        }
    }

    #[track_caller]
    pub(super) fn page_resource<S, T, Fut>(
        source: impl Fn() -> S + Send + Sync + 'static,
        fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
    ) -> Resource<Result<T, Failure>>
    where
        S: std::fmt::Debug + PartialEq + Clone + Send + Sync + 'static,
        T: Serialize + DeserializeOwned + Send + Sync + 'static,
        Fut: Future<Output = Result<T, Failure>> + Send + 'static,
    {
        let Some(Answers { owner, asked }) = use_context() else { return Resource::new_blocking(source, fetch) };
        // A page is rendered once: whatever the source reads does not change meanwhile, but may be gone later.
        let value = untrack(source);
        let question = (Location::caller(), format!("{value:?}"));
        let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
        let known = asked.get(&question).and_then(|answer| answer.downcast_ref::<ArcResource<Result<T, Failure>>>());
        let answer = known.cloned().unwrap_or_else(|| {
            owner.with(|| ArcResource::new_blocking(move || value.clone(), fetch))
        });
        asked.entry(question).or_insert_with(|| Box::new(answer.clone()));
        answer.into()
    }

    /// The use-cases, which the server gives as a context value.
    pub fn portal() -> Result<Portal, Failure> {
        use_context().ok_or_else(|| Failure(internal()))
    }

    /// Who asks, which the server gives as a context value.
    pub fn caller() -> Result<Caller, Failure> {
        use_context().ok_or_else(|| Failure(internal()))
    }

    /// Makes the answer of a use-case that of a server function, with the HTTP status that goes with it.
    pub fn respond<T>(answer: Result<T, PortalError>) -> Result<T, Failure> {
        answer.map_err(|error| {
            label(&error);
            Failure(error)
        })
    }

    /// Gives the framework the nonce of the content security policy.
    pub fn provide_nonce(nonce: &str) {
        provide_context(leptos::nonce::Nonce::from_value(nonce));
    }

    /// Whether a page is being rendered, and not a server function called over HTTP.
    fn renders_page() -> bool {
        use_context::<RequestUrl>().is_some()
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

    fn set_cookie(value: &str, end: &str) {
        if let Some(SessionCookie { name, secure }) = use_context() {
            let secure = if secure { "; Secure" } else { "" };
            add_header(header::SET_COOKIE, &format!("{name}={value}; Path=/; HttpOnly{secure}; SameSite=Lax{end}"));
        }
    }

    /// Gives the browser a new session's token.
    pub fn start_session(session: &NewSession) {
        set_cookie(session.token.expose(), "");
    }

    /// Takes the token from the browser.
    pub fn end_session_cookie() {
        set_cookie("", "; Max-Age=0");
    }
}
