//! What a page says when it is no longer what it was.

use super::{Changed, use_live};
use crate::forms::Echo;
use crate::shell::{PageTitle, SupportLink};
use crate::text::texts;
use crate::ui::{
    Banner, Button, ButtonKind, ButtonType, Glyph, Icon, LinkButton, TextArea, Tone, copy as to_clipboard,
};
use domain::paths;
use leptos::prelude::*;

/// The notice at the top of a page, where there is something to say.
#[component]
pub fn LiveNotice() -> impl IntoView {
    let live = use_live();
    let text = &texts().live;
    let over = move || {
        live.is_over().then(|| {
            let sign_in = || {
                view! {
                    <a class="button" href=paths::SIGN_IN target="_blank" rel="noopener">
                        {texts().shell.sign_in_new_tab}
                    </a>
                }
            };
            view! {
                <Banner tone=Tone::Warn icon=Icon::Lock actions=sign_in>
                    <strong>{text.over}</strong>
                    " "
                    {text.over_text}
                </Banner>
            }
        })
    };
    let rights = move || match live.changed.get() {
        Some(Changed::Rights(account)) if !live.is_over() => {
            Some(view! { <Banner tone=Tone::Info>{(text.rights_changed)(&account)}</Banner> })
        }
        Some(Changed::Rights(_) | Changed::Gone) | None => None,
    };
    view! {
        <div class="live-notice" role="status">
            {over}
            {rights}
            <WhatWasTyped />
        </div>
    }
}

/// What was typed and stands in no form any more, to be copied.
#[component]
fn WhatWasTyped() -> impl IntoView {
    let live = use_live();
    let text = &texts().live;
    let left = Memo::new(move |_| {
        let lost = live.is_over() || (live.changed.with(Option::is_some) && !Echo::is_refilled());
        live.typed.with(|typed| (lost && !typed.text.is_empty()).then(|| typed.text.clone()))
    });
    let copied = RwSignal::new(false);
    let copy = move || {
        if let Some(text) = left.get_untracked() {
            to_clipboard(&text, move || {
                let _ = copied.try_set(true);
            });
        }
    };
    move || {
        left.get().map(|typed| {
            let lines = u32::try_from(typed.lines().count()).unwrap_or(u32::MAX).clamp(2, 12);
            view! {
                <div class="live-typed">
                    <TextArea label=text.typed name="" id="live-typed" value=typed help=text.typed_help rows=lines />
                    <Button button_type=ButtonType::Button icon=Icon::Copy on_press=copy>
                        {move || if copied.get() { text.copied } else { text.copy }}
                    </Button>
                </div>
            }
        })
    }
}

/// The page in the place of one of an account that the person is no longer on: what happened, and whom to ask (PRODUCT D7).
#[component]
pub fn AccessGone(
    /// The account's name.
    account: String,
) -> impl IntoView {
    let text = &texts().live;
    view! {
        <PageTitle text=text.gone />
        <div class="page">
            <div class="empty">
                <div class="empty-icon"><Glyph icon=Icon::Lock /></div>
                <h1 class="empty-title">{(text.gone_title)(&account)}</h1>
                <p class="empty-text">{text.gone_text}</p>
                <div class="empty-actions">
                    <LinkButton href=paths::HOME kind=ButtonKind::Primary>{texts().shell.to_start}</LinkButton>
                    <SupportLink />
                </div>
            </div>
        </div>
    }
}
