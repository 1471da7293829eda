//! docs/rights.md against the code: every privilege, operation, role and template stands there with what the code says
//! of it. The tables between the markers are written anew with `UPDATE=1`; the column Meaning is written by hand and
//! kept.

use domain::operation::{DomainOperation, DomainOperationSet, Operation, OperationSet};
use domain::privilege::{Area, Privilege, PrivilegeSet, Weight};
use domain::rights::{Effective, Rights};
use domain::role::Role;
use domain::service::ServiceKind;
use domain::template::{self, Template};
use std::collections::BTreeMap;
use std::fmt::Write;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rights.md");

/// A named set of rights: a role or a template.
struct Named {
    key: String,
    letter: &'static str,
    privileges: PrivilegeSet,
    operations: OperationSet,
    domain_operations: DomainOperationSet,
    effective: Effective,
}

fn roles() -> Vec<Named> {
    let letter = |role: Role| match role {
        Role::Manager => "M",
        Role::Technical => "Te",
        Role::Billing => "B",
        Role::Purchasing => "P",
        Role::Visitation => "V",
    };
    let named = |role: Role| Named {
        key: role.key().to_owned(),
        letter: letter(role),
        privileges: role.privileges(),
        operations: role.operations(),
        domain_operations: role.domain_operations(),
        effective: Rights { roles: [role].into_iter().collect(), ..Rights::default() }.effective(),
    };
    Role::ALL.into_iter().map(named).collect()
}

fn templates() -> Vec<Named> {
    let letter = |template: &Template| match template.key.as_str() {
        template::NONE => "-",
        template::ACCOUNTING => "A",
        template::FULL_ACCESS => "F",
        template::TECHNICAL_STAFF => "T",
        template::READ_ONLY => "R",
        template::DOMAINS_DNS => "D",
        other => panic!("the template {other} has no letter in docs/rights.md yet"),
    };
    let named = |template: &Template| Named {
        key: template.key.clone(),
        letter: letter(template),
        privileges: template.privileges,
        operations: template.operations,
        domain_operations: template.domain_operations,
        effective: Rights::copied_from(template).effective(),
    };
    template::built_in().iter().map(named).collect()
}

/// The letters of the sets that have a right; in brackets where it only follows from others.
fn letters(sets: &[Named], listed: impl Fn(&Named) -> bool, held: impl Fn(&Named) -> bool) -> String {
    let letter = |set: &Named| match (listed(set), held(set)) {
        (true, _) => Some(set.letter.to_owned()),
        (false, true) => Some(format!("({})", set.letter)),
        (false, false) => None,
    };
    sets.iter().filter_map(letter).collect::<Vec<_>>().join(" ")
}

const fn mark(weight: Weight) -> &'static str {
    match weight {
        Weight::Plain => "",
        Weight::Sensitive => "!",
    }
}

fn keys(keys: impl Iterator<Item = &'static str>) -> String {
    keys.map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ")
}

const fn heading(area: Area) -> &'static str {
    match area {
        Area::Services => "Services",
        Area::Domains => "Domains",
        Area::Billing => "Billing",
        Area::Support => "Support",
        Area::Account => "Account administration",
    }
}

/// What the document says of each key, by hand.
struct Meanings(BTreeMap<String, String>);

impl Meanings {
    fn read(document: &str) -> Self {
        let row = |line: &str| {
            let mut cells = line.strip_prefix("| `")?.split(" | ");
            let key = cells.next()?.strip_suffix('`')?;
            Some((key.to_owned(), cells.next()?.trim().to_owned()))
        };
        Self(document.lines().filter_map(row).collect())
    }

    fn of(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }
}

fn privileges_table(meanings: &Meanings) -> String {
    let (roles, templates) = (roles(), templates());
    let mut text = String::new();
    for area in Area::ALL {
        let _ = write!(text, "\n### {}\n\n", heading(area));
        text.push_str("| Key | Meaning | ! | Gives too | Roles | Templates |\n| --- | --- | --- | --- | --- | --- |\n");
        for privilege in Privilege::ALL.iter().copied().filter(|privilege| privilege.area() == area) {
            let alone = PrivilegeSet::of(&[privilege]);
            let of = |sets: &[Named]| {
                letters(sets, |set| set.privileges.contains(privilege), |set| set.effective.has(privilege))
            };
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} | {} | {} |",
                privilege.key(),
                meanings.of(privilege.key()),
                mark(privilege.weight()),
                keys(alone.closed().minus(alone).iter().map(Privilege::key)),
                of(&roles),
                of(&templates),
            );
        }
    }
    text.push('\n');
    text
}

