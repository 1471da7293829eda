//! Management Mode: the list of accounts that the icon at the top right, or the account's name, opens in place. It is
//! asked for whenever it is opened. Arrows move between the accounts, letters search, Escape gives the focus back.

use crate::merge::{Merge, Place, Sent};
use crate::{closing, count, keys, live, step};
use dom::answer::{self, Mark, Outcome};
use js_sys::JsString;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent};

// The icon and the name, which of them opened the list, the list, and where the accounts stand in it.
const BUTTON: &str = "[data-switcher]";
const OPENER: &str = "[data-switcher][aria-expanded=true]";
const LIST: &str = ".switcher";
const PLACE: &str = ".switcher-part";

thread_local! {
    /// The accounts as they were last answered.
    static KNOWN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Listens.
pub fn begin() {
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
    if let Some(button) = dom::around(event, BUTTON) {
        let Some(list) = list() else { return };
        event.prevent_default();
        if dom::is_open(&list) || closing::is_meant() {
            dom::shut(&list);
        } else {
            dom::set(&button, "aria-expanded", "true");
            dom::open(&list);
        }
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
    let Some(button) = dom::first(OPENER) else { return };
    if !dom::is_open(&list) {
        dom::set(&button, "aria-expanded", "false");
    } else if let Some(address) = button.get_attribute("data-switcher") {
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

/// Asks for the accounts. What stays the same keeps its place, its scrolling and the focus.
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
    let Some(copy) = dom::copy(&accounts).and_then(|copy| copy.dyn_into::<Element>().ok()) else { return };
    // Somebody may be scrolling it, or pressing one of its links.
    match dom::first_in(&place, "[data-part]") {
        Some(shown) => Merge { place: Place::Same, sent: Sent::Nothing }.children(&shown, &copy),
        None => place.replace_children_with_node_1(&copy),
    }
    dom::unset(&place, "aria-busy");
    KNOWN.set(Some(accounts));
    search(&list);
    // The list came, or came anew, under whoever waits at it.
    let waits = dom::focused().is_none_or(|here| here.tag_name() == "BODY" || here == list);
    if waits && dom::is_open(&list) {
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
    let typed = field(list).map(|field| keys::lower(&dom::field(&field).value())).unwrap_or_default();
    let mut found = 0_usize;
    for account in dom::every_in(list, "li[data-words]") {
        let words = JsString::from(dom::get(&account, "data-words"));
        let matches = typed.split(' ').all(|word| words.includes(word, 0));
        account.set_hidden(!matches);
        found += usize::from(matches);
    }
    if let Some(place) = dom::first_in(list, "[data-found-many]") {
        let words = place.get_attribute(if found == 1 { "data-found-one" } else { "data-found-many" });
        count::say(&place, words, found);
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
    let here = keys::focused_at(&links);
    let searching = field.is_some() && dom::focused() == field;
    let key = event.key();
    let next = match key.as_str() {
        "Escape" => {
            dom::shut(list);
            dom::first(OPENER)
        }
        "ArrowUp" if here == Some(0) && field.is_some() => field,
        "Home" | "End" if searching => return,
        "Enter" if searching => {
            if let Some(first) = links.first() {
                first.click();
            }
            event.prevent_default();
            return;
        }
        letter if !searching && letter != " " && keys::is_typed(event, letter) => {
            if let Some(field) = field {
                // The letter itself follows the focus into the field.
                dom::focus(&field);
                return;
            }
            keys::beginning(&links, &keys::lower(letter), here.map_or(0, |here| here + 1)).cloned()
        }
        key => keys::led(&links, here, key).cloned(),
    };
    if let Some(next) = next {
        dom::focus(&next);
        event.prevent_default();
    }
}
