//! The address of the page that is being rendered.

use super::said::without_said;
use domain::error::PortalError;
use leptos::prelude::use_context;
use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

/// The names and values of a query, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the part of an address after `?`.
    pub fn read(text: &str) -> Self {
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    /// A query of these pairs.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// The first value under `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The first value under `name`; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// The first value under `name`, where it is a `T`.
    pub fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// What it has under these names.
    pub(super) fn only(self, names: &[&str]) -> Self {
        Self(self.0.into_iter().filter(|(name, _)| names.contains(&name.as_str())).collect())
    }
}

/// The page that is asked for: a context value of the server.
#[derive(Debug, Clone, Default)]
pub struct PageRequest {
    /// Path and query, as they were asked for.
    pub address: String,
    /// The same query, read.
    pub query: Query,
    /// What stands in the places of the route, `account` say.
    pub places: Arc<HashMap<String, String>>,
    /// Whether the browser's program asked, which takes the page out of its document.
    pub step: bool,
}

pub(super) fn request() -> PageRequest {
    use_context().unwrap_or_default()
}

/// Whether the browser's program asked for the page, which leaves the head of its document as it is.
pub fn is_step() -> bool {
    request().step
}

/// The query of the page. What it says of the step before is read by `said()` alone.
pub fn query() -> Query {
    request().query
}

/// Path and query of the page, without what is said once: the address that the browser shows, and that forms and links go
/// back to.
pub fn address() -> String {
    without_said(&request().address)
}

/// The id in the path that the route calls `name`.
///
/// # Errors
/// `NotFound` when it is none.
pub fn path_id<T: FromStr>(name: &str) -> Result<T, PortalError> {
    request().places.get(name).and_then(|text| text.parse().ok()).ok_or(PortalError::NotFound)
}

/// The id in the path that the route calls `name`, on routes that may go without.
///
/// # Errors
/// `NotFound` when something else stands there.
pub(crate) fn path_id_if_any<T: FromStr>(name: &str) -> Result<Option<T>, PortalError> {
    match request().places.get(name) {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| PortalError::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_by_name() {
        let query = Query::read("search=Zo%C3%AB+%26%20co&status=&page=2&page=3");
        assert_eq!(query, Query::of(&[("search", "Zoë & co"), ("status", ""), ("page", "2"), ("page", "3")]));
        assert_eq!((query.get("status"), query.get("sort")), (Some(""), None));
        assert_eq!((query.text("search"), query.text("sort")), ("Zoë & co", ""));
        assert_eq!((query.parse::<u8>("page"), query.parse::<u8>("search")), (Some(2), None));
    }
}
