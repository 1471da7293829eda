//! The page, as the programs in the browser use it: finding elements, their attributes, listening, waiting.
//!
//! Listeners stand on the document and for as long as it does. Nothing is ever bound to an element that a step may
//! replace, so nothing leaks and nothing is bound twice.

pub mod answer;
mod attributes;
pub mod clean;
mod find;
mod listen;
mod wait;

pub use attributes::{digits, field, get, set, unset};
pub use find::{
    around, by_id, closest, copy, every, every_in, first, first_in, focus, focused, is_open, matches, no_answer, open,
    query, shut, target, template,
};
pub use listen::{is_modified, is_plain, listen, listen_at, listen_window};
pub use wait::{Timer, every_so_often, later, once, quiet, spawn};

use web_sys::{Document, Element, Window};

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

// A quarter of the standard one, in every program.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
