//! The menu button: three dots at the end of a row, or a person's name.
//!
//! It is a button with the list as its popover, so it opens, closes on Escape and on a click elsewhere, and lies above
//! everything without a line of JavaScript; the style sheet anchors it to its button. Hydrated, it follows the menu button
//! pattern of the ARIA authoring practices: arrows, Home, End, type-ahead, Tab closes, the focus returns to the button.
//!
//! It knows nothing of what its items do. An item that may not be used keeps its place and says why.

use leptos::{
    ev::{Event, KeyboardEvent, MouseEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
};
use web_sys::{Element, HtmlElement};

use super::{Glyph, Icon, Tone};

/// How the button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MenuLook {
    /// An icon, three dots unless another one is given; the label is the accessible name.
    #[default]
    Dots,
    /// The label as text, with a mark that there is more below.
    Text,
}

/// Where the focus goes when the list opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    First,
    Last,
}

/// Letters typed within this many milliseconds of each other are one word.
const TYPE_AHEAD: f64 = 600.0;

/// The word being typed, and when its last letter came.
#[derive(Debug, Clone, Default)]
struct Typed {
    word: String,
    at: f64,
}

impl Typed {
    fn add(&mut self, letter: &str, at: f64) -> String {
        if at - self.at > TYPE_AHEAD {
            self.word.clear();
        }
        self.at = at;
        self.word.push_str(&letter.to_lowercase());
        self.word.clone()
    }
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
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let open = RwSignal::new(false);
    let aim = StoredValue::new(Aim::First);
    let typed = StoredValue::new(Typed::default());

    let on_toggle = move |_: Event| {
        // The browser tells it a moment later, when the page may have been left.
        let Some(list) = list.try_get_untracked().flatten() else {
            return;
        };
        let shown = list.matches(":popover-open").unwrap_or(false);
        open.set(shown);
        if shown {
            let items = items(&list);
            for item in &items {
                // From here on arrows move between the items, Tab leaves the menu.
                let _ = item.set_attribute("tabindex", "-1");
            }
            if focused_at(&items).is_none() {
                focus_end(&items, aim.get_value());
            }
        }
        aim.set_value(Aim::First);
    };
    let on_button_key = move |event: KeyboardEvent| {
        let wanted = match event.key().as_str() {
            "ArrowDown" => Aim::First,
            "ArrowUp" => Aim::Last,
            _ => return,
        };
        event.prevent_default();
        let (Some(button), Some(list)) = (button.get_untracked(), list.get_untracked()) else {
            return;
        };
        if list.matches(":popover-open").unwrap_or(false) {
            focus_end(&items(&list), wanted);
        } else {
            aim.set_value(wanted);
            button.click();
        }
    };
    let on_list_key = move |event: KeyboardEvent| {
        let (Some(button), Some(list)) = (button.get_untracked(), list.get_untracked()) else {
            return;
        };
        steer(&event, &button, &list, typed);
    };
    let (class, icon) = match look {
        MenuLook::Dots => ("button button-icon menu-button", Some(icon.unwrap_or(Icon::Dots))),
        MenuLook::Text => ("button button-quiet menu-button", icon),
    };
    view! {
        <div class="menu">
            <button
                node_ref=button
                type="button"
                class=class
                popovertarget=id.clone()
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-controls=id.clone()
                aria-label=(look == MenuLook::Dots).then(|| label.clone())
                on:keydown=on_button_key
            >
                {icon.map(|icon| view! { <Glyph icon=icon /> })}
                {(look == MenuLook::Text).then(|| view! {
                    <span class="button-text">{label.clone()}</span>
                    <Glyph icon=Icon::ChevronDown />
                })}
            </button>
            <div
                node_ref=list
                id=id
                class="menu-list"
                popover="auto"
                role="menu"
                aria-label=label
                on:toggle=on_toggle
                on:keydown=on_list_key
            >
                {children()}
            </div>
        </div>
    }
}

fn items(list: &Element) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[role=menuitem]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index))
        .filter_map(|node| node.dyn_into::<HtmlElement>().ok())
        .collect()
}

