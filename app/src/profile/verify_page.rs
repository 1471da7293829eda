//! The page of a link that proves an address. Opening it consumes nothing; the button does, for the person it is for.

use super::api::ConfirmEmailFn;
use crate::forms::Form;
use crate::request::path_id;
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton};
use domain::paths;
use domain::profile::EmailLink;
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn verify_page() -> Result<Page, Instead> {
    let title = texts().profile.confirm_title;
    let token: String = path_id("token")?;
    let content = match ask!(profiles.email_link(Secret::new(token.clone())))? {
        EmailLink::Dead => return Ok(Page::new(title, view! { <div class="auth-card"><Dead /></div> }).not_found()),
        EmailLink::SignIn => view! { <SignInFirst token=token /> }.into_any(),
        EmailLink::Other => view! { <Other /> }.into_any(),
        EmailLink::Ready { email, current } => view! { <Confirm token=token email=email current=current /> }.into_any(),
    };
    Ok(Page::new(title, view! { <div class="auth-card">{content}</div> }))
}

#[component]
fn Dead() -> impl IntoView {
    let text = texts();
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
fn Other() -> impl IntoView {
    let text = &texts().profile;
    view! {
        <h1>{text.other}</h1>
        <p>{text.other_text}</p>
        <LinkButton href=paths::HOME kind=ButtonKind::Primary>{texts().shell.to_start}</LinkButton>
    }
}

#[component]
fn Confirm(token: String, email: String, current: String) -> impl IntoView {
    let text = &texts().profile;
    let lead = if email == current { text.confirm_present(&email) } else { text.confirm_new(&email, &current) };
    view! {
        <h1>{text.confirm_title}</h1>
        <p>{lead}</p>
        <Form path=ConfirmEmailFn::PATH load=true>
            <input type="hidden" name="change[token]" value=token />
            <Button kind=ButtonKind::Primary>{text.confirm}</Button>
        </Form>
        <p class="auth-links"><a href=paths::ME>{text.not_now}</a></p>
    }
}
