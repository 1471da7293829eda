//! Management Mode: the list of accounts that the icon at the top right opens in place. It is asked for whenever it is
//! opened. Arrows move between the accounts, letters search, Escape gives the focus back to the icon.

use crate::menu::{begins, is_open, lower};
use crate::{live, selection, step};
use dom::answer::{self, Mark, Outcome};
use js_sys::JsString;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent};

/// The icon.
const ICON: &str = "[data-switcher]";
/// The list of it.
const LIST: &str = ".switcher";
/// Where the accounts stand in it.
const PLACE: &str = ".switcher-part";

thread_local! {
    /// Whether the list was open when the pointer went down on the icon: that alone closes it.
    static CLOSING: Cell<bool> = const { Cell::new(false) };
    /// The accounts as they were last answered.
    static KNOWN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Listens.
pub fn begin() {
    dom::listen("pointerdown", |event| {
        if dom::around(event, ICON).is_some() {
            CLOSING.set(list().is_some_and(|list| is_open(&list)));
        }
    });
    dom::listen("click", clicked);
    dom::listen("toggle", toggled);
    dom::listen("focusout", left);
    dom::listen("input", |event| {
        if let Some(list) = dom::around(event, LIST) {
            search(&list);
        }
    });
    dom::listen("keydown", |event| {
        if let (Some(event), Some(list)) = (event.dyn_ref::<KeyboardEvent>(), dom::around(event, LIST)) {
            steer(event, &list);
        }
    });
}

fn list() -> Option<HtmlElement> {
    dom::first(LIST)
}

fn field(list: &Element) -> Option<HtmlElement> {
    dom::first_in(list, "input")
}

/// The accounts in sight, and the way to the chooser.
fn links(list: &Element) -> Vec<HtmlElement> {
    dom::every_in(list, "li:not([hidden]) a")
}

fn clicked(event: &Event) {
    // With a key held down a link is a link like any other.
    if !dom::is_plain(event) {
        return;
    }
    if dom::around(event, ICON).is_some() {
        let Some(list) = list() else { return };
        event.prevent_default();
        let _ = if is_open(&list) || CLOSING.get() { list.hide_popover() } else { list.show_popover() };
        CLOSING.set(false);
    } else if dom::around(event, "a").is_some()
        && let Some(list) = dom::around(event, LIST)
    {
        dom::shut(&list);
    }
}

fn toggled(event: &Event) {
    let target = dom::target(event);
    let Some(list) = list().filter(|list| target.is_some_and(|target| list.is_same_node(Some(&target)))) else {
        return;
    };
    let Some(icon) = dom::first(ICON) else { return };
    let shown = is_open(&list);
    dom::set(&icon, "aria-expanded", if shown { "true" } else { "false" });
    if shown && let Some(address) = icon.get_attribute("data-switcher") {
        if let Some(field) = field(&list) {
            dom::field(&field).set_value("");
        }
        search(&list);
        focus_first(&list);
        dom::spawn(fill(list, address));
    }
}

/// Forgets the accounts.
pub fn forget() {
    KNOWN.take();
    if let Some(place) = list().and_then(|list| dom::first_in(&list, PLACE)) {
        place.replace_children_with_node_0();
    }
}

/// Asks for the accounts. A list that is the same stays as it is, focus included.
async fn fill(list: HtmlElement, address: String) {
    let Outcome::Page(answer) = answer::get(&address).await else { return step::fail() };
    if answer.mark() != Mark::Same {
        // Of another session: the page says so itself.
        return step::refresh();
    }
    // The session may have ended meanwhile.
    let Some(accounts) = answer.part("[data-part=accounts]").filter(|_| !live::is_over()) else { return };
    let Some(place) = dom::first_in(&list, PLACE) else { return };
    let is_known = KNOWN.with_borrow(|known| known.as_ref().is_some_and(|known| known.is_equal_node(Some(&accounts))));
    if is_known && place.has_child_nodes() {
        return;
    }
    let Some(copy) = dom::copy(&accounts) else { return };
    place.replace_children_with_node_1(&copy);
    dom::unset(&place, "aria-busy");
    KNOWN.set(Some(accounts));
    search(&list);
    // The list came, or came anew, under whoever waits at it.
    let waits = dom::focused().is_none_or(|here| here.tag_name() == "BODY" || here == list);
    if waits && is_open(&list) {
        focus_first(&list);
    }
}

/// The search field, or the first account; until there is either, the list itself.
fn focus_first(list: &HtmlElement) {
    let first = field(list).or_else(|| dom::first_in(list, ".switcher-list a"));
    dom::focus(first.as_ref().unwrap_or(list));
}

/// Shows only the accounts whose names hold every word that is in the field, and says how many they are.
fn search(list: &HtmlElement) {
    let typed = field(list).map(|field| lower(&dom::field(&field).value())).unwrap_or_default();
    let mut found = 0_usize;
    for account in dom::every_in(list, "li[data-words]") {
        let words = JsString::from(dom::get(&account, "data-words"));
        let matches = typed.split(' ').all(|word| words.includes(word, 0));
        account.set_hidden(!matches);
        found += usize::from(matches);
    }
    if let Some(place) = dom::first_in(list, "[data-found-many]") {
        let words = place.get_attribute(if found == 1 { "data-found-one" } else { "data-found-many" });
        selection::say(&place, words, found);
    }
    if let Some(none) = dom::first_in(list, "[data-found-none]") {
        none.set_hidden(found > 0);
    }
}

/// The focus goes elsewhere.
fn left(event: &Event) {
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let to = to.and_then(|to| to.dyn_into::<Element>().ok());
    if let (Some(list), Some(to)) = (dom::around(event, LIST), to)
        && !list.contains(Some(&to))
    {
        dom::shut(&list);
    }
}

/// Keys inside the open list.
fn steer(event: &KeyboardEvent, list: &HtmlElement) {
    let (links, field) = (links(list), field(list));
    let here = dom::focused();
    let at = links.iter().position(|link| here.as_ref() == Some(link));
    let searching = field.is_some() && here == field;
    let key = event.key();
    let next = match key.as_str() {
        "Escape" => {
            dom::shut(&list);
            dom::first(ICON)
        }
        "ArrowDown" => links.get(at.map_or(0, |at| (at + 1) % links.len())).cloned(),
        "ArrowUp" if at == Some(0) => field.or_else(|| links.last().cloned()),
        "ArrowUp" => at.and_then(|at| links.get(at - 1)).or(links.last()).cloned(),
        "Home" if !searching => links.first().cloned(),
        "End" if !searching => links.last().cloned(),
        "Enter" if searching => {
            if let Some(first) = links.first() {
                first.click();
            }
            event.prevent_default();
            return;
        }
        letter if !searching && letter != " " && letter.chars().count() == 1 && !dom::is_modified(event) => {
            if let Some(field) = field {
                // The letter itself follows the focus into the field.
                dom::focus(&field);
                return;
            }
            beginning(&links, letter, at).cloned()
        }
        _ => return,
    };
    if let Some(next) = next {
        dom::focus(&next);
        event.prevent_default();
    }
}

/// The next account whose name begins with a letter.
fn beginning<'a>(links: &'a [HtmlElement], letter: &str, at: Option<usize>) -> Option<&'a HtmlElement> {
    let (letter, after) = (lower(letter), at.map_or(0, |at| at + 1));
    links.iter().cycle().skip(after).take(links.len()).find(|link| begins(link, &letter))
}
