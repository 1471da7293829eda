//! Forms that work with and without JavaScript, and lose nothing.
//!
//! With JavaScript a failing form stays as it is and shows what the action answered. Without, the server renders the page
//! again with a [`FormEcho`]: the form as it was posted and the error. A [`Form`] hides the difference: its fields ask
//! [`form_field`] for what they hold at first and what is wrong with it.

use crate::request::Failure;
use crate::shell::SessionOver;
use crate::text::texts;
use crate::ui::{Banner, FieldProblem, ProblemSummary, Tone, field_id, use_toasts};
use domain::error::PortalError;
use leptos::context::Provider;
use leptos::either::Either;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos::server_fn::codec::PostUrl;
use leptos::server_fn::client::Client;
use leptos::server_fn::request::ClientReq;
use leptos::server_fn::{Http, ServerFn};
use leptos_router::hooks::use_location;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The forms that are single buttons: their failures are shown at the top of the page.
pub const BUTTONS: [&str; 7] = [
    "/fn/people/sign_out",
    "/fn/people/end_session",
    "/fn/contacts/move_one",
    "/fn/contacts/move_many",
    "/fn/contacts/restore",
    "/fn/contacts/view_as",
    "/fn/contacts/stop_viewing",
];

/// A form that was posted without JavaScript and failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormEcho {
    /// The path of the server function, `/fn/contacts/save` say.
    pub form: String,
    /// Names and values as they were posted. Never passwords.
    pub fields: Vec<(String, String)>,
    /// Why it failed. `SignInRequired` also after signing in again: the form is refilled and waits.
    pub error: PortalError,
}

impl FormEcho {
    /// The first value posted under `name`.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box with this name and value was ticked.
    pub fn ticked(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(given, posted)| given == name && posted == value)
    }
}

/// The echo of the page, if it answers a posted form; gone with the first step to another page.
#[derive(Clone, Copy)]
pub struct Echo(RwSignal<Option<FormEcho>>);

impl Echo {
    /// Makes the echo known below this component.
    pub fn provide(echo: Option<FormEcho>) -> Self {
        let echo = Self(RwSignal::new(echo));
        provide_context(echo);
        echo
    }

    /// Forgets it.
    pub fn forget(self) {
        if self.0.with_untracked(Option::is_some) {
            self.0.set(None);
        }
    }

    fn of(form: &str) -> Option<FormEcho> {
        let Self(echo) = use_context()?;
        echo.with_untracked(|echo| echo.as_ref().filter(|echo| echo.form == form).cloned())
    }
}

/// The echo, whichever form it is of.
pub fn any_echo() -> Option<FormEcho> {
    let Echo(echo) = use_context()?;
    echo.get_untracked()
}

/// What a form knows of its last attempt, for what stands in it.
#[derive(Clone, Copy)]
pub struct FormState {
    /// Why the last attempt failed. Nothing while there was none.
    pub error: Signal<Option<PortalError>>,
    /// Whether it is being sent.
    pub pending: Signal<bool>,
    echo: StoredValue<Option<FormEcho>>,
}

impl FormState {
    /// The form as it was posted without JavaScript; `None` for a fresh form.
    pub fn echo(self) -> Option<FormEcho> {
        self.echo.get_value()
    }

    /// Whether a box was ticked in the posted form; `None` for a fresh form, which begins as it is.
    pub fn ticked(self, name: &str, value: &str) -> Option<bool> {
        self.echo.with_value(|echo| echo.as_ref().map(|echo| echo.ticked(name, value)))
    }

    /// What is wrong with the field posted under `name`.
    pub fn problem(self, name: &str) -> Signal<Option<String>> {
        let key = field_key(name);
        let problems = &texts().problems;
        Signal::derive(move || {
            self.error.with(|error| match error {
                Some(PortalError::Invalid { fields }) => fields
                    .iter()
                    .find(|problem| problem.field == key)
                    .map(|problem| problems.field(&problem.problem)),
                _ => None,
            })
        })
    }
}

/// The state of the form around.
///
/// # Panics
/// Outside of a [`Form`].
pub fn form_state() -> FormState {
    expect_context()
}

/// What a field needs of its form.
#[derive(Clone)]
pub struct FormField {
    /// What was posted, for the field to begin with; `None` in a fresh form.
    pub value: Option<String>,
    /// What is wrong with it.
    pub problem: Signal<Option<String>>,
}

impl FormField {
    /// What the field begins with: what was posted, else `fresh`.
    pub fn or(&self, fresh: &str) -> String {
        self.value.clone().unwrap_or_else(|| fresh.to_owned())
    }
}

/// The field posted under `name`, `change[first_name]` say, in the form around.
///
/// # Panics
/// Outside of a [`Form`].
pub fn form_field(name: &str) -> FormField {
    let state = form_state();
    let value = state.echo.with_value(|echo| echo.as_ref().and_then(|echo| echo.value(name)).map(str::to_owned));
    FormField { value, problem: state.problem(name) }
}

