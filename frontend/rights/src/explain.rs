//! Why a box may not be changed, or is ticked although it may, in the places that the page has for it.

use crate::shown::element;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Says why beside the label.
pub fn beside(frame: &Element, input: &HtmlInputElement, id: &str, reason: Option<&str>, note: Option<&str>) {
    let _ = frame.class_list().toggle_with_force("check-off", reason.is_some());
    let (help_id, reason_id) = ([id, "-help"].concat(), [id, "-reason"].concat());
    let help = dom::first_in(frame, ".check-help");
    if let Some(help) = &help {
        let note = note.map(|note| [" ", note].concat());
        put(help, "[data-note]", note.as_deref(), "span", &[("data-note", "")]);
    }
    if let Some(beside) = dom::first_in(frame, ".check-text") {
        put(&beside, ".check-reason", reason, "p", &[("class", "check-reason"), ("id", &reason_id)]);
    }
    let described = match (help, reason) {
        (Some(_), Some(_)) => Some([&*help_id, " ", &reason_id].concat()),
        (Some(_), None) => Some(help_id),
        (None, Some(_)) => Some(reason_id),
        (None, None) => None,
    };
    set(input, "aria-describedby", described.as_deref());
}

/// The same in the matrix, where the label is not shown.
pub fn in_cell(input: &HtmlInputElement, reason: Option<&str>, note: Option<&str>) {
    set(input, "title", reason.or(note));
    if let Some(cell) = dom::closest(input, "td") {
        let _ = cell.class_list().toggle_with_force("matrix-covered", note.is_some());
    }
}

fn set(element: &Element, attribute: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(attribute, value),
        None => element.remove_attribute(attribute),
    };
}

/// Puts a text into the element that a selector finds, which is made when it is missing, and goes when there is no text.
fn put(parent: &HtmlElement, selector: &str, text: Option<&str>, tag: &str, attributes: &[(&str, &str)]) {
    match (dom::first_in(parent, selector), text) {
        (Some(place), Some(_)) => place.set_text_content(text),
        (Some(place), None) => place.remove(),
        (None, Some(_)) => {
            if let Some(place) = element(tag, attributes) {
                place.set_text_content(text);
                let _ = parent.append_with_node_1(&place);
            }
        }
        (None, None) => {}
    }
}
