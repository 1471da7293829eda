//! Values of records as people type them and as zone files have them. What is read is written in one way only, so two
//! spellings of a value are the same value.

use super::{DnsName, NameReader, RecordType};
use crate::problem::DnsProblem;
use std::fmt::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest text of a record, in bytes.
const TEXT_MAX: usize = 4_000;
/// The longest string that a text is made of.
const STRING_MAX: usize = 255;

/// Reads a value; what it is as zone files have it.
///
/// # Errors
/// What is wrong with it.
pub fn read_value(kind: RecordType, text: &str, names: NameReader<'_>) -> Result<String, DnsProblem> {
    let text = text.trim();
    match kind {
        RecordType::A => text.parse::<Ipv4Addr>().map(|address| address.to_string()).map_err(|_| DnsProblem::NotIpv4),
        RecordType::Aaaa => {
            text.parse::<Ipv6Addr>().map(|address| address.to_string()).map_err(|_| DnsProblem::NotIpv6)
        }
        RecordType::Cname | RecordType::Ptr => names.target(text).map(|name| name.with_dot()),
        RecordType::Ns => host(text, names),
        RecordType::Mx => {
            let [preference, target] = fields(text).ok_or(DnsProblem::MxForm)?;
            let preference: u16 = preference.parse().map_err(|_| DnsProblem::MxForm)?;
            Ok(format!("{preference} {}", host_or_none(target, names)?))
        }
        RecordType::Srv => {
            let [priority, weight, port, target] = fields(text).ok_or(DnsProblem::SrvForm)?;
            let number = |text: &str| text.parse::<u16>().map_err(|_| DnsProblem::SrvForm);
            let (priority, weight, port) = (number(priority)?, number(weight)?, number(port)?);
            Ok(format!("{priority} {weight} {port} {}", host_or_none(target, names)?))
        }
        RecordType::Caa => caa(text),
        RecordType::Txt => Ok(in_quotes(&strings(text)?)),
    }
}

fn fields<const N: usize>(text: &str) -> Option<[&str; N]> {
    text.split_ascii_whitespace().collect::<Vec<_>>().try_into().ok()
}

/// The name of a host.
fn host(text: &str, names: NameReader<'_>) -> Result<String, DnsProblem> {
    let name: DnsName = names.target(text)?;
    if name.has_underscore() { Err(DnsProblem::Underscore) } else { Ok(name.with_dot()) }
}

/// The same, or a dot: there is none.
fn host_or_none(text: &str, names: NameReader<'_>) -> Result<String, DnsProblem> {
    if text == "." { Ok(text.to_owned()) } else { host(text, names) }
}

fn caa(text: &str) -> Result<String, DnsProblem> {
    let mut parts = text.splitn(3, |c: char| c.is_ascii_whitespace());
    let (Some(flags), Some(tag), Some(value)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(DnsProblem::CaaForm);
    };
    let flags: u8 = flags.parse().map_err(|_| DnsProblem::CaaForm)?;
    let tag = tag.to_ascii_lowercase();
    if tag.is_empty() || tag.len() > 15 || !tag.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(DnsProblem::CaaForm);
    }
    let value = strings(value)?;
    match &value[..] {
        [one] => Ok(format!("{flags} {tag} {}", in_quotes(std::slice::from_ref(one)))),
        _ => Err(DnsProblem::CaaForm),
    }
}

/// The strings of a text: those in quotes, or all of it as it stands, in pieces that DNS has room for.
fn strings(text: &str) -> Result<Vec<Vec<u8>>, DnsProblem> {
    let strings = if text.starts_with('"') { quoted(text)? } else { vec![text.as_bytes().to_vec()] };
    if strings.iter().map(Vec::len).sum::<usize>() > TEXT_MAX {
        return Err(DnsProblem::TextBytes { max: TEXT_MAX });
    }
    let pieces = strings.iter().flat_map(|string| {
        // An empty string is a string.
        let pieces: Vec<_> = string.chunks(STRING_MAX).map(<[u8]>::to_vec).collect();
        if pieces.is_empty() { vec![Vec::new()] } else { pieces }
    });
    Ok(pieces.collect())
}

fn quoted(text: &str) -> Result<Vec<Vec<u8>>, DnsProblem> {
    let mut strings = Vec::new();
    let mut rest = text.bytes().peekable();
    loop {
        while rest.next_if(u8::is_ascii_whitespace).is_some() {}
        match rest.next() {
            None => return Ok(strings),
            Some(b'"') => strings.push(string(&mut rest)?),
            Some(_) => return Err(DnsProblem::TextQuotes),
        }
    }
}

/// What stands up to the next quote.
fn string(rest: &mut impl Iterator<Item = u8>) -> Result<Vec<u8>, DnsProblem> {
    let mut string = Vec::new();
    loop {
        match rest.next().ok_or(DnsProblem::TextQuotes)? {
            b'"' => return Ok(string),
            b'\\' => {
                let escaped = rest.next().ok_or(DnsProblem::TextQuotes)?;
                if !escaped.is_ascii_digit() {
                    string.push(escaped);
                    continue;
                }
                let mut code = u16::from(escaped - b'0');
                for _ in 0..2 {
                    let digit = rest.next().filter(u8::is_ascii_digit).ok_or(DnsProblem::TextQuotes)?;
                    code = code * 10 + u16::from(digit - b'0');
                }
                string.push(u8::try_from(code).map_err(|_| DnsProblem::TextQuotes)?);
            }
            byte => string.push(byte),
        }
    }
}

