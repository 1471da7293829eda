//! The page of a link that proves an address. Opening it consumes nothing; the button does, for the person it is for.

use super::api::{ConfirmEmailFn, email_link};
use crate::forms::{Form, form_state};
use crate::request::{page_resource, page_status};
use crate::shell::{Alone, Loaded, PageTitle};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton};
use domain::paths;
use domain::profile::EmailLink;
use domain::text::Secret;
use leptos::either::EitherOf4;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub fn VerifyPage() -> impl IntoView {
    let text = &texts().profile;
    let params = use_params_map();
    let token = Memo::new(move |_| params.with(|params| params.get("token").unwrap_or_default()));
    let link = page_resource(move || token.get(), |token| email_link(Secret::new(token)));
    let view = move |link: EmailLink| {
        let token = token.get_untracked();
        match link {
            EmailLink::Dead => EitherOf4::A(view! { <Dead /> }),
            EmailLink::SignIn => EitherOf4::B(view! { <SignInFirst token=token /> }),
            EmailLink::Other => EitherOf4::C(view! {
                <h1>{text.other}</h1>
                <p>{text.other_text}</p>
                <LinkButton href=paths::HOME kind=ButtonKind::Primary>{texts().shell.to_start}</LinkButton>
            }),
            EmailLink::Ready { email, current } => {
                EitherOf4::D(view! { <Confirm token=token email=email current=current /> })
            }
        }
    };
    view! {
        <PageTitle text=text.confirm_title />
        <Alone>
            <div class="auth-card">
                <Loaded resource=link view=view />
            </div>
        </Alone>
    }
}

#[component]
fn Dead() -> impl IntoView {
    let text = texts();
    page_status(404);
    view! {
        <h1>{text.people.link_dead}</h1>
        <p>{text.profile.dead_text}</p>
        <LinkButton href=paths::ME kind=ButtonKind::Primary>{text.shell.my_account}</LinkButton>
    }
}

#[component]
fn SignInFirst(token: String) -> impl IntoView {
    let text = texts();
    view! {
        <h1>{text.profile.confirm_title}</h1>
        <p>{text.profile.sign_in_first}</p>
        <LinkButton href=paths::sign_in(&paths::verify(&token)) kind=ButtonKind::Primary>
            {text.people.sign_in}
        </LinkButton>
    }
}

#[component]
fn Confirm(token: String, email: String, current: String) -> impl IntoView {
    let text = &texts().profile;
    let action = ServerAction::<ConfirmEmailFn>::new();
    let lead = if email == current { (text.confirm_present)(&email) } else { (text.confirm_new)(&email, &current) };
    view! {
        <h1>{text.confirm_title}</h1>
        <p>{lead}</p>
        <Form action=action native=true>
            <input type="hidden" name="change[token]" value=token />
            <Button kind=ButtonKind::Primary pending=form_state().pending>{text.confirm}</Button>
        </Form>
        <p class="auth-links"><a href=paths::ME>{text.not_now}</a></p>
    }
}
