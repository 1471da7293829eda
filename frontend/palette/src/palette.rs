//! The palette: what is typed is asked for a moment later as a part of the search page, and the answer is shown below the
//! field. Only the latest answer counts.

use crate::{choice, host};
use dom::answer::{self, Outcome};
use js_sys::encode_uri_component;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement};

/// How many milliseconds after the last letter is asked.
const PAUSE: i32 = 150;
const LIST: &str = "[role=listbox]";
const SAID: &str = "[role=status]";

/// What an answer takes the place of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Of all below the field.
    Whole,
    /// Of the list, and of what is said of it.
    List,
}

thread_local! {
    static WAITING: Cell<Option<dom::Timer>> = const { Cell::new(None) };
    /// How often was asked: only the last answer counts.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Opens it; where it is open already, its field gets the focus.
pub fn open() {
    let Some(icon) = dom::first(host::ICON) else { return };
    let Some(palette) = host::made(&dom::get(&icon, "aria-label")) else { return };
    let is_open = dom::is_open(&palette);
    if !is_open {
        dom::open(&palette);
    }
    if let Some(field) = host::field() {
        dom::focus(&field);
    }
    if !is_open {
        ask(Place::Whole);
    }
}

/// Something was clicked: the icon, or what was found.
pub fn clicked(event: &Event) {
    if !dom::is_plain(event) {
        return;
    }
    if dom::around(event, host::ICON).is_some() {
        event.prevent_default();
        open();
    } else if let Some(palette) = host::find()
        && dom::around(event, "#palette a").is_some()
    {
        // The focus goes back before anything else happens.
        dom::shut(&palette);
    }
}

/// Asks for what is typed once nothing more is.
pub fn typed(event: &Event) {
    if dom::around(event, "#palette").is_some() {
        stop();
        WAITING.set(Some(dom::later(PAUSE, || ask(Place::List))));
    }
}

/// Once it is closed, whoever closed it, nothing that was found stays in the document.
pub fn toggled(event: &Event) {
    let Some(palette) = dom::target(event).filter(|target| dom::matches(target, "#palette")) else { return };
    if dom::is_open(&palette) {
        return;
    }
    forget();
    if let (Some(field), Some(part)) = (host::field(), host::part()) {
        dom::field(&field).set_value("");
        part.replace_children_with_node_0();
        choice::renew(&field, false);
    }
}

/// It closes when the focus goes elsewhere.
pub fn left(event: &Event) {
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let to = to.and_then(|to| to.dyn_into::<Element>().ok());
    if let (Some(palette), Some(to)) = (dom::around(event, "#palette"), to)
        && !palette.contains(Some(&to))
    {
        dom::shut(&palette);
    }
}

fn stop() {
    if let Some(timer) = WAITING.take() {
        timer.stop();
    }
}

/// Nothing that was asked counts any more.
fn forget() {
    stop();
    ASKED.set(ASKED.get() + 1);
}

/// The address of the search page with what is typed.
fn address() -> Option<String> {
    let field = host::field()?;
    let typed = dom::field(&field).value();
    let page = dom::first(host::ICON)?.get_attribute("href")?;
    Some(page + "?q=" + &String::from(encode_uri_component(typed.trim_ascii())))
}

fn ask(place: Place) {
    forget();
    let (number, Some(address)) = (ASKED.get(), address()) else { return };
    dom::spawn(async move {
        let outcome = answer::get(&[&*address, "&part=palette"].concat()).await;
        if number != ASKED.get() {
            return;
        }
        match outcome {
            Outcome::Page(page) => match page.part("[data-part=palette]") {
                Some(part) => show(&part, place),
                // Of another session or build, or a refusal: the page says so itself.
                None => host::follow(&address, &[]),
            },
            Outcome::Elsewhere | Outcome::Failed => fail(),
        }
    });
}

fn show(answer: &Element, place: Place) {
    let (Some(field), Some(part)) = (host::field(), host::part()) else { return };
    let Some(copy) = dom::copy(answer).and_then(|copy| copy.dyn_into::<HtmlElement>().ok()) else { return };
    let shown = dom::first_in(&part, LIST).filter(|_| place == Place::List);
    match (shown, dom::first_in(&copy, LIST)) {
        (Some(shown), Some(list)) => {
            let _ = shown.replace_with_with_node_1(&list);
            say(&part, &copy);
        }
        _ => part.replace_children_with_node_1(&copy),
    }
    let is_asked = !dom::field(&field).value().trim_ascii().is_empty();
    choice::renew(&field, is_asked);
}

/// The same element says it: only then is it read out.
fn say(part: &HtmlElement, answer: &HtmlElement) {
    if let (Some(shown), Some(fresh)) = (dom::first_in(part, SAID), dom::first_in(answer, SAID)) {
        shown.set_class_name(&fresh.class_name());
        if shown.text_content() != fresh.text_content() {
            shown.set_text_content(fresh.text_content().as_deref());
        }
    }
}

/// Says that nothing came back.
fn fail() {
    if let (Some(field), Some(part), Some(said)) = (host::field(), host::part(), dom::template("unreachable")) {
        part.replace_children_with_node_1(&said);
        choice::renew(&field, false);
    }
}
