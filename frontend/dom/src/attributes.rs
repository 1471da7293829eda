//! What an element says: its attributes, and what is typed into it.

use js_sys::Number;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Takes an attribute away.
pub fn unset(element: &Element, name: &str) {
    let _ = element.remove_attribute(name);
}

/// An attribute; empty when it is missing.
pub fn get(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// A field, as what inputs and text areas have in common: texts and ticks.
pub fn field(element: &Element) -> &HtmlInputElement {
    element.unchecked_ref()
}

/// A whole number in digits, by the browser.
pub fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}
