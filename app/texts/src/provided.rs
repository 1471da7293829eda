//! The words that a provider has put in place of the portal's own: files like those of `locales`, `people/en.ftl` say, with
//! as few messages as they like.

use crate::catalogue::{PARTS, Part, Texts};
use crate::contract::{self, Fault, File};
use crate::mails::MailWords;
use crate::words::Words;
use domain::person::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fmt, fs, io};

/// Files of words that were read.
#[derive(Debug, Default)]
pub struct Provided {
    /// By the path of the part and the language. What is wrong in them is gone from them.
    files: BTreeMap<(&'static str, Language), File>,
    findings: Vec<Finding>,
}

/// Something wrong with such a file. The portal's own words stand in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, below the folder of words: `people/en.ftl`.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.fault)
    }
}

/// A message that a language does not have, so that it is said in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The part it belongs to: `people`.
    pub part: &'static str,
    /// The message, as English writes it in its file.
    pub english: String,
}

/// Everything that is said in a language.
#[derive(Debug)]
pub(crate) struct Said {
    language: Language,
    /// What it calls itself.
    name: String,
    /// On pages.
    pub(crate) texts: Texts,
    /// In mails.
    pub(crate) mails: MailWords,
}

static SAID: OnceLock<Vec<Said>> = OnceLock::new();

/// The words in every language, English first: the portal's own where no others were given.
fn all() -> &'static [Said] {
    SAID.get_or_init(|| Provided::default().in_all_languages())
}

/// The words for somebody who reads `language`: English where it is not spoken.
pub(crate) fn said(language: Language) -> &'static Said {
    find(all(), language).unwrap_or(&all()[0])
}

/// Those in a language, or in the one that it is a variety of.
fn find(all: &[Said], language: Language) -> Option<&Said> {
    let exactly = |language| all.iter().find(|said| said.language == language);
    std::iter::successors(Some(language), Language::broader).find_map(exactly)
}

/// The languages that the portal speaks: its own ones, English first, and then those that the provider has added.
pub fn languages() -> impl Iterator<Item = &'static Language> {
    all().iter().map(|said| &said.language)
}

/// The language in which the portal speaks to somebody who wants the one with this tag, a variety of it perhaps.
pub fn spoken(tag: &str) -> Option<Language> {
    Some(find(all(), Language::from_tag(tag)?)?.language)
}

/// What a language is called by those who speak it.
pub fn name_of(language: Language) -> &'static str {
    &said(language).name
}

impl Provided {
    /// Reads the files in a folder; it need not be there.
    ///
    /// # Errors
    /// With the path of what can't be read.
    pub fn read(folder: &Path) -> Result<Self, (PathBuf, io::Error)> {
        let mut provided = Self::default();
        for path in paths_in(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path).components();
            let name = name.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            match place(&name) {
                Ok((part, language)) => {
                    let text = fs::read_to_string(&path).map_err(|error| (path.clone(), error))?;
                    provided.take(part, language, &name, &text);
                }
                Err(what) => {
                    let fault = Fault { line: 0, key: None, what: what.to_owned() };
                    provided.findings.push(Finding { file: name, fault });
                }
            }
        }
        Ok(provided)
    }

    fn take(&mut self, part: &'static Part, language: Language, name: &str, text: &str) {
        let mut file = contract::read(text);
        for fault in contract::faults(&file, &part.declared()) {
            if let Some(key) = &fault.key {
                file.messages.remove(key);
            }
            self.findings.push(Finding { file: name.to_owned(), fault });
        }
        self.files.insert((part.path, language), file);
    }

    /// What is wrong with the files.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The messages that `language` does not have.
    pub fn missing(&self, language: Language) -> Vec<Missing> {
        let mut missing = Vec::new();
        for part in PARTS {
            let english = part.own(Language::default().tag()).unwrap_or_default();
            let own = part.own(language.tag());
            let theirs = self.files.get(&(part.path, language));
            let has = |key: &str| own.iter().chain(theirs).any(|file| file.messages.contains_key(key));
            let lacking = english.messages.iter().filter(|(key, _)| !has(key));
            missing.extend(lacking.map(|(_, message)| Missing { part: part.path, english: message.source.clone() }));
        }
        missing
    }

    /// From now on the portal says these words. Call it once, before anything is said: later calls change nothing.
    pub fn say(self) {
        SAID.get_or_init(|| self.in_all_languages());
    }

    /// The languages that there is any text in: the portal's own ones, English first, then the provider's.
    fn languages(&self) -> Vec<Language> {
        let own = PARTS.iter().flat_map(Part::tags).filter_map(Language::from_tag).collect::<BTreeSet<_>>();
        let added = self.files.keys().map(|(_, language)| *language).filter(|language| !own.contains(language));
        let added = added.collect::<BTreeSet<_>>();
        let mut all = vec![Language::default()];
        all.extend(own.into_iter().filter(|language| *language != Language::default()).chain(added));
        all
    }

    fn in_all_languages(&self) -> Vec<Said> {
        let say = |language| {
            let source = Source { provided: self, language };
            Said { language, name: source.name(), texts: Texts::of(&source), mails: MailWords::of(&source) }
        };
        self.languages().into_iter().map(say).collect()
    }
}

