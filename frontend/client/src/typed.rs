//! What somebody was typing in forms that the page may lose: for copying. Never passwords.

use web_sys::{Element, HtmlElement};

/// Forms that somebody has typed into.
const TOUCHED: &str = "form[method=post][data-touched]";
/// Where text is typed. What is a password is told by its purpose: while it is shown it is a field as any other.
const FIELDS: &str = "input[name]:not([autocomplete$=\"-password\"], [type=password], [type=hidden], [type=checkbox], [type=radio], [type=file]), \
     textarea[name]";
/// Passwords.
const SECRETS: &str = "input[autocomplete$=\"-password\"]";

/// A form that somebody has typed into.
pub struct Typed {
    pub form: HtmlElement,
    /// Labels and texts, a line each.
    pub text: String,
}

/// Whether somebody has typed into a form of the page.
pub fn any_touched() -> bool {
    dom::first(TOUCHED).is_some()
}

/// What was typed, form by form.
pub fn each() -> Vec<Typed> {
    dom::every(TOUCHED).into_iter().map(|form| Typed { text: text(&form), form }).collect()
}

/// All that was typed.
pub fn read() -> String {
    join(each())
}

/// The texts of several forms as one.
pub fn join(typed: impl IntoIterator<Item = Typed>) -> String {
    let texts: Vec<String> = typed.into_iter().map(|typed| typed.text).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

/// Takes the passwords out of a form that stays, as the notice on it says.
pub fn forget_passwords(form: &Element) {
    for field in dom::every_in(form, SECRETS) {
        dom::field(&field).set_value("");
    }
}

fn text(form: &Element) -> String {
    // What the server sent back to be mended stands in the fields from the start.
    let refilled = form.get_attribute("data-touched").as_deref() == Some("refilled");
    let mut text = String::new();
    for field in dom::every_in(form, FIELDS) {
        let value = dom::field(&field).value();
        if (refilled || value != dom::field(&field).default_value()) && !value.trim_ascii().is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            let apart = if value.bytes().any(|letter| letter == b'\n') { ":\n" } else { ": " };
            for part in [label(&field).as_str(), apart, &value] {
                text.push_str(part);
            }
        }
    }
    text
}

fn label(field: &HtmlElement) -> String {
    let of_id = |id: String| dom::first(&["label[for=\"", &id, "\"]"].concat());
    let label = field.get_attribute("id").and_then(of_id).and_then(|label| label.text_content());
    let label = label.or_else(|| field.get_attribute("aria-label")).or_else(|| field.get_attribute("name"));
    label.unwrap_or_default().trim_ascii().to_owned()
}
