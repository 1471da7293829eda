//! The stream of events, while it is open.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

/// An open stream. It ends when it is dropped.
pub struct Stream {
    events: EventSource,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut()>,
}

impl Stream {
    /// Opens it: `heard` is called with every message, `failed` when it breaks.
    pub fn open(address: &str, heard: impl Fn(&str) + 'static, failed: impl Fn() + 'static) -> Option<Self> {
        let events = EventSource::new(address).ok()?;
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(&text);
            }
        });
        let failed = Closure::<dyn FnMut()>::new(failed);
        events.set_onmessage(Some(message.as_ref().unchecked_ref()));
        events.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self { events, _message: message, _failed: failed })
    }

    /// Ends it at once, also within its own event: what runs then is dropped a moment later.
    pub fn end(self) {
        self.events.close();
        dom::later(0, move || drop(self));
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.events.set_onmessage(None);
        self.events.set_onerror(None);
        self.events.close();
    }
}
