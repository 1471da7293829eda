//! Grants as they were stored when what is done on domains were privileges of the account, brought up to date: nobody gains
//! or loses anything. The rights are generated; what they came to then is worked out here, from sets of keys.

use crate::support::{Stored, World, for_each_stored_after};
use domain::operation::{DomainOperation, DomainOperationSet, Operation};
use domain::privilege::{IMPLIED, Privilege};
use domain::rights::Rights;
use domain::role::Role;
use portal::records::grants::understood;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    pub fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    pub fn domain_operations(&mut self) -> DomainOperationSet {
        DomainOperation::ALL.iter().copied().filter(|_| self.one_in(2)).collect()
    }
}

/// A grant of then: kind, scope, key and end.
type Grant = (&'static str, &'static str, &'static str, Option<i64>);

/// The privileges of then: those of now, and what is done on domains.
fn privileges() -> Vec<&'static str> {
    let on_domains = DomainOperation::ALL.iter().map(|operation| operation.key());
    Privilege::ALL.iter().map(|privilege| privilege.key()).chain(on_domains).collect()
}

/// What somebody was given then, a key this version does not know among it.
fn given(dice: &mut Dice) -> BTreeSet<Grant> {
    let mut grants = BTreeSet::new();
    let end = |dice: &mut Dice| {
        let ends = dice.one_in(4);
        ends.then(|| 9_000_000_000_000 + i64::try_from(dice.below(1000)).expect("it is small"))
    };
    for key in privileges() {
        if dice.one_in(5) {
            grants.insert(("privilege", "", key, end(dice)));
        }
    }
    for role in Role::ALL {
        if dice.one_in(6) {
            grants.insert(("role", "", role.key(), end(dice)));
        }
    }
    for operation in Operation::ALL {
        for scope in ["all", "new"] {
            if dice.one_in(9) {
                grants.insert(("operation", scope, operation.key(), end(dice)));
            }
        }
    }
    if dice.one_in(3) {
        grants.insert(("privilege", "", "domains.everything", None));
    }
    grants
}

/// What it came to then: privileges, and operations on all services, all of them closed.
fn came_to(grants: &BTreeSet<Grant>) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for (kind, scope, key, _) in grants {
        match (*kind, *scope) {
            ("privilege", _) if *key != "domains.everything" => {
                keys.insert((*key).to_owned());
            }
            ("operation", "all") => {
                keys.insert((*key).to_owned());
            }
            ("role", _) => {
                let role = Role::from_key(key).expect("a role");
                keys.extend(role.privileges().iter().map(|each| each.key().to_owned()));
                keys.extend(role.operations().iter().map(|each| each.key().to_owned()));
                // The role Manager had these among its privileges.
                keys.extend(role.domain_operations().iter().map(|each| each.key().to_owned()));
            }
            _ => {}
        }
    }
    let has_any = |keys: &BTreeSet<String>, but: &str| keys.iter().any(|key| key.starts_with("svc.") && key != but);
    if keys.contains("svc.console") {
        keys.insert("svc.console_view".to_owned());
    }
    if keys.contains("svc.renew") {
        keys.insert("services.view_expiring".to_owned());
    }
    if has_any(&keys, "svc.renew") {
        keys.insert("services.view".to_owned());
    }
    if DomainOperation::ALL.iter().any(|operation| keys.contains(operation.key())) {
        keys.insert("domains.view".to_owned());
    }
    loop {
        let missing = IMPLIED.iter().find(|(holds, gives)| keys.contains(holds.key()) && !keys.contains(gives.key()));
        let Some((_, gives)) = missing else { return keys };
        keys.insert(gives.key().to_owned());
    }
}

/// The same of rights of now.
fn comes_to(rights: &Rights) -> BTreeSet<String> {
    let held = rights.effective();
    assert!(held.domains().is_empty() && rights.new_domains.is_empty(), "nobody gains anything");
    let privileges = held.privileges().iter().map(|each| each.key().to_owned());
    let on_services = held.all_services().iter().map(|each| each.key().to_owned());
    privileges.chain(on_services).chain(held.all_domains().iter().map(|each| each.key().to_owned())).collect()
}

/// Every row of now, its columns between bars.
async fn rows(world: &World) -> Vec<Vec<String>> {
    let text = world
        .text(
            "SELECT string_agg(subject_id || '|' || kind || '|' || scope_kind || '|' || scope || '|' || key || '|' || \
             COALESCE(CAST(ends_at AS TEXT), '-') || '|' || COALESCE(granted_by, '-') || '|' || COALESCE(reason, '-'), \
             ';') FROM grants WHERE account_id = 'generated'",
        )
        .await;
    text.split(';').map(|row| row.split('|').map(str::to_owned).collect()).collect()
}

#[test]
fn rights_stored_before_domains_had_their_own_come_to_the_same() {
    let mut dice = Dice(47);
    let people: BTreeMap<String, BTreeSet<Grant>> =
        (0..300).map(|person| (format!("person{person}"), given(&mut dice))).collect();
    let mut sql = String::new();
    for (person, grants) in &people {
        for (kind, scope, key, ends) in grants {
            let ends = ends.map_or_else(|| "NULL".to_owned(), |ends| ends.to_string());
            writeln!(
                sql,
                "INSERT INTO grants (account_id, subject_id, kind, scope, key, granted_by, granted_at, ends_at, reason) \
                 VALUES ('generated', '{person}', '{kind}', '{scope}', '{key}', 'giver', 7, {ends}, 'why');"
            )
            .expect("text takes text");
        }
    }
    // The statement lives as long as the test program.
    for_each_stored_after("7d42fdd", sql.leak(), async |world, _: Stored| {
        let rows = rows(&world).await;
        assert_eq!(rows.len(), people.values().map(BTreeSet::len).sum::<usize>(), "no row is lost, none is doubled");
        let mut now: BTreeMap<&str, Rights> = BTreeMap::new();
        let mut unknown = 0;
        for row in &rows {
            let [person, kind, scope_kind, scope, key, ends, by, reason] = &row[..] else { panic!("{row:?}") };
            assert_eq!((by.as_str(), reason.as_str()), ("giver", "why"), "{row:?}");
            let then = people[person.as_str()].iter().filter(|(was, _, same, _)| {
                same == key && (*was == kind || kind == "operation" && scope_kind == "domain")
            });
            let ended: Vec<String> =
                then.map(|(.., end)| end.map_or_else(|| "-".to_owned(), |end| end.to_string())).collect();
            assert!(ended.contains(ends), "it ends as it did: {row:?}");
            match understood(kind, (scope_kind, scope), key) {
                Some((right, place)) => now.entry(person).or_default().give(right, &place),
                None => unknown += 1,
            }
        }
        assert!(unknown > 50, "keys that nobody knows stay: {unknown}");
        for (person, grants) in &people {
            let rights = now.get(person.as_str()).cloned().unwrap_or_default();
            assert_eq!(comes_to(&rights), came_to(grants), "{person}");
        }
        let old = "SELECT COUNT(*) FROM grants WHERE kind = 'privilege' AND key IN ('domains.nameservers', 'domains.dns', \
                   'domains.whois', 'domains.ownership', 'domains.transfer')";
        assert_eq!(world.number(old).await, 0);
    });
}
