//! The languages that tests read.

use crate::{Texts, texts_in};
use domain::person::Language;

pub(crate) fn en() -> &'static Texts {
    texts_in(Language::En)
}

pub(crate) fn de() -> &'static Texts {
    texts_in(Language::De)
}
