//! What somebody was typing on a page that goes: for the form of the new page, or for copying. Never passwords.

use crate::forms::{FormEcho, FormOutcome, holds_secret};
use domain::error::PortalError;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::js_sys::{self, Array};
use web_sys::{Element, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, NodeList};

/// Marks a form that somebody typed into.
const MARK: &str = "data-typed";
/// Its value on a form that began with what somebody had typed before.
pub const REFILLED: &str = "refilled";

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The first form, as it would have been posted.
    pub form: Option<FormEcho>,
    /// Labels and texts of all of them, a line each.
    pub text: String,
}

/// Notes on each form whether somebody types into it.
pub fn note(event: web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let form = target.and_then(|target| target.closest("form[method=post]").ok().flatten());
    if let Some(form) = form.filter(|form| !form.has_attribute(MARK)) {
        let _ = form.set_attribute(MARK, "");
    }
}

/// Whether somebody typed into a form of the page.
pub fn any() -> bool {
    document().query_selector("form[data-typed]").is_ok_and(|form| form.is_some())
}

impl Typed {
    /// Reads the page.
    pub fn read() -> Self {
        let mut typed = Self::default();
        for form in elements(document().query_selector_all("form[data-typed]").ok()) {
            typed.form = typed.form.or_else(|| posted(&form));
            let refilled = form.get_attribute(MARK).as_deref() == Some(REFILLED);
            for field in elements(form.query_selector_all("input, textarea").ok()) {
                if let Some((value, before)) = value(&field)
                    && (refilled || value != before)
                {
                    typed.add(&field, &value);
                }
            }
        }
        typed
    }

    fn add(&mut self, field: &Element, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let apart = if value.contains('\n') { ":\n" } else { ": " };
        for part in [label(field).as_str(), apart, value] {
            self.text.push_str(part);
        }
    }
}

/// The form as it would be posted now, without what is secret.
fn posted(form: &Element) -> Option<FormEcho> {
    let action = form.get_attribute("action")?;
    let data = FormData::new_with_form(form.unchecked_ref::<HtmlFormElement>()).ok()?;
    let mut fields = Vec::new();
    for entry in js_sys::try_iter(&data).ok()??.flatten() {
        let pair: Array = entry.dyn_into().ok()?;
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string())
            && !holds_secret(&name)
        {
            fields.push((name, value));
        }
    }
    // As after signing in again: filled in, and not sent.
    Some(FormEcho { form: action, fields, outcome: FormOutcome::Failed(PortalError::SignInRequired) })
}

/// What a field of text holds, and held at first; `None` for any other, and for passwords.
fn value(field: &Element) -> Option<(String, String)> {
    if holds_secret(&field.get_attribute("name")?) {
        return None;
    }
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        return Some((area.value(), area.default_value().unwrap_or_default()));
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    let is_text = matches!(input.type_().as_str(), "text" | "email" | "tel" | "url" | "number" | "date" | "search");
    is_text.then(|| (input.value(), input.default_value()))
}

fn label(field: &Element) -> String {
    let of_id = |id: String| document().query_selector(&format!("label[for=\"{id}\"]")).ok().flatten();
    let label = field.get_attribute("id").and_then(of_id).and_then(|label| label.text_content());
    let label = label.or_else(|| field.get_attribute("aria-label")).or_else(|| field.get_attribute("name"));
    label.unwrap_or_default().trim().to_owned()
}

fn elements(list: Option<NodeList>) -> impl Iterator<Item = Element> {
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| list.as_ref()?.get(index)?.dyn_into().ok())
}
