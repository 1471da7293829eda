//! Zone files (RFC 1035, section 5): what other name servers export and import.

use super::{Content, DnsName, NameReader, RecordSet, RecordType, Zone, read_ttl, read_value};
use crate::problem::{DnsProblem, Problem};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The largest zone file that is read.
pub const FILE_BYTES: usize = 128 * 1024;

/// What a record without a time has where the file names none.
const TTL: u32 = 3_600;

/// A line of a zone file that is no good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Which line, from one.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// The sets of a zone file. SOA and what a server signs a zone with are passed over: every server makes its own.
///
/// # Errors
/// Every bad line; nothing is made of a file that has one.
pub fn from_file(
    text: &str,
    zone: &DnsName,
    ascii: fn(&str) -> Option<String>,
) -> Result<Vec<RecordSet>, Vec<BadLine>> {
    let mut reading = Reading { zone, ascii, origin: zone.clone(), owner: None, ttl: TTL, sets: BTreeMap::new() };
    let (mut bad, mut seen) = (Vec::new(), BTreeMap::new());
    for entry in entries(text) {
        let line = entry.line;
        let read = if entry.is_open { Err(DnsProblem::Unclosed) } else { reading.entry(&entry) };
        match read {
            Ok(Some((key, ttl))) => {
                if *seen.entry(key).or_insert(ttl) != ttl {
                    bad.push(BadLine { line, problem: DnsProblem::TtlsDiffer.into() });
                }
            }
            Ok(None) => {}
            Err(problem) => bad.push(BadLine { line, problem: problem.into() }),
        }
    }
    if !bad.is_empty() {
        return Err(bad);
    }
    let sets = reading.sets.into_values();
    Ok(sets.map(|set| RecordSet { content: Content::new(set.content.ttl, set.content.values), ..set }).collect())
}

/// A zone as a file, without its SOA.
pub fn to_file(zone: &Zone) -> String {
    let mut file = format!("$ORIGIN {}\n", zone.name.with_dot());
    for set in &zone.sets {
        for value in &set.content.values {
            let (name, ttl, kind) = (set.name.within(&zone.name), set.content.ttl, set.kind.key());
            let _ = writeln!(file, "{name}\t{ttl}\tIN\t{kind}\t{value}");
        }
    }
    file
}

/// An entry of a file: what stands up to the end of its line, or of the brackets that it opens.
struct Entry {
    line: usize,
    /// It begins with a space: its name is that of the entry before.
    is_indented: bool,
    /// Words, and strings with their quotes.
    words: Vec<String>,
    /// The file ends within brackets or quotes, or a line within quotes.
    is_open: bool,
}

fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut current: Option<Entry> = None;
    let mut depth = 0_usize;
    for (place, line) in text.lines().enumerate() {
        let mut entry = current.take().unwrap_or_else(|| Entry {
            line: place + 1,
            is_indented: line.starts_with([' ', '\t']),
            words: Vec::new(),
            is_open: false,
        });
        if words(line, &mut depth, &mut entry.words).is_none() {
            // Brackets that a bad line opens would swallow the rest of the file.
            (entry.is_open, depth) = (true, 0);
        }
        if depth > 0 {
            current = Some(entry);
        } else if !entry.words.is_empty() || entry.is_open {
            entries.push(entry);
        }
    }
    entries.extend(current.map(|entry| Entry { is_open: true, ..entry }));
    entries
}

/// Takes a line apart; `None` where quotes stay open, or brackets close that are not open.
fn words(line: &str, depth: &mut usize, words: &mut Vec<String>) -> Option<()> {
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ';' => return Some(()),
            '(' => *depth += 1,
            ')' => *depth = depth.checked_sub(1)?,
            '"' => {
                let mut word = String::from('"');
                loop {
                    let c = rest.next()?;
                    word.push(c);
                    match c {
                        '"' => break,
                        '\\' => word.push(rest.next()?),
                        _ => {}
                    }
                }
                words.push(word);
            }
            c if c.is_whitespace() => {}
            c => {
                let mut word = String::from(c);
                if c == '\\' {
                    word.extend(rest.next());
                }
                while let Some(c) = rest.next_if(|&c| !c.is_whitespace() && !matches!(c, ';' | '(' | ')' | '"')) {
                    word.push(c);
                    if c == '\\' {
                        word.extend(rest.next());
                    }
                }
                words.push(word);
            }
        }
    }
    Some(())
}