fn in_quotes(strings: &[Vec<u8>]) -> String {
    let mut text = String::new();
    for (place, string) in strings.iter().enumerate() {
        text.push_str(if place == 0 { "\"" } else { " \"" });
        for &byte in string {
            match byte {
                b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
                b' '..=b'~' => text.push(char::from(byte)),
                _ => {
                    let _ = write!(text, "\\{byte:03}");
                }
            }
        }
        text.push('"');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(kind: RecordType, text: &str) -> Result<String, DnsProblem> {
        let zone = DnsName::whole("example.com").expect("a name");
        read_value(kind, text, NameReader::typed(&zone, |_| None))
    }

    #[test]
    fn values_are_read_as_dns_has_them() {
        use RecordType::{A, Aaaa, Caa, Cname, Mx, Ns, Ptr, Srv, Txt};
        for (kind, text, value) in [
            (A, " 192.0.2.1 ", "192.0.2.1"),
            (Aaaa, "2001:DB8:0::1", "2001:db8::1"),
            (Cname, "Web.Example.NET", "web.example.net."),
            (Cname, "@", "example.com."),
            (Mx, "10  mail", "10 mail.example.com."),
            (Mx, "0 .", "0 ."),
            (Srv, "10 5 5060 sip.example.net", "10 5 5060 sip.example.net."),
            (Caa, "0 ISSUE letsencrypt.org", "0 issue \"letsencrypt.org\""),
            (Caa, "128 issue \";\"", "128 issue \";\""),
            (Ns, "ns1.example.net.", "ns1.example.net."),
            (Ptr, "host.example.net", "host.example.net."),
            (Txt, "v=spf1 -all", "\"v=spf1 -all\""),
            (Txt, "\"a\" \"b\"", "\"a\" \"b\""),
            (Txt, "say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\""),
            (Txt, "\"\\195\\188 \\\"\"", "\"\\195\\188 \\\"\""),
            (Txt, "\u{fc}", "\"\\195\\188\""),
            (Txt, "", "\"\""),
        ] {
            assert_eq!(read(kind, text).as_deref(), Ok(value), "{text}");
        }
        let long = "x".repeat(300);
        assert_eq!(read(Txt, &long), Ok(format!("\"{}\" \"{}\"", "x".repeat(255), "x".repeat(45))));
    }

    #[test]
    fn what_is_none_is_refused_with_what_is_wrong() {
        use RecordType::{A, Aaaa, Caa, Cname, Mx, Ns, Srv, Txt};
        let endless = "x".repeat(TEXT_MAX + 1);
        for (kind, text, why) in [
            (A, "192.0.2", DnsProblem::NotIpv4),
            (A, "192.0.2.01", DnsProblem::NotIpv4),
            (A, "2001:db8::1", DnsProblem::NotIpv4),
            (Aaaa, "192.0.2.1", DnsProblem::NotIpv6),
            (Cname, "192.0.2.1", DnsProblem::AddressForName),
            (Cname, "", DnsProblem::NotADnsName),
            (Cname, "a b", DnsProblem::NotADnsName),
            (Mx, "mail.example.com", DnsProblem::MxForm),
            (Mx, "70000 mail.example.com", DnsProblem::MxForm),
            (Mx, "10 192.0.2.1", DnsProblem::AddressForName),
            (Mx, "10 _mail.example.com", DnsProblem::Underscore),
            (Srv, "10 5060 sip.example.net", DnsProblem::SrvForm),
            (Caa, "0 issue", DnsProblem::CaaForm),
            (Caa, "256 issue x", DnsProblem::CaaForm),
            (Caa, "0 is-sue x", DnsProblem::CaaForm),
            (Ns, "a_b.example.net", DnsProblem::Underscore),
            (Txt, "\"open", DnsProblem::TextQuotes),
            (Txt, "\"a\" b", DnsProblem::TextQuotes),
            (Txt, "\"\\256\"", DnsProblem::TextQuotes),
            (Txt, &endless, DnsProblem::TextBytes { max: TEXT_MAX }),
        ] {
            assert_eq!(read(kind, text), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_again_as_the_same(
            kind in proptest::sample::select(RecordType::ALL),
            text in "[ -~\u{e9}]{0,300}|[0-9]{1,5} [a-z.]{1,12}|[0-9]{1,2} [0-9] [0-9]{1,4} [a-z.]{1,9}|[0-9a-f:.]{1,20}",
        ) {
            if let Ok(value) = read(kind, &text) {
                prop_assert_eq!(read(kind, &value), Ok(value.clone()));
            }
        }

        #[test]
        fn any_text_comes_back_from_its_quotes(strings in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..255), 1..5)) {
            let written = in_quotes(&strings);
            prop_assert_eq!(quoted(&written), Ok(strings));
        }
    }
}
