//! The modal dialog of a page, on the browser's own `<dialog>`: focus is kept inside, Escape and a click beside it close
//! it, and the focus returns to where it was.
//!
//! It is empty until a program of ours fills it with the question of an answer (`data-question`), which without one is a
//! page like any other.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// The one dialog, once per page.
#[component]
pub fn DialogHost(
    /// The accessible name of the button that closes it.
    #[prop(into)]
    close_label: String,
) -> impl IntoView {
    view! {
        <dialog id="dialog" class="dialog dialog-small" closedby="any" data-keep>
            <div class="dialog-body">
                <div class="dialog-content"></div>
                <button type="button" class="button button-icon dialog-close" aria-label=close_label data-close>
                    <Glyph icon=Icon::Close />
                </button>
            </div>
        </dialog>
    }
}
