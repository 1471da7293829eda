//! The pages for what goes wrong: not found, refused, failed. Never a blank.

use super::brand::{BrandMark, LegalLinks};
use super::{AccountContext, Page, SupportLink};
use crate::asking::AskFor;
use crate::forms::{EchoNotice, FormEcho, any_echo};
use crate::request::{address, provider};
use crate::text::texts;
use crate::ui::{ButtonKind, Glyph, Icon, LinkButton};
use domain::access::{AccountAction, Denied};
use domain::error::PortalError;
use domain::paths;
use domain::provider::Links;
use leptos::prelude::*;

/// A page without the signed-in frame: the brand and a card's worth of content.
#[component]
pub fn Alone(children: Children) -> impl IntoView {
    let legal =
        (provider().links != Links::default()).then(|| view! { <p class="auth-foot auth-legal"><LegalLinks /></p> });
    // Whatever else went wrong, the form here says.
    let notice = any_echo().filter(FormEcho::is_somebody_elses).map(|_| view! { <EchoNotice /> });
    view! {
        <main class="auth" id="main">
            <a class="auth-brand" href=paths::HOME>
                <BrandMark />
            </a>
            {notice}
            {children()}
            {legal}
        </main>
    }
}

/// What becomes of a page that fails.
pub(super) enum Problem {
    /// The page that says so.
    Page { status: u16, page: Page },
    /// Where it can be mended.
    Elsewhere(String),
}

/// What becomes of a page for an error: it leads on where that helps, else it says what happened.
pub(super) fn problem(error: PortalError) -> Problem {
    let text = &texts().shell.problem_pages;
    let status = error.status();
    let title = match error {
        PortalError::SignInRequired => return Problem::Elsewhere(paths::sign_in(&address())),
        PortalError::PasswordChangeRequired => return Problem::Elsewhere(paths::security_before(&address())),
        PortalError::NotFound => return Problem::Page { status, page: not_found() },
        PortalError::Denied { why } => return Problem::Page { status, page: forbidden(&why) },
        PortalError::TooMany { .. } => text.too_many,
        PortalError::Unavailable => text.unavailable,
        PortalError::Malformed
        | PortalError::Invalid { .. }
        | PortalError::Conflict { .. }
        | PortalError::SomebodyElse => text.malformed,
        PortalError::Internal { .. } => text.failed,
    };
    Problem::Page { status, page: broken(title, texts().failure(&error)) }
}

/// A page that is nothing but a message, its title, and the ways on.
pub(crate) fn notice(
    title: impl Into<String>,
    text: impl Into<String>,
    icon: Icon,
    ways: impl IntoView + 'static,
) -> Page {
    let (title, text) = (title.into(), text.into());
    let heading = title.clone();
    let content = view! {
        <div class="page">
            <div class="empty">
                <div class="empty-icon"><Glyph icon=icon /></div>
                <h1 class="empty-title">{heading}</h1>
                <p class="empty-text">{text}</p>
                <div class="empty-actions">{ways}</div>
            </div>
        </div>
    };
    Page::new(title, content)
}

/// The page for a fault: what happened, the way to help, and the page once more.
fn broken(title: &'static str, text: String) -> Page {
    let ways = view! {
        // Loading anew: the fault may be the document's.
        <a class="button button-primary" href=address() data-load>{texts().shell.problem_pages.try_again}</a>
        <SupportLink />
    };
    notice(title, text, Icon::Warning, ways)
}

/// The page for what does not exist, or is not this person's to know of.
fn not_found() -> Page {
    let text = &texts().shell;
    let (to, label) = match use_context::<AccountContext>() {
        Some(account) => (paths::dashboard(account.acting), text.to_dashboard),
        None => (paths::HOME.to_owned(), text.to_start),
    };
    let way = view! { <LinkButton href=to kind=ButtonKind::Primary>{label}</LinkButton> };
    let text = &text.problem_pages;
    notice(text.not_found, text.not_found_text, Icon::Search, way)
}

/// The page for what this person may know of but not do: names the right that is missing, and how to ask for it.
fn forbidden(why: &Denied) -> Page {
    let text = &texts().shell.problem_pages;
    let reason = texts().rights.denied(why);
    let account = use_context::<AccountContext>();
    let asking = why.asking().filter(|_| account.is_some());
    let ask = asking.map(|asked| view! { <AskFor asked=asked /> });
    let rights =
        account.filter(|account| account.view.actor.check(AccountAction::SeeDashboard).is_ok()).map(|account| {
            view! { <LinkButton href=paths::settings(account.acting)>{text.my_rights}</LinkButton> }
        });
    notice(text.forbidden, reason, Icon::Lock, view! { {ask} {rights} <SupportLink /> })
}
