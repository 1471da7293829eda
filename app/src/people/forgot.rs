//! Asking for a link to set a new password.

use super::api::ForgotFn;
use crate::forms::{Form, form_field, form_state};
use crate::shell::{Alone, PageTitle};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, FieldKind};
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page, before and after: what it says afterwards does not depend on whether the address is somebody's.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let text = &texts().people;
    let query = use_query_map();
    let sent = move || query.with(|query| query.get("sent").is_some());
    let content = move || {
        if sent() {
            Either::Left(view! {
                <h1>{text.link_sent}</h1>
                <p>{text.link_sent_text}</p>
            })
        } else {
            Either::Right(view! {
                <h1>{text.forgot}</h1>
                <p class="auth-lead">{text.forgot_lead}</p>
                <ForgotForm />
            })
        }
    };
    view! {
        <PageTitle text=text.forgot />
        <Alone>
            <div class="auth-card">
                {content}
                <p class="auth-links"><a href=paths::SIGN_IN>{text.back_to_sign_in}</a></p>
            </div>
        </Alone>
    }
}

#[component]
fn ForgotForm() -> impl IntoView {
    let action = ServerAction::<ForgotFn>::new();
    view! {
        <Form action=action>
            <ForgotFields />
        </Form>
    }
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
        <Button kind=ButtonKind::Primary pending=form_state().pending>{text.send_link}</Button>
    }
}
