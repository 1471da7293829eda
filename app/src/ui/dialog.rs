//! A modal dialog on the browser's own `<dialog>`: focus is kept inside, Escape and a click beside it close it, and the
//! focus returns to where it was.
//!
//! Without JavaScript a button with `command="show-modal"` opens it in browsers that know commands; a page of its own is
//! the safe way for everything that matters.

use leptos::{ev::MouseEvent, html, prelude::*, wasm_bindgen::JsCast};

use super::{Glyph, Icon};

/// How wide a dialog is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DialogSize {
    /// A question.
    Small,
    /// A short form.
    #[default]
    Medium,
    /// A table or a long form.
    Large,
}

impl DialogSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "dialog dialog-small",
            Self::Medium => "dialog",
            Self::Large => "dialog dialog-large",
        }
    }
}

/// A modal dialog. Give `autofocus` to the control the focus should start on.
#[component]
pub fn Dialog(
    /// Its id, unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] title: Signal<String>,
    /// Whether it is open; closing by the person sets it.
    open: RwSignal<bool>,
    /// The accessible name of the close button.
    #[prop(into)]
    close_label: String,
    /// How wide it is.
    #[prop(optional)]
    size: DialogSize,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        // The browser tells it a moment later, when the page may have been left.
        let _ = open.try_set(false);
    };
    // For browsers that don't know `closedby`: the dialog itself is hit only beside its content.
    let beside = move |event: MouseEvent| {
        let hit = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if hit.is_some_and(|hit| hit.tag_name().eq_ignore_ascii_case("dialog")) {
            open.set(false);
        }
    };
    let close = move |event: MouseEvent| {
        // Instead of the command, which would find the dialog closed already.
        event.prevent_default();
        open.set(false);
    };
    let title_id = format!("{id}-title");
    let (own_id, labelled_by) = (id.clone(), title_id.clone());
    view! {
        <dialog
            node_ref=node
            id=own_id
            class=size.class()
            closedby="any"
            aria-labelledby=labelled_by
            on:close=closed
            on:click=beside
        >
            <div class="dialog-body">
                <h2 class="dialog-title" id=title_id>
                    {move || title.get()}
                </h2>
                {children()}
                <button
                    type="button"
                    class="button button-icon dialog-close"
                    command="close"
                    commandfor=id
                    aria-label=close_label
                    on:click=close
                >
                    <Glyph icon=Icon::Close />
                </button>
            </div>
        </dialog>
    }
}

/// The row of buttons at the foot of a dialog.
#[component]
pub fn DialogActions(children: Children) -> impl IntoView {
    view! { <div class="dialog-actions">{children()}</div> }
}
