//! The table of a zone as it was edited, and what it changes.

use super::{
    ChangeSet, Content, DnsName, NameReader, RecordSet, RecordType, SetChange, TTL_MAX, TTL_MIN, VALUES_MAX, Zone,
    read_value,
};
use crate::problem::{DnsProblem, FieldProblem, Problem};
use serde::{Deserialize, Serialize};

/// A row of the table, as it was typed. All that is left empty is a row that nobody has filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditedRow {
    /// Which set it was, and by what its content is known again; empty for a new one.
    #[serde(default)]
    pub was: String,
    /// The name.
    #[serde(default)]
    pub name: String,
    /// The kind.
    #[serde(default)]
    pub kind: String,
    /// For how long others keep it.
    #[serde(default)]
    pub ttl: String,
    /// The values, a line each.
    #[serde(default)]
    pub values: String,
    /// It is to be removed.
    #[serde(default)]
    pub delete: bool,
}

impl EditedRow {
    /// The most rows of a table: far more than a page of a zone has, with new ones.
    pub const MAX: usize = 300;

    /// A set as a row that nobody has touched.
    pub fn of_set(set: &RecordSet, zone: &DnsName) -> Self {
        Self {
            was: was(&set.name, set.kind, &set.content),
            name: set.name.within(zone).to_owned(),
            kind: set.kind.key().to_owned(),
            ttl: set.content.ttl.to_string(),
            values: set.content.values.join("\n"),
            delete: false,
        }
    }

    pub(super) fn of_change(change: &SetChange) -> Self {
        let was = change.before.as_ref().map(|before| was(&change.name, change.kind, before)).unwrap_or_default();
        let (ttl, values) = match &change.after {
            Some(after) => (after.ttl.to_string(), after.values.join("\n")),
            None => (String::new(), String::new()),
        };
        let (name, kind) = (change.name.with_dot(), change.kind.key().to_owned());
        Self { was, name, kind, ttl, values, delete: change.after.is_none() }
    }

    /// Whether nobody has filled it in.
    pub fn is_blank(&self) -> bool {
        self.was.is_empty() && self.name.trim().is_empty() && self.values.trim().is_empty()
    }

    /// Rows in the few bytes that a form sends once more.
    pub fn write(rows: &[Self]) -> String {
        let line = |row: &Self| {
            let ttl = if row.delete { "-" } else { &row.ttl };
            let values = row.values.replace('\n', "\t");
            format!("{}\t{}\t{}\t{ttl}\t{values}", row.was, row.name, row.kind)
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Those rows again; `None` where it is no such text.
    pub fn read(text: &str) -> Option<Vec<Self>> {
        text.lines().map(Self::read_line).collect()
    }

    fn read_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(5, '\t');
        let mut next = || parts.next().map(str::to_owned);
        let (was, name, kind, ttl, values) = (next()?, next()?, next()?, next()?, next()?);
        let (delete, ttl) = if ttl == "-" { (true, String::new()) } else { (false, ttl) };
        Some(Self { was, name, kind, ttl, values: values.replace('\t', "\n"), delete })
    }
}

fn was(name: &DnsName, kind: RecordType, content: &Content) -> String {
    format!("{name} {} {}", kind.key(), content.mark())
}

/// The set that a row was made from.
struct Was {
    name: DnsName,
    kind: RecordType,
    mark: String,
}

impl Was {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (name, kind, mark) = (parts.next()?, parts.next()?, parts.next()?.to_owned());
        Some(Self { name: DnsName::whole(name).ok()?, kind: RecordType::from_key(kind)?, mark })
    }
}

/// Which row each change comes from, so that what is wrong with it is said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// What changes.
    pub changes: ChangeSet,
    rows: Vec<usize>,
}

impl Reviewed {
    /// What is wrong with a change, at the row that it comes from.
    pub fn at(&self, change: usize, field: &str, problem: DnsProblem) -> FieldProblem {
        wrong(self.rows.get(change).copied().unwrap_or_default(), field, problem)
    }
}

fn wrong(row: usize, field: &str, problem: impl Into<Problem>) -> FieldProblem {
    FieldProblem { field: format!("rows.{row}.{field}"), problem: problem.into() }
}

/// A time in seconds, or with its unit behind it: `1h`, `2d`.
///
/// # Errors
/// When it is none, or out of range.
pub fn read_ttl(text: &str) -> Result<u32, DnsProblem> {
    let text = text.trim();
    let (digits, unit) = match text.as_bytes().last().map(u8::to_ascii_lowercase) {
        Some(b's') => (text.get(..text.len() - 1), 1),
        Some(b'm') => (text.get(..text.len() - 1), 60),
        Some(b'h') => (text.get(..text.len() - 1), 3_600),
        Some(b'd') => (text.get(..text.len() - 1), 86_400),
        Some(b'w') => (text.get(..text.len() - 1), 604_800),
        _ => (Some(text), 1),
    };
    let seconds = digits.and_then(|digits| digits.parse::<u32>().ok()).and_then(|number| number.checked_mul(unit));
    let in_range = seconds.filter(|seconds| (TTL_MIN..=TTL_MAX).contains(seconds));
    in_range.ok_or(DnsProblem::TtlRange { min: TTL_MIN, max: TTL_MAX })
}

