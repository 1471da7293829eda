//! Setting a new password with a mailed link. Opening the page consumes nothing; the button does.

use super::api::ResetPasswordFn;
use crate::forms::{Form, form_field};
use crate::request::path_id;
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton, PasswordField};
use domain::paths;
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page of a link.
pub async fn reset_page() -> Result<Page, Instead> {
    let title = texts().people.set_password;
    let token: String = path_id("token")?;
    let works = ask!(people.reset_link(Secret::new(token.clone())))?;
    Ok(if works {
        Page::new(title, view! { <div class="auth-card"><ResetForm token=token /></div> })
    } else {
        Page::new(title, view! { <div class="auth-card"><DeadLink /></div> }).not_found()
    })
}

#[component]
fn DeadLink() -> impl IntoView {
    let text = &texts().people;
    view! {
        <h1>{text.link_dead}</h1>
        <p>{text.link_dead_text}</p>
        <LinkButton href=paths::FORGOT kind=ButtonKind::Primary>{text.send_link}</LinkButton>
        <p class="auth-links"><a href=paths::SIGN_IN>{text.back_to_sign_in}</a></p>
    }
}

#[component]
fn ResetForm(token: String) -> impl IntoView {
    let text = &texts().people;
    view! {
        <h1>{text.set_password}</h1>
        <p class="auth-lead">{text.set_password_lead}</p>
        <Form path=ResetPasswordFn::PATH load=true>
            <input type="hidden" name="change[token]" value=token />
            <NewPasswordFields />
            <Button kind=ButtonKind::Primary>{text.set_password}</Button>
        </Form>
    }
}

/// The two boxes for a new password.
#[component]
pub(super) fn NewPasswordFields() -> impl IntoView {
    let text = &texts().people;
    let (password, again) = (form_field("change[password]"), form_field("change[again]"));
    view! {
        <PasswordField
            label=text.new_password
            name="change[password]"
            show_label=text.show
            hide_label=text.hide
            help=text.password_help
            problem=password.problem
            autocomplete="new-password"
            required=true
        />
        <PasswordField
            label=text.again
            name="change[again]"
            show_label=text.show
            hide_label=text.hide
            problem=again.problem
            autocomplete="new-password"
            required=true
        />
    }
}
