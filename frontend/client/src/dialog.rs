//! The one dialog of the page, which shows the question of an answer. The browser keeps the focus inside, closes it on
//! Escape and gives the focus back to where it was.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

/// The id that the heading of a question has in the dialog.
const NAME: &str = "dialog-title";

/// Listens.
pub fn begin() {
    dom::listen("click", clicked);
    dom::listen("close", |event| {
        let closed = dom::target(event).and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        // Told a moment later, when another question may be shown.
        if let Some(content) = closed.filter(|dialog| !dialog.open()).and_then(|dialog| content(&dialog)) {
            content.replace_children_with_node_0();
        }
    });
}

/// Shows a question: of an answer's document, or another one in the place of the one that is shown.
pub fn show(question: &Element) {
    let Some(dialog) = host() else { return };
    let Some(content) = content(&dialog) else { return };
    let Some(copy) = dom::copy(question) else { return };
    content.replace_children_with_node_1(&copy);
    let size = question.get_attribute("data-question").filter(|size| !size.is_empty());
    let size = size.unwrap_or_else(|| "small".to_owned());
    dialog.set_class_name(&["dialog dialog-", &size].concat());
    name(&dialog, &content);
    for leave in dom::every_in(&content, "a[data-close]") {
        // It leads nowhere here.
        dom::set(&leave, "role", "button");
    }
    // Opened anew, the browser finds the first place for the focus also in what came in the place of something else.
    dialog.close();
    if dialog.show_modal().is_ok() {
        // Nobody answers yes by pressing Enter unseen.
        let first = dom::first_in(&content, "[autofocus]").or_else(|| dom::first_in(&content, "[data-close]"));
        if let Some(first) = first {
            dom::focus(&first);
        }
    }
}

/// Closes it.
pub fn close() {
    if let Some(dialog) = host() {
        dialog.close();
    }
}

/// Whether an element stands in it.
pub fn holds(element: &Element) -> bool {
    host().is_some_and(|dialog| dialog.contains(Some(element)))
}

fn host() -> Option<HtmlDialogElement> {
    dom::by_id("dialog")?.dyn_into().ok()
}

fn content(dialog: &HtmlDialogElement) -> Option<HtmlElement> {
    dom::first_in(dialog, ".dialog-content")
}

/// The first heading names it.
fn name(dialog: &HtmlDialogElement, content: &HtmlElement) {
    match dom::first_in(content, "h1, h2, h3") {
        Some(heading) => {
            heading.set_id(NAME);
            let _ = heading.class_list().add_1("dialog-title");
            dom::set(dialog, "aria-labelledby", NAME);
        }
        None => {
            dom::unset(dialog, "aria-labelledby");
        }
    }
}

fn clicked(event: &Event) {
    let Some(dialog) = host().filter(HtmlDialogElement::open) else { return };
    let Some(target) = dom::target(event) else { return };
    // For browsers that don't know `closedby`: the dialog itself is hit only beside its content.
    if target.is_same_node(Some(&dialog)) {
        dialog.close();
    } else if dialog.contains(Some(&target)) && dom::around(event, "[data-close]").is_some() && dom::is_plain(event) {
        event.prevent_default();
        dialog.close();
    }
}
