//! The words of the page that is being written.

use crate::request::{caller, language};
use domain::time::Timestamp;
use texts::{Texts, texts_in};

/// The words in the language of the page.
pub fn texts() -> &'static Texts {
    texts_in(language())
}

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long ago something was when the page was asked for, in a word or two.
pub fn ago(at: Timestamp) -> String {
    let now = caller().map_or(at, |caller| caller.now);
    how_long(texts(), now.0 - at.0)
}

fn how_long(texts: &Texts, passed: i64) -> String {
    let text = &texts.times;
    match passed {
        ..MINUTE => text.just_now.to_owned(),
        MINUTE..HOUR => text.minutes_ago(passed / MINUTE),
        HOUR..DAY => text.hours_ago(passed / HOUR),
        DAY.. if passed < 30 * DAY => text.days_ago(passed / DAY),
        _ if passed < 365 * DAY => text.months_ago(passed / (30 * DAY)),
        _ => text.years_ago(passed / (365 * DAY)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::person::Language;

    #[test]
    fn how_long_ago_it_was_is_said_in_the_largest_unit() {
        let said = |passed| how_long(texts_in(Language::EN), passed);
        let table = [
            (-5 * HOUR, "just now"),
            (MINUTE - 1, "just now"),
            (12 * MINUTE, "12 min ago"),
            (2 * HOUR + 59 * MINUTE, "2 h ago"),
            (DAY, "1 day ago"),
            (29 * DAY, "29 days ago"),
            (364 * DAY, "12 months ago"),
            (800 * DAY, "2 years ago"),
        ];
        for (passed, words) in table {
            assert_eq!(said(passed), words);
        }
        assert_eq!(how_long(texts_in(Language::DE), 3 * DAY), "vor 3 Tagen");
    }
}
