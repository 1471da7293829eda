//! The menu button: three dots at the end of a row, or a person's name.
//!
//! It is a button with the list as its popover, so it opens, closes on Escape and on a click elsewhere, and lies above
//! everything without a line of JavaScript; the style sheet anchors it to its button. Where programs run, it follows the
//! menu button pattern of the ARIA authoring practices: arrows, Home, End, type-ahead, Tab closes, the focus returns to the
//! button.
//!
//! It knows nothing of what its items do. An item that may not be used keeps its place and says why.

use leptos::{either::Either, prelude::*};

use super::{Glyph, Icon, OptionalText, Tone};

/// How the button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MenuLook {
    /// An icon, three dots unless another one is given; the label is the accessible name.
    #[default]
    Dots,
    /// The label as text, with a mark that there is more below.
    Text,
}

#[component]
pub fn MenuButton(
    /// The accessible name, such as "Actions for Ann Lee".
    #[prop(into)]
    label: String,
    /// The id of the list, unique on the page.
    #[prop(into)]
    id: String,
    /// How the button looks.
    #[prop(optional)]
    look: MenuLook,
    /// Another icon.
    #[prop(optional, into)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    let (class, icon) = match look {
        MenuLook::Dots => ("button button-icon menu-button", Some(icon.unwrap_or(Icon::Dots))),
        MenuLook::Text => ("button button-quiet menu-button", icon),
    };
    view! {
        <div class="menu">
            <button
                type="button"
                class=class
                popovertarget=id.clone()
                aria-haspopup="menu"
                aria-expanded="false"
                aria-controls=id.clone()
                aria-label=(look == MenuLook::Dots).then(|| label.clone())
            >
                {icon.map(|icon| view! { <Glyph icon=icon /> })}
                {(look == MenuLook::Text).then(|| view! {
                    <span class="button-text">{label.clone()}</span>
                    <Glyph icon=Icon::ChevronDown />
                })}
            </button>
            <div id=id class="menu-list" popover="auto" role="menu" aria-label=label>
                {children()}
            </div>
        </div>
    }
}

const fn item_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Bad => "menu-item menu-item-bad",
        Tone::Neutral | Tone::Good | Tone::Warn | Tone::Info => "menu-item",
    }
}

fn face(label: String, icon: Option<Icon>) -> impl IntoView {
    view! {
        {icon.map(|icon| view! { <Glyph icon=icon /> })}
        <span class="menu-text">{label}</span>
    }
}

/// An item that may not be used: it can be reached, and says why.
fn refused(label: String, icon: Option<Icon>, reason: String) -> impl IntoView {
    let (name, description) = (label.clone(), reason.clone());
    view! {
        <button
            type="button"
            role="menuitem"
            class="menu-item"
            aria-disabled="true"
            aria-label=name
            title=description
        >
            {icon.map(|icon| view! { <Glyph icon=icon /> })}
            <span class="menu-text">
                {label}
                <span class="menu-reason" aria-hidden="true">
                    {reason}
                </span>
            </span>
        </button>
    }
}

/// An item that leads to a page.
#[component]
pub fn MenuLink(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// `Tone::Bad` where the page takes something away.
    #[prop(optional)]
    tone: Tone,
    /// Why it may not be used; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: OptionalText,
    /// What it leads to is asked in the dialog.
    #[prop(optional)]
    dialog: bool,
    /// The document is loaded.
    #[prop(optional)]
    load: bool,
) -> impl IntoView {
    match disabled_reason.0 {
        Some(reason) => Either::Left(refused(label, icon, reason)),
        None => Either::Right(view! {
            <a href=href role="menuitem" class=item_class(tone) data-dialog=dialog data-load=load>
                {face(label, icon)}
            </a>
        }),
    }
}

/// An item that submits the form it stands in, or the one it names.
#[component]
pub fn MenuSubmit(
    #[prop(into)] label: String,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// `Tone::Bad` where it takes something away.
    #[prop(optional)]
    tone: Tone,
    /// The name under which it posts its value.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Another address for the form to be posted to.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// Why it may not be used; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: OptionalText,
    /// What the answer asks is asked in the dialog.
    #[prop(optional)]
    dialog: bool,
    /// The document is loaded.
    #[prop(optional)]
    load: bool,
) -> impl IntoView {
    match disabled_reason.0 {
        Some(reason) => Either::Left(refused(label, icon, reason)),
        None => Either::Right(view! {
            <button
                type="submit"
                role="menuitem"
                class=item_class(tone)
                name=name
                value=value
                form=form
                formaction=formaction
                data-dialog=dialog
                data-load=load
            >
                {face(label, icon)}
            </button>
        }),
    }
}

/// A line between groups of items.
#[component]
pub fn MenuSeparator() -> impl IntoView {
    view! { <div class="menu-separator" role="separator"></div> }
}

/// Words above a group of items, not an item.
#[component]
pub fn MenuHeading(children: Children) -> impl IntoView {
    view! { <div class="menu-heading" role="presentation">{children()}</div> }
}
