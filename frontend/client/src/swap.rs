//! Puts an answer in the place of the page that is shown.
//!
//! Nodes stay only while path, account, view and form are the same; else the main part is made anew, so that no state of one
//! page gets into another.

use crate::merge::{Merge, Place, Sent};
use crate::{access, dialog, focus, guard, history, programs, search, selection, toasts, watch};
use dom::answer::Answer;
use dom::clean::{elements, names};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

/// Why a page is put in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Somebody went there.
    Step,
    /// It answers a form.
    Answered,
    /// Nobody did anything: something may have changed.
    Refreshed,
}

/// Shows an answer.
pub fn show(answer: &Answer, how: How) {
    if how == How::Refreshed && focus::puts_off() {
        return;
    }
    access::leaving(answer);
    toasts::take(answer);
    let place = place(answer);
    if how != How::Refreshed {
        close_menus();
    }
    if place == Place::Another || how == How::Step {
        dialog::close();
    }
    let held = focus::hold();
    around(answer);
    let sent = match how {
        How::Answered if answer.status < 400 => Sent::Done,
        How::Answered => Sent::Refused,
        How::Refreshed if place == Place::Same && answer.status < 400 => Sent::Unasked,
        How::Step | How::Refreshed => Sent::Nothing,
    };
    if let (Some(shown), Some(fresh)) = (dom::document().body(), answer.page.body()) {
        Merge { place, sent }.children(&shown, &fresh);
    }
    if place == Place::Same {
        follow();
    }
    selection::paint();
    access::seen(how);
    programs::seen();
    search::seen();
    watch::seen();
    guard::look();
    match (place, sent) {
        (Place::Another, _) => focus::arrive(),
        (Place::Same, Sent::Refused) => {
            held.give_back();
            focus::mend();
        }
        (Place::Same, Sent::Nothing | Sent::Unasked | Sent::Done) => held.give_back(),
    }
}

/// Whether an answer is the page that is shown.
pub fn place(answer: &Answer) -> Place {
    let is_same = history::path(&answer.address) == history::path(&shown()) && answer.account() == account();
    if is_same { Place::Same } else { Place::Another }
}

/// The address of the page that is shown.
pub fn shown() -> String {
    dom::root().get_attribute("data-page").unwrap_or_else(history::address)
}

/// The main part of the page that is shown.
pub fn main() -> Option<HtmlElement> {
    dom::by_id("main")
}

/// The account that it is about, if it is about one.
pub fn account() -> Option<String> {
    main()?.get_attribute("data-account")
}

/// What stands around the content: the title, what the document says of itself, and the templates.
fn around(answer: &Answer) {
    dom::document().set_title(&answer.page.title());
    let root = dom::root();
    if let Some(fresh) = answer.page.document_element() {
        for name in names(&fresh).iter().filter(|name| *name != "class") {
            dom::set(&root, name, &dom::get(&fresh, name));
        }
    }
    for fresh in elements(answer.page.query_selector_all("template[data-template]")) {
        let name = dom::get(&fresh, "data-template");
        if let Some(shown) = dom::first(&["template[data-template=\"", &name, "\"]"].concat())
            && let Some(copy) = dom::copy(&fresh)
        {
            let _ = shown.replace_with_with_node_1(&copy);
        }
    }
}

/// What nobody has touched shows what the page says, whatever stood there before.
fn follow() {
    for form in dom::every("main form:not([data-touched], [data-once])") {
        if let Some(form) = form.dyn_ref::<HtmlFormElement>() {
            form.reset();
        }
    }
}

/// Closes what is open over the page.
pub fn close_menus() {
    for menu in dom::every("[popover]:popover-open") {
        dom::shut(&menu);
    }
}
