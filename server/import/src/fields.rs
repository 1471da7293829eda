//! The fields of one JSON object, taken one after the other: everything wrong with them is noted, not just the first.

use crate::problem::reason;
use crate::value::{ExternalId, When};
use domain::text;
use serde_json::{Map, Value};
use std::net::IpAddr;

/// What is left of an object, and what was wrong so far.
pub(crate) struct Fields {
    left: Map<String, Value>,
    /// Problems by field.
    pub(crate) problems: Vec<(String, String)>,
    /// The clock, for dates given in days from today.
    now: i64,
}

/// How a value is read from its key, and which keys there are.
pub(crate) type FromKey<T> = (fn(&str) -> Option<T>, fn() -> Vec<&'static str>);

/// A [`FromKey`] of an enum of the domain.
macro_rules! keys {
    ($type:ty) => {
        (<$type>::from_key, || <$type>::ALL.iter().map(|value| value.key()).collect())
    };
}
pub(crate) use keys;

impl Fields {
    pub(crate) fn new(object: Map<String, Value>, now: i64) -> Self {
        Self { left: object, problems: Vec::new(), now }
    }

    /// Notes a problem.
    pub(crate) fn fail(&mut self, field: &str, why: impl Into<String>) {
        self.problems.push((field.to_owned(), why.into()));
    }

    /// Whatever was not asked for is unknown.
    pub(crate) fn finish(mut self) -> Vec<(String, String)> {
        for field in self.left.keys() {
            self.problems.push((field.clone(), "unknown field".to_owned()));
        }
        self.problems
    }

    fn take(&mut self, field: &str) -> Option<Value> {
        self.left.remove(field).filter(|value| !value.is_null())
    }

    /// Notes that a field is missing, if it is.
    pub(crate) fn required<T>(&mut self, field: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.problems.iter().any(|(other, _)| other == field) {
            self.fail(field, "missing");
        }
        value
    }

    /// A text as it stands.
    pub(crate) fn raw(&mut self, field: &str) -> Option<String> {
        let Value::String(text) = self.take(field)? else {
            self.fail(field, "not a text");
            return None;
        };
        Some(text)
    }

    /// One line of text of at most `max` characters.
    pub(crate) fn line(&mut self, field: &str, max: usize) -> Option<String> {
        let text = self.raw(field)?;
        match text::line(&text, max) {
            Ok(text) if text.is_empty() => {
                self.fail(field, "empty");
                None
            }
            Ok(text) => Some(text),
            Err(problem) => {
                self.fail(field, reason(&problem));
                None
            }
        }
    }

    /// A whole number.
    pub(crate) fn number(&mut self, field: &str) -> Option<i64> {
        let value = self.take(field)?;
        if value.as_i64().is_none() {
            self.fail(field, "not a whole number");
        }
        value.as_i64()
    }

    /// An IP address.
    pub(crate) fn address(&mut self, field: &str) -> Option<IpAddr> {
        let address = self.raw(field)?.parse::<IpAddr>();
        address.map_err(|_| self.fail(field, "not an IP address")).ok()
    }

    /// `true` or `false`; `false` when absent.
    pub(crate) fn flag(&mut self, field: &str) -> bool {
        match self.take(field) {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(_) => {
                self.fail(field, "neither true nor false");
                false
            }
        }
    }

    /// An external id.
    pub(crate) fn external(&mut self, field: &str) -> Option<ExternalId> {
        let text = self.raw(field)?;
        ExternalId::parse(&text).map_err(|why| self.fail(field, why)).ok()
    }

    /// One of a list of keys.
    pub(crate) fn key<T>(&mut self, field: &str, (from_key, all): FromKey<T>) -> Option<T> {
        let text = self.raw(field)?;
        let value = from_key(&text);
        if value.is_none() {
            self.fail(field, format!("{text:?} is not one of {}", all().join(", ")));
        }
        value
    }

    /// A list of keys.
    pub(crate) fn keys<T>(&mut self, field: &str, known: FromKey<T>) -> Option<Vec<T>> {
        let value = self.take(field)?;
        Some(self.list(field, &value, known))
    }

    fn list<T>(&mut self, field: &str, value: &Value, (from_key, _): FromKey<T>) -> Vec<T> {
        let Some(items) = value.as_array() else {
            self.fail(field, "not a list");
            return Vec::new();
        };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            match item.as_str().map(from_key) {
                Some(Some(value)) => list.push(value),
                Some(None) => self.fail(field, format!("unknown key {item}")),
                None => self.fail(field, "a list of texts is expected"),
            }
        }
        list
    }

    /// An object of lists of keys.
    pub(crate) fn map_of_keys<T>(&mut self, field: &str, known: FromKey<T>) -> Vec<(String, Vec<T>)> {
        match self.take(field) {
            None => Vec::new(),
            Some(Value::Object(object)) => object
                .into_iter()
                .map(|(name, value)| {
                    let list = self.list(&format!("{field}.{name}"), &value, known);
                    (name, list)
                })
                .collect(),
            Some(_) => {
                self.fail(field, "not an object");
                Vec::new()
            }
        }
    }

    /// An instant: the field itself, or `FIELD_in_days`, a number of days from today.
    pub(crate) fn when(&mut self, field: &str) -> Option<When> {
        let in_days = format!("{field}_in_days");
        let days = self.number(&in_days);
        let text = self.raw(field);
        match (text, days) {
            (Some(_), Some(_)) => {
                self.fail(&in_days, format!("give either this or {field}"));
                None
            }
            (Some(text), None) => {
                let when = When::parse(&text);
                if when.is_none() {
                    self.fail(field, "neither YYYY-MM-DD nor RFC 3339");
                }
                when
            }
            (None, Some(days)) if days.abs() > 36_525 => {
                self.fail(&in_days, "more than a hundred years from now");
                None
            }
            (None, days) => days.map(|days| When::days_after(self.now, days)),
        }
    }
}
