//! Each mail with made-up data, for a provider who edits templates.

use crate::mail::examples::Examples;
use crate::mail::templates::{TemplateError, Templates};
use crate::unit::core::Config;
use domain::person::Language;

/// A mail with made-up data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The name of its template's files.
    pub name: &'static str,
    /// Its language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// Every mail in every language and form, as the provider's templates write it.
///
/// # Errors
/// When one of the provider's files can't be used.
pub fn previews(config: &Config) -> Result<Vec<Preview>, TemplateError> {
    let templates = Templates::load(&config.mail_templates, &config.provider.name, &config.provider.support_email)?;
    let examples = Examples::new(&config.public_url);
    let mut previews = Vec::new();
    for letter in examples.letters() {
        for language in Language::ALL {
            let mail = templates.try_one(&config.mail_templates, language, &letter)?;
            let name = letter.name();
            previews.push(Preview { name, language, subject: mail.subject, text: mail.text, html: mail.html });
        }
    }
    Ok(previews)
}
