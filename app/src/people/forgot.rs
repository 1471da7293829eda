//! Asking for a link to set a new password.

use super::api::ForgotFn;
use crate::forms::{Form, form_field};
use crate::request::query;
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, FieldKind};
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page, before and after: what it says afterwards does not depend on whether the address is somebody's.
pub async fn forgot_page() -> Result<Page, Instead> {
    let text = &texts().people;
    let content = match query().get("sent") {
        Some(_) => Either::Left(view! {
            <h1>{text.link_sent}</h1>
            <p>{text.link_sent_text}</p>
        }),
        None => Either::Right(view! {
            <h1>{text.forgot}</h1>
            <p class="auth-lead">{text.forgot_lead}</p>
            <Form path=ForgotFn::PATH>
                <ForgotFields />
            </Form>
        }),
    };
    let card = view! {
        <div class="auth-card">
            {content}
            <p class="auth-links"><a href=paths::SIGN_IN>{text.back_to_sign_in}</a></p>
        </div>
    };
    Ok(Page::new(text.forgot, card))
}

#[component]
fn ForgotFields() -> impl IntoView {
    let text = &texts().people;
    let email = form_field("change[email]");
    view! {
        <Field
            label=text.email
            name="change[email]"
            kind=FieldKind::Email
            value=email.value
            problem=email.problem
            autocomplete="username"
            maxlength=254_u32
            autofocus=true
            required=true
        />
        <Button kind=ButtonKind::Primary>{text.send_link}</Button>
    }
}
