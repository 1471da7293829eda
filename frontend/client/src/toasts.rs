//! Toasts: what an answer says on what just happened, with undo where it can be undone.
//!
//! They are made of the notices of an answer (`data-toast`), in the templates of the page, and outlive the page that they
//! came with. A toast goes by itself after eight seconds, not while the pointer or the focus is on it.

use crate::{live, swap};
use dom::answer::Answer;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, HtmlElement};

/// For how many seconds a toast stays.
const STAY: u32 = 8;

/// Listens.
pub fn begin() {
    dom::listen("click", |event| {
        if dom::around(event, "[data-dismiss]").is_some()
            && let Some(toast) = dom::around(event, ".toast")
        {
            toast.remove();
        }
    });
    dom::listen("submit", |event| {
        if let Some(toast) = dom::around(event, ".toast") {
            // Its form is read first. It stays while that can't be sent.
            dom::later(0, move || {
                if dom::query(&toast, "[data-sending]").is_some() {
                    toast.remove();
                }
            });
        }
    });
    // Other programs have no toasts of their own.
    dom::listen("portico-say", |event| {
        let said = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default();
        let part = |name| Reflect::get(&said, &JsValue::from_str(name)).ok().and_then(|part| part.as_string());
        if let (Some(tone), Some(text)) = (part("tone"), part("text")) {
            say(&tone, &text);
        }
    });
}

/// Shows what an answer says, and takes it out of the answer, which is about to be put in place. What can be undone on an
/// account is not offered on another one.
pub fn take(answer: &Answer) {
    let Some(main) = answer.main().filter(|_| !live::is_over()) else { return };
    if answer.account() != swap::account() {
        for toast in dom::every(".toast").iter().filter(|toast| action_in(toast).is_some()) {
            toast.remove();
        }
    }
    for notice in dom::every_in(&main, "[data-toast]") {
        let tone = dom::get(&notice, "data-tone");
        show(&tone, &dom::get(&notice, "data-toast"), action_in(&notice));
        notice.remove();
    }
}

/// Takes all of them away.
pub fn clear() {
    for toast in dom::every(".toast") {
        toast.remove();
    }
}

/// Shows a message.
pub fn say(tone: &str, text: &str) {
    show(tone, text, None);
}

/// Whether an element stands in a toast.
pub fn holds(element: &Element) -> bool {
    dom::closest(element, ".toast").is_some()
}

fn action_in(element: &Element) -> Option<Element> {
    dom::query(element, "form")
}

fn show(tone: &str, text: &str, action: Option<Element>) {
    let (Some(stack), Some(toast)) = (dom::by_id("toasts"), dom::template("toast")) else { return };
    let _ = toast.class_list().add_1(&["toast-", tone].concat());
    let icon = dom::template(&["icon-", tone].concat()).and_then(|icon| icon.first_element_child());
    put(&toast, ".toast-icon", icon);
    put(&toast, ".toast-action-place", action);
    if let Some(button) = dom::first_in(&toast, "form button") {
        button.set_class_name("button button-quiet toast-action");
    }
    if let Some(place) = dom::first_in(&toast, ".toast-text") {
        place.set_text_content(Some(text));
    }
    if stack.append_with_node_1(&toast).is_ok() {
        wait(toast, STAY);
    }
}

/// Puts something, or nothing, in a place of the template.
fn put(toast: &HtmlElement, place: &str, thing: Option<Element>) {
    let Some(place) = dom::first_in(toast, place) else { return };
    match thing {
        Some(thing) => {
            let _ = place.replace_with_with_node_1(&thing);
        }
        None => place.remove(),
    }
}

/// Takes a toast away when nobody has been at it for so many seconds.
fn wait(toast: HtmlElement, seconds: u32) {
    dom::later(1000, move || {
        let held = dom::matches(&toast, ":hover, :focus-within");
        if held {
            wait(toast, STAY);
        } else if seconds > 1 && toast.is_connected() {
            wait(toast, seconds - 1);
        } else {
            toast.remove();
        }
    });
}
