//! The selection of a list: who is ticked, by id, across its pages. It belongs to the list's own question: another list,
//! or the same one with another filter, forgets it, so that nothing is done to somebody who is not in sight any more.

use crate::{count, swap};
use std::cell::RefCell;
use web_sys::{Event, HtmlElement, HtmlFormElement, HtmlInputElement};

/// One of those who can be ticked.
const BOX: &str = "[data-pick]";
/// All of the page.
const PAGE_BOX: &str = "[data-pick-page]";
/// All that match.
const EVERYTHING_BOX: &str = "[data-pick-all]";

#[derive(Debug)]
struct Selection {
    /// The account and what its list asks for; nothing: the page has no such list.
    question: Option<String>,
    picked: Vec<String>,
    everything: bool,
}

impl Selection {
    fn has(&self, id: &str) -> bool {
        self.everything || self.picked.iter().any(|picked| picked == id)
    }

    fn pick(&mut self, id: String) {
        if !self.picked.contains(&id) {
            self.picked.push(id);
        }
    }

    /// Dropping one drops "all that match" too.
    fn drop(&mut self, id: &str) {
        self.everything = false;
        self.picked.retain(|picked| picked != id);
    }
}

thread_local! {
    static SELECTION: RefCell<Selection> =
        const { RefCell::new(Selection { question: None, picked: Vec::new(), everything: false }) };
}

/// Takes over what was ticked before the program ran, and listens.
pub fn begin() {
    let picked = ids(BOX, |one| one.checked() && is_free(one));
    let everything = dom::first(EVERYTHING_BOX).is_some_and(|all| dom::field(&all).checked());
    SELECTION.set(Selection { question: question(), picked, everything });
    paint();
    dom::listen("change", changed);
    dom::listen("click", |event| {
        if dom::around(event, "[data-unpick]").is_some() {
            forget();
            show();
        }
    });
}

/// Shows the selection on a page that was just put in place, or forgets it: when it is the page of another question, and
/// when it says that what was asked for the selection was done.
pub fn paint() {
    let done = bar().is_some_and(|bar| {
        let done = bar.has_attribute("data-done");
        // Once: what is picked from here on is another selection.
        dom::unset(&bar, "data-done");
        done
    });
    if done || SELECTION.with_borrow(|selection| selection.question != question()) {
        forget();
    }
    show();
}

/// Completes the selection's form before it is sent: with those who are ticked on other pages of the list, and the wish to
/// be asked first.
pub fn fill(form: &HtmlFormElement) {
    for old in dom::every_in(form, "[data-filled]") {
        old.remove();
    }
    let shown = ids(BOX, |_| true);
    SELECTION.with_borrow(|selection| {
        let others = selection.picked.iter().filter(|id| !selection.everything && !shown.contains(id));
        let others: Vec<&str> = others.map(String::as_str).collect();
        // One field: so many would not fit into a form.
        if !others.is_empty() {
            add(form, "change[contacts][]", &others.join("."));
        }
    });
    add(form, "ask", "true");
}

fn add(form: &HtmlFormElement, name: &str, value: &str) {
    let Ok(input) = dom::document().create_element("input") else { return };
    for (name, value) in [("type", "hidden"), ("name", name), ("value", value), ("data-filled", "")] {
        dom::set(&input, name, value);
    }
    let _ = form.append_with_node_1(&input);
}

fn bar() -> Option<HtmlElement> {
    dom::first("form[data-bulk]")
}

fn question() -> Option<String> {
    let asked = bar()?.get_attribute("data-bulk")?;
    Some([&*swap::account().unwrap_or_default(), " ", &asked].concat())
}

/// The ids of those that are so.
fn ids(selector: &str, is_so: fn(&HtmlInputElement) -> bool) -> Vec<String> {
    let mut ids = Vec::new();
    for one in dom::every(selector) {
        let one = dom::field(&one);
        if is_so(one) {
            ids.push(one.value());
        }
    }
    ids
}

fn is_free(one: &HtmlInputElement) -> bool {
    !one.disabled()
}

fn forget() {
    SELECTION.set(Selection { question: question(), picked: Vec::new(), everything: false });
}

fn changed(event: &Event) {
    let Some(target) = dom::target(event) else { return };
    let (input, is) = (dom::field(&target), |selector| dom::matches(&target, selector));
    let whom = if is(BOX) {
        vec![input.value()]
    } else if is(PAGE_BOX) {
        ids(BOX, is_free)
    } else if is(EVERYTHING_BOX) {
        Vec::new()
    } else {
        return;
    };
    SELECTION.with_borrow_mut(|selection| {
        if is(EVERYTHING_BOX) {
            selection.everything = input.checked();
        }
        for id in whom {
            if input.checked() {
                selection.pick(id);
            } else {
                selection.drop(&id);
            }
        }
    });
    show();
}

fn show() {
    let Some(bar) = bar() else { return };
    SELECTION.with_borrow(|selection| {
        let (mut ticked, mut unticked) = (false, false);
        for one in dom::every(BOX) {
            let one = dom::field(&one);
            let on = is_free(one) && selection.has(&one.value());
            one.set_checked(on);
            if let Some(row) = dom::closest(one, "tr") {
                let _ = row.class_list().toggle_with_force("row-picked", on);
            }
            if is_free(one) {
                (ticked, unticked) = (ticked || on, unticked || !on);
            }
        }
        if let Some(page) = dom::first(PAGE_BOX) {
            let page = dom::field(&page);
            page.set_checked(ticked && !unticked);
            page.set_indeterminate(ticked && unticked);
        }
        if let Some(all) = dom::first(EVERYTHING_BOX) {
            dom::field(&all).set_checked(selection.everything);
        }
        let somebody = selection.everything || !selection.picked.is_empty();
        let _ = bar.class_list().toggle_with_force("bulk-open", somebody);
        if let Some(place) = dom::first("[data-picked]") {
            let picked = selection.picked.len();
            let words = place.get_attribute(if picked == 1 { "data-one" } else { "data-many" });
            // "All that match" says itself how many they are.
            count::say(&place, words.filter(|_| !selection.everything), picked);
        }
    });
}
