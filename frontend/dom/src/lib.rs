//! The page, as the programs in the browser use it: finding elements, listening, waiting.
//!
//! Listeners stand on the document and for as long as it does. Nothing is ever bound to an element that a step may
//! replace, so nothing leaks and nothing is bound twice.

pub mod answer;
pub mod clean;

use js_sys::{Function, Number, Promise};
use std::pin::Pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlTemplateElement, KeyboardEvent,
    MouseEvent, Node, NodeList, Window,
};

/// The window.
///
/// # Panics
/// Outside of a page.
pub fn window() -> Window {
    // INVARIANT: the programs are loaded by pages alone.
    web_sys::window().expect("a page has a window")
}

/// The document that is shown.
///
/// # Panics
/// Outside of a page.
pub fn document() -> Document {
    // INVARIANT: as above.
    window().document().expect("a window has a document")
}

/// The element `html`.
///
/// # Panics
/// Outside of a page.
pub fn root() -> Element {
    // INVARIANT: an HTML document has one, and no step replaces it.
    document().document_element().expect("a document has a root")
}

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

/// What an event is about.
pub fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The nearest element around what an event is about, that element included.
pub fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    closest(&target(event)?, selector)?.dyn_into().ok()
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element().and_then(|active| active.dyn_into().ok())
}

/// Gives the focus.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Whether a click means this page: the first button, and no key that asks for a tab or a window of its own.
pub fn is_plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key()
    })
}

/// Whether a key is pressed together with one that gives it another meaning.
pub fn is_modified(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// The first element below another that a selector finds, of whatever kind.
pub fn query(parent: &Element, selector: &str) -> Option<Element> {
    parent.query_selector(selector).ok().flatten()
}

/// The nearest element around another, that element included.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether a selector finds an element.
pub fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

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

/// Shows a popover.
pub fn open(popover: &HtmlElement) {
    let _ = popover.show_popover();
}

/// Hides a popover.
pub fn shut(popover: &HtmlElement) {
    let _ = popover.hide_popover();
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

/// Calls `heard` for every event of this kind on the document, before the element itself hears of it: also of the kinds
/// that stay at their element, such as `toggle` and `close`.
pub fn listen(kind: &str, heard: fn(&Event)) {
    listen_at(&document(), kind, Box::new(move |event| heard(&event)));
}

/// The same for an event of the window, such as `popstate`.
pub fn listen_window(kind: &str, heard: fn(&Event)) {
    listen_at(&window(), kind, Box::new(move |event| heard(&event)));
}

/// The same, of either, for what knows something.
pub fn listen_at(target: &EventTarget, kind: &str, heard: Box<dyn FnMut(Event)>) {
    let heard = Closure::wrap(heard);
    let _ = target.add_event_listener_with_callback_and_bool(kind, heard.as_ref().unchecked_ref(), true);
    // For as long as the document is there.
    heard.forget();
}

/// Runs something that waits.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(task));
}

// Once for all tasks: each would bring its own copy along.
fn spawn_boxed(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

/// Has the browser not complain when something fails that nobody may wait for.
pub fn quiet(promise: &Promise) {
    thread_local! {
        static NOTHING: Closure<dyn FnMut(JsValue)> = Closure::wrap(Box::new(drop::<JsValue>));
    }
    NOTHING.with(|nothing| drop(promise.catch(nothing)));
}

/// Something that happens later. Dropping it does not end it; [`Timer::stop`] does.
#[derive(Debug, Clone, Copy)]
pub struct Timer(i32);

impl Timer {
    /// Does not happen any more, if it has not yet.
    pub fn stop(self) {
        window().clear_timeout_with_handle(self.0);
    }
}

/// Calls `then` after so many milliseconds.
pub fn later(milliseconds: i32, then: impl FnOnce() + 'static) -> Timer {
    let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&once(Box::new(then)), milliseconds);
    Timer(set.unwrap_or_default())
}

/// Calls `again` every so many milliseconds, for as long as the document is there.
pub fn every_so_often(milliseconds: i32, again: impl FnMut() + 'static) {
    let again = Closure::<dyn FnMut()>::new(again);
    let _ =
        window().set_interval_with_callback_and_timeout_and_arguments_0(again.as_ref().unchecked_ref(), milliseconds);
    again.forget();
}

/// Calls `then` before the next picture is drawn.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&once(Box::new(then)));
}

/// A function of the browser's that calls `then`, once.
pub fn once(then: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(then).unchecked_into()
}

// A quarter of the standard one, in every program.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
