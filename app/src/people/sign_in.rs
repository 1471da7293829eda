//! The sign-in page.
//!
//! When the session ended while a form without JavaScript was posted, the form is carried along in hidden inputs, and the
//! server hands it back refilled after signing in. It is never sent by itself.

use super::api::SignInFn;
use crate::forms::{Form, FormEcho, any_echo, form_field, form_state};
use crate::request::provider;
use crate::shell::{Alone, PageTitle, SupportLink};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, Field, FieldKind, PasswordField, Tip, Tone};
use domain::error::PortalError;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

/// The name of the hidden input that carries a waiting form, as the JSON of its [`FormEcho`].
pub const CARRIED: &str = "carried";

/// What the page carries along: the form whose post found no session, also through a wrong password.
fn carried() -> Option<String> {
    let echo = any_echo()?;
    if echo.form == SignInFn::PATH {
        return echo.value(CARRIED).map(str::to_owned);
    }
    let waits = echo.error() == Some(&PortalError::SignInRequired) && !echo.fields.is_empty();
    if waits { serde_json::to_string::<FormEcho>(&echo).ok() } else { None }
}

#[component]
pub fn SignInPage() -> impl IntoView {
    let text = &texts().people;
    let query = use_query_map();
    let reset = query.with_untracked(|query| query.get("reset").is_some());
    let next = query.with_untracked(|query| query.get("next")).unwrap_or_default();
    let action = ServerAction::<SignInFn>::new();
    let carried = carried();
    let waits = carried.as_ref().map(|_| view! { <Banner tone=Tone::Info>{text.form_waits}</Banner> });
    // What waits is handed back by the server only, so the browser posts this form itself.
    let native = carried.is_some();
    view! {
        <PageTitle text=text.sign_in />
        <Alone>
            <div class="auth-card">
                <h1>{text.sign_in}</h1>
                <p class="auth-lead">{(text.sign_in_lead)(&provider().name)}</p>
                {reset.then(|| view! { <Banner tone=Tone::Good>{text.reset_done}</Banner> })}
                {waits}
                <Form action=action native=native>
                    {carried.map(|form| view! { <input type="hidden" name=CARRIED value=form /> })}
                    <input type="hidden" name="next" value=paths::safe_next(&next).to_owned() />
                    <SignInFields />
                </Form>
                <p class="auth-links"><a href=paths::FORGOT>{text.forgot}</a></p>
                {provider().demo.then(|| view! { <Tip>{text.demo_people}</Tip> })}
            </div>
            <SignInFoot />
        </Alone>
    }
}

#[component]
fn SignInFields() -> impl IntoView {
    let text = &texts().people;
    let (email, password) = (form_field("change[email]"), form_field("change[password]"));
    let fresh = email.value.is_none();
    view! {
        <Field
            label=text.email
            name="change[email]"
            kind=FieldKind::Email
            value=email.value
            problem=email.problem
            autocomplete="username"
            maxlength=254_u32
            autofocus=fresh
            required=true
        />
        <PasswordField
            label=text.password
            name="change[password]"
            show_label=text.show
            hide_label=text.hide
            problem=password.problem
            autocomplete="current-password"
            required=true
        />
        <Button kind=ButtonKind::Primary pending=form_state().pending>{text.sign_in}</Button>
    }
}

#[component]
fn SignInFoot() -> impl IntoView {
    let text = &texts().people;
    let help = !provider().support_email.is_empty();
    help.then(|| view! { <p class="auth-foot">{text.trouble} " " <SupportLink /></p> })
}
