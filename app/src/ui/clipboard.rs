//! What the browser's clipboard offers to pages.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsValue};
use web_sys::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    // As `web-sys` has it, a page on an insecure origin would panic: browsers have no clipboard there.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Puts text where it can be pasted from, and says when it is there. A browser may refuse: the text can still be picked by
/// hand.
pub fn copy(text: &str, copied: impl FnOnce() + 'static) {
    if let Ok(written) = write_text(text) {
        let done = Closure::once(move |_: JsValue| copied());
        let refused = Closure::once(|_: JsValue| {});
        let _ = written.then2(&done, &refused);
        // One of them is called, once.
        done.forget();
        refused.forget();
    }
}
