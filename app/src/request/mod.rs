//! The request that is being answered: who asks, what the server knows, and how the answer is labelled.
//!
//! This is the one module of the crate that knows on which side it runs. In the browser there is no request: what a page
//! needs of it (provider, language, echoed form) travels with the page, and setting a status or a cookie does nothing.

#[cfg(feature = "ssr")]
mod answers;
#[cfg(feature = "ssr")]
mod server;

use crate::forms::FormEcho;
use domain::error::PortalError;
use domain::id::RequestId;
use domain::live::Position;
use domain::person::Language;
use domain::provider::{PeopleWord, Provider, RegisteredPeople, WayToAdd};
use leptos::prelude::{Resource, use_context};
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What every server function fails with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FunctionError(pub PortalError);

impl From<PortalError> for FunctionError {
    fn from(error: PortalError) -> Self {
        Self(error)
    }
}

impl FromServerFnError for FunctionError {
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
    pub wasm: String,
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

impl SessionCookie {
    /// The name of the cookie by which a browser is known again, long after the session.
    pub fn device_name(&self) -> String {
        format!("{}-device", self.name)
    }
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
        registered_people: RegisteredPeople::AtOnce,
        restore_days: 30,
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

/// Up to where the person had heard of changes before the page is rendered. In the browser it comes with the page.
pub fn live_position() -> Position {
    use_context().unwrap_or_default()
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
    leptos_router::hooks::use_navigate()(path, leptos_router::NavigateOptions { replace: true, ..Default::default() });
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
    answers::provide_answers();
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
) -> Resource<Result<T, FunctionError>>
where
    S: std::fmt::Debug + PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = Result<T, FunctionError>> + Send + 'static,
{
    #[cfg(feature = "ssr")]
    return answers::page_resource(source, fetch);
    #[cfg(not(feature = "ssr"))]
    Resource::new_blocking(source, fetch)
}

/// The nonce for the document's own scripts and styles.
pub fn nonce() -> Option<String> {
    leptos::nonce::use_nonce().map(|nonce| nonce.to_string())
}

/// Asks a use-case in the name of whoever sent the request, `ask!(contacts.read(acting, contact))` say, and gives its answer
/// the HTTP status that goes with it.
#[cfg(feature = "ssr")]
macro_rules! ask {
    ($family:ident.$use_case:ident($($argument:expr),*)) => {{
        let (portal, caller) = (crate::request::portal()?, crate::request::caller()?);
        crate::request::respond(portal.$family.$use_case(&caller, $($argument),*).await)
    }};
}

#[cfg(feature = "ssr")]
pub use server::{caller, end_session, portal, provide_nonce, respond, see_other, start_session};
