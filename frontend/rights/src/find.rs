//! The search among the rights: the areas that hold what is found are opened, and what is found is marked. And the filter of
//! the services that have a row.

use crate::page::Page;
use domain::rights_form::Sentence;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The field that searches rights.
const RIGHT: &str = "find-right";
/// The field that filters services.
const SERVICE: &str = "filter-services";
const MARK: &str = "check-found";

/// Whether this is one of the two.
pub fn is_field(target: &Element) -> bool {
    [RIGHT, SERVICE].contains(&target.id().as_str())
}

/// Shows what the field is typed for.
pub fn look(target: &Element, page: &Page) {
    let typed = target.dyn_ref().map(HtmlInputElement::value).unwrap_or_default();
    let typed = lower(typed.trim_ascii());
    if target.id() == RIGHT { mark(&typed, page) } else { filter(&typed, page) }
}

/// In small letters, by the browser: the tables for that would be a part of the program.
fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Leaves the rows of services with the typed text in their names.
fn filter(typed: &str, page: &Page) {
    for row in dom::every_in(&page.form, ".matrix tbody > tr:not(.matrix-all, .matrix-new)") {
        let name = dom::first_in(&row, ".matrix-name").and_then(|name| name.text_content()).unwrap_or_default();
        row.set_hidden(!lower(&name).contains(typed));
    }
}

/// Marks what has the typed text in its name or its help.
fn mark(typed: &str, page: &Page) {
    let (mut found, mut first) = (0, None);
    for frame in dom::every_in(&page.form, ".areas .check") {
        let text = lower(&frame.text_content().unwrap_or_default());
        let hit = !typed.is_empty()
            && text.contains(typed)
            && frame.parent_element().is_none_or(|it| it.tag_name() != "SPAN");
        let _ = frame.class_list().toggle_with_force(MARK, hit);
        if hit {
            found += 1;
            first = first.or(Some(frame));
        }
    }
    // From the inside outwards: an area may lie in a fold.
    for fold in dom::every_in(&page.form, ".areas details") {
        let wanted = dom::query(&fold, &[".", MARK].concat()).is_some();
        let opened = fold.has_attribute("data-found");
        if wanted && !fold.has_attribute("open") {
            dom::set(&fold, "open", "");
            dom::set(&fold, "data-found", "");
        } else if !wanted && opened {
            dom::unset(&fold, "open");
            dom::unset(&fold, "data-found");
        }
    }
    if let Some(said) = dom::by_id("rights-found") {
        let text = if typed.is_empty() { String::new() } else { page.sentence(Sentence::RightsFound, "", found) };
        said.set_text_content(Some(&text));
    }
    if let Some(first) = first {
        first.scroll_into_view_with_bool(false);
    }
}
