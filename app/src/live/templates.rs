//! The markup of those words, which the browser's program copies when it needs it.

use crate::request::{address, provider};
use crate::shell::SupportLink;
use crate::text::texts;
use crate::ui::{Banner, ButtonKind, Glyph, Icon, LinkButton, TextArea, Tone};
use domain::paths;
use leptos::prelude::*;

/// Where the program puts what was typed, and the button finds it.
const TYPED: &str = "live-typed";

/// All of it, once per page. Nothing of it is shown where no program runs.
#[component]
pub fn LiveTemplates(
    /// The account's name, on its pages.
    account: Option<String>,
) -> impl IntoView {
    let text = texts();
    let of_account = account.map(|account| view! { <OfAccount account=account /> });
    view! {
        {of_account}
        <template data-template="live-over">
            <Banner tone=Tone::Warn icon=Icon::Lock actions=sign_in_beside>
                <strong>{text.live.over}</strong>
                " "
                {text.live.over_text}
            </Banner>
        </template>
        <template data-template="session-over">
            <Banner tone=Tone::Warn actions=sign_in_beside>{text.problems.sign_in_required}</Banner>
        </template>
        <template data-template="live-build">
            <Banner tone=Tone::Warn actions=load_anew>
                <strong>{text.live.build}</strong>
                " "
                {text.live.build_text}
            </Banner>
        </template>
        <template data-template="live-refilled">
            <div class="live-refilled">
                <Banner tone=Tone::Info>{text.live.refilled}</Banner>
            </div>
        </template>
        <template data-template="live-typed">
            <div class="live-typed">
                <TextArea label=text.live.typed name="" id=TYPED help=text.live.typed_help />
                <button type="button" class="button" aria-controls=TYPED data-copy data-copied=text.live.copied>
                    <Glyph icon=Icon::Copy />
                    <span class="button-text">{text.live.copy}</span>
                </button>
            </div>
        </template>
    }
}

/// What is said of an account.
#[component]
fn OfAccount(account: String) -> impl IntoView {
    let changed = texts().live.rights_changed(&account);
    view! {
        <template data-template="live-rights">
            <Banner tone=Tone::Info>{changed}</Banner>
        </template>
        <template data-template="live-gone">
            <AccessGone account=account />
        </template>
    }
}

/// The page in the place of one of an account that the person is no longer on: what happened, and whom to ask (PRODUCT D7).
#[component]
fn AccessGone(
    /// The account's name.
    account: String,
) -> impl IntoView {
    let text = &texts().live;
    let title = format!("{} · {}", text.gone, provider().name);
    view! {
        <div class="page" data-gone data-title=title>
            <div class="empty">
                <div class="empty-icon"><Glyph icon=Icon::Lock /></div>
                <h1 class="empty-title">{text.gone_title(&account)}</h1>
                <p class="empty-text">{text.gone_text}</p>
                <div class="empty-actions">
                    <LinkButton href=paths::HOME kind=ButtonKind::Primary>{texts().shell.to_start}</LinkButton>
                    <SupportLink />
                </div>
            </div>
        </div>
    }
}

/// A link that opens sign-in beside the page, which stays as it is.
fn sign_in_beside() -> impl IntoView {
    view! {
        <a class="button" href=paths::SIGN_IN target="_blank" rel="noopener">
            {texts().shell.sign_in_new_tab}
        </a>
    }
}

/// A link that gets the page from the server again, with the programs of today.
fn load_anew() -> impl IntoView {
    view! { <a class="button" href=address() data-load>{texts().live.load_anew}</a> }
}
