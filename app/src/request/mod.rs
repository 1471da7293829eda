//! The request that is being answered: who asks, for what, and how the answer is labelled.

mod answer;
mod query;
mod said;
mod theme;

pub use answer::{caller, end_session, keep_theme, portal, respond, see_other, start_session};
pub(crate) use query::path_id_if_any;
pub use query::{PageRequest, Query, address, is_step, path_id, query};
pub use said::{GOES_ON, anew, said, told, without};
pub use theme::Theme;

use domain::error::PortalError;
use domain::id::RequestId;
use domain::live::Position;
use domain::person::Language;
use domain::provider::{Areas, Brand, Links, PeopleWord, Provider, RegisteredPeople, WayToAdd};
use leptos::prelude::use_context;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
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
        answer::label(&error);
        Self(error)
    }
}

/// A fault whose request is not known here.
fn internal() -> PortalError {
    // INVARIANT: the text is an id.
    let request_id: RequestId = "00000000-0000-0000-0000-000000000000".parse().expect("the nil id is an id");
    PortalError::Internal { request_id }
}

/// The addresses of the hashed files, as paths: `/pkg/client.0123abcd.js` say. A context value of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The JavaScript module that loads the program of every page.
    pub js: String,
    pub wasm: String,
    /// The module of the program that form pages about rights load beside it.
    pub rights: String,
    /// The module of the program of the palette, which any page of an account may load.
    pub palette: String,
    pub css: String,
    /// The drawings of all icons.
    pub icons: String,
    /// The letters of the font that every page shows.
    pub font: Option<String>,
    /// What the document of a console loads; none where the bundle was made without.
    pub console: Option<ConsoleAssets>,
    /// A mark of this build: another one has other files, and perhaps other pages.
    pub build: String,
}

/// The files of the document of a console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleAssets {
    /// The module of its program.
    pub js: String,
    /// Its own style, beside that of every page.
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

/// The nonce of the content security policy. A context value of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageNonce(pub String);

/// A mark of the session that asks, for the document; empty where nobody is signed in. A context value of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionMark(pub String);

/// What the provider has set: a context value of the server.
pub fn provider() -> Provider {
    use_context().unwrap_or_else(|| Provider {
        name: "Portico".to_owned(),
        brand: Brand::default(),
        links: Links::default(),
        areas: Areas::default(),
        people: PeopleWord::Contacts,
        support_email: String::new(),
        language: Language::EN,
        ways_to_add: vec![WayToAdd::AddContact],
        registered_people: RegisteredPeople::AtOnce,
        restore_days: 30,
        demo: false,
    })
}

/// The language of the page: a context value of the server.
pub fn language() -> Language {
    use_context().unwrap_or_default()
}

/// Light or dark, as was chosen for this browser: a context value of the server.
pub fn theme() -> Theme {
    use_context().unwrap_or_default()
}

/// Up to where the person had heard of changes before the page is rendered.
pub fn live_position() -> Position {
    use_context().unwrap_or_default()
}

/// Asks a use-case in the name of whoever sent the request, `ask!(contacts.read(acting, contact))` say, and gives its answer
/// the HTTP status that goes with it.
macro_rules! ask {
    ($family:ident.$use_case:ident($($argument:expr),*)) => {{
        let (portal, caller) = (crate::request::portal()?, crate::request::caller()?);
        crate::request::respond(portal.$family.$use_case(&caller, $($argument),*).await)
    }};
}