fn operations_table(meanings: &Meanings) -> String {
    let (roles, templates) = (roles(), templates());
    let mut text = "\n| Key | Meaning | ! | Gives too | Roles | Templates | Kinds of service |\n\
                    | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for operation in Operation::ALL.iter().copied() {
        let alone = OperationSet::of(&[operation]);
        let of = |sets: &[Named]| {
            letters(
                sets,
                |set| set.operations.contains(operation),
                |set| set.effective.all_services().contains(operation),
            )
        };
        let kinds = ServiceKind::ALL.into_iter().filter(|kind| kind.operations().contains(operation));
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} | {} |",
            operation.key(),
            meanings.of(operation.key()),
            mark(operation.weight()),
            keys(alone.closed().minus(alone).iter().map(Operation::key)),
            of(&roles),
            of(&templates),
            kinds.map(ServiceKind::key).collect::<Vec<_>>().join(", "),
        );
    }
    text.push('\n');
    text
}

fn domain_operations_table(meanings: &Meanings) -> String {
    let (roles, templates) = (roles(), templates());
    let mut text = "\n| Key | Meaning | ! | Roles | Templates |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for operation in DomainOperation::ALL.iter().copied() {
        let of = |sets: &[Named]| {
            let listed = |set: &Named| set.domain_operations.contains(operation);
            letters(sets, listed, |set| set.effective.all_domains().contains(operation))
        };
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} |",
            operation.key(),
            meanings.of(operation.key()),
            mark(operation.weight()),
            of(&roles),
            of(&templates),
        );
    }
    text.push('\n');
    text
}

fn sets_table(sets: &[Named], meanings: &Meanings) -> String {
    let mut text =
        "\n| Key | Meaning | Letter | Privileges | Operations on All services | Operations on All domains |\n\
                    | --- | --- | --- | --- | --- | --- |\n"
            .to_owned();
    for set in sets {
        let privileges = if set.privileges == PrivilegeSet::all() {
            "every one".to_owned()
        } else {
            keys(set.privileges.iter().map(Privilege::key))
        };
        let operations = if set.operations == OperationSet::all() {
            "every one".to_owned()
        } else {
            keys(set.operations.iter().map(Operation::key))
        };
        let on_domains = if set.domain_operations == DomainOperationSet::all() {
            "every one".to_owned()
        } else {
            keys(set.domain_operations.iter().map(DomainOperation::key))
        };
        let (meaning, letter) = (meanings.of(&set.key), set.letter);
        let _ = writeln!(text, "| `{}` | {meaning} | {letter} | {privileges} | {operations} | {on_domains} |", set.key);
    }
    text.push('\n');
    text
}

/// The document with each marked part as the code says it.
fn rewritten(document: &str) -> String {
    let meanings = Meanings::read(document);
    let parts = [
        ("privileges", privileges_table(&meanings)),
        ("operations", operations_table(&meanings)),
        ("domain operations", domain_operations_table(&meanings)),
        ("roles", sets_table(&roles(), &meanings)),
        ("templates", sets_table(&templates(), &meanings)),
    ];
    parts.into_iter().fold(document.to_owned(), |text, (name, part)| {
        let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
        let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("docs/rights.md has the marker {open}"));
        let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("docs/rights.md has the marker {close}"));
        format!("{before}{open}{part}{close}{after}")
    })
}

#[test]
fn the_document_says_what_the_code_does() {
    let document = std::fs::read_to_string(PATH).expect("docs/rights.md is there");
    let right = rewritten(&document);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &right).expect("docs/rights.md is written");
        return;
    }
    for (line, (right, document)) in right.lines().zip(document.lines()).enumerate() {
        assert_eq!(right, document, "line {} of docs/rights.md; UPDATE=1 writes its tables anew", line + 1);
    }
    assert_eq!(right.lines().count(), document.lines().count(), "docs/rights.md; UPDATE=1 writes its tables anew");
}

#[test]
fn every_key_has_its_meaning() {
    let meanings = Meanings::read(&std::fs::read_to_string(PATH).expect("docs/rights.md is there"));
    let keys = Privilege::ALL
        .iter()
        .map(|privilege| privilege.key().to_owned())
        .chain(Operation::ALL.iter().map(|operation| operation.key().to_owned()))
        .chain(DomainOperation::ALL.iter().map(|operation| operation.key().to_owned()))
        .chain(roles().into_iter().chain(templates()).map(|set| set.key));
    let without: Vec<String> = keys.filter(|key| meanings.of(key).is_empty()).collect();
    assert!(without.is_empty(), "write into docs/rights.md what these mean: {without:?}");
}