fn focused_at(items: &[HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    items.iter().position(|item| **item == active)
}

fn focus_at(items: &[HtmlElement], index: usize) {
    if let Some(item) = items.get(index) {
        let _ = item.focus();
    }
}

fn focus_end(items: &[HtmlElement], aim: Aim) {
    match aim {
        Aim::First => focus_at(items, 0),
        Aim::Last => focus_at(items, items.len().saturating_sub(1)),
    }
}

/// Keys inside the open list.
fn steer(event: &KeyboardEvent, button: &HtmlElement, list: &HtmlElement, typed: StoredValue<Typed>) {
    let items = items(list);
    if items.is_empty() {
        return;
    }
    let (here, count) = (focused_at(&items), items.len());
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => focus_at(&items, here.map_or(0, |here| (here + 1) % count)),
        "ArrowUp" => focus_at(&items, here.map_or(count - 1, |here| (here + count - 1) % count)),
        "Home" => focus_at(&items, 0),
        "End" => focus_at(&items, count - 1),
        "Escape" => {
            let _ = list.hide_popover();
            let _ = button.focus();
        }
        "Tab" => {
            // From the button, the browser moves on by itself.
            let _ = list.hide_popover();
            let _ = button.focus();
            return;
        }
        // A link is followed with Enter only; menu items answer to the space bar too.
        " " => {
            if let Some(item) = here.and_then(|here| items.get(here)) {
                item.click();
            }
        }
        letter if letter.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
            let mut word = String::new();
            typed.update_value(|typed| word = typed.add(letter, event.time_stamp()));
            if let Some(index) = find(&items, &word, here) {
                focus_at(&items, index);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// The next item that begins with `word`. A first letter looks from the item after this one, a longer word from this one.
fn find(items: &[HtmlElement], word: &str, here: Option<usize>) -> Option<usize> {
    let count = items.len();
    let start = match here {
        Some(here) if word.chars().count() > 1 => here,
        Some(here) => here + 1,
        None => 0,
    };
    (start..start + count).map(|index| index % count).find(|index| {
        let text = items[*index].text_content().unwrap_or_default();
        text.trim().to_lowercase().starts_with(word)
    })
}

/// Closes the menu that holds the event's target; the focus goes back to its button before anything else happens.
fn close_around(event: &MouseEvent) {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest(".menu-list").ok().flatten())
        .and_then(|list| list.dyn_into::<HtmlElement>().ok());
    if let Some(list) = list {
        let _ = list.hide_popover();
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
    disabled_reason: MaybeProp<String>,
    /// Instead of following the link, once the page is alive; such as opening a dialog.
    #[prop(optional, into)]
    on_select: Option<Callback<()>>,
) -> impl IntoView {
    if let Some(reason) = disabled_reason.get_untracked() {
        return refused(label, icon, reason).into_any();
    }
    let select = move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        close_around(&event);
        if let (Some(on_select), false) = (on_select, elsewhere) {
            event.prevent_default();
            on_select.run(());
        }
    };
    view! {
        <a href=href role="menuitem" class=item_class(tone) on:click=select>
            {face(label, icon)}
        </a>
    }
    .into_any()
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
    disabled_reason: MaybeProp<String>,
    /// Instead of submitting, once the page is alive.
    #[prop(optional, into)]
    on_select: Option<Callback<()>>,
) -> impl IntoView {
    if let Some(reason) = disabled_reason.get_untracked() {
        return refused(label, icon, reason).into_any();
    }
    let select = move |event: MouseEvent| {
        close_around(&event);
        if let Some(on_select) = on_select {
            event.prevent_default();
            on_select.run(());
        }
    };
    view! {
        <button
            type="submit"
            role="menuitem"
            class=item_class(tone)
            name=name
            value=value
            form=form
            formaction=formaction
            on:click=select
        >
            {face(label, icon)}
        </button>
    }
    .into_any()
}

/// An item that does something on the page; where it matters, offer it without JavaScript too.
#[component]
pub fn MenuAction(
    #[prop(into)] label: String,
    /// Runs when it is picked.
    #[prop(into)]
    on_select: Callback<()>,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// `Tone::Bad` where it takes something away.
    #[prop(optional)]
    tone: Tone,
    /// Why it may not be used; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
) -> impl IntoView {
    if let Some(reason) = disabled_reason.get_untracked() {
        return refused(label, icon, reason).into_any();
    }
    let select = move |event: MouseEvent| {
        close_around(&event);
        on_select.run(());
    };
    view! {
        <button type="button" role="menuitem" class=item_class(tone) on:click=select>
            {face(label, icon)}
        </button>
    }
    .into_any()
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
