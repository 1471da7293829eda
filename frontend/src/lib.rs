//! The WASM entry: wakes the page up that the server rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script once the WASM is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(app::App);
}
