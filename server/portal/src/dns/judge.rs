//! What takes a library to judge of records: names in other scripts, and whether a server could send a record at all.
//!
//! `domain::dns` reads and writes records by itself, in one spelling, so that pages, use-cases and drivers compare what is
//! the same. hickory-proto has the last word here: what it does not take as a record of that kind is not sent anywhere.

use domain::dns::{ChangeSet, RecordType};
use domain::problem::DnsProblem;
use domain::text::is_plain;
use hickory_proto::rr::{Name, RData, RecordType as WireType};
use hickory_proto::serialize::binary::BinEncodable as _;
use std::str::FromStr as _;

/// The most bytes of all values of a set: beyond it answers do not fit into a message.
const SET_BYTES: usize = 60_000;

/// A name of any script in ASCII. Underscores and stars stay as they are.
pub(super) fn ascii(name: &str) -> Option<String> {
    let labels = name.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    let labels = labels.map(|label| {
        if label.is_ascii() {
            return Some(label.to_ascii_lowercase());
        }
        // The library drops what cannot be seen: two names that look alike would be one.
        let plain = label.chars().all(is_plain).then_some(label)?;
        idna::domain_to_ascii_strict(plain).ok()
    });
    Some(labels.collect::<Option<Vec<_>>>()?.join("."))
}

/// A name as people read it.
pub(super) fn unicode(name: &str) -> String {
    idna::domain_to_unicode(name).0
}

/// What no name server could send, by the place of the change.
pub(super) fn unsendable(changes: &ChangeSet) -> Vec<(usize, &'static str, DnsProblem)> {
    let mut problems = Vec::new();
    for (place, change) in changes.changes.iter().enumerate() {
        if Name::from_ascii(change.name.with_dot()).is_err() {
            problems.push((place, "name", DnsProblem::NotADnsName));
        }
        let values = change.after.iter().flat_map(|after| &after.values);
        let sizes: Option<Vec<usize>> = values.map(|value| wire_size(change.kind, value)).collect();
        if sizes.is_none_or(|sizes| sizes.iter().sum::<usize>() > SET_BYTES) {
            problems.push((place, "values", DnsProblem::NotSendable));
        }
    }
    problems
}

/// How many bytes a value takes; `None` where it is none of its kind.
fn wire_size(kind: RecordType, value: &str) -> Option<usize> {
    let data = RData::try_from_str(WireType::from_str(kind.key()).ok()?, value).ok()?;
    Some(data.to_bytes().ok()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dns::{DnsName, NameReader, read_value};

    #[test]
    fn names_of_other_scripts_become_ascii() {
        for (name, in_ascii) in [
            ("B\u{fc}cher", Some("xn--bcher-kva")),
            ("_dmarc.b\u{fc}cher.example.", Some("_dmarc.xn--bcher-kva.example.")),
            ("*.b\u{fc}cher", Some("*.xn--bcher-kva")),
            ("a\u{3002}b\u{fc}", Some("a.xn--b-eha")),
            ("a b\u{fc}", None),
        ] {
            assert_eq!(ascii(name).as_deref(), in_ascii, "{name}");
        }
        assert_eq!(unicode("xn--bcher-kva.example"), "b\u{fc}cher.example");
    }

    #[test]
    fn the_library_takes_what_was_read() {
        let zone = DnsName::whole("example.com").expect("a name");
        for (kind, text) in [
            (RecordType::A, "192.0.2.1"),
            (RecordType::Aaaa, "2001:db8::1"),
            (RecordType::Cname, "_x.example.net"),
            (RecordType::Mx, "10 mail"),
            (RecordType::Mx, "0 ."),
            (RecordType::Txt, "say \"hi\" \\ \u{fc}; (all)"),
            (RecordType::Txt, "\"a\" \"b\""),
            (RecordType::Srv, "1 2 5060 sip.example.net"),
            (RecordType::Caa, "0 issue ca.example"),
            (RecordType::Caa, "128 issue \";\""),
            (RecordType::Caa, "0 iodef \"mailto:a@b.example\""),
            (RecordType::Ns, "ns1.example.net"),
            (RecordType::Ptr, "host.example.net"),
        ] {
            let value = read_value(kind, text, NameReader::typed(&zone, ascii)).expect(text);
            assert!(wire_size(kind, &value).is_some(), "{value}");
        }
        for (kind, value) in [(RecordType::A, "192.0.2"), (RecordType::Mx, "mail"), (RecordType::Caa, "x")] {
            assert_eq!(wire_size(kind, value), None, "{value}");
        }
    }
}
