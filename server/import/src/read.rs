//! From a file to records: every line by itself. What is wrong with each is noted; nothing is looked up.

use crate::fields::Fields;
use crate::parse;
use crate::problem::{LineProblem, Place};
use crate::record::{Kind, Record};
use crate::value::ExternalId;
use serde_json::Value;
use std::collections::HashSet;
use std::io::{BufRead, Read};
use std::sync::Arc;

/// The longest line, in bytes.
const LINE_MAX: u64 = 1024 * 1024;

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// The lines that are right by themselves.
    pub(crate) records: Vec<(Place, Record)>,
    /// What the others are about, so that nobody is told that they are missing.
    pub(crate) broken: HashSet<ExternalId>,
    /// The accounts of contacts among them: who owns those can't be said.
    pub(crate) broken_accounts: HashSet<ExternalId>,
    /// Whether there is a line of which not even that is known.
    pub(crate) unreadable: bool,
    pub(crate) problems: Vec<LineProblem>,
}

impl Lines {
    pub(crate) fn fail(&mut self, place: &Place, field: Option<&str>, why: impl Into<String>) {
        self.problems.push(LineProblem { place: place.clone(), field: field.map(str::to_owned), reason: why.into() });
        self.unreadable |= field.is_none() || field == Some("type");
    }
}

/// Reads JSON Lines; empty lines are passed over. `on_line` is told how many bytes are behind.
pub(crate) fn json_lines(
    name: &str,
    now: i64,
    mut input: impl BufRead,
    mut on_line: impl FnMut(u64),
) -> std::io::Result<Lines> {
    let file: Arc<str> = name.into();
    let mut lines = Lines::default();
    let (mut bytes, mut buffer) = (0, Vec::new());
    for line in 1.. {
        buffer.clear();
        let read = input.by_ref().take(LINE_MAX).read_until(b'\n', &mut buffer)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        on_line(bytes);
        let place = Place { file: Arc::clone(&file), line };
        if read as u64 == LINE_MAX {
            lines.fail(&place, None, "longer than 1 MiB: the rest of the file was not read");
            break;
        }
        let text = if line == 1 { buffer.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&buffer) } else { &buffer };
        if !text.trim_ascii().is_empty() {
            one(&mut lines, &place, text.trim_ascii_end(), now);
        }
    }
    Ok(lines)
}

fn one(lines: &mut Lines, place: &Place, text: &[u8], now: i64) {
    let mut object = match serde_json::from_slice(text) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return lines.fail(place, None, "not a JSON object"),
        // The error names line 1 of what it was given, which is no line of the file.
        Err(error) => return lines.fail(place, None, format!("not JSON, column {}", error.column())),
    };
    let kind = object.remove("type");
    let Some(kind) = kind.as_ref().and_then(Value::as_str).and_then(Kind::from_key) else {
        let all = Kind::ALL.map(Kind::key).join(", ");
        return lines.fail(place, Some("type"), format!("not one of {all}"));
    };
    let name = |field| object.get(field).and_then(Value::as_str).and_then(|text| ExternalId::parse(text).ok());
    let (id, account) = (name("id"), name("account").filter(|_| kind == Kind::Contact));
    let mut fields = Fields::new(object, now);
    let record = parse::record(kind, &mut fields);
    let problems = fields.finish();
    match record {
        Some(record) if problems.is_empty() => lines.records.push((place.clone(), record)),
        _ => {
            lines.broken.extend(id);
            lines.broken_accounts.extend(account);
        }
    }
    for (field, why) in problems {
        lines.fail(place, Some(&field), why);
    }
}
