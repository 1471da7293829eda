//! The words of mails: files with built-in defaults, in each language a subject, a text and an HTML version.
//!
//! A provider's own files take the place of the built-in ones. All are tried when the portal starts, so that a mistake
//! shows then and not when a mail is due.

use crate::base::error::Failure;
use crate::mail::examples::Examples;
use crate::unit::mail_limits::Over;
use crate::unit::outbox::Mail;
use domain::id::{AccountId, ContactId};
use domain::person::Language;
use domain::text::is_plain;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub(crate) use crate::mail::letter::{Because, Entry, Letter, Signature, plain};

/// A mail in one person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// The name of its template.
    pub(crate) letter: &'static str,
    /// What becomes of it over a limit.
    pub(crate) over: Over,
}

impl Rendered {
    /// Addressed: `contact` as in [`Mail::contact`].
    pub(crate) fn to(self, recipient: String, contact: Option<(AccountId, ContactId)>) -> Mail {
        let Self { subject, text, html, letter, over } = self;
        Mail { recipient, letter, subject, text, html, contact, over, limit: None }
    }
}

/// All templates, the provider's own in place of the built-in ones.
#[derive(Debug)]
pub(crate) struct Templates {
    environment: Environment<'static>,
    brand: String,
    support: String,
}

/// A template of the provider's that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The file or the folder can't be read.
    #[error("{path}: {error}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file takes no template's place: its name is mistyped, say.
    #[error("{path}: no mail has a template of this name")]
    Unknown {
        /// Which file.
        path: PathBuf,
    },
    /// The file is no template, or uses what there is not.
    #[error("{path}: {problem}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
}

macro_rules! shared {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../templates/", $name))),)+]
    };
}

/// What the files of several mails are made of.
const SHARED: [(&str, &str); 6] =
    shared!["layout.html", "button.html", "en/because.txt", "en/because.html", "de/because.txt", "de/because.html"];

macro_rules! letters {
    ($($language:literal: $($name:literal),+;)+) => {
        &[$($(
            letters!(@one $language, $name, ".subject"),
            letters!(@one $language, $name, ".txt"),
            letters!(@one $language, $name, ".html"),
        )+)+]
    };
    (@one $language:literal, $name:literal, $end:literal) => {
        (concat!($language, "/", $name, $end), include_str!(concat!("../../templates/", $language, "/", $name, $end)))
    };
}

const LETTERS: &[(&str, &str)] = letters! {
    "en": "contact_added", "reset_password", "password_changed", "new_browser", "invited", "access_given",
        "invitation_answered", "access_changed", "profile_changed", "access_requested", "request_decided", "confirm_email",
        "email_changing", "email_changed", "email_taken", "contact_left", "viewed_as", "several_changes";
    "de": "contact_added", "reset_password", "password_changed", "new_browser", "invited", "access_given",
        "invitation_answered", "access_changed", "profile_changed", "access_requested", "request_decided", "confirm_email",
        "email_changing", "email_changed", "email_taken", "contact_left", "viewed_as", "several_changes";
};

fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHARED.iter().chain(LETTERS).copied()
}

/// What the files of templates end with.
const ENDS: [&str; 3] = ["subject", "txt", "html"];

/// What a template could not do.
#[derive(Debug)]
struct Problem {
    /// The file it was in, `en/reset_password.txt` say.
    file: String,
    text: String,
}

