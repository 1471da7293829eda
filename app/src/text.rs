//! The words of the page that is being written.

use crate::request::language;
use texts::{Texts, texts_in};

/// The words in the language of the page.
pub fn texts() -> &'static Texts {
    texts_in(language())
}
