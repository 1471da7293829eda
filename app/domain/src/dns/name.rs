//! Names as DNS has them.

use crate::problem::DnsProblem;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

const LABEL_MAX: usize = 63;
const NAME_MAX: usize = 253;

/// A whole name in lower-case ASCII, without the dot at its end. Letters, digits, hyphens, underscores, and a star for a whole
/// first part: what people give names of. Others that a server may hold are not changed here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DnsName(String);

impl DnsName {
    /// A whole name; a dot at its end is dropped.
    ///
    /// # Errors
    /// When DNS has no such name.
    pub fn whole(text: &str) -> Result<Self, DnsProblem> {
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.is_empty() {
            return Err(DnsProblem::NotADnsName);
        }
        if text.len() > NAME_MAX || text.split('.').any(|label| label.len() > LABEL_MAX) {
            return Err(DnsProblem::DnsNameTooLong);
        }
        for (place, label) in text.split('.').enumerate() {
            if label.contains('*') && (label != "*" || place != 0) {
                return Err(DnsProblem::StarPlace);
            }
            let is_one = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'*');
            if label.is_empty() || label.starts_with('-') || label.ends_with('-') || !label.bytes().all(is_one) {
                return Err(DnsProblem::NotADnsName);
            }
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// The name, without a dot at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// With the dot, as name servers and zone files have it.
    pub fn with_dot(&self) -> String {
        format!("{}.", self.0)
    }

    /// Whether it is `zone` or lies within it.
    pub fn lies_in(&self, zone: &Self) -> bool {
        self == zone || self.0.strip_suffix(zone.as_str()).is_some_and(|rest| rest.ends_with('.'))
    }

    /// As it is written within a zone: `@` for the zone itself, else what stands before it.
    pub fn within(&self, zone: &Self) -> &str {
        if self == zone {
            return "@";
        }
        let rest = self.0.strip_suffix(zone.as_str()).and_then(|rest| rest.strip_suffix('.'));
        rest.unwrap_or(&self.0)
    }

    /// Whether it has an underscore, which names of hosts have not.
    pub fn has_underscore(&self) -> bool {
        self.0.contains('_')
    }

    /// The order of a zone's table: the zone itself first, then by name.
    pub fn order(&self, other: &Self, zone: &Self) -> Ordering {
        (self != zone).cmp(&(other != zone)).then_with(|| self.within(zone).cmp(other.within(zone)))
    }
}

impl fmt::Display for DnsName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for DnsName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::whole(&text).map_err(|_| "not a DNS name")
    }
}

impl From<DnsName> for String {
    fn from(name: DnsName) -> Self {
        name.0
    }
}

/// Reads names as people type them, or as zone files have them.
#[derive(Clone, Copy)]
pub struct NameReader<'z> {
    zone: &'z DnsName,
    origin: &'z DnsName,
    is_file: bool,
    ascii: fn(&str) -> Option<String>,
}

impl<'z> NameReader<'z> {
    /// Of what is typed into the table of a zone. `ascii` turns a name of any script into ASCII.
    pub const fn typed(zone: &'z DnsName, ascii: fn(&str) -> Option<String>) -> Self {
        Self { zone, origin: zone, is_file: false, ascii }
    }

    /// Of a zone file, whose names without a dot at their end lie within `origin`.
    pub const fn file(zone: &'z DnsName, origin: &'z DnsName, ascii: fn(&str) -> Option<String>) -> Self {
        Self { zone, origin, is_file: true, ascii }
    }

