//! Makes the structs of the words in `locales`. A folder with a file per language is a part of the catalogue: a struct with
//! a field for each message that is only said, a method for each that takes something, and a field for each folder in it.
//! What is wrong with a file ends the build: a message that is missing, one that nobody knows, a placeholder more or less.

#[path = "src/contract.rs"]
#[expect(dead_code, reason = "what only the catalogue needs")]
mod contract;

use contract::{Declared, Kind};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that says which messages there are, and what they take.
const FIRST: &str = "en";

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut faults = Vec::new();
    let parts = Part::all_in(&root, "", &mut faults)?;
    if !faults.is_empty() {
        return Err(format!("the words can't be used:\n{}", faults.join("\n")).into());
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("catalogue.rs"), catalogue(&parts)?)?;
    Ok(())
}

/// A folder with words.
struct Part {
    /// `contacts/list`.
    path: String,
    /// What the first line of its words says it is.
    doc: String,
    messages: Vec<Declared>,
    /// Tags and files, in the order of the tags.
    languages: Vec<(String, PathBuf)>,
    /// The folders in it.
    parts: Vec<Self>,
}

impl Part {
    /// Every part directly in a folder.
    fn all_in(folder: &Path, path: &str, faults: &mut Vec<String>) -> Result<Vec<Self>, Box<dyn Error>> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(folder)? {
            let folder = entry?.path();
            if let (true, Some(name)) = (folder.is_dir(), folder.file_name().and_then(|name| name.to_str())) {
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
                folders.push((folder, path));
            }
        }
        folders.sort();
        folders.into_iter().map(|(folder, path)| Self::read(&folder, path, faults)).collect()
    }

    fn read(folder: &Path, path: String, faults: &mut Vec<String>) -> Result<Self, Box<dyn Error>> {
        let mut languages = Vec::new();
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            if let Some(tag) = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".ftl")) {
                languages.push((tag.to_owned(), file.clone()));
            }
        }
        languages.sort();
        let mut report = |tag: &str, all: Vec<contract::Fault>| {
            faults.extend(all.into_iter().map(|fault| format!("{path}/{tag}.ftl: {fault}")));
        };
        let first = fs::read_to_string(folder.join(format!("{FIRST}.ftl"))).map_err(|why| format!("{path}: {why}"))?;
        let messages = contract::declared(&contract::read(&first)).unwrap_or_else(|all| {
            report(FIRST, all);
            Vec::new()
        });
        for (tag, file) in languages.iter().filter(|(tag, _)| tag != FIRST) {
            let file = contract::read(&fs::read_to_string(file)?);
            report(tag, contract::faults(&file, &messages));
            let missing = messages.iter().filter(|message| !file.messages.contains_key(&message.key));
            let fault = |key: &Declared| contract::Fault {
                line: 0,
                key: Some(key.key.clone()),
                what: String::from("is missing"),
            };
            report(tag, missing.map(fault).collect());
        }
        let doc = first.lines().next().and_then(|line| line.strip_prefix("### "));
        let doc = doc.ok_or_else(|| format!("{path}/{FIRST}.ftl: the first line says what it is, after ###"))?;
        let parts = Self::all_in(folder, &path, faults)?;
        Ok(Self { doc: doc.to_owned(), messages, languages, parts, path })
    }

    /// `ContactsListText`.
    fn type_name(&self) -> String {
        let words = self.path.split(['/', '_']);
        let capital =
            |word: &str| word.chars().next().map(|c| c.to_ascii_uppercase().to_string() + &word[c.len_utf8()..]);
        words.filter_map(capital).collect::<String>() + "Text"
    }

    /// `list`.
    fn field(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    fn write_struct(&self, code: &mut String) -> Result<(), Box<dyn Error>> {
        let name = self.type_name();
        let takes = |message: &&Declared| !message.arguments.is_empty();
        let says_with = self.messages.iter().any(|message| takes(&message));
        writeln!(code, "/// {}\n#[derive(Debug)]\npub struct {name} {{", self.doc)?;
        if says_with {
            writeln!(code, "    words: Words,")?;
        }
        for part in &self.parts {
            writeln!(code, "    /// {}\n    pub {}: {},", part.doc, part.field(), part.type_name())?;
        }
        for message in self.messages.iter().filter(|message| message.arguments.is_empty()) {
            writeln!(code, "{}    pub {}: &'static str,", docs(message), rust(&message.key))?;
        }
        writeln!(code, "}}\nimpl {name} {{\n    fn of(source: &Source<'_>) -> Self {{")?;
        writeln!(code, "        let words = source.words(\"{}\");\n        Self {{", self.path)?;
        for part in &self.parts {
            writeln!(code, "            {}: {}::of(source),", part.field(), part.type_name())?;
        }
        for message in self.messages.iter().filter(|message| message.arguments.is_empty()) {
            writeln!(code, "            {}: words.fixed(\"{}\"),", rust(&message.key), message.key)?;
        }
        writeln!(code, "{}        }}\n    }}", if says_with { "            words,\n" } else { "" })?;
        for message in self.messages.iter().filter(takes) {
            write_method(code, message)?;
        }
        writeln!(code, "}}")?;
        self.parts.iter().try_for_each(|part| part.write_struct(code))
    }

    fn write_part(&self, code: &mut String) -> Result<(), Box<dyn Error>> {
        write!(code, "    Part {{ path: \"{}\", languages: &[", self.path)?;
        for (tag, file) in &self.languages {
            write!(code, "(\"{tag}\", include_str!({:?})), ", file.display().to_string())?;
        }
        writeln!(code, "] }},")?;
        self.parts.iter().try_for_each(|part| part.write_part(code))
    }
}

