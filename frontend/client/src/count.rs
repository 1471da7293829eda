//! A count, said in words of the page.

use js_sys::JsString;
use web_sys::HtmlElement;

/// Says it. Where it stands in the words they have `{count}`.
pub fn say(place: &HtmlElement, words: Option<String>, count: usize) {
    let text = JsString::from(words.unwrap_or_default())
        .replace("{count}", &dom::digits(u32::try_from(count).unwrap_or(u32::MAX).into()));
    let text = Some(String::from(text));
    // The same said again would be read out again.
    if place.text_content() != text {
        place.set_text_content(text.as_deref());
    }
}
