//! A page that takes the place of another one is faded in, where the browser can do that and the person likes it.

use crate::merge::Place;
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A `ViewTransition`, which `web-sys` has among what may still change.
    type Transition;

    #[wasm_bindgen(js_namespace = document, js_name = startViewTransition, catch)]
    fn start(update: &JsValue) -> Result<Transition, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &Transition) -> Promise;

    #[wasm_bindgen(method, getter)]
    fn finished(this: &Transition) -> Promise;
}

/// Puts a page in place, now or when the browser has taken its picture of the last one.
pub fn run(place: Place, put: impl FnOnce() + 'static) {
    if place == Place::Same || !is_wanted() {
        return put();
    }
    if let Ok(transition) = start(&dom::once(Box::new(put))) {
        // Skipped, in a tab that nobody sees say, they fail; nobody minds.
        for ended in [transition.ready(), transition.finished()] {
            dom::quiet(&ended);
        }
    }
}

fn is_wanted() -> bool {
    let motion = dom::window().match_media("(prefers-reduced-motion: no-preference)").ok().flatten();
    Reflect::has(&dom::document(), &JsValue::from_str("startViewTransition")).unwrap_or(false)
        && motion.is_some_and(|motion| motion.matches())
}
