//! The values that every record has: names that other systems gave, and instants.

use domain::id::AccountId;
use serde::Serialize as DeriveSerialize;
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// The source under which Portico's own ids stand.
const OWN: &str = "portico";
/// The longest external id, in bytes.
const MAX_BYTES: usize = 200;

/// A name that another system has for a thing, `source:id`; or Portico's own, `portico:<uuid>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveSerialize)]
#[serde(transparent)]
pub(crate) struct ExternalId(String);

impl ExternalId {
    /// Reads `source:id`; says what is wrong with anything else.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let (source, id) = text.split_once(':').ok_or("not of the form source:id")?;
        let source_ok = !source.is_empty()
            && source.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
        if !source_ok {
            return Err("the source before the colon has only a-z, 0-9, - and _");
        }
        if id.is_empty() || text.len() > MAX_BYTES || !id.chars().all(|c| domain::text::is_plain(c) && c != ' ') {
            return Err("the id after the colon is empty, too long or has spaces or control characters");
        }
        if source == OWN && id.parse::<AccountId>().is_err() {
            return Err("the source portico stands for Portico's own ids, which are UUIDs in lower case");
        }
        Ok(Self(text.to_owned()))
    }

    /// The name of a thing that Portico itself made.
    pub(crate) fn own(id: &str) -> Self {
        Self(format!("{OWN}:{id}"))
    }

    /// The name stored with a thing, else Portico's own.
    pub(crate) fn of(stored: Option<&str>, id: &str) -> Self {
        stored.map_or_else(|| Self::own(id), |text| Self(text.to_owned()))
    }

    /// Portico's own id, if this is one.
    pub(crate) fn as_own(&self) -> Option<&str> {
        self.0.strip_prefix(OWN).and_then(|rest| rest.strip_prefix(':'))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An instant, written as a date where it is midnight UTC, else in RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct When(pub(crate) i64);

const DAY: i64 = 24 * 3600 * 1000;

impl When {
    /// Reads `YYYY-MM-DD` or RFC 3339.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Ok(date) = text.parse::<jiff::civil::Date>()
            && text.len() == 10
        {
            let midnight = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
            return Some(Self(midnight.timestamp().as_millisecond()));
        }
        text.parse::<jiff::Timestamp>().ok().map(|at| Self(at.as_millisecond()))
    }

    /// Midnight UTC so many days after the day of `now`.
    pub(crate) fn days_after(now: i64, days: i64) -> Self {
        Self((now.div_euclid(DAY) + days) * DAY)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let at = jiff::Timestamp::from_millisecond(self.0).map_err(serde::ser::Error::custom)?;
        if self.0.rem_euclid(DAY) == 0 {
            serializer.collect_str(&at.strftime("%Y-%m-%d"))
        } else {
            serializer.collect_str(&at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_external_id_has_a_source_and_an_id() {
        for good in ["demo:acct-1", "whmcs:client-12", "a_b-c9:ünï/c", "portico:0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f"]
        {
            assert!(ExternalId::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "demo", ":1", "demo:", "Demo:1", "demo:a b", "demo:a\u{202e}b", "portico:1"] {
            assert!(ExternalId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_instant_is_written_as_it_is_read() {
        for text in ["2026-03-01", "2026-03-01T12:30:00Z", "1969-12-31T23:59:59.5Z"] {
            let when = When::parse(text).expect("a date");
            assert_eq!(serde_json::to_string(&when).expect("a text"), format!("\"{text}\""));
        }
        assert_eq!(When::parse("2026-03-01T01:00:00+01:00"), When::parse("2026-03-01"));
        for bad in ["2026-02-30", "01.03.2026", "2026-03-01T12:30:00", "", "now"] {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
    }
}
