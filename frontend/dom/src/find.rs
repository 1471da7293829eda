//! Elements: finding them, copying them, showing them and giving them the focus.

use crate::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlTemplateElement, Node, NodeList};

/// The element with an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).and_then(|found| found.dyn_into().ok())
}

/// The first element of the page that a selector finds.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
}

/// The first element below another.
pub fn first_in(parent: &Element, selector: &str) -> Option<HtmlElement> {
    query(parent, selector)?.dyn_into().ok()
}

/// Every element of the page that a selector finds.
pub fn every(selector: &str) -> Vec<HtmlElement> {
    elements(document().query_selector_all(selector).ok().as_ref())
}

/// Every element below another.
pub fn every_in(parent: &Element, selector: &str) -> Vec<HtmlElement> {
    elements(parent.query_selector_all(selector).ok().as_ref())
}

fn elements(found: Option<&NodeList>) -> Vec<HtmlElement> {
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// The first element below another that a selector finds, of whatever kind.
pub fn query(parent: &Element, selector: &str) -> Option<Element> {
    parent.query_selector(selector).ok().flatten()
}

/// The nearest element around another, that element included.
pub fn closest(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.closest(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
}

/// Whether a selector finds an element.
pub fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// What an event is about.
pub fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The nearest element around what an event is about, that element included.
pub fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    closest(&target(event)?, selector)
}

/// A copy for this document, with all that is in it.
pub fn copy(node: &Node) -> Option<Node> {
    document().import_node_with_deep(node, true).ok()
}

/// A copy of what a `<template data-template="NAME">` of the page holds.
pub fn template(name: &str) -> Option<HtmlElement> {
    let found = document().query_selector(&["template[data-template=\"", name, "\"]"].concat()).ok().flatten()?;
    let content = found.dyn_into::<HtmlTemplateElement>().ok()?.content();
    let first = content.first_element_child()?;
    copy(&first)?.dyn_into().ok()
}

/// What the page says where nothing came back: that there is no network, or that the portal did not answer.
pub fn no_answer() -> Option<HtmlElement> {
    template(if window().navigator().on_line() { "unreachable" } else { "offline" })
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element().and_then(|active| active.dyn_into().ok())
}

/// Gives the focus.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Whether a popover is shown.
pub fn is_open(popover: &Element) -> bool {
    matches(popover, ":popover-open")
}

/// Shows a popover.
pub fn open(popover: &HtmlElement) {
    let _ = popover.show_popover();
}

/// Hides a popover.
pub fn shut(popover: &HtmlElement) {
    let _ = popover.hide_popover();
}
