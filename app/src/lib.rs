//! Pages and server functions of Portico, by feature.
//!
//! The pages decide nothing: what somebody may do is asked of `domain`, and done by the use-cases behind `domain::ports`.
//! Every page renders on the server and works without JavaScript; in the browser the same code takes over.

#[macro_use]
pub mod request;

pub mod accounts;
pub mod asking;
pub mod billing;
pub mod contacts;
pub mod data_center;
pub mod domains;
pub mod forms;
pub mod invitations;
pub mod live;
pub mod notifications;
pub mod orders;
pub mod ownership;
pub mod people;
pub mod profile;
pub mod rights;
pub mod services;
pub mod shell;
pub mod support;
pub mod text;
pub mod ui;

pub use shell::shell;

use accounts::{AccountsPage, ActivityPage, DashboardPage, HomePage, SettingsPage};
use asking::RequestsPage;
use billing::BillingPage;
use contacts::{AddContactPage, ContactPage, ContactsPage, EditContactPage, provide_answered};
use data_center::DataCenterPage;
use domain::live::Position;
use domain::paths::acting_at;
use domain::person::Language;
use domain::provider::Provider;
use domains::DomainsPage;
use forms::{Echo, FormEcho};
use invitations::{InvitationPage, InvitePage};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{PossibleRouteMatch, SsrMode, path};
use live::{Live, use_live};
use notifications::{NotificationChoicePage, NotificationsPage};
use orders::OrdersPage;
use people::{ForgotPage, ResetPage, SecurityPage, SignInPage};
use profile::{MyAccountPage, VerifyPage};
use request::{form_echo, language, live_position, provide_answers, provider};
use rights::{RulesPage, TemplatePage};
use services::ServicesPage;
use shell::{AccountLayout, Alone, NotFound, PersonLayout};
use support::SupportPage;
use text::texts;
use ui::{ToastStack, provide_toasts, use_toasts};

/// The application, on the server and in the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_toasts();
    provide_answered();
    provide_answers();
    // What the browser must know before its first page: it travels with the document.
    let (provider, language, echo, heard): (Provider, Language, Option<FormEcho>, Position) =
        SharedValue::new(|| (provider(), language(), form_echo(), live_position())).into_inner();
    provide_context(provider);
    provide_context(language);
    let echo = Echo::provide(echo);
    Live::provide(heard);
    let text = &texts().shell;
    view! {
        <Router>
            <Arrival echo=echo />
            <Pages />
        </Router>
        <ToastStack label=text.messages dismiss_label=text.dismiss />
    }
}

/// What a step to another page does: the form that the server sent back and what was said of the last page are
/// forgotten, a step to another account takes away what can be undone, and the focus goes to the content, as it does when
/// a page is loaded.
#[component]
fn Arrival(echo: Echo) -> impl IntoView {
    let path = use_location().pathname;
    let live = use_live();
    let toasts = use_toasts();
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.as_ref().is_some_and(|before| *before != path) {
            echo.forget();
            live.leave();
            // What can be undone belongs to the account it was done on.
            let accounts = (before.and_then(|before| acting_at(&before)), acting_at(&path));
            if let (Some(before), Some(now)) = accounts
                && before != now
            {
                toasts.drop_actions();
            }
            if let Some(main) = document().get_element_by_id("main") {
                use leptos::wasm_bindgen::JsCast;
                let _ = main.unchecked_into::<web_sys::HtmlElement>().focus();
            }
        }
        path
    });
}

#[component]
fn Pages() -> impl IntoView {
    // INVARIANT: every route renders completely before the first byte, so that its status is right and that it works
    // without JavaScript.
    view! {
        <Routes fallback=|| view! { <Alone><NotFound /></Alone> }>
            <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
            <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
            <Route path=path!("/forgot") view=ForgotPage ssr=SsrMode::Async />
            <Route path=path!("/reset/:token") view=ResetPage ssr=SsrMode::Async />
            <Route path=path!("/invitations/:token") view=InvitationPage ssr=SsrMode::Async />
            <Route path=path!("/verify/:token") view=VerifyPage ssr=SsrMode::Async />
            <ParentRoute path=path!("/me") view=PersonLayout ssr=SsrMode::Async>
                <Route path=path!("") view=MyAccountPage />
            </ParentRoute>
            <ParentRoute path=path!("/accounts") view=PersonLayout ssr=SsrMode::Async>
                <Route path=path!("") view=AccountsPage />
            </ParentRoute>
            <ParentRoute path=path!("/me/security") view=PersonLayout ssr=SsrMode::Async>
                <Route path=path!("") view=SecurityPage />
            </ParentRoute>
            <AccountPages path=path!("/a/:account/as/:viewing") />
            <AccountPages path=path!("/a/:account") />
        </Routes>
    }
}

/// The pages of an account, the same for oneself and as a contact.
#[component(transparent)]
fn AccountPages<P>(path: P) -> impl leptos_router::MatchNestedRoutes + Clone
where
    P: PossibleRouteMatch + Clone + Send + 'static,
{
    view! {
        <ParentRoute path=path view=AccountLayout ssr=SsrMode::Async>
            <Route path=path!("") view=DashboardPage />
            <Route path=path!("services") view=ServicesPage />
            <Route path=path!("domains") view=DomainsPage />
            <Route path=path!("billing") view=BillingPage />
            <Route path=path!("tickets") view=SupportPage />
            <Route path=path!("data-center") view=DataCenterPage />
            <Route path=path!("orders") view=OrdersPage />
            <Route path=path!("contacts") view=ContactsPage />
            <Route path=path!("contacts/new") view=AddContactPage />
            <Route path=path!("contacts/invite") view=InvitePage />
            <Route path=path!("contacts/:contact") view=ContactPage />
            <Route path=path!("contacts/:contact/edit") view=EditContactPage />
            <Route path=path!("contacts/:contact/notifications") view=NotificationChoicePage />
            <Route path=path!("notifications") view=NotificationsPage />
            <Route path=path!("rules") view=RulesPage />
            <Route path=path!("rules/:template") view=TemplatePage />
            <Route path=path!("requests") view=RequestsPage />
            <Route path=path!("activity") view=ActivityPage />
            <Route path=path!("settings") view=SettingsPage />
        </ParentRoute>
    }
    .into_inner()
}
