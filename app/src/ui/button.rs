//! Buttons, links that look like buttons, and buttons that are only an icon.
//!
//! A button that may not be used stays focusable and says why: it is `aria-disabled`, not `disabled`, and is rendered
//! as `type="button"`, so that it cannot submit anything even without JavaScript.

use leptos::prelude::*;

use super::{Glyph, Icon, OptionalText};

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
    /// Nothing: a program of ours does the work.
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
    disabled_reason: OptionalText,
    /// What it leads to is asked in the dialog.
    #[prop(optional)]
    dialog: bool,
    children: Children,
) -> impl IntoView {
    let OptionalText(refused) = disabled_reason;
    let button_type = if refused.is_some() { ButtonType::Button } else { button_type };
    view! {
        <button
            type=button_type.key()
            class=kind.class()
            name=name
            value=value
            form=form
            formaction=formaction
            aria-disabled=refused.is_some().then_some("true")
            title=refused
            data-dialog=dialog
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
    /// What it leads to is asked in the dialog.
    #[prop(optional)]
    dialog: bool,
    /// The document is loaded.
    #[prop(optional)]
    load: bool,
    /// It is followed at once when its page answers a form.
    #[prop(optional)]
    onward: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class() data-dialog=dialog data-load=load data-onward=onward>
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
) -> impl IntoView {
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
