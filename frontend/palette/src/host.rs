//! The palette's place on the page: a field, and below it what was found. It is made once and belongs to no page, so it
//! outlives steps.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const ID: &str = "palette";
/// The icon that opens it, which says what it is called and where the search page is.
pub const ICON: &str = "[data-palette]";

/// The palette, once it was made.
pub fn find() -> Option<HtmlElement> {
    dom::by_id(ID)
}

/// Where something is typed.
pub fn field() -> Option<HtmlElement> {
    dom::first("#palette input")
}

/// Where the answer is put.
pub fn part() -> Option<HtmlElement> {
    dom::first("#palette .palette-part")
}

/// The palette, made where there is none yet.
pub fn made(name: &str) -> Option<HtmlElement> {
    if let Some(host) = find() {
        return Some(host);
    }
    let host = create(
        "div",
        &[
            ("id", ID),
            ("class", "palette"),
            ("popover", "auto"),
            ("role", "dialog"),
            ("aria-label", name),
            ("data-keep", ""),
        ],
    )?;
    let field = create(
        "input",
        &[
            ("class", "input"),
            ("type", "text"),
            ("role", "combobox"),
            ("aria-label", name),
            ("placeholder", name),
            ("aria-autocomplete", "list"),
            ("aria-controls", "palette-list"),
            ("aria-expanded", "false"),
            ("autocomplete", "off"),
            ("autocapitalize", "none"),
            ("spellcheck", "false"),
            ("enterkeyhint", "go"),
            ("maxlength", "200"),
        ],
    )?;
    let part = create("div", &[("class", "palette-part")])?;
    host.append_with_node_2(&field, &part).ok()?;
    dom::document().body()?.append_with_node_1(&host).ok()?;
    Some(host)
}

/// Follows a link as if it stood on the page: the client makes a step of it, or shows its question in the dialog.
pub fn follow(address: &str, asks: &[(&str, &str)]) {
    let Some(link) = create("a", &[("href", address)]) else { return };
    for (name, value) in asks {
        dom::set(&link, name, value);
    }
    if dom::document().body().is_some_and(|body| body.append_with_node_1(&link).is_ok()) {
        link.click();
        link.remove();
    }
}

fn create(tag: &str, attributes: &[(&str, &str)]) -> Option<HtmlElement> {
    let element: Element = dom::document().create_element(tag).ok()?;
    for (name, value) in attributes {
        dom::set(&element, name, value);
    }
    element.dyn_into().ok()
}
