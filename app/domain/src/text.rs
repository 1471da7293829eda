//! Text that people type: names and notes, checked where they come in.

use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Whether a character may stand in a line of text: no controls, and none of the characters that turn the direction of
/// writing or are invisible, which make one name look like another (SECURITY T82).
pub fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Accents that go onto the character before them.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// One line of text with at most `max` characters; spaces around it are dropped.
///
/// # Errors
/// When it is too long, has characters that can't be seen, or begins with an accent on nothing.
pub fn line(text: &str, max: usize) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    if !text.chars().all(is_plain) || text.starts_with(is_accent) {
        return Err(Problem::HiddenCharacters);
    }
    Ok(text.to_owned())
}

/// Several lines of text with at most `max` characters; line ends become `\n`.
///
/// # Errors
/// When it is too long or has characters that can't be seen.
pub fn lines(text: &str, max: usize) -> Result<String, Problem> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    if !text.chars().all(|c| c == '\n' || c == '\t' || is_plain(c)) {
        return Err(Problem::HiddenCharacters);
    }
    Ok(text)
}

/// A password or token on its way in. It never shows in logs, errors or pages.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The secret itself. Use it, don't keep it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was given.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_hidden_characters() {
        assert_eq!(line("  Zoë O'Neil ", 100), Ok("Zoë O'Neil".to_owned()));
        for hidden in [
            "a\u{202e}b",
            "a\u{200b}b",
            "a\nb",
            "a\0b",
            "a\u{2066}b",
            "\u{3164}",
            "\u{115f}",
            "\u{2800}",
            "\u{301}\u{301}",
        ] {
            assert_eq!(line(hidden, 100), Err(Problem::HiddenCharacters), "{hidden:?}");
        }
        assert_eq!(line("abc", 2), Err(Problem::TooLong { max: 2 }));
    }

    #[test]
    fn a_secret_does_not_show() {
        assert_eq!(format!("{:?}", Secret::new("hunter2".to_owned())), "Secret(..)");
    }
}
