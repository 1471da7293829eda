//! The address people reach the portal under. It comes from the settings only, never from a request
//! (SECURITY T25): links in mails, the `Host` check and the cross-site check all rest on it.

use portal::Origin;
use std::fmt;

/// How the public address is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Without encryption: only for a loopback host.
    Http,
    /// With TLS, ended by a proxy in front.
    Https,
}

impl Scheme {
    /// As it stands in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    const fn port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

/// Scheme, host and port; no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    scheme: Scheme,
    host: String,
    port: u16,
    /// Other names of the same host: the loopback ones of the default address.
    also: Vec<String>,
}

/// The text is not a public address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it must be http:// or https://, a host, perhaps a port, and nothing else")]
pub struct NotAPublicUrl;

impl PublicUrl {
    /// What it is without a setting: `http://localhost:PORT`, with `127.0.0.1` and `[::1]` as other names.
    pub fn local(port: u16) -> Self {
        Self {
            scheme: Scheme::Http,
            host: "localhost".to_owned(),
            port,
            also: vec!["127.0.0.1".to_owned(), "[::1]".to_owned()],
        }
    }

    /// Reads a setting.
    ///
    /// # Errors
    /// When there is more or less in it than scheme, host and port.
    pub fn parse(text: &str) -> Result<Self, NotAPublicUrl> {
        let (scheme, rest) = if let Some(rest) = text.strip_prefix("https://") {
            (Scheme::Https, rest)
        } else if let Some(rest) = text.strip_prefix("http://") {
            (Scheme::Http, rest)
        } else {
            return Err(NotAPublicUrl);
        };
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = split_port(authority, scheme.port())?;
        let host = host.to_ascii_lowercase();
        if is_host(&host) { Ok(Self { scheme, host, port, also: Vec::new() }) } else { Err(NotAPublicUrl) }
    }

    /// Whether it is spoken to with TLS.
    pub fn is_https(&self) -> bool {
        self.scheme == Scheme::Https
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        portal::base::transport::is_loopback(&self.host)
    }

    /// What addresses in mails begin with.
    pub fn origin(&self) -> Origin {
        Origin::new(self.to_string())
    }

    /// The same for web sockets.
    pub fn socket_origin(&self) -> String {
        // `https` becomes `wss`.
        self.to_string().replacen("http", "ws", 1)
    }

    /// Whether a request may carry this `Host` (or authority): the host or another name of it, with the port.
    pub fn is_ours(&self, authority: &str) -> bool {
        let Ok((host, port)) = split_port(authority, self.scheme.port()) else { return false };
        let names_us = |name: &String| name.eq_ignore_ascii_case(host);
        port == self.port && (names_us(&self.host) || self.also.iter().any(names_us))
    }

    /// Whether this is the `Origin` of a page that came from us under the name `authority`.
    pub fn is_own_origin(&self, origin: &str, authority: &str) -> bool {
        let Some((scheme, from)) = origin.split_once("://") else { return false };
        let same = |port: u16, text: &str| split_port(text, port).map(|(host, port)| (host.to_ascii_lowercase(), port));
        let port = self.scheme.port();
        scheme == self.scheme.name()
            && self.is_ours(from)
            && matches!((same(port, from), same(port, authority)), (Ok(a), Ok(b)) if a == b)
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme.name(), self.host)?;
        if self.port == self.scheme.port() { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

/// Host and port of an authority; the colons of an IPv6 address stand in brackets.
fn split_port(authority: &str, default: u16) -> Result<(&str, u16), NotAPublicUrl> {
    let after_brackets = authority.rfind(']').map_or(0, |end| end + 1);
    match authority[after_brackets..].find(':') {
        None => Ok((authority, default)),
        Some(colon) => {
            let (host, port) = authority.split_at(after_brackets + colon);
            let digits = &port[1..];
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(NotAPublicUrl);
            }
            Ok((host, digits.parse().map_err(|_| NotAPublicUrl)?))
        }
    }
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_scheme_host_and_port_and_nothing_else() {
        for (given, shown) in [
            ("https://portal.example", "https://portal.example"),
            ("https://Portal.Example:443/", "https://portal.example"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(PublicUrl::parse(given).map(|url| url.to_string()), Ok(shown.to_owned()));
        }
        for bad in [
            "",
            "portal.example",
            "ftp://portal.example",
            "https://",
            "https://portal.example/path",
            "https://portal.example?x",
            "https://user@portal.example",
            "https://portal.example:",
            "https://portal.example:70000",
            "https://portal.example:+80",
            "https://portal..example",
            "https://portal.example.",
            "https://[::1",
            "https://büro.example",
            "https://portal.example\n",
        ] {
            assert_eq!(PublicUrl::parse(bad), Err(NotAPublicUrl), "{bad:?}");
        }
    }

    #[test]
    fn the_default_answers_to_three_names() {
        let url = PublicUrl::local(8080);
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"] {
            assert!(url.is_ours(host), "{host}");
        }
        for host in ["localhost", "localhost:80", "localhost.:8080", "127.0.0.2:8080", "", ":8080"] {
            assert!(!url.is_ours(host), "{host}");
        }
        assert!(url.is_loopback() && !url.is_https());
    }

    #[test]
    fn a_set_address_answers_to_one_name_with_or_without_its_usual_port() {
        let url = PublicUrl::parse("https://portal.example").expect("it is one");
        assert!(url.is_ours("portal.example") && url.is_ours("portal.example:443"));
        assert!(!url.is_ours("portal.example:80") && !url.is_ours("evil.portal.example"));
        assert!(!url.is_loopback() && url.is_https());
    }

    #[test]
    fn an_origin_is_own_only_under_the_name_asked_for() {
        let url = PublicUrl::local(8080);
        assert!(url.is_own_origin("http://localhost:8080", "localhost:8080"));
        assert!(!url.is_own_origin("http://127.0.0.1:8080", "localhost:8080"));
        for foreign in ["null", "", "https://localhost:8080", "http://localhost", "http://localhost:8080.evil.example"]
        {
            assert!(!url.is_own_origin(foreign, "localhost:8080"), "{foreign}");
        }
    }
}
