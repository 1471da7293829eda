//! Which passwords do. There are no rules on what characters they are made of.

use crate::base::settings::SettingProblems;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::text::Secret;
use serde::Deserialize;

/// The longest password in bytes. Longer ones are refused, never cut.
pub(crate) const MAX_BYTES: usize = 1024;

/// How many characters of a password are judged: what comes after them makes it harder to guess, and longer to judge.
const JUDGED: usize = 64;
/// How many characters of each of the owner's own words are looked at: no name or address is longer.
const OWN_WORD: usize = 254;

/// `[password]`: which ones people may choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordSettings {
    /// The fewest characters of a password.
    pub min_length: i64,
}

impl Default for PasswordSettings {
    fn default() -> Self {
        Self { min_length: 15 }
    }
}

impl PasswordSettings {
    /// Adds what is wrong with the section.
    pub fn check(&self, problems: &mut SettingProblems) {
        problems.number("password.min_length", self.min_length, 8..=128);
    }

    /// The fewest characters of a password.
    pub(crate) fn min_length(&self) -> usize {
        usize::try_from(self.min_length).unwrap_or(usize::MAX)
    }
}

/// Whether a password is long enough and no longer than passwords may be.
///
/// # Errors
/// When it is too short or too long.
pub(crate) fn length(password: &Secret, min: usize) -> Result<(), Problem> {
    let text = password.expose();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    if text.len() > MAX_BYTES {
        return Err(Problem::TooLong { max: MAX_BYTES });
    }
    if text.chars().count() < min {
        return Err(Problem::TooShort { min });
    }
    Ok(())
}

/// Whether a password may be chosen by somebody whose own words (names, address, account) are `own_words`. This is work:
/// it runs in [`Passwords`](crate::base::passwords::Passwords) only.
///
/// # Errors
/// When it is easily guessed.
pub(crate) fn check(password: &Secret, own_words: &[String]) -> Result<(), Problem> {
    let text: String = password.expose().chars().take(JUDGED).collect();
    let own_words: Vec<String> = own_words.iter().map(|word| word.chars().take(OWN_WORD).collect()).collect();
    let words: Vec<String> = own_words
        .iter()
        .flat_map(|word| std::iter::once(word.as_str()).chain(word.split(|c: char| !c.is_alphanumeric())))
        .filter(|word| word.chars().count() > 2)
        .map(str::to_lowercase)
        .collect();
    let inputs: Vec<&str> = words.iter().map(String::as_str).collect();
    if besides(&text, &words) < BESIDES_OWN_WORDS || zxcvbn::zxcvbn(&text, &inputs).score() < zxcvbn::Score::Three {
        return Err(PersonProblem::GuessablePassword.into());
    }
    Ok(())
}

/// How many characters a password needs beside its owner's own words: zxcvbn knows the words, but thinks well of three
/// of them in a row.
const BESIDES_OWN_WORDS: usize = 8;

/// How many characters are left of a password without these words.
fn besides(password: &str, words: &[String]) -> usize {
    let mut rest = password.to_lowercase();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a form is judged.
    fn judged(text: &str) -> Result<(), Problem> {
        let own = ["Anastasia".to_owned(), "Kowalczyk".to_owned(), "anastasia@kowalczyk.example".to_owned()];
        let password = Secret::new(text.to_owned());
        length(&password, 15).and_then(|()| check(&password, &own))
    }

    #[test]
    fn a_password_is_long_enough_and_not_made_of_one_s_own_words() {
        assert_eq!(judged(""), Err(Problem::Required));
        assert_eq!(judged("plumber-orb-9"), Err(Problem::TooShort { min: 15 }));
        assert_eq!(judged(&"é".repeat(513)), Err(Problem::TooLong { max: MAX_BYTES }));
        assert_eq!(judged("passwordpassword"), Err(PersonProblem::GuessablePassword.into()));
        assert_eq!(judged("AnastasiaKowalczyk1"), Err(PersonProblem::GuessablePassword.into()));
        assert_eq!(judged("plumber orbit lantern moss"), Ok(()));
        // Characters count, not bytes.
        assert_eq!(judged("жёлтый"), Err(Problem::TooShort { min: 15 }));
    }

    #[test]
    fn the_first_64_characters_are_judged() {
        assert_eq!(
            judged(&format!("{}plumber orbit lantern moss", "a".repeat(64))),
            Err(PersonProblem::GuessablePassword.into())
        );
        assert_eq!(judged(&format!("plumber orbit lantern moss{}", "a".repeat(900))), Ok(()));
    }
}
