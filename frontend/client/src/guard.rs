//! A half-filled form is not lost by a slip: a link away from it asks first, and so does the browser before it leaves the
//! document. A step to the same page asks once its answer turns out not to have the form. Going back does not ask: the
//! browser has gone already.

use crate::history::Entry;
use crate::merge::Place;
use crate::who::Who;
use crate::{dialog, forms, step, swap, touched};
use dom::answer::Answer;
use dom::clean::elements;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlFormElement};

/// Forms whose content would be lost, also while they are on their way: they may be refused. What somebody types to sign
/// in is no work.
const HELD: &str = "html:not([data-person=\"\"]) main form[method=post][data-touched]";

thread_local! {
    /// Has the browser ask.
    static ASKS: Function =
        Closure::<dyn FnMut(Event)>::new(|event: Event| event.prevent_default()).into_js_value().unchecked_into();
    /// What is asked about.
    static GOING: RefCell<Option<Going>> = const { RefCell::new(None) };
}

/// What leaves the page.
#[derive(Debug, Clone)]
pub enum Going {
    /// A link to an address.
    To(String),
    /// A form of the frame, such as signing out.
    By(HtmlFormElement),
}

/// Listens.
pub fn begin() {
    dom::listen("click", |event| {
        if dom::around(event, "[data-stay]").is_some() {
            GOING.take();
            dialog::close();
        } else if dom::around(event, "[data-go]").is_some()
            && let Some(going) = GOING.take()
        {
            dialog::close();
            for form in dom::every(HELD) {
                touched::forget(&form);
            }
            look();
            go(&going);
        }
    });
}

/// Whether leaving the page would lose something.
pub fn holds() -> bool {
    dom::first(HELD).is_some()
}

/// Whether an answer to a step would lose something: on the same page a form stays that the answer has too.
pub fn loses(answer: &Answer) -> bool {
    let held = dom::every(HELD);
    if held.is_empty() || swap::place(answer) == Place::Another {
        return !held.is_empty();
    }
    let fresh = elements(answer.page.query_selector_all("main form"));
    let fresh: Vec<Who> = fresh.iter().map(|form| Who::of(form)).collect();
    let has = |held: Who| fresh.iter().any(|form| form.is(&held) || form.resembles(&held));
    !held.iter().all(|form| has(Who::of(form)))
}

/// Asks whether to leave.
pub fn ask(going: Going) {
    match dom::template("leave") {
        Some(question) => {
            GOING.set(Some(going));
            dialog::show(&question);
        }
        None => go(&going),
    }
}

fn go(going: &Going) {
    match going {
        Going::To(address) => step::go(address, Entry::Push),
        Going::By(form) => forms::send(form, None),
    }
}

/// Has the browser ask from now on, or no more.
pub fn look() {
    if holds() {
        ASKS.with(|asks| dom::window().set_onbeforeunload(Some(asks)));
    } else {
        release();
    }
}

/// The document is left on purpose.
pub fn release() {
    dom::window().set_onbeforeunload(None);
}
