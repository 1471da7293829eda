//! What the form shows and posts beside its boxes: the template, what no box posts, and what calls for trust.

use crate::page::{Page, name_at};
use domain::rights_form::{APPLIED_FIELD, Drawing, PrivilegeDraft, TEMPLATE_FIELD};
use domain::template::NONE;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The card of the template, and how far the ticks have moved from it.
pub fn template(draft: &PrivilegeDraft, page: &Page) {
    let Some((template, changes)) = draft.template_label() else { return };
    let applied = ["[name=\"", APPLIED_FIELD, "\"]"].concat();
    if let Some(applied) = inputs(page, &applied).first() {
        applied.set_value(&template.key);
    }
    let cards = inputs(page, &["[type=radio][name=\"", TEMPLATE_FIELD, "\"]"].concat());
    // Two cards give nothing: the one that is picked stays.
    if !cards.iter().any(|card| card.checked() && card.value() == template.key)
        && let Some(card) = cards.iter().find(|card| card.value() == template.key)
    {
        card.set_checked(true);
    }
    if let Some(place) = dom::first_in(&page.form, ".template-state") {
        // Beginning with nothing is not worth saying.
        let label = if template.key == NONE { String::new() } else { page.template(changes) };
        // It is read out when it changes.
        if place.text_content().as_deref().map(str::trim_ascii) != Some(label.as_str()) {
            place.set_text_content(Some(&label));
        }
    }
}

fn inputs(page: &Page, selector: &str) -> Vec<HtmlInputElement> {
    dom::every_in(&page.form, selector).into_iter().filter_map(|input| input.dyn_into().ok()).collect()
}

/// The inputs for what no box posts.
pub fn hidden(draft: &PrivilegeDraft) {
    let Some(place) = dom::by_id("rights-hidden") else { return };
    place.replace_children_with_node_0();
    for (name, value) in draft.hidden(Drawing::Alive) {
        if let Some(input) = element("input", &[("type", "hidden"), ("name", &name), ("value", &value)]) {
            let _ = place.append_with_node_1(&input);
        }
    }
}

/// What the contact will newly be able to do that calls for trust; nothing while there is no such thing.
pub fn sensitive(draft: &PrivilegeDraft) {
    let Some(place) = dom::by_id("rights-sensitive") else { return };
    let mut lines = Vec::new();
    for (right, place) in draft.newly_sensitive() {
        lines.push(name_at(right, &place));
    }
    let mut shown = Vec::new();
    for line in dom::every_in(&place, "li") {
        shown.push(line.text_content().unwrap_or_default());
    }
    // It is read out when it changes.
    if lines == shown {
        return;
    }
    place.replace_children_with_node_0();
    if lines.is_empty() {
        return;
    }
    let Some(tip) = dom::template("rights-sensitive") else { return };
    let Some(list) = dom::first_in(&tip, "ul") else { return };
    for text in lines {
        if let Some(line) = element("li", &[]) {
            line.set_text_content(Some(&text));
            let _ = list.append_with_node_1(&line);
        }
    }
    let _ = place.append_with_node_1(&tip);
}

/// A new element.
pub fn element(tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = dom::document().create_element(tag).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(element)
}
