//! Short messages on what just happened, with undo where it can be undone.
//!
//! A program of ours makes them, out of the notice at the top of an answer (`data-toast`); without one the notice stays
//! where it is. Problems of a form stand at their fields instead, never here.

use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

const TONES: [Tone; 5] = [Tone::Neutral, Tone::Good, Tone::Warn, Tone::Bad, Tone::Info];

/// Where the messages are shown, and what they are made of: once per page.
#[component]
pub fn ToastStack(
    /// The accessible name of the region.
    #[prop(into)]
    label: String,
    /// The accessible name of the button that takes a message away.
    #[prop(into)]
    dismiss_label: String,
) -> impl IntoView {
    view! {
        <div id="toasts" class="toasts" role="status" aria-label=label data-keep>
            <template data-template="toast">
                <div class="toast">
                    <span class="toast-icon"></span>
                    <p class="toast-text"></p>
                    <span class="toast-action-place"></span>
                    <button type="button" class="button button-icon toast-close" aria-label=dismiss_label data-dismiss>
                        <Glyph icon=Icon::Close />
                    </button>
                </div>
            </template>
            {TONES.map(icon_template).collect_view()}
        </div>
    }
}

/// The icon of a tone, in an HTML element: what is copied out of a template is one.
fn icon_template(tone: Tone) -> impl IntoView {
    view! {
        <template data-template=format!("icon-{}", tone.key())>
            <span class="toast-icon">
                <Glyph icon=tone.icon() />
            </span>
        </template>
    }
}
