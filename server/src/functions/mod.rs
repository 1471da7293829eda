//! `/fn/..`: the server functions, which forms are posted to.
//!
//! A form gets what a form should get, whether the browser posted it or its program: a step on to the next page (303), or
//! its own page again with everything that was typed, what is wrong with it, and the real status. The framework alone would
//! redirect to the Referer and lose what was typed. Whoever takes no HTML gets the answer as JSON.

mod answer;
mod form;
mod resume;

use crate::local_path::LocalPath;
use crate::middleware::mark::{Function, RequestMark};
use crate::middleware::{limits, refusal};
use crate::pages;
use crate::site::Site;
use answer::Answer;
use app::forms::{FormEcho, FormOutcome, NOBODYS, SHOWN};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use domain::caller::Caller;
use domain::error::PortalError;
use form::Form;
use http_body_util::{BodyExt as _, LengthLimitError};
use leptos::server_fn::axum::server_fn_paths;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tracing::Instrument as _;

/// Where all of them are.
pub const ROUTE: &str = "/fn/{*path}";

/// How long a form may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(20);

/// What the handler needs.
#[derive(Clone)]
struct Functions {
    site: Arc<Site>,
    /// The pages, to be shown again with a form on them.
    pages: Router,
    registered: Arc<BTreeMap<&'static str, Method>>,
}

/// The one route of all server functions.
pub fn router(site: Arc<Site>, pages: Router) -> Router {
    let registered = Arc::new(server_fn_paths().collect());
    Router::new().route(ROUTE, any(call)).layer(from_fn(limits::address)).with_state(Functions {
        site,
        pages,
        registered,
    })
}

async fn call(State(functions): State<Functions>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let (Some(mark), Some(caller)) =
        (parts.extensions.get::<RequestMark>().cloned(), parts.extensions.get::<Caller>().cloned())
    else {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    };
    let Some((name, method)) = functions.registered.get_key_value(parts.uri.path()) else {
        return answer::json(&PortalError::NotFound);
    };
    let (function, method) = (Function(name), method.clone());
    let mut response =
        if method == parts.method { functions.change(parts, body, caller, &mark).await } else { wrong_method(&method) };
    response.extensions_mut().insert(function);
    response
}

fn wrong_method(method: &Method) -> Response {
    let mut response = refusal(StatusCode::METHOD_NOT_ALLOWED, "This takes another method.\n");
    if let Ok(method) = HeaderValue::from_str(method.as_str()) {
        response.headers_mut().insert(header::ALLOW, method);
    }
    response
}

/// The whole body of a form. Anything else than a form is refused before the framework sees it.
async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Response> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Only forms are taken here.\n"));
    }
    match tokio::time::timeout(BODY_TIME, body.collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if is_too_large(&error) => Err(limits::too_large()),
        Ok(Err(_)) => Err(refusal(StatusCode::BAD_REQUEST, "The form did not arrive whole. Nothing was changed.\n")),
        Err(_) => Err(refusal(StatusCode::REQUEST_TIMEOUT, "The form took too long. Nothing was changed.\n")),
    }
}

fn is_too_large(error: &axum::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Whether the page of a form was made for somebody else than whoever is signed in. Where nobody is, signing in decides.
fn is_somebody_elses(form: &Form, path: &str, caller: &Caller) -> bool {
    !NOBODYS.contains(&path) && caller.signed_in().is_some_and(|signed_in| !form.is_for(signed_in.person))
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| String::from_utf8_lossy(accept.as_bytes()).contains("text/html"))
}

impl Functions {
    /// Takes a form, and answers whoever posted it in their own way.
    async fn change(self, parts: Parts, body: Body, caller: Caller, mark: &RequestMark) -> Response {
        let body = match read(&parts.headers, body).await {
            Ok(body) => body,
            Err(refusal) => return refusal,
        };
        let form = Form::parse(&body);
        let refused = |error| Answer::Failed { error, headers: HeaderMap::new() };
        // INVARIANT: what the page of one person offers is not done for another who has signed in in that browser since; and
        // a form names its page, and what a page of one account shows is not done on another, whatever the rights
        // there (SECURITY T12).
        let answer = if is_somebody_elses(&form, parts.uri.path(), &caller) {
            refused(PortalError::SomebodyElse)
        } else if form.strays() {
            refused(PortalError::NotFound)
        } else if form.return_to.is_none() || form.holds_nul() {
            refused(PortalError::Malformed)
        } else {
            self.run(&parts, body, &caller, mark).await
        };
        if accepts_html(&parts.headers) {
            Posting { functions: self, parts, caller, form }.answer(answer).await
        } else {
            answer.into_json()
        }
    }

