//! Mail: written with the change that causes it, sent by a worker.

mod examples;
mod letter;
pub(crate) mod message;
mod preview;
pub(crate) mod templates;
mod worker;

pub use preview::{Preview, previews};
pub use templates::TemplateError;
pub use worker::{Mailbox, SentMail};