fn write_method(code: &mut String, message: &Declared) -> Result<(), Box<dyn Error>> {
    let name = rust(&message.key);
    write!(code, "{}    pub fn {name}(&self", docs(message))?;
    for (argument, kind) in &message.arguments {
        let kind = match kind {
            Kind::String => "&str",
            Kind::Number => "impl Into<FluentNumber>",
        };
        write!(code, ", {}: {kind}", rust(argument))?;
    }
    write!(code, ") -> String {{\n        self.words.say(\"{}\", [", message.key)?;
    for (argument, kind) in &message.arguments {
        let value = match kind {
            Kind::String => "FluentValue::from",
            Kind::Number => "FluentValue::Number",
        };
        let into = if *kind == Kind::Number { ".into()" } else { "" };
        write!(code, "(\"{argument}\", {value}({}{into})), ", rust(argument))?;
    }
    writeln!(code, "])\n    }}")?;
    // For the browser, which chooses by itself.
    if let Some((number, _)) = message.arguments.iter().find(|(_, kind)| *kind == Kind::Number) {
        writeln!(code, "    /// The wordings of [`Self::{name}`] that a number chooses.")?;
        writeln!(code, "    pub fn {name}_wordings(&self) -> Vec<Wording> {{")?;
        writeln!(code, "        self.words.wordings(\"{}\", \"{number}\")\n    }}", message.key)?;
    }
    Ok(())
}

fn docs(message: &Declared) -> String {
    let lines = if message.doc.is_empty() { &[format!("`{}`", message.key)][..] } else { &message.doc };
    lines.iter().fold(String::new(), |docs, line| docs + "    /// " + line + "\n")
}

/// A key as Rust writes it.
fn rust(key: &str) -> String {
    key.replace('-', "_")
}

/// The part that templates ask for by name: no struct is made of it.
const BY_NAME: &str = "mails";

/// The structs, the struct of them all, and the files that they are made of.
fn catalogue(parts: &[Part]) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    let structs = || parts.iter().filter(|part| part.path != BY_NAME);
    for part in structs() {
        part.write_struct(&mut code)?;
    }
    writeln!(code, "/// All the words in one language.\n#[derive(Debug)]\npub struct Texts {{")?;
    for part in structs() {
        writeln!(code, "    /// {}\n    pub {}: {},", part.doc, part.field(), part.type_name())?;
    }
    writeln!(code, "}}\nimpl Texts {{\n    pub(crate) fn of(source: &Source<'_>) -> Self {{\n        Self {{")?;
    for part in structs() {
        writeln!(code, "            {}: {}::of(source),", part.field(), part.type_name())?;
    }
    writeln!(code, "        }}\n    }}\n}}")?;
    writeln!(
        code,
        "/// The parts, with what the portal itself says in its languages.\npub(crate) static PARTS: &[Part] = &["
    )?;
    parts.iter().try_for_each(|part| part.write_part(&mut code))?;
    writeln!(code, "];")?;
    Ok(code)
}
