//! The address that the settings name, and no other one.

use super::networks::Networks;
use std::fmt::Write as _;
use std::net::IpAddr;
use url::{Host, Url};

/// Where a driver's other side is: what every request begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub(super) is_tls: bool,
    pub(super) host: Host<String>,
    pub(super) port: u16,
    pub(super) networks: Networks,
    /// Host and port, as the header has it.
    pub(super) authority: String,
    /// Without a slash at its end.
    path: String,
}

/// Why an address can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotATarget {
    /// It is no address of the web, or has more to it.
    #[error("it must be https://, a host, perhaps a port and a path, and nothing else")]
    Malformed,
    /// It is not encrypted, on the way to another machine.
    #[error("it must begin with https:// unless its host is localhost or another loopback one")]
    Plaintext,
    /// It is in a network that may not be reached.
    #[error("it is an address in a private network: set allow_private if it is meant")]
    Private,
    /// It is nobody's server.
    #[error("no server has such an address")]
    Never,
}

impl Target {
    /// Reads a setting. A host that is loopback by its name reaches this machine alone.
    ///
    /// # Errors
    /// When it is no address that may be spoken to.
    pub fn parse(text: &str, allow_private: bool) -> Result<Self, NotATarget> {
        let url = Url::parse(text.trim()).map_err(|_| NotATarget::Malformed)?;
        let has_more = !url.username().is_empty()
            || url.password().is_some()
            || url.query().is_some()
            || url.fragment().is_some()
            || text.contains('@');
        let is_tls = url.scheme() == "https";
        let host = url.host().map(|host| host.to_owned()).filter(|_| !has_more && (is_tls || url.scheme() == "http"));
        let host = host.ok_or(NotATarget::Malformed)?;
        let port = url.port_or_known_default().ok_or(NotATarget::Malformed)?;
        let networks = networks(&host, allow_private);
        if !is_tls && networks != Networks::Loopback {
            return Err(NotATarget::Plaintext);
        }
        match literal(&host) {
            Some(address) if !Networks::Private.allow(address) => return Err(NotATarget::Never),
            Some(address) if !networks.allow(address) => return Err(NotATarget::Private),
            Some(_) | None => {}
        }
        let authority = url.port().map_or_else(|| host.to_string(), |port| format!("{host}:{port}"));
        let path = url.path().trim_end_matches('/').to_owned();
        Ok(Self { is_tls, host, port, networks, authority, path })
    }

    /// The path of a request, behind that of the address.
    pub fn path(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    /// Which networks may be reached.
    pub const fn networks(&self) -> Networks {
        self.networks
    }
}

fn networks(host: &Host<String>, allow_private: bool) -> Networks {
    let is_loopback = match host {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(_) | Host::Ipv6(_) => literal(host).is_some_and(|address| Networks::Loopback.allow(address)),
    };
    match (is_loopback, allow_private) {
        (true, _) => Networks::Loopback,
        (false, true) => Networks::Private,
        (false, false) => Networks::Public,
    }
}

/// The address, where the host is one.
pub(super) fn literal(host: &Host<String>) -> Option<IpAddr> {
    match host {
        Host::Domain(_) => None,
        Host::Ipv4(address) => Some((*address).into()),
        Host::Ipv6(address) => Some((*address).into()),
    }
}

/// A part of a path: whatever stands in it is that one part.
pub fn part(text: &str) -> Option<String> {
    // Servers take these for the parts before them, however they are written.
    if matches!(text, "" | "." | "..") {
        return None;
    }
    let mut part = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            part.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(part, "%{byte:02X}");
        }
    }
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encrypted_or_of_this_machine_and_of_an_allowed_network() {
        for (text, authority, path) in [
            ("https://automation.example", "automation.example", "/orders"),
            ("https://automation.example:8443/portico/", "automation.example:8443", "/portico/orders"),
            ("https://automation.example:443/a/b", "automation.example", "/a/b/orders"),
            ("http://localhost:9000", "localhost:9000", "/orders"),
            ("http://127.0.0.1:9000/x", "127.0.0.1:9000", "/x/orders"),
            ("http://[::1]:9000", "[::1]:9000", "/orders"),
            ("https://93.184.215.14", "93.184.215.14", "/orders"),
        ] {
            let target = Target::parse(text, false).expect(text);
            assert_eq!((target.authority.as_str(), target.path("/orders").as_str()), (authority, path));
        }
        for (text, problem) in [
            ("", NotATarget::Malformed),
            ("automation.example", NotATarget::Malformed),
            ("ftp://automation.example", NotATarget::Malformed),
            ("https://me:hunter2@automation.example", NotATarget::Malformed),
            ("https://@automation.example", NotATarget::Malformed),
            ("https://automation.example/?a=b", NotATarget::Malformed),
            ("https://automation.example/#a", NotATarget::Malformed),
            ("http://automation.example", NotATarget::Plaintext),
            ("http://localhost.example", NotATarget::Plaintext),
            ("http://10.0.0.1", NotATarget::Plaintext),
            ("https://10.0.0.1", NotATarget::Private),
            ("https://0x0a000001", NotATarget::Private),
            ("https://[::ffff:10.0.0.1]", NotATarget::Private),
            ("https://169.254.169.254", NotATarget::Never),
            ("https://0.0.0.0", NotATarget::Never),
        ] {
            assert_eq!(Target::parse(text, false).err(), Some(problem), "{text}");
        }
        assert!(Target::parse("https://10.0.0.1", true).is_ok());
        assert_eq!(Target::parse("http://10.0.0.1", true).err(), Some(NotATarget::Plaintext));
        assert_eq!(Target::parse("https://169.254.169.254", true).err(), Some(NotATarget::Never));
    }

    #[test]
    fn what_a_machine_is_called_leads_nowhere_else() {
        for (text, in_path) in [
            ("web-01.example_a~b", Some("web-01.example_a~b")),
            ("../secrets", Some("..%2Fsecrets")),
            ("a?b#c d%2e\r\n", Some("a%3Fb%23c%20d%252e%0D%0A")),
            ("\u{e4}", Some("%C3%A4")),
            ("..", None),
            (".", None),
            ("", None),
        ] {
            assert_eq!(part(text).as_deref(), in_path, "{text:?}");
        }
    }
}
