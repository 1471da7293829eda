//! The templates of mails: files with built-in defaults, a text and an HTML version for all languages. What they say are
//! words of the catalogue.
//!
//! A provider's own files take the place of the built-in ones. All are tried when the portal starts, so that a mistake
//! shows then and not when a mail is due.

use crate::base::error::Failure;
use crate::base::origin::Origin;
use crate::mail::letter::{BREAK, Draft, Letter, Listed, Over, Sample, built_in};
use crate::mail::words;
use domain::colour::Colour;
use domain::person::Language;
use domain::provider::Provider;
use domain::text::is_plain;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

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

/// All templates, the provider's own in place of the built-in ones.
#[derive(Debug)]
pub(crate) struct Templates {
    environment: Environment<'static>,
    sender: Sender,
}

/// What every mail shows of the provider.
#[derive(Debug, Clone)]
pub(crate) struct Sender {
    name: String,
    support: String,
    colour: Colour,
    logo: Option<Logo>,
    /// Who the provider is, and where; empty where nothing is set.
    footer: String,
}

#[derive(Debug, Clone)]
struct Logo {
    /// Its whole address.
    address: String,
    /// Whether it stands in place of the name.
    wide: bool,
}

/// The portal's own colour.
const COLOUR: Colour = Colour::of(0x000b_6070);

impl Sender {
    /// The provider, in mails from the portal at this address.
    pub(crate) fn of(provider: &Provider, origin: &Origin) -> Self {
        let brand = &provider.brand;
        // What shows mails draws no SVG, and often no WebP.
        let drawn = |address: &&String| matches!(address.rsplit('.').next(), Some("png" | "jpg"));
        let logo = |address: Option<&String>, wide| {
            address.filter(drawn).map(|address| Logo { address: origin.to(address), wide })
        };
        Self {
            name: provider.name.clone(),
            support: provider.support_email.clone(),
            colour: brand.mail_colour.or(brand.colour).unwrap_or(COLOUR),
            logo: logo(brand.logo_wide.as_ref(), true).or_else(|| logo(brand.logo.as_ref(), false)),
            footer: brand.mail_footer.clone().unwrap_or_default(),
        }
    }

    /// What every template gets.
    fn data(&self) -> Value {
        context! {
            brand => &self.name,
            support => &self.support,
            colour => self.colour.to_string(),
            ink => self.colour.ink().to_string(),
            logo => self.logo.as_ref().map(|logo| logo.address.clone()),
            wide => self.logo.as_ref().is_some_and(|logo| logo.wide),
            footer => self.footer.lines().collect::<Value>(),
        }
    }
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

/// What the files of several mails are made of.
const SHARED: [(&str, &str); 4] =
    [built_in!("layout.html"), built_in!("button.html"), built_in!("because.txt"), built_in!("because.html")];

/// Every file there is, as it is built in.
fn files(letters: &[Listed]) -> impl Iterator<Item = (&'static str, &'static str)> {
    SHARED.into_iter().chain(letters.iter().flat_map(|letter| letter.template.files))
}

/// What the files of templates end with, or did in earlier versions.
const ENDS: [&str; 3] = ["subject", "txt", "html"];

/// What a template could not do.
#[derive(Debug)]
struct Problem {
    /// The file it was in, `reset_password.txt` say.
    file: String,
    text: String,
}

impl Templates {
    /// The built-in templates of these letters, with those found in `folder` (`reset_password.txt` say) in their place.
    ///
    /// # Errors
    /// When one of the files can't be read or used, or takes no template's place.
    pub(crate) fn load(folder: &Path, sender: Sender, letters: &[Listed]) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html")) => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        refuse_strangers(folder, letters)?;
        for (name, source) in files(letters) {
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
        let templates = Self { environment, sender };
        templates.try_all(folder, letters)?;
        Ok(templates)
    }

    fn try_all(&self, folder: &Path, letters: &[Listed]) -> Result<(), TemplateError> {
        let origin = Origin::new("https://portal.example");
        for language in texts::languages().copied() {
            for draft in letters.iter().flat_map(|letter| (letter.examples)(&Sample::new(&origin, language))) {
                self.try_one(folder, language, &draft)?;
            }
        }
        Ok(())
    }

    /// Writes a letter; what is wrong with a template is said of its file in `folder`.
    ///
    /// # Errors
    /// When the template fails, or its subject is not one line.
    pub(crate) fn try_one(&self, folder: &Path, language: Language, draft: &Draft) -> Result<Rendered, TemplateError> {
        self.write(language, draft)
            .map_err(|Problem { file, text }| TemplateError::Malformed { path: folder.join(file), problem: text })
    }

    fn write(&self, language: Language, draft: &Draft) -> Result<Rendered, Problem> {
        let (data, sender) = (draft.data.clone(), self.sender.data());
        let file = |end: &str| format!("{}.{end}", draft.letter);
        let base = context! {
            say => words::say(language),
            language => language.tag(),
            ..context! { ..sender, ..data }
        };
        let message = format!("the message subject of mails/{}/{}.ftl", draft.letter, language.tag());
        let no_subject = |text: String| Problem { file: file("txt"), text };
        let subject = words::subject(language, draft.letter, &base).map_err(|error| no_subject(error.to_string()))?;
        let subject = subject.trim().to_owned();
        // INVARIANT: a subject is one line; whatever stood in a name, it starts no header of its own.
        if subject.is_empty() || !subject.chars().all(|c| is_plain(c) || c == BREAK) {
            return Err(no_subject(format!("{message} is not one line of text")));
        }
        let all = context! { subject => &subject, ..base };
        let mut text = self.part(file("txt"), &all)?;
        if !self.sender.footer.is_empty() {
            // The mark by which mail programs know what is no part of the message.
            text = format!("{}\n\n-- \n{}\n", text.trim_end(), self.sender.footer);
        }
        let html = self.part(file("html"), &all)?;
        Ok(Rendered { subject, text, html, letter: draft.letter, over: draft.over })
    }

    fn part(&self, file: String, data: &Value) -> Result<String, Problem> {
        self.environment.get_template(&file).and_then(|template| template.render(data.clone())).map_err(|error| {
            // It may lie in what the file is made of, in the layout say.
            let file = error.name().map_or(file, ToOwned::to_owned);
            Problem { file, text: error.to_string() }
        })
    }
}

/// A file whose name is mistyped would do nothing, and nobody would notice.
fn refuse_strangers(folder: &Path, letters: &[Listed]) -> Result<(), TemplateError> {
    // Each language had templates of its own once: one that was left there would do nothing either.
    let earlier = texts::languages().map(|language| folder.join(language.tag())).collect::<Vec<_>>();
    for place in std::iter::once(folder).chain(earlier.iter().map(PathBuf::as_path)) {
        let failed = |error| TemplateError::File { path: place.to_owned(), error };
        let entries = match std::fs::read_dir(place) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(error)),
        };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            let is_template = path.extension().is_some_and(|end| ENDS.iter().any(|known| end == *known));
            if is_template && !files(letters).any(|(name, _)| folder.join(name) == path) {
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
pub(crate) fn render<L: Letter>(templates: &Templates, language: Language, letter: &L) -> Result<Rendered, Failure> {
    templates
        .write(language, &letter.draft())
        .map_err(|problem| Failure::Fault(format!("mail template {}: {}", problem.file, problem.text)))
}
