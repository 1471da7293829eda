//! The pages for what goes wrong: not found, refused, failed. Never a blank.

use super::{AccountContext, PageTitle, SupportLink};
use crate::asking::AskFor;
use crate::request::{lead_to, page_status, provider};
use crate::text::texts;
use crate::ui::{ButtonKind, Glyph, Icon, LinkButton};
use domain::access::{AccountAction, Denied};
use domain::error::PortalError;
use domain::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A page without the signed-in frame: the brand and a card's worth of content.
#[component]
pub fn Alone(children: Children) -> impl IntoView {
    let provider = provider();
    let logo = provider.logo.map(|logo| view! { <img class="shell-logo" src=logo alt="" width="28" height="28" /> });
    view! {
        <main class="auth" id="main">
            <a class="auth-brand" href=paths::HOME>
                {logo}
                <span>{provider.name}</span>
            </a>
            {children()}
        </main>
    }
}

/// The page for an error of the server: leads on where that helps, else says what happened.
#[component]
pub fn Failed(
    /// What happened.
    error: PortalError,
) -> impl IntoView {
    let text = &texts().shell;
    let title = match error {
        PortalError::SignInRequired => {
            let to = paths::sign_in(&here());
            lead_to(&to);
            return view! { <Elsewhere to=to label=texts().people.sign_in /> }.into_any();
        }
        PortalError::PasswordChangeRequired => {
            let to = paths::security_before(&here());
            lead_to(&to);
            return view! { <Elsewhere to=to label=texts().people.change_password /> }.into_any();
        }
        PortalError::NotFound => return view! { <NotFound /> }.into_any(),
        PortalError::Denied { why } => return view! { <Forbidden why=why /> }.into_any(),
        PortalError::TooMany { .. } => text.too_many,
        PortalError::Unavailable => text.unavailable,
        PortalError::Malformed | PortalError::Invalid { .. } | PortalError::Conflict { .. } => text.malformed,
        PortalError::Internal { .. } => text.failed,
    };
    page_status(error.status());
    view! { <Broken title=title text=texts().problems.failure(&error) /> }.into_any()
}

/// The path and query of the page.
fn here() -> String {
    let location = use_location();
    format!("{}{}", location.pathname.get_untracked(), query(&location.search.get_untracked()))
}

fn query(search: &str) -> String {
    let search = search.trim_start_matches('?');
    if search.is_empty() { String::new() } else { format!("?{search}") }
}

/// A page that is nothing but a message, its title, and the ways on.
#[component]
fn Notice(title: &'static str, #[prop(into)] text: String, icon: Icon, children: Children) -> impl IntoView {
    view! {
        <PageTitle text=title />
        <div class="page">
            <div class="empty">
                <div class="empty-icon"><Glyph icon=icon /></div>
                <h1 class="empty-title">{title}</h1>
                <p class="empty-text">{text}</p>
                <div class="empty-actions">{children()}</div>
            </div>
        </div>
    }
}

/// The way on, for a browser that does not follow by itself.
#[component]
fn Elsewhere(#[prop(into)] to: String, label: &'static str) -> impl IntoView {
    view! { <p class="page"><a href=to>{label}</a></p> }
}

/// The page for a fault: what happened, the way to help, and the page once more.
#[component]
fn Broken(title: &'static str, text: String) -> impl IntoView {
    let words = &texts().shell;
    let location = use_location();
    let here = move || format!("{}{}", location.pathname.get(), query(&location.search.get()));
    view! {
        <Notice title=title text=text icon=Icon::Warning>
            // Loading anew, not by the router: the fault may be the page's.
            <a class="button button-primary" href=here rel="external">{words.try_again}</a>
            <SupportLink />
        </Notice>
    }
}

/// The page for what does not exist, or is not this person's to know of.
#[component]
pub fn NotFound() -> impl IntoView {
    page_status(404);
    let text = &texts().shell;
    let (to, label) = match use_context::<AccountContext>() {
        Some(account) => (paths::dashboard(account.acting), text.to_dashboard),
        None => (paths::HOME.to_owned(), text.to_start),
    };
    view! {
        <Notice title=text.not_found text=text.not_found_text icon=Icon::Search>
            <LinkButton href=to kind=ButtonKind::Primary>{label}</LinkButton>
        </Notice>
    }
}

/// The page for what this person may know of but not do: names the right that is missing, and how to ask for it.
#[component]
pub fn Forbidden(why: Denied) -> impl IntoView {
    page_status(403);
    let text = &texts().shell;
    let mut reason = texts().rights.denied(&why);
    if matches!(why, Denied::Missing(_) | Denied::BeyondGrant(_)) {
        reason = format!("{reason} {}", text.forbidden_ask);
    }
    let rights = use_context::<AccountContext>()
        .filter(|account| account.view.actor.check(AccountAction::SeeDashboard).is_ok())
        .map(|account| {
            view! { <LinkButton href=paths::settings(account.acting)>{text.my_rights}</LinkButton> }
        });
    let asking = why.asking().filter(|_| use_context::<AccountContext>().is_some());
    let ask = asking.map(|asked| view! { <AskFor asked=asked /> });
    view! {
        <Notice title=text.forbidden text=reason icon=Icon::Lock>
            {ask}
            {rights}
            <SupportLink />
        </Notice>
    }
}
