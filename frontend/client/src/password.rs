//! The button that shows and hides what was typed into a password field.

use web_sys::HtmlElement;

/// Listens.
pub fn begin() {
    dom::listen("click", |event| {
        if let Some(button) = dom::around(event, "[data-password]") {
            turn(&button);
        }
    });
}

fn turn(button: &HtmlElement) {
    let field = button.get_attribute("aria-controls").and_then(|id| dom::by_id(&id));
    let Some(field) = field else { return };
    let field = dom::field(&field);
    let (kind, pressed, text) = match field.type_().as_str() {
        "password" => ("text", "true", "data-hide"),
        _ => ("password", "false", "data-show"),
    };
    field.set_type(kind);
    dom::set(button, "aria-pressed", pressed);
    button.set_text_content(button.get_attribute(text).as_deref());
}
