//! Forms that work with and without JavaScript, and lose nothing.
//!
//! With JavaScript a failing form stays as it is and shows what the action answered. Without, the server renders the page
//! again with a [`FormEcho`]: the form as it was posted and the error. A [`Form`] hides the difference: its fields ask
//! [`form_field`] for what they hold at first and what is wrong with it.

mod again;
mod echo;
mod state;

pub use echo::{Echo, EchoNotice, FormEcho, FormOutcome, SHOWN, any_echo, holds_secret};
pub use state::{FormField, FormState, form_field, form_state};

use crate::live::{REFILLED, use_live};
use crate::request::FunctionError;
use crate::shell::SessionOver;
use crate::text::texts;
use crate::ui::{Banner, FieldProblem, ProblemSummary, Tone, field_id, use_toasts};
use domain::error::PortalError;
use leptos::context::Provider;
use leptos::either::Either;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos::server_fn::client::Client;
use leptos::server_fn::codec::PostUrl;
use leptos::server_fn::request::ClientReq;
use leptos::server_fn::{Http, ServerFn};
use leptos_router::hooks::use_location;
use serde::de::DeserializeOwned;

/// The input that says which page the form stands on, for an answer without JavaScript.
#[component]
pub fn ReturnTo() -> impl IntoView {
    let location = use_location();
    let page = move || {
        let (path, query) = (location.pathname.get(), location.search.get());
        if query.is_empty() { path } else { format!("{path}?{}", query.trim_start_matches('?')) }
    };
    view! { <input type="hidden" name="return_to" value=page /> }
}

/// The account acted on, as hidden inputs: `acting[account]` and, when viewing, `acting[viewing]`.
#[component]
pub fn ActingInputs(
    /// The account and the view.
    acting: domain::acting::Acting,
) -> impl IntoView {
    view! {
        <input type="hidden" name="acting[account]" value=acting.account.to_string() />
        {acting
            .viewing
            .map(|contact| view! { <input type="hidden" name="acting[viewing]" value=contact.to_string() /> })}
    }
}

/// A form for a server function: with what is wrong at its top, and its fields inside.
#[component]
pub fn Form<Fn, Output>(
    /// The action that sends it.
    action: ServerAction<Fn>,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "form".to_owned(), into)] class: String,
    /// The browser posts it itself, also with JavaScript.
    #[prop(optional)]
    native: bool,
    /// The fields and buttons.
    children: Children,
) -> impl IntoView
where
    Fn: DeserializeOwned
        + ServerFn<Protocol = Http<PostUrl, Output>, Error = FunctionError>
        + Clone
        + Send
        + Sync
        + 'static,
    <<Fn::Client as Client<FunctionError>>::Request as ClientReq<FunctionError>>::FormData: From<web_sys::FormData>,
    Fn::Output: Send + Sync + 'static,
    Fn::Client: Client<FunctionError>,
    Output: 'static,
{
    let echo = Echo::of(Fn::PATH);
    let echoed = echo.as_ref().and_then(FormEcho::error).cloned();
    let resumed = echoed == Some(PortalError::SignInRequired);
    let echoed = echoed.filter(|_| !resumed);
    let value = action.value();
    let error = Signal::derive(move || {
        value.with(|value| match value {
            None => echoed.clone(),
            Some(Ok(_)) => None,
            Some(Err(FunctionError(error))) => Some(error.clone()),
        })
    });
    let live = use_live();
    Effect::new(move |_| {
        value.with(|value| {
            if let Some(Err(FunctionError(error))) = value {
                live.refresh_after(error);
            }
        });
    });
    let typed = echo.is_some().then_some(REFILLED);
    let state = FormState { error, pending: action.pending().into(), echo: StoredValue::new(echo) };
    let text = texts();
    let problems = Signal::derive(move || error.with(|error| error.as_ref().map(summary).unwrap_or_default()));
    let why = if Echo::is_kept() { text.live.refilled } else { text.problems.signed_in_again };
    let resumed = resumed.then(|| view! { <Banner tone=Tone::Info>{why}</Banner> });
    let content = move || {
        view! {
            <ReturnTo />
            {resumed}
            <ProblemSummary title=text.problems.summary problems=problems />
            <SessionOver error=error />
            {children()}
        }
    };
    view! {
        <Provider value=state>
            {if native {
                Either::Left(view! { <form id=id class=class method="post" action=Fn::url() novalidate=true data-typed=typed>{content()}</form> })
            } else {
                Either::Right(view! { <ActionForm action=action attr:id=id attr:class=class attr:novalidate=true attr:data-typed=typed>{content()}</ActionForm> })
            }}
        </Provider>
    }
}

/// What the summary lists: each bad field by its name, with the way to it; or the one reason.
fn summary(error: &PortalError) -> Vec<FieldProblem> {
    let (text, problems) = (texts(), &texts().problems);
    let PortalError::Invalid { fields } = error else {
        return vec![FieldProblem { field: None, message: problems.failure(error) }];
    };
    fields
        .iter()
        .map(|problem| FieldProblem {
            field: Some(field_id(&format!("change[{}]", problem.field.replace('.', "][")))),
            message: text.field(&problem.field).map_or_else(|| problems.field(&problem.problem), ToOwned::to_owned),
        })
        .collect()
}

/// Shows in a toast why `action` failed, whenever it does. Once per action, which several forms may share.
pub fn toast_failures<Fn>(action: ServerAction<Fn>)
where
    Fn: ServerFn<Error = FunctionError> + Clone + Send + Sync + 'static,
    Fn::Output: Send + Sync + 'static,
{
    let (toasts, live) = (use_toasts(), use_live());
    let problems = &texts().problems;
    let value = action.value();
    Effect::new(move |_| {
        value.with(|value| {
            if let Some(Err(FunctionError(error))) = value {
                toasts.show(Tone::Bad, problems.failure(error));
                live.refresh_after(error);
            }
        });
    });
}

/// A form that is one button: what goes wrong with it is said in a toast ([`toast_failures`]), or without JavaScript at
/// the top of the page (its path must be in the `BUTTONS` of its feature).
#[component]
pub fn ButtonForm<Fn, Output>(
    /// The action that sends it.
    action: ServerAction<Fn>,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "form-button".to_owned(), into)] class: String,
    /// Hidden inputs and the button.
    children: Children,
) -> impl IntoView
where
    Fn: DeserializeOwned
        + ServerFn<Protocol = Http<PostUrl, Output>, Error = FunctionError>
        + Clone
        + Send
        + Sync
        + 'static,
    <<Fn::Client as Client<FunctionError>>::Request as ClientReq<FunctionError>>::FormData: From<web_sys::FormData>,
    Fn::Output: Send + Sync + 'static,
    Fn::Client: Client<FunctionError>,
    Output: 'static,
{
    view! {
        <ActionForm action=action attr:id=id attr:class=class>
            <ReturnTo />
            {children()}
        </ActionForm>
    }
}
