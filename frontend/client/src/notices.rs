//! What the page says when it is no longer what it was, in the words of its templates.

use crate::typed;
use dom::answer::Answer;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The fewest and the most lines of what is offered for copying.
const LINES: [usize; 2] = [2, 12];

fn place() -> Option<HtmlElement> {
    dom::by_id("live-notice")
}

/// Says something at the top of the page, in place of what was said there before. What is offered for copying stays.
pub fn say(template: &str) {
    quiet();
    if let (Some(place), Some(said)) = (place(), dom::template(template)) {
        let _ = place.prepend_with_node_1(&said);
    }
}

/// Takes back what was said.
pub fn quiet() {
    for said in dom::every("#live-notice > .banner") {
        said.remove();
    }
}

/// The same, with what is offered for copying.
pub fn clear() {
    if let Some(place) = place() {
        place.set_text_content(None);
    }
}

/// Offers for copying what was typed and stands in no form any more.
pub fn offer(typed: &str) {
    if typed.is_empty() {
        return;
    }
    if dom::first("#live-notice > .live-typed").is_none()
        && let (Some(place), Some(offered)) = (place(), dom::template("live-typed"))
    {
        let _ = place.append_with_node_1(&offered);
    }
    let area = dom::first("#live-notice textarea");
    if let Some(area) = area {
        let before = dom::field(&area).value();
        let all = if before.is_empty() { typed.to_owned() } else { [&*before, "\n", typed].concat() };
        dom::field(&area).set_value(&all);
        let [fewest, most] = LINES;
        let lines = u32::try_from(all.split('\n').count().clamp(fewest, most)).unwrap_or_default();
        dom::set(&area, "rows", &dom::digits(lines.into()));
    }
}

/// Says on a form that stayed that it did, and what to do with it.
pub fn refilled(form: &HtmlElement) {
    typed::forget_passwords(form);
    if dom::first_in(form, ".live-refilled").is_none()
        && let Some(said) = dom::template("live-refilled")
    {
        let _ = form.prepend_with_node_1(&said);
    }
}

/// Makes of an answer without its account the page that says so. It counts as a page of that account on which nothing may be
/// done: it hears when that changes.
pub fn access_gone(answer: &Answer, main: &Element, account: &str) {
    let again = || dom::first("#main > [data-gone]")?.clone_node_with_deep(true).ok()?.dyn_into::<HtmlElement>().ok();
    let (Some(said), Some(page)) = (dom::template("live-gone").or_else(again), dom::first_in(main, ".page")) else {
        return;
    };
    answer.page.set_title(&dom::get(&said, "data-title"));
    let _ = page.replace_with_with_node_1(&said);
    dom::set(main, "data-account", account);
    dom::set(main, "data-rights", "");
}