/// Reads an edited table against the zone as it is now. A row that nobody changed counts for nothing, even where somebody
/// else has changed its set meanwhile.
///
/// # Errors
/// All that is wrong, row by row; what was changed meanwhile with what it is now.
pub fn read_rows(rows: &[EditedRow], zone: &Zone, names: NameReader<'_>) -> Result<Reviewed, Vec<FieldProblem>> {
    let mut reading = Reading { zone, changes: Vec::new(), rows: Vec::new(), problems: Vec::new() };
    let mut added = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        let was = Was::read(&row.was);
        if was.is_none() && !row.was.is_empty() {
            reading.problems.push(wrong(place, "name", Problem::FormTooOld));
            continue;
        }
        if row.delete {
            if let Some(was) = was {
                reading.remove(place, was);
            }
            continue;
        }
        let Some(set) = reading.typed(place, row, names, was.as_ref()) else { continue };
        let gives_way = match was {
            Some(was) if was.name == set.name && was.kind == set.kind && was.mark == set.content.mark() => false,
            Some(was) => reading.remove(place, was),
            None => true,
        };
        if gives_way {
            added.push((place, set));
        }
    }
    for (place, set) in added {
        reading.add(place, set);
    }
    let Reading { changes, rows, problems, .. } = reading;
    if !problems.is_empty() {
        return Err(problems);
    }
    if changes.len() > ChangeSet::MAX {
        let problem = DnsProblem::TooManySets { max: ChangeSet::MAX }.into();
        return Err(vec![FieldProblem { field: "rows".to_owned(), problem }]);
    }
    // What was removed and added again as it was is no change.
    let both = changes.into_iter().zip(rows).filter(|(change, _)| change.before != change.after);
    let (changes, rows) = both.unzip();
    Ok(Reviewed { changes: ChangeSet { changes }, rows })
}

struct Reading<'z> {
    zone: &'z Zone,
    changes: Vec<SetChange>,
    rows: Vec<usize>,
    problems: Vec<FieldProblem>,
}

impl Reading<'_> {
    fn wrong(&mut self, place: usize, field: &str, problem: impl Into<Problem>) {
        self.problems.push(wrong(place, field, problem));
    }

    /// What was typed, where all of it is right.
    fn typed(&mut self, place: usize, row: &EditedRow, names: NameReader<'_>, was: Option<&Was>) -> Option<RecordSet> {
        let before = self.problems.len();
        let name = names.owner(&row.name).map_err(|why| self.wrong(place, "name", why)).ok();
        let Some(kind) = RecordType::from_key(row.kind.trim()) else {
            self.wrong(place, "kind", Problem::NotOffered);
            return None;
        };
        // A time that was there is right, whatever it is.
        let zone = self.zone;
        let present = was.and_then(|was| zone.content(&was.name, was.kind));
        let ttl = match present.filter(|present| present.ttl.to_string() == row.ttl.trim()) {
            Some(present) => Some(present.ttl),
            None => read_ttl(&row.ttl).map_err(|why| self.wrong(place, "ttl", why)).ok(),
        };
        let values = match read_values(kind, &row.values, names) {
            Ok(values) => Some(values),
            Err(why) => {
                self.wrong(place, "values", why);
                None
            }
        };
        let (Some(name), Some(ttl), Some(values)) = (name, ttl, values) else { return None };
        let is_host = matches!(kind, RecordType::A | RecordType::Aaaa | RecordType::Mx);
        if is_host && name.has_underscore() && was.is_none() {
            self.wrong(place, "name", DnsProblem::Underscore);
        }
        (self.problems.len() == before).then(|| RecordSet { name, kind, content: Content::new(ttl, values) })
    }

    fn may_change(&mut self, place: usize, name: &DnsName, kind: RecordType) -> bool {
        let is_own = kind == RecordType::Ns && *name == self.zone.name;
        if is_own {
            self.wrong(place, "kind", DnsProblem::ApexNs);
        }
        !is_own
    }

    /// Removes a set; whether it may be, and is as it was shown.
    fn remove(&mut self, place: usize, was: Was) -> bool {
        if !self.may_change(place, &was.name, was.kind) {
            return false;
        }
        let present = self.zone.content(&was.name, was.kind).cloned();
        if present.as_ref().is_none_or(|present| present.mark() != was.mark) {
            let now = present.map(|present| present.values.join(", ")).unwrap_or_default();
            self.wrong(place, "values", DnsProblem::ChangedMeanwhile { now });
            return false;
        }
        if self.changes.iter().any(|change| change.kind == was.kind && change.name == was.name) {
            self.wrong(place, "name", DnsProblem::SameSet);
            return false;
        }
        self.changes.push(SetChange { name: was.name, kind: was.kind, before: present, after: None });
        self.rows.push(place);
        true
    }

    fn add(&mut self, place: usize, set: RecordSet) {
        if !self.may_change(place, &set.name, set.kind) {
            return;
        }
        let there = self
            .changes
            .iter_mut()
            .zip(&mut self.rows)
            .find(|(change, _)| change.kind == set.kind && change.name == set.name);
        match there {
            Some((change, row)) if change.after.is_none() => {
                change.after = Some(set.content);
                *row = place;
            }
            Some(_) => self.wrong(place, "name", DnsProblem::SameSet),
            None if self.zone.content(&set.name, set.kind).is_some() => {
                self.wrong(place, "name", DnsProblem::SameSet);
            }
            None => {
                self.changes.push(SetChange { name: set.name, kind: set.kind, before: None, after: Some(set.content) });
                self.rows.push(place);
            }
        }
    }
}

fn read_values(kind: RecordType, text: &str, names: NameReader<'_>) -> Result<Vec<String>, Problem> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(Problem::Required);
    }
    if lines.len() > VALUES_MAX {
        return Err(DnsProblem::TooManyValues { max: VALUES_MAX }.into());
    }
    let mut values: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let value = read_value(kind, line, names)?;
        if values.contains(&value) {
            return Err(DnsProblem::SameValue { value }.into());
        }
        values.push(value);
    }
    Ok(values)
}
