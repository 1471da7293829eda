//! What a zone may hold, beyond what a single record may be.

use super::{ChangeSet, Content, DnsName, RecordType, VALUES_MAX, Zone};
use crate::problem::DnsProblem;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a zone once a change set is made in it: by the place of the change, and whether it is its name or
/// its values. Only what changes is looked at.
pub fn check(zone: &Zone, changes: &ChangeSet) -> Vec<(usize, &'static str, DnsProblem)> {
    let mut after = zone.clone();
    changes.make(&mut after);
    let mut kinds: BTreeMap<&str, BTreeSet<RecordType>> = BTreeMap::new();
    for set in &after.sets {
        kinds.entry(set.name.as_str()).or_default().insert(set.kind);
    }
    let kept: BTreeSet<&str> =
        zone.kept.iter().filter(|set| stands_beside_nothing(&set.kind)).map(|set| &*set.name).collect();
    let only_kept: BTreeSet<(&str, &str)> = zone.kept.iter().map(|set| (&*set.name, &*set.kind)).collect();
    let mut problems = Vec::new();
    for (place, change) in changes.changes.iter().enumerate() {
        // What a server holds there is not shown here, and would be lost.
        if only_kept.contains(&(change.name.as_str(), change.kind.key())) {
            problems.push((place, "name", DnsProblem::OnlyKept));
            continue;
        }
        let Some(content) = &change.after else { continue };
        let beside = kinds.get(change.name.as_str()).map_or(0, BTreeSet::len) - 1;
        let has_cname = kinds.get(change.name.as_str()).is_some_and(|kinds| kinds.contains(&RecordType::Cname));
        let is_kept = kept.contains(change.name.as_str());
        if change.kind == RecordType::Cname && change.name == zone.name {
            problems.push((place, "kind", DnsProblem::CnameAtApex));
        } else if has_cname && (beside > 0 || is_kept) {
            problems.push((place, "name", DnsProblem::CnameAlone));
        } else if let Some(cut) = delegated(&kinds, &change.name, change.kind, &zone.name) {
            problems.push((place, "name", DnsProblem::Delegated { name: cut }));
        }
        problems.extend(of_values(change.kind, content).map(|why| (place, "values", why)));
    }
    problems
}

/// Signatures stand beside a CNAME; whatever else a server holds does not.
fn stands_beside_nothing(kind: &str) -> bool {
    !matches!(kind, "RRSIG" | "NSEC" | "NSEC3" | "SOA")
}

fn of_values(kind: RecordType, content: &Content) -> Option<DnsProblem> {
    if content.values.len() > VALUES_MAX {
        return Some(DnsProblem::TooManyValues { max: VALUES_MAX });
    }
    if content.values.len() < 2 {
        return None;
    }
    let is_null = |value: &String| value.ends_with(" .");
    if kind == RecordType::Cname {
        Some(DnsProblem::CnameOne)
    } else if kind == RecordType::Mx && content.values.iter().any(is_null) {
        Some(DnsProblem::NullMxAlone)
    } else {
        None
    }
}

