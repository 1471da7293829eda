//! Setting a new password with a mailed link. Opening the page consumes nothing; the button does.

use super::api::{ResetPasswordFn, reset_link};
use crate::forms::{Form, form_field, form_state};
use crate::request::page_resource;
use crate::shell::{Alone, Loaded, PageTitle};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton, PasswordField};
use domain::paths;
use domain::text::Secret;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page of a link.
#[component]
pub fn ResetPage() -> impl IntoView {
    let text = &texts().people;
    let params = use_params_map();
    let token = Memo::new(move |_| params.with(|params| params.get("token").unwrap_or_default()));
    let works = page_resource(move || token.get(), |token| reset_link(Secret::new(token)));
    let view = move |works: bool| {
        if works {
            Either::Left(view! { <ResetForm token=token.get_untracked() /> })
        } else {
            Either::Right(view! { <DeadLink /> })
        }
    };
    view! {
        <PageTitle text=text.set_password />
        <Alone>
            <div class="auth-card">
                <Loaded resource=works view=view />
            </div>
        </Alone>
    }
}

#[component]
fn DeadLink() -> impl IntoView {
    let text = &texts().people;
    crate::request::page_status(404);
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
    let action = ServerAction::<ResetPasswordFn>::new();
    view! {
        <h1>{text.set_password}</h1>
        <p class="auth-lead">{text.set_password_lead}</p>
        <Form action=action>
            <input type="hidden" name="change[token]" value=token />
            <NewPasswordFields />
            <Button kind=ButtonKind::Primary pending=form_state().pending>{text.set_password}</Button>
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
