//! Buttons, links that look like buttons, and buttons that are only an icon.
//!
//! A button that may not be used stays focusable and says why: it is `aria-disabled`, not `disabled`, and is rendered
//! as `type="button"`, so that it cannot submit anything even without JavaScript.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};

use super::{Glyph, Icon};

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing this page or form is for.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Beside other buttons, without a frame.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// What pressing a button does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonType {
    /// Submits its form.
    #[default]
    Submit,
    /// Nothing: `on_press` does the work.
    Button,
}

impl ButtonType {
    const fn key(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Button => "button",
        }
    }
}

#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it submits a form.
    #[prop(optional)]
    button_type: ButtonType,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// The name under which a submit button posts its value.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value it posts.
    #[prop(optional, into)]
    value: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Another address for the form to be posted to.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// Why it may not be used; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    /// Its work is being done.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Runs when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let refused = move || disabled_reason.get().is_some();
    let inert = move || refused() || pending.get();
    let press = move |event: MouseEvent| {
        if disabled_reason.get_untracked().is_some() || pending.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=move || if refused() { ButtonType::Button.key() } else { button_type.key() }
            class=kind.class()
            name=name
            value=value
            form=form
            formaction=formaction
            title=move || disabled_reason.get()
            aria-disabled=move || inert().then_some("true")
            aria-busy=move || pending.get().then_some("true")
            on:click=press
        >
            {icon.map(|icon| view! { <Glyph icon=icon /> })}
            <span class="button-text">{children()}</span>
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            {icon.map(|icon| view! { <Glyph icon=icon /> })}
            <span class="button-text">{children()}</span>
        </a>
    }
}

/// A button that shows only an icon.
#[component]
pub fn IconButton(
    /// Its accessible name, shown as a tooltip too.
    #[prop(into)]
    label: String,
    icon: Icon,
    /// Whether it submits a form.
    #[prop(optional)]
    button_type: ButtonType,
    /// The name under which a submit button posts its value.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value it posts.
    #[prop(optional, into)]
    value: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Another address for the form to be posted to.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// Runs when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let press = move |_: MouseEvent| {
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=button_type.key()
            class="button button-icon"
            name=name
            value=value
            form=form
            formaction=formaction
            aria-label=label.clone()
            title=label
            on:click=press
        >
            <Glyph icon=icon />
        </button>
    }
}

/// A link that shows only an icon.
#[component]
pub fn IconLink(
    /// Its accessible name, shown as a tooltip too.
    #[prop(into)]
    label: String,
    #[prop(into)] href: String,
    icon: Icon,
) -> impl IntoView {
    view! {
        <a href=href class="button button-icon" aria-label=label.clone() title=label>
            <Glyph icon=icon />
        </a>
    }
}

/// What a link that is a button to those who hear it owes them: it answers to the space bar too.
#[expect(clippy::needless_pass_by_value, reason = "event handlers are given their event")]
pub fn press_on_space(event: KeyboardEvent) {
    if event.key() == " " {
        event.prevent_default();
        event_target::<web_sys::HtmlElement>(&event).click();
    }
}
