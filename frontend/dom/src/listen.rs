//! Events: hearing them, and what is pressed with them.

use crate::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, KeyboardEvent, MouseEvent};

/// Calls `heard` for every event of this kind on the document, before the element itself hears of it: also of the kinds
/// that stay at their element, such as `toggle` and `close`.
pub fn listen(kind: &str, heard: fn(&Event)) {
    listen_at(&document(), kind, Box::new(move |event| heard(&event)));
}

/// The same for an event of the window, such as `popstate`.
pub fn listen_window(kind: &str, heard: fn(&Event)) {
    listen_at(&window(), kind, Box::new(move |event| heard(&event)));
}

/// The same, of either, for what knows something.
pub fn listen_at(target: &EventTarget, kind: &str, heard: Box<dyn FnMut(Event)>) {
    let heard = Closure::wrap(heard);
    let _ = target.add_event_listener_with_callback_and_bool(kind, heard.as_ref().unchecked_ref(), true);
    // For as long as the document is there.
    heard.forget();
}

/// Whether a click means this page: the first button, and no key that asks for a tab or a window of its own.
pub fn is_plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key()
    })
}

/// Whether a key is pressed together with one that gives it another meaning.
pub fn is_modified(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
