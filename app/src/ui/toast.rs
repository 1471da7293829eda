//! Short messages on what just happened, with undo where it can be undone.
//!
//! A toast goes by itself after eight seconds, not while the pointer or the focus is on it. Problems of a form stand at
//! their fields instead, never here.

use std::sync::Arc;
use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{Glyph, Icon, Tone};

/// How long a toast stays.
const STAY: Duration = Duration::from_secs(8);

/// What the button of a toast does. It lives as long as the toast, which outlives the page that showed it: a `Callback`
/// would be gone with that page.
pub type ToastAction = Arc<dyn Fn() + Send + Sync>;

/// One message.
#[derive(Clone)]
struct Toast {
    id: u64,
    tone: Tone,
    text: String,
    action: Option<(String, ToastAction)>,
}

/// The messages shown now; get it with [`use_toasts`].
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    last: StoredValue<u64>,
}

impl Toasts {
    /// Shows a message.
    pub fn show(self, tone: Tone, text: impl Into<String>) {
        self.push(tone, text.into(), None);
    }

    /// Shows a message with one button, such as Undo.
    pub fn show_with_action(self, tone: Tone, text: impl Into<String>, label: impl Into<String>, action: ToastAction) {
        self.push(tone, text.into(), Some((label.into(), action)));
    }

    fn push(self, tone: Tone, text: String, action: Option<(String, ToastAction)>) {
        self.last.update_value(|last| *last += 1);
        let id = self.last.get_value();
        self.list.update(|list| {
            list.push(Toast { id, tone, text, action });
        });
    }

    /// Takes away every message that has a button.
    pub fn drop_actions(self) {
        self.list.update(|list| list.retain(|toast| toast.action.is_none()));
    }

    fn dismiss(self, id: u64) {
        self.list.try_update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Makes toasts available below this component. Call it once, above the router.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
    provide_context(toasts);
    toasts
}

/// The toasts of the page.
///
/// # Panics
/// When no component above called [`provide_toasts`].
pub fn use_toasts() -> Toasts {
    expect_context()
}

/// Where the messages are shown: once per page.
#[component]
pub fn ToastStack(
    /// The accessible name of the region.
    #[prop(into)]
    label: String,
    /// The accessible name of the button that takes a message away.
    #[prop(into)]
    dismiss_label: String,
) -> impl IntoView {
    let toasts = use_toasts();
    let dismiss_label = StoredValue::new(dismiss_label);
    view! {
        <div class="toasts" role="status" aria-label=label>
            <For each=move || toasts.list.get() key=|toast| toast.id let:toast>
                <ToastItem toast=toast toasts=toasts dismiss_label=dismiss_label.get_value() />
            </For>
        </div>
    }
}

#[component]
fn ToastItem(toast: Toast, toasts: Toasts, dismiss_label: String) -> impl IntoView {
    let id = toast.id;
    let (hovered, focused) = (RwSignal::new(false), RwSignal::new(false));
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_get_value() {
            handle.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        let held = hovered.get() || focused.get();
        let started = if held { None } else { set_timeout_with_handle(move || toasts.dismiss(id), STAY).ok() };
        timer.set_value(started);
    });
    on_cleanup(stop);
    let action = toast.action.map(|(label, action)| {
        let press = move |_| {
            action();
            toasts.dismiss(id);
        };
        view! { <button type="button" class="button button-quiet toast-action" on:click=press>{label}</button> }
    });
    view! {
        <div
            class=format!("toast toast-{}", toast.tone.key())
            on:mouseenter=move |_| hovered.set(true)
            on:mouseleave=move |_| hovered.set(false)
            on:focusin=move |_| focused.set(true)
            on:focusout=move |_| focused.set(false)
        >
            <Glyph icon=toast.tone.icon() />
            <p class="toast-text">{toast.text}</p>
            {action}
            <button
                type="button"
                class="button button-icon toast-close"
                aria-label=dismiss_label
                on:click=move |_| toasts.dismiss(id)
            >
                <Glyph icon=Icon::Close />
            </button>
        </div>
    }
}
