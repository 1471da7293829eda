//! A form that met the end of its session: it is carried through signing in and filled in again, never sent by itself.
//!
//! The sign-in form holds it in a hidden input. Among its fields the server notes the person whose session ended; anybody
//! else gets an empty form. Where nobody knows who it was, there is nothing to carry.

use super::Posting;
use super::form::may_be_shown;
use crate::middleware::mark::RequestMark;
use crate::middleware::session;
use app::forms::{FormEcho, FormOutcome};
use axum::http::{HeaderMap, HeaderValue, header};
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::PersonId;

/// The server function that begins a session.
const SIGN_IN: &str = "/fn/people/sign_in";

/// The hidden input of the sign-in page that holds the form that waits: a [`FormEcho`] as JSON.
const CARRIED: &str = "carried";

/// The name of the carried form's note of whose it is. No input of a page has such a name.
const PERSON: &str = "\u{1}person";

impl Posting {
    /// The form that is to be carried, with a note of whose it is; without fields when that is not known, or when its page
    /// was made for somebody else.
    pub(super) async fn carried(&self) -> FormEcho {
        let mut echo = self.form.echo(self.parts.uri.path(), FormOutcome::Failed(PortalError::SignInRequired));
        match self.last_person().await.filter(|person| self.form.is_for(*person)) {
            Some(person) => echo.fields.push((PERSON.to_owned(), person.to_string())),
            None => echo.fields.clear(),
        }
        echo
    }

    async fn last_person(&self) -> Option<PersonId> {
        let token = session::token(&self.parts.headers, &self.functions.site.cookie.name)?;
        self.functions.site.portal.sessions.last_person(token).await.ok()?
    }

    /// The form that was carried through signing in, and who signed in, with the cookie of their session.
    pub(super) async fn resumed(&self, headers: &HeaderMap) -> Option<(Caller, FormEcho, HeaderValue)> {
        let carried = self.form.value(CARRIED).filter(|_| self.parts.uri.path() == SIGN_IN)?;
        let mut echo: FormEcho = serde_json::from_str(carried).ok()?;
        let (caller, cookie) = self.new_caller(headers).await?;
        let signed_in = caller.signed_in()?;
        let person = signed_in.person.to_string();
        let is_theirs = echo.value(PERSON) == Some(person.as_str());
        let is_known = self.functions.registered.contains_key(echo.form.as_str());
        if !is_theirs || !is_known || signed_in.must_change_password {
            return None;
        }
        echo.fields.retain(|(name, value)| name != PERSON && may_be_shown(name, value));
        echo.outcome = FormOutcome::Failed(PortalError::SignInRequired);
        Some((caller, echo, cookie))
    }

    /// The caller by the session that the function has just begun.
    async fn new_caller(&self, headers: &HeaderMap) -> Option<(Caller, HeaderValue)> {
        let name = &self.functions.site.cookie.name;
        let mark = self.parts.extensions.get::<RequestMark>()?;
        let cookies = headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let (cookie, token) = cookies
            .filter_map(|cookie| cookie.split(';').next())
            .find_map(|cookie| Some((cookie, cookie.strip_prefix(name.as_str())?.strip_prefix('=')?)))?;
        let signed_in = self.functions.site.portal.sessions.resolve(token, mark.now).await.ok()?;
        Some((Caller { principal: signed_in.into(), ..self.caller.clone() }, HeaderValue::from_str(cookie).ok()?))
    }
}
