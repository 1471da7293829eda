//! The sign-in page.
//!
//! When the session ended while a form was posted, the form is carried along in a hidden input, and the server hands it
//! back refilled after signing in. It is never sent by itself.

use super::api::SignInFn;
use crate::forms::{Form, FormEcho, any_echo, form_field};
use crate::request::{provider, query};
use crate::shell::{Instead, Page, SupportLink};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, Field, FieldKind, PasswordField, Tip, Tone};
use domain::error::PortalError;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

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

pub async fn sign_in_page() -> Result<Page, Instead> {
    let text = &texts().people;
    let query = query();
    let next = paths::safe_next(query.text("next")).to_owned();
    // Nobody is signed in who could have been told: it says what comes next, and claims nothing.
    let reset = query.get("reset").map(|_| view! { <Banner tone=Tone::Good>{text.reset_done}</Banner> });
    let carried = carried();
    // A form that waits comes back in the answer itself.
    let is_carried = carried.is_some();
    let waits = carried.as_ref().map(|_| view! { <Banner tone=Tone::Info>{text.form_waits}</Banner> });
    let content = view! {
        <div class="auth-card">
            <h1>{text.sign_in}</h1>
            <p class="auth-lead">{text.sign_in_lead(&provider().name)}</p>
            {reset}
            {waits}
            <Form path=SignInFn::PATH load=true native=is_carried>
                {carried.map(|form| view! { <input type="hidden" name=CARRIED value=form /> })}
                <input type="hidden" name="next" value=next />
                <SignInFields />
            </Form>
            <p class="auth-links"><a href=paths::FORGOT>{text.forgot}</a></p>
            {provider().demo.then(|| view! { <Tip>{text.demo_people}</Tip> })}
        </div>
        <SignInFoot />
    };
    Ok(Page::new(text.sign_in, content))
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
        <Button kind=ButtonKind::Primary>{text.sign_in}</Button>
    }
}

#[component]
fn SignInFoot() -> impl IntoView {
    let text = &texts().people;
    let help = !provider().support_email.is_empty();
    help.then(|| view! { <p class="auth-foot">{text.trouble} " " <SupportLink /></p> })
}