impl Templates {
    /// The built-in templates, with those found in `folder` (`en/reset_password.txt` say) in their place.
    ///
    /// # Errors
    /// When one of the files can't be read or used, or takes no template's place.
    pub(crate) fn load(folder: &Path, brand: &str, support: &str) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html")) => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        refuse_strangers(folder)?;
        for (name, source) in built_in() {
            let path = folder.join(name);
            let malformed = |problem: minijinja::Error| TemplateError::Malformed {
                path: path.clone(),
                problem: problem.to_string(),
            };
            match std::fs::read_to_string(&path) {
                Ok(own) => environment.add_template_owned(name, own).map_err(malformed)?,
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    environment.add_template(name, source).map_err(malformed)?;
                }
                Err(error) => return Err(TemplateError::File { path, error }),
            }
        }
        let templates = Self { environment, brand: brand.to_owned(), support: support.to_owned() };
        templates.try_all(folder)?;
        Ok(templates)
    }

    fn try_all(&self, folder: &Path) -> Result<(), TemplateError> {
        let examples = Examples::new("https://portal.example");
        for language in Language::ALL {
            for letter in examples.letters() {
                self.try_one(folder, language, &letter)?;
            }
        }
        Ok(())
    }

    /// Writes a letter; what is wrong with a template is said of its file in `folder`.
    ///
    /// # Errors
    /// When the template fails, or its subject is not one line.
    pub(crate) fn try_one(
        &self,
        folder: &Path,
        language: Language,
        letter: &Letter<'_>,
    ) -> Result<Rendered, TemplateError> {
        self.write(language, letter)
            .map_err(|Problem { file, text }| TemplateError::Malformed { path: folder.join(file), problem: text })
    }

    fn write(&self, language: Language, letter: &Letter<'_>) -> Result<Rendered, Problem> {
        let (data, brand, support) = (letter.data(language), &self.brand, &self.support);
        let base = context! { brand => brand, support => support, language => language.tag(), ..data };
        let subject = self.part(language, letter, "subject", &base)?.trim().to_owned();
        // INVARIANT: a subject is one line; whatever stood in a name, it starts no header of its own.
        if subject.is_empty() || !subject.chars().all(is_plain) {
            let file = file(language, letter, "subject");
            return Err(Problem { file, text: "it does not make one line of text".to_owned() });
        }
        let all = context! { subject => &subject, ..base };
        let text = self.part(language, letter, "txt", &all)?;
        let html = self.part(language, letter, "html", &all)?;
        Ok(Rendered { subject, text, html, letter: letter.name(), over: letter.over() })
    }

    fn part(&self, language: Language, letter: &Letter<'_>, end: &str, data: &Value) -> Result<String, Problem> {
        let file = file(language, letter, end);
        self.environment.get_template(&file).and_then(|template| template.render(data.clone())).map_err(|error| {
            // It may lie in what the file is made of, in the layout say.
            let file = error.name().map_or(file, ToOwned::to_owned);
            Problem { file, text: error.to_string() }
        })
    }
}

fn file(language: Language, letter: &Letter<'_>, end: &str) -> String {
    format!("{}/{}.{end}", language.tag(), letter.name())
}

/// A file whose name is mistyped would do nothing, and nobody would notice.
fn refuse_strangers(folder: &Path) -> Result<(), TemplateError> {
    let folders = Language::ALL.map(|language| folder.join(language.tag()));
    for place in std::iter::once(folder).chain(folders.iter().map(PathBuf::as_path)) {
        let failed = |error| TemplateError::File { path: place.to_owned(), error };
        let entries = match std::fs::read_dir(place) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(error)),
        };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            let is_template = path.extension().is_some_and(|end| ENDS.iter().any(|known| end == *known));
            if is_template && !built_in().any(|(name, _)| folder.join(name) == path) {
                return Err(TemplateError::Unknown { path });
            }
        }
    }
    Ok(())
}

