//! The history of the tab: addresses, and how far each entry was scrolled. Pages are not kept, so going back asks for them
//! again.

use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

/// How long the scrolling has to rest before it is noted, in milliseconds: browsers allow few notes in a while.
const REST: i32 = 150;

/// Where in the history a page goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// A new entry, shown from its top.
    Push,
    /// In place of the entry that is shown, scrolled as it is.
    Replace,
    /// An entry that the browser went back or forward to, and how far it was scrolled.
    Back(f64),
}

thread_local! {
    static NOTING: Cell<Option<dom::Timer>> = const { Cell::new(None) };
}

/// Puts the address of the first page right, and takes the scrolling over from the browser, which would do it before the
/// page of an entry is there.
pub fn begin() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        if let Some(y) = history.state().ok().as_ref().and_then(position) {
            scroll_to(y);
        }
    }
    if let Some(page) = dom::root().get_attribute("data-page").filter(|page| *page != address()) {
        replace(&page);
    }
    dom::listen_window("scroll", |_| {
        stop_noting();
        NOTING.set(Some(dom::later(REST, note)));
    });
    dom::listen_window("pagehide", |_| note());
}

/// Path and query that the browser shows.
pub fn address() -> String {
    let location = dom::window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// The path of an address of ours.
pub fn path(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// How far an entry was scrolled, by what is kept with it. Nothing: the browser made it, for a place on the page.
pub fn position(state: &JsValue) -> Option<f64> {
    state.as_f64()
}

/// The scrolling so far belongs to another entry than the one that is shown.
pub fn stop_noting() {
    if let Some(noting) = NOTING.take() {
        noting.stop();
    }
}

/// Makes the entry of a page that is about to be shown.
pub fn enter(entry: Entry, at: &str) {
    match entry {
        Entry::Push => {
            note();
            if let Some(history) = history() {
                let _ = history.push_state_with_url(&JsValue::from_f64(0.0), "", Some(at));
            }
        }
        Entry::Replace => replace(at),
        // It may have led elsewhere.
        Entry::Back(_) if path_and_query(at) != address() => replace(at),
        Entry::Back(_) => {}
    }
}

/// Scrolls a page that was just shown to where it begins.
pub fn settle(entry: Entry, hash: &str) {
    match entry {
        Entry::Push => match hash.strip_prefix('#').and_then(dom::by_id) {
            Some(place) => place.scroll_into_view(),
            None => scroll_to(0.0),
        },
        Entry::Replace => {}
        Entry::Back(y) => scroll_to(y),
    }
}

/// Scrolls the page.
pub fn scroll_to(y: f64) {
    dom::window().scroll_to_with_x_and_y(0.0, y);
}

fn history() -> Option<History> {
    dom::window().history().ok()
}

fn scrolled() -> JsValue {
    JsValue::from_f64(dom::window().scroll_y().unwrap_or_default())
}

fn note() {
    stop_noting();
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&scrolled(), "", None);
    }
}

fn replace(at: &str) {
    stop_noting();
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&scrolled(), "", Some(at));
    }
}

fn path_and_query(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_path() {
        for address in ["/a/b", "/a/b?c=/d", "/a/b#c", "/a/b?c#d"] {
            assert_eq!(path(address), "/a/b");
        }
        assert_eq!(path_and_query("/a?b#c"), "/a?b");
    }
}
