//! What a link that is a button to those who hear it owes them: it answers to the space bar too.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Listens.
pub fn begin() {
    dom::listen("keydown", |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ")
            && let Some(link) = dom::around(event, "a[role=button]")
        {
            event.prevent_default();
            link.click();
        }
    });
}
