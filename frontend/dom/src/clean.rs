//! What is never taken over from an answer, whoever wrote it: nothing that runs, loads, or says how the document is to be
//! read.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlTemplateElement, NodeList};

const UNWANTED: &str = "script, style, link, meta, base, iframe, object, embed";

/// Takes it out of a page.
pub fn clean(page: &Document) {
    clean_in(&|selector| page.query_selector_all(selector));
}

fn clean_in(find: &dyn Fn(&str) -> Result<NodeList, JsValue>) {
    for unwanted in elements(find(UNWANTED)) {
        unwanted.remove();
    }
    for element in elements(find("*")) {
        for name in names(&element).iter().filter(|name| name.starts_with("on")) {
            let _ = element.remove_attribute(name);
        }
        // No selector looks into a template.
        if let Some(template) = element.dyn_ref::<HtmlTemplateElement>() {
            let content = template.content();
            clean_in(&|selector| content.query_selector_all(selector));
        }
    }
}

/// The names of an element's attributes.
pub fn names(element: &Element) -> Vec<String> {
    element.get_attribute_names().iter().filter_map(|name| name.as_string()).collect()
}

/// Elements of any kind, drawings too.
pub fn elements(found: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
