//! Mail: written with the change that causes it, sent by a worker.

pub(crate) mod letter;
pub(crate) mod message;
pub(crate) mod settings;
pub(crate) mod templates;
pub(crate) mod words;

pub use templates::TemplateError;
