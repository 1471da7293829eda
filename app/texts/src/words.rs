//! One part of the catalogue in one language.

use crate::contract::File;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use std::fmt;

/// One wording of a message that a number chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// For what: a number as it is written, else a plural category of CLDR. There is always one for `other`.
    pub when: String,
    /// What it says, with `{count}` in the place of the number and `{name}` in that of anything else.
    pub text: String,
}

/// The plural category that every language has.
const OTHER: &str = "other";

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

    /// Every wording of a message that the argument `number` chooses: for the browser, which has the rules of plurals.
    pub(crate) fn wordings(&self, key: &str, number: &str) -> Vec<Wording> {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let mut cases = Vec::new();
        if let Some(pattern) = pattern {
            add_cases(pattern, number, &mut cases);
        }
        if !cases.contains(&OTHER) {
            cases.push(OTHER);
        }
        let text = |when: &str| pattern.map_or_else(|| key.to_owned(), |pattern| worded(pattern, number, when));
        cases.into_iter().map(|when| Wording { when: when.to_owned(), text: text(when) }).collect()
    }
}

const fn case<'p>(variant: &Variant<&'p str>) -> &'p str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn is_number(selector: &InlineExpression<&str>, number: &str) -> bool {
    matches!(selector, InlineExpression::VariableReference { id } if id.name == number)
}

/// Between which cases of the number a text chooses.
fn add_cases<'p>(pattern: &Pattern<&'p str>, number: &str, cases: &mut Vec<&'p str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
            continue;
        };
        for variant in variants {
            if is_number(selector, number) && !cases.contains(&case(variant)) {
                cases.push(case(variant));
            }
            add_cases(&variant.value, number, cases);
        }
    }
}

/// A text in one case of the number. Between anything else its default is chosen.
fn worded(pattern: &Pattern<&str>, number: &str, when: &str) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable { expression } => placed(expression, number, when),
        })
        .collect()
}

fn placed(expression: &Expression<&str>, number: &str, when: &str) -> String {
    match expression {
        Expression::Select { selector, variants } => {
            let fits = |variant: &&Variant<&str>| is_number(selector, number) && case(variant) == when;
            let chosen = variants.iter().find(fits).or_else(|| variants.iter().find(|variant| variant.default));
            chosen.map(|variant| worded(&variant.value, number, when)).unwrap_or_default()
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => placed(expression, number, when),
        Expression::Inline(InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value }) => {
            (*value).to_owned()
        }
        Expression::Inline(inline) if is_number(inline, number) => String::from("{count}"),
        Expression::Inline(_) => String::from("{name}"),
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract;

    #[test]
    fn a_message_has_a_wording_for_each_case_that_its_language_tells_apart() {
        let file = contract::read(
            "changed = { $changes ->\n    [0] { $name }\n    [one] { $name } i { $changes } zmiana\n    \
             [few] { $name } i { $changes } zmiany\n   *[many] { $name } i { $changes } zmian\n}\nplain = { $count } razy\n",
        );
        let words = Words::of("pl", [&file]);
        let said = |key: &str, number: &str| -> Vec<(String, String)> {
            words.wordings(key, number).into_iter().map(|wording| (wording.when, wording.text)).collect()
        };
        let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(when, text)| ((*when).to_owned(), (*text).to_owned())).collect()
        };
        let expected = [
            ("0", "{name}"),
            ("one", "{name} i {count} zmiana"),
            ("few", "{name} i {count} zmiany"),
            ("many", "{name} i {count} zmian"),
            ("other", "{name} i {count} zmian"),
        ];
        assert_eq!(said("changed", "changes"), pairs(&expected));
        assert_eq!(said("plain", "count"), pairs(&[("other", "{count} razy")]));
    }
}
