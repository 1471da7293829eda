//! What the messages of a part are: their keys and what they take. English says it, in its comments; every other file is
//! held against it, those of the portal when it is built and those of a provider when it starts.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as it is.
    String,
    /// A number, which chooses the plural.
    Number,
}

/// What one message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The key.
    pub key: String,
    /// What it says, from its comment.
    pub doc: Vec<String>,
    /// What it takes, in the order of its comment.
    pub arguments: Vec<(String, Kind)>,
}

/// What is wrong with a file of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1; 0 for what is not in it.
    pub line: usize,
    /// The message, where it is one's.
    pub key: Option<String>,
    /// What it is.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        if let Some(key) = &self.key {
            write!(f, "{key}: ")?;
        }
        f.write_str(&self.what)
    }
}

/// The messages of a file, by key, each as it is written, and what is wrong with the rest.
#[derive(Debug, Default)]
pub struct File {
    /// What is written, by key.
    pub messages: BTreeMap<String, Written>,
    /// What can't be read.
    pub faults: Vec<Fault>,
}

/// A message as it is written.
#[derive(Debug)]
pub struct Written {
    line: usize,
    comment: Vec<String>,
    /// The arguments it mentions.
    variables: BTreeSet<String>,
    /// What else it mentions, which the catalogue does not have.
    beyond: Vec<String>,
    empty: bool,
    /// Its part of the file.
    pub source: String,
}

/// Reads a file.
pub fn read(text: &str) -> File {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut file = File::default();
    for error in errors {
        let what = error.kind.to_string();
        file.faults.push(Fault { line: line_at(text, error.pos.start), key: None, what });
    }
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let written = written(text, message);
                if let Some(earlier) = file.messages.get(&key) {
                    let what = format!("stands in line {} already", earlier.line);
                    file.faults.push(Fault { line: written.line, key: Some(key), what });
                } else {
                    file.messages.insert(key, written);
                }
            }
            Entry::Term(term) => {
                let what = String::from("terms are not used here");
                let line = line_of(text, term.id.name);
                file.faults.push(Fault { line, key: Some(format!("-{}", term.id.name)), what });
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    file
}

/// The messages that a file declares, in the order of their keys.
///
/// # Errors
/// With everything that is wrong with it.
pub fn declared(file: &File) -> Result<Vec<Declared>, Vec<Fault>> {
    let mut faults = file.faults.clone();
    let mut declared = Vec::new();
    for (key, written) in &file.messages {
        let mut arguments = Vec::new();
        let mut doc = Vec::new();
        for line in &written.comment {
            match argument(line) {
                Some(argument) => arguments.push(argument),
                None => doc.push(line.clone()),
            }
        }
        let declaration = Declared { key: key.clone(), doc, arguments };
        faults.extend(written.against(&declaration));
        declared.push(declaration);
    }
    if faults.is_empty() { Ok(declared) } else { Err(faults) }
}

/// What is wrong with a file: what it says too much, and each message that does not take what English does.
pub fn faults(file: &File, declared: &[Declared]) -> Vec<Fault> {
    let mut faults = file.faults.clone();
    for (key, written) in &file.messages {
        match declared.iter().find(|declared| declared.key == *key) {
            Some(declared) => faults.extend(written.against(declared)),
            None => {
                let what = String::from("there is no such message");
                faults.push(Fault { line: written.line, key: Some(key.clone()), what });
            }
        }
    }
    faults
}

impl Written {
    fn against(&self, declared: &Declared) -> Vec<Fault> {
        let fault = |what| Fault { line: self.line, key: Some(declared.key.clone()), what };
        let takes = |name: &String| declared.arguments.iter().any(|(argument, _)| argument == name);
        let mut faults = Vec::new();
        if self.empty {
            faults.push(fault(String::from("is empty")));
        }
        for name in self.variables.iter().filter(|name| !takes(name)) {
            faults.push(fault(format!("{{ ${name} }} is not one of its arguments")));
        }
        for (name, _) in declared.arguments.iter().filter(|(name, _)| !self.variables.contains(name)) {
            faults.push(fault(format!("{{ ${name} }} is missing")));
        }
        for what in &self.beyond {
            faults.push(fault(format!("{what} can't be used here")));
        }
        faults
    }
}

/// `$count (Number)`.
fn argument(line: &str) -> Option<(String, Kind)> {
    let (name, rest) = line.trim().strip_prefix('$')?.split_once(" (")?;
    let kind = match rest.split_once(')')?.0 {
        "String" => Kind::String,
        "Number" => Kind::Number,
        _ => return None,
    };
    Some((name.to_owned(), kind))
}

fn written(text: &str, message: &Message<&str>) -> Written {
    let mut mentioned = Mentioned::default();
    if let Some(value) = &message.value {
        mentioned.pattern(value);
    }
    for attribute in &message.attributes {
        mentioned.beyond.push(format!("the attribute .{}", attribute.id.name));
    }
    let bare = Message { comment: None, ..message.clone() };
    Written {
        line: line_of(text, message.id.name),
        comment: message.comment.iter().flat_map(|comment| &comment.content).map(|line| (*line).to_owned()).collect(),
        variables: mentioned.variables,
        beyond: mentioned.beyond,
        empty: message.value.is_none(),
        source: fluent_syntax::serializer::serialize(&Resource { body: vec![Entry::Message(bare)] }),
    }
}

/// What a pattern mentions.
#[derive(Default)]
struct Mentioned {
    variables: BTreeSet<String>,
    beyond: Vec<String>,
}

impl Mentioned {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { id, .. } => self.beyond.push(format!("the function {}", id.name)),
            InlineExpression::MessageReference { id, .. } => self.beyond.push(format!("another message, {},", id.name)),
            InlineExpression::TermReference { id, .. } => self.beyond.push(format!("the term -{}", id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }
}

/// The line of a slice of the text, from 1.
fn line_of(text: &str, slice: &str) -> usize {
    line_at(text, (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize))
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
