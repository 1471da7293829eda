//! By what a node of an answer is recognised among those of the page.

use crate::history;
use dom::clean::elements;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Hidden inputs that differ between renderings of the same form.
const CHANGING: [&str; 5] = ["return_to", "next", "change[submission]", "change[version]", "change[seen]"];

/// By what a node is recognised among its siblings.
pub struct Who {
    /// What sort it is of, and its key; of a node without one, that of the first node in it that has one.
    is: String,
    /// What sort it is of, where it has no key.
    sort: Option<String>,
}

impl Who {
    /// Of a node.
    pub fn of(node: &Node) -> Self {
        let name = node.node_name();
        let Some(element) = node.dyn_ref::<Element>() else { return Self { is: name.clone(), sort: Some(name) } };
        let part = match name.as_str() {
            "FORM" => about(element),
            // Where it leads: a pointer that went down on one must not come up on another.
            "A" => history::path(&dom::get(element, "href")).to_owned(),
            "INPUT" => match element.get_attribute("name") {
                Some(name) => name + kind_of_input(element.get_attribute("type").as_deref()),
                None => String::new(),
            },
            _ => String::new(),
        };
        let sort = [&*name, " ", &part].concat();
        if let Some(key) = key(element).or_else(|| element.get_attribute("data-template")) {
            return Self { is: sort + "#" + &key, sort: None };
        }
        let holds = dom::query(element, "[data-key], [id]").as_ref().and_then(self::key);
        Self { is: [&*sort, " ", &holds.unwrap_or_default()].concat(), sort: Some(sort) }
    }

    /// Whether it is the same.
    pub fn is(&self, other: &Self) -> bool {
        self.is == other.is
    }

    /// Whether it may be the same all the same: what stands in it may have changed.
    pub fn resembles(&self, other: &Self) -> bool {
        self.sort.is_some() && self.sort == other.sort
    }
}

/// What a form is about: where it is sent, and what it says of itself in its own hidden inputs, but for what every rendering
/// has anew. Forms of one address that are about different things are different forms.
fn about(form: &Element) -> String {
    let mut about = dom::get(form, "action");
    if form.get_attribute("method").as_deref() == Some("post") {
        for input in elements(form.query_selector_all(":scope > input[type=hidden]")) {
            let name = dom::get(&input, "name");
            if !CHANGING.contains(&name.as_str()) {
                about = about + " " + &name + "=" + &dom::get(&input, "value");
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