    /// Runs the function; its answer is JSON. What has begun is brought to its end, also when whoever asked goes away
    /// meanwhile: somebody who presses a button and leaves the page meant it.
    async fn run(&self, parts: &Parts, body: Bytes, caller: &Caller, mark: &RequestMark) -> Answer {
        let mut request = Request::from_parts(parts.clone(), Body::from(body));
        let headers = request.headers_mut();
        // INVARIANT: the framework redirects to the Referer, whatever it says, when the client takes HTML.
        headers.remove(header::REFERER);
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        let (site, known) = (Arc::clone(&self.site), caller.clone());
        let contexts = move || pages::provide_shared(&site, &known);
        let function = leptos_axum::handle_server_fns_with_context(contexts, request);
        let underway = caller.signed_in().map(|signed_in| self.site.underway.begin(signed_in.session));
        let function = async move {
            let response = function.await.into_response();
            drop(underway);
            response
        };
        let ended = tokio::spawn(function.in_current_span()).await;
        let response = match ended {
            Ok(response) => response,
            // A fault of the function is answered as any other.
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        };
        Answer::read(response, mark.request).await
    }

    /// A page of ours, as the caller would get it by going there.
    async fn page(&self, at: &LocalPath, parts: &Parts, caller: Caller, echo: FormEcho) -> Response {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = at.uri();
        for name in [header::HOST, header::COOKIE, header::ACCEPT, header::ACCEPT_LANGUAGE, header::USER_AGENT] {
            if let Some(value) = parts.headers.get(&name) {
                request.headers_mut().insert(name, value.clone());
            }
        }
        if let Some(mark) = parts.extensions.get::<RequestMark>() {
            request.extensions_mut().insert(mark.clone());
        }
        request.extensions_mut().insert(caller);
        request.extensions_mut().insert(echo);
        match tower::ServiceExt::oneshot(self.pages.clone(), request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// A form whose answer is a page.
struct Posting {
    functions: Functions,
    parts: Parts,
    caller: Caller,
    form: Form,
}

impl Posting {
    async fn answer(self, answer: Answer) -> Response {
        match answer {
            Answer::Done { headers, body } if self.is_shown(&headers) => self.show(body, headers).await,
            Answer::Done { headers, .. } => self.go_on(headers).await,
            Answer::Failed { error: PortalError::PasswordChangeRequired, headers } => {
                answer::see_other(&domain::paths::security_before(self.next()), &headers)
            }
            Answer::Failed { error: PortalError::SignInRequired, headers } => self.sign_in(headers).await,
            Answer::Failed { error, headers } => self.show_again(error, headers).await,
        }
    }

    /// Whether what the function answered is shown on the page of its form: where it leads nowhere else.
    fn is_shown(&self, headers: &HeaderMap) -> bool {
        SHOWN.contains(&self.parts.uri.path()) && !headers.contains_key(header::LOCATION)
    }

    /// Where the function leads, else back to the page of the form; after signing in again, to the refilled form.
    async fn go_on(mut self, headers: HeaderMap) -> Response {
        let named = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
        let next = named.and_then(LocalPath::parse).or_else(|| self.form.return_to.clone());
        let Some(next) = next else { return answer::see_other("/", &headers) };
        match self.resumed(&headers).await {
            None => answer::see_other(next.as_str(), &headers),
            Some((caller, echo, cookie)) => {
                // The page is one of the new session.
                self.parts.headers.insert(header::COOKIE, cookie);
                let page = self.functions.page(&next, &self.parts, caller, echo).await;
                answer::shown(page, StatusCode::OK, &headers)
            }
        }
    }

    /// The page of the form again, with the real status. A page that fails by itself says why by itself.
    async fn show_again(self, error: PortalError, headers: HeaderMap) -> Response {
        let status = answer::status(&error);
        let Some(at) = self.form.return_to.clone() else {
            return refusal(status, "The form could not be carried out. Nothing was changed; go back and try again.\n");
        };
        let echo = if error == PortalError::SomebodyElse {
            FormEcho::of_somebody_else()
        } else {
            self.form.echo(self.parts.uri.path(), FormOutcome::Failed(error))
        };
        let page = self.functions.page(&at, &self.parts, self.caller, echo).await;
        answer::shown(page, status, &headers)
    }

    /// The page of the form again, with what the function answered: it stands nowhere else.
    async fn show(self, body: Bytes, headers: HeaderMap) -> Response {
        let (Some(at), Ok(answer)) = (self.form.return_to.clone(), String::from_utf8(body.into())) else {
            return self.go_on(headers).await;
        };
        let echo = self.form.echo(self.parts.uri.path(), FormOutcome::Answered(answer));
        let page = self.functions.page(&at, &self.parts, self.caller, echo).await;
        answer::shown(page, StatusCode::OK, &headers)
    }

    /// The page of the form, to go on to.
    fn next(&self) -> &str {
        self.form.return_to.as_ref().map_or(domain::paths::HOME, LocalPath::as_str)
    }

    /// The sign-in page, which carries the form along.
    async fn sign_in(self, headers: HeaderMap) -> Response {
        let Some(at) = LocalPath::parse(&domain::paths::sign_in(self.next())) else {
            return answer::see_other(domain::paths::SIGN_IN, &headers);
        };
        let echo = self.carried().await;
        let page = self.functions.page(&at, &self.parts, self.caller, echo).await;
        answer::shown(page, StatusCode::UNAUTHORIZED, &headers)
    }
}
