//! A text to be taken along: it can be selected without JavaScript, and copied with one click where it runs.

use super::{Button, ButtonType, Icon};
use leptos::prelude::*;

/// The text, with its button.
#[component]
pub fn CopyField(
    #[prop(into)] label: String,
    value: String,
    copy_label: &'static str,
    /// What the button says afterwards.
    copied_label: &'static str,
) -> impl IntoView {
    view! {
        <div class="copy-field">
            <input type="text" class="input" readonly=true aria-label=label value=value />
            <span class="alive-only">
                <Button
                    button_type=ButtonType::Button
                    icon=Icon::Copy
                    attr:data-copy=true
                    attr:data-copied=copied_label
                >
                    {copy_label}
                </Button>
            </span>
        </div>
    }
}
