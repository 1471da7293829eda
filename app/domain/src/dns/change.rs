//! What an edit changes, set by set.

use super::{Content, DnsName, EditedRow, RecordSet, RecordType, Zone};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What becomes of one set: what it held and what it is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetChange {
    /// The name.
    pub name: DnsName,
    /// The kind.
    pub kind: RecordType,
    /// What it holds; `None` where there is none yet.
    pub before: Option<Content>,
    /// What it is to hold; `None` to remove it.
    pub after: Option<Content>,
}

/// Which of three a change is, as people are told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// The set is new.
    Added,
    /// It is removed.
    Removed,
    /// It holds something else.
    Changed,
}

impl SetChange {
    /// Which it is.
    pub const fn step(&self) -> ChangeKind {
        match (&self.before, &self.after) {
            (None, _) => ChangeKind::Added,
            (Some(_), None) => ChangeKind::Removed,
            (Some(_), Some(_)) => ChangeKind::Changed,
        }
    }
}

/// Changes of a zone that are made together: all of them, or none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChangeSet {
    /// One for each set that changes.
    pub changes: Vec<SetChange>,
}

impl ChangeSet {
    /// The most sets that one changes.
    pub const MAX: usize = 2_000;

    /// What has to change so that the zone has these sets, and, where `only`, no others. Its own name servers stay.
    pub fn towards(zone: &Zone, wanted: &[RecordSet], only: bool) -> Self {
        let is_own = |name: &DnsName, kind| kind == RecordType::Ns && *name == zone.name;
        let mut changes = Vec::new();
        for set in wanted.iter().filter(|set| !is_own(&set.name, set.kind)) {
            let before = zone.content(&set.name, set.kind).cloned();
            if before.as_ref() != Some(&set.content) {
                let after = Some(set.content.clone());
                changes.push(SetChange { name: set.name.clone(), kind: set.kind, before, after });
            }
        }
        if only {
            let wanted: HashSet<_> = wanted.iter().map(|set| (&set.name, set.kind)).collect();
            let is_wanted = |set: &RecordSet| wanted.contains(&(&set.name, set.kind));
            for set in zone.sets.iter().filter(|set| !is_own(&set.name, set.kind) && !is_wanted(set)) {
                let before = Some(set.content.clone());
                changes.push(SetChange { name: set.name.clone(), kind: set.kind, before, after: None });
            }
        }
        Self { changes }
    }

    /// What takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().cloned();
        Self { changes: changes.map(|one| SetChange { before: one.after, after: one.before, ..one }).collect() }
    }

    /// Whether the zone holds just what the changes begin with. A set that is only kept is more than what is known of it.
    pub fn fits(&self, zone: &Zone) -> bool {
        let changed: HashSet<_> = self.changes.iter().map(|one| (one.name.as_str(), one.kind.key())).collect();
        let drops_kept = zone.kept.iter().any(|set| changed.contains(&(&*set.name, &*set.kind)));
        !drops_kept && self.changes.iter().all(|one| zone.content(&one.name, one.kind) == one.before.as_ref())
    }

    /// Whether the zone holds just what the changes lead to.
    pub fn is_in(&self, zone: &Zone) -> bool {
        self.changes.iter().all(|one| zone.content(&one.name, one.kind) == one.after.as_ref())
    }

    /// Makes the changes in a zone.
    pub fn make(&self, zone: &mut Zone) {
        let changed: HashSet<_> = self.changes.iter().map(|change| (&change.name, change.kind)).collect();
        zone.sets.retain(|set| !changed.contains(&(&set.name, set.kind)));
        for change in &self.changes {
            let (name, kind) = (change.name.clone(), change.kind);
            zone.sets.extend(change.after.clone().map(|content| RecordSet { name, kind, content }));
        }
        zone.sort();
    }

    /// How many sets it adds, removes and changes.
    pub fn counts(&self) -> [usize; 3] {
        let count = |step| self.changes.iter().filter(|change| change.step() == step).count();
        [count(ChangeKind::Added), count(ChangeKind::Removed), count(ChangeKind::Changed)]
    }

    /// The changes as rows of a table, for a form that is sent once more.
    pub fn rows(&self) -> Vec<EditedRow> {
        self.changes.iter().map(EditedRow::of_change).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dns::KeptSet;

    fn set(name: &str, kind: RecordType, values: &[&str]) -> RecordSet {
        let content = Content::new(300, values.iter().map(|value| (*value).to_owned()).collect());
        RecordSet { name: DnsName::whole(name).expect("a name"), kind, content }
    }

    fn zone() -> Zone {
        let sets = vec![
            set("www.example.com", RecordType::A, &["192.0.2.1"]),
            set("example.com", RecordType::Ns, &["ns1.example.net."]),
            set("example.com", RecordType::A, &["192.0.2.2"]),
        ];
        Zone::new(DnsName::whole("example.com").expect("a name"), Some(1), false, sets, Vec::new())
    }

    #[test]
    fn what_was_made_is_taken_back_by_its_inverse() {
        let wanted = [
            set("www.example.com", RecordType::A, &["192.0.2.9"]),
            set("new.example.com", RecordType::Txt, &["\"hello\""]),
        ];
        for (only, counts) in [(false, [1, 0, 1]), (true, [1, 1, 1])] {
            let change = ChangeSet::towards(&zone(), &wanted, only);
            assert_eq!(change.counts(), counts);
            assert!(change.fits(&zone()) && !change.is_in(&zone()));
            let mut changed = zone();
            change.make(&mut changed);
            assert!(change.is_in(&changed) && !change.fits(&changed));
            assert!(changed.content(&changed.name, RecordType::Ns).is_some(), "its own name servers stay");
            change.inverse().make(&mut changed);
            assert_eq!(changed, zone());
        }
    }

    #[test]
    fn a_set_that_is_only_kept_is_not_taken_for_none() {
        let wanted = [set("off.example.com", RecordType::A, &["192.0.2.9"])];
        let change = ChangeSet::towards(&zone(), &wanted, false);
        let kept = |kind: &str| KeptSet { name: "off.example.com".to_owned(), kind: kind.to_owned() };
        assert!(change.fits(&Zone { kept: vec![kept("SSHFP")], ..zone() }));
        assert!(!change.fits(&Zone { kept: vec![kept("A")], ..zone() }));
    }

    #[test]
    fn the_zone_itself_comes_first() {
        let names: Vec<_> =
            zone().sets.iter().map(|set| (set.name.within(&zone().name).to_owned(), set.kind)).collect();
        let expected = [("@", RecordType::A), ("@", RecordType::Ns), ("www", RecordType::A)]
            .map(|(name, kind)| (name.to_owned(), kind));
        assert_eq!(names, expected);
    }
}
