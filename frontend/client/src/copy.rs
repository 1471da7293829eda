//! The button that copies a text to the clipboard, and says so.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    // As `web-sys` has it, a page on an insecure origin would panic: browsers have no clipboard there.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Listens.
pub fn begin() {
    dom::listen("click", |event| {
        if let Some(button) = dom::around(event, "[data-copy]") {
            copy(button);
        }
    });
}

fn copy(button: HtmlElement) {
    let Some(written) = selected(&button).and_then(|text| write_text(&text).ok()) else { return };
    dom::spawn(async move {
        if JsFuture::from(written).await.is_ok() {
            let text = dom::first_in(&button, ".button-text").unwrap_or_else(|| button.clone());
            text.set_text_content(button.get_attribute("data-copied").as_deref());
        }
    });
}

/// The text that the button is for. It stands selected then: where the browser refuses, it is copied by hand.
fn selected(button: &HtmlElement) -> Option<String> {
    let source = match button.get_attribute("aria-controls") {
        Some(id) => dom::by_id(&id),
        None => dom::closest(button, ".copy-field").and_then(|field| dom::first_in(&field, "input")),
    }?;
    dom::field(&source).select();
    Some(dom::field(&source).value())
}
