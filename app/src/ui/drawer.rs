//! The menu at the side: a column on wide screens, a drawer over the page on narrow ones.
//!
//! It is a popover, so that it opens and closes without JavaScript; the style sheet makes it a column from 900 px on.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// The button that opens the drawer; not shown where the drawer is a column.
#[component]
pub fn DrawerButton(
    /// Its accessible name.
    #[prop(into)]
    label: String,
    /// The id of the drawer.
    #[prop(into)]
    target: String,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-icon shell-drawer-button"
            popovertarget=target
            aria-label=label
        >
            <Glyph icon=Icon::Menu />
        </button>
    }
}

/// The drawer.
#[component]
pub fn Drawer(
    #[prop(into)] id: String,
    /// Its accessible name.
    #[prop(into)]
    label: String,
    /// The accessible name of the button that closes it.
    #[prop(into)]
    close_label: String,
    children: Children,
) -> impl IntoView {
    view! {
        <nav id=id class="shell-menu" popover="auto" aria-label=label>
            <div class="shell-menu-top">
                <button
                    type="button"
                    class="button button-icon"
                    popovertarget=id.clone()
                    popovertargetaction="hide"
                    aria-label=close_label
                >
                    <Glyph icon=Icon::Close />
                </button>
            </div>
            {children()}
        </nav>
    }
}
