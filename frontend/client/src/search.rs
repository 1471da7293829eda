//! Lists that follow what is typed into their GET form: they are asked for a moment later, in the place of the page that
//! is shown, and the answer's count is announced.

use crate::history::Entry;
use crate::{focus, forms, step};
use dom::Timer;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement};

/// How many milliseconds after the last letter the list is asked for.
const PAUSE: i32 = 300;

thread_local! {
    static WAITING: Cell<Option<Timer>> = const { Cell::new(None) };
    /// Whether a character is being composed of several keys.
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
    /// Whether a list was asked for, and its count is still to be said.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Listens.
pub fn begin() {
    dom::listen("compositionstart", |_| COMPOSING.set(true));
    dom::listen("compositionend", |event| {
        COMPOSING.set(false);
        typed(event);
    });
    dom::listen("input", typed);
    // Somebody goes on by themselves.
    dom::listen("submit", |_| stop());
    dom::listen("click", |event| {
        if dom::around(event, "a").is_some() {
            stop();
        }
    });
}

/// Says the count of a list that was asked for, once it is there.
pub fn seen() {
    if ASKED.take()
        && let Some(count) = dom::first("[data-count]")
    {
        focus::announce(count.text_content().unwrap_or_default().trim_ascii());
    }
}

fn stop() {
    if let Some(timer) = WAITING.take() {
        timer.stop();
    }
}

fn typed(event: &Event) {
    let form = dom::around(event, "form[data-live]").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form.filter(|_| !COMPOSING.get()) else { return };
    stop();
    WAITING.set(Some(dom::later(PAUSE, move || ask(&form))));
}

fn ask(form: &HtmlFormElement) {
    let Some(action) = form.get_attribute("action").filter(|_| form.is_connected()) else { return };
    let Some(fields) = forms::fields(form, None) else { return };
    ASKED.set(true);
    step::go(&[&*action, "?", &String::from(fields.to_string())].concat(), Entry::Replace);
}
