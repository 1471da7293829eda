//! Menus, by the menu button pattern of the ARIA authoring practices: arrows, Home, End, type-ahead, Tab closes, and the
//! focus returns to the button. The list is a popover, which the browser opens and closes by itself.

use crate::row_menu::{LIST, OPEN_DOTS};
use js_sys::JsString;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Where the focus goes when the list opens.
#[derive(Debug, Clone, Copy)]
enum Aim {
    First,
    Last,
}

/// Letters typed within this many milliseconds of each other are one word.
const TYPE_AHEAD: f64 = 600.0;

/// The word being typed, in lower case, and when its last letter came.
#[derive(Debug)]
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
        self.word.push_str(&lower(letter));
        self.word.clone()
    }
}

thread_local! {
    static AIM: Cell<Aim> = const { Cell::new(Aim::First) };
    static TYPED: RefCell<Typed> = const { RefCell::new(Typed { word: String::new(), at: 0.0 }) };
}

/// Listens.
pub fn begin() {
    dom::listen("toggle", toggled);
    dom::listen("keydown", pressed);
    // The focus goes back to the button before anything else happens. An item that may not be used leaves the list open.
    dom::listen("click", |event| {
        if dom::around(event, "[role=menuitem]:not([aria-disabled=true])").is_some()
            && let Some(list) = dom::around(event, "[role=menu]")
        {
            dom::shut(&list);
        }
    });
}

/// Whether a popover is shown.
pub fn is_open(popover: &Element) -> bool {
    dom::matches(&popover, ":popover-open")
}

/// In lower case, by the browser's tables.
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Whether what an element says begins with these letters, which are in lower case.
pub fn begins(element: &HtmlElement, letters: &str) -> bool {
    let text = JsString::from(element.text_content().unwrap_or_default());
    text.trim().to_lower_case().starts_with(letters, 0)
}

/// The button of a list; of the one that rows share, that which opened it.
fn button_of(list: &Element) -> Option<HtmlElement> {
    let id = list.id();
    if id == LIST {
        return dom::first(OPEN_DOTS);
    }
    dom::first(&["[aria-haspopup=menu][aria-controls=\"", &id, "\"]"].concat())
}

fn items(list: &Element) -> Vec<HtmlElement> {
    dom::every_in(list, "[role=menuitem]")
}

fn focused_at(items: &[HtmlElement]) -> Option<usize> {
    let active = dom::focused()?;
    items.iter().position(|item| *item == active)
}

fn focus_at(items: &[HtmlElement], index: usize) {
    if let Some(item) = items.get(index) {
        dom::focus(item);
    }
}

fn focus_end(items: &[HtmlElement], aim: Aim) {
    match aim {
        Aim::First => focus_at(items, 0),
        Aim::Last => focus_at(items, items.len().saturating_sub(1)),
    }
}

fn toggled(event: &Event) {
    let Some(list) = dom::target(event).filter(|target| dom::matches(&target, "[role=menu]")) else { return };
    let shown = is_open(&list);
    if let Some(button) = button_of(&list) {
        dom::set(&button, "aria-expanded", if shown { "true" } else { "false" });
    }
    if shown {
        let items = items(&list);
        for item in &items {
            // From here on arrows move between the items, Tab leaves the menu.
            dom::set(&item, "tabindex", "-1");
        }
        if focused_at(&items).is_none() {
            focus_end(&items, AIM.get());
        }
    }
    AIM.set(Aim::First);
}

fn pressed(event: &Event) {
    // Browsers that fill in forms say `keydown` with no key.
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if let Some(list) = dom::around(event, "[role=menu]") {
        steer(event, &list);
    } else if let Some(button) = dom::around(event, "[aria-haspopup=menu]") {
        open(event, &button);
    }
}

/// Keys on the button.
fn open(event: &KeyboardEvent, button: &HtmlElement) {
    let aim = match event.key().as_str() {
        "ArrowDown" => Aim::First,
        "ArrowUp" => Aim::Last,
        _ => return,
    };
    event.prevent_default();
    let list = dom::by_id(button.get_attribute("aria-controls").as_deref().unwrap_or(LIST));
    match list.filter(|list| is_open(list)) {
        Some(list) => focus_end(&items(&list), aim),
        None => {
            AIM.set(aim);
            button.click();
        }
    }
}

/// Keys inside the open list.
fn steer(event: &KeyboardEvent, list: &HtmlElement) {
    let items = items(list);
    let (here, count) = (focused_at(&items), items.len());
    if count == 0 {
        return;
    }
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => focus_at(&items, here.map_or(0, |here| (here + 1) % count)),
        "ArrowUp" => focus_at(&items, here.map_or(count - 1, |here| (here + count - 1) % count)),
        "Home" => focus_at(&items, 0),
        "End" => focus_at(&items, count - 1),
        "Escape" => leave(list),
        "Tab" => {
            // From the button, the browser moves on by itself.
            leave(list);
            return;
        }
        // A link is followed with Enter only; menu items answer to the space bar too.
        " " => {
            if let Some(item) = here.and_then(|here| items.get(here)) {
                item.click();
            }
        }
        letter if letter.chars().count() == 1 && !dom::is_modified(event) => {
            let word = TYPED.with_borrow_mut(|typed| typed.add(letter, event.time_stamp()));
            if let Some(item) = find(&items, &word, here) {
                dom::focus(item);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn leave(list: &HtmlElement) {
    dom::shut(&list);
    if let Some(button) = button_of(list) {
        dom::focus(&button);
    }
}

/// The next item that begins with `word`. A first letter looks from the item after this one, a longer word from this one.
fn find<'a>(items: &'a [HtmlElement], word: &str, here: Option<usize>) -> Option<&'a HtmlElement> {
    let start = match here {
        Some(here) if word.chars().count() > 1 => here,
        Some(here) => here + 1,
        None => 0,
    };
    items.iter().cycle().skip(start).take(items.len()).find(|item| begins(item, word))
}
