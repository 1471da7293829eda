//! Where the focus is while pages come and go, and what those hear who do not see them.

use crate::step;
use std::cell::Cell;
use web_sys::{FocusOptions, HtmlElement};

/// What a heading stands for.
const SECTIONS: &str = "section, fieldset, [role=region], [role=dialog], dialog, main";
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend";

/// How long an announcement waits, in milliseconds: the same words said again are said only after a pause.
const PAUSE: i32 = 50;

/// Whether somebody is composing a character of several keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Composing {
    No,
    Yes,
    /// And the page is to be asked for anew afterwards.
    Awaited,
}

thread_local! {
    static COMPOSING: Cell<Composing> = const { Cell::new(Composing::No) };
}

/// Listens.
pub fn begin() {
    dom::listen("compositionstart", |_| COMPOSING.set(Composing::Yes));
    dom::listen("compositionend", |_| {
        if COMPOSING.replace(Composing::No) == Composing::Awaited {
            step::refresh();
        }
    });
}

/// Whether a swap that nobody asked for has to wait. The page is asked for anew when it need not any more.
pub fn puts_off() -> bool {
    let is_composing = COMPOSING.get() != Composing::No;
    if is_composing {
        COMPOSING.set(Composing::Awaited);
    }
    is_composing
}

/// Says something to those who hear the page.
pub fn announce(text: &str) {
    let Some(place) = dom::by_id("announce") else { return };
    place.set_text_content(None);
    let text = text.to_owned();
    dom::later(PAUSE, move || place.set_text_content(Some(&text)));
}

/// Another page was put in place.
pub fn arrive() {
    if let Some(heading) = dom::first("main h1").or_else(|| dom::first("main")) {
        put(&heading);
    }
    announce(&dom::document().title());
}

/// A form came back: to its first bad field, or to what is wrong with it.
pub fn mend() {
    let wrong = dom::first("main [aria-invalid=true]").or_else(|| dom::first("main [role=alert][tabindex]"));
    if let Some(wrong) = wrong {
        dom::focus(&wrong);
    }
}

/// Who has the focus, and the sections around it.
pub struct Held {
    element: Option<HtmlElement>,
    around: Vec<HtmlElement>,
}

/// Notes it, before nodes go.
pub fn hold() -> Held {
    let element = focused();
    let mut around = Vec::new();
    let mut next = element.as_ref().and_then(|element| dom::closest(element, SECTIONS));
    while let Some(section) = next {
        next = section.parent_element().and_then(|parent| dom::closest(&parent, SECTIONS));
        around.push(section);
    }
    Held { element, around }
}

impl Held {
    /// Gives it back, to the heading of its section where it is gone.
    pub fn give_back(self) {
        let Some(element) = self.element else { return };
        if focused().is_none() && element.is_connected() {
            put(&element);
        }
        if focused().is_some() {
            return;
        }
        let mut left = self.around.iter().filter(|section| section.is_connected());
        let heading = left.find_map(|section| dom::first_in(section, HEADINGS));
        if let Some(heading) = heading.or_else(|| dom::first("main h1")) {
            put(&heading);
        }
    }
}

/// Who has it, but for the page itself.
fn focused() -> Option<HtmlElement> {
    dom::focused().filter(|element| element.tag_name() != "BODY")
}

/// Gives the focus without scrolling, also to what does not take it by itself.
fn put(element: &HtmlElement) {
    if dom::matches(element, HEADINGS) && !element.has_attribute("tabindex") {
        dom::set(element, "tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
