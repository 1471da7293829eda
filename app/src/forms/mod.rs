//! Forms that lose nothing.
//!
//! A form that fails comes back with its page: as it was posted, with what is wrong ([`FormEcho`]). A [`Form`] takes that
//! in: its fields ask [`form_field`] for what they hold at first and what is wrong with it.

mod again;
mod echo;
mod post_form;
mod state;

pub use echo::{EchoNotice, FormEcho, FormOutcome, NOBODYS, SHOWN, any_echo, holds_secret};
pub use post_form::PostForm;
pub use state::{FormField, FormState, form_field, form_problem, form_state};

use crate::request::{address, caller};
use crate::text::texts;
use crate::ui::{Banner, FieldProblem, ProblemSummary, Tone, field_id};
use domain::acting::Acting;
use domain::error::PortalError;
use domain::id::PersonId;
use leptos::context::Provider;
use leptos::prelude::*;

/// The input that says for whom the page of a form was made.
pub const FOR: &str = "for";

/// What it says of somebody: the end of their id, which tells the people of one browser apart.
pub fn made_for(person: PersonId) -> String {
    person.to_string().rsplit('-').next().unwrap_or_default().to_owned()
}

/// The inputs that say which page the form stands on (it comes back there when it fails, and most lead there when done) and
/// for whom that was made, where somebody is signed in: it is carried out for nobody else.
#[component]
pub fn ReturnTo(
    /// Another page, that it leads back to.
    #[prop(optional_no_strip)]
    page: Option<String>,
) -> impl IntoView {
    let signed_in = caller().ok().and_then(|caller| caller.signed_in());
    let whose = signed_in.map(|signed_in| view! { <input type="hidden" name=FOR value=made_for(signed_in.person) /> });
    view! {
        <input type="hidden" name="return_to" value=page.unwrap_or_else(address) />
        {whose}
    }
}

/// The account acted on, as hidden inputs: `acting[account]` and, when viewing, `acting[viewing]`.
#[component]
pub fn ActingInputs(
    /// The account and the view.
    acting: Acting,
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
pub fn Form(
    /// The path of the server function.
    path: &'static str,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "form".to_owned(), into)] class: String,
    /// What it leads to is a document of its own: it begins or ends a session or a view.
    #[prop(optional)]
    load: bool,
    /// The browser sends it by itself: its answer is another session's page, which stands at no address.
    #[prop(optional)]
    native: bool,
    /// What it says itself of a change that came first.
    #[prop(optional)]
    says_conflict: bool,
    /// What it shows of what was posted; as it is, where this is not given.
    #[prop(optional)]
    shown: Option<fn(FormEcho) -> FormEcho>,
    /// The fields and buttons.
    children: Children,
) -> impl IntoView {
    let echo = any_echo().filter(|echo| echo.form == path);
    let echo = echo.map(|echo| shown.map_or_else(|| echo.clone(), |shown| shown(echo.clone())));
    let error = echo.as_ref().and_then(FormEcho::error).cloned();
    let resumed = error == Some(PortalError::SignInRequired);
    let error = error.filter(|_| !resumed);
    let text = &texts().problems;
    let in_summary = |error: &&PortalError| !(says_conflict && matches!(error, PortalError::Conflict { .. }));
    let problems = error.as_ref().filter(in_summary).map(summary).unwrap_or_default();
    let title = match &error {
        Some(PortalError::Invalid { fields }) => text.summary(fields.len()),
        Some(_) | None => text.not_done.to_owned(),
    };
    let came_back = echo.is_some();
    let resumed = resumed.then(|| view! { <Banner tone=Tone::Info>{text.signed_in_again}</Banner> });
    view! {
        <Provider value=FormState::new(error, echo)>
            <form
                id=id
                class=class
                method="post"
                action=path
                novalidate=true
                data-load=load
                data-native=native
                data-once=came_back
            >
                <ReturnTo />
                {resumed}
                <ProblemSummary title=title problems=problems />
                {children()}
            </form>
        </Provider>
    }
}

/// The field where a problem is: of a line of a zone file, or a record in it, that of the whole file.
fn place(field: &str) -> &str {
    if field.starts_with("lines.") || field.starts_with("sets.") { "file" } else { field }
}

/// What the summary lists: each bad field by its name, with the way to it; or the one reason.
fn summary(error: &PortalError) -> Vec<FieldProblem> {
    let text = texts();
    let PortalError::Invalid { fields } = error else {
        return vec![FieldProblem { field: None, message: text.failure(error) }];
    };
    fields
        .iter()
        .map(|problem| FieldProblem {
            field: Some(field_id(&format!("change[{}]", place(&problem.field).replace('.', "][")))),
            message: text
                .field(&problem.field)
                .map_or_else(|| text.field_problem(&problem.field, &problem.problem), ToOwned::to_owned),
        })
        .collect()
}
