//! Tabs of one browser that work together: one of them is elected, and what one of them says all others hear.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name of the lock and of what the tabs share.
const NAME: &str = "portico-live";

#[wasm_bindgen]
extern "C" {
    // `web-sys` has it among what may still change. Browsers have it on secure origins only: elsewhere the call fails.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, held: &Closure<dyn FnMut(JsValue) -> Promise>) -> Result<Promise, JsValue>;
}

/// Calls `elected` once this tab is the one among those of this browser; it is until it is closed. Where tabs cannot agree,
/// each is.
pub fn elect(elected: impl Fn() + Clone + 'static) {
    let holds = elected.clone();
    let held = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |_| {
        holds();
        // Held for as long as this is not answered.
        Promise::new(&mut |_, _| {})
    });
    if request_lock(NAME, &held).is_err() {
        elected();
    }
    // For as long as the tab lives.
    held.forget();
}

/// The other tabs.
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    pub fn open() -> Self {
        Self(BroadcastChannel::new(NAME).ok())
    }

    /// Says something to all of them.
    pub fn say(&self, text: &str) {
        if let Some(channel) = &self.0 {
            // Nobody hears: nobody needs it.
            let _ = channel.post_message(&text.into());
        }
    }

    /// Calls `heard` with what one of them says.
    pub fn hear(&self, heard: impl Fn(&str) + 'static) {
        let Some(channel) = &self.0 else { return };
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(&text);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // For as long as the tab lives.
        heard.forget();
    }
}
