//! The words of mails. Templates ask for them by name: `invited.lead` is the message `lead` of the part `mails/invited`,
//! `hello` one of `mails`, which several mails say.

use crate::catalogue::{PARTS, Part};
use crate::contract::{Declared, Kind};
use crate::provided::Source;
use crate::words::Words;
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

/// The words of mails in one language.
#[derive(Debug)]
pub struct MailWords {
    /// By what their names begin with: `invited`, or nothing.
    parts: BTreeMap<&'static str, Spoken>,
}

#[derive(Debug)]
struct Spoken {
    messages: Vec<Declared>,
    words: Words,
}

/// A message of mails.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'w> {
    message: &'w Declared,
    words: &'w Words,
}

/// What stands in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Text as it is.
    Text(String),
    /// A number, which chooses the plural.
    Number(i64),
}

impl MailWords {
    pub(crate) fn of(source: &Source<'_>) -> Self {
        let spoken = |(name, part): (_, &'static Part)| {
            (name, Spoken { messages: part.declared(), words: source.words(part.path) })
        };
        Self { parts: mails().map(spoken).collect() }
    }

    /// The names of all messages.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.parts.iter().flat_map(|(part, spoken)| {
            let name = move |key: &str| if part.is_empty() { key.to_owned() } else { format!("{part}.{key}") };
            spoken.messages.iter().map(move |message| name(&message.key))
        })
    }

    /// The message of this name.
    pub fn sentence(&self, name: &str) -> Option<Sentence<'_>> {
        let (part, key) = name.rsplit_once('.').unwrap_or(("", name));
        let spoken = self.parts.get(part)?;
        let message = spoken.messages.iter().find(|message| message.key == key)?;
        Some(Sentence { message, words: &spoken.words })
    }
}

impl<'w> Sentence<'w> {
    /// What it takes, in order.
    pub fn takes(self) -> &'w [(String, Kind)] {
        &self.message.arguments
    }

    /// What it says: text, not HTML.
    pub fn say(self, given: Vec<(&str, Given)>) -> String {
        let value = |given| match given {
            Given::Text(text) => FluentValue::from(text),
            Given::Number(number) => FluentValue::from(number),
        };
        let given = given.into_iter().map(|(name, given)| (name, value(given))).collect();
        self.words.said(&self.message.key, Some(&given))
    }
}

/// The parts of mails, by what names begin with.
fn mails() -> impl Iterator<Item = (&'static str, &'static Part)> {
    PARTS.iter().filter_map(|part| {
        let name = part.path.strip_prefix("mails")?;
        Some((name.strip_prefix('/').unwrap_or(name), part))
    })
}
