//! What keys do among the items of an open list: arrows, Home and End move the focus, letters look for what begins with
//! them.

use js_sys::JsString;
use web_sys::{HtmlElement, KeyboardEvent};

/// Which of the items has the focus.
pub fn focused_at(items: &[HtmlElement]) -> Option<usize> {
    let focused = dom::focused()?;
    items.iter().position(|item| *item == focused)
}

/// The item that a key leads to. Arrows go on at the other end.
pub fn led<'a>(items: &'a [HtmlElement], here: Option<usize>, key: &str) -> Option<&'a HtmlElement> {
    match (key, here) {
        ("ArrowDown", Some(here)) => items.get(here + 1).or(items.first()),
        ("ArrowUp", Some(here)) if here > 0 => items.get(here - 1),
        ("ArrowDown", None) | ("Home", _) => items.first(),
        ("ArrowUp" | "End", _) => items.last(),
        _ => None,
    }
}

/// The next item from a place on that begins with these letters, which are in lower case.
pub fn beginning<'a>(items: &'a [HtmlElement], letters: &str, from: usize) -> Option<&'a HtmlElement> {
    items.iter().cycle().skip(from).take(items.len()).find(|item| {
        let text = JsString::from(item.text_content().unwrap_or_default());
        text.trim().to_lower_case().starts_with(letters, 0)
    })
}

/// Whether a key types something.
pub fn is_typed(event: &KeyboardEvent, key: &str) -> bool {
    key.chars().count() == 1 && !dom::is_modified(event)
}

/// In lower case, by the browser's tables.
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
