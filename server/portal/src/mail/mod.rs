//! Mail: written with the change that causes it, sent by a worker.

pub mod outbox;

mod examples;
mod letter;
pub(crate) mod limits;
pub(crate) mod message;
mod preview;
pub(crate) mod templates;

pub use outbox::SentMail;
pub use preview::{Preview, previews};
pub use templates::TemplateError;