/// Writes a letter in a language.
///
/// # Errors
/// When the template fails, or its subject is not one line.
pub(crate) fn render(templates: &Templates, language: Language, letter: &Letter<'_>) -> Result<Rendered, Failure> {
    templates
        .write(language, letter)
        .map_err(|problem| Failure::Fault(format!("mail template {}: {}", problem.file, problem.text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn templates() -> Templates {
        Templates::load(Path::new("/nonexistent"), "Portico", "help@portico.example")
            .expect("the built-in ones are sound")
    }

    #[test]
    fn names_become_no_links_no_markup_and_no_headers() {
        let evil = "Win at https://evil.example\r\nBcc: all@evil.example <script>alert(1)</script>";
        let letter = Letter::ContactAdded {
            name: "Anna",
            by: Signature { name: evil, email: evil },
            account: "www.evil.example",
            sign_in: Some("https://portal.example/sign-in"),
        };
        for language in [Language::En, Language::De] {
            let mail = render(&templates(), language, &letter).expect("it renders");
            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(!part.contains("evil.example") && !part.contains("https://evil"), "{part}");
            }
            assert!(!mail.subject.contains(['\r', '\n']), "{}", mail.subject);
            assert!(!mail.html.contains("<script>"), "{}", mail.html);
            assert!(mail.text.contains("https://portal.example/sign-in"), "{}", mail.text);
        }
    }

    #[test]
    fn a_link_says_how_long_it_works() {
        let write = |valid_seconds| {
            let letter =
                Letter::ResetPassword { name: "Anna", link: "https://portal.example/reset/abc", valid_seconds };
            render(&templates(), Language::En, &letter).expect("it renders").text
        };
        assert!(write(3600).contains("for 60 minutes"));
        assert!(write(7 * 86_400).contains("for 7 days"));
    }

    #[test]
    fn the_provider_s_own_file_takes_the_place_of_a_built_in_one() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("en")).expect("a folder");
        let file = folder.path().join("en/reset_password.subject");
        std::fs::write(&file, "{{ brand }}: new password").expect("written");
        let templates = Templates::load(folder.path(), "Acme", "help@acme.example").expect("sound");
        let letter = Letter::ResetPassword { name: "Anna", link: "https://x.example", valid_seconds: 3600 };
        assert_eq!(render(&templates, Language::En, &letter).expect("it renders").subject, "Acme: new password");

        std::fs::write(&file, "{{ brand }}").expect("written");
        for (name, own) in [
            ("en/reset_password.subject", "{{ nonsense }}"),
            ("en/reset_password.subject", "{{ brand"),
            ("en/reset_password.subject", "two\nlines"),
            ("de/contact_added.txt", "{% include 'nothing.txt' %}"),
            ("layout.html", "{{ nonsense }}"),
            ("en/reset_pasword.txt", "mistyped"),
            ("footer.html", "of nothing"),
        ] {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            let before = std::fs::read(&file).ok();
            std::fs::write(&file, own).expect("written");
            let refused = Templates::load(folder.path(), "Acme", "help@acme.example").map(|_| ());
            let told = refused.expect_err(own).to_string();
            assert!(told.starts_with(&file.display().to_string()), "{own}: {told}");
            match before {
                Some(before) => std::fs::write(&file, before).expect("written"),
                None => std::fs::remove_file(&file).expect("removed"),
            }
        }
        std::fs::write(folder.path().join("README"), "ours").expect("written");
        Templates::load(folder.path(), "Acme", "help@acme.example").expect("what is no template is left alone");
    }

    #[test]
    fn every_template_has_an_example_and_every_letter_a_template_in_each_language() {
        let examples = Examples::new("https://portal.example");
        let named: BTreeSet<String> = examples
            .letters()
            .iter()
            .flat_map(|letter| Language::ALL.map(|language| ENDS.map(|end| file(language, letter, end))))
            .flatten()
            .collect();
        let there: BTreeSet<String> = LETTERS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(named, there);
    }

    #[test]
    fn the_provider_s_layout_is_around_every_mail() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("layout.html"), "<b>{{ brand }}</b>{% block content %}{% endblock %}")
            .expect("written");
        let templates = Templates::load(folder.path(), "Acme", "help@acme.example").expect("sound");
        for letter in Examples::new("https://portal.example").letters() {
            for language in Language::ALL {
                let mail = render(&templates, language, &letter).expect("it renders");
                assert!(mail.html.starts_with("<b>Acme</b>"), "{}", mail.html);
            }
        }
    }
}
