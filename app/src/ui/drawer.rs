//! The menu at the side: a column on wide screens, a drawer over the page on narrow ones.
//!
//! It is a popover, so that it opens and closes without JavaScript; the style sheet makes it a column from 900 px on.

use leptos::{ev::MouseEvent, html, prelude::*, wasm_bindgen::JsCast};

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

/// The drawer. Following a link inside closes it.
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
    let node = NodeRef::<html::Nav>::new();
    let follow = move |event: MouseEvent| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|target| target.closest("a").ok().flatten());
        if let (Some(_), Some(drawer)) = (link, node.get_untracked())
            && drawer.matches(":popover-open").unwrap_or(false)
        {
            let _ = drawer.hide_popover();
        }
    };
    let own_id = id.clone();
    view! {
        <nav
            node_ref=node
            id=own_id
            class="shell-menu"
            popover="auto"
            aria-label=label
            on:click=follow
        >
            <div class="shell-menu-top">
                <button
                    type="button"
                    class="button button-icon"
                    popovertarget=id
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
