//! What every address in a mail begins with. It comes from the settings only, never from a request (SECURITY T25).

use crate::base::transport::is_loopback;
use url::Url;

/// Scheme, host and port that people reach the portal at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// `https://portal.example` say: without a slash at the end.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The host of mail addresses for which none is set; a reserved one where the portal has no public one.
    pub fn mail_host(&self) -> String {
        let url = Url::parse(&self.0).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        let is_public = host.contains('.') && !host.contains(':') && !is_loopback(host);
        (if is_public { host } else { "portal.example" }).to_owned()
    }

    /// Whether people reach it over TLS.
    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The whole address of a path, which [`domain::paths`] builds.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_comes_from_the_public_host_or_a_reserved_one() {
        for (origin, host) in [
            ("https://portal.hosting.example", "portal.hosting.example"),
            ("https://portal.hosting.example:8443", "portal.hosting.example"),
            ("http://localhost:8080", "portal.example"),
            ("http://127.0.0.1:8080", "portal.example"),
            ("https://[2001:db8::1]", "portal.example"),
            ("https://intranet", "portal.example"),
        ] {
            assert_eq!(Origin::new(origin).mail_host(), host, "{origin}");
        }
    }
}
