//! A page that is asked for when the pointer goes down on its link, for the click that follows and for nothing else.

use crate::links;
use dom::answer;
use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, PointerEvent};

thread_local! {
    static EARLY: RefCell<Option<(String, Promise)>> = const { RefCell::new(None) };
}

/// Listens.
pub fn begin() {
    for over in ["pointerup", "pointercancel", "dragend"] {
        // The click comes first, if there is one.
        dom::listen(over, |_| {
            dom::later(0, forget);
        });
    }
    dom::listen("pointerdown", |event| {
        forget();
        let link = dom::around(event, "a[href]").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        // A finger may be about to scroll.
        let is_mouse = event
            .dyn_ref::<PointerEvent>()
            .is_some_and(|event| dom::is_plain(event) && event.pointer_type() == "mouse");
        if let Some(address) = link.filter(|_| is_mouse).and_then(|link| links::address_of(&link))
            && let Some(answering) = answer::ask(&address)
        {
            // Nobody may ever wait for it.
            dom::quiet(&answering);
            EARLY.set(Some((address, answering)));
        }
    });
}

/// The answer to come, if this page was asked for. Afterwards nothing is.
pub fn take(address: &str) -> Option<Promise> {
    EARLY.take().filter(|(asked, _)| asked == address).map(|(_, answering)| answering)
}

/// Something else happens: nothing is asked for early any more.
pub fn forget() {
    EARLY.take();
}