/// The name of a field in its command: `first_name` for `change[first_name]`, `services.ID` for `change[services][ID][]`.
fn field_key(name: &str) -> String {
    let parts: Vec<&str> = name.split(['[', ']']).filter(|part| !part.is_empty()).collect();
    match parts.split_first() {
        Some((first, [])) => (*first).to_owned(),
        Some((_, rest)) => rest.join("."),
        None => String::new(),
    }
}

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
    acting: domain::ports::Acting,
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
    /// Its class names.
    #[prop(default = "form".to_owned(), into)]
    class: String,
    /// The browser posts it itself, also with JavaScript.
    #[prop(optional)]
    native: bool,
    /// The fields and buttons.
    children: Children,
) -> impl IntoView
where
    Fn: DeserializeOwned + ServerFn<Protocol = Http<PostUrl, Output>, Error = Failure> + Clone + Send + Sync + 'static,
    <<Fn::Client as Client<Failure>>::Request as ClientReq<Failure>>::FormData: From<web_sys::FormData>,
    Fn::Output: Send + Sync + 'static,
    Fn::Client: Client<Failure>,
    Output: 'static,
{
    let echo = Echo::of(Fn::PATH);
    let resumed = echo.as_ref().is_some_and(|echo| echo.error == PortalError::SignInRequired);
    let echoed = echo.as_ref().map(|echo| echo.error.clone()).filter(|_| !resumed);
    let value = action.value();
    let error = Signal::derive(move || {
        value.with(|value| match value {
            None => echoed.clone(),
            Some(Ok(_)) => None,
            Some(Err(Failure(error))) => Some(error.clone()),
        })
    });
    let state = FormState { error, pending: action.pending().into(), echo: StoredValue::new(echo) };
    let text = texts();
    let problems = Signal::derive(move || error.with(|error| error.as_ref().map(summary).unwrap_or_default()));
    let resumed = resumed.then(|| view! { <Banner tone=Tone::Info>{text.problems.signed_in_again}</Banner> });
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
                Either::Left(view! { <form id=id class=class method="post" action=Fn::url() novalidate=true>{content()}</form> })
            } else {
                Either::Right(view! { <ActionForm action=action attr:id=id attr:class=class attr:novalidate=true>{content()}</ActionForm> })
            }}
        </Provider>
    }
}

/// What the summary lists: each bad field with the way to it, or the one reason.
fn summary(error: &PortalError) -> Vec<FieldProblem> {
    let problems = &texts().problems;
    let PortalError::Invalid { fields } = error else {
        return vec![FieldProblem { field: None, message: problems.failure(error) }];
    };
    fields
        .iter()
        .map(|problem| FieldProblem {
            field: Some(field_id(&format!("change[{}]", problem.field.replace('.', "][")))),
            message: problems.field(&problem.problem),
        })
        .collect()
}

/// A form that is one button: what goes wrong with it is said in a toast, or without JavaScript at the top of the page
/// (its path must be in [`BUTTONS`]).
#[component]
pub fn ButtonForm<Fn, Output>(
    /// The action that sends it.
    action: ServerAction<Fn>,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its class names.
    #[prop(default = "form-button".to_owned(), into)]
    class: String,
    /// Hidden inputs and the button.
    children: Children,
) -> impl IntoView
where
    Fn: DeserializeOwned + ServerFn<Protocol = Http<PostUrl, Output>, Error = Failure> + Clone + Send + Sync + 'static,
    <<Fn::Client as Client<Failure>>::Request as ClientReq<Failure>>::FormData: From<web_sys::FormData>,
    Fn::Output: Send + Sync + 'static,
    Fn::Client: Client<Failure>,
    Output: 'static,
{
    let toasts = use_toasts();
    let problems = &texts().problems;
    let value = action.value();
    Effect::new(move |_| {
        value.with(|value| {
            if let Some(Err(Failure(error))) = value {
                toasts.show(Tone::Bad, problems.failure(error));
            }
        });
    });
    view! {
        <ActionForm action=action attr:id=id attr:class=class>
            <ReturnTo />
            {children()}
        </ActionForm>
    }
}

/// What went wrong with a button pressed without JavaScript. Once per page, above its content.
#[component]
pub fn EchoNotice() -> impl IntoView {
    any_echo().filter(|echo| BUTTONS.contains(&echo.form.as_str())).map(|echo| {
        let text = texts().problems.failure(&echo.error);
        view! { <div class="shell-notice" role="alert"><Banner tone=Tone::Bad>{text}</Banner></div> }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_named_after_their_fields() {
        assert_eq!(field_key("change[first_name]"), "first_name");
        assert_eq!(field_key("change[privileges][]"), "privileges");
        assert_eq!(field_key("change[services][0192][]"), "services.0192");
        assert_eq!(field_key("next"), "next");
    }

    #[test]
    fn an_echo_knows_its_ticks() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let echo = FormEcho {
            form: "/fn/contacts/save".to_owned(),
            fields: vec![pair("change[email]", "a@b.example"), pair("change[privileges][]", "billing.view")],
            error: PortalError::Malformed,
        };
        assert_eq!(echo.value("change[email]"), Some("a@b.example"));
        assert!(echo.ticked("change[privileges][]", "billing.view"));
        assert!(!echo.ticked("change[privileges][]", "billing.pay"));
    }
}