/// The name above (or the name itself) that other name servers answer for. Addresses below it may be theirs.
fn delegated(
    kinds: &BTreeMap<&str, BTreeSet<RecordType>>,
    name: &DnsName,
    kind: RecordType,
    zone: &DnsName,
) -> Option<String> {
    let is_cut = |name: &str| kinds.get(name).is_some_and(|kinds| kinds.contains(&RecordType::Ns));
    let is_glue = matches!(kind, RecordType::A | RecordType::Aaaa);
    let mut above = name.as_str();
    if kind == RecordType::Ns || is_glue {
        above = above.split_once('.')?.1;
    }
    while above != zone.as_str() && above.len() > zone.as_str().len() {
        if is_cut(above) && !is_glue {
            return Some(above.to_owned());
        }
        above = above.split_once('.')?.1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dns::{EditedRow, KeptSet, NameReader, RecordSet, read_rows};
    use crate::problem::{FieldProblem, Problem};
    use proptest::prelude::*;

    fn name(text: &str) -> DnsName {
        DnsName::whole(text).expect("a name")
    }

    fn zone() -> Zone {
        let set = |at: &str, kind, values: &[&str]| RecordSet {
            name: name(at),
            kind,
            content: Content::new(300, values.iter().map(|value| (*value).to_owned()).collect()),
        };
        let sets = vec![
            set("example.com", RecordType::A, &["192.0.2.1"]),
            set("example.com", RecordType::Ns, &["ns1.example.net.", "ns2.example.net."]),
            set("www.example.com", RecordType::Cname, &["example.com."]),
            set("sub.example.com", RecordType::Ns, &["ns.example.org."]),
        ];
        let kept = [("ssh.example.com", "SSHFP"), ("off.example.com", "A")];
        let kept = kept.map(|(name, kind)| KeptSet { name: name.to_owned(), kind: kind.to_owned() }).to_vec();
        Zone::new(name("example.com"), Some(1), false, sets, kept)
    }

    fn new(name: &str, kind: &str, values: &str) -> EditedRow {
        let (name, kind, values) = (name.to_owned(), kind.to_owned(), values.to_owned());
        EditedRow { name, kind, ttl: "1h".to_owned(), values, ..EditedRow::default() }
    }

    /// What is wrong with an edit, at which field.
    fn problems(rows: &[EditedRow]) -> Vec<(String, Problem)> {
        let zone = zone();
        let pair = |FieldProblem { field, problem }| (field, problem);
        match read_rows(rows, &zone, NameReader::typed(&zone.name, |_| None)) {
            Err(problems) => problems.into_iter().map(pair).collect(),
            Ok(reviewed) => {
                let found = check(&zone, &reviewed.changes).into_iter();
                found.map(|(change, field, why)| pair(reviewed.at(change, field, why))).collect()
            }
        }
    }

    fn touched(at: &str, kind: RecordType, change: impl FnOnce(&mut EditedRow)) -> EditedRow {
        let zone = zone();
        let set = zone.sets.iter().find(|set| set.name == name(at) && set.kind == kind).expect("a set");
        let mut row = EditedRow::of_set(set, &zone.name);
        change(&mut row);
        row
    }

    #[test]
    fn a_zone_holds_what_dns_lets_it() {
        let at = |field: &str, problem: DnsProblem| vec![(format!("rows.0.{field}"), problem.into())];
        for (row, wrong) in [
            (new("mail", "A", "192.0.2.5"), Vec::new()),
            (new("_dmarc", "TXT", "v=DMARC1; p=none"), Vec::new()),
            (new("ns.sub", "A", "192.0.2.6"), Vec::new()),
            (new("", "", ""), Vec::new()),
            (new("@", "CNAME", "example.net."), at("kind", DnsProblem::CnameAtApex)),
            (new("www", "TXT", "x"), at("name", DnsProblem::CnameAlone)),
            (new("ssh", "CNAME", "example.net."), at("name", DnsProblem::CnameAlone)),
            (new("alias", "CNAME", "a.example.net.\nb.example.net."), at("values", DnsProblem::CnameOne)),
            (new("nomail", "MX", "0 .\n10 mail"), at("values", DnsProblem::NullMxAlone)),
            (new("@", "NS", "ns3.example.net."), at("kind", DnsProblem::ApexNs)),
            (new("off", "A", "192.0.2.5"), at("name", DnsProblem::OnlyKept)),
            (new("off", "AAAA", "2001:db8::5"), Vec::new()),
            (new("_a", "A", "192.0.2.5"), at("name", DnsProblem::Underscore)),
            (new("www", "CNAME", "example.net."), at("name", DnsProblem::SameSet)),
            (new("x.sub", "TXT", "y"), at("name", DnsProblem::Delegated { name: "sub.example.com".to_owned() })),
            (
                new("a", "A", "192.0.2.5\n192.0.2.5"),
                at("values", DnsProblem::SameValue { value: "192.0.2.5".to_owned() }),
            ),
            (
                new("a.example.net.", "A", "192.0.2.5"),
                at("name", DnsProblem::OutsideZone { zone: "example.com".to_owned() }),
            ),
            (touched("example.com", RecordType::Ns, |row| row.delete = true), at("kind", DnsProblem::ApexNs)),
            (touched("example.com", RecordType::Ns, |row| row.ttl = "60".to_owned()), at("kind", DnsProblem::ApexNs)),
            (touched("example.com", RecordType::Ns, |_| ()), Vec::new()),
        ] {
            assert_eq!(problems(std::slice::from_ref(&row)), wrong, "{row:?}");
        }
        let several = [new("a", "A", "x"), new("a", "MX", "mail"), new("\u{fc}", "A", "192.0.2.5")];
        let fields: Vec<String> = problems(&several).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["rows.0.values", "rows.1.values", "rows.2.name"], "all of them are named");
        let missing = EditedRow { ttl: String::new(), ..new("a", "A", "") };
        let fields: Vec<String> = problems(&[missing]).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["rows.0.ttl", "rows.0.values"]);
    }

    #[test]
    fn a_record_that_gives_way_leaves_its_name_to_another() {
        let away = touched("www.example.com", RecordType::Cname, |row| row.delete = true);
        assert_eq!(problems(&[away, new("www", "A", "192.0.2.7")]), []);
        let renamed = touched("www.example.com", RecordType::Cname, |row| row.name = "shop".to_owned());
        assert_eq!(problems(&[renamed, new("www", "A", "192.0.2.7")]), []);
    }

    #[test]
    fn what_changed_meanwhile_is_shown_and_what_nobody_touched_counts_for_nothing() {
        let stale = |change: fn(&mut EditedRow)| {
            touched("example.com", RecordType::A, |row| {
                let old = Content::new(300, vec!["198.51.100.1".to_owned()]);
                row.was = format!("example.com A {}", old.mark());
                "198.51.100.1".clone_into(&mut row.values);
                change(row);
            })
        };
        assert_eq!(problems(&[stale(|_| ())]), []);
        let now = DnsProblem::ChangedMeanwhile { now: "192.0.2.1".to_owned() };
        for change in
            [|row: &mut EditedRow| row.delete = true, |row: &mut EditedRow| row.values = "192.0.2.3".to_owned()]
        {
            assert_eq!(problems(&[stale(change)]), [("rows.0.values".to_owned(), now.clone().into())]);
        }
    }

    proptest! {
        #[test]
        fn an_edit_sent_once_more_is_the_same_edit(names in proptest::collection::btree_set("[a-z]{1,6}", 0..9), value in "[ -~]{1,40}") {
            let zone = zone();
            let reader = NameReader::typed(&zone.name, |_| None);
            let mut rows: Vec<_> = names.iter().map(|name| new(name, "TXT", &format!("x{value}"))).collect();
            rows.push(touched("example.com", RecordType::A, |row| row.values = "192.0.2.3\n192.0.2.4".to_owned()));
            rows.push(touched("www.example.com", RecordType::Cname, |row| row.delete = true));
            let reviewed = read_rows(&rows, &zone, reader).expect("all right");
            let sent = EditedRow::write(&reviewed.changes.rows());
            let again = read_rows(&EditedRow::read(&sent).expect("rows"), &zone, reader).expect("all right");
            prop_assert_eq!(again.changes, reviewed.changes);
        }
    }
}
