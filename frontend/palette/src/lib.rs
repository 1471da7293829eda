//! The program of the palette: what Ctrl or Cmd and K open, and the keys beside it. The client loads it with the first of
//! these keys, or with a click on the search icon, which it hears once more then.
//!
//! It finds nothing itself: the server answers what is found, and words and markup come with the answer. Its listeners
//! stand on the window, so that they hear before those of the client.

mod choice;
mod host;
mod keys;
mod palette;
mod rows;

use std::cell::Cell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Listens, for as long as the document is there.
#[wasm_bindgen]
pub fn begin() {
    if BEGUN.replace(true) {
        return;
    }
    dom::listen_window("keydown", keys::pressed);
    dom::listen_window("click", palette::clicked);
    dom::listen("input", palette::typed);
    dom::listen("toggle", palette::toggled);
    dom::listen("focusout", palette::left);
    dom::listen("focusin", |_| keys::paint());
    dom::listen("change", keys::switched);
    keys::paint();
}
