//! Instants. The clock is always an argument; nothing here reads it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An instant in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The instant `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }
}

/// An instant with its text in the viewer's language and zone. The server writes the text: a page is the same with
/// JavaScript and without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// ISO 8601 in UTC, for `datetime` attributes.
    pub iso: String,
    /// The text to show.
    pub text: String,
}

/// A day of the calendar, in nobody's zone yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    number: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`, as date fields of browsers write it.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let mut parts = text.split('-').filter(|_| is_plain);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len(), parts.next()) != (4, 2, 2, None) {
            return None;
        }
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        (year > 0 && (1..=days_of(year, month)).contains(&day)).then_some(Self { year, month, number: day })
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1 on.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    pub const fn number(self) -> u8 {
        self.number
    }
}

/// How many days a month has; none where there is no such month.
const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.number)
    }
}

/// A month of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// Which of its months, from 1.
    pub number: i8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for day in ["2026-11-29", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(day).map(|day| day.to_string()).as_deref(), Some(day));
        }
        for other in
            ["", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "29.11.2026", "0000-01-01"]
        {
            assert_eq!(Day::parse(other), None, "{other}");
        }
        for other in ["2026-11-29 ", "+026-11-29", "2026-11-2x", "----------", "20261-1-29", "2026-11-29-1"] {
            assert_eq!(Day::parse(other), None, "{other}");
        }
    }
}
