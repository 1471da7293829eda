//! A text to be taken along: it can be selected without JavaScript, and copied with one click where it runs.

use super::{Button, ButtonType, Icon};
use leptos::html;
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
    let (alive, copied) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| alive.set(true));
    let input = NodeRef::<html::Input>::new();
    // Where the browser refuses, the text stands selected.
    let copy = move || {
        if let Some(input) = input.get_untracked() {
            input.select();
            super::copy(&input.value(), move || {
                let _ = copied.try_set(true);
            });
        }
    };
    view! {
        <div class="copy-field">
            <input type="text" class="input" readonly=true aria-label=label value=value node_ref=input />
            <span hidden=move || !alive.get()>
                <Button button_type=ButtonType::Button icon=Icon::Copy on_press=copy>
                    {move || if copied.get() { copied_label } else { copy_label }}
                </Button>
            </span>
        </div>
    }
}
