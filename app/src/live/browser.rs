//! What the browser has for tabs that work together, as far as `web-sys` does not reach it.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsValue};
use web_sys::js_sys::Promise;

#[wasm_bindgen]
extern "C" {
    // `web-sys` has it among what may still change. Browsers have it on secure origins only: elsewhere the call fails.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, held: &Closure<dyn FnMut(JsValue) -> Promise>) -> Result<Promise, JsValue>;
}

/// Calls `elected` once this tab is the one among those of this browser that holds `name`; it is until it is closed.
/// Where tabs cannot agree, each is.
pub fn elect(name: &str, elected: impl Fn() + Clone + 'static) {
    let holds = elected.clone();
    let held = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |_| {
        holds();
        // Held for as long as this is not answered.
        Promise::new(&mut |_, _| {})
    });
    if request_lock(name, &held).is_err() {
        elected();
    }
    // For as long as the tab lives.
    held.forget();
}