type Key = (String, RecordType);

struct Reading<'z> {
    zone: &'z DnsName,
    ascii: fn(&str) -> Option<String>,
    origin: DnsName,
    owner: Option<DnsName>,
    ttl: u32,
    sets: BTreeMap<Key, RecordSet>,
}

impl Reading<'_> {
    /// The set and the time of an entry that is a record; `None` for one that is passed over.
    fn entry(&mut self, entry: &Entry) -> Result<Option<(Key, u32)>, DnsProblem> {
        let mut words: &[String] = &entry.words;
        let first = words.first().ok_or(DnsProblem::NotARecord)?;
        if first.starts_with('$') {
            return self.directive(words).map(|()| None);
        }
        let origin = self.origin.clone();
        let names = NameReader::file(self.zone, &origin, self.ascii);
        if !entry.is_indented {
            // A bad name is not that of the lines below it either.
            self.owner = None;
            words = &words[1..];
            let kind_of = |word: &String| RecordType::from_key(word).is_some() || is_passed_over(word);
            if !words.iter().any(kind_of) {
                return Err(unknown(words));
            }
            self.owner = Some(names.owner(first)?);
        }
        let mut ttl = None;
        let kind = loop {
            let (word, rest) = words.split_first().ok_or(DnsProblem::NotARecord)?;
            words = rest;
            if word.eq_ignore_ascii_case("IN") {
                continue;
            }
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                ttl = Some(read_ttl(word)?);
                continue;
            }
            if is_passed_over(word) {
                return Ok(None);
            }
            break RecordType::from_key(word).ok_or_else(|| DnsProblem::UnknownRecordType { kind: word.clone() })?;
        };
        let owner = self.owner.clone().ok_or(DnsProblem::NotARecord)?;
        let value = read_value(kind, &rdata(kind, words)?, names)?;
        let ttl = ttl.unwrap_or(self.ttl);
        let key = (owner.to_string(), kind);
        let content = Content { ttl, values: Vec::new() };
        let set = self.sets.entry(key.clone()).or_insert_with(|| RecordSet { name: owner, kind, content });
        set.content.values.push(value);
        Ok(Some((key, ttl)))
    }

    fn directive(&mut self, words: &[String]) -> Result<(), DnsProblem> {
        match words {
            [name, origin] if name.eq_ignore_ascii_case("$ORIGIN") => {
                self.origin = NameReader::file(self.zone, &self.origin, self.ascii).owner(origin)?;
                Ok(())
            }
            [name, ttl] if name.eq_ignore_ascii_case("$TTL") => {
                self.ttl = read_ttl(ttl)?;
                Ok(())
            }
            [name, ..] => Err(DnsProblem::UnknownDirective { name: name.clone() }),
            [] => Err(DnsProblem::NotARecord),
        }
    }
}

/// Why an entry without a known kind is none: the kind is another one, or there is none.
fn unknown(words: &[String]) -> DnsProblem {
    let kind =
        words.iter().find(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && !word.eq_ignore_ascii_case("IN"));
    match kind {
        Some(kind) if kind.len() <= 12 => DnsProblem::UnknownRecordType { kind: kind.clone() },
        _ => DnsProblem::NotARecord,
    }
}