    /// The zone.
    pub const fn zone(&self) -> &'z DnsName {
        self.zone
    }

    /// The name that a record has. In a table the zone's own name may stand at its end.
    ///
    /// # Errors
    /// When it is none, or lies outside of the zone.
    pub fn owner(&self, text: &str) -> Result<DnsName, DnsProblem> {
        let text = text.trim();
        let name = if text == "@" || (text.is_empty() && !self.is_file) {
            self.origin.clone()
        } else {
            let ascii = self.in_ascii(text)?;
            let whole = ascii.ends_with('.')
                || (!self.is_file && DnsName::whole(&ascii).is_ok_and(|name| name.lies_in(self.zone)));
            if whole { DnsName::whole(&ascii)? } else { self.below(&ascii)? }
        };
        if name.lies_in(self.zone) { Ok(name) } else { Err(DnsProblem::OutsideZone { zone: self.zone.to_string() }) }
    }

    /// The name that a record leads to. In a table only one without any dot lies within the zone.
    ///
    /// # Errors
    /// When it is none, or an address.
    pub fn target(&self, text: &str) -> Result<DnsName, DnsProblem> {
        if text.parse::<std::net::IpAddr>().is_ok() {
            return Err(DnsProblem::AddressForName);
        }
        if text == "@" {
            return Ok(self.origin.clone());
        }
        let ascii = self.in_ascii(text)?;
        let name = if ascii.ends_with('.') || (!self.is_file && ascii.contains('.')) {
            DnsName::whole(&ascii)?
        } else {
            self.below(&ascii)?
        };
        if name.as_str().contains('*') { Err(DnsProblem::StarPlace) } else { Ok(name) }
    }

    fn below(&self, text: &str) -> Result<DnsName, DnsProblem> {
        DnsName::whole(&format!("{text}.{}", self.origin))
    }

    fn in_ascii(&self, text: &str) -> Result<String, DnsProblem> {
        if text.is_ascii() {
            return Ok(text.to_owned());
        }
        (self.ascii)(text).ok_or(DnsProblem::NotADnsName)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> DnsName {
        DnsName::whole("example.com").expect("a name")
    }

    #[test]
    fn a_name_is_what_dns_has() {
        let long = "a".repeat(64);
        let longer = vec!["abcdefgh"; 30].join(".");
        for (text, read) in [
            ("Example.COM.", Ok("example.com")),
            ("_dmarc.example.com", Ok("_dmarc.example.com")),
            ("*.example.com", Ok("*.example.com")),
            ("xn--bcher-kva.example", Ok("xn--bcher-kva.example")),
            ("", Err(DnsProblem::NotADnsName)),
            (".", Err(DnsProblem::NotADnsName)),
            ("a..b", Err(DnsProblem::NotADnsName)),
            ("-a.b", Err(DnsProblem::NotADnsName)),
            ("a b", Err(DnsProblem::NotADnsName)),
            ("a\\.b", Err(DnsProblem::NotADnsName)),
            ("a.*.b", Err(DnsProblem::StarPlace)),
            ("a*.b", Err(DnsProblem::StarPlace)),
            (&long, Err(DnsProblem::DnsNameTooLong)),
            (&longer, Err(DnsProblem::DnsNameTooLong)),
        ] {
            let name = DnsName::whole(text);
            assert_eq!(name.as_ref().map(DnsName::as_str), read.as_ref().copied(), "{text}");
        }
    }

    #[test]
    fn owners_and_targets_are_read_as_their_place_has_them() {
        let zone = zone();
        let ascii = |text: &str| (text == "b\u{fc}cher").then(|| "xn--bcher-kva".to_owned());
        let typed = NameReader::typed(&zone, ascii);
        let file = NameReader::file(&zone, &zone, ascii);
        for (reader, text, owner) in [
            (typed, "@", Some("example.com")),
            (typed, "", Some("example.com")),
            (typed, "www", Some("www.example.com")),
            (typed, "WWW.example.com", Some("www.example.com")),
            (typed, "a.b", Some("a.b.example.com")),
            (typed, "b\u{fc}cher", Some("xn--bcher-kva.example.com")),
            (typed, "\u{fc}", None),
            (typed, "www.example.net.", None),
            (typed, "notexample.com.", None),
            (file, "www.example.com", Some("www.example.com.example.com")),
            (file, "www.example.com.", Some("www.example.com")),
            (file, "", None),
        ] {
            assert_eq!(reader.owner(text).ok().as_ref().map(DnsName::as_str), owner, "{text}");
        }
        for (reader, text, target) in [
            (typed, "mail", Ok("mail.example.com")),
            (typed, "mail.example.net", Ok("mail.example.net")),
            (typed, "@", Ok("example.com")),
            (typed, "192.0.2.1", Err(DnsProblem::AddressForName)),
            (typed, "2001:db8::1", Err(DnsProblem::AddressForName)),
            (typed, "*.example.net", Err(DnsProblem::StarPlace)),
            (file, "mail.example.net", Ok("mail.example.net.example.com")),
        ] {
            assert_eq!(reader.target(text).map(String::from), target.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn a_zone_does_not_reach_beyond_its_name() {
        let zone = zone();
        for (text, inside) in [("example.com", true), ("a.example.com", true), ("aexample.com", false), ("com", false)]
        {
            assert_eq!(DnsName::whole(text).expect("a name").lies_in(&zone), inside, "{text}");
        }
        assert_eq!(DnsName::whole("a.b.example.com").expect("a name").within(&zone), "a.b");
    }
}
