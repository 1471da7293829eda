//! Menus, by the menu button pattern of the ARIA authoring practices: arrows, Home, End, type-ahead, Tab closes, and the
//! focus returns to the button. The list is a popover, which the browser opens and closes by itself.

use crate::keys;
use crate::row_menu::{LIST, OPEN_DOTS};
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
        self.word.push_str(&keys::lower(letter));
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

fn focus_end(items: &[HtmlElement], aim: Aim) {
    let item = match aim {
        Aim::First => items.first(),
        Aim::Last => items.last(),
    };
    if let Some(item) = item {
        dom::focus(item);
    }
}

fn toggled(event: &Event) {
    let Some(list) = dom::target(event).filter(|target| dom::matches(target, "[role=menu]")) else { return };
    let shown = dom::is_open(&list);
    if let Some(button) = button_of(&list) {
        dom::set(&button, "aria-expanded", if shown { "true" } else { "false" });
    }
    if shown {
        let items = items(&list);
        for item in &items {
            // From here on arrows move between the items, Tab leaves the menu.
            dom::set(item, "tabindex", "-1");
        }
        if keys::focused_at(&items).is_none() {
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
    match list.filter(|list| dom::is_open(list)) {
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
    if items.is_empty() {
        return;
    }
    let (here, key) = (keys::focused_at(&items), event.key());
    match key.as_str() {
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
        letter if keys::is_typed(event, letter) => {
            let word = TYPED.with_borrow_mut(|typed| typed.add(letter, event.time_stamp()));
            if let Some(item) = find(&items, &word, here) {
                dom::focus(item);
            }
        }
        key => match keys::led(&items, here, key) {
            Some(item) => dom::focus(item),
            None => return,
        },
    }
    event.prevent_default();
}

fn leave(list: &HtmlElement) {
    dom::shut(list);
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
    keys::beginning(items, word, start)
}