/// Where the words of a language come from: the provider's files, then the portal's, then English.
pub(crate) struct Source<'p> {
    provided: &'p Provided,
    language: Language,
}

impl Source<'_> {
    /// Those of a part.
    pub(crate) fn words(&self, path: &'static str) -> Words {
        let (theirs, own) = self.files(path);
        let english = own_file(path, Language::default());
        Words::of(self.language.tag(), theirs.into_iter().chain(&own).chain(&english))
    }

    /// What the language calls itself; its tag, where it does not say.
    fn name(&self) -> String {
        let (theirs, own) = self.files("profile");
        let words = Words::of(self.language.tag(), theirs.into_iter().chain(&own));
        words.find("language-name", None).unwrap_or_else(|| self.language.tag().to_owned())
    }

    /// The provider's file of this language, and the portal's.
    fn files(&self, path: &'static str) -> (Option<&File>, Option<File>) {
        (self.provided.files.get(&(path, self.language)), own_file(path, self.language))
    }
}

/// The portal's own file of a part.
fn own_file(path: &str, language: Language) -> Option<File> {
    PARTS.iter().find(|part| part.path == path)?.own(language.tag())
}

/// The part and the language of a file.
fn place(name: &str) -> Result<(&'static Part, Language), &'static str> {
    let (path, file) =
        name.rsplit_once('/').ok_or("put the file into the folder of its feature, as in people/en.ftl")?;
    let tag = file.strip_suffix(".ftl").ok_or("the name of the file must end with .ftl")?;
    let part = PARTS.iter().find(|part| part.path == path).ok_or("there is no such folder of texts")?;
    let language = Language::from_tag(tag).filter(|language| language.tag() == tag);
    Ok((part, language.ok_or("its name must be the tag of a language: en.ftl, pt-BR.ftl")?))
}

/// Every file in a folder and those in it, sorted. Hidden files are left out.
fn paths_in(folder: &Path) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            paths.extend(paths_in(&entry.path())?);
        } else {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mails::Given;

    fn read(files: &[(&str, &str)]) -> Provided {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
            fs::write(path, text).expect("it is written");
        }
        Provided::read(folder.path()).expect("it is read")
    }

    fn findings(provided: &Provided) -> Vec<String> {
        provided.findings().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_provider_s_words_stand_in_place_of_the_portal_s() {
        let provided = read(&[
            ("services/en.ftl", "lead = Your machines.\n"),
            ("contacts/de.ftl", "total = { $count ->\n    [one] ein Mensch\n   *[other] { $count } Menschen\n}\n"),
            ("mails/reset_password/en.ftl", "subject = { $brand }: new password\n"),
        ]);
        assert_eq!(findings(&provided), [""; 0]);
        let english = Texts::of(&Source { provided: &provided, language: Language::EN });
        assert_eq!(english.services.lead, "Your machines.");
        assert_eq!(english.services.which, "Which services");
        assert_eq!(english.contacts.total(2), "2 people");
        let german = Texts::of(&Source { provided: &provided, language: Language::DE });
        assert_eq!((german.contacts.total(1), german.contacts.total(2)), ("ein Mensch".into(), "2 Menschen".into()));
        assert_eq!(german.contacts.first_name, "Vorname");
        let subject = |language| {
            let words = MailWords::of(&Source { provided: &provided, language });
            let brand = vec![("brand", Given::Text("Acme".into()))];
            words.sentence("reset_password.subject").map(|subject| subject.say(brand))
        };
        assert_eq!(subject(Language::EN).as_deref(), Some("Acme: new password"));
        assert_eq!(subject(Language::DE).as_deref(), Some("Ihr Passwort für Acme setzen"));
    }

    #[test]
    fn a_provider_adds_a_language() {
        let provided = read(&[
            ("profile/pl.ftl", "language-name = polski\n"),
            (
                "contacts/pl.ftl",
                "total = { $count ->\n    [one] { $count } osoba\n    [few] { $count } osoby\n   *[many] { $count } osób\n}\n",
            ),
            ("mails/reset_password/pl.ftl", "subject = Nowe hasło: { $brand }\n"),
            ("services/pt-BR.ftl", "lead = Seus servidores.\n"),
        ]);
        assert_eq!(findings(&provided), [""; 0]);
        let all = provided.in_all_languages();
        let languages = all.iter().map(|said| (said.language.tag(), said.name.as_str())).collect::<Vec<_>>();
        assert_eq!(languages, [("en", "English"), ("de", "Deutsch"), ("pl", "polski"), ("pt-BR", "pt-BR")]);

        let said = |tag: &str| find(&all, Language::from_tag(tag).expect("a tag"));
        let polish = &said("pl-PL").expect("the language it is a variety of").texts.contacts;
        // Three plurals, as CLDR has them for Polish.
        assert_eq!([1, 2, 5, 22].map(|count| polish.total(count)), ["1 osoba", "2 osoby", "5 osób", "22 osoby"]);
        assert_eq!(polish.first_name, "First name", "what is missing is said in English");
        let brand = vec![("brand", Given::Text("Acme".into()))];
        let subject = said("pl").and_then(|said| said.mails.sentence("reset_password.subject"));
        assert_eq!(subject.expect("there is one").say(brand), "Nowe hasło: Acme");
        assert!(said("pt").is_none() && said("fr").is_none());

        let polish = Language::from_tag("pl").expect("a tag");
        let missing = provided.missing(polish);
        let is_missing = |part, key: &str| {
            missing.iter().any(|missing| missing.part == part && missing.english.contains(&format!("{key} = ")))
        };
        assert!(!is_missing("contacts", "total") && is_missing("contacts", "first-name"));
        assert!(is_missing("mails/reset_password", "lead") || is_missing("mails", "hello"));
        assert_eq!(provided.missing(Language::DE), []);
    }

    #[test]
    fn what_is_wrong_is_told_with_file_and_key_and_the_portal_says_its_own() {
        let provided = read(&[
            ("services/en.ftl", "lead = Your machines.\nleed = Typo\nwhich = { -brand }\n"),
            ("contacts/en.ftl", "total = people\nactions-for = Do { $what } to { $name }\nnever =\n"),
            ("nowhere/en.ftl", "lead = x\n"),
            ("services/german.ftl", "lead = x\n"),
            ("readme.md", "x"),
            ("services/.swap", "x"),
        ]);
        assert_eq!(
            findings(&provided),
            [
                "contacts/en.ftl: line 3: Expected a message field for \"never\"",
                "contacts/en.ftl: line 2: actions-for: { $what } is not one of its arguments",
                "contacts/en.ftl: line 1: total: { $count } is missing",
                "nowhere/en.ftl: there is no such folder of texts",
                "readme.md: put the file into the folder of its feature, as in people/en.ftl",
                "services/en.ftl: line 2: leed: there is no such message",
                "services/en.ftl: line 3: which: the term -brand can't be used here",
                "services/german.ftl: its name must be the tag of a language: en.ftl, pt-BR.ftl",
            ]
        );
        let english = Texts::of(&Source { provided: &provided, language: Language::EN });
        assert_eq!((english.services.lead, english.services.which), ("Your machines.", "Which services"));
        assert_eq!(english.contacts.total(2), "2 people");
        assert_eq!(english.contacts.actions_for("Ann"), "Actions for Ann");
        assert_eq!(english.contacts.never, "Never");
    }
}
