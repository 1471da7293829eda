//! The languages that tests read.

use crate::{Texts, texts_in};
use domain::person::Language;

pub(crate) fn en() -> &'static Texts {
    texts_in(Language::EN)
}

pub(crate) fn de() -> &'static Texts {
    texts_in(Language::DE)
}