/// What every server makes itself.
fn is_passed_over(kind: &str) -> bool {
    ["SOA", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY", "CDS", "CDNSKEY"]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(kind))
}

/// The words of a value as a table has them.
fn rdata(kind: RecordType, words: &[String]) -> Result<String, DnsProblem> {
    if words.is_empty() {
        return Err(DnsProblem::NotARecord);
    }
    let quoted = |word: &String| if word.starts_with('"') { word.clone() } else { format!("\"{word}\"") };
    if kind == RecordType::Txt {
        return Ok(words.iter().map(quoted).collect::<Vec<_>>().join(" "));
    }
    Ok(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn zone() -> DnsName {
        DnsName::whole("example.com").expect("a name")
    }

    fn read(text: &str) -> Result<Vec<String>, Vec<(usize, Problem)>> {
        let line = |set: RecordSet| {
            format!("{} {} {} {}", set.name, set.content.ttl, set.kind.key(), set.content.values.join("|"))
        };
        match from_file(text, &zone(), |_| None) {
            Ok(sets) => Ok(sets.into_iter().map(line).collect()),
            Err(bad) => Err(bad.into_iter().map(|bad| (bad.line, bad.problem)).collect()),
        }
    }

    #[test]
    fn a_zone_file_is_read_as_servers_write_them() {
        let file = "; a comment\n$TTL 1h\n$ORIGIN example.com.\n\
            @ IN SOA ns1.example.net. hostmaster.example.com. (\n  2026112901 ; serial\n  7200 3600\n  1209600 300 )\n\
            \tIN NS ns1.example.net.\n\tNS ns2.example.net.\n\
            www 300 IN A 192.0.2.1\n    IN 300 A 192.0.2.2\n\
            mail.example.com. IN MX 10 mx\n$ORIGIN sub.example.com.\n\
            text TXT \"a; (b\" c ; d\n_sip._tcp SRV 10 5 5060 sip.example.net.\n\
            @ CAA 0 issue \"ca.example\"\nx 60 RRSIG A 13 2 300 20300101000000 1 example.com. abc=\n";
        assert_eq!(
            read(file),
            Ok([
                "_sip._tcp.sub.example.com 3600 SRV 10 5 5060 sip.example.net.",
                "example.com 3600 NS ns1.example.net.|ns2.example.net.",
                "mail.example.com 3600 MX 10 mx.example.com.",
                "sub.example.com 3600 CAA 0 issue \"ca.example\"",
                "text.sub.example.com 3600 TXT \"a; (b\" \"c\"",
                "www.example.com 300 A 192.0.2.1|192.0.2.2",
            ]
            .map(str::to_owned)
            .to_vec())
        );
    }

    #[test]
    fn every_bad_line_is_named() {
        let mut file = String::new();
        for line in 1..=1_000 {
            let value = if line == 500 { "192.0.2" } else { "192.0.2.1" };
            let _ = writeln!(file, "host{line} 300 IN A {value}");
        }
        assert_eq!(read(&file), Err(vec![(500, DnsProblem::NotIpv4.into())]));
        let bad = "a A 192.0.2.1\nb A\nc WKS 1 2\n$INCLUDE other\nd.example.net. A 192.0.2.1\ne TXT \"open\nf 1 A 192.0.2.1\n\
            a 300 A 192.0.2.2\n) A 192.0.2.1\ng MX ( 10 mx\n";
        let lines: Vec<usize> = read(bad).expect_err("bad lines").into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }

    proptest! {
        #[test]
        fn what_is_exported_is_imported_as_it_was(
            texts in proptest::collection::btree_map("[a-z0-9_]{1,10}", proptest::collection::btree_set("[ -~\u{e9}]{1,60}", 1..4), 0..12),
            hosts in proptest::collection::btree_map("[a-z0-9]{1,10}", proptest::collection::btree_set(any::<[u8; 4]>(), 1..4), 0..12),
        ) {
            let zone = zone();
            let names = NameReader::typed(&zone, |_| None);
            let set = |at: &str, kind, values: Vec<String>| {
                let values = values.iter().map(|value| read_value(kind, value, names).expect("a value")).collect();
                RecordSet { name: names.owner(at).expect("a name"), kind, content: Content::new(300, values) }
            };
            let texts = texts.into_iter().map(|(at, values)| set(&at, RecordType::Txt, values.iter().map(|value| format!("x{value}")).collect()));
            let hosts = hosts.into_iter().map(|(at, values)| set(&at, RecordType::A, values.into_iter().map(|a| std::net::Ipv4Addr::from(a).to_string()).collect()));
            let sets = texts.chain(hosts).collect();
            let zone = Zone::new(zone.clone(), Some(7), false, sets, Vec::new());
            let read = from_file(&to_file(&zone), &zone.name, |_| None).expect("its own export");
            prop_assert_eq!(Zone::new(zone.name.clone(), Some(7), false, read, Vec::new()), zone);
        }

        #[test]
        fn no_file_is_too_strange_to_be_answered(text in "[ -~\n\t\u{fc}\"();$]{0,400}") {
            let _ = from_file(&text, &zone(), |_| None);
        }
    }
}
