//! A button whose list is open: when the pointer goes down on it the browser closes the list, and the click that follows
//! must not open it again.

use std::cell::Cell;

thread_local! {
    /// Whether the pointer went down on such a button.
    static DOWN: Cell<bool> = const { Cell::new(false) };
    /// The same, for the click that follows.
    static CLOSING: Cell<bool> = const { Cell::new(false) };
}

/// Listens, before those that ask.
pub fn begin() {
    dom::listen("pointerdown", |event| DOWN.set(dom::around(event, "[aria-expanded=true]").is_some()));
    dom::listen("click", |_| CLOSING.set(DOWN.take()));
}

/// Whether the click that is heard only closes.
pub fn is_meant() -> bool {
    CLOSING.get()
}
