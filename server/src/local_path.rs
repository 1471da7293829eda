//! Paths within this portal, as a browser sends them back: never an address of another site (SECURITY T45).

use axum::http::Uri;
use domain::paths;

/// A path with its query that is certain to stay on this origin and fits into a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(Uri);

impl LocalPath {
    /// Reads one, by [`paths::is_own`].
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = if paths::is_own(text) { text.parse().ok()? } else { return None };
        uri.authority().is_none().then_some(Self(uri))
    }

    /// It as the address of a request.
    pub fn uri(&self) -> Uri {
        self.0.clone()
    }

    /// It without its query.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    pub fn as_str(&self) -> &str {
        self.0.path_and_query().map_or("/", |path| path.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_paths_are_read() {
        for own in ["/", "/accounts", "/a/1/contacts?search=x%20y&next=//z", "/reset/a.b~c", "/?a=b?c"] {
            assert_eq!(LocalPath::parse(own).as_ref().map(LocalPath::as_str), Some(own));
        }
    }

    #[test]
    fn other_addresses_are_not() {
        for other in [
            "",
            "accounts",
            "//evil.example",
            "/a//evil.example",
            "/..//evil.example",
            "/.//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/a\r\nset-cookie: x=y",
            "/a\tb",
            " /a",
            "/a b",
            "/bücher",
            "/a#b",
            "*",
        ] {
            assert_eq!(LocalPath::parse(other), None, "{other:?}");
        }
    }
}
