//! One part of the catalogue in one language.

use crate::contract::File;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;

/// The messages of a part. They were held against its contract, so that there is none too few and each can be said.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The messages of files, those of an earlier file in place of a later one's. Numbers choose words as `language` does.
    pub(crate) fn of<'f>(language: &str, files: impl IntoIterator<Item = &'f File>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
        // Marks around what is put in would stand in subjects and titles too; names with such marks are refused.
        bundle.set_use_isolating(false);
        for file in files {
            for message in file.messages.values() {
                if let Ok(resource) = FluentResource::try_new(message.source.clone()) {
                    // What is there already stays.
                    let _ = bundle.add_resource(resource);
                }
            }
        }
        Self { bundle }
    }

    /// A message that takes nothing. It is kept for as long as the program runs: catalogues are made at its start.
    pub(crate) fn fixed(&self, key: &str) -> &'static str {
        Box::leak(self.said(key, None).into_boxed_str())
    }

    /// A message with what it takes.
    pub(crate) fn say<'a, const N: usize>(&self, key: &str, arguments: [(&'a str, FluentValue<'a>); N]) -> String {
        self.said(key, Some(&arguments.into_iter().collect()))
    }

    pub(crate) fn said(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        self.find(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// A message, if there is one.
    pub(crate) fn find(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}
