//! By what a node of an answer is recognised among those of the page.

use dom::clean::elements;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Hidden inputs that differ between renderings of the same form.
const CHANGING: [&str; 5] = ["return_to", "next", "change[submission]", "change[version]", "change[seen]"];

/// By what a node is recognised among its siblings.
#[derive(PartialEq, Eq)]
pub struct Who {
    name: String,
    key: Option<String>,
    part: Option<String>,
    /// Of a node without a key: that of the first node in it that has one.
    holds: Option<String>,
}

impl Who {
    /// Of a node.
    pub fn of(node: &Node) -> Self {
        let name = node.node_name();
        let Some(element) = node.dyn_ref::<Element>() else { return Self { name, key: None, part: None, holds: None } };
        let attribute = |name| element.get_attribute(name);
        let key = key(element).or_else(|| attribute("data-template"));
        let keyed = || element.query_selector("[data-key], [id]").ok().flatten();
        let holds = if key.is_none() { keyed().as_ref().and_then(self::key) } else { None };
        let part = match name.as_str() {
            "FORM" => Some(about(element)),
            "INPUT" => attribute("name").map(|name| name + kind_of_input(attribute("type").as_deref())),
            _ => None,
        };
        Self { name, key, part, holds }
    }

    /// Whether it may be the same all the same: what stands in it may have changed.
    pub fn resembles(&self, other: &Self) -> bool {
        self.key.is_none() && other.key.is_none() && self.name == other.name && self.part == other.part
    }
}

/// What a form is about: where it is sent, and what it says of itself in its own hidden inputs, but for what every rendering
/// has anew. Forms of one address that are about different things are different forms.
fn about(form: &Element) -> String {
    let mut about = form.get_attribute("action").unwrap_or_default();
    if form.get_attribute("method").as_deref() == Some("post") {
        for input in elements(form.query_selector_all(":scope > input[type=hidden]")) {
            let name = input.get_attribute("name").unwrap_or_default();
            if !CHANGING.contains(&name.as_str()) {
                about = about + " " + &name + "=" + &input.get_attribute("value").unwrap_or_default();
            }
        }
    }
    about
}

fn key(element: &Element) -> Option<String> {
    element.get_attribute("data-key").or_else(|| element.get_attribute("id"))
}

/// Inputs of one name that are of different kinds are not the same.
fn kind_of_input(kind: Option<&str>) -> &'static str {
    match kind {
        Some("hidden") => " hidden",
        Some("checkbox" | "radio") => " box",
        Some(_) | None => " text",
    }
}
