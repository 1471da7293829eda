//! What the languages are called.

use crate::ProfileText;
use domain::person::Language;

impl ProfileText {
    /// A language, in its own words.
    pub const fn language(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.language_en,
            Language::De => self.language_de,
        }
    }
}
